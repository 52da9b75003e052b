"""What a command does beyond one room."""

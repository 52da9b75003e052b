"""What happens: visits, and the one table of their states."""

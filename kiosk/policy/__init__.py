"""Who may take what. Pure: times come as values."""

"""What a scanned or typed text means. Pure: patterns come as values."""

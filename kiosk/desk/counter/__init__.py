"""The clerks' window without its window: which panel it shows, and what each key, scan and touch does."""

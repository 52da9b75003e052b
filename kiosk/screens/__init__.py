"""What people see and touch: one window a station, one file a screen."""

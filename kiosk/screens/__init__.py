"""What people see: values in, signals out. Nothing is decided here."""

"""Looking a kiosk over: one small function a check, one table of them all (`table`). `kiosk doctor` prints what they find."""

"""What leaves: one file per format. Each is handed a View, so that a file can never disagree with the screen."""

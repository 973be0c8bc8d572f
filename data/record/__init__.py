"""One record on its own: its counts, the row it was read from, what was mended there, and where else it stands."""

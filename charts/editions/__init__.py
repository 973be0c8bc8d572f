"""Parts of two editions compared: groups, statements, their picture, and what was revised."""

"""Parts of two periods compared: the two, their bars, notes and findings."""

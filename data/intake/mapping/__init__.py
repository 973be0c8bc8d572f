"""Their headings to our fields."""

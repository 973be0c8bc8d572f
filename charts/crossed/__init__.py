"""Parts of any field against any other: the crossing, and its bars, heat table, small charts and table."""

"""From frames to the small tables that charts draw: every number of the page is one group-by over counts, in numpy."""

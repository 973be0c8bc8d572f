"""Parts of the charts of months and years: the grid of months, its cells, lines of years."""

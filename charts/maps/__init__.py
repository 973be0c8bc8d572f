"""Parts of the map of districts: the plane, the figures, their labels and table."""

"""Parts of how often: rows, points, notes and findings of rates."""

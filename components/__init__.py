"""What is touched: one file per part of the page, from values to its template; only pages put parts together."""

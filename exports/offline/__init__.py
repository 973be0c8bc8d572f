"""A set of charts with text and data as one HTML file that needs no network: for a laptop in a hall."""

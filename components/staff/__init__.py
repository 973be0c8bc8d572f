"""The staff pages: one file per page, each a function from what is known to an HTML document."""

"""A set of charts with text, method and sources as a report: a page to be printed, and the PDF made from it."""

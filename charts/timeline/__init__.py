"""Parts of the charts over time: series, shapes, brackets, figure, table, notes."""

"""Parts of published totals against recorded cases: what is asked, conflicts, figure, table, notes."""

"""What is known: casualty records and counts, from a spreadsheet's bytes to the small tables that charts draw."""

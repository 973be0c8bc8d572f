"""Records as one flat table, a row each: the columns of our own files, which data.intake.own reads back."""

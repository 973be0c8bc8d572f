"""Whether what is seen is real: intervals, tests and counts below which nothing is claimed; scipy does the maths."""

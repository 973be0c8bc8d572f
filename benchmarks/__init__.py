"""What it costs: generated workbooks of a thousand to a million rows, and the time and memory each step takes."""

"""What a new file changes: two versions compared, a file added to another, and whether all of it agrees."""

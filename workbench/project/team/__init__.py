"""Several people on one project by git: how its files are merged, and what git could not merge."""

"""Drafts that nobody has touched and of which the package was unsure: weighed, kept, and put in order."""

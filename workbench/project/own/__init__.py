"""What this machine keeps of somebody's work, and nobody else gets: bookmarks, what was done, how long it took."""

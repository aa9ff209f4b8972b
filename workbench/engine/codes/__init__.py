"""Where the codes of a German text are in its English."""

"""One small question each, asked over the desk. Esc always goes back and changes nothing."""

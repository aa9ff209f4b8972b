"""Taking articles in: from files, from a text, from an address."""

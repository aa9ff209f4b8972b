"""Old work taken in: a German document and its English, aligned, looked through, kept as memory, record or file."""

"""What a match's English lacks for another German, and the ways to put that right."""

"""What a draft lost, brought back: other Englishes that may have it, and which of them take the draft's place."""

"""What comes back from a reviewer: compared with the translation, and the terms that were corrected."""

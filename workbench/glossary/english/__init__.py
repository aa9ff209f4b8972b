"""The English side: judging it, a and an, plurals, first mentions."""

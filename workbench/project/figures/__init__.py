"""Figures: how many words, characters and lines there are, what is like what, how much of the drafts was kept."""

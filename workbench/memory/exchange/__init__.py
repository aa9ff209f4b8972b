"""Memories from other programs: TMX as OmegaT, memoQ, Trados, Weblate and MateCat write it, tables of two columns."""

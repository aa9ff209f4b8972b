"""The translation memory: sentence pairs of what was translated. Never opens a model, never reads a file."""

from workbench.memory.alignment import sentence_pairs

__all__ = ["sentence_pairs"]

"""The translation memory: sentence pairs of what was translated. Never opens a model, never reads a file."""

from workbench.memory.alignment import sentence_pairs
from workbench.memory.coded import coded_pairs

__all__ = ["coded_pairs", "sentence_pairs"]

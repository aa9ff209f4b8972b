"""Handing over: exports that are ordered and written, and what was delivered when."""

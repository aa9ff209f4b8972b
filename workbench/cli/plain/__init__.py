"""`workbench --plain`: the third thin face on `Session`, line by line, for a screen reader.

Nothing is drawn: a paragraph at a time, everything in words, an answer of a few letters and Enter.
Docs: docs/screen-readers.md.
"""

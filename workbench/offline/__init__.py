"""A day's work with nothing to connect to, in a process of its own: what `workbench doctor --offline` starts.

`python -m workbench.offline FOLDER` works in an empty folder and tells in JSON what was done and what tried to connect.
Nothing else of the program is imported before it is watched.
"""

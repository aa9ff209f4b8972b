"""How fast and how right the program is, each table by a command of its own: docs/benchmarks.md."""

"""Trouble of every kind for the real program: kills, full disks, links, special files, mutated inputs, bursts of keys.

Each module with a NAME is one kind of trouble. Its `attempts(number, seed, ground, first)` tries it `number` times,
beginning with try number `first`, and yields a `Try` for each: what was done, and what did not hold. A try is made
again by its kind, the seed and its number. `benchmarks/survive.py` runs them and prints the table.
"""

from harness.survive.ground import Ground
from harness.survive.tries import DemandError, Try

__all__ = ["DemandError", "Ground", "Try"]

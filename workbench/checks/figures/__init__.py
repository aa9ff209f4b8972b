"""Figures in German and English: numbers, dates, times of day, fractions, scores, with their units.

Each language has a reader that gives the `Figure`s of a text. A figure holds everything that it can mean, so that
`halb drei` and `2.30pm`, `zwei Drittel` and `67 per cent` are the same.
"""

from workbench.checks.figures.english import english_figures
from workbench.checks.figures.figure import Figure, sought, without_addresses
from workbench.checks.figures.german import german_figures
from workbench.checks.figures.left_german import Left, left_german
from workbench.checks.figures.unit_table import UNITS
from workbench.checks.figures.units import TIME, convertible, mentions

__all__ = [
    "TIME",
    "UNITS",
    "Figure",
    "Left",
    "convertible",
    "english_figures",
    "german_figures",
    "left_german",
    "mentions",
    "sought",
    "without_addresses",
]

"""Lines without an end, of one sort of character: the checks take time by the line's length, not by its square."""

from __future__ import annotations

import time

import pytest

from workbench.checks import check_paragraph
from workbench.checks.spelling import begins_compound, is_romanised
from workbench.glossary import Entry, Glossary
from workbench.text.placeables import placeables
from workbench.translation import ParagraphRecord, State

GLOSSARY = Glossary((Entry(("Kreml",), "Kremlin", kind="place"), Entry(("11. Brigade",), "11th Brigade")))
SORTS = ("a", "-", "1", ".", "!", "+", "ж", "a-", "a.", "1.", "1-", "A.B.", "a ", "Kreml-", "a@", '"', "(")
SHORT, TIMES = 2_000, 4
QUADRATIC = 11.0
"""Four times the length takes four times as long, or sixteen times where each place is held against each."""
SOON = 0.1
"""Seconds of the processor: what takes no longer is never quadratic at this length."""


def seconds(line: str) -> float:
    record = ParagraphRecord(line, line, State.TRANSLATED)
    began = time.process_time()
    check_paragraph(0, record, GLOSSARY)
    return time.process_time() - began


@pytest.mark.parametrize("sort", SORTS)
def test_four_times_the_line_does_not_take_sixteen_times_as_long(sort: str) -> None:
    check_paragraph(0, ParagraphRecord("Ja.", "Yes.", State.TRANSLATED), GLOSSARY)
    quotients = []
    for turn in range(3):  # what is kept from one time to the next knows each line: none comes twice
        short = sort * ((SHORT + turn * 10) // len(sort))
        long = seconds(short * TIMES)
        if long < SOON:
            return
        quotients.append(long / seconds(short))
    assert min(quotients) < QUADRATIC


def test_a_name_of_letters_and_figures_that_goes_on_as_a_path_is_not_tried_in_every_way() -> None:
    assert placeables(f"Wort A1{'A' * 60}/x") == ()


def test_names_from_cyrillic_and_beginnings_of_compounds_are_met_among_many_words() -> None:
    german = f"{' '.join(f'Wort{at}' for at in range(300))} Sachartschenko aß eine Dönerbude leer."
    assert is_romanised(german, "Zakharchenko")
    assert not is_romanised(german, "Schneider")
    assert begins_compound(german, "doner")
    assert not begins_compound(german, "kebab")

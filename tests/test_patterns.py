"""No pattern takes time that grows with the square of a text of strangers: the steps of each are counted."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.pattern_places import Used, patterns
from tests.pattern_steps import Steps
from workbench.glossary.exchange.own import is_own

SHORT = 12
"""Equal characters; twice as many may take little more than twice as many steps."""
OF_A_WORD = "it is given one word, or one form of a glossary, which has a bound"
OF_A_SENTENCE = "it is given a sentence, which is cut where it has no end"
OF_A_PLACE = "it is given the few characters beside a place"
OF_A_HEADING = "it is given the heading of a column, the name of a setting, or what one tag says"
MATCHED = "it is only asked whether it stands at a place, or has been found to stand there"
GIVES_UP = "a run that is too short for it is no longer than 200 characters"
ALLOWED: dict[str, str] = {
    "checks.figures.english._JOINTS": OF_A_PLACE,
    "checks.figures.figure._TOO_LONG": GIVES_UP,
    "checks.figures.german._JOINTS": OF_A_PLACE,
    "checks.left_german._STARTS": OF_A_SENTENCE,
    "checks.sounds._SAME_IN_GERMAN[2]": OF_A_WORD,
    "checks.sounds._MASCULINE": OF_A_WORD,
    "engine.codes.places._LAST": OF_A_SENTENCE,
    "engine.sentence.content_words._BEGINS": OF_A_SENTENCE,
    "engine.sentence.defects._LOOP": OF_A_SENTENCE,
    "engine.sentence.polish._THOUSANDS": OF_A_WORD,
    "engine.sentence.polish._END": OF_A_SENTENCE,
    "engine.sentence.stand_ins._END": OF_A_SENTENCE,
    "engine.sentence.stand_ins._MARK": OF_A_SENTENCE,
    "engine.terms.genitives._RUN": OF_A_SENTENCE,
    "engine.terms.look._PART_BEFORE": OF_A_SENTENCE,
    "engine.terms.number: '(?:[\\\\w-]+-|\\\\w+)$'": OF_A_SENTENCE,
    "engine.terms.owners._JOINED": OF_A_SENTENCE,
    "formats.docx.contents._NUMBERED": MATCHED,
    "glossary.english.letters._BEGINS": OF_A_SENTENCE,
    "glossary.exchange.delimited._QUOTED_BY_A_SPREADSHEET": OF_A_WORD,
    "glossary.exchange.standing._MARKED": OF_A_WORD,
    "glossary.finding.context._BEFORE_NOUN": MATCHED,
    "glossary.finding.gender: '[äöüÄÖÜ](?=u?[^aeiouäöü]*(?:er)?$)'": OF_A_WORD,
    "glossary.finding.printed._GRAMMAR[3]": OF_A_WORD,
    "glossary.finding.printed._SHORT_AND_LONG": OF_A_WORD,
    "glossary.finding.printed._OF_WORDS": OF_A_WORD,
    "memory.exchange.encoding._ZEROS[1]": MATCHED,
    "memory.exchange.tmx_origin._IN_A_SEGMENT": OF_A_HEADING,
    "memory.sentences._ENDLESS_WORD": GIVES_UP,
    "project.settings.style_setting: '\\\\{(.*?)\\\\}'": OF_A_HEADING,
    "text.house_style.counts._LAST_WORD": OF_A_PLACE,
    "text.house_style.figures._LAST": OF_A_PLACE,
    "text.sentences._ENDLESS_WORD": GIVES_UP,
    "text.tags._TAG": "it is given only what ends in >",
}


def grows(used: Used) -> str:
    """The character of which a long run takes too many steps; none where no run does."""
    steps = Steps(used.pattern, used.flags)
    for letter in steps.letters():
        few = steps.of(letter * SHORT + "\x01q", used.way, at_most=20_000)
        most = round(2.7 * few)
        if steps.of(letter * SHORT * 2 + "\x01q", used.way, at_most=most) >= most:
            return letter
    return ""


@pytest.mark.parametrize(
    ("pattern", "way", "found"),
    [
        (r"\s*x", "anywhere", " "),
        (r"(?<!\s)\s*x", "anywhere", ""),
        (r"\s*x", "start", ""),
        (r"\s*\s*x", "start", " "),
        (r"\s*+\s*+x", "start", ""),
        (r"(?:a+)+b", "whole", "a"),
        (r"(?:a++)++b", "whole", ""),
        (r"<[^>]*>", "anywhere", "<"),
        (r"a{1,20}b", "anywhere", ""),
        (r"\w+-?\w+ ", "start", "a"),
    ],
)
def test_steps_tell_what_grows_with_the_square(pattern: str, way: str, found: str) -> None:
    assert grows(Used("here", pattern, 0, way)) == found


def test_no_pattern_grows_with_the_square_of_a_run_of_equal_characters() -> None:
    letters: dict[tuple[str | bytes, int, str], str] = {}
    for used in patterns():  # many stand in several modules, which have them from one
        written = used.pattern, used.flags, used.way
        letters[written] = letters[written] if written in letters else grows(used)
    growing = {used.place: letters[used.pattern, used.flags, used.way] for used in patterns()}
    found = {place: letter for place, letter in growing.items() if letter}
    assert {place: letter for place, letter in found.items() if place not in ALLOWED} == {}
    assert sorted(set(ALLOWED) - set(found)) == []  # what is mended goes from the list


def test_what_is_no_glossary_is_told_at_once_of_many_empty_lines() -> None:
    assert not is_own(Path("a.txt"), b"\n" * 300_000)
    assert is_own(Path("a.txt"), b"# terms\n\n---\n" + b"\n" * 300_000 + b"- de: Kiew\n")

"""Patterns that were written anew so that their time does not grow with the square find what the plain ones found."""

from __future__ import annotations

import importlib
import re
from collections.abc import Iterator

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

AGAINST: dict[str, tuple[str, str]] = {
    "engine.codes.places._WORD_BEFORE": (r"([\w’']+) $", "aé9_’' .-"),
    "engine.sentence.units._SIGNS_LAST": (r"\s+[^\w\s.,;:!?…\"'„“”‚‘’»«)\]⟧%‰°€$£+-]+$", " \t\na.#*)"),
    "engine.terms.nouns._SHORT": (r"\s+/.*", " \t/ab"),
    "formats.docx.contents._PAGE": (r"\s*\d+\s*$", " \t\n07a"),
    "formats.epub.looks._RULE": (r"([^{}]+)\{([^{}]*)\}", "{}a:; \n"),
    "formats.html.runs._BLANK_LINE": (r"[ \t]*\n[ \t\r]*\n\s*", " \t\r\n\fa"),
    "formats.html.texts.LINE_BREAK": (r"\s*\n\s*", " \t\r\n\u2009a"),
    "formats.html.writing._MOVED_ID": (r"""\s+id\s*=\s*(?:"[^"]*"|'[^']*'|[^\s>]+)""", " \nid=\"'>a"),
    "formats.roles._AGENCIES": (r"\s*\([^()]*\)$", " \n()a"),
    "formats.subtitles.lines._BREAKS": (r"\s*\n\s*", " \t\r\na"),
    "formats.table.cell_text._BREAKS": (r"[ \t]*\n\s*", " \t\r\na"),
    "formats.xliff.tree._ATTRIBUTE": (r"\s+([^\s=]+)\s*=\s*(\"[^\"]*\"|'[^']*')", " \n=\"'ab"),
    "glossary.english.put_mention._BRACKETS_AT_END": (r"\s*\([^()]*\)$", " \n()a"),
    "glossary.exchange.rows._SEVERAL": (r"[\n\r]|\s*[|;]\s*", " \t\n\r|;a"),
    "glossary.finding.longer_names._QUOTE": (r"\s*[„“”\"»«›‹‚‘'’]$", " \n„“’a"),
    "glossary.finding.printed._GRAMMAR[BRACKETS]": (r"\s*\[[^\[\]]*\]$", " \n[]a"),
    "glossary.finding.printed._BRACKET": (
        r"\s*\((?![IVX]+\))([^\W\d_][\w .,:;/-]*)\)(?=[\s\w]|$)\s*",
        " \n()IVa.-",
    ),
    "text.inline._SHOWN": (r"(\\*)⟨(/?)([1-9]\d{0,3})(/?)⟩", "\\⟨/109⟩a"),
}
"""By the module and name of a pattern: how it was written before, and of which characters texts are made.

`units._CUTS`, `_CREDIT_LAST` and `html.runs._MARKS` begin as those above do. Lines of the dictionary have no line ends.
"""
SAME_WORD: dict[str, tuple[str, str, int | str]] = {
    "checks.left_german._WORD_BEFORE": (r"([^\W\d_][\w.’'-]*)(?:\s|-)$", "aé9_.’- ", 1),
    "engine.terms.genitives._LAST": (r"(?P<word>[^\W\d_][\w-]*)\s+$", "aé9_- \n", "word"),
    "engine.terms.owners._LAST": (r"(?P<word>[^\W\d_][\w-]*)\s+$", "aé9_- \n", "word"),
    "engine.terms.owners._WORDS_BEFORE": (r"(?P<words>(?:[^\W\d_][\w-]*\s+)+)$", "aé9_- \n", "words"),
}
"""The same where only what stands in a group counts, and where it stands."""


def pattern(place: str) -> re.Pattern[str]:
    module, _, name = place.rpartition(".")
    name, _, number = name.partition("[BRACKETS")
    found = getattr(importlib.import_module(f"workbench.{module}"), name)
    if number:
        found = next(one for one in found if one.pattern.endswith(r"\s*\[[^\[\]]*\]$"))
    assert isinstance(found.pattern, str)
    return re.compile(found.pattern, getattr(found, "_flags", getattr(found, "flags", 0)))


def matches(of: re.Pattern[str], text: str) -> Iterator[tuple[tuple[int, int], tuple[str | None, ...]]]:
    for found in of.finditer(text):
        yield found.span(), found.groups()


@pytest.mark.parametrize("place", AGAINST)
def test_it_finds_what_it_found(place: str) -> None:
    now = pattern(place)
    old, letters = AGAINST[place]
    before = re.compile(old, now.flags)
    assert before.pattern != now.pattern, "it was not written anew"

    @settings(max_examples=600)
    @given(st.text(letters, max_size=24))
    def same(text: str) -> None:
        assert list(matches(now, text)) == list(matches(before, text))
        assert (now.sub("·", text), now.split(text)) == (before.sub("·", text), before.split(text))

    same()


@pytest.mark.parametrize("place", SAME_WORD)
def test_it_finds_the_same_word(place: str) -> None:
    now = pattern(place)
    old, letters, group = SAME_WORD[place]
    before = re.compile(old, now.flags)

    @settings(max_examples=600)
    @given(st.text(letters, max_size=24))
    def same(text: str) -> None:
        here, there = now.search(text), before.search(text)
        assert (here and here.span(group)) == (there and there.span(group))

    same()


@pytest.mark.parametrize(
    ("old", "new"),
    [
        (r" *\n *", r"(?:(?<! ) +)?\n *"),
        (r" ?\d+$", r"(?: |(?<!\d))\d+$"),
    ],
)
def test_what_is_written_in_place_puts_the_same(old: str, new: str) -> None:
    @settings(max_examples=600)
    @given(st.text(" \n07a", max_size=24))
    def same(text: str) -> None:
        assert re.sub(new, "\n", text) == re.sub(old, "\n", text)

    same()


@settings(max_examples=600)
@given(st.text("<>ab ", max_size=24))
def test_tags_go_as_they_went(text: str) -> None:
    from workbench.text.tags import without_angle_brackets

    assert without_angle_brackets(text, "·") == re.sub(r"<[^>]*>", "·", text)


@settings(max_examples=600)
@given(st.text("[]()a \n", max_size=24))
def test_brackets_of_a_heading_go_as_they_went(text: str) -> None:
    now, before = pattern("formats.table.columns._BRACKETS"), re.compile(r"\s*[\[(].*?[\])]\s*")
    assert now.sub("", text) == before.sub("", text)


@settings(max_examples=600)
@given(st.text("#seite von/1-. ", max_size=24))
def test_a_page_number_alone_is_told_as_it_was(text: str) -> None:
    now = pattern("formats.pdf_lines._ALONE")
    before = re.compile(r"\W*(?:(?:seite|page|s\.)\s*)?#(?:\s*(?:von|of|/)\s*#)?\W*", re.IGNORECASE)
    assert bool(now.fullmatch(text)) == bool(before.fullmatch(text))


@pytest.mark.parametrize(
    ("place", "text", "left"),
    [
        ("glossary.exchange.rows._SEVERAL", "Lage; ; Stand | ;Rang", ["Lage", "", "Stand", "", "Rang"]),
        ("formats.table.columns._BRACKETS", "German (DE) [2] (old)", ["German", "", "", ""]),
        ("glossary.finding.printed._BRACKET", "Rat (alt) (neu) tagt", ["Rat", "alt", "", "neu", "tagt"]),
    ],
)
def test_what_follows_a_space_that_was_taken_is_found_too(place: str, text: str, left: list[str]) -> None:
    assert pattern(place).split(text) == left


def test_a_comma_in_a_comment_is_none() -> None:
    """As it was written before, the first comma was the one in the comment, where nothing else followed."""
    assert pattern("glossary.file.yaml_places._COMMA").match("# a, b") is None
    found = pattern("glossary.file.yaml_places._COMMA").match(" # a, b\n , c")
    assert found is not None and found.end() == 10

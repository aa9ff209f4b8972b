"""Words in any order: all of them in one text, in the search of all documents, by `find` and line by line."""

from __future__ import annotations

from itertools import pairwise, permutations
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.desk import desk_on
from tests.session_material import make
from tests.test_plain import script
from workbench.cli import main
from workbench.project import Project
from workbench.project.searching.finder import finder
from workbench.project.searching.query import How, Query, words_apart
from workbench.text import clean


def places(text: str, words: str, how: How = "plain", *, capitals: bool = False) -> list[str]:
    found = finder(Query(words, how, capitals, any_order=True)).places(text, "german")
    return [text[slice(*place)] for place in found]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Two articles alike, of which the first paragraph of a.txt has an English."""
    make(tmp_path)
    with Project.open(tmp_path) as project:
        translation = project.open_document("a.txt")
        translation.edit(0, "The CSTO met in Minsk on Thursday, the agency reported.")
        translation.save()
    return tmp_path


def test_every_word_has_to_be_there_and_each_is_told_wherever_it_stands() -> None:
    text = "Am Samstag tagt die Runde in Kiew, am Sonntag nicht."
    assert places(text, "kiew samstag") == ["Samstag", "Kiew"]
    assert places(text, "tag") == ["tag", "tag", "tag"]
    assert places(text, "Kiew Montag") == []
    assert places(text, "kiew Samstag", capitals=True) == []


def test_words_are_looked_for_as_it_is_chosen() -> None:
    text = "Er ging, und die Häuser blieben leer."
    assert places(text, "Haus gehen") == []
    assert places(text, "Haus gehen", "inflected") == ["ging", "Häuser"]
    assert places(text, "eer lieb") == ["lieb", "eer"]
    assert places(text, "eer lieb", "word") == []


def test_quotation_marks_keep_words_together() -> None:
    assert places("Der runde Tisch tagt am Montag.", '"runde Tisch" Montag') == ["runde Tisch", "Montag"]
    assert places("Der Tisch ist rund, am Montag.", '"runde Tisch" Montag') == []
    assert words_apart('a "b  c" "d a') == ("a", "b c", '"d')
    assert words_apart('""') == ('""',)


@settings(deadline=None)
@given(
    st.text(alphabet="abc AB", max_size=40),
    st.lists(st.text(alphabet="abc", min_size=1, max_size=2), min_size=1, max_size=3),
)
def test_any_order_finds_what_has_all_in_whatever_order_they_are_typed(text: str, words: list[str]) -> None:
    text = clean(text)
    there = all(word in text.casefold() for word in words)
    for order in permutations(words):
        found = finder(Query(" ".join(order), any_order=True)).places(text, "english")
        assert bool(found) == there
        assert all(before.end <= after.start for before, after in pairwise(found))


@pytest.mark.feature("search in all documents")
async def test_all_words_in_any_order_are_a_way_of_searching_and_are_not_replaced(folder: Path) -> None:
    async with desk_on(folder) as desk:
        await desk.press("A", "f2", "f2", "f2", "f2")
        assert "F2 all words" in desk.shown()
        await desk.type("thursday CSTO")
        await desk.press("enter")
        await desk.settled()
        assert "2 places in 1 document" in desk.shown()
        await desk.press("R")
        await desk.type("alliance")
        await desk.press("enter")
        assert "words in any order were looked for" in desk.shown()
        await desk.press("escape", "f2")
        await desk.settled()
        assert "F2 all, any form" in desk.shown()
        await desk.press("enter")
        await desk.settled()
        assert "“thursday” + “CSTO” · 1 of 1" in desk.status


@pytest.mark.feature("search in all documents")
def test_find_any_order_and_what_cannot_be(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    def told(*arguments: str) -> tuple[int, str, str]:
        return (main(["find", *arguments]), *capsys.readouterr())

    files = (str(folder / "sources" / "a.txt"),)
    assert told("reported minsk", *files, "--any-order") == (
        0,
        "a.txt ¶1 english: The CSTO met in [Minsk] on Thursday, the agency [reported].\n",
        "",
    )
    assert told("Minsk Brussels", *files, "--any-order") == (
        1,
        "",
        "workbench: “Minsk” + “Brussels” was not found\n",
    )
    assert told("wollen Kiew", *files, "--any-order")[0] == 1
    assert told("wollen Kiew", *files, "--any-order", "--forms")[0] == 0
    assert "--any-order: a pattern has an order of its own" in told("a", *files, "--any-order", "--regex")[2]
    assert "words in any order were looked for" in told("a b", *files, "--any-order", "--replace", "c")[2]


def test_line_by_line_findall_goes_to_the_next_paragraph_that_has_all(folder: Path) -> None:
    said = script(folder, "findall samstag kiew", "findall Kiew Brüssel", "quit")
    assert "Paragraph 3 of 3" in said
    assert "“Kiew” + “Brüssel” is not in this document." in said

"""What is handed over in the format of its source is read again and counted: nothing is lost, added or misplaced."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.docx_material import docx, p, r
from workbench.export.native import must_hold
from workbench.formats import Document, Target, filter_of
from workbench.problem import WorkbenchError
from workbench.text import Code, Inline

FILES = {
    "a.docx": docx(p(r("Die Schlagzeile")) + p(r("Der Minister kommt.")) + p(r("Er geht "), r("Freitag", "<w:b/>"))),
    "a.html": b"<article><h1>Die Schlagzeile</h1><p>Der Minister kommt.</p><p>Er geht <b>Freitag</b></p></article>",
    "a.md": b"# Die Schlagzeile\n\nDer Minister kommt.\n\nEr geht **Freitag**\n",
}
HEADLINE, COMES = Inline("The headline"), Inline("The minister is coming.")
LEAVES = Inline("He leaves on Friday.", (Code(13, "1", "open"), Code(19, "1", "close")))


@pytest.fixture(params=FILES)
def name(request: pytest.FixtureRequest) -> str:
    return str(request.param)


def read(name: str) -> Document:
    return filter_of(name).read(FILES[name], Path(name))


def wanted(document: Document, *english: Inline) -> Target:
    return dict(zip(document.ids, english, strict=True))


def written(name: str, *english: Inline) -> bytes:
    document = read(name)
    return filter_of(name).write(document, wanted(document, *english))


def check(name: str, file: bytes, *english: Inline) -> None:
    document = read(name)
    must_hold(file, wanted(document, *english), document, Path(name))


def test_what_was_written_whole_is_handed_over(name: str) -> None:
    check(name, written(name, HEADLINE, COMES, LEAVES), HEADLINE, COMES, LEAVES)


def test_a_sentence_that_was_lost_stops_it(name: str) -> None:
    with pytest.raises(WorkbenchError, match="has lost the word"):
        check(name, written(name, HEADLINE, Inline(""), LEAVES), HEADLINE, COMES, LEAVES)


def test_a_sentence_that_was_written_twice_stops_it(name: str) -> None:
    twice = Inline(f"{COMES.text} {COMES.text}")
    with pytest.raises(WorkbenchError, match=r"was to have 10 words and has 14|has lost"):
        check(name, written(name, HEADLINE, twice, LEAVES), HEADLINE, COMES, LEAVES)


def test_a_code_that_was_lost_stops_it(name: str) -> None:
    with pytest.raises(WorkbenchError, match="was to have 2 codes and has 0"):
        check(name, written(name, HEADLINE, COMES, Inline(LEAVES.text)), HEADLINE, COMES, LEAVES)


def test_two_sentences_in_each_others_places_stop_it(name: str) -> None:
    with pytest.raises(WorkbenchError, match=r"in another (?:order|place)"):
        check(name, written(name, COMES, HEADLINE, LEAVES), HEADLINE, COMES, LEAVES)

"""A memory that is written and read again is the same: pair for pair, with codes, neighbours, dates and trust."""

from __future__ import annotations

import re
from collections.abc import Iterable
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from workbench.export.memory_tables import memory_as_tsv, memory_as_xlsx
from workbench.export.memory_tmx import memory_as_tmx
from workbench.memory import TRUSTS, Pair
from workbench.memory.exchange import Report, pairs_in
from workbench.text import Code, Inline, clean_line

PAIRS = [
    Pair(
        Inline("Die neue Lage", (Code(4, "2", "open"), Code(8, "2", "close"))),
        Inline("The new situation", (Code(4, "2", "open"), Code(7, "2", "close"), Code(17, "5", "alone"))),
        before="",
        after="Es regnet.",
        document="ausland/gipfel.txt",
        place=3,
        made="2025-02-03T04:05:06Z",
        who="anna",
        english="en-GB",
    ),
    Pair(Inline("=1+1 ist \\⟨1⟩ und \\n"), Inline('"Quoted" <b>&amp;</b>\\'), trust="aligned", english="en-US"),
    Pair(
        Inline("Halb offen", (Code(5, "1", "close"), Code(5, "7", "open"))),
        Inline("Half open", (Code(0, "7", "close"), Code(0, "1", "open"))),
        before="Ein Satz.",
        trust="unreviewed",
    ),
]


def again(pieces: Iterable[bytes], tmp_path: Path, name: str) -> list[Pair]:
    path = tmp_path / name
    path.write_bytes(b"".join(pieces))
    report = Report(path)
    pairs = list(pairs_in(path, report))
    assert report.problems == ()
    return pairs


def test_tmx_is_read_as_it_was_written(tmp_path: Path) -> None:
    assert again(memory_as_tmx(PAIRS), tmp_path, "a.tmx") == PAIRS


def test_tsv_is_read_as_it_was_written(tmp_path: Path) -> None:
    assert again(memory_as_tsv(PAIRS), tmp_path, "a.tsv") == PAIRS


def test_a_spreadsheet_keeps_the_texts(tmp_path: Path) -> None:
    pairs = again(memory_as_xlsx(PAIRS[::2], tmp_path / "a.xlsx"), tmp_path, "a.xlsx")
    assert [(pair.source, pair.target) for pair in pairs] == [(pair.source, pair.target) for pair in PAIRS[::2]]


def test_the_same_memory_is_the_same_file_and_other_programs_find_its_units(tmp_path: Path) -> None:
    from translate.storage.tmx import tmxfile

    data = b"".join(memory_as_tmx(PAIRS))
    assert data == b"".join(memory_as_tmx(PAIRS))
    units = tmxfile.parsestring(data).units
    assert re.sub("<.*?>", "", units[0].source) == "Die neue Lage"
    assert len(units) == 3


def test_an_empty_memory_is_a_whole_file() -> None:
    data = b"".join(memory_as_tmx([]))
    assert data.startswith(b"<?xml") and data.endswith(b"</tmx>\n")


_WORDS = st.text(st.characters(codec="utf-8", exclude_categories=["Cs"]), max_size=20).map(clean_line)
_TEXTS = st.builds(lambda word, more: clean_line(f"Wort {word} {more}"), _WORDS, _WORDS)


@st.composite
def _inlines(draw: st.DrawFn) -> Inline:
    text = draw(_TEXTS)
    ids = draw(st.lists(st.integers(1, 12), max_size=3, unique=True))
    codes = []
    for number in ids:
        start, end = sorted((draw(st.integers(0, len(text))), draw(st.integers(0, len(text)))))
        if draw(st.booleans()):
            codes += [Code(start, str(number), "open"), Code(end, str(number), "close")]
        else:
            codes.append(Code(start, str(number), "alone"))
    return Inline(text, tuple(sorted(codes, key=lambda code: code.at)))


_NEIGHBOURS = st.one_of(st.none(), _WORDS)
_PAIRS = st.builds(
    Pair,
    _inlines(),
    _inlines().map(lambda one: Inline("Text: ") + one),
    _NEIGHBOURS,
    _NEIGHBOURS,
    document=_WORDS,
    place=st.integers(-1, 9_999),
    trust=st.sampled_from(TRUSTS),
    made=st.sampled_from(["", "2024-12-31T23:59:59Z"]),
    who=_WORDS,
    english=st.sampled_from(["", "en-GB", "en-US"]),
)


@settings(max_examples=60, deadline=None)
@given(pairs=st.lists(_PAIRS, max_size=4))
@pytest.mark.parametrize("name", ["a.tmx", "a.tsv"])
def test_whatever_is_in_a_memory_comes_back(
    tmp_path_factory: pytest.TempPathFactory, name: str, pairs: list[Pair]
) -> None:
    pieces = memory_as_tmx(pairs) if name == "a.tmx" else memory_as_tsv(pairs)
    if pairs:
        assert again(pieces, tmp_path_factory.mktemp("round"), name) == pairs

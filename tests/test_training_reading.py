"""Drafts read blind: what the sheets tell, and what the marks of several readings say."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from training.marks import Judged, counted, difference, share
from training.reading import chosen, drafts, read_marks, write_sheets
from workbench.glossary import Entry, Glossary

LINES = [
    ("Der Himmel ist blau.", "The sky is blue.", "The heaven is blue."),
    ("Es regnet.", "It rains.", "It is raining."),
    ("Guten Tag.", "Good day.", "Good day."),
]


def _marked(folder: Path, reading: int, marks: dict[str, str]) -> None:
    path = folder / f"reading-{reading}.tsv"
    head, *rows = path.read_text(encoding="utf-8").splitlines()
    path.write_text("\n".join([head, *(marks[row.split("\t")[3]] + row for row in rows)]), encoding="utf-8")


def test_a_sheet_does_not_say_whose_a_draft_is_and_shows_like_drafts_once(tmp_path: Path) -> None:
    write_sheets(tmp_path, LINES, readings=2)
    rows = (tmp_path / "reading-1.tsv").read_text(encoding="utf-8").splitlines()[1:]
    assert len(rows) == 5 and all(row.startswith("\t") for row in rows)
    assert not any(word in row.split("\t") for row in rows for word in ("old", "new", "both"))
    assert sorted(rows) == sorted((tmp_path / "reading-2.tsv").read_text(encoding="utf-8").splitlines()[1:])


def test_marks_come_back_to_their_sentences_whatever_the_order(tmp_path: Path) -> None:
    write_sheets(tmp_path, LINES, readings=1)
    marks = {"The sky is blue.": "k", "The heaven is blue.": "throw", "It rains.": "m", "It is raining.": "keep"}
    _marked(tmp_path, 1, marks | {"Good day.": "K"})
    assert read_marks(tmp_path) == [
        [Judged(1, "keep", "throw"), Judged(2, "mend", "keep"), Judged(3, "keep", "keep")],
    ]


def test_a_mark_that_is_none_is_told_with_its_line(tmp_path: Path) -> None:
    write_sheets(tmp_path, LINES, readings=1)
    with pytest.raises(SystemExit, match=r"reading-1\.tsv, line 2: “” is no mark: write keep, mend, throw"):
        read_marks(tmp_path)


def test_drafts_of_other_german_are_refused() -> None:
    with pytest.raises(SystemExit, match="not the same German"):
        chosen([("Ja.", "Yes.")], [("Nein.", "No.")], None)
    assert chosen([("Ja.", "Yes.")], [("Ja.", "Aye.")], None) == [("Ja.", "Yes.", "Aye.")]


def test_a_share_has_the_interval_that_wilson_gives_it() -> None:
    # Newcombe (1998), table I: 15 of 148 by Wilson's score method
    found = share(15, 148)
    assert (round(found.low, 4), round(found.high, 4)) == (0.0624, 0.1605)


@given(st.lists(st.tuples(st.sampled_from([0.0, 1.0]), st.sampled_from([0.0, 1.0])), min_size=1, max_size=30))
@settings(max_examples=15)
def test_a_difference_lies_in_its_interval(sentences: list[tuple[float, float]]) -> None:
    found = difference(sentences)
    assert -1 <= found.low <= found.figure + 1e-9 and found.figure - 1e-9 <= found.high <= 1


def test_the_table_counts_a_sentence_once_whatever_the_readings() -> None:
    one = [Judged(1, "throw", "keep"), Judged(2, "throw", "mend")]
    other = [Judged(1, "throw", "keep"), Judged(2, "mend", "mend")]
    table = list(counted([one, other]))
    assert any(line.startswith("  throw  old  75.0 %   new   0.0 %") for line in table)
    assert table[-1] == "readings 1 and 2 say the same of 75.0 % of the drafts"


def test_each_line_comes_with_the_draft_that_the_workbench_makes_of_it() -> None:
    glossary = Glossary((Entry(("ODKB",), "CSTO", kind="organisation"),))
    (first, second) = drafts(["Die ODKB tagte in Eriwan. Es gab keinen Beschluss.", "Der Hund bellt."], glossary, None)
    assert first[0].startswith("Die ODKB") and "CSTO" in first[1] and "\n" not in first[1]
    assert second[0] == "Der Hund bellt." and "dog" in second[1]

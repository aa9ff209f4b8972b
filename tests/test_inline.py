"""Text and the codes beside it: written, read back, cut, joined and carried along while the text changes."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from workbench.text import Code, Inline, Span, clean, pairs
from workbench.text.inline import MARK, code_of, mark_of

BOLD = Inline("Das neue Gesetz", (Code(4, "1", "open"), Code(8, "1", "close")))
TEXTS = st.text(st.sampled_from("ab ⟨⟩/\\12ü"), max_size=12)


@st.composite
def inlines(draw: st.DrawFn) -> Inline:
    """Any text with properly nested codes in it."""
    text = draw(TEXTS)
    places = st.integers(0, len(text))
    codes: list[Code] = []
    for number in range(1, draw(st.integers(0, 3)) + 1):
        first, last = sorted((draw(places), draw(places)))
        if draw(st.booleans()):
            codes.append(Code(first, str(number), "alone"))
        else:
            codes += [Code(first, str(number), "open"), Code(last, str(number), "close")]
    return Inline(text, tuple(sorted(codes, key=lambda code: code.at)))


def test_files_show_a_code_by_its_number() -> None:
    note = Inline("Er sagte es.", (Code(8, "2", "alone"),))
    assert BOLD.shown() == "Das ⟨1⟩neue⟨/1⟩ Gesetz"
    assert note.shown() == "Er sagte⟨2/⟩ es."
    assert Inline.parsed("Das ⟨1⟩neue⟨/1⟩ Gesetz") == BOLD


def test_what_only_looks_like_a_code_stays_text() -> None:
    assert Inline("Siehe ⟨1⟩ und ⟨x⟩.").shown() == "Siehe \\⟨1⟩ und ⟨x⟩."
    assert Inline.parsed("Siehe \\⟨1⟩ und ⟨x⟩.") == Inline("Siehe ⟨1⟩ und ⟨x⟩.")
    assert Inline.parsed("⟨/2/⟩ ⟨0⟩") == Inline("⟨/2/⟩ ⟨0⟩")


@settings(deadline=None)
@given(inlines())
def test_whatever_is_written_is_read_back(inline: Inline) -> None:
    assert Inline.parsed(inline.shown()) == inline
    assert Inline.unmarked(inline.marked()) == inline


@settings(deadline=None)
@given(inlines(), st.integers(0, 12))
def test_cutting_loses_no_text_and_leaves_no_pair_half_open(inline: Inline, at: int) -> None:
    left, right = inline[:at], inline[at:]
    assert left.text + right.text == inline.text
    for part in (left, right):
        opened = [code.id for code in part.codes if code.kind == "open"]
        closed = [code.id for code in part.codes if code.kind == "close"]
        assert sorted(opened) == sorted(closed)
    assert {code.id for code in (*left.codes, *right.codes)} == {code.id for code in inline.codes}


def test_a_pair_that_is_cut_is_closed_and_opened_again() -> None:
    assert BOLD[:6].shown() == "Das ⟨1⟩ne⟨/1⟩"
    assert BOLD[6:].shown() == "⟨1⟩ue⟨/1⟩ Gesetz"
    assert BOLD[9:].shown() == "Gesetz"
    assert (BOLD[:9] + BOLD[9:]) == BOLD


@pytest.mark.parametrize(
    ("now", "shown"),
    [
        ("Das neue Gesetz kommt", "Das ⟨1⟩neue⟨/1⟩ Gesetz kommt"),
        ("Das alte Gesetz", "Das ⟨1⟩alte⟨/1⟩ Gesetz"),
        ("Das sehr neue Gesetz", "Das sehr ⟨1⟩neue⟨/1⟩ Gesetz"),
        ("Das neue, gute Gesetz", "Das ⟨1⟩neue⟨/1⟩, gute Gesetz"),
        ("Das Gesetz", "Das ⟨1⟩⟨/1⟩Gesetz"),
    ],
)
def test_codes_stay_at_their_words_while_the_text_is_changed(now: str, shown: str) -> None:
    assert BOLD.carried(now).shown() == shown


@settings(deadline=None)
@given(inlines(), TEXTS)
def test_a_changed_text_keeps_every_code_in_order(inline: Inline, text: str) -> None:
    now = inline.carried(text)
    assert now.text == text
    assert [(code.id, code.kind) for code in now.codes] == [(code.id, code.kind) for code in inline.codes]
    assert all(0 <= code.at <= len(text) for code in now.codes)
    assert list(now.codes) == sorted(now.codes, key=lambda code: code.at)


def test_a_stretch_is_replaced_within_its_codes() -> None:
    assert BOLD.replaced(Span(4, 8), "veraltete").shown() == "Das ⟨1⟩veraltete⟨/1⟩ Gesetz"
    assert BOLD.replaced(Span(0, 3), "Dieses").shown() == "Dieses ⟨1⟩neue⟨/1⟩ Gesetz"


def test_pairs_are_told_from_the_outside_in() -> None:
    nested = Inline.parsed("⟨1⟩a⟨2⟩b⟨/2⟩⟨/1⟩")
    assert [(pair.id, pair.start, pair.end) for pair in pairs(nested.codes)] == [("1", 0, 2), ("2", 1, 2)]


def test_of_pairs_around_the_same_words_the_one_that_opens_first_is_the_outer_one() -> None:
    inline = Inline.parsed("⟨2⟩⟨1⟩neue⟨/1⟩⟨/2⟩ Lage")
    assert [pair.id for pair in pairs(inline.codes)] == ["2", "1"]


def test_no_text_from_outside_has_the_marks_of_a_cell() -> None:
    mark = mark_of(Code(0, "12", "close"))
    assert MARK.fullmatch(mark)
    assert code_of(mark) == Code(0, "12", "close")
    assert clean(f"a{mark}b") == "ab"

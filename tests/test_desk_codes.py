"""Bold, links and footnote marks at the desk: signs in both columns, whole in the cell, put and cleared by a key."""

from __future__ import annotations

from pathlib import Path

import pytest

from workbench.text import Code, Inline, Span
from workbench.tui.codes import drawn, missing, of_text, shown

from .desk import Desk, desk_on

ARTICLE = """\
# Die Lage

Das **neue** Gesetz steht im [Amtsblatt](https://a.example "Titel")[^1].

[^1]: Nach Angaben der Regierung.
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    project = tmp_path / "project"
    (project / "sources").mkdir(parents=True)
    (project / "sources" / "gesetz.md").write_text(ARTICLE, encoding="utf-8")
    (project / "glossary.yaml").write_text("", encoding="utf-8")
    return project


def cell(desk: Desk) -> str:
    return desk.screen.sheet.english.inline.shown()


async def emptied(desk: Desk) -> None:
    """Open the paragraph with the codes, and take its English away."""
    await desk.go_to(2)
    await desk.burst("enter", "ctrl+a", "delete")


@pytest.mark.feature("codes for bold, links, notes")
async def test_both_columns_show_codes_as_signs_and_the_words_in_them_set(folder: Path) -> None:
    async with desk_on(folder) as desk:
        seen = desk.shown()
        assert "Das ¹neue₁ Gesetz steht im" in seen
        assert "²Amtsblatt₂³." in seen
        assert "**" not in seen
        assert "https" not in seen
        await desk.go_to(2)
        assert "¹ bold · ² link https://a.example · ³ footnote mark [^1]" in desk.shown()


async def test_the_draft_has_every_code_and_reaches_the_english_file(folder: Path) -> None:
    async with desk_on(folder) as desk:
        await desk.go_to(2)
        assert {code.id for code in desk.screen.records[1].english_codes} == {"1", "2", "3"}
        await desk.burst("a")
        await desk.settled()
    english = (folder / "translations" / "gesetz.en.md").read_text(encoding="utf-8")
    assert "**new**" in english
    assert '](https://a.example "Titel")' in english
    assert "[^1]" in english


async def test_a_code_in_the_cell_is_one_character_that_is_whole_or_gone(folder: Path) -> None:
    async with desk_on(folder) as desk:
        await emptied(desk)
        await desk.burst("ctrl+r", *"new", "end", *" law")
        assert cell(desk) == "⟨1⟩new⟨/1⟩ law"
        await desk.burst(*["left"] * 4, "backspace")
        assert cell(desk) == "⟨1⟩new law"
        await desk.burst("escape")
        assert "bold" in str(desk.screen.session.findings_of(1))


@pytest.mark.feature("codes for bold, links, notes")
async def test_the_key_puts_what_is_missing_one_after_the_other_around_what_is_selected(folder: Path) -> None:
    async with desk_on(folder) as desk:
        await emptied(desk)
        await desk.type("new law gazette")
        await desk.burst("home", *["shift+right"] * 3, "ctrl+r")
        assert cell(desk) == "⟨1⟩new⟨/1⟩ law gazette"
        await desk.burst("end", *["shift+left"] * 7, "ctrl+r", "end", "ctrl+r")
        assert cell(desk) == "⟨1⟩new⟨/1⟩ law ⟨2⟩gazette⟨/2⟩⟨3/⟩"
        await desk.burst("ctrl+r")
        assert cell(desk) == "⟨1⟩new⟨/1⟩ law ⟨2⟩gazette⟨/2⟩⟨3/⟩"


async def test_a_half_that_is_missing_goes_to_its_own_side_of_what_is_selected(folder: Path) -> None:
    async with desk_on(folder) as desk:
        await emptied(desk)
        await desk.burst("ctrl+r", *"new", "backspace", "backspace", "backspace")
        for half in ("backspace", "delete"):
            whole = cell(desk)
            await desk.burst(half, *"new", *["shift+left"] * 3, "ctrl+r")
            assert cell(desk) == "⟨1⟩new⟨/1⟩", whole
            await desk.burst("ctrl+a", "delete", "ctrl+r")


async def test_words_and_codes_are_deleted_by_words_and_none_is_halved(folder: Path) -> None:
    async with desk_on(folder) as desk:
        await emptied(desk)
        await desk.burst("ctrl+r", *"new law", "ctrl+w")
        assert cell(desk) == "⟨1⟩new ⟨/1⟩"
        await desk.burst("ctrl+w", "ctrl+w", "ctrl+w", "ctrl+delete")
        assert cell(desk) in ("", "⟨1⟩", "⟨/1⟩")


async def test_a_term_put_behind_a_code_has_its_space_and_its_capital(folder: Path) -> None:
    async with desk_on(folder) as desk:
        await emptied(desk)
        await desk.burst("ctrl+r")
        desk.screen.sheet.put_in("official gazette")
        await desk.burst("end")
        desk.screen.sheet.put_in("law")
        assert cell(desk) == "⟨1⟩Official gazette⟨/1⟩ law"


async def test_a_key_clears_codes_and_undo_brings_them_back(folder: Path) -> None:
    async with desk_on(folder) as desk:
        await desk.go_to(2)
        await desk.burst("enter")
        before = cell(desk)
        await desk.burst("ctrl+u")
        assert cell(desk) == desk.screen.sheet.english.inline.text
        await desk.burst("ctrl+z")
        assert cell(desk) == before


async def test_terms_and_selections_are_where_the_words_are(folder: Path) -> None:
    async with desk_on(folder) as desk:
        await desk.go_to(2)
        await desk.burst("enter", "tab")
        german = desk.screen.sheet.german
        german.select_span(Span(4, 8))
        assert (german.selected_words, german.selected_span) == ("neue", Span(4, 8))


def test_places_of_the_text_and_of_what_is_drawn() -> None:
    inline = Inline("Das neue Gesetz", (Code(4, "1", "open"), Code(8, "1", "close")))
    assert shown(inline) == "Das ¹neue₁ Gesetz"
    assert drawn(inline, Span(4, 8)) == Span(5, 9)
    assert drawn(inline, Span(9, 15)) == Span(11, 17)
    assert [of_text(inline.marked(), at) for at in (4, 5, 9, 10)] == [4, 4, 8, 8]
    many = Inline("a", tuple(Code(0, str(number), "alone") for number in range(1, 23)))
    assert shown(many).startswith("¹²³⁴⁵⁶⁷⁸⁹ᵃᵇ")
    assert shown(Inline("", (Code(0, "40", "open"), Code(0, "40", "close")))) == "⁺₊"


def test_what_is_missing_is_told_by_id() -> None:
    wanted = (Code(0, "1", "open"), Code(3, "1", "close"), Code(4, "2", "alone"))
    assert [(code.id, code.kind) for code in missing(wanted, ())] == [("1", "open"), ("1", "close")]
    assert [(code.id, code.kind) for code in missing(wanted, wanted[:1])] == [("1", "close")]
    assert missing(wanted, wanted) == []

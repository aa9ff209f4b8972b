"""Ways through the work at the desk: to what is open, through all notes and findings; and what is underlined."""

from __future__ import annotations

from pathlib import Path

import pytest

from workbench.project import Session
from workbench.project.commands import Accept, Edit, WriteNote
from workbench.tui.widgets.pairs import PairsView

from .desk import Desk, desk_on
from .memory_material import make

ARTICLES = {
    "a.txt": "Der Rat tagt wieder.\n\nEs schneit seit Tagen.\n\nDer Kreml schweigt.\n\nEs bleibt kalt.\n",
    "b.txt": "Niemand kam.\n\nDer Kreml sagt nichts dazu.\n",
}
GLOSSARY = "- {de: Kreml, en: Kremlin, kind: organisation}\n"


def begun(root: Path) -> Path:
    """Two articles with English of which some is accepted, a note in each, and a term that each of them lacks."""
    make(root, ARTICLES)
    (root / "glossary.yaml").write_text(GLOSSARY, encoding="utf-8")
    english = {
        "a.txt": ("The council meets again.", "It has snowed for days.", "Moscow is silent.", "It stays cold."),
        "b.txt": ("Nobody came.", "Moscow says nothing about it."),
    }
    with Session.open(root) as session:
        for name, texts in english.items():
            session.put_on_desk(name)
            for index, text in enumerate(texts):
                session.do(Edit(index, text))
            session.do(WriteNote(0, f"Ask the desk about {name}."))
            session.save()
        session.put_on_desk("a.txt")
        for index in (0, 1, 3):
            session.do(Accept(index))
        session.save()
    return root


def underlined(pairs: PairsView, number: int) -> str:
    """What of a paragraph's first line is underlined."""
    strip = pairs.render_line(pairs.top_of(number - 1))
    return "".join(segment.text for segment in strip if segment.style and segment.style.underline)


@pytest.mark.feature("next open segment")
async def test_tab_goes_to_the_next_paragraph_that_is_not_reviewed(tmp_path: Path) -> None:
    async with desk_on(begun(tmp_path / "news")) as desk:
        await desk.press("home", "tab")
        assert desk.number == 3


@pytest.mark.feature("terms are underlined")
async def test_terms_are_underlined_where_one_is_and_elsewhere_if_the_english_lacks_them(tmp_path: Path) -> None:
    async with desk_on(begun(tmp_path / "news")) as desk:
        await desk.go_to(1)
        assert underlined(desk.screen.pairs, 3) == "Kreml"
        await desk.go_to(3)
        await desk.press("enter", "ctrl+a")
        await desk.type("The Kremlin is silent.")
        await desk.press("escape")
        await desk.settled()
        assert underlined(desk.screen.pairs, 3) == "Kreml"
        await desk.go_to(1)
        await desk.settled()
        assert underlined(desk.screen.pairs, 3) == ""


async def walked(desk: Desk, *options: str) -> list[tuple[str, int]]:
    """The places that F3 leads to, of a search without words and with these options, until the first comes again."""
    await desk.press("A", *options, "enter")
    await desk.settled()
    await desk.press("enter")
    seen: list[tuple[str, int]] = []
    while True:
        await desk.settled()
        place = (desk.app.session.document, desk.number)
        if place in seen:
            return seen
        seen.append(place)
        await desk.press("f3")


@pytest.mark.feature("next note")
async def test_all_notes_are_a_list_and_f3_walks_through_them(tmp_path: Path) -> None:
    async with desk_on(begun(tmp_path / "news")) as desk:
        assert await walked(desk, "f3", "f3", "f3") == [("a.txt", 1), ("b.txt", 1)]


@pytest.mark.feature("all findings in a list")
async def test_all_findings_are_a_list_and_f3_walks_through_them(tmp_path: Path) -> None:
    async with desk_on(begun(tmp_path / "news")) as desk:
        assert await walked(desk, "f3", "f3", "f3", "f3") == [("a.txt", 3), ("b.txt", 2)]


@pytest.mark.feature("next segment without its like")
async def test_d_passes_over_what_repeats_an_earlier_paragraph(tmp_path: Path) -> None:
    texts = ("Es schneit.", "Niemand kam.", "Es schneit.", "Niemand kam.", "Es bleibt kalt.", "Es schneit.")
    make(tmp_path / "news", {"a.txt": "\n\n".join(texts) + "\n", "b.txt": "Niemand kam.\n"})
    async with desk_on(tmp_path / "news") as desk:
        await desk.go_to(2)
        await desk.burst("D")
        assert desk.number == 5
        assert "3 paragraphs of this document, which repeat others, are passed over" in desk.status
        await desk.burst("D", "D")
        assert desk.number == 2

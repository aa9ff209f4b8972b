"""What was handed over last is remembered, so that a changed article can be handed over as its changes alone."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from itertools import combinations
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from tests.desk import desk_on
from workbench.project import Project
from workbench.project.handing.delivered import Delivered, Sent, digests, last_delivery, remember_delivery
from workbench.translation import ParagraphRecord, State, TranslationRecord

RECORD = TranslationRecord(
    "a.txt",
    (
        ParagraphRecord("Die Grenze ist zu.", "The border is closed.", State.REVIEWED),
        ParagraphRecord("Niemand weiß, warum.", "Nobody knows why.", State.REVIEWED),
        ParagraphRecord("1/6", state=State.SKIPPED),
    ),
)


def test_what_was_handed_over_as_it_is_has_not_changed(project_folder: Path) -> None:
    with Project.open(project_folder) as project:
        assert last_delivery(project.layout, "a.txt") is None
        remember_delivery(project.layout, RECORD, (), date(2026, 11, 28))
        last = last_delivery(project.layout, "a.txt")
        assert last is not None and last.day == date(2026, 11, 28)
        assert last.since(RECORD).changed == frozenset()


def test_a_changed_a_new_and_a_paragraph_taken_up_again_have(project_folder: Path) -> None:
    with Project.open(project_folder) as project:
        remember_delivery(project.layout, RECORD, (), date(2026, 11, 28))
        last = last_delivery(project.layout, "a.txt")
        assert last is not None
        first, second, third = RECORD.paragraphs
        new = ParagraphRecord("Das ist neu.", "This is new.", State.REVIEWED)
        moved = (new, second, replace(first, english="The border is shut."), replace(third, state=State.NEW))
        assert last.since(replace(RECORD, paragraphs=moved)).changed == {0, 2, 3}


def test_what_was_left_out_has_not_gone_out_and_what_is_accepted_since_has_changed(project_folder: Path) -> None:
    first, second, third = RECORD.paragraphs
    draft = replace(RECORD, paragraphs=(first, replace(second, state=State.TRANSLATED), third))
    with Project.open(project_folder) as project:
        remember_delivery(project.layout, draft, {1}, date(2026, 11, 28))
        last = last_delivery(project.layout, "a.txt")
        assert last is not None and last.since(draft).changed == {1}
        remember_delivery(project.layout, draft, {0}, date(2026, 11, 29))
        last = last_delivery(project.layout, "a.txt")
        assert last is not None and last.since(draft).changed == frozenset()
        assert last.since(RECORD).changed == {1}


def test_a_paragraph_that_says_what_another_says_is_new_all_the_same(project_folder: Path) -> None:
    with Project.open(project_folder) as project:
        remember_delivery(project.layout, RECORD, (), date(2026, 11, 28))
        last = last_delivery(project.layout, "a.txt")
        again = replace(RECORD, paragraphs=(*RECORD.paragraphs, RECORD.paragraphs[0]))
        assert last is not None and 3 in last.since(again).changed


def test_a_damaged_memory_of_deliveries_is_none(project_folder: Path) -> None:
    with Project.open(project_folder) as project:
        remember_delivery(project.layout, RECORD, (), date(2026, 11, 28))
        for file in (project.layout.private / "delivered").iterdir():
            file.write_bytes(b"{")
        assert last_delivery(project.layout, "a.txt") is None


def test_what_was_taken_out_left_out_or_moved_is_told_beside_the_changes(project_folder: Path) -> None:
    germans = ("Die Grenze ist zu.", "Niemand weiß, warum.", "Der Zoll schweigt dazu.", "Morgen tagt der Rat.", "Ende.")
    sent = replace(RECORD, paragraphs=tuple(ParagraphRecord(one, one.upper(), State.REVIEWED) for one in germans))
    border, nobody, customs, council, end = sent.paragraphs
    with Project.open(project_folder) as project:
        remember_delivery(project.layout, sent, (), date(2026, 11, 28))
        last = last_delivery(project.layout, "a.txt")
    assert last is not None and last.since(sent).beside == ""
    changed = ParagraphRecord("Die Grenze ist wieder zu.", "The border is shut again.", State.REVIEWED)
    now = replace(sent, paragraphs=(end, changed, replace(nobody, state=State.SKIPPED), council))
    since = last.since(now)
    assert since.changed == {1}
    assert since.beside == "taken out: 3 “Der Zoll schweigt dazu.”; left out now: 3; in another place now: 1"
    joined = ParagraphRecord(f"{border.german} {nobody.german}", "X", State.REVIEWED)
    assert last.since(replace(sent, paragraphs=(joined, customs, council, end))).gone == ()
    cut = [ParagraphRecord(part, "X", State.REVIEWED) for part in ("Die Grenze", "ist zu.")]
    assert last.since(replace(sent, paragraphs=(*cut, nobody, customs, council, end))).gone == ()


@given(st.permutations(range(7)))
def test_what_has_moved_is_as_little_as_can_be(order: list[int]) -> None:
    record = TranslationRecord("a.txt", tuple(ParagraphRecord(f"Satz {n}", f"{n}", State.REVIEWED) for n in range(7)))
    sent = tuple(Sent(n + 1, f"Satz {n}", digest) for n, digest in enumerate(digests(record)))
    now = replace(record, paragraphs=tuple(record.paragraphs[n] for n in order))
    moved = Delivered(date(2026, 11, 28), sent).since(now).moved
    rest = [n for at, n in enumerate(order) if at not in moved]
    assert rest == sorted(rest)
    longest = max(size for size in range(1, 8) for row in combinations(order, size) if list(row) == sorted(row))
    assert len(rest) == longest


def test_a_paragraph_that_was_held_back_is_kept_as_it_went_out_before(project_folder: Path) -> None:
    first, second, third = RECORD.paragraphs
    other = replace(RECORD, paragraphs=(first, replace(second, english="Nobody can say.", state=State.DRAFT), third))
    with Project.open(project_folder) as project:
        remember_delivery(project.layout, RECORD, (), date(2026, 11, 28))
        remember_delivery(project.layout, other, {1}, date(2026, 11, 29))
        last = last_delivery(project.layout, "a.txt")
    assert last is not None and last.since(RECORD).changed == frozenset()
    without = last.since(replace(RECORD, paragraphs=(first, third)))
    assert [one.german for one in without.gone] == [second.german]


def test_a_delivery_of_an_article_with_a_very_long_name_is_remembered(project_folder: Path) -> None:
    name = f"{'Übergrößenträger' * 7} und Äpfel.txt"
    with Project.open(project_folder) as project:
        remember_delivery(project.layout, replace(RECORD, source=name), (), date(2026, 11, 28))
        assert last_delivery(project.layout, name) is not None
        assert last_delivery(project.layout, name.replace("Äpfel", "Birnen")) is None


async def test_the_panel_shows_what_has_changed_in_the_german(project_folder: Path) -> None:
    async with desk_on(project_folder, (140, 45)) as desk:
        await desk.burst("a", "up")
        await desk.settled()
    source = next(iter(sorted((project_folder / "sources").iterdir())))
    text = source.read_text(encoding="utf-8")
    first = text.strip().splitlines()[0]
    source.write_text(text.replace(first, first.replace(" ", " wieder ", 1), 1), encoding="utf-8")
    async with desk_on(project_folder, (140, 45)) as desk:
        await desk.settled()
        panel = str(desk.screen.panel._shown.content)
        assert "The German has changed: " in panel
        assert " wieder " in panel

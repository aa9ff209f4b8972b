"""Paragraphs that the translator cuts, joins and adds: in the record, in the English, and when the source changes."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from workbench.formats import filter_of
from workbench.problem import WorkbenchError
from workbench.project import Session
from workbench.project.commands import Accept, Command, Edit, Insert, Join, Redo, Split, Undo
from workbench.translation import ParagraphRecord, State, TranslationRecord, dump_record, rematch
from workbench.translation.structure import restructured
from workbench.translation.yaml_dump import Dump
from workbench.translation.yaml_file import parse_record
from workbench.translation.yaml_own import read_own

from .desk import desk_on

FIRST = "Der Minister sprach in Minsk. Niemand **widersprach** ihm."
ARTICLE = f"""\
# Die Lage

{FIRST}

- Erstens schweigt das Amt.
- Zweitens redet der Rat.

> Ein Zitat. Noch ein Satz.

| a | b |
|---|---|
| c | d |
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    project = tmp_path / "project"
    (project / "sources").mkdir(parents=True)
    (project / "sources" / "a.md").write_text(ARTICLE, encoding="utf-8")
    (project / "glossary.yaml").write_text("", encoding="utf-8")
    return project


def opened(folder: Path) -> Session:
    session = Session.open(folder)
    session.put_on_desk("a.md")
    return session


def germans(session: Session) -> list[str]:
    return [paragraph.german for paragraph in session.paragraphs]


def english(session: Session, name: str = "a.en.md") -> str:
    session.translation.save()
    return (session.project.layout.translations / name).read_text(encoding="utf-8")


def test_a_paragraph_is_cut_with_its_english_and_its_codes(folder: Path) -> None:
    with opened(folder) as session:
        session.do(Edit(1, "The minister spoke in Minsk. Nobody objected."))
        session.do(Split(1, FIRST.index("Niemand")))
        assert germans(session)[1:3] == ["Der Minister sprach in Minsk.", "Niemand widersprach ihm."]
        assert [p.english for p in session.paragraphs[1:3]] == [
            "The minister spoke in Minsk.",
            "Nobody objected.",
        ]
        assert session.paragraphs[2].source.shown() == "Niemand ⟨1⟩widersprach⟨/1⟩ ihm."
        session.do(Accept(1))
        session.do(Accept(2))
        assert "The minister spoke in Minsk.\n\nNobody objected.\n" in english(session)


def test_two_paragraphs_are_joined_with_the_codes_of_both(folder: Path) -> None:
    article = folder / "sources" / "a.md"
    article.write_text("Der **neue** Rat\n\ntagt im [Amt](https://a.example).\n", encoding="utf-8")
    with opened(folder) as session:
        session.do(Join(0))
        (one,) = session.paragraphs
        assert one.source.shown() == "Der ⟨1⟩neue⟨/1⟩ Rat tagt im ⟨2⟩Amt⟨/2⟩."
        session.do(Edit(0, "The new council meets in the office."))
        session.do(Accept(0))
        assert english(session) == "The new council meets in the office.\n"


def test_a_paragraph_is_added_as_what_stands_before_it_is(folder: Path) -> None:
    with opened(folder) as session:
        session.do(Insert(2))
        session.do(Edit(3, "An item of my own."))
        session.do(Accept(3))
        session.do(Insert(1))
        session.do(Edit(2, "A note for readers."))
        session.do(Accept(2))
        text = english(session)
    assert "- [not translated] Erstens schweigt das Amt.\n- An item of my own.\n- [not" in text
    assert "\n\nA note for readers.\n\n- " in text


def test_in_a_quotation_the_new_paragraph_is_quoted_too(folder: Path) -> None:
    with opened(folder) as session:
        session.do(Split(4, len("Ein Zitat.")))
        assert "> [not translated] Ein Zitat.\n>\n> [not translated] Noch ein Satz.\n" in english_now(session)


def english_now(session: Session) -> str:
    from workbench.project import english_text

    return english_text(session.translation.record)


@pytest.mark.parametrize(
    ("command", "told"),
    [
        (Split(1, 0), "can only be cut between its words"),
        (Split(5, 1), "can only be cut between its words"),
        (Join(5), "a cell of a table has its place in it"),
        (Insert(6), "a cell of a table has its place in it"),
        (Join(8), "has none after it"),
    ],
)
def test_what_cannot_be_is_told_and_changes_nothing(folder: Path, command: Split | Join | Insert, told: str) -> None:
    with opened(folder) as session:
        before = session.paragraphs
        with pytest.raises(WorkbenchError, match=told):
            session.do(command)
        assert session.paragraphs == before


def test_everything_is_undone_and_done_again_as_one_act_each(folder: Path) -> None:
    with opened(folder) as session:
        start = session.paragraphs
        session.do(Edit(1, "The minister spoke. Nobody objected."))
        typed = session.paragraphs
        acts: list[Command] = [
            Split(1, FIRST.index("Niemand")),
            Edit(2, "No one objected."),
            Join(1),
            Insert(1),
            Join(3),
        ]
        states = []
        for act in acts:
            states.append(session.paragraphs)
            session.do(act)
        last = session.paragraphs
        for state in reversed(states):
            session.do(Undo())
            assert written(session.paragraphs) == written(state)
        assert written(session.paragraphs) == written(typed)
        session.do(Undo())
        assert germans(session) == [p.german for p in start]
        for _ in range(len(acts) + 1):
            session.do(Redo())
        assert written(session.paragraphs) == written(last)


def written(paragraphs: Sequence[ParagraphRecord]) -> list[tuple[str, str, str]]:
    """What is there with what a person wrote: drafts come beside the acts."""
    return [(p.german, p.english if p.has_own_english else "", p.part) for p in paragraphs]


def test_the_halves_of_what_was_cut_are_joined_to_what_they_were(folder: Path) -> None:
    with opened(folder) as session:
        before = session.paragraphs[1]
        session.do(Split(1, FIRST.index("Niemand")))
        session.do(Join(1))
        now = session.paragraphs[1]
        assert (now.source, now.part, now.joints) == (before.source, "", ())


# When the source changes


def reshaped(folder: Path) -> None:
    """Cut the first paragraph, join the two items, add a paragraph after the quotation."""
    with opened(folder) as session:
        session.do(Edit(1, "The minister spoke in Minsk. Nobody objected."))
        session.do(Split(1, FIRST.index("Niemand")))
        session.do(Join(3))
        session.do(Insert(4))
        session.do(Edit(5, "A note of mine."))
        session.translation.save()


def test_it_is_all_there_when_the_article_is_opened_again(folder: Path) -> None:
    reshaped(folder)
    with opened(folder) as session:
        assert germans(session)[1:6] == [
            "Der Minister sprach in Minsk.",
            "Niemand widersprach ihm.",
            "Erstens schweigt das Amt. Zweitens redet der Rat.",
            "Ein Zitat. Noch ein Satz.",
            "",
        ]
        assert session.paragraphs[5].english == "A note of mine."


def test_paragraphs_elsewhere_may_come_and_go(folder: Path) -> None:
    reshaped(folder)
    article = folder / "sources" / "a.md"
    article.write_text(
        "Ein neuer Absatz.\n\n" + ARTICLE.replace("# Die Lage\n\n", "") + "\nNoch einer.\n", encoding="utf-8"
    )
    with opened(folder) as session:
        found = germans(session)
        assert found[:3] == ["Ein neuer Absatz.", "Der Minister sprach in Minsk.", "Niemand widersprach ihm."]
        assert "Erstens schweigt das Amt. Zweitens redet der Rat." in found
        assert session.paragraphs[found.index("")].english == "A note of mine."
        assert found[found.index("") - 1] == "Ein Zitat. Noch ein Satz."


def test_a_changed_paragraph_is_cut_at_the_same_words(folder: Path) -> None:
    reshaped(folder)
    article = folder / "sources" / "a.md"
    changed = ARTICLE.replace("sprach in Minsk", "sprach am Montag in Minsk").replace(
        "redet der Rat", "redet der ganze Rat"
    )
    article.write_text(changed, encoding="utf-8")
    with opened(folder) as session:
        assert germans(session)[1:4] == [
            "Der Minister sprach am Montag in Minsk.",
            "Niemand widersprach ihm.",
            "Erstens schweigt das Amt. Zweitens redet der ganze Rat.",
        ]
        assert session.paragraphs[1].old_german == "Der Minister sprach in Minsk."
        assert session.paragraphs[2].english == "Nobody objected."


def test_what_is_gone_takes_its_cut_along_and_its_english_is_kept(folder: Path) -> None:
    reshaped(folder)
    article = folder / "sources" / "a.md"
    article.write_text("# Die Lage\n\nGanz etwas anderes steht jetzt hier.\n", encoding="utf-8")
    with opened(folder) as session:
        assert germans(session) == ["Die Lage", "", "Ganz etwas anderes steht jetzt hier."]
        kept = {p.english for p in (*session.paragraphs, *session.translation.record.removed)}
        assert {"The minister spoke in Minsk.", "Nobody objected.", "A note of mine."} <= kept


# At the desk


@pytest.mark.feature("cutting, joining and adding paragraphs")
async def test_keys_cut_at_the_cursor_join_and_add(folder: Path) -> None:
    async with desk_on(folder) as desk:
        await desk.go_to(2)
        await desk.burst("ctrl+d")
        assert "Where is it to be cut?" in desk.status
        await desk.burst("enter", "tab", *["ctrl+right"] * 5, "ctrl+d")
        await desk.settled()
        assert [p.german for p in desk.screen.records[1:3]] == [
            "Der Minister sprach in Minsk.",
            "Niemand widersprach ihm.",
        ]
        assert desk.number == 2
        await desk.burst("shift+f9", *"Mine.", "escape")
        assert (desk.number, desk.english(3)) == (3, "Mine.")
        await desk.burst("u", "u", "u")
        assert desk.screen.records[1].german == "Der Minister sprach in Minsk. Niemand widersprach ihm."
        await desk.go_to(3)
        await desk.burst("J")
        await desk.settled()
        assert "Erstens schweigt das Amt. Zweitens redet der Rat." in [p.german for p in desk.screen.records]


# In the record


def test_a_record_says_what_was_cut_joined_and_added() -> None:
    record = TranslationRecord(
        "a.txt",
        (
            ParagraphRecord("Eins.", "One.", State.REVIEWED),
            ParagraphRecord("Zwei. Drei.", "Two. Three.", State.REVIEWED, part="split", joints=(5,)),
            ParagraphRecord("", "Mine.", State.REVIEWED, part="inserted"),
        ),
    )
    data = dump_record(record)
    assert b"  part: split\n  joined: [5]\n" in data
    assert parse_record(data, "a.yaml") == read_own(data, Dump()) == record
    with pytest.raises(WorkbenchError, match="the part `halved` is not known"):
        parse_record(data.replace(b"part: split", b"part: halved"), "a.yaml")
    with pytest.raises(WorkbenchError, match="`joined:` is a list of places"):
        parse_record(data.replace(b"[5]", b"[x]"), "a.yaml")


BOOLEANS: st.SearchStrategy[Any] = st.booleans()
WORDS = st.lists(st.sampled_from(["Minsk", "der", "Rat", "tagt", "heute", "nicht"]), min_size=2, max_size=6).map(
    " ".join
)


@settings(deadline=None)
@given(st.lists(WORDS, min_size=1, max_size=4), st.data())
def test_whatever_is_cut_and_joined_no_word_gets_lost(texts: list[str], data: st.DataObject) -> None:
    """A record with any paragraphs cut at any blank, then matched to its source again."""
    source = filter_of("a.txt").read("\n\n".join(texts).encode(), Path("a.txt"))
    records: list[ParagraphRecord] = []
    for text in texts:
        at = data.draw(st.sampled_from([i for i, letter in enumerate(text) if letter == " "] + [0]))
        if at:
            records += [ParagraphRecord(text[:at]), ParagraphRecord(text[at + 1 :], part="split")]
        elif records and not records[-1].part and data.draw(BOOLEANS):
            last = records.pop()
            records.append(ParagraphRecord(f"{last.german} {text}", joints=(*last.joints, len(last.german))))
        else:
            records.append(ParagraphRecord(text))
    document = restructured(source, records)
    assert " ".join(p.text for p in document.paragraphs).split() == " ".join(texts).split()
    assert [p.text for p in document.paragraphs] == [p.german for p in records]
    assert [p.german for p in rematch(TranslationRecord("a.txt", tuple(records)), source).paragraphs] == [
        p.german for p in records
    ]

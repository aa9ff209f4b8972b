"""What was translated before fills by itself, where it is the same to the letter, and says where it came from."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import pytest

from tests.memory_material import THANKS, make, settled, untouched
from workbench.cli import main
from workbench.memory import Memory, Pair
from workbench.problem import WorkbenchError
from workbench.project import Draft, ParagraphRecord, Project, Session, State, memory_origins
from workbench.project.commands import Accept, Edit
from workbench.project.memories.filling import PACKAGE, filled_at, where_from
from workbench.text import Inline, Span

OURS = "Thank you for bearing with us."
MONDAY = "Nobody turned up on Monday."


def pair(german: str, english: str, **besides: object) -> Pair:
    told = {"document": "old.txt", "place": 2, **besides}
    return Pair(Inline.parsed(german), Inline.parsed(english), **told)  # type: ignore[arg-type]  # of a test's own words


def memory(*pairs: Pair) -> Memory:
    made = Memory.open(None)
    made.add(pairs)
    return made


def english(records: tuple[ParagraphRecord, ...], index: int, *pairs: Pair) -> Mapping[Span, str]:
    return filled_at(records, index, memory(*pairs)).given


def test_a_sentence_that_was_translated_before_fills_a_paragraph() -> None:
    found = filled_at(untouched(THANKS), 0, memory(pair(THANKS, OURS)))
    assert found.whole == Draft(OURS, PACKAGE, memory=((THANKS, "100", "old.txt ¶3"),))


@pytest.mark.feature("what was translated fills by itself")
def test_the_same_neighbours_go_before_what_is_the_same_without_them() -> None:
    near = pair(THANKS, "Thanks, all.", before="Der Rat tagt.", after="")
    far = pair(THANKS, OURS, before="Es regnet.", after="", made="2026-11-28T10:00:00+00:00")
    found = filled_at(untouched("Der Rat tagt.", THANKS), 1, memory(near, far))
    assert found.whole == Draft("Thanks, all.", PACKAGE, memory=((THANKS, "101", "old.txt ¶3"),))


@pytest.mark.feature("another translation of the same text")
def test_of_two_that_are_equally_good_none_fills() -> None:
    assert english(untouched(THANKS), 0, pair(THANKS, OURS), pair(THANKS, "Thanks.", place=4)) == {}


def test_one_of_two_that_stands_there_already_stays() -> None:
    (now,) = untouched(THANKS)
    stands = Draft(OURS, PACKAGE, memory=((THANKS, "100", "old.txt ¶3"),))
    there = ParagraphRecord(now.german, OURS, State.DRAFT, stands)
    found = filled_at((there,), 0, memory(pair(THANKS, OURS), pair(THANKS, "Thanks.", place=4)))
    assert found.whole == stands


@pytest.mark.feature("memories from machines")
@pytest.mark.parametrize("trust", ["unreviewed", "aligned"])
def test_what_nobody_reviewed_never_fills(trust: str) -> None:
    assert english(untouched(THANKS), 0, pair(THANKS, OURS, trust=trust)) == {}


def test_another_number_or_mark_never_fills() -> None:
    known = pair("Es kamen 30 Leute.", "Thirty people came.")
    for text in ("Es kamen 31 Leute.", "Es kamen 30 Leute!", "es kamen 30 Leute."):
        assert english(untouched(text), 0, known) == {}


def test_parts_of_a_paragraph_are_filled() -> None:
    found = filled_at(untouched(f"Es regnet. {THANKS}"), 0, memory(pair(THANKS, OURS)))
    assert found.given == {Span(11, 11 + len(THANKS)): OURS}
    assert found.whole is None


def test_a_paragraph_all_of_whose_sentences_are_known_is_filled_whole() -> None:
    known = memory(pair(THANKS, OURS), pair("Am Montag kam niemand.", MONDAY, place=6))
    found = filled_at(untouched(f"Am Montag kam niemand.  {THANKS}"), 0, known)
    assert found.whole is not None
    assert found.whole.english == f"{MONDAY}  {OURS}"
    assert [place for *_, place in found.whole.memory] == ["old.txt ¶7", "old.txt ¶3"]


def test_a_paragraph_that_was_kept_whole_fills_whole() -> None:
    german = f"Am Montag kam niemand. {THANKS}"
    found = filled_at(untouched(german), 0, memory(pair(german, "No one came, thanks.")))
    assert found.whole is not None and found.whole.english == "No one came, thanks."


def test_codes_come_with_the_numbers_that_they_have_here() -> None:
    known = pair("Das ⟨3⟩neue⟨/3⟩ Gesetz.⟨4/⟩", "The ⟨3⟩new⟨/3⟩ law.⟨4/⟩")
    here = untouched("⟨1⟩So.⟨/1⟩ Das ⟨2⟩neue⟨/2⟩ Gesetz.⟨5/⟩")
    found = filled_at(here, 0, memory(known, pair("⟨1⟩So.⟨/1⟩", "⟨1⟩Well.⟨/1⟩")))
    assert found.whole is not None
    assert found.whole.target.shown() == "⟨1⟩Well.⟨/1⟩ The ⟨2⟩new⟨/2⟩ law.⟨5/⟩"


def test_a_pair_of_codes_over_two_sentences_is_one_again() -> None:
    known = memory(pair("⟨1⟩Ja.⟨/1⟩", "⟨1⟩Yes.⟨/1⟩"), pair("⟨7⟩Nein.⟨/7⟩", "⟨7⟩No.⟨/7⟩"))
    found = filled_at(untouched("⟨2⟩Ja. Nein.⟨/2⟩"), 0, known)
    assert found.whole is not None and found.whole.target.shown() == "⟨2⟩Yes. No.⟨/2⟩"


@pytest.mark.parametrize("known", ["Das neue Gesetz.", "Das neue ⟨1⟩Gesetz⟨/1⟩."])
def test_other_codes_never_fill(known: str) -> None:
    assert english(untouched("Das ⟨1⟩neue⟨/1⟩ Gesetz."), 0, pair(known, "The new law.")) == {}


def test_codes_that_are_not_here_are_left_out() -> None:
    assert english(untouched("Das neue Gesetz."), 0, pair("Das ⟨1⟩neue⟨/1⟩ Gesetz.", "The ⟨1⟩new⟨/1⟩ law.")) == {
        Span(0, 16): "The new law."
    }


def test_an_english_that_lost_a_code_never_fills() -> None:
    assert english(untouched("Das ⟨1⟩neue⟨/1⟩ Gesetz."), 0, pair("Das ⟨1⟩neue⟨/1⟩ Gesetz.", "The new law.")) == {}


def test_where_a_match_is_from_is_told_by_document_and_memory() -> None:
    (match,) = memory(pair(THANKS, OURS)).exact(Inline(THANKS))
    assert where_from(match) == "old.txt ¶3"
    with_name = Memory.open(None, name="eu-2023")
    with_name.add([Pair(Inline(THANKS), Inline(OURS))])
    assert where_from(with_name.exact(Inline(THANKS))[0]) == "eu-2023"


# In a project


def reviewed(root: Path, **work: str) -> None:
    """A project in which paragraphs of the first article (`p2`: its second) are reviewed."""
    make(root)
    with Session.open(root) as session:
        session.put_on_desk("a.txt")
        for name, text in work.items():
            index = int(name[1:]) - 1
            session.do(Edit(index, text))
            session.do(Accept(index))
        session.save()


@pytest.mark.feature("what was translated fills by itself")
def test_an_article_is_filled_when_it_is_opened(tmp_path: Path) -> None:
    reviewed(tmp_path / "news", p1="The council meets today.", p2=OURS)
    with Session.open(tmp_path / "news") as session:
        session.put_on_desk("b.txt")
        session.draft()
        settled(session)
        first, second, third = session.paragraphs
        assert (first.state, first.english) == (State.DRAFT, "The council meets today.")
        assert [origin.told for origin in memory_origins(first)] == ["101 % a.txt ¶1"]
        assert [origin.told for origin in memory_origins(second)] == ["100 % a.txt ¶2"]
        assert third.english and not memory_origins(third)
        session.do(Edit(0, "It meets."))
        assert memory_origins(session.paragraphs[0]) == ()


def test_parts_are_filled_and_the_rest_is_drafted(tmp_path: Path) -> None:
    reviewed(tmp_path / "news", p2=OURS)
    with Session.open(tmp_path / "news") as session:
        session.put_on_desk("a.txt")
        session.draft()
        settled(session)
        third = session.paragraphs[2]
        assert third.english.count(OURS) == 1 and "Monday" in third.english
        assert [origin.german for origin in memory_origins(third)] == [THANKS]
        session.do(Edit(2, third.english.replace("Monday", "Tuesday")))
        assert [origin.german for origin in memory_origins(session.paragraphs[2])] == [THANKS]


def test_what_fills_needs_no_package(tmp_path: Path) -> None:
    root = tmp_path / "news"
    reviewed(root, p1="The council meets today.", p2=OURS)
    (root / "project.yaml").write_text("package: nobody-has-it\n", encoding="utf-8")
    with Project.open(root) as project:
        for _ in project.remember():
            pass
        drafts = project.drafting(project.open_document("b.txt").paragraphs)
        made = [next(drafts), next(drafts)]
        assert [draft.english for _, draft in made] == ["The council meets today.", OURS]
        with pytest.raises(WorkbenchError, match="nobody-has-it"):
            next(drafts)


def test_the_house_style_and_first_mentions_leave_it_as_it_is(tmp_path: Path) -> None:
    root = tmp_path / "news"
    reviewed(root, p2="Thanks for your honor.")
    (root / "project.yaml").write_text("style: guardian\n", encoding="utf-8")
    with Project.open(root) as project:
        list(project.remember())
        drafts = dict(project.drafting(project.open_document("a.txt").paragraphs))
        assert drafts[4].english == "Thanks for your honor."
        assert "Thanks for your honor." in drafts[2].english


def test_translate_fills_and_says_so(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    root = tmp_path / "news"
    reviewed(root, p1="The council meets today.", p2=OURS)
    assert main(["translate", str(root / "sources" / "b.txt")]) == 0
    assert "3/3 paragraphs drafted, 2 of them from the memory" in capsys.readouterr().err
    with Project.open(root) as project:
        assert [p.english for p in project.open_document("b.txt").paragraphs][1] == OURS


def test_printing_fills_without_writing_a_memory(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    root = tmp_path / "news"
    reviewed(root, p2=OURS)
    assert main(["translate", "--print", str(root / "sources" / "b.txt")]) == 0
    assert OURS in capsys.readouterr().out

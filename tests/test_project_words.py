"""The project's own words: the file `words.dic`, taking a word into it, taking that back."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from workbench.cli import main
from workbench.problem import WorkbenchError
from workbench.project import Changed, Project, Session
from workbench.project.commands import Edit, KnowWord, Redo, Undo
from workbench.project.events import Event
from workbench.project.words import ProjectWords, is_word, with_word, without_word

from .session_material import make

HEADER = "# English words of this project that no dictionary has, one a line.\n"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    make(tmp_path)
    return tmp_path


@pytest.fixture
def session(folder: Path) -> Iterator[Session]:
    """Both articles have “Matber” in their first two paragraphs, and in the second “siloviki” as well."""
    with Session.open(folder) as opened:
        for name in ("b.txt", "a.txt"):
            opened.put_on_desk(name)
            opened.do(Edit(0, "The CSTO met in Matber."))
            opened.do(Edit(1, "Matber and the siloviki."))
            opened.save()
        yield opened


def told(session: Session, index: int) -> list[str]:
    return [finding.about for finding in session.findings_of(index) if finding.check == "spelling"]


def words_of(folder: Path) -> str:
    return (folder / "words.dic").read_text(encoding="utf-8")


# The list in a project


def test_a_word_taken_into_the_list_is_right_in_every_paragraph_at_once(session: Session, folder: Path) -> None:
    assert (told(session, 0), told(session, 1)) == (["Matber"], ["Matber", "siloviki"])
    events: list[Event] = []
    session.subscribe(events.append)
    done = session.do(KnowWord("Matber"))
    assert (told(session, 0), told(session, 1)) == ([], ["siloviki"])
    assert words_of(folder) == f"{HEADER}Matber\n"
    assert done.findings == {0, 1}
    assert [event for event in events if isinstance(event, Changed)] == [done]


def test_one_undo_takes_the_word_out_again_and_redo_puts_it_back(session: Session, folder: Path) -> None:
    session.do(KnowWord("Matber"))
    assert session.do(Undo()).told == "undone: word “Matber”"
    assert told(session, 0) == ["Matber"]
    assert words_of(folder) == HEADER
    session.do(Redo())
    assert told(session, 0) == []
    assert words_of(folder) == f"{HEADER}Matber\n"


def test_a_word_that_is_there_makes_no_act_of_its_own(session: Session) -> None:
    session.do(KnowWord("Matber"))
    session.do(KnowWord("Matber"))
    assert session.do(Undo()).told == "undone: word “Matber”"
    assert not session.do(Undo()).told.startswith("undone: word")


def test_the_list_counts_in_other_documents_and_on_the_command_line(
    session: Session, folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    session.do(KnowWord("Matber"))
    session.put_on_desk("b.txt")
    assert told(session, 0) == []
    main(["check", "--format", "json", str(folder)])
    rows = json.loads(capsys.readouterr().out)
    assert {row["about"] for row in rows if row["check"] == "spelling"} == {"siloviki"}


def test_a_list_that_somebody_else_changed_is_taken_up(session: Session, folder: Path) -> None:
    assert told(session, 1) == ["Matber", "siloviki"]
    (folder / "words.dic").write_text("siloviki\n", encoding="utf-8")
    assert session.project.words.reload()
    assert session.take_up_words().findings == {1}
    assert told(session, 1) == ["Matber"]


def test_where_nothing_may_be_written_the_list_stays_as_it_is(session: Session, folder: Path) -> None:
    with Session.open(folder, read_only=True) as other:
        other.put_on_desk("a.txt")
        with pytest.raises(WorkbenchError):
            other.do(KnowWord("Matber"))
    assert not (folder / "words.dic").exists()


def test_nothing_is_written_through_a_link(
    session: Session, folder: Path, tmp_path_factory: pytest.TempPathFactory
) -> None:
    elsewhere = tmp_path_factory.mktemp("elsewhere") / "words.dic"
    elsewhere.write_text("siloviki\n", encoding="utf-8")
    (folder / "words.dic").symlink_to(elsewhere)
    with pytest.raises(WorkbenchError, match="symbolic link"):
        session.do(KnowWord("Matber"))
    assert elsewhere.read_text(encoding="utf-8") == "siloviki\n"
    assert told(session, 0) == ["Matber"]


def test_a_screen_does_not_wait_for_the_dictionaries(folder: Path) -> None:
    with Project.open(folder, at_leisure=True) as project:
        project.words.read()
        assert project.words.vocabulary is not None


# A list that is not as it should be


@pytest.mark.parametrize(
    ("data", "line", "what"),
    [
        (b"siloviki\ntwo words\n", 2, "is not one word"),
        (b"siloviki\nword1\n", 2, "is not one word"),
        (b"siloviki\n" + b"x" * 100, 2, "is not one word"),
        ("siloviki\nMüller\n".encode("latin-1"), 2, "is not written in UTF-8"),
        ("siloviki\n".encode("utf-16"), 1, "is not written in UTF-8"),
        (b"\x00\x01\x02", 1, "is not one word"),
        (b"x\n" * 1_000_001, None, "over the limit"),
    ],
)
def test_a_bad_line_is_one_clear_line(
    folder: Path, data: bytes, line: int | None, what: str, capsys: pytest.CaptureFixture[str]
) -> None:
    (folder / "words.dic").write_bytes(data)
    with Project.open(folder, read_only=True) as project:
        (problem,) = project.words.problems
    assert problem.line == line
    assert what in str(problem)
    main(["check", str(folder)])
    assert str(problem) in capsys.readouterr().err


def test_the_other_words_of_such_a_list_are_known(folder: Path) -> None:
    (folder / "words.dic").write_text("\ufeff# ours\nsiloviki # men of force\nno word\nMatber\n", encoding="utf-8")
    with Project.open(folder, read_only=True) as project:
        assert project.words.own == {"siloviki", "Matber"}


def test_a_folder_in_the_place_of_the_list_is_told(folder: Path) -> None:
    (folder / "words.dic").mkdir()
    with Project.open(folder) as project:
        assert len(project.words.problems) == 1
        with pytest.raises(WorkbenchError):
            project.words.know("Matber")


# The file's text


def test_a_word_goes_where_the_alphabet_wants_it_and_comments_stay() -> None:
    text = "# ours\n\napple\n# of the sea\nkelpie\n"
    assert with_word(text, "Batyr") == "# ours\n\napple\nBatyr\n# of the sea\nkelpie\n"
    assert with_word(text, "zebroid") == text + "zebroid\n"
    assert with_word(text, "apple") == text
    assert with_word("apple", "Batyr") == "apple\nBatyr\n"
    assert with_word("apple\r\n", "Batyr") == "apple\r\nBatyr\r\n"


WORDS = st.text(alphabet="abCÄé'-", min_size=1, max_size=6).filter(is_word)
LINES = st.one_of(WORDS, WORDS.map(lambda word: f"{word}  # said so"), st.sampled_from(["", "# a note", "  # another"]))


@settings(max_examples=200, deadline=None)
@given(st.lists(LINES, max_size=8), WORDS, st.sampled_from(["\n", "\r\n"]), st.booleans())
def test_a_word_more_changes_no_other_line(lines: list[str], word: str, end: str, ended: bool) -> None:
    text = end.join(lines) + (end if ended and lines else "")
    more = with_word(text, word)
    there = [line.partition("#")[0].strip() for line in lines]
    if word in there:
        assert more == text
    else:
        rest = [line for line in more.splitlines() if line != word]
        assert rest == (text.splitlines() or HEADER.splitlines())
        assert without_word(more, word).splitlines() == rest


@settings(max_examples=100, deadline=None)
@given(st.lists(WORDS, unique=True, max_size=10))
def test_a_list_that_grows_word_by_word_is_in_order(words: list[str]) -> None:
    text = ""
    for word in words:
        text = with_word(text, word)
    kept = [line for line in text.splitlines() if not line.startswith("#")]
    assert kept == sorted(words, key=lambda word: (word.casefold(), word))


@settings(max_examples=100, deadline=None)
@given(st.binary(max_size=60))
def test_no_bytes_make_the_list_fail(tmp_path_factory: pytest.TempPathFactory, data: bytes) -> None:
    folder = tmp_path_factory.mktemp("words")
    (folder / "words.dic").write_bytes(data)
    words = ProjectWords(folder, lambda: None)
    assert all(is_word(word) for word in words.own)
    try:
        words.know("Matber")
    except WorkbenchError:
        assert (folder / "words.dic").read_bytes() == data
    else:
        assert "Matber" in words.own

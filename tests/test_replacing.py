"""Replacing what was found in English: a preview sentence by sentence, one act, one undo over documents."""

from __future__ import annotations

from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from workbench.problem import WorkbenchError
from workbench.project import Change, Session, State
from workbench.project.commands import Redo, Undo
from workbench.project.records import Records
from workbench.project.searching.documents import Documents
from workbench.project.searching.finder import finder
from workbench.project.searching.query import How, Query
from workbench.project.searching.replacing import replacements
from workbench.project.searching.search import Hit, Search
from workbench.text import Inline
from workbench.translation import ParagraphRecord, TranslationRecord, read_record
from workbench.translation.decisions import reworded
from workbench.translation.yaml_dump import dump_record

SOURCES = {
    "a.txt": "Die Regierung in Kiew schwieg. Kiew will reden.\n\nNichts Neues.\n",
    "b.md": "Der **Sprecher** aus Kiew kam.\n\nKIEW: der Tag\n",
}
ENGLISH: dict[str, dict[int, str | Inline]] = {
    "a.txt": {0: "The government in Kiev was silent. Kiev’s envoys want to talk.", 1: "Nothing new from Kiev."},
    "b.md": {0: Inline.parsed("The ⟨1⟩spokesman⟨/1⟩ from Kiev came."), 1: "KIEV: THE DAY"},
}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Two translated articles: one paragraph reviewed, one left out, one with bold words."""
    (tmp_path / "sources").mkdir()
    for name, text in SOURCES.items():
        (tmp_path / "sources" / name).write_text(text, encoding="utf-8")
    (tmp_path / "glossary.yaml").write_text("", encoding="utf-8")
    with Session.open(tmp_path) as session:
        for name, texts in ENGLISH.items():
            translation = session.project.open_document(name)
            for index, english in texts.items():
                translation.edit(index, english)
            translation.save()
        translation = session.project.open_document("a.txt")
        translation.accept(0)
        translation.skip(1)
    return tmp_path


def found(session: Session, query: Query) -> list[Hit]:
    opened = session.translation.record if session.document else None
    search = Search(Documents(Records(session.project, opened), session.known_findings.steps), query)
    return [hit for some in search.collect() for hit in some]


def changes(session: Session, query: Query, replacement: str) -> list[Change]:
    return list(replacements(found(session, query), query, replacement))


def replaced(session: Session, query: Query, replacement: str) -> None:
    for _ in session.rewording(changes(session, query, replacement), "replacing"):
        pass


def everything(session: Session) -> dict[str, list[tuple[State, str]]]:
    records = Records(session.project, session.translation.record if session.document else None)
    return {name: [(one.state, one.target.shown()) for one in records.paragraphs(name)] for name in records.names}


def files(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in (folder / "translations").glob("*.yaml")}


def test_the_preview_tells_each_sentence_with_its_german(folder: Path) -> None:
    with Session.open(folder) as session:
        first, second, *others = changes(session, Query("Kiev"), "Kyiv")
        assert (first.german, first.before) == ("Die Regierung in Kiew schwieg.", "The government in Kiev was silent.")
        assert first.after == "The government in Kyiv was silent."
        assert [first.before[slice(*cut)] for cut in first.cut] == ["Kiev"]
        assert [first.after[slice(*put)] for put in first.put] == ["Kyiv"]
        assert (second.paragraph, second.after) == (0, "Kyiv’s envoys want to talk.")
        assert [(one.document, one.paragraph) for one in others] == [("b.md", 0), ("b.md", 1)]


@pytest.mark.feature("replace in all documents")
def test_one_act_over_documents_keeps_states_codes_and_what_is_left_out_and_one_undo_takes_it_back(
    folder: Path,
) -> None:
    with Session.open(folder) as session:
        session.put_on_desk("a.txt")
        before, on_disk = everything(session), files(folder)
        replaced(session, Query("kiev"), "kyiv")
        assert everything(session) == {
            "a.txt": [
                (State.REVIEWED, "The government in Kyiv was silent. Kyiv’s envoys want to talk."),
                (State.SKIPPED, "Nothing new from Kiev."),
            ],
            "b.md": [
                (State.TRANSLATED, "The ⟨1⟩spokesman⟨/1⟩ from Kyiv came."),
                (State.TRANSLATED, "KYIV: THE DAY"),
            ],
        }
        after = everything(session)
        assert session.do(Undo()).told == "undone: replacing in 4 places"
        session.translation.save()
        assert everything(session) == before
        assert files(folder) == on_disk
        session.do(Redo())
        assert everything(session) == after


def test_only_what_is_ticked_is_replaced(folder: Path) -> None:
    with Session.open(folder) as session:
        session.put_on_desk("a.txt")
        ticked = changes(session, Query("Kiev"), "Kyiv")[1:2]
        list(session.rewording(ticked, "replacing"))
        assert session.paragraphs[0].english == "The government in Kiev was silent. Kyiv’s envoys want to talk."


def test_a_paragraph_of_which_nothing_is_left_is_new_and_its_record_can_be_read(folder: Path) -> None:
    with Session.open(folder) as session:
        session.put_on_desk("b.md")
        replaced(session, Query(".+", "regex"), "")
        assert everything(session)["b.md"] == [(State.NEW, ""), (State.NEW, "")]
        assert everything(session)["a.txt"][0] == (State.NEW, "")
    with Session.open(folder) as session:
        session.put_on_desk("a.txt")


@pytest.mark.parametrize(
    ("words", "how", "replacement", "english", "after"),
    [
        ("the", "word", "this", "The end of the day", "This end of this day"),
        (
            "envoy",
            "inflected",
            "ambassador",
            "An envoy, two envoys, the envoy’s car",
            "An ambassador, two ambassadors, the ambassador’s car",
        ),
        (
            "decide",
            "inflected",
            "agree",
            "They decided. Who decides, deciding now, will decide.",
            "They agreed. Who agrees, agreeing now, will agree.",
        ),
        (r"(\d+) percent", "regex", "$1 %", "5 percent, 12 percent", "5 %, 12 %"),
        (r"(?P<first>\w+) and (\w+)", "regex", r"\2 and \g<first>", "salt and pepper", "pepper and salt"),
        (r"a(b)?", "regex", r"[\1]\$\\", "ab a", r"[b]$\ []$\\"[:-1]),
        ("a", "plain", "", "a banana", " bnn"),
    ],
)
def test_what_stands_there_then(words: str, how: How, replacement: str, english: str, after: str) -> None:
    query = Query(words, how, fields=frozenset({"english"}))
    assert _replaced(english, query, replacement) == after


def _replaced(english: str, query: Query, replacement: str) -> str:
    record = ParagraphRecord("Deutsch.", english, State.TRANSLATED)
    hit = Hit("a.txt", 0, "english", record, english, finder(query).places(english, "english"))
    for change in sorted(replacements([hit], query, replacement), key=lambda change: -change.start):
        assert english[change.start : change.start + len(change.before)] == change.before
        english = english[: change.start] + change.after + english[change.start + len(change.before) :]
    return english


def test_capitals_that_count_are_put_as_they_are_typed() -> None:
    assert _replaced("Kiev, KIEV", Query("Kiev", capitals=True), "KYIV") == "KYIV, KIEV"


@pytest.mark.parametrize(
    ("replacement", "said"),
    [
        ("$2", r"\$2: the pattern has no group 2 – write \\\$ for a dollar"),
        (r"\g<name>", "the pattern has no group name – it has 1"),
        (r"\q", r"\\q is nothing that can be put in – write \\\\ for a backslash"),
    ],
)
def test_a_replacement_that_cannot_be_is_told_in_one_line(replacement: str, said: str) -> None:
    with pytest.raises(WorkbenchError, match=said):
        replacements([], Query("(a)", "regex"), replacement)


def test_everything_cannot_be_replaced() -> None:
    with pytest.raises(WorkbenchError, match="everything was looked for"):
        replacements([], Query("", states=frozenset({State.NEW})), "x")


@settings(max_examples=50, deadline=None)
@given(
    st.text(alphabet="ab c.A", max_size=30).map(str.strip).filter(bool),
    st.sampled_from(["a", "b", "."]),
    st.text("xyZ", max_size=2),
)
def test_plain_replacing_is_what_anybody_would_do(english: str, words: str, replacement: str) -> None:
    english = " ".join(english.split())
    assert _replaced(english, Query(words, capitals=True), replacement) == english.replace(words, replacement)


@settings(deadline=None)
@given(
    st.sampled_from([State.NEW, State.TRANSLATED, State.REVIEWED, State.SKIPPED]),
    st.text(alphabet="ab \n⟨1⟩/:-#'\"", max_size=12),
)
def test_whatever_english_becomes_the_record_is_read_again_as_it_was(state: State, english: str) -> None:
    then = reworded(ParagraphRecord("Haus", "" if state is State.NEW else "house", state), english)
    record = TranslationRecord("a.txt", (then,))
    with TemporaryDirectory() as folder:
        file = Path(folder) / "a.yaml"
        file.write_bytes(dump_record(record))
        assert read_record(file) == record
    assert then.state is not State.REVIEWED or then.english

"""Finding words in all documents: as letters, as words, in any form, by a pattern; in each of the fields."""

from __future__ import annotations

from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from workbench.problem import WorkbenchError
from workbench.project import Project, State
from workbench.project.records import Records
from workbench.project.searching.documents import Documents
from workbench.project.searching.finder import finder
from workbench.project.searching.known_findings import KnownFindings
from workbench.project.searching.pattern import TookTooLongError
from workbench.project.searching.query import MOST, Field, How, Query
from workbench.project.searching.search import Hit, Search
from workbench.project.searching.walk import Sought, Walk
from workbench.text import Span, clean
from workbench.translation import TranslationRecord

ARTICLES = {
    "a.txt": "Die Häuser stehen leer.\n\nEr ging in das Haus, und niemand ging mit.\n",
    "b.txt": "Das Rathaus bleibt zu.\n\nAm Montag gehen alle hin.\n",
}
ENGLISH = {"a.txt": {0: "The houses stand empty.", 1: "He went into the house, and nobody went along."}}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Two articles, of which one is translated: a paragraph reviewed, and a note on it."""
    (tmp_path / "sources").mkdir()
    for name, text in ARTICLES.items():
        (tmp_path / "sources" / name).write_text(text, encoding="utf-8")
    (tmp_path / "glossary.yaml").write_text("- {de: Rathaus, en: town hall}\n", encoding="utf-8")
    with Project.open(tmp_path) as project:
        translation = project.open_document("a.txt")
        for index, english in ENGLISH["a.txt"].items():
            translation.edit(index, english)
        translation.accept(0)
        translation.set_note(0, "Are these houses or homes?")
    return tmp_path


def hits(folder: Path, query: Query, opened: TranslationRecord | None = None, first: str = "") -> list[Hit]:
    with Project.open(folder, read_only=True) as project:
        search = Search(Documents(Records(project, opened), KnownFindings(project).steps), query, first)
        found = [hit for some in search.collect() for hit in some]
        assert search.complete
        assert search.looked_through[0] == search.looked_through[1]
    return found


def told(found: list[Hit]) -> list[str]:
    """`a.txt ¶2 english went, went`: where, and what was found there."""
    return [
        f"{hit.document} ¶{hit.paragraph + 1} {hit.field} {', '.join(hit.text[slice(*place)] for place in hit.places)}"
        for hit in found
    ]


def places(text: str, words: str, how: How = "plain", *, capitals: bool = False, field: Field = "english") -> list[str]:
    found = finder(Query(words, how, capitals)).places(text, field)
    assert all(before.end <= after.start for before, after in pairwise(found))
    return [text[slice(*place)] for place in found]


# One text


@given(st.text(alphabet="aAbB.’ß1ä", max_size=40), st.text(alphabet="aAbBß1ä", min_size=1, max_size=3))
def test_letters_are_found_as_anybody_would_find_them(text: str, words: str) -> None:
    text, words = clean(text), clean(words)
    expected, at = [], text.find(words)
    while at >= 0:
        expected.append((at, at + len(words)))
        at = text.find(words, at + len(words))
    assert [tuple(place) for place in finder(Query(words, capitals=True)).places(text, "german")] == expected


@settings(deadline=None)
@given(st.text(max_size=60), st.text(min_size=1, max_size=5), st.sampled_from(["plain", "word", "inflected"]))
def test_whatever_is_looked_for_in_whatever_text_places_are_apart_and_not_empty(
    text: str, words: str, how: How
) -> None:
    if clean(words).strip():
        for field in ("german", "english", "note"):
            found = finder(Query(words, how)).places(text, field)
            assert all(place.start < place.end <= len(text) for place in found)
            assert all(before.end <= after.start for before, after in pairwise(found))


def test_capitals_count_only_if_they_are_asked_for() -> None:
    assert places("The UN and the un-sent", "un") == ["UN", "un"]
    assert places("The UN and the un-sent", "un", capitals=True) == ["un"]


@pytest.mark.parametrize(
    ("words", "text", "found"),
    [
        ("STRASSE", "Die Straße, die STRASSE, die Strasse", ["Straße", "STRASSE", "Strasse"]),
        ("Straße", "Die Straße, die STRASSE, die Strasse", ["Straße", "STRASSE"]),
        ("Masse", "Maße und Masse", ["Masse"]),
        ("GROẞ", "groß, GROSS, Gross", ["groß", "GROSS"]),
    ],
)
def test_sharp_s_in_capitals(words: str, text: str, found: list[str]) -> None:
    assert [text[slice(*place)] for place in finder(Query(words)).places(text, "german")] == found
    assert finder(Query("SS", capitals=True)).places("SS ß ss", "german") == (Span(0, 2),)


def test_a_blank_is_any_blank_and_signs_are_signs() -> None:
    assert places("one\n two  one two", "one two") == ["one\n two", "one two"]
    assert places("3.5 and 3x5 (a+b)", "3.5") == ["3.5"]
    assert places("3.5 and 3x5 (a+b)", "(a+b)") == ["(a+b)"]
    assert places("They don’t, I don't", "don't") == ["don’t", "don't"]


def test_whole_words_are_not_found_within_longer_ones() -> None:
    assert places("art, party, Art; state-of-the-art", "art", "word") == ["art", "Art", "art"]
    assert places("the arms, the arm sales, arm-sales", "arm sales", "word") == ["arm sales"]
    assert places("5 %, 15 %", "5", "word") == ["5"]
    assert places("(sic) and sic", "(sic)", "word") == ["(sic)"]


@pytest.mark.parametrize(
    ("words", "german", "found"),
    [
        ("Haus", "Die Häuser, des Hauses", ["Häuser", "Hauses"]),
        ("Kreml", "Der Kremlsprecher des Kremls", ["Kreml", "Kremls"]),
        ("gehen", "Er geht, sie ging, wir sind gegangen, er gab", ["geht", "ging", "gegangen"]),
        ("haus", "Im Haus", ["Haus"]),
        ("Runder Tisch", "am Runden Tisch, des Runden Tisches", ["Runden Tisch", "Runden Tisches"]),
        ("1990", "1990 und 11990", ["1990"]),
    ],
)
def test_german_words_in_any_form(words: str, german: str, found: list[str]) -> None:
    assert places(german, words, "inflected", field="german") == found


@pytest.mark.parametrize(
    ("words", "english", "found"),
    [
        ("house", "houses, the house’s roof, a greenhouse", ["houses", "house"]),
        ("go", "he goes, she went, they have gone, going", ["goes", "went", "gone", "going"]),
        ("decided", "to decide, deciding, the decision", ["decide", "deciding"]),
        ("round table", "round tables and a round  table", ["round tables", "round  table"]),
    ],
)
def test_english_words_in_any_form(words: str, english: str, found: list[str]) -> None:
    assert places(english, words, "inflected") == found


@given(
    st.lists(st.sampled_from(["Tisch", "Tische", "runde", "Runden", "-", "rund", "Haus", "table", "round"]), max_size=8)
)
def test_what_a_text_taught_changes_nothing_in_the_next_one(words: list[str]) -> None:
    one = finder(Query("runder Tisch", "inflected"))
    texts = [" ".join(words), " ".join(reversed(words)), " ".join(words)]
    for text in texts:
        fresh = finder(Query("runder Tisch", "inflected")).places(text, "german")
        assert one.places(text, "german") == fresh


def test_capitals_of_words_in_any_form() -> None:
    assert places("Polish and polishes", "Polish", "inflected", capitals=True) == ["Polish"]


def test_patterns_find_what_they_match_and_nothing_empty() -> None:
    assert places("3 May and 12 May", r"\d+(?= May)", "regex") == ["3", "12"]
    assert places("aXbxc", "x*", "regex") == ["X", "x"]
    assert places("one\ntwo", "^t", "regex") == ["t"]
    assert places("Äh, äh", "\\bä", "regex", capitals=True) == ["ä"]


@pytest.mark.parametrize(
    ("pattern", "said"),
    [
        ("a(b", r"this is no pattern: missing \) \(character 4\) – write \\ before"),
        ("*", "this is no pattern: nothing to repeat"),
        ("[a", "this is no pattern"),
        ("((a{900}){900}){900}", "repeats something too often"),
        ("(?:" * 160 + "a" + ")+" * 160, f"are too many to look for – look for {MOST} at most"),
        ("(?:" * 60 + "a" + ")+" * 60, "repeats something too often"),
        ("x{99999999}", "repeats something too often"),
    ],
)
def test_a_pattern_that_is_none_is_told_in_one_line(pattern: str, said: str) -> None:
    with pytest.raises(WorkbenchError, match=said):
        finder(Query(pattern, "regex"))


@settings(deadline=None)
@given(st.text(alphabet="ab(){}[]+*?|\\^$.,0123<>=!:P", max_size=30))
def test_whatever_is_typed_as_a_pattern_is_one_or_is_told_in_one_line(pattern: str) -> None:
    try:
        found = finder(Query(pattern, "regex")).places("aab b(a) 12", "english")
    except WorkbenchError as error:
        assert "\n" not in str(error)
    except TookTooLongError:
        pass
    else:
        assert all(place.start < place.end for place in found)


def test_nothing_to_look_for_is_told() -> None:
    with pytest.raises(WorkbenchError, match="there is nothing to look for – type words"):
        finder(Query("  "))


@pytest.mark.feature("search in all documents")
def test_a_pattern_that_takes_for_ever_is_stopped_in_a_text_and_then_for_good() -> None:
    endless = finder(Query(r"(a|aa)+$", "regex"))
    stopped = []
    for _ in range(60):
        with pytest.raises(TookTooLongError) as raised:
            endless.places("a" * 400 + "!", "english")
        stopped.append(raised.value.for_good)
        if stopped[-1]:
            break
    assert stopped[0] is False
    assert stopped[-1] is True


# All documents


def test_german_and_english_of_every_document_begun_or_not(folder: Path) -> None:
    assert told(hits(folder, Query("haus", "inflected"))) == [
        "a.txt ¶1 german Häuser",
        "a.txt ¶2 german Haus",
    ]
    assert told(hits(folder, Query("went"))) == ["a.txt ¶2 english went, went"]


def test_the_document_on_the_desk_comes_first_and_as_it_is_there(folder: Path) -> None:
    with Project.open(folder) as project:
        translation = project.open_document("b.txt")
        translation.edit(1, "Everybody goes there on Monday.")
        found = hits(folder, Query("go", "inflected", fields=frozenset({"english"})), translation.record, "b.txt")
    assert told(found) == ["b.txt ¶2 english goes", "a.txt ¶2 english went, went"]


@pytest.mark.feature("search in notes, by state")
def test_notes_states_documents_and_findings(folder: Path) -> None:
    assert told(hits(folder, Query("homes", fields=frozenset({"note"})))) == ["a.txt ¶1 note homes"]
    reviewed = Query("the", "word", states=frozenset({State.REVIEWED}))
    assert told(hits(folder, reviewed)) == ["a.txt ¶1 english The"]
    assert told(hits(folder, Query("zu", documents=("b.txt",)))) == ["b.txt ¶1 german zu"]
    with Project.open(folder) as project:
        project.open_document("b.txt").reword({0: "The mayor is not in."})
    (found,) = hits(folder, Query("town hall", fields=frozenset({"finding"})))
    assert (found.document, found.paragraph, found.check) == ("b.txt", 0, "term-missing")


def test_nothing_but_a_field_or_a_state_finds_all_that_have_it(folder: Path) -> None:
    assert told(hits(folder, Query("", fields=frozenset({"note"})))) == ["a.txt ¶1 note "]
    new = Query("", states=frozenset({State.NEW}))
    assert told(hits(folder, new)) == ["b.txt ¶1 german ", "b.txt ¶2 german "]


def test_a_document_that_cannot_be_read_is_told_and_the_others_are_looked_through(folder: Path) -> None:
    (folder / "translations" / "a.yaml").write_text("nonsense: [", encoding="utf-8")
    with Project.open(folder, read_only=True) as project:
        search = Search(Documents(Records(project, None), KnownFindings(project).steps), Query("zu"))
        assert told([hit for some in search.collect() for hit in some]) == ["b.txt ¶1 german zu"]
        assert len(search.problems) == 1


def test_a_pattern_that_takes_too_long_says_where_and_is_looked_for_elsewhere(folder: Path) -> None:
    (folder / "sources" / "a.txt").write_text(f"Nichts.\n\n{'a' * 400}!\n\nEnde aa\n", encoding="utf-8")
    with Project.open(folder, read_only=True) as project:
        search = Search(Documents(Records(project, None), KnownFindings(project).steps), Query(r"(a|aa)+$", "regex"))
        found = told([hit for some in search.collect() for hit in some])
    assert found == ["a.txt ¶3 german aa"]
    assert [str(problem) for problem in search.problems] == [
        "a.txt: paragraph 2 was passed over: this pattern takes too long there – say more closely what is looked for"
    ]


def test_findings_are_looked_for_once_as_long_as_nothing_is_another(folder: Path) -> None:
    with Project.open(folder) as project:
        known = KnownFindings(project)
        first = known.of("a.txt", Records(project, None))
        assert known.of("a.txt", Records(project, None)) is first
        project.open_document("a.txt").reword({0: "The houses stand empty!"})
        assert known.of("a.txt", Records(project, None)) is not first


# Walking through, and marks


def test_walking_goes_round_through_paragraphs(folder: Path) -> None:
    found = hits(folder, Query("h(au|äu)s", "regex"))
    walk = Walk.through(found, ("a.txt", 1))
    assert [walk.next(1), walk.next(1), walk.next(-1)] == [("b.txt", 0), ("a.txt", 0), ("b.txt", 0)]
    assert Walk(()).next(1) is None


def test_marks_stand_only_where_it_is_looked_for() -> None:
    sought = Sought(Query("a", fields=frozenset({"english"})))
    assert sought.places("a b a", "english") == ((0, 1), (4, 5))
    assert sought.places("a b a", "german") == ()
    assert Sought(Query(r"(a|aa)+$", "regex")).places("a" * 400 + "!", "english") == ()

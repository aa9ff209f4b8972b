"""What stays as it is in every language, and brackets: told where the English lost or changed them."""

from __future__ import annotations

from pathlib import Path

import pytest

from harness.passing_sentences import PARTS, Part, passing_faults, passing_sentences
from workbench.checks import Finding, check_paragraph
from workbench.formats import filter_of
from workbench.glossary import Entry, Glossary
from workbench.text import Inline
from workbench.translation import ParagraphRecord, State, TranslationRecord, rematch

OURS = {"kept", "script", "brackets"}


def findings(german: str, english: str, *entries: Entry) -> list[Finding]:
    record = ParagraphRecord(german, english, State.TRANSLATED)
    return [found for found in check_paragraph(0, record, Glossary(entries)) if found.check in OURS]


def put_right(german: str, english: str) -> str:
    """The English after every finding that says what belongs in its place."""
    for found in sorted(findings(german, english), key=lambda found: found.english or (0, 0), reverse=True):
        if found.english is not None and found.wanted is not None:
            english = english[: found.english.start] + found.wanted + english[found.english.end :]
    return english


@pytest.mark.feature("placeholders")
@pytest.mark.parametrize(
    ("german", "english", "told"),
    [
        ("Siehe a.de/b.", "See a.de/b.", []),
        ("Siehe a.de/b.", "See a.de/c.", [("error", "a.de/b")]),
        ("Siehe a.de/b.", "See there.", [("warning", "a.de/b")]),
        ("Mail an a@b.de.", "Mail to a @b.de.", [("error", "a@b.de")]),
        ("Hallo {name}!", "Hello!", [("error", "{name}")]),
        ("{a} und {a}", "{a}", [("error", "{a}")]),
        ("Alles klar.", "All right: https://a.example.", [("warning", "https://a.example")]),
        ("Wie @a_b sagt", "As @A_B says", [("warning", "@a_b")]),
        ("Die U17 siegt.", "The under-17 team wins.", []),
        ("Zwölf Su-35", "Twelve Su-34s", [("warning", "Su-35")]),
        ("Ein <b>Wort</b>", "A <b>word<b>", [("warning", "</b>")]),
        ("Müller & Söhne", "Müller &amp; Söhne", [("warning", "&amp;")]),
        ("Ruf 030/1234567 an.", "Call +49 30 1234567.", []),
        ("bei 53°54′N 27°33′O", "at 53°54′N 27°33′E", []),
        ("Danke ✊", "Thanks", [("warning", "✊")]),
        ("Folgen Sie @a_b und uns.", "Follow us (@a_b).", [("warning", "@a_b")]),
        ("Folgen Sie uns (@a_b).", "Follow us (@a_b).", []),
    ],
)
def test_what_stays_as_it_is_is_told_where_it_did_not(german: str, english: str, told: list[tuple[str, str]]) -> None:
    assert [(found.severity, found.about) for found in findings(german, english)] == told


def test_a_term_may_change() -> None:
    radio = Entry(("Радыё",), "Radio")
    assert findings("Im Радыё lief Musik.", "There was music on the Radio.", radio) == []


@pytest.mark.parametrize(
    ("german", "english", "right"),
    [
        ("Siehe a.de/b_c.", "See a.de/b-c.", "See a.de/b_c."),
        ("Mail an ä_b@c.de.", "Mail to ä_b @c.de, please.", "Mail to ä_b@c.de, please."),
        ("Datei %s fehlt.", "File % s is missing.", "File %s is missing."),
        ("Hallo {name}!", "Hello {Name}!", "Hello {name}!"),
        ("Er sagte „nein“ in Zürich.", "He said â€œno” in ZÃ¼rich.", "He said “no” in Zürich."),
        ("Er wohnt in München.", "He lives in M?nchen.", "He lives in München."),
        ("Minsk", "Мinsk", "Minsk"),
        ("Die EU (27 Staaten) tagt.", "The EU (27 states] is meeting.", "The EU (27 states) is meeting."),
        ("M & S", "M &amp; S", "M & S"),
    ],
)
def test_where_it_is_sure_the_finding_says_what_belongs_there(german: str, english: str, right: str) -> None:
    assert put_right(german, english) == right
    assert findings(german, right) == []


@pytest.mark.parametrize(
    ("german", "english", "told"),
    [
        ("Die NATO (1949) wächst.", "NATO (1949 is growing.", ["("]),
        ("Er kam (spät).", "He came late).", [")"]),
        ("Er kam spät).", "He came late).", []),
        ("a) Ruhe, b) Streit", "a) calm, b) strife", []),
        ("Gut :)", "Fine :)", []),
        ("Siehe `f(`.", "See `f(`.", []),
        ("Siehe (Anhang [3]).", "See (annex [3)].", ["["]),
    ],
)
def test_brackets_open_and_close(german: str, english: str, told: list[str]) -> None:
    assert [found.about for found in findings(german, english) if found.check == "brackets"] == told


@pytest.mark.parametrize("part", PARTS)
def test_planted_faults_are_told_and_good_english_is_not(part: Part) -> None:
    faults = passing_faults(part)
    assert sum(bool(findings(fault.german, fault.english)) for fault in faults) >= 0.9 * len(faults)
    assert [item.english for item in passing_sentences(part) if findings(item.german, item.english)] == []


def test_what_a_file_marks_as_code_has_the_same_letters() -> None:
    document = filter_of("a.md").read(b"Der Wert von `ergebnis` fehlt.", Path("a.md"))
    record = rematch(TranslationRecord("a.md", ()), document).paragraphs[0]

    def told(shown: str) -> list[tuple[str, str | None]]:
        given = record.with_target(Inline.parsed(shown), State.TRANSLATED)
        return [(f.about, f.wanted) for f in check_paragraph(0, given, Glossary(())) if f.check == "kept"]

    assert told("The value of ⟨1⟩ergebnis⟨/1⟩ is missing.") == []
    assert told("The value of ⟨1⟩result⟨/1⟩ is missing.") == [("ergebnis", "ergebnis")]

"""One key puts a finding right: the right form in the right place, and nothing else."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from workbench.checks import Finding, check_document
from workbench.project import Fix, NoFix, Project, find_fix, fixable
from workbench.translation import Override, ParagraphRecord, State, TranslationRecord

GLOSSARY = """\
- {de: [Lukaschenko, Alexander Lukaschenko], en: Lukashenko, also: [Lukashenka], avoid: [Lukaschenko], kind: person}
- {de: [Putin, Wladimir Putin], en: Putin, first: Vladimir Putin, avoid: [Wladimir Putin], kind: person}
- {de: ODKB, en: CSTO, first: Collective Security Treaty Organization (CSTO), avoid: [ODKB], kind: organisation}
- {de: Kreml, en: Kremlin, kind: place}
- {de: Überläufer, en: defector, avoid: [turncoat]}
- {de: Wehrpflichtiger, en: conscript}
- {de: Sanktionen, en: sanctions}
"""


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Project]:
    root = tmp_path_factory.mktemp("project")
    (root / "a.txt").write_text("Guten Tag.\n", encoding="utf-8")
    (root / "glossary.yaml").write_text(GLOSSARY, encoding="utf-8")
    with Project.open(root) as opened:
        yield opened


def document(*pairs: tuple[str, str]) -> TranslationRecord:
    return TranslationRecord("a.txt", tuple(ParagraphRecord(de, en, State.TRANSLATED) for de, en in pairs))


def found(project: Project, record: TranslationRecord, index: int, check: str) -> list[Finding]:
    findings = check_document(record, project.termbase.glossary)
    return [finding for finding in findings if (finding.paragraph, finding.check) == (index, check)]


def fixed(project: Project, check: str, *pairs: tuple[str, str], index: int = 0) -> Fix:
    """The fix of the first finding of a check in a paragraph."""
    record = document(*pairs)
    finding = found(project, record, index, check)[0]
    assert fixable(finding)
    fix = find_fix(project, record, index, finding)
    assert isinstance(fix, Fix), fix
    return fix


@pytest.mark.parametrize(
    ("german", "english", "expected", "put"),
    [
        ("Der Überläufer floh.", "The turncoat fled.", "The defector fled.", "defector"),
        ("Ein Überläufer floh.", "Turncoats fled.", "Defectors fled.", "Defectors"),
        ("Lukaschenkos Armee", "Lukaschenko’s army", "Lukashenko’s army", "Lukashenko"),
        ("Putins Wladimir Putin", "Wladimir Putin’s men", "Vladimir Putin’s men", "Vladimir"),
    ],
)
def test_a_forbidden_form_gives_way_to_the_right_one(
    project: Project, german: str, english: str, expected: str, put: str
) -> None:
    fix = fixed(project, "term-forbidden", (f"{german} und mehr.", f"{english} and more."))
    assert fix.english == f"{expected} and more."
    assert put in fix.english[slice(*fix.span)]


@pytest.mark.parametrize(
    ("german", "english", "expected"),
    [
        ("Viele Wehrpflichtige flohen.", "Many draftees fled.", "Many conscripts fled."),
        ("Der Kremlsprecher schwieg.", "The spokesman was silent.", "The Kremlin spokesman was silent."),
        ("Lukaschenkos Armee kam.", "Lukashenchko’s army came.", "Lukashenko’s army came."),
        ("Er sprach. Der Kreml schwieg.", "He spoke. The Kreml was silent.", "He spoke. The Kremlin was silent."),
        ("Man will neue Sanktionen.", "They want new penalties.", "They want new sanctions."),
    ],
)
def test_a_missing_term_comes_where_its_german_is_said(
    project: Project, german: str, english: str, expected: str
) -> None:
    fix = fixed(project, "term-missing", (german, english))
    assert fix.english == expected
    assert fix.told.startswith("“")


def test_a_term_in_small_letters_gets_its_capitals(project: Project) -> None:
    fix = fixed(project, "term-capitals", ("Der Kreml schwieg.", "The kremlin was silent."))
    assert fix.english == "The Kremlin was silent."


def test_a_term_whose_place_cannot_be_found_is_left_to_the_translator(project: Project) -> None:
    record = document(("Der Kreml schwieg.", "He was there and is not."))
    answer = find_fix(project, record, 0, found(project, record, 0, "term-missing")[0])
    assert isinstance(answer, NoFix)
    assert "“Kremlin”" in answer.why


def test_the_first_mention_is_written_out_and_the_later_ones_are_not(project: Project) -> None:
    first, later = ("Putin sprach zur ODKB.", "Putin spoke to the CSTO."), ("Putin ging.", "Vladimir Putin left.")
    fix = fixed(project, "first-mention", first, later)
    assert fix.english == "Vladimir Putin spoke to the CSTO."
    assert fix.told == "“Vladimir Putin” put in for “Putin”."
    assert fixed(project, "later-mention", first, later, index=1).english == "Putin left."


def test_a_term_that_is_missing_where_it_comes_first_is_put_in_written_out(project: Project) -> None:
    fix = fixed(project, "term-missing", ("Dort tagte die ODKB.", "The ODKB met there."))
    assert fix.english == "The Collective Security Treaty Organization (CSTO) met there."


def test_a_name_in_a_compound_cannot_be_written_out(project: Project) -> None:
    record = document(("ODKB-Truppen kamen an die Grenze.", "CSTO-led troops came to the border."))
    answer = find_fix(project, record, 0, found(project, record, 0, "first-mention")[0])
    assert isinstance(answer, NoFix)
    assert "compound" in answer.why


def test_the_rarer_spelling_gives_way(project: Project) -> None:
    german = "Lukaschenko sprach."
    pairs = [(german, "Lukashenko spoke."), (german, "“Lukashenka’s voice,” she said."), (german, "Lukashenko left.")]
    fix = fixed(project, "name-spelling", *pairs, index=1)
    assert fix.english == "“Lukashenko’s voice,” she said."
    assert fix.told == "“Lukashenko” put in for “Lukashenka”."


@pytest.mark.parametrize(
    ("check", "german", "english", "expected"),
    [
        ("doubled-word", "Er sah den Hund.", "He saw the the dog.", "He saw the dog."),
        ("markers", "Er sah den Hund.", "He saw ⟦the dog.", "He saw the dog."),
        ("punctuation", "Er kam heute.", "He  came today.", "He came today."),
        ("punctuation", "Er kam, sagt sie.", "He came , she says.", "He came, she says."),
        ("punctuation", "Er kam „heute“.", "He came „today“.", "He came “today”."),
        ("quotes", "„Ja“, sagt er.", '"Yes,” he says.', "“Yes,” he says."),
        ("numbers", "Es kamen 35.000.", "There came 35.000.", "There came 35,000."),
    ],
)
def test_slips_whose_right_form_is_certain(
    project: Project, check: str, german: str, english: str, expected: str
) -> None:
    assert fixed(project, check, (german, english)).english == expected


def test_what_has_no_certain_fix_or_is_let_stand_is_not_fixable(project: Project) -> None:
    record = document(("Kommt er nicht?", "He is coming."))
    for check in ("negation", "punctuation"):
        (finding,) = found(project, record, 0, check)
        assert not fixable(finding)
        assert isinstance(find_fix(project, record, 0, finding), NoFix)
    kept = ParagraphRecord(
        "Lukaschenko!",
        "Lukaschenko!",
        State.REVIEWED,
        overrides=(Override("term-forbidden", "Lukaschenko", "a quote"),),
    )
    (finding,) = found(project, TranslationRecord("a.txt", (kept,)), 0, "term-forbidden")
    assert finding.overridden
    assert not fixable(finding)


def test_a_finding_that_is_gone_is_told(project: Project) -> None:
    record = document(("Der Überläufer floh.", "The turncoat fled."))
    (finding,) = found(project, record, 0, "term-forbidden")
    answer = find_fix(project, document(("Der Überläufer floh.", "The defector fled.")), 0, finding)
    assert isinstance(answer, NoFix)
    assert "gone" in answer.why


def test_a_fix_that_would_break_another_rule_is_none(project: Project) -> None:
    (project.layout.root / "glossary.yaml").write_text(
        GLOSSARY + "- {de: Überläuferin, en: turncoat, avoid: [defector]}\n", encoding="utf-8"
    )
    project.termbase.reload()
    record = document(("Der Überläufer und die Überläuferin flohen.", "The turncoat and the turncoat fled."))
    answers = [find_fix(project, record, 0, finding) for finding in found(project, record, 0, "term-forbidden")]
    (project.layout.root / "glossary.yaml").write_text(GLOSSARY, encoding="utf-8")
    project.termbase.reload()
    assert answers
    assert all(isinstance(answer, NoFix) and "another rule" in answer.why for answer in answers)


WORDS = st.lists(
    st.sampled_from(["the", "army", "of", "Minsk", "said", "that", "it,", "(again)", "“left”", "at", "ten."]),
    min_size=1,
    max_size=5,
)
WRONG = st.sampled_from(
    ["Lukaschenko", "Lukaschenko’s", "Wladimir Putin", "turncoats", "ODKB", "Putin’s", "Vladimir Putin"]
)


@settings(max_examples=60, deadline=None)
@given(WORDS, WRONG, WORDS)
def test_nothing_outside_the_place_changes(project: Project, before: list[str], wrong: str, after: list[str]) -> None:
    english = " ".join([*before, wrong, *after])
    german = "Lukaschenko, Wladimir Putin, die ODKB und ein Überläufer."
    record = document((german, "Lukashenko, Vladimir Putin, the CSTO, a defector."), (german, english))
    for check in ("term-forbidden", "first-mention", "later-mention"):
        for finding in found(project, record, 1, check):
            fix = find_fix(project, record, 1, finding)
            if isinstance(fix, Fix):
                assert fix.english.startswith(" ".join(before))
                assert fix.english.endswith(" ".join(after))
                assert fix.english[: fix.span.start] == english[: fix.span.start]
                rest = fix.english[fix.span.end :]
                assert english.endswith(rest)

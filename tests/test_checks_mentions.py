"""First and later mentions over a whole document: what the checks tell, and that drafts follow the rule."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from workbench.checks import Finding, check_document
from workbench.formats.roles import role_by_look
from workbench.glossary import Entry, Glossary
from workbench.project import Project
from workbench.project.findings import Findings
from workbench.text.house_style import HouseStyle
from workbench.translation import Override, ParagraphRecord, State, Translation, TranslationRecord

PUTIN = Entry(("Putin", "Wladimir Putin"), "Putin", kind="person", first="Vladimir Putin")
CSTO = Entry(("ODKB",), "CSTO", kind="organisation", first="Collective Security Treaty Organization (CSTO)")
GLOSSARY = Glossary((PUTIN, CSTO))
HEADLINE = ("Putin bleibt zu Hause", "Putin stays at home")


def told(*paragraphs: tuple[str, str] | ParagraphRecord) -> list[tuple[int, str, str]]:
    """Paragraph, check and the English at its place, of the findings that are about mentions."""
    record = document(*paragraphs)
    return [(f.paragraph, f.check, said(record, f)) for f in mentioned(record)]


def document(*paragraphs: tuple[str, str] | ParagraphRecord) -> TranslationRecord:
    records = [p if isinstance(p, ParagraphRecord) else ParagraphRecord(*p, State.REVIEWED) for p in paragraphs]
    records = [replace(record, role=role_by_look(record.german)) for record in records]
    return TranslationRecord("a.txt", tuple(records))


def mentioned(record: TranslationRecord) -> list[Finding]:
    return [f for f in check_document(record, GLOSSARY) if f.check in ("first-mention", "later-mention")]


def said(record: TranslationRecord, finding: Finding) -> str:
    assert finding.english is not None
    return record.paragraphs[finding.paragraph].english[slice(*finding.english)]


def test_a_document_that_writes_a_name_out_once_is_right() -> None:
    assert not told(
        HEADLINE,
        ("Wladimir Putin sprach. Putin ging.", "Vladimir Putin spoke. Putin left."),
        ("Putin schweigt.", "Putin is silent."),
        ("Die ODKB tagt. Die ODKB hilft.", "The Collective Security Treaty Organization (CSTO) meets. The CSTO helps."),
        ("Die ODKB schweigt.", "The CSTO is silent."),
    )


@pytest.mark.feature("a name at its first mention")
def test_a_first_mention_that_is_not_written_out_is_an_error_where_it_stands() -> None:
    (finding,) = mentioned(document(HEADLINE, ("Putin sprach.", "President Putin spoke.")))
    assert (finding.severity, finding.paragraph, finding.about) == ("error", 1, "Putin")
    assert "“Vladimir Putin”" in finding.message
    assert finding.german is not None


def test_a_name_written_out_too_late_is_told_at_the_mention_that_comes_first() -> None:
    assert told(("Putin sprach. Putin ging.", "Putin spoke. Vladimir Putin left.")) == [
        (0, "first-mention", "Putin"),
        (0, "later-mention", "Vladimir Putin"),
    ]


def test_a_name_written_out_again_is_a_warning() -> None:
    german = "Wladimir Putin sprach."
    (finding,) = mentioned(document((german, "Vladimir Putin spoke."), (german, "Vladimir Putin spoke.")))
    assert (finding.severity, finding.paragraph, finding.check) == ("warning", 1, "later-mention")
    assert "paragraph 1" in finding.message


def test_headlines_and_captions_may_have_either_form() -> None:
    assert not told(
        ("Wladimir Putin bleibt zu Hause", "Vladimir Putin stays at home"),
        ("Putin in Moskau. Foto: Agentur", "Putin in Moscow. Photo: Agency"),
        ("Wladimir Putin sprach.", "Vladimir Putin spoke."),
        ("Wladimir Putin in Moskau. Foto: Agentur", "Vladimir Putin in Moscow. Photo: Agency"),
    )


def test_a_skipped_paragraph_is_no_first_mention() -> None:
    skipped = ParagraphRecord("Wladimir Putin sprach.", "Vladimir Putin spoke.", State.SKIPPED)
    assert told(skipped, ("Putin ging.", "Putin left.")) == [(1, "first-mention", "Putin")]


def test_a_paragraph_that_a_person_translated_without_the_name_is_no_first_mention() -> None:
    assert not told(("Putin sprach.", "The president spoke."), ("Putin ging.", "Vladimir Putin left."))


def test_what_the_glossary_misses_or_forbids_altogether_is_told_once_and_not_here() -> None:
    assert not told(("Putin sprach.", "The president spoke."), ("Die Lage ist ruhig.", "The situation is calm."))


def test_a_finding_of_the_whole_document_can_be_overridden_in_its_paragraph() -> None:
    record = document(
        ParagraphRecord(
            "Putin sprach.", "Putin spoke.", State.REVIEWED, overrides=(Override("first-mention", "Putin", "a series"),)
        )
    )
    (finding,) = mentioned(record)
    assert (finding.severity, finding.overridden, finding.reason) == ("info", True, "a series")


def test_a_quotation_and_a_teaser_are_no_first_mention() -> None:
    quotation = ("„Putin hat recht.“", "“Putin is right.”")
    assert told(quotation, ("Putin ging.", "Putin left.")) == [(1, "first-mention", "Putin")]
    teaser = ParagraphRecord("Putin fehlt in Minsk.", "Putin is absent from Minsk.", State.REVIEWED, role="teaser")
    record = TranslationRecord("a.txt", (teaser, ParagraphRecord("Putin ging.", "Putin left.", State.REVIEWED)))
    assert [(f.paragraph, f.check) for f in mentioned(record)] == [(1, "first-mention")]


# Drafts

ARTICLE = """\
ODKB tagt ohne Putin

Die ODKB traf sich am Donnerstag in Minsk.

Wladimir Putin reiste nicht zur ODKB.

Putin blieb in Moskau.
"""
LONG_CSTO, LONG_PUTIN = "Collective Security Treaty Organization (CSTO)", "Vladimir Putin"
KEPT = """\
- de: [Putin, Wladimir Putin]
  en: Putin
  first: Vladimir Putin
  kind: person
- de: ODKB
  en: CSTO
  first: Collective Security Treaty Organization (CSTO)
  kind: organisation
"""


@pytest.fixture
def root(tmp_path: Path) -> Path:
    (tmp_path / "sources").mkdir()
    (tmp_path / "sources" / "a.txt").write_text(ARTICLE, encoding="utf-8")
    (tmp_path / "glossary.yaml").write_text(KEPT, encoding="utf-8")
    return tmp_path


def draft(project: Project, translation: Translation) -> list[str]:
    """Draft as the screen does; which long forms stand in each paragraph."""
    for index, made in project.drafting(translation.paragraphs):
        translation.set_draft(index, made)
    return [
        " + ".join(
            form
            for form in (LONG_CSTO, LONG_PUTIN)
            if form in paragraph.english and paragraph.state is not State.SKIPPED
        )
        for paragraph in translation.paragraphs
    ]


@pytest.mark.feature("the glossary's terms in the draft")
def test_drafts_write_a_name_out_in_the_first_paragraph_that_has_it(root: Path) -> None:
    with Project.open(root) as project:
        translation = project.open_document("a.txt")
        assert draft(project, translation) == ["", LONG_CSTO, LONG_PUTIN, ""]
        assert not [f for f in project.document_findings(translation) if "mention" in f.check]
        made = translation.paragraphs[1].draft
        assert made is not None
        assert [(german, english) for german, english, _ in made.terms] == [("ODKB", LONG_CSTO)]


def test_drafts_follow_when_a_paragraph_is_skipped_and_taken_up_again(root: Path) -> None:
    with Project.open(root) as project:
        translation = project.open_document("a.txt")
        draft(project, translation)
        translation.skip(1)
        assert draft(project, translation) == ["", "", f"{LONG_CSTO} + {LONG_PUTIN}", ""]
        translation.skip(1)
        assert draft(project, translation) == ["", LONG_CSTO, LONG_PUTIN, ""]


def test_drafts_follow_when_the_article_or_the_glossary_changes(root: Path) -> None:
    with Project.open(root) as project:
        translation = project.open_document("a.txt")
        draft(project, translation)
        title, first, second, third = ARTICLE.strip().split("\n\n")
        (root / "sources" / "a.txt").write_text("\n\n".join([title, third, second, first]) + "\n", encoding="utf-8")
        translation.reload(project.read_source("a.txt"))
        assert draft(project, translation) == ["", LONG_PUTIN, LONG_CSTO, ""]
        (root / "glossary.yaml").write_text(KEPT.replace(f"  first: {LONG_CSTO}\n", ""), encoding="utf-8")
        project.termbase.reload()
        assert draft(project, translation) == ["", LONG_PUTIN, "", ""]


def test_what_a_person_wrote_is_never_rewritten_but_told(root: Path) -> None:
    with Project.open(root) as project:
        translation = project.open_document("a.txt")
        translation.edit(1, "The CSTO met in Minsk on Thursday.")
        assert draft(project, translation) == ["", "", LONG_PUTIN, ""]
        assert translation.paragraphs[1].english == "The CSTO met in Minsk on Thursday."
        findings = Findings(translation.paragraphs, project.termbase.glossary)
        assert [f.check for f in findings.broken_rules(1)] == ["first-mention"]
        before = dict(findings.first_mentions)
        translation.edit(1, "The leaders met in Minsk on Thursday.")
        findings.update({1: translation.paragraphs[1]})
        assert findings.first_mentions != before
        assert draft(project, translation) == ["", "", f"{LONG_CSTO} + {LONG_PUTIN}", ""]


@pytest.mark.parametrize(("names", "told"), [("", []), ("as in the German", []), ("once", ["later-mention"])])
def test_the_house_style_decides_whether_a_full_name_may_stand_where_the_german_has_it_later(
    names: str, told: list[str]
) -> None:
    putin = Entry(de=("Putin", "Wladimir Putin"), en="Putin", first="Vladimir Putin", kind="person")
    pairs = (
        ("Putin schwieg am Montag.", "Vladimir Putin said nothing on Monday."),
        ("Wladimir Putin sprach am Dienstag.", "Vladimir Putin spoke on Tuesday."),
    )
    record = TranslationRecord("a.txt", tuple(ParagraphRecord(de, en, State.TRANSLATED) for de, en in pairs))
    found = check_document(record, Glossary((putin,)), HouseStyle(names=names))
    assert [f.check for f in found if f.check.endswith("mention")] == told

"""The house style of a project: chosen at init, drafts written by it, checks judging by it, fixes putting it right."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from tests.test_command_line import one_clear_line, workbench
from tests.test_settings import said, told
from workbench.checks import Finding, check_document, check_paragraph
from workbench.engine import (
    DraftCache,
    Drafter,
    ParagraphDraft,
    WordOutcome,
    draft_paragraphs,
    embedded_package,
    in_style,
)
from workbench.glossary import Entry, Glossary
from workbench.project import Fix, Project, find_fix, fixable
from workbench.project.drafting import as_record
from workbench.project.origins import word_origins
from workbench.project.settings.settings import read_settings
from workbench.text import Inline, Span
from workbench.text.house_style import NO_STYLE, PRESETS, HouseStyle
from workbench.translation import ParagraphRecord, State, TranslationRecord

NONE = Glossary(())
GERMAN = "Am 9. April 2022 reiste er nach Kiew. Um 14.30 Uhr kamen 12 Prozent der Wähler."


def document(*english: str, german: str = "Etwas.") -> TranslationRecord:
    return TranslationRecord("a.txt", tuple(ParagraphRecord(german, text, State.TRANSLATED) for text in english))


def styled(*english: str, style: HouseStyle = NO_STYLE, glossary: Glossary = NONE) -> list[Finding]:
    return [finding for finding in check_document(document(*english), glossary, style) if finding.check == "style"]


# The setting


def test_the_project_says_its_style_by_name_or_setting_by_setting(tmp_path: Path) -> None:
    file = said(tmp_path / "project.yaml", "style: guardian\n")
    assert read_settings(tmp_path).settings.style == PRESETS["guardian"].style
    said(file, "style: British\n")
    assert read_settings(tmp_path).settings.style.spelling == "british"
    said(file, "package: ours\nstyle:\n  like: AP\n  quotes: single\n  times: 14:30\n  percent: 12%\n  places: ''\n")
    style = read_settings(tmp_path).settings.style
    assert (style.name, style.spelling, style.dates) == ("ap", "american", "Sept. 9, 2022")
    assert (style.quotes, style.times, style.percent, style.places) == ("single", "14:30", "12%", "")
    said(file, "style:\n  dates: 9 April 2022\n")
    assert read_settings(tmp_path).settings.style == HouseStyle(dates="9 April 2022")
    assert told(tmp_path) == []


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("style: gardian\n", "1: `style` cannot be `gardian` – use one of british, american, guardian, bbc,"),
        ("style:\n  quote: single\n", "2: the setting `quote` of `style` is not known – use like, spelling, quotes,"),
        ("style:\n  quotes: triple\n", "2: `quotes` of `style` cannot be `triple` – use one of `double`, `single`"),
        (
            "style:\n  dates: [a]\n",
            "2: `dates` of `style` cannot be that – use one of `9 April 2022`, `April 9, 2022`, `Sept",
        ),
        ("style:\n  like: ap\n  like: eu\n", "3: `like` of `style` is set twice – keep one of them"),
        ("style: ap\nstyle:\n  like: eu\n", "2: `style` is set twice – keep one of them"),
        ("style: [ap]\n", "1: `style` must be a few words on one line – write it as `key: value`"),
    ],
)
def test_what_is_wrong_in_it_is_told_with_its_line_and_what_is_allowed(tmp_path: Path, text: str, line: str) -> None:
    said(tmp_path / "project.yaml", f"package: ours\n{text}")
    (problem,) = told(tmp_path)
    number, rest = line.split(":", 1)
    assert problem.startswith(f"project.yaml:{int(number) + 1}:{rest}")
    assert read_settings(tmp_path).settings.package == "ours"


def test_it_is_the_projects_and_nobody_elses(tmp_path: Path) -> None:
    said(tmp_path / ".workbench" / "settings.yaml", "style: ap\n")
    (problem,) = told(tmp_path)
    assert problem.endswith("`style` does not belong in settings – move it to project.yaml")
    assert not read_settings(tmp_path).settings.style.is_set


def test_init_begins_a_project_with_a_style_and_doctor_tells_it(tmp_path: Path) -> None:
    done = workbench("init", "neu", "--style", "Guardian", cwd=tmp_path)
    assert done.returncode == 0, done
    settings = tmp_path / "neu" / "project.yaml"
    assert settings.read_text().splitlines()[-1] == "style: guardian"
    (tmp_path / "neu" / "sources" / "a.txt").write_text("Guten Tag.\n")
    assert "house style: guardian (spelling: british, " in workbench("doctor", "neu", cwd=tmp_path).stdout
    assert workbench("init", "neu", "--style", "guardian", cwd=tmp_path).returncode == 0
    assert "project.yaml: is there already and stays as it is – write into it: style: ap" in (
        one_clear_line(workbench("init", "neu", "--style", "ap", cwd=tmp_path))
    )
    assert settings.read_text().splitlines()[-1] == "style: guardian"
    assert "use one of british, american, guardian" in (
        one_clear_line(workbench("init", "other", "--style", "gardian", cwd=tmp_path))
    )
    assert not (tmp_path / "other").exists()
    assert "No house style is set" in workbench("init", "plain", cwd=tmp_path).stdout
    assert not (tmp_path / "plain" / "project.yaml").exists()


# Drafts


@pytest.fixture(scope="module")
def drafter() -> Drafter:
    return Drafter(embedded_package())


def sentences_made(root: Path) -> list[tuple[str, float]]:
    """The sentences in the cache of drafts, with the time when each was drafted."""
    file = root / ".workbench" / "drafts.sqlite"
    if not file.exists():
        return []
    with closing(sqlite3.connect(file)) as connection:
        return list(connection.execute("SELECT key, made FROM draft"))


@pytest.mark.feature("a house style")
def test_drafts_are_written_by_it_and_another_style_costs_no_new_draft(tmp_path: Path, drafter: Drafter) -> None:
    root = tmp_path / "p"
    said(root / "sources" / "a.txt", f"{GERMAN}\n")
    drafts = {}
    for name in ("", "guardian", "ap", "eu"):
        said(root / "project.yaml", f"style: {name}\n")
        made_before = sentences_made(root)
        with Project.open(root) as project:
            records = project.open_document("a.txt").paragraphs
            ((_, drafts[name]),) = project.drafting(records)
        assert not name or sentences_made(root) == made_before
    english = {name: draft.english for name, draft in drafts.items()}
    assert "9 April 2022" in english["guardian"] and "2.30pm" in english["guardian"] and "12%" in english["guardian"]
    assert "April 9, 2022" in english["ap"] and "2:30 p.m." in english["ap"]
    assert "12 percent" in english["eu"]  # its guides do not agree on the sign, and nothing is set
    for name in ("guardian", "ap", "eu"):
        assert styled(english[name], style=PRESETS[name].style) == []


def test_words_of_the_dictionary_are_told_as_the_style_spells_them() -> None:
    german, english = "Sie veranstalten ein Rennen.", "They are organizing a race."
    words = (WordOutcome("veranstalten", Span(4, 16), "organizing", "dictionary"),)
    draft = ParagraphDraft(german, english, "package", ((Span(0, len(german)), Span(0, len(english))),), words=words)
    new, _ = in_style(draft, PRESETS["guardian"].style)
    record = as_record(new, 0, ParagraphRecord(german), {})
    [origin] = word_origins(ParagraphRecord(german, record.english, State.DRAFT, record))
    assert (origin.german, origin.english) == ("veranstalten", "organising")
    assert new.english == "They are organising a race."


def test_terms_stay_and_pairs_of_sentences_are_where_they_are_then(drafter: Drafter) -> None:
    kiev = Entry(("Kiew",), "Kiev", kind="place")
    colour = Entry(("Farbe",), "color")
    texts = [f"Die Organisation reiste nach Kiew. {GERMAN} Danach wurde die Farbe organisiert."]
    glossary = Glossary((kiev, colour))
    ((_, draft),) = draft_paragraphs(texts, glossary, drafter, DraftCache(None))
    style = PRESETS["guardian"].style
    new, _ = in_style(draft, style)
    assert in_style(draft, NO_STYLE) == (draft, ())
    assert new.english != draft.english and "Kiev" in new.english and "Kyiv" not in new.english
    assert new.english.count("color") == draft.english.count("color")
    assert [german for german, _ in new.pairs] == [german for german, _ in draft.pairs]
    assert new.pairs[0][1].start == 0 and new.pairs[-1][1].end == len(new.english)
    for (_, before), (_, after) in zip(draft.pairs, new.pairs, strict=True):
        was, now = draft.english[slice(*before)], new.english[slice(*after)]
        assert (was[0], was[-1]) == (now[0], now[-1])


def test_bold_and_links_stay_around_what_is_written_anew(tmp_path: Path) -> None:
    root = tmp_path / "p"
    said(
        root / "sources" / "a.md",
        "Die Soldaten **organisierten** am *9. April 2022* eine [Reise](https://a.example/).\n",
    )
    said(root / "project.yaml", "style: guardian\n")
    with Project.open(root) as project:
        ((_, draft),) = project.drafting(project.open_document("a.md").paragraphs)
    shown = Inline(draft.english, draft.codes).shown()
    assert "⟨1⟩organised⟨/1⟩" in shown and "⟨2⟩9 April 2022⟨/2⟩" in shown and shown.count("⟨3⟩") == 1


# Checks and fixes


def test_each_deviation_is_a_warning_with_what_belongs_there() -> None:
    found = styled("The colour.", "At 2:30 p.m. the center of Kiev.", style=PRESETS["guardian"].style)
    assert [(f.paragraph, f.severity, f.about, f.wanted) for f in found] == [
        (1, "warning", "2:30 p.m.", "2.30pm"),
        (1, "warning", "center", "centre"),
        (1, "warning", "Kiev", "Kyiv"),
    ]
    assert found[0].message == "house style (guardian): “2.30pm” for “2:30 p.m.”"


def test_the_glossarys_terms_are_not_told_nor_what_it_forbids() -> None:
    glossary = Glossary((Entry(("Zentrum",), "Center", avoid=("Kiev",)),))
    record = ParagraphRecord("Das Zentrum.", "The Center of Kiev, the center of Odessa.", State.TRANSLATED)
    found = check_paragraph(0, record, glossary, PRESETS["guardian"].style)
    assert [f.about for f in found if f.check == "style"] == ["Odessa"]


def test_without_a_style_two_ways_in_one_document_are_told_once() -> None:
    english = (
        "The colour on 9 April.",
        "A theatre, 12%.",
        "The center on May 5.",
        "Colors and theaters.",
        "12 percent",
    )
    found = styled(*english)
    assert [(f.paragraph, f.severity, f.about, f.wanted) for f in found] == [
        (0, "info", "colour", "color"),
        (2, "info", "May 5", "5 May"),
        (4, "info", "12 percent", "%"),
    ]
    (words,) = (f for f in found if "words" in f.message)
    assert words.message.startswith("words are written in two ways in this document: ")
    assert styled("The colour on 9 April.", "A theatre.") == []
    assert styled("The colour. The color.", style=HouseStyle(spelling="british"))[0].severity == "warning"


def test_forms_that_no_style_has_are_a_second_way_too() -> None:
    assert [(f.about, f.wanted) for f in styled("On 9 April.", "On 3 May.", "On 9th June.")] == [("9th June", "9 June")]
    assert [(f.about, f.wanted) for f in styled("At 2pm.", "At 4.30pm.", "At 5 PM.")] == [("5 PM", "5pm")]
    assert styled("On 9th April.", "On 3rd May.") == []
    assert styled("There are five people.", "There are eleven people.") == []


def test_in_a_document_of_one_way_nothing_is_told_where_a_use_fits_two_styles() -> None:
    assert styled("They organize labor.", "They color it.", "It was organized.") == []
    assert styled("They organize it.", "The colour.") == []  # British with -ize
    assert [f.about for f in styled("They organize it.", "The colour.", "The labour.", "The color.")] == ["color"]


def test_marks_follow_the_style_in_the_other_checks_too() -> None:
    record = ParagraphRecord("„Ja“, sagt er.", '„Yes“, he says "no".', State.TRANSLATED)
    found = check_paragraph(0, record, NONE, HouseStyle(quotes="single"))
    wanted = {f.check: f.wanted for f in found if f.wanted}
    assert wanted["punctuation"] == "‘Yes’"
    assert wanted["quotes"] == "‘"


@pytest.fixture
def project(tmp_path: Path) -> Iterator[Project]:
    said(tmp_path / "p" / "sources" / "a.txt", "Etwas.\n")
    said(tmp_path / "p" / "project.yaml", "style: guardian\n")
    with Project.open(tmp_path / "p") as opened:
        yield opened


@pytest.mark.feature("a house style")
@pytest.mark.parametrize(
    ("english", "expected"),
    [
        ("The center of it.", "The centre of it."),
        ("It ended at 2:30 p.m.", "It ended at 2.30pm."),
        ("He said ‘she said “no” to it’.", "He said “she said ‘no’ to it”."),
        ("It was 12 percent.", "It was 12%."),
        ("On April 9, 2022, it fell.", "On 9 April 2022, it fell."),
        ("About 5000 people.", "About 5,000 people."),
        ("There were 5 protests.", "There were five protests."),
    ],
)
def test_one_key_puts_a_deviation_right(project: Project, english: str, expected: str) -> None:
    record = document(english, german="Etwas 5000, 12, 2022, 9. April, 14.30, 5.")
    style = project.settings.style
    (finding,) = (f for f in check_document(record, NONE, style) if f.check == "style")
    assert fixable(finding)
    fix = find_fix(project, record, 0, finding)
    assert isinstance(fix, Fix), fix
    assert fix.english == expected


def test_where_no_style_is_set_one_key_makes_it_as_the_rest_of_the_document(tmp_path: Path) -> None:
    said(tmp_path / "p" / "sources" / "a.txt", "Etwas.\n")
    record = document("The colour.", "The centre.", "A color, a center.")
    with Project.open(tmp_path / "p") as project:
        (finding,) = (f for f in check_document(record, NONE) if f.check == "style")
        fix = find_fix(project, record, 2, finding)
        assert isinstance(fix, Fix) and fix.english == "A colour, a center."


def test_the_command_tells_it(project_folder: Path) -> None:
    said(project_folder / "project.yaml", "style: eu\n")
    done = workbench("translate", "sources/gipfel.txt", cwd=project_folder)
    assert done.returncode == 0, done
    said(project_folder / "project.yaml", "style: guardian\n")
    done = workbench("check", "--fail-on", "warning", cwd=project_folder)
    assert done.returncode == 1
    assert "house style (guardian): double marks for “‘" in done.stdout
    assert "house style (guardian): “35,000” for “35 000”" in done.stdout

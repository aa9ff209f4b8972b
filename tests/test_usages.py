"""Where an entry is used: every sentence of every document, begun or not, with its English there."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workbench.glossary import Entry
from workbench.memory import sentences_beside
from workbench.project import Project
from workbench.project.terms.preview import preview
from workbench.project.terms.usages import Usage, Uses
from workbench.translation import State, TranslationRecord

ENGLISH = {
    0: "Yerevan summit ends without result",
    2: "Lukashenko travelled to Yerevan on Thursday. There, the CSTO met.",
    5: "In Kiev, 35,000 people were counted.",
}


@pytest.fixture
def folder(project_folder: Path) -> Path:
    """The project with its article partly translated, and two more that nobody has begun."""
    with Project.open(project_folder) as project:
        translation = project.open_document("gipfel.txt")
        for index, english in ENGLISH.items():
            translation.edit(index, english)
        translation.accept(2)
        translation.skip(3)
    sources = project_folder / "sources"
    (sources / "kiew.txt").write_text("Nichts Neues aus Minsk.\n\nKiew schweigt. Kiews Regierung auch.\n", "utf-8")
    (sources / "leer.txt").write_text("Hier steht kein Name.\n", "utf-8")
    return project_folder


def collected(project: Project, opened: TranslationRecord | None = None) -> Uses:
    uses = Uses(project, opened)
    *_, last = uses.collect()
    assert last == (len(project.names()), len(project.names()))
    return uses


def entry(project: Project, german: str) -> Entry:
    return next(entry for entry in project.termbase.entries if german in entry.de)


def shown(usage: Usage) -> tuple[str, ...]:
    """What a reader sees of a usage: `[hits]` in the German, `[places]` in the English."""
    return _marked(usage.german, usage.hits), _marked(usage.english, usage.places)


def _marked(text: str, spans: tuple[tuple[int, int], ...]) -> str:
    for start, end in sorted(spans, reverse=True):
        text = f"{text[:start]}[{text[start:end]}]{text[end:]}"
    return text


def test_the_sentence_the_hit_and_its_english(folder: Path) -> None:
    with Project.open(folder) as project:
        uses = collected(project)
        (usage,) = uses.usages(entry(project, "ODKB"))
        assert (usage.document, usage.paragraph, usage.state) == ("gipfel.txt", 2, State.REVIEWED)
        assert shown(usage) == ("Dort tagte die [ODKB].", "There, the [CSTO] met.")
        assert usage.met


def test_every_document_is_looked_through_also_those_that_are_not_begun(folder: Path) -> None:
    with Project.open(folder) as project:
        uses = collected(project)
        kiew = entry(project, "Kiew")
        places = [(usage.document, usage.paragraph, usage.state) for usage in uses.usages(kiew)]
        assert places == [
            ("gipfel.txt", 5, State.TRANSLATED),
            ("kiew.txt", 1, State.NEW),
            ("kiew.txt", 1, State.NEW),
        ]
        assert [shown(usage)[0] for usage in uses.usages(kiew)][1:] == ["[Kiew] schweigt.", "[Kiews] Regierung auch."]
        assert (uses.count(kiew), uses.documents(kiew)) == (3, 2)
        assert uses.count(entry(project, "AFU")) == 1
        assert uses.count(Entry(("Nirgends",), "nowhere")) == 0


def test_a_forbidden_form_is_marked_and_the_term_is_not_met(folder: Path) -> None:
    with Project.open(folder) as project:
        usage = next(collected(project).usages(entry(project, "Kiew")))
        assert [usage.english[slice(*span)] for span in usage.forbidden] == ["Kiev"]
        assert not usage.met


def test_the_open_document_counts_as_it_stands_on_the_desk(folder: Path) -> None:
    with Project.open(folder) as project:
        translation = project.open_document("gipfel.txt")
        translation.edit(5, "In Kyiv, 35,000 people were counted.")
        kiew = entry(project, "Kiew")
        assert not next(collected(project).usages(kiew)).met
        assert next(collected(project, translation.record).usages(kiew)).met


def test_a_term_that_moved_to_the_neighbouring_sentence_is_shown_in_the_paragraph(folder: Path) -> None:
    with Project.open(folder) as project:
        translation = project.open_document("gipfel.txt")
        translation.edit(2, "Lukashenko travelled to the CSTO summit in Yerevan on Thursday. It met there.")
        (usage,) = collected(project, translation.record).usages(entry(project, "ODKB"))
        assert usage.met
        assert usage.english == translation.paragraphs[2].english


def test_paragraphs_are_those_the_desk_would_show_when_the_article_has_changed_since(folder: Path) -> None:
    source = folder / "sources" / "gipfel.txt"
    source.write_text("Neuer Anfang.\n\n" + source.read_text("utf-8"), "utf-8")
    with Project.open(folder) as project:
        usage = next(collected(project).usages(entry(project, "Kiew")))
        assert usage.paragraph == 6
        assert project.open_document("gipfel.txt").paragraphs[6].english == usage.english


def test_what_changed_on_disk_is_read_again(folder: Path) -> None:
    with Project.open(folder) as project:
        kiew = entry(project, "Kiew")
        assert collected(project).count(kiew) == 3
        (folder / "sources" / "leer.txt").write_text("Doch: Kiew.\n", "utf-8")
        assert collected(project).count(kiew) == 4


def test_a_document_that_cannot_be_read_is_told_and_the_others_are_shown(folder: Path) -> None:
    (folder / "translations" / "kiew.yaml").write_text("paragraphs: [", "utf-8")
    with Project.open(folder) as project:
        uses = collected(project)
        assert uses.count(entry(project, "Kiew")) == 1
        (problem,) = uses.problems
        assert "kiew.yaml" in str(problem)


TEXTS = st.lists(st.sampled_from(["Kiew schweigt.", "Ja!", "Der 3. Mai", "\n", "  ", "„Nein.“", "und"]), max_size=8)


@given(TEXTS, TEXTS)
def test_sentences_lie_in_their_texts_one_after_the_other(german: list[str], english: list[str]) -> None:
    ours, theirs = " ".join(german), "\t".join(english)
    pairs = sentences_beside(ours, theirs)
    for text, spans in ((ours, [pair[0] for pair in pairs]), (theirs, [pair[1] for pair in pairs])):
        edges = [edge for span in spans if span.start < span.end for edge in span]
        assert edges == sorted(edges)
        if theirs.strip():
            assert "".join(text[slice(*span)] for span in spans).split() or not pairs
            inside = "".join("".join(text[slice(*span)].split()) for span in spans)
            assert inside == ("".join(text.split()) if pairs else "")


def test_what_an_entry_would_find_before_it_is_added(folder: Path) -> None:
    with Project.open(folder) as project:
        texts = [paragraph.german for paragraph in project.open_document("gipfel.txt").paragraphs]
        seen = preview(project.termbase, Entry(("Zichanouskaja", "Menschen"), "x"), texts)
        assert (seen.places, seen.inside, seen.there) == (2, 1, ())
        (taken,) = preview(project.termbase, Entry(("Kiews",), "x"), texts).there
        assert taken == ("Kiews", entry(project, "Kiew"))
        same = entry(project, "Kiew")
        assert preview(project.termbase, same, texts, instead_of=same).there == ()

"""Where an article came from stands in its record, through everything that happens to it."""

from __future__ import annotations

from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from workbench.project import Project
from workbench.translation import Origin, ParagraphRecord, State, TranslationRecord, dump_record, reshaping
from workbench.translation.yaml_dump import Dump
from workbench.translation.yaml_file import cleaned, parse_record
from workbench.translation.yaml_own import read_own

ORIGIN = Origin("https://zeitung.example/a?b=1#c", "Gipfel: „Ein Anfang“", "Zeitung – Politik", "2026-11-28")
WORDS = st.text(max_size=30)


def test_it_is_written_in_a_block_of_its_own() -> None:
    record = TranslationRecord("a.html", (ParagraphRecord("Guten Tag."),), origin=ORIGIN)
    assert (
        dump_record(record).decode().split("paragraphs:")[0].split("source: ")[1]
        == """"a.html"
form: 2
origin:
  address: "https://zeitung.example/a?b=1#c"
  title: "Gipfel: „Ein Anfang“"
  site: Zeitung – Politik
  fetched: "2026-11-28"
""".replace('"a.html"', "a.html").replace("Zeitung – Politik", '"Zeitung – Politik"')
    )


@given(st.builds(Origin, WORDS, WORDS, WORDS, WORDS))
def test_both_readers_of_a_record_agree_on_it(origin: Origin) -> None:
    record = TranslationRecord("a.txt", (ParagraphRecord("Guten Tag."),), origin=origin)
    data = dump_record(record)
    slow = cleaned(parse_record(data, "a.yaml"))
    assert slow.origin == cleaned(record).origin
    assert read_own(data, Dump()) in (None, slow)
    assert read_own(dump_record(slow), Dump()) == slow


def test_it_outlives_what_is_done_to_the_article(project_folder: Path) -> None:
    article = project_folder / "sources" / "gipfel.txt"
    with Project.open(project_folder) as project:
        document = project.read_source("gipfel.txt")
        record = TranslationRecord(
            "gipfel.txt", tuple(ParagraphRecord(p.text) for p in document.paragraphs), origin=ORIGIN
        )
        (project_folder / "translations").mkdir()
        (project_folder / "translations" / "gipfel.yaml").write_bytes(dump_record(record))
        translation = project.open_document("gipfel.txt")
        translation.edit(0, "No result at the Yerevan summit")
        translation.accept(0)
        translation.reshape(reshaping.split(translation.record, 2, 38, 0))
        assert translation.record.origin == ORIGIN
    article.write_text(article.read_text(encoding="utf-8") + "\nEin neuer Absatz.\n", encoding="utf-8")
    with Project.open(project_folder) as project:
        translation = project.open_document("gipfel.txt")
        assert translation.paragraphs[0].state is State.REVIEWED
        assert translation.record.origin == ORIGIN
    article.rename(article.with_name("eriwan.txt"))
    with Project.open(project_folder) as project:
        project.adopt("eriwan.txt", project_folder / "translations" / "gipfel.yaml")
        assert project.open_document("eriwan.txt").record.origin == ORIGIN

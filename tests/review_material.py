"""A translation that is handed over to a reviewer: with codes, a term, notes, every state, two equal paragraphs."""

from __future__ import annotations

from pathlib import Path

from tests.exported import exported
from workbench.export import Delivery, render
from workbench.export.returned import Returned
from workbench.export.returning import read_returned
from workbench.formats import Markup
from workbench.glossary import Entry, Glossary
from workbench.project import Project
from workbench.text import Inline
from workbench.translation import ParagraphRecord, State, TranslationRecord

MARKUP = (
    Markup("1", "bold", "**", "**"),
    Markup("2", "link", "[", "](https://example.org/a)", "https://example.org/a"),
    Markup("3", "note", "[^1]"),
    Markup("4", "italic", "*", "*"),
)
TEXTS = (
    ("Gipfel ohne Ergebnis", "Summit without result"),
    (
        "Das ⟨1⟩neue⟨/1⟩ Gesetz, sagt ⟨2⟩der Kreml⟨/2⟩, gilt.⟨3/⟩",
        "The ⟨1⟩new⟨/1⟩ law, ⟨2⟩the Kremlin⟨/2⟩ says, holds.⟨3/⟩",
    ),
    ("Es regnete den ganzen Tag in der Stadt.", "It rained in the city the whole day."),
    ("Niemand kam zu der Sitzung am Abend.", 'Nobody came to the "meeting" in the evening.'),
    ("Der Minister sprach von einem Fehler.", "The minister spoke of an error."),
    ("Weiter so.", "Go on."),
    ("Die Wahl wurde um eine Woche verschoben.", "The election was put off by a week."),
    ("Weiter so.", "Carry on."),
    ("Foto: Anna Berger", "Photo: Anna Berger"),
    ("Am ⟨4⟩Montag⟨/4⟩ beginnt die Ernte auf den Feldern.", "On ⟨4⟩Monday⟨/4⟩ the harvest begins in the fields."),
    ("Die Preise steigen seit dem Sommer ohne Halt.", "Prices have been rising without a stop since summer."),
    ("Das Parlament tagt erst wieder im Januar.", "Parliament meets again in January only."),
)
GLOSSARY = Glossary((Entry(de=("Kreml",), en="Kremlin", kind="place"),))


def paragraph(german: str, english: str, state: State = State.REVIEWED, note: str = "") -> ParagraphRecord:
    """A paragraph whose texts are written with their codes in them."""
    source, target = Inline.parsed(german), Inline.parsed(english)
    known = {code.id for code in (*source.codes, *target.codes)}
    markup = tuple(one for one in MARKUP if one.id in known)
    return ParagraphRecord(
        source.text, target.text, state, codes=source.codes, english_codes=target.codes, note=note, markup=markup
    )


def record() -> TranslationRecord:
    """The translation as it is handed over."""
    states = {2: State.DRAFT, 4: State.TRANSLATED, 8: State.SKIPPED}
    notes = {0: "Longer in the paper.", 6: "Which week?"}
    made = (
        paragraph(german, english, states.get(index, State.REVIEWED), notes.get(index, ""))
        for index, (german, english) in enumerate(TEXTS)
    )
    return TranslationRecord("gipfel.md", tuple(made))


def handed_over() -> bytes:
    """The bilingual Word document of it."""
    return render(Delivery(record(), GLOSSARY), "docx", "bilingual")


ARTICLE = "\n\n".join(
    german.replace("⟨3/⟩", "")
    .replace("⟨1⟩", "**")
    .replace("⟨/1⟩", "**")
    .replace("⟨2⟩der Kreml⟨/2⟩", "[der Kreml](https://example.org/a)")
    .replace("⟨4⟩", "*")
    .replace("⟨/4⟩", "*")
    for german, _ in TEXTS
)
"""The same as a Markdown article, without the footnote."""


def english_of(index: int) -> Inline:
    """The English of a paragraph (from 0) of the article, with the codes that it has there."""
    text = TEXTS[index][1].replace("⟨3/⟩", "").replace("⟨4⟩", "⟨1⟩").replace("⟨/4⟩", "⟨/1⟩")
    return Inline.parsed(text)


def make_project(root: Path) -> Path:
    """A project whose article is translated; the bilingual document that was exported from it."""
    (root / "sources").mkdir(parents=True)
    (root / "sources" / "gipfel.md").write_text(ARTICLE + "\n", encoding="utf-8")
    (root / "sources" / "andere.txt").write_text("Etwas ganz anderes.\n\nUnd noch etwas.\n", encoding="utf-8")
    (root / "glossary.yaml").write_text("- {de: Kreml, en: Kremlin, kind: place}\n", encoding="utf-8")
    with Project.open(root) as project:
        translation = project.open_document("gipfel.md")
        for index in range(len(TEXTS)):
            translation.edit(index, english_of(index))
            if index not in (2, 4):
                translation.accept(index)
        translation.skip(8)
        translation.set_note(6, "Which week?")
        translation.save()
        return exported(project, translation, "docx", "bilingual")


WHERE = Path("gipfel.de-en.docx")


def read(data: bytes) -> Returned:
    """What a reviewer's document says."""
    return read_returned(data, WHERE)

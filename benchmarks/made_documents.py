"""Documents of any length, made of the sentences of sources/ and their drafts, and large glossaries."""

from __future__ import annotations

import random
import shutil
import tempfile
from collections.abc import Sequence
from pathlib import Path

from simplemma.strategies.dictionaries import DEFAULT_DICTIONARY_FACTORY

from workbench.checks import check_paragraph, where_first
from workbench.formats import read_document
from workbench.glossary import Glossary, read_glossary, with_mentions
from workbench.project import Project
from workbench.text import sentence_spans
from workbench.translation import Draft, ParagraphRecord, State, TranslationRecord, dump_record

ROOT = Path(__file__).resolve().parent.parent
NAME = "long.txt"
SENTENCES = 3
"""In a paragraph."""
LEAST, MOST = 40, 250
"""Characters of a sentence that is taken."""
SYLLABLES = ("ka", "lu", "mi", "no", "ra", "shen", "ko", "to", "pe", "vi", "sta", "gra", "ber", "lin", "for", "ul")


class Maker:
    """Makes projects. The first one takes some seconds, in which the sentences are drafted once."""

    def __init__(self, entries: int, seed: int = 1) -> None:
        self._chance = random.Random(seed)
        self._glossary_text = self._large_glossary(entries)
        with tempfile.TemporaryDirectory() as folder:
            path = Path(folder) / "glossary.yaml"
            path.write_text(self._glossary_text, encoding="utf-8")
            self._glossary = read_glossary(path).glossary
        self.pairs = self._sentences()
        """The sentences that documents are made of, with their English."""

    def project(self, folder: Path, paragraphs: int, *, translated: bool) -> None:
        """A project with one document, NAME; `translated`: every paragraph has English that breaks no rule."""
        texts = [self._chance.sample(self.pairs, SENTENCES) for _ in range(paragraphs)]
        german = [" ".join(pair[0] for pair in pairs) for pairs in texts]
        (folder / "sources").mkdir(parents=True)
        (folder / "sources" / NAME).write_text("\n\n".join(german) + "\n", encoding="utf-8")
        (folder / "glossary.yaml").write_text(self._glossary_text, encoding="utf-8")
        if translated:
            (folder / "translations").mkdir()
            english = [" ".join(pair[1] for pair in pairs) for pairs in texts]
            record = TranslationRecord(NAME, _with_firsts(german, english, self._glossary))
            (folder / "translations" / "long.yaml").write_bytes(dump_record(record))

    def _large_glossary(self, entries: int) -> str:
        """The repository's glossary, filled up with compounds that are nowhere in the documents."""
        text = (ROOT / "glossary.yaml").read_text(encoding="utf-8")
        forms = DEFAULT_DICTIONARY_FACTORY.get_dictionary("de")
        nouns = sorted(form for form, base in forms.items() if form == base and form.istitle() and 5 < len(form) < 12)
        made: dict[str, str] = {}
        while len(made) < entries - text.count("\n- de:"):
            german = f"{self._chance.choice(nouns)}{self._chance.choice(nouns).lower()}"
            made[german] = "".join(self._chance.choices(SYLLABLES, k=4)).title()
        return text + "".join(f"\n- de: {german}\n  en: {english}\n" for german, english in made.items())

    def _sentences(self) -> list[tuple[str, str]]:
        """The sentences of sources/ with the package's English, where that breaks no rule."""
        with tempfile.TemporaryDirectory() as folder:
            shutil.copytree(ROOT / "sources", Path(folder) / "sources")
            shutil.copy(ROOT / "glossary.yaml", folder)
            texts = [
                paragraph.text[slice(*span)]
                for path in sorted((ROOT / "sources").iterdir())
                for paragraph in read_document(path).paragraphs
                for span in sentence_spans(paragraph.text)
            ]
            german = [text for text in texts if LEAST <= len(text) <= MOST and text.endswith((".", "!", "?"))]
            records = tuple(ParagraphRecord(text) for text in german)
            with Project.open(Path(folder)) as project:
                drafts = dict(project.drafting(records))
        pairs = [(german[index], draft.english) for index, draft in sorted(drafts.items())]
        return [pair for pair in pairs if not _is_wrong(*pair, self._glossary)]


def _is_wrong(german: str, english: str, glossary: Glossary) -> bool:
    found = check_paragraph(0, ParagraphRecord(german, english, State.TRANSLATED), glossary)
    return any(finding.severity == "error" for finding in found)


def _with_firsts(german: Sequence[str], english: Sequence[str], glossary: Glossary) -> tuple[ParagraphRecord, ...]:
    """Drafts that nobody has touched, with names written out where they come first."""
    records = [ParagraphRecord(text) for text in german]
    firsts = where_first(records, glossary)
    made = []
    for index, record in enumerate(records):
        text = english[index]
        for entry in dict.fromkeys(hit.entry for hit in glossary.find(record.german) if hit.entry.first):
            text = with_mentions(text, entry, first=firsts.get(entry) == index)
        made.append(ParagraphRecord(record.german, text, State.TRANSLATED, Draft(text, "made")))
    return tuple(made)

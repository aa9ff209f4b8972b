"""Codes of English sentences, known by those of the German ones that they belong to."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from workbench.formats import Document, Paragraph
from workbench.memory.aligning import Line, Sentence, Table
from workbench.text import Code, Inline

Kind = tuple[str, str, str]
"""Whether a code has two halves, what it is in the file, and where a link leads."""


class SharedCodes:
    """The codes of two documents: those of the English get the ids that the same ones have in the German.

    The same are those that are alike in their kind (bold, a link, a footnote's mark) within one line of an alignment:
    of several, first those around the same words (a name, a figure), or that lead to one address, then those that come
    first. What the German has not is left out.
    """

    def __init__(self, german: Document, english: Document) -> None:
        self._kinds = (
            [_kinds(paragraph) for paragraph in german.paragraphs],
            [_kinds(paragraph) for paragraph in english.paragraphs],
        )

    def line(self, table: Table, line: Line) -> tuple[Inline, Inline]:
        """Both sides of a line, each as one text with its codes."""
        german = table.german_of(line)
        if len({one.paragraph for one in german}) > 1:  # ids are those of one paragraph
            return Inline(" ".join(one.text for one in german)), together(self.english(table, line))
        return together(one.inline for one in german), together(self.english(table, line))

    def english(self, table: Table, line: Line) -> list[Inline]:
        """The English sentences of a line, each with its codes by the German's ids."""
        german, english = table.german_of(line), table.english_of(line)
        ids = self._ids(german, english)
        return [
            Inline(
                one.text,
                tuple(
                    replace(code, id=ids[one.paragraph, code.id])
                    for code in one.codes
                    if (one.paragraph, code.id) in ids
                ),
            )
            for one in english
        ]

    def _ids(self, german: Sequence[Sentence], english: Sequence[Sentence]) -> Mapping[tuple[int, str], str]:
        """For each code of English sentences, by its paragraph and id, the id of the German one that it is."""
        if len({one.paragraph for one in german}) != 1:
            return {}
        ours = list(_within(german, self._kinds[0]))
        found: dict[tuple[int, str], str] = {}
        theirs = list(_within(english, self._kinds[1]))
        for exact in (True, False):
            for where, kind, words in theirs:
                same = (
                    one
                    for one in ours
                    if (one[1] == kind and one[2] == words if exact else one[1][:2] == kind[:2])
                    and one[0][1] not in found.values()
                )
                if where not in found and (one := next(same, None)):
                    found[where] = one[0][1]
        return found


def together(sentences: Iterable[Inline]) -> Inline:
    """Sentences as one text, a blank between two; a pair of codes that was cut between them is whole again."""
    made = Inline("")
    for one in sentences:
        made = made + Inline(" ") + one if made.text else one
    return made.mended()


def _kinds(paragraph: Paragraph) -> dict[str, Kind]:
    roles = {one.id: (one.role, one.address) for one in paragraph.markup}
    halves = {code.id: "alone" if code.kind == "alone" else "pair" for code in paragraph.codes}
    return {name: (kind, *roles.get(name, ("", ""))) for name, kind in halves.items()}


def _within(
    sentences: Sequence[Sentence], kinds: Sequence[Mapping[str, Kind]]
) -> Iterator[tuple[tuple[int, str], Kind, str]]:
    """The codes of sentences, each once: paragraph and id, kind, and the words that it holds."""
    seen: set[tuple[int, str]] = set()
    for one in sentences:
        for code in one.codes:
            where = one.paragraph, code.id
            if where not in seen:
                seen.add(where)
                yield where, kinds[one.paragraph].get(code.id, ("", "", "")), _held(one.text, one.codes, code)


def _held(text: str, codes: Sequence[Code], code: Code) -> str:
    if code.kind == "alone":
        return ""
    end = next((one.at for one in codes if one.id == code.id and one.kind == "close"), len(text))
    return text[code.at : end] if code.kind == "open" else ""

"""A source document: its paragraphs as the file has them, and what stands between them."""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import Literal

from workbench.formats.markup import PARAGRAPH, Block, Markup
from workbench.formats.pieces import Piece
from workbench.formats.roles import Role
from workbench.problem import Problem
from workbench.text.inline import Code, Inline

Part = Literal["", "split", "inserted"]
SegmentState = Literal["new", "draft", "translated", "reviewed"]
"""How far a segment of a bilingual file is: nothing there, a machine's draft, a person's English, approved English."""


@dataclass(frozen=True, slots=True)
class Paragraph:
    """One paragraph of a source file.

    `text` is what is translated: one line, NFC, without control characters or marks; `codes` stand beside it, and
    `markup` says what they are in the file. `before` is what the file has between the last paragraph and this one
    (blank lines, `# `, `- `), `native` how the paragraph itself stands there. `role` is what it is in the document,
    `block` what it is in its layout.

    `part`: what a translator made of the source (see `workbench.formats.parts`): the rest of a paragraph that was cut,
    or one of the translator's own, without text. `joints`: where in the text two of the source were joined.

    `place`: where a file that is no text has the paragraph, as its filter names places. `fixed`: why it can be neither
    cut nor joined there; empty where it can. `seconds`: how long a subtitle stands; 0 for what is none.

    Of a bilingual file (see `workbench.formats.filter.BilingualFilter`): `given` is the English that it has already,
    `given_state` how far that is, `unconfirmed` whether it is a draft or was rejected there, `note` what its notes
    say; `locked`, why the English is not to be changed.
    """

    text: str
    before: str = ""
    role: Role = "body"
    codes: tuple[Code, ...] = ()
    markup: tuple[Markup, ...] = ()
    block: Block = PARAGRAPH
    native: str = ""
    part: Part = ""
    joints: tuple[int, ...] = ()
    place: str = ""
    fixed: str = ""
    seconds: float = 0.0
    given: Inline | None = None
    given_state: SegmentState = "new"
    unconfirmed: bool = False
    locked: str = ""
    note: str = ""

    @property
    def source(self) -> Inline:
        """Its text with its codes."""
        return Inline(self.text, self.codes)


@dataclass(frozen=True)
class Document:
    """A source file that has been read. `tail` is what the file has after its last paragraph.

    `remarks`: what the user should know of how it was read: an encoding that was guessed, damaged letters, what looks
    like text and stays in German. `original`: the file's bytes, where its format needs them to be written again.
    """

    name: str
    paragraphs: tuple[Paragraph, ...]
    tail: str = "\n"
    remarks: tuple[Problem, ...] = field(default=(), compare=False)
    original: bytes = field(default=b"", compare=False, repr=False)

    @cached_property
    def ids(self) -> tuple[str, ...]:
        """The id of each paragraph (see `segment_ids`)."""
        return segment_ids([paragraph.source.shown() for paragraph in self.paragraphs])


def segment_ids(sources: Sequence[str]) -> tuple[str, ...]:
    """An id for each of a document's paragraphs, made of nothing but their sources, so that two clones agree.

    It is a digest of the paragraph. Where several are alike, what stands before each tells them apart, wherever in the
    document the two have gone; where that is alike as well, their order does.
    """
    often = Counter(sources)
    seen: Counter[str] = Counter()
    found = []
    for index, source in enumerate(sources):
        made = _digest(source) if often[source] == 1 else _digest(source, *sources[max(index - 1, 0) : index])
        seen[made] += 1
        found.append(made if seen[made] == 1 else f"{made}.{seen[made]}")
    return tuple(found)


def _digest(*parts: str) -> str:
    return hashlib.blake2b("\0".join(parts).encode("utf-8", "surrogatepass"), digest_size=6).hexdigest()


def document_of(
    name: str, text: str, pieces: Sequence[Piece], roles: Sequence[Role], remarks: Sequence[Problem] = ()
) -> Document:
    """The document whose file is `text`, with these pieces in it, and what is to be told of it."""
    tail = text[pieces[-1].span.end :] if pieces else text
    return Document(name, tuple(_paragraphs(text, pieces, roles)), tail, tuple(remarks))


def _paragraphs(text: str, pieces: Sequence[Piece], roles: Sequence[Role]) -> Iterator[Paragraph]:
    position = 0
    for piece, role in zip(pieces, roles, strict=True):
        source, (start, end) = piece.source, piece.span
        before, native = text[position:start], text[start:end]
        yield Paragraph(source.text, before, role, source.codes, piece.markup, piece.block, native)
        position = end

"""Paragraphs as a translator wants them: one of the source cut in two, two of them joined, one of one's own between.

The source file stays what it is. What stands before a new paragraph is made of what stands before its neighbour: in a
quotation the marks of it, in a list the indent, so that the English file is of the same layout.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise
from pathlib import PurePath

from workbench.formats.document import Document, Paragraph
from workbench.formats.markup import Block, Markup
from workbench.text.inline import Code, Inline

_LIST_MARKS = re.compile(r"[-+*]|\d{1,9}[.)]")
_ONE_BREAK = re.compile(r"[^\n]*\n[^\n]*\Z")


def may_change(paragraph: Paragraph) -> str:
    """Why a paragraph can be neither cut nor joined nor have one put after it; empty where it can."""
    if paragraph.fixed:
        return paragraph.fixed
    if paragraph.block.kind == "cell":
        return "a cell of a table has its place in it"
    if paragraph.block.syntax == "html":
        return "it stands in a block of HTML"
    return "it is a field of the front matter" if paragraph.block.syntax else ""


def may_join(paragraph: Paragraph, following: Paragraph) -> str:
    """Why two paragraphs cannot be one; empty where they can."""
    why = may_change(paragraph) or may_change(following)
    lead = following.before[: following.before.rfind("\n") + 1]
    return why or ("something that is no paragraph stands between them" if lead.strip(" \n\t>") else "")


def cut(document: Document, paragraph: Paragraph, offsets: Sequence[int]) -> list[Paragraph]:
    """A paragraph in several, cut at offsets of its text; white space at the cuts is left out."""
    edges = [0, *offsets, len(paragraph.text)]
    parts: list[Paragraph] = []
    for start, end in pairwise(edges):
        text = paragraph.text[start:end]
        first = start + len(text) - len(text.lstrip())
        source = paragraph.source[first : max(first, start + len(text.rstrip()))]
        part = replace(paragraph, text=source.text, codes=source.codes, native="", joints=())
        if parts:
            block = replace(paragraph.block, begins=False)
            part = replace(part, before=before_another(document, paragraph), part="split", block=block)
        parts.append(part)
    return parts


def joined(paragraphs: Sequence[Paragraph]) -> Paragraph:
    """Several paragraphs in one, with a space between them; `joints` says where."""
    first, *others = paragraphs
    source, markup = first.source, list(first.markup)
    joints = []
    for other in others:
        joints.append(len(source.text))
        moved, more = _renumbered(other, len(markup))
        source, markup = source + Inline(" ") + moved, [*markup, *more]
    return replace(
        first, text=source.text, codes=source.codes, markup=tuple(markup), native="", joints=(*first.joints, *joints)
    )


def _renumbered(paragraph: Paragraph, by: int) -> tuple[Inline, list[Markup]]:
    """A paragraph's text with codes that no code of another paragraph has."""
    codes = tuple(Code(code.at, str(int(code.id) + by), code.kind) for code in paragraph.codes)
    return Inline(paragraph.text, codes), [replace(one, id=str(int(one.id) + by)) for one in paragraph.markup]


def inserted(document: Document, after: Paragraph) -> Paragraph:
    """A paragraph that the source has not, after one of it: another item after an item, else running text."""
    if after.block.kind == "item":
        mark = after.before.rpartition("\n")[2]
        return Paragraph("", "\n" + mark, "item", block=replace(after.block, begins=True), part="inserted")
    quoted = after.block.kind == "quotation"
    block = after.block if quoted else Block()
    before = before_another(document, replace(after, block=block))
    return Paragraph("", before, "quotation" if quoted else "body", block=block, part="inserted")


def before_another(document: Document, paragraph: Paragraph) -> str:
    """What stands between a paragraph and another one of the same kind after it."""
    mark = paragraph.before.rpartition("\n")[2]
    if PurePath(document.name).suffix.lower() != ".md":
        return _usual_break(document)
    if paragraph.block.kind == "heading":
        return f"\n\n{mark}"
    again = (
        _LIST_MARKS.sub(lambda found: " " * len(found[0]), mark)
        if paragraph.block.kind in ("item", "quotation")
        else ""
    )
    return f"\n{again.rstrip()}\n{again}"


def _usual_break(document: Document) -> str:
    """A line break in a text whose paragraphs are its lines, else an empty line."""
    breaks = [paragraph.before for paragraph in document.paragraphs[1:]]
    lines = sum(_ONE_BREAK.fullmatch(before) is not None for before in breaks)
    return "\n" if lines * 2 > len(breaks) else "\n\n"

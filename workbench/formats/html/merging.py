"""Paragraphs of a page that say the same as its head, its teaser among them: told once, and written in every place."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from workbench.formats.document import Paragraph
from workbench.formats.furniture import is_byline
from workbench.formats.html.fields import Field, without_site
from workbench.formats.html.layout import NO_ROOM
from workbench.formats.html.runs import Run
from workbench.formats.roles import LONGEST_HEAD

_FIELD = "it is a text of the page's head or of an image"
_SAME = "the page's head has the same text"


@dataclass(frozen=True, slots=True)
class Found:
    """A paragraph and where the page has it: as a run of text, and in fields that say the same."""

    paragraph: Paragraph
    run: Run | None
    fields: tuple[Field, ...] = ()


def with_teaser(found: Sequence[Found], fields: Sequence[Field]) -> list[Found]:
    """The paragraphs of an article, with the teaser told: what the page's description says, too, or what stands between
    the headline and who wrote it.
    """
    described = {one.text for one in fields if one.role == "teaser"}
    between = _between_headline_and_byline([one.paragraph for one in found])
    return [
        replace(one, paragraph=replace(one.paragraph, role="teaser"))
        if one.paragraph.role == "body" and (number in between or one.paragraph.text in described)
        else one
        for number, one in enumerate(found)
    ]


def _between_headline_and_byline(paragraphs: Sequence[Paragraph]) -> list[int]:
    head = next((n for n, one in enumerate(paragraphs) if one.block.kind == "heading"), len(paragraphs))
    between: list[int] = []
    for number, paragraph in enumerate(paragraphs[head + 1 :], head + 1):
        if paragraph.role == "body" and len(between) < LONGEST_HEAD:
            between.append(number)
        elif paragraph.role == "headline" and paragraph.block.kind != "heading" and is_byline(paragraph.text):
            return between
        elif paragraph.role not in ("furniture", "caption") and between:
            return []
    return []


def merged(found: Sequence[Found], fields: Sequence[Field]) -> list[Found]:
    """The paragraphs in their order, the texts of the head behind them; texts that are the same are one."""
    headlines = [one.paragraph.text for one in found if one.paragraph.role == "headline"]
    all_of_them = list(found)
    by_text = {one.paragraph.text: place for place, one in reversed(list(enumerate(found)))}
    for one in fields:
        here = _without_site(one, headlines)
        place = by_text.setdefault(here.text, len(all_of_them))
        if place == len(all_of_them):
            paragraph = Paragraph(here.text, "", one.role, place=f"{one.place}", fixed=_FIELD)
            all_of_them.append(Found(paragraph, None))
        there = all_of_them[place]
        all_of_them[place] = replace(there, fields=(*there.fields, here))
    ordered = sorted(all_of_them, key=lambda one: (_is_head(one), int(one.paragraph.place)))
    return [_placed(one, number) for number, one in enumerate(ordered)]


def _without_site(one: Field, headlines: Sequence[str]) -> Field:
    length = without_site(one.text, headlines) if one.role == "headline" else 0
    return replace(one, text=one.text[:length], rest=one.text[length:]) if length else one


def _is_head(one: Found) -> bool:
    return one.run is None and one.fields[0].is_head


def _placed(one: Found, number: int) -> Found:
    fixed = one.paragraph.fixed
    if one.run is not None and one.fields:
        fixed = _SAME if any(there.is_head for there in one.fields) else fixed or NO_ROOM
    return replace(one, paragraph=replace(one.paragraph, before="\n\n" if number else "", fixed=fixed))

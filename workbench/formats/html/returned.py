"""What a page that was written says, read again: no word or code of the article is lost, nor one beside it."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from pathlib import Path

from workbench.formats.document import Paragraph
from workbench.formats.html.fields import fields_in
from workbench.formats.html.items import Item
from workbench.formats.html.kinds import says_nothing
from workbench.formats.html.merging import Found
from workbench.formats.html.runs import Post, Run, runs_in
from workbench.formats.html.texts import html_of, text_of, with_own_codes
from workbench.formats.html.tokens import tokens
from workbench.formats.html.tree import Element, Page, page_of
from workbench.formats.html.writing import lost_images
from workbench.problem import Problem, WorkbenchError
from workbench.text.clean import clean_line
from workbench.text.inline import Code, Inline

_NO_TEXT = re.compile(r"\s|&#8203;")
Said = Counter[tuple[str, int]]
"""Texts with the number of their tags, and how often a page has each."""


def paragraphs_in(
    was: Page,
    found: Sequence[Found],
    now: Mapping[str, Sequence[tuple[Paragraph, Inline | None]]],
    written: str,
    where: Path,
    post: Post = "",
) -> list[Paragraph]:
    """The paragraphs that a page which was written has of the article, and those that it has too many.

    `was`, `found`: the page as it was, with its paragraphs; `now`: what was to be written. What a page has twice is
    one paragraph. Raises WorkbenchError where something of the page beside the article is another than it was.
    """
    page = page_of(written, where, xml=was.xml)
    runs, untouched = runs_in(page, post)
    there = _said(page, runs, untouched)
    going = _places_that_may_go(was, found, post)
    of_article = {field.place for one in found for field in one.fields}
    beside = Said((_key(text), 0) for place, text in going.items() if place not in of_article)
    must_be = _said(was, *runs_in(was, post)) - _of_article(was, found) - beside
    if missing := must_be - there:
        text = next(iter(missing))[0]
        what = f"the page would have lost “{text[:60]}”, which is no part of the article"
        raise WorkbenchError(Problem(where, what, "nothing was written; tell the makers of the workbench"))
    there -= must_be
    _must_be_in_order(found, now, [_key(text_of(page.text, run)[0].text) for run in runs], where)
    paragraphs = []
    for one in found:
        paragraphs += list(_found_again(was, one, now.get(one.paragraph.place, ()), there, going))
    for text, codes in (there - beside).elements():
        paragraphs.append(Paragraph(text, codes=_some(codes)))
    return paragraphs


def _must_be_in_order(
    found: Sequence[Found],
    now: Mapping[str, Sequence[tuple[Paragraph, Inline | None]]],
    keys: Sequence[str],
    where: Path,
) -> None:
    """Raises WorkbenchError where two paragraphs that the page has stand in each other's places.

    `keys`: of its paragraphs, as they stand. What it has not is told by who counts the words.
    """
    places = {one.paragraph.place: one.run.start for one in found if one.run is not None}
    wanted = [
        _key(words.text)
        for place in sorted(places, key=places.__getitem__)
        for _, words in now.get(place, ())
        if words is not None
    ]
    following = iter(keys)
    for key in filter(keys.__contains__, wanted):
        if key not in following:
            what = f"“{key[:60]}” would stand in another place of the page than its German"
            raise WorkbenchError(Problem(where, what, "nothing was written; tell the makers of the workbench"))


def _found_again(
    was: Page, one: Found, now: Sequence[tuple[Paragraph, Inline | None]], there: Said, going: Mapping[int, str]
) -> Iterator[Paragraph]:
    kept = [(paragraph, words) for paragraph, words in now if words is not None]
    beside = 0
    if one.run is not None:
        beside = _tags_of(was, one.run.around) - _tags_of(was, one.run.items) + len(lost_images(kept))
    for number, (paragraph, words) in enumerate(kept):
        there_is = bool(words.text.strip())
        if one.run is not None:
            tags = _tags_in(html_of(words, paragraph.markup, str, "<br>")) + (beside if number == 0 else 0)
            there_is = _take(there, (_key(words.text), tags)) and there_is
        if number == 0:
            there_is = _fields_are_there(one, words, there, going) and there_is
        if there_is:
            wanted = with_own_codes(words, paragraph.markup)
            yield replace(paragraph, text=clean_line(words.text), codes=_some(len(wanted.codes)))


def _fields_are_there(one: Found, words: Inline, there: Said, going: Mapping[int, str]) -> bool:
    fields = sorted(one.fields, key=lambda field: field.place in going)
    taken = [_take(there, (_key(words.text + field.rest), 0)) or field.place in going for field in fields]
    return all(taken)


def _places_that_may_go(was: Page, found: Sequence[Found], post: Post) -> dict[int, str]:
    """Texts in attributes of codes, by their places: they go with a code that is lost, or with their paragraph. An
    image stays."""
    runs = sorted((one.run for one in found if one.run is not None), key=lambda run: run.around[0].start)
    starts = [run.around[0].start for run in runs]
    going = {}
    for field in fields_in(was, runs_in(was, post)[1]):
        place = bisect_right(starts, field.start) - 1
        if place < 0 or field.start >= runs[place].around[-1].end:
            continue
        if not any(item.start == field.start and item.kind == "alone" for item in runs[place].items if _is_image(item)):
            going[field.place] = field.text
    return going


def _is_image(item: Item) -> bool:
    return item.element is not None and item.element.name == "img"


def _take(there: Said, key: tuple[str, int]) -> bool:
    if not there[key]:
        return False
    there[key] -= 1
    return True


def _said(page: Page, runs: Sequence[Run], untouched: Sequence[Element]) -> Said:
    said = Said((_key(text_of(page.text, run)[0].text), _tags_of(page, run.around)) for run in runs)
    said.update((_key(one.text), 0) for one in fields_in(page, untouched))
    return said


def _of_article(page: Page, found: Sequence[Found]) -> Said:
    said = Said()
    for one in found:
        if one.run is not None:
            said[(_key(one.paragraph.text), _tags_of(page, one.run.around))] += 1
        for field in one.fields:
            said[(_key(field.text + field.rest), 0)] += 1
    return said


def _tags_of(page: Page, items: Sequence[Item]) -> int:
    """How many tags and comments these are, but for tags of which nothing is lost when they go.

    An element that has no end tag gets one when it is written again.
    """
    kept = [item for item in items if item.kind == "text" or item.element is None or not says_nothing(item.element)]
    ends = sum(item.kind != "text" and item.start >= item.end for item in kept)
    return _tags_in("".join(page.text[item.start : item.end] for item in kept)) + ends


def _tags_in(html: str) -> int:
    """How many tags and comments there are, without line breaks that have no text before or behind them, in bold or a
    link or not: one more or less ends no paragraph."""
    found = list(tokens(html))
    says = [
        place for place, one in enumerate(found) if one.kind == "text" and _NO_TEXT.sub("", html[one.start : one.end])
    ]
    first, last = (says[0], says[-1]) if says else (len(found), -1)
    return sum(
        one.kind in ("open", "close", "comment") and (one.name != "br" or first < place < last)
        for place, one in enumerate(found)
    )


def _key(text: str) -> str:
    """A text without its blanks: a page may have one more between two of its elements."""
    return "".join(clean_line(text).split())


def _some(number: int) -> tuple[Code, ...]:
    return tuple(Code(0, str(place + 1), "alone") for place in range(number))

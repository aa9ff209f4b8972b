"""A page as the paragraphs that a translator wants of it, each with the places of the page where it stands."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from workbench.formats.document import Paragraph
from workbench.formats.furniture import is_byline
from workbench.formats.html.article import article_in, common, is_site, of_site
from workbench.formats.html.fields import Field, fields_in, says, without_site
from workbench.formats.html.layout import NO_ROOM, Layout
from workbench.formats.html.runs import MOST_RUNS, Post, Run, runs_in
from workbench.formats.html.texts import text_of
from workbench.formats.html.tree import Element, Page, page_of
from workbench.formats.left import is_german_prose
from workbench.formats.markup import Markup
from workbench.formats.roles import LONGEST_HEAD, Role
from workbench.problem import Problem, WorkbenchError
from workbench.text.inline import Inline

_FIELD = "it is a text of the page's head or of an image"
_BY_HAND = "translate it in the English file by hand, if it is for readers"


@dataclass(frozen=True, slots=True)
class Found:
    """A paragraph and where the page has it: as a run of text, and in fields that say the same."""

    paragraph: Paragraph
    run: Run | None
    fields: tuple[Field, ...] = ()


@dataclass(frozen=True, slots=True)
class Reading:
    """A page that has been read. `is_article`: an article was found in it, and all else stays as it is.

    `blocks`: the elements that have text of their own, of the article or not.
    """

    page: Page
    found: tuple[Found, ...]
    is_article: bool = False
    blocks: frozenset[Element] = frozenset()
    remarks: tuple[Problem, ...] = ()


@dataclass(frozen=True, slots=True)
class _Shown:
    run: Run
    source: Inline
    markup: tuple[Markup, ...]


def reading_of(text: str, where: Path, *, xml: bool = False, post: Post = "", whole: bool = False) -> Reading:
    """The paragraphs of a page: those of the article where it has one among other things, else all of them.

    `post`: it is a post of WordPress. `whole`: all of them in any case.
    Raises WorkbenchError for a page that is nested too deep or has more than 100,000 paragraphs.
    """
    page = page_of(text, where, xml=xml)
    shown, untouched = _shown(page, post, where)
    fields = [one for one in fields_in(page, untouched) if says(one.text)]
    chosen = None
    remarks = []
    if not whole and not post and is_site(page):
        titles = [one.text for one in fields if one.role == "headline"]
        chosen = article_in(page, [one.run for one in shown], [one.source.text for one in shown], titles)
        if chosen is None:
            what = "no article was found in it, so the whole page is read, with its menus"
            remarks.append(Problem(where, what, "leave out what is not needed"))
        else:
            kept = [shown[number] for number in chosen]
            fields = [one for one in fields if _belongs(one, kept)]
    if chosen:
        ends = shown[min(chosen)].run.start, shown[max(chosen)].run.end
        untouched = [one for one in untouched if ends[0] < one.tag[0] < ends[1]]
    remarks += _left(page, untouched, where)
    sorts = chosen if chosen is not None else dict.fromkeys(range(len(shown)), "article")
    layout = Layout([one.run for one in shown])
    found = [_found(shown[number], layout, sort == "doubt") for number, sort in sorts.items()]
    found = _with_teaser(found, fields) if chosen is not None else found
    blocks = frozenset(one.run.element for one in shown)
    return Reading(page, tuple(_merged(found, fields)), chosen is not None, blocks, tuple(remarks))


def _shown(page: Page, post: Post, where: Path) -> tuple[list[_Shown], list[Element]]:
    runs, untouched = runs_in(page, post)
    if len(runs) > MOST_RUNS:
        what = f"has too many paragraphs (at most {MOST_RUNS:,})"
        raise WorkbenchError(Problem(where, what, "split it into several files"))
    shown = [_Shown(run, *text_of(page.text, run)) for run in runs]
    return [one for one in shown if any(letter.isalnum() for letter in one.source.text)], untouched


def _found(shown: _Shown, layout: Layout, doubt: bool) -> Found:
    run, text = shown.run, shown.source.text
    role, block = layout.role_and_block(run, text)
    if doubt:
        role = "furniture"
    place = f"{run.start}"
    paragraph = Paragraph(text, "", role, shown.source.codes, shown.markup, block, place=place, fixed=layout.fixed(run))
    return Found(paragraph, run)


def _with_teaser(found: Sequence[Found], fields: Sequence[Field]) -> list[Found]:
    """The paragraphs of an article, with the teaser told: what the page's description says, too, or what stands between
    the headline and who wrote it."""
    described = {one.text for one in fields if one.role == "teaser"}
    roles = [one.paragraph.role for one in found]
    head = next((n for n, one in enumerate(found) if one.paragraph.block.kind == "heading"), None)
    between: list[int] = []
    for number in range(head + 1 if head is not None else len(found), len(found)):
        paragraph = found[number].paragraph
        if paragraph.role == "body" and len(between) < LONGEST_HEAD:
            between.append(number)
        elif paragraph.role == "headline" and paragraph.block.kind != "heading" and is_byline(paragraph.text):
            break
        elif paragraph.role not in ("furniture", "caption") and between:
            between = []
            break
    else:
        between = []
    return [
        replace(one, paragraph=replace(one.paragraph, role="teaser"))
        if roles[number] == "body" and (number in between or one.paragraph.text in described)
        else one
        for number, one in enumerate(found)
    ]


def _belongs(one: Field, kept: Sequence[_Shown]) -> bool:
    """Whether a field is of the head, or stands in the article: in one of its paragraphs, or as an image of it."""
    if one.element.name in ("title", "meta"):
        return True
    if any(shown.run.start <= one.start < shown.run.end for shown in kept):
        return True
    home = common([shown.run.element for shown in kept])
    if home not in one.element.above or of_site(one.element, home):
        return False
    first = kept[0].run.start if home.name in ("body", "html", "") else 0
    return first <= one.start <= kept[-1].run.end


def _left(page: Page, untouched: Sequence[Element], where: Path) -> Iterator[Problem]:
    """What is left alone and is German all the same."""
    for element in untouched:
        if element.name in ("pre", "textarea", "listing", "button", "form", "noscript", "template"):
            start, end = element.tag[1], max(element.tag[1], element.close[0])
            if is_german_prose(page.text[start:end]):
                line = page.text.count("\n", 0, start) + 1
                yield Problem(where, f"what is in <{element.name}> stays in German", _BY_HAND, line)


def _merged(found: Sequence[Found], fields: Sequence[Field]) -> list[Found]:
    """The paragraphs in their order, the texts of the head behind them; texts that are the same are one."""
    by_text = {one.paragraph.text: place for place, one in reversed(list(enumerate(found)))}
    headlines = [one.paragraph.text for one in found if one.paragraph.role == "headline"]
    merged = list(found)
    own: list[Found] = []
    for one in fields:
        length = without_site(one.text, headlines) if one.role == "headline" else 0
        same = one.text[:length] if length else one.text
        here = replace(one, text=same, rest=one.text[length:] if length else "")
        place = by_text.get(same)
        if place is None:
            by_text[same] = len(found) + len(own)
            role: Role = one.role
            own.append(Found(Paragraph(same, "", role, place=f"{one.place}", fixed=_FIELD), None, (here,)))
            continue
        into, at = (merged, place) if place < len(found) else (own, place - len(found))
        into[at] = replace(into[at], fields=(*into[at].fields, here))
    spoken = [one for one in own if one.fields[0].element.name not in ("title", "meta")]
    head = [one for one in own if one.fields[0].element.name in ("title", "meta")]
    ordered = [*sorted([*merged, *spoken], key=lambda one: int(one.paragraph.place)), *head]
    return [_placed(one, number) for number, one in enumerate(ordered)]


def _placed(one: Found, number: int) -> Found:
    paragraph = one.paragraph
    fixed = paragraph.fixed or ("" if not one.fields or one.run is None else NO_ROOM)
    if any(there.element.name in ("title", "meta") for there in one.fields) and one.run is not None:
        fixed = "the page's head has the same text"
    return replace(one, paragraph=replace(paragraph, before="\n\n" if number else "", fixed=fixed))

"""A page as the paragraphs that a translator wants of it, each with the places of the page where it stands."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from workbench.formats.document import Paragraph
from workbench.formats.html.article import Sort, article_in, common, is_site, lies_beside
from workbench.formats.html.fields import Field, fields_in, says
from workbench.formats.html.layout import Layout
from workbench.formats.html.left_out import beside_article, left_in
from workbench.formats.html.merging import Found, merged, with_teaser
from workbench.formats.html.runs import MOST_RUNS, Post, Run, runs_in
from workbench.formats.html.texts import text_of
from workbench.formats.html.tree import Element, Page, page_of
from workbench.formats.markup import Markup
from workbench.problem import Problem, WorkbenchError
from workbench.text.inline import Inline

_NO_ARTICLE = "no article was found in it, so the whole page is read, with its menus"


@dataclass(frozen=True, slots=True)
class Reading:
    """A page that has been read. `blocks`: the elements that have text of their own, of the article or not."""

    page: Page
    found: tuple[Found, ...]
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
    of_site = not whole and not post and is_site(page)
    chosen = _article(page, shown, fields) if of_site else None
    blocks = frozenset(one.run.element for one in shown)
    if chosen is None:
        remarks = [Problem(where, _NO_ARTICLE, "leave out what is not needed")] if of_site else []
        found = _found(shown, dict.fromkeys(range(len(shown)), "article"))
        told = (*remarks, *left_in(page, untouched, where))
        return Reading(page, tuple(merged(found, fields)), blocks, told)
    kept = [shown[number].run for number in chosen]
    fields = [one for one in fields if _belongs(one, kept)]
    found = with_teaser(_found(shown, chosen), fields)
    told = (
        *left_in(page, untouched, where, kept[0].start, kept[-1].end),
        *beside_article(page, _others(shown, chosen), where),
    )
    return Reading(page, tuple(merged(found, fields)), blocks, told)


def _others(shown: Sequence[_Shown], chosen: Mapping[int, Sort]) -> list[tuple[Run, str]]:
    return [(one.run, one.source.text) for number, one in enumerate(shown) if number not in chosen]


def _article(page: Page, shown: Sequence[_Shown], fields: Sequence[Field]) -> dict[int, Sort] | None:
    titles = [one.text for one in fields if one.role == "headline"]
    return article_in(page, [one.run for one in shown], [one.source.text for one in shown], titles)


def _shown(page: Page, post: Post, where: Path) -> tuple[list[_Shown], list[Element]]:
    runs, untouched = runs_in(page, post)
    if len(runs) > MOST_RUNS:
        what = f"has too many paragraphs (at most {MOST_RUNS:,})"
        raise WorkbenchError(Problem(where, what, "split it into several files"))
    shown = [_Shown(run, *text_of(page.text, run)) for run in runs]
    return [one for one in shown if any(letter.isalnum() for letter in one.source.text)], untouched


def _found(shown: Sequence[_Shown], sorts: Mapping[int, Sort]) -> list[Found]:
    layout = Layout([one.run for one in shown])
    found = []
    for number, sort in sorts.items():
        run, source, markup = shown[number].run, shown[number].source, shown[number].markup
        role, block = layout.role_and_block(run, source.text)
        role = "furniture" if sort == "doubt" else role
        paragraph = Paragraph(
            source.text, "", role, source.codes, markup, block, place=f"{run.start}", fixed=layout.fixed(run)
        )
        found.append(Found(paragraph, run))
    return found


def _belongs(one: Field, kept: Sequence[Run]) -> bool:
    """Whether a field is of the head, or stands in the article: in one of its paragraphs, or as an image of it."""
    if one.is_head or any(run.start <= one.start < run.end for run in kept):
        return True
    home = common([run.element for run in kept])
    if home not in one.element.above or lies_beside(one.element, home):
        return False
    first = kept[0].start if home.name in ("body", "html", "") else 0
    return first <= one.start <= kept[-1].end

"""The right form of a term at a place of an English text: its number, possessive, capital and article."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from workbench.engine.terms.forms import both_numbers, is_adjective, required_form
from workbench.engine.terms.genitives import (
    POSSESSIVE,
    owns_what_follows,
    with_genitive,
    without_article,
    would_be_a_clause,
)
from workbench.engine.terms.owners import is_family, is_name_in_genitive
from workbench.engine.terms.stutters import without_stutter
from workbench.glossary import TermHit, fit_article, plural
from workbench.text import Span

_DOTTED = re.compile(r"(?<!\w)(?:[^\W\d_]\.){2,}")
_POSSESSIVE_AT_END = re.compile(r"['’]s?$")
_ENDS = (
    r"(?:[!?…]|(?<!\b[A-Z])(?<!\b(?:Mr|Ms|Dr|St|Lt|No|vs))(?<!\b(?:Mrs|Gen|Col|Sen|Rep|Gov|Maj|Sgt))(?<!\bProf)\.)\s"
)
"""The end of a sentence, not of an abbreviation (`the U.N. chief`)."""
_BEGINS = re.compile(rf"(?:^|{_ENDS}|[:,]\s[\"'“‘])[\s\"'“‘(]*$")
_ARTICLE = re.compile(r"\b[Aa]n? $")
# How far beside a term its words are looked for again: characters, and words in a row.
_NEAR, _MOST_AGAIN = 200, 6


def put_form(german: str, hit: TermHit, english: str, span: Span) -> str:
    """The English with a term's preferred form over `english[span]`; the rest stays as it is, but for what must agree.

    `german`: the sentence, `hit`: a term found in it (`Glossary.find`), whose place the span is: the words that
    stand for it (`Drafter.align` tells them), another form, the German itself. Plural where the German is one;
    `’s` stays, and comes where a name's genitive was left standing (`of` where its noun stands before it); a capital at
    the start of a sentence; a or an by its sound, neither before a plural; a word beside the term that says it again
    goes.

    >>> from workbench.glossary import Entry, Glossary
    >>> entry = Entry(("Wehrpflichtiger",), "conscript")
    >>> german = "Viele Wehrpflichtige flohen."
    >>> put_form(german, Glossary([entry]).find(german)[0], "Many draftees fled.", Span(5, 13))
    'Many conscripts fled.'
    """
    said = english[slice(*_without_possessive(english, span))]
    article = _ARTICLE.search(english[: span.start]) is not None
    form = required_form(german, hit, said, article=article)
    return with_form(german, hit, english, span, plural(form) if is_family(german, hit) else form)


def with_form(german: str, hit: TermHit, english: str, span: Span, form: str) -> str:
    """As `put_form`, with this form of the term (one of `both_numbers`)."""
    span = _whole_abbreviation(english, _without_possessive(english, span))
    found, after = english[span.start : span.end], english[span.end :]
    if " " in found and " " not in form and hit.entry.kind == "place":
        span = Span(without_article(german, hit, english[: span.start], found), span.end)
    # A copied compound: `AFU-Generalstab` becomes `AFU General Staff`.
    before, form = led(re.sub(r"(?<=\w)-$", " ", english[: span.start]), hit, form)
    after = re.sub(r"^-(?=\w)", " ", after)
    before, form, after = _with_owner(german, hit, found, (before, form, after))
    before, after = without_stutter(german, hit, before, form, after)
    return undoubled(before, form, after, hit.surface)


def _with_owner(german: str, hit: TermHit, found: str, put: tuple[str, str, str]) -> tuple[str, str, str]:
    """What stands before a form, the form and what follows, linked with the noun of its genitive.

    A copied genitive whose link is not sure keeps its s where it would begin a clause without it.
    """
    before, form, after = put
    mark = POSSESSIVE.match(after)
    is_copied = found == hit.surface and is_name_in_genitive(german, hit)
    if mark and (mark[0].endswith("s") or found.endswith("s")):
        after = _possessive(hit, form, mark[0]) + after[mark.end() :]
    elif is_copied and owns_what_follows(german, hit, before, after):
        after = _possessive(hit, form, "'s") + after
    if not mark and not found.endswith("s"):
        return before, form, after
    linked, rest = with_genitive(german, hit, before, after)
    if (
        is_copied
        and (linked, POSSESSIVE.match(rest)) == (before, None)
        and would_be_a_clause(german, hit, before, rest)
    ):
        form += "s"
    return linked, form, rest


def led(before: str, hit: TermHit, form: str) -> tuple[str, str]:
    """What stands before a term and the term itself, article and capital as they must be."""
    article = _ARTICLE.search(before)
    one, several = both_numbers(hit)
    if article and form == several != one:
        before = before[: article.start()]
    if form[:1].islower() and _BEGINS.search(before):
        form = form[:1].upper() + form[1:]
    return fit_article(before, form), form


def with_article(english: str, place: Span) -> Span:
    """The place and a or an before it, if there is one."""
    article = _ARTICLE.search(english[: place.start])
    return Span(article.start(), place.end) if article else place


def fit_articles(english: str, places: Sequence[Span | None]) -> str:
    """A or an before each of these places as its first sound wants it."""
    for place in sorted((place for place in places if place), reverse=True):
        before, form = english[: place.start], english[place.start :]
        english = fit_article(before, form) + form
    return english


def undoubled(before: str, form: str, after: str, german: str = "") -> str:
    """The three joined, without words beside the term that say it again, or a part of it.

    `class classes` → `classes`, `Defense Ministry of Defence` → `Ministry of Defence`; words of the `german` too:
    `Pawel Pavel Harbachou` → `Pavel Harbachou`.
    """
    own = form.split()
    for size in range(min(len(own), _MOST_AGAIN), 0, -1):
        before = _without_last(before, size, [" ".join(own[:size])], _says_again)
        after = _without_first(after, size, [" ".join(own[-size:])], _says_again)
    known = [*(own if len(own) > 1 else ()), *(word for word in german.split() if word not in own)]
    return _without_last(before, 1, known, _is_part) + form + _without_first(after, 1, known, _is_part)


def _without_last(text: str, size: int, words: Sequence[str], same: Callable[[str, str], bool]) -> str:
    """A text that ends in a space without its last `size` words, if these are the same as one of the `words`."""
    match = re.search(rf"(?<!\w)(\w+(?: \w+){{{size - 1}}})(?:['’]s)? $", text[-_NEAR:])
    again = match is not None and any(same(match[1], word) for word in words)
    return text[: len(text) - len(match[0])] if match and again else text


def _without_first(text: str, size: int, words: Sequence[str], same: Callable[[str, str], bool]) -> str:
    """The same for a text's first words, before which a space stands."""
    match = re.match(rf" (\w+(?: \w+){{{size - 1}}})(?!\w)", text[:_NEAR])
    again = match is not None and any(same(match[1], word) for word in words)
    return text[len(match[0]) :] if match and again else text


def _possessive(hit: TermHit, form: str, mark: str) -> str:
    """The possessive after a form where `mark` stands: none after an adjective, only ’ after a plural in -s."""
    if is_adjective(hit):
        return ""
    one, several = both_numbers(hit)
    is_plural = form.lower() != one.lower() and form.lower() in (several.lower(), plural(one).lower())
    if form.endswith("s") and (len(mark) == 1 or is_plural):
        return mark[0]
    return mark[0] + "s"


def _whole_abbreviation(english: str, span: Span) -> Span:
    """A place with all of an abbreviation of which it has a letter (`F.A.Z.`); a stop that ends the text stays."""
    for match in _DOTTED.finditer(english):
        if span.meets(Span(*match.span())) and match.end() - match.start() > span.end - span.start:
            ends = not english[match.end() :].strip(" ”’\"')")
            return Span(min(span.start, match.start()), max(span.end, match.end() - ends))
    return span


def _without_possessive(english: str, span: Span) -> Span:
    """A place without the ’s at its end, which stays: words of alignments have it with them."""
    mark = _POSSESSIVE_AT_END.search(english[slice(*span)])
    return Span(span.start, span.start + mark.start()) if mark and mark.start() else span


def _says_again(beside: str, term: str) -> bool:
    from rapidfuzz import fuzz

    same = 95 if len(term) < 6 else 78
    return fuzz.ratio(beside.casefold(), term.casefold()) >= same


def _is_part(beside: str, word: str) -> bool:
    from rapidfuzz import fuzz

    return len(word) > 4 and fuzz.ratio(beside.casefold(), word.casefold()) >= 85

"""Another English form in the place of one that a person wrote: its number, capitals, possessive and article stay."""

from __future__ import annotations

import re
from collections.abc import Sequence

from workbench.glossary.english.article import fit_article
from workbench.glossary.english.plural import plural
from workbench.text import Span

_ARTICLE = re.compile(r"(?<![^\W_])an? $", re.IGNORECASE)
_POSSESSIVE = re.compile(r"(['’])(s?)(?![^\W_])", re.IGNORECASE)
_BEGINS = re.compile(r"(?:^|[.!?…:]\s)[\s\"'“‘(]*$")
_SMALL_IN_TITLES = frozenset({"a", "an", "and", "at", "by", "for", "from", "in", "of", "on", "or", "the", "to", "with"})


def reworded(english: str, place: Span, old: Sequence[str], new: str) -> tuple[Span, str]:
    """What is to be cut out of an English text, and what put there, so that `new` stands in a place of `old`.

    `english[place]` is one of the `old` forms as it was written there, perhaps in the plural or in capitals.
    The cut is wider than the place where the article before it or the possessive after it must change.

    >>> reworded("An AFU spokesman", Span(3, 6), ["AFU"], "Ukrainian army")
    (Span(start=0, end=6), 'A Ukrainian army')
    """
    found = english[slice(*place)]
    before, after = english[: place.start], english[place.end :]
    form = _as_written(found, form_of(found, old), new, loud=(before + after).isupper())
    if found[:1].isupper() and _BEGINS.search(before):
        form = form[:1].upper() + form[1:]
    start, end = place.start, place.end
    article = _ARTICLE.search(before)
    if article and fit_article(before, found) == before != fit_article(before, form):
        start = article.start()
        form = fit_article(before, form)[start:] + form
    mark = _POSSESSIVE.match(after)
    if mark and (possessive := _possessive(found, form, mark, before)) != mark[0]:
        end += mark.end()
        form += possessive
    return Span(start, end), form


def form_of(found: str, forms: Sequence[str]) -> str:
    """Which of some forms was written as `found`: the same but for capitals and marks, or the one it is a plural of."""
    from rapidfuzz import fuzz

    letters = _letters(found)
    return max(forms, key=lambda form: fuzz.ratio(_letters(form), letters))


def _letters(text: str) -> str:
    return "".join(character for character in text.casefold() if character.isalnum())


def _as_written(found: str, old: str, new: str, *, loud: bool) -> str:
    """`new` in the number and the capitals in which `old` was written as `found`, `loud` in capitals throughout."""
    if _letters(found) != _letters(old):
        new = plural(new)
    if loud or _is_shouted(found, old):
        return new.upper()
    if " " in old.strip() and _is_title(found) and not _is_title(old):
        return " ".join(word if word in _SMALL_IN_TITLES else _capital(word) for word in new.split())
    return _capital(new) if found[:1].isupper() and old[:1].islower() else new


def _is_shouted(found: str, old: str) -> bool:
    """Whether a form that has small letters was written in capitals throughout."""
    return found.isupper() and not old.isupper() and len(_letters(found)) > 1


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]


def _is_title(text: str) -> bool:
    return all(word[:1].isupper() or word in _SMALL_IN_TITLES for word in text.split())


def _possessive(found: str, form: str, mark: re.Match[str], before: str) -> str:
    """The possessive that `form` wants where `found` had `mark`: the states’ army, the AFU’s army."""
    had_s, has_s = found[-1:].lower() == "s", form[-1:].lower() == "s"
    if has_s and not had_s and mark[2]:
        return mark[1]
    closes_quotation = before.count("‘") > before.count("’") or before.count(" '") > before.count("' ")
    if had_s and not has_s and not mark[2] and not closes_quotation:
        return mark[1] + "s"
    return mark[0]

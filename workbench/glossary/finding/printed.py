"""German forms as printed glossaries have them, and the forms that are meant: `der Soldat, -en`, `Beauftragte(r)`."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import lru_cache

from workbench.glossary.entry import Kind
from workbench.glossary.finding import lexicon
from workbench.glossary.finding.folding import fold
from workbench.text.lazy_pattern import lazy_pattern

_PRINTED = lazy_pattern(
    r"[()\[\]{}<>/,~*:_]|^d(?:er|ie|as) |[ .](?:m|f|n|nt|pl|Pl|sg|Sg)\b|In(?:nen)?\b|^(?:etw|jd?m?[dns]?)\.? "
)
"""What one of these forms has in it; all others are what they are."""

_TAG = (
    r"(?:m|f|n|nt|mask?|fem|neutr|pl|Pl|PL|plural|Plural|sg|Sg|sing|Sing|Singular|adj|Adj|adv|Adv|vt|vi|v"
    r"|nur Pl|kein Pl)"
)
_TAGS = rf"(?>{_TAG}\b\.?)(?>[\s,;/+&]+{_TAG}\b\.?)*+"
_ENDING = r"(?>[-\u2010-\u2014\u2212~¨⸚\"]+\s?¨?\(?[a-zäöü]{0,4}\)?[a-zäöü]{0,4})"
_ENDINGS = rf"{_ENDING}(?>\s*[,;/]\s*{_ENDING})*+"
"""Groups give nothing back, so that no form takes long."""
_GRAMMAR = (
    lazy_pattern(r"^d(?:er|ie|as)\s+(?=[A-ZÄÖÜ„(])"),
    lazy_pattern(r"^d(?:er|ie|as)/d(?:er|ie|as)\s+(?=[A-ZÄÖÜ„(])"),
    lazy_pattern(r",\s*d(?:er|ie|as)(?:/d(?:er|ie|as))?$"),
    lazy_pattern(rf"[,;]?\s*[\[({{<]{_TAGS}[\])}}>](?=$|\s*[,;])"),
    lazy_pattern(r"(?<!\s)\s*\[[^\[\]]*\]$"),
    lazy_pattern(rf"(?<=\w[a-zäöüß])\s+{_TAGS}(?=\s*[,;/])"),
    lazy_pattern(rf"[,;]\s*{_ENDING}(?=\s*[,;])"),
    lazy_pattern(rf"[,;]\s*{_TAGS}$"),
    lazy_pattern(rf"(?<=[\w)\]][a-zäöüß\])])\s+{_TAGS}$"),
    lazy_pattern(rf"[,;]\s*{_ENDINGS}$"),
    lazy_pattern(rf"(?<!\s)\s+{_ENDINGS}$"),
    lazy_pattern(r"^(?:etwas|etw\.|jd[nms]?\.|jmd[nms]?\.|jemand(?:en|em)?)\s+(?=[a-zäöü])"),
)
_BOTH_GENDERS = lazy_pattern(r"\b(\w*[a-zäöüß])(?:[*:·•_]|/-?|\(-?)(in|innen)\b\)?|\b(\w*[a-zäöüß])(In|Innen)\b")
_ADJECTIVAL = lazy_pattern(r"\b(\w*[a-zäöüß]e)(?:/-?|\(-?|[*:_])r\b\)?|\b(\w*[a-zäöüß]e)r(?:/-?|\(-?)e?\b\)?")
_ADDED = lazy_pattern(r"\b(\w*[a-zäöüß])\((e|en|n|s|es|er|se)\)(?!\w)")
_BRACKET = lazy_pattern(r"(?:(?<!\s)\s+)?\((?![IVX]+\))([^\W\d_][\w .,:;/-]*)\)(?=[\s\w]|$)\s*")
_WITH_COMMA = lazy_pattern(r"([A-ZÄÖÜ][^,]+), ([^\W\d_][^,]*)")
_ADJECTIVE = lazy_pattern(r"[a-zäöü][\wäöüß-]{3,}(?:er|e|es)|[A-ZÄÖÜ][\wäöüß-]*er")
_SHORT_AND_LONG = lazy_pattern(r"(?:[^\W\d_]*[A-ZÄÖÜ]){2}\w*")
_SLASH = lazy_pattern(r"(?<=[a-zäöüß])\s*/\s*(?=[A-ZÄÖÜ][a-zäöüß])")
_WHOLE_WORD = lazy_pattern(r"[A-ZÄÖÜ][\wäöüß-]{3,}")
_LEFT_OVER = lazy_pattern(
    r"(?<=[a-zäöüß])\([a-zäöü-]+\)|\([A-Za-zäöüÄÖÜß. -]{3,}\)|~|,\s*-|[a-zäöüß]/-?[a-zäöüß]"
    r"|,\s*(?:der|die|das)$|^[A-ZÄÖÜ]\w+,(?= [A-ZÄÖÜ]\w+$)"
)
_OF_WORDS = lazy_pattern(r"\(?[A-ZÄÖÜ]?[a-zäöüß]{3,}[\w ,;()/~.-]*")
_MOST_FORMS, _LONGEST = 6, 200


@lru_cache(maxsize=50_000)
def meant(form: str, kind: Kind = "term") -> tuple[str, ...]:
    """The German forms that a form of a glossary means, the main one first; itself where it is none of these.

    Articles, genders, endings and grammar go; what stands in brackets may stand or not; feminines and second forms
    after a slash are forms of their own.

    >>> meant("der Soldat, -en"), meant("(bewaffneter) Angriff")
    (('Soldat',), ('Angriff', 'bewaffneter Angriff'))
    >>> meant("Beauftragte(r)"), meant("Soldat/in"), meant("Vertrag, Warschauer")
    (('Beauftragter', 'Beauftragte'), ('Soldat', 'Soldatin'), ('Warschauer Vertrag',))
    """
    if len(form) > _LONGEST or not _PRINTED.search(form) or "://" in form:
        return (form,)
    found = [_turned_round(form)] if kind == "person" else [_without_grammar(form)]
    for part in (_both_genders, _adjectival, _added, _split, _with_comma, _bracketed):
        found = [new for old in found for new in part(old)]
        if len(found) > _MOST_FORMS:
            return (form,)
    plain = tuple(dict.fromkeys(text for text in map(_tidy, found) if any(map(str.isalnum, text))))
    return plain or (form,)


def not_read(form: str, kind: Kind = "term") -> str:
    """The sign of a printed list that is left in what a form means, and stays unread: `(`, `~`; "" if there is none."""
    if not _OF_WORDS.fullmatch(form):
        return ""
    signs = (_LEFT_OVER.search(text) for text in meant(form, kind))
    return next((found[0].strip() for found in signs if found), "")


def _tidy(text: str) -> str:
    return " ".join(text.split()).strip(" ,;")


def _without_grammar(form: str) -> str:
    """The form without its article, gender and endings."""
    before = ""
    while form != before:
        before = form
        for pattern in _GRAMMAR:
            form = pattern.sub("", form)
    return form


def _each(pattern: re.Pattern[str], form: str, ways: Callable[[re.Match[str]], tuple[str, ...]]) -> list[str]:
    """The form with the first match in each of its ways."""
    match = pattern.search(form)
    return [form[: match.start()] + way + form[match.end() :] for way in ways(match)] if match else [form]


def _both_genders(form: str) -> list[str]:
    def ways(match: re.Match[str]) -> tuple[str, ...]:
        base, end = match[1] or match[3], (match[2] or match[4]).lower()
        if match[3] and not lexicon.is_known(base) and not lexicon.is_known(f"{base}in"):
            return (match[0],)  # LinkedIn
        return base, base + end

    return _each(_BOTH_GENDERS, form, ways)


def _adjectival(form: str) -> list[str]:
    def ways(match: re.Match[str]) -> tuple[str, ...]:
        base = match[1] or match[2]
        return f"{base}r", base

    return _each(_ADJECTIVAL, form, ways)


def _added(form: str) -> list[str]:
    return _each(_ADDED, form, lambda match: (match[1], match[1] + match[2]))


def _split(form: str) -> list[str]:
    """Two words with a slash between them; names that have one (Bündnis 90/Die Grünen, CDU/CSU) stay as they are."""
    parts = _SLASH.split(form)
    return parts if len(parts) > 1 and all(map(_WHOLE_WORD.fullmatch, parts)) else [form]


def _turned_round(name: str) -> str:
    """A person's name as it is said: `Lukaschenko, Alexander`."""
    match = _WITH_COMMA.fullmatch(name)
    return f"{match[2]} {match[1]}" if match else name


def _with_comma(form: str) -> list[str]:
    """`Vertrag, Warschauer` as it is said; `Rat, Räte` and `Soldat, Soldatin` as two forms."""
    match = _WITH_COMMA.fullmatch(form)
    if not match:
        return [form]
    one, other = match[1].strip(), match[2].strip()
    if fold(one)[:1] == fold(other)[:1] and fold(one)[2:4] in fold(other) and other[0].isupper():
        return [one, other]
    if _ADJECTIVE.fullmatch(other) and not (other[0].isupper() and lexicon.is_verb(f"{other.lower()[:-2]}en")):
        return [f"{other} {one}"]
    return [form]


def _bracketed(form: str) -> list[str]:
    """What stands in brackets, taken in and left out; at the end it is an abbreviation, an adjective or a remark."""
    match = _BRACKET.search(form)
    if not match:
        return [form]
    before, inside, after = form[: match.start()], match[1].strip(), form[match.end() :]
    if after or not before:
        return [f"{before} {after}", re.sub(r"[()]", "", form)]
    if _SHORT_AND_LONG.fullmatch(inside) or _SHORT_AND_LONG.fullmatch(before.strip()):
        return [before, inside]
    adjective = inside.islower() and inside.endswith(("er", "e", "es")) and " " not in before.strip()
    return [before, f"{inside} {before}"] if adjective else [before]

"""What is done to a draft after the package: English signs, numbers and case. No word changes its meaning."""

from __future__ import annotations

import re

from workbench.engine.sentence.bylines import byline_words
from workbench.engine.sentence.quantities import is_quantity
from workbench.glossary import sounds_open
from workbench.text import Span

_GERMAN_QUOTE = re.compile(r"[„“”‟»«\"]|(?<!\w)['‚‘’‛›‹]|(?<=[\w.,!?…])[‘‛›‹](?!\w)|(?<=[.,!?…])['’](?!\w)")
_DOUBLE = frozenset('„“”‟»«"')
_WORD_SIGN = re.compile(r"(?<=\w)['’´`](?=\w)")
_ENGLISH_QUOTE = re.compile(r"[\"“”„»«]|(?<!\w)['‘’‚]|(?<=[^\s\w])['‘’](?!\w)|['‘’](?=[\s.,;:!?)]|$)")

_MONTHS = "January|February|March|April|May|June|July|August|September|October|November|December"
# Most sentences have none of what some patterns look for at each of their places; these are quick to tell so.
_FIGURE, _DASH, _MARK = re.compile(r"\d"), re.compile("[-–—]"), re.compile("[„“”‟»«\"'‚‘’‛›‹´`]")
_NUMBER = re.compile(r"(?<![\w/.:-])\d(?:[\d.,:]*\d)?(?![\w/])")
_GROUPED = re.compile(r"\d{1,3}(?:\.\d{3})+(?:,\d+)?")
_DECIMAL = re.compile(r"\d+,\d{1,3}")
_PLAIN = re.compile(r"[1-9]\d{4,}")
_THOUSANDS = re.compile(r"(?<=\d)(?=(?:\d{3})+$)")
_ORDINAL_DAY = re.compile(
    rf"(?:\bthe )?\b(\d{{1,2}})(?:st|nd|rd|th)\.(?= (?:{_MONTHS})\b)|\b(\d{{1,2}})\.(?= (?:{_MONTHS})\b)"
)
_PARTED_DAY = re.compile(rf"(?:\bthe )?\b(\d{{1,2}})(?:st|nd|rd|th)?\.? In (?=(?:{_MONTHS})\b)")
_CLOCK = re.compile(r"(?<![\d.])(\d{1,2})\.(\d{2})(?=\sUhr\b)")
_ARTICLE = re.compile(r"\b([Aa]) (?=\w)")
_DOUBLED = re.compile(r"\b([^\W\d_]{2,})(?: \1\b)+", re.IGNORECASE)
_RIGHT_DOUBLED = frozenset({"that", "had", "bye", "ha"})
_ADDRESS = re.compile(r"(?:https?://|www\.)[^\s)\]]+|(?<![\w.+-])[\w.+-]++@[\w-]+(?:\.[\w-]+)+|(?<!\w)@\w+")
_IN_ADDRESS = re.compile(r"@|://|www\.")
_LOOSE_ADDRESS = re.compile(r"(?<!\S)\S*(?:://|www\.)\S*[^\s.,;:!?)]|(?<![\w.+-])[\w.+-]++ ?@ ?[\w.-]*\w|(?<!\w)@ ?\w+")
_BEHIND_BRACKET = re.compile(r"(?<=\() (?=\w)")
_WRITTEN_BY = re.compile(r"^(?:From|Of) (?=\S)")
_DOTS = re.compile(r"…|\.{3}")
_INITIALS = re.compile(r"\b[A-Za-z]\.$")
_END = re.compile(r"([.!?…:;]*)([\"“”„»«'‘’)\]]*)$")


def polish(german: str, english: str) -> str:
    """The draft as it is shown: every step below, in order. `german` is the source as the file has it."""
    text = re.sub(r"(?<=\w)(['’]) s\b", r"\1s", " ".join(english.split()))
    text = _BEHIND_BRACKET.sub("", text)
    text = restore_addresses(german, text)
    text = undouble(german, text)
    text = english_numbers(german, text)
    text = english_dates(text)
    text = english_times(german, text)
    text = articles(text)
    text = end_as(german, text)
    text = english_quotes(german, text)
    text = spaced_dashes(text)
    text = english_byline(german, text)
    return capital_first(german, text)


def english_quotes(german: str, english: str) -> str:
    """Every quotation mark and apostrophe as English sets it, outer “ ” and inner ‘ ’ as in the German.

    No space stays behind one that opens: a term given in markers brings its own along.
    """
    if not _MARK.search(english):
        return english
    text = _WORD_SIGN.sub("’", english)
    wanted = _marks(german)
    found = list(_ENGLISH_QUOTE.finditer(text))
    signs = wanted if len(wanted) == len(found) else [_sign(text, match) for match in found]
    for match, sign in zip(reversed(found), reversed(signs), strict=True):
        rest = text[match.end() :]
        text = text[: match.start()] + sign + (rest.lstrip(" ") if sign in "“‘" else rest)
    return text


def _marks(german: str) -> list[str]:
    """The English sign for each quotation mark of the German, in order."""
    text = _WORD_SIGN.sub("_", german)
    return [_sign(text, match) for match in _GERMAN_QUOTE.finditer(text)]


def _sign(text: str, match: re.Match[str]) -> str:
    opening = _opens(text, match)
    if match.group() in _DOUBLE:
        return "“" if opening else "”"
    return "‘" if opening else "’"


def _opens(text: str, match: re.Match[str]) -> bool:
    """Whether a quotation mark opens, told by its own shape or by what stands beside it."""
    if match.group() in "„‚":
        return True
    before, after = text[: match.start()][-1:], text[match.end() :][:1]
    if not after or after.isspace():
        return False
    return not before or before.isspace() or before in '([–—-„“"‚‘/'


def end_as(german: str, english: str) -> str:
    """The German sentence's last sign (. ? ! … : ; and a closing quotation mark) where the draft lost it."""
    source, draft = _END.search(german.rstrip()), _END.search(english)
    if not source or not draft or not english:
        return english
    body, sign, close = english[: draft.start()], draft.group(1), draft.group(2)
    if set(source.group(2)) & _DOUBLE and not close and _lacks_close(body):
        close = '"'
    wanted = _wanted_sign(source.group(1), body, sign)
    if wanted and not sign:
        body = body.rstrip(" ,–-")
        if close.startswith((")", "]")):
            return body + close + wanted
        if not close and body.endswith((".", "!", "?")):
            return body
    return body + wanted + close


def _wanted_sign(wanted: str, body: str, sign: str) -> str:
    """The German's last sign; the draft's own where that does as well (… for ...) or belongs to initials."""
    if _DOTS.fullmatch(wanted) and _DOTS.fullmatch(sign):
        return sign
    return sign if not wanted and _INITIALS.search(body + sign) else wanted


def _lacks_close(text: str) -> bool:
    """Whether a closing quotation mark is missing: one is open, or it was opened in a sentence before."""
    marks = sum(letter in _DOUBLE for letter in text)
    return marks == 0 or marks % 2 == 1


def english_numbers(german: str, english: str) -> str:
    """35.000 → 35,000 and 23,5 → 23.5: every number of the German as English writes it.

    A number of the draft counts as the German's when it has the same digits. Dates (24.11.2022), versions, years and
    what names something (10115 Berlin) stay as the German has them; words (Mio., zwanzig) are left to the package.
    """
    if not _FIGURE.search(english):
        return english
    wanted: dict[str, set[str]] = {}
    for match in _NUMBER.finditer(german):
        clock = german[match.end() :].startswith((" Uhr", "\u00a0Uhr"))
        counts = _PLAIN.fullmatch(match.group()) is not None and is_quantity(german, Span(*match.span()))
        wanted.setdefault(_digits(match.group()), set()).add(_as_english(match.group(), clock=clock, counts=counts))

    def mended(match: re.Match[str]) -> str:
        forms = wanted.get(_digits(match.group()), set())
        return match.group() if len(forms) != 1 else next(iter(forms))

    return _NUMBER.sub(mended, english)


def _digits(number: str) -> str:
    return re.sub(r"\D", "", number)


def _as_english(number: str, *, clock: bool, counts: bool) -> str:
    if clock and re.fullmatch(r"\d{1,2}\.\d{2}", number):
        return number.replace(".", ":")
    if _GROUPED.fullmatch(number) or _DECIMAL.fullmatch(number):
        return number.translate(str.maketrans(".,", ",."))
    return _THOUSANDS.sub(",", number) if counts else number


def english_dates(english: str) -> str:
    """The German ordinal point before an English month goes, and an English ordinal that has one, with its article.

    So does the “In” that begins a sentence behind it: the package may take the point for a full stop.

    >>> english_dates("on the 13th. December, not 24. November")
    'on 13 December, not 24 November'
    >>> english_dates("On the 19th In December, the president left.")
    'On 19 December, the president left.'
    """
    if not _FIGURE.search(english):
        return english
    return _ORDINAL_DAY.sub(r"\1\2", _PARTED_DAY.sub(r"\1 ", english))


def english_times(german: str, english: str) -> str:
    """14:30 p.m. → 14:30: the German clock counts to 24."""
    for hour, minute in _CLOCK.findall(german) if "Uhr" in german else ():
        english = re.sub(rf"\b({hour}:{minute})(?: ?[pa]\.?m\b\.?| o['’]clock| hours\b)", r"\1", english)
    return english


def articles(english: str) -> str:
    """`a escape` → `an escape`; never the other way round."""

    def fitting(match: re.Match[str]) -> str:
        return match[1] + "n " if sounds_open(english[match.end() :]) else match[0]

    return _ARTICLE.sub(fitting, english)


def undouble(german: str, english: str) -> str:
    """`apparently apparently` → `apparently`, unless the German says it twice or English may."""
    if not _DOUBLED.search(english) or _DOUBLED.search(german):
        return english

    def once(match: re.Match[str]) -> str:
        return match.group() if match.group(1).lower() in _RIGHT_DOUBLED else match.group(1)

    return _DOUBLED.sub(once, english)


def restore_addresses(german: str, english: str) -> str:
    """Web and mail addresses as the German has them, where the draft has as many of them."""
    wanted = _ADDRESS.findall(german) if _IN_ADDRESS.search(german) else []
    if not wanted:
        return english
    found = list(_LOOSE_ADDRESS.finditer(english))
    if len(wanted) != len(found):
        return english
    for match, address in zip(reversed(found), reversed(wanted), strict=True):
        english = english[: match.start()] + address.rstrip(".,;:!?") + english[match.end() :]
    return english


def spaced_dashes(english: str) -> str:
    """A hyphen or dash with spaces is an en dash; a dash glued to a word on one side gets its space."""
    if not _DASH.search(english):
        return english
    text = re.sub(r"(?<=\S) [-—–]{1,2} (?=\S)", " – ", english)
    return re.sub(r"(?<=[^\W\d])– (?=\w)|(?<=\w) –(?=[^\W\d])", " – ", text)


def english_byline(german: str, english: str) -> str:
    """`Von Anna Muster` is `By Anna Muster`, where the names come from the glossary and the rest from the package."""
    return _WRITTEN_BY.sub("By ", english) if _WRITTEN_BY.match(english) and byline_words(german) else english


def capital_first(german: str, english: str) -> str:
    """A capital at the start where the German sentence begins with one; addresses stay as they are."""
    first_german = next((letter for letter in german if letter.isalnum()), "")
    place = next((at for at, letter in enumerate(english) if letter.isalnum()), None)
    if place is None or not first_german.isupper() or _ADDRESS.match(english, place):
        return english
    word = re.match(r"\w+", english[place:])
    if word and word.group() != word.group().lower():
        return english
    return english[:place] + english[place].upper() + english[place + 1 :]

"""Pages that are no article: an error, a question whether one agrees to cookies, a page that needs its scripts."""

from __future__ import annotations

import re
from pathlib import Path

from workbench.formats.html.reading import Reading
from workbench.problem import Problem, WorkbenchError

_LONGEST = 2_500
"""Characters; what has more text is an article, whatever it is about."""
_ERROR = re.compile(
    r"(?:(?:Fehler|Error|HTTP)[ :-]*)?[45]\d\d\b(?!\W*(?:Euro|Mill|Menschen|Tote|Jahre|Kilometer|Meter|Soldat))"
    r"|.{0,40}\b(?:Seite|Artikel|Beitrag|Dokument)\b.{0,30}\bnicht (?:mehr )?(?:gefunden|verfügbar|vorhanden)"
    r"|.{0,20}\bpage.{0,20} not found"
    r"|(?:404 )?not found|access denied|forbidden|zugriff verweigert|bad gateway|service unavailable"
    r"|internal server error|just a moment|attention required|bitte warten|one moment",
    re.IGNORECASE,
)
_CONSENT = re.compile(
    r"(?:mit|trotz) (?:werbung|tracking|cookies)[^.]{0,40} (?:weiter|nutzen|lesen)|pur[- ]abo|akzeptieren und weiter"
    r"|zustimmen und weiter|zustimmung (?:ist )?erforderlich|alle (?:cookies )?akzeptieren|before you continue"
    r"|cookies? (?:zulassen|akzeptieren)|bevor sie (?:zu \w+ )?(?:fortfahren|weiter)|we value your privacy"
    r"|(?:privatsphäre|datenschutz|cookie)-?\s?einstellungen"
    r"|wir (?:und unsere (?:\d+ )?partner )?(?:verwenden|nutzen|brauchen) (?:cookies|ihre zustimmung)",
    re.IGNORECASE,
)
_ROBOT = re.compile(
    r"captcha|checking your browser|enable javascript|javascript (?:muss )?(?:aktivier|einschalt)"
    r"|aktivieren sie javascript"
    r"|sind sie ein (?:mensch|roboter)|are you (?:a )?(?:human|robot)|ungewöhnlichen? (?:datenverkehr|traffic)",
    re.IGNORECASE,
)


def must_be_article(reading: Reading, where: Path) -> None:
    """Raises WorkbenchError for a page that has an error, a question or nothing in the place of an article."""
    runs = [one.paragraph.text for one in reading.found if one.run is not None]
    if not runs and any(one.name == "script" for one in reading.page.elements):
        what = "the page has no text without its scripts"
        raise WorkbenchError(Problem(where, what, "save it from a browser as “Webpage, complete”"))
    what = _what(reading, runs)
    if what:
        mend = "open the article in a browser until you see its text, and save it from there"
        raise WorkbenchError(Problem(where, f"this is no article: {what}", mend))


def _what(reading: Reading, runs: list[str]) -> str:
    """What a page is in place of an article; nothing for a long one, and for a piece of a page."""
    names = {one.name for one in reading.page.root.children}
    if not names & {"html", "head", "title"} or sum(map(len, runs)) > _LONGEST:
        return ""
    heads = [one.paragraph.text for one in reading.found if one.paragraph.role == "headline"][:4]
    return _by_its_words(heads, [one.paragraph.text for one in reading.found])


def _by_its_words(heads: list[str], texts: list[str]) -> str:
    all_of_it = "\n".join(texts)
    if _ROBOT.search(all_of_it):
        return "the site asks whether a human reads it"
    if _CONSENT.search(all_of_it):
        return "the site asks whether you agree to cookies or advertising"
    found = next((head for head in heads if _ERROR.match(head)), "")
    return f"the site tells an error (“{found[:60]}”)" if found else ""

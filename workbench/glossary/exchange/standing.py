"""What the words for a term's status mean, in TBX, in other tools' tables and in German."""

from __future__ import annotations

import re

from workbench.glossary.exchange.concept import Standing

_WORDS: dict[Standing, str] = {
    "preferred": """preferred preferredterm standardizedterm legalterm regulatedterm recommended bevorzugt
        vorzugsbenennung empfohlen vorzugsterm""",
    "allowed": """admitted admittedterm allowed alternative synonym permitted acceptable accepted erlaubt zugelassen
        zulässig alternativ nonpreferred""",
    "forbidden": """deprecated deprecatedterm superseded supersededterm forbidden obsolete prohibited avoid banned
        rejected disallowed discouraged outdated wrong incorrect invalid donotuse dontuse nottobeused verboten veraltet
        abgelehnt vermeiden zuvermeiden unzulässig gesperrt falsch ungültig unerwünscht abzulehnen nichtverwenden
        nichtbenutzen nichtgebrauchen""",
}
_MEANT: dict[str, Standing] = {word: meant for meant, text in _WORDS.items() for word in text.split()}
_SIGNS: dict[str, Standing] = {**dict.fromkeys("✓✔✅☑", "preferred"), **dict.fromkeys("✗✘✖❌🚫⛔", "forbidden")}
_NO_MATTER = """approved new released draft proposed provisional final ok done open checked reviewed validated confirmed
    translated untranslated notset active pending freigegeben geprüft neu entwurf offen bestätigt vorgeschlagen
    vorläufig erledigt casepermissive casesensitive caseinsensitive halfprefix exact fuzzy custom none standard"""
_SAY_NOTHING = frozenset(_NO_MATTER.split())
"""What a status may say that is no matter here."""
_ADVISED = ("recommended", "empfohlen")
_NOT = re.compile(r"(?:not|nicht|non|kein)(?=\w)")
_MARKED = re.compile(r"(?:[(\[](?P<first>[^()\[\]]+)[)\]]\s*)?(?P<term>.+?)(?:\s*[(\[](?P<last>[^()\[\]]+)[)\]])?")
_IN_BRACKETS = """preferred bevorzugt forbidden verboten deprecated superseded obsolete veraltet avoid vermeiden
    admitted prohibited notrecommended nichtverwenden donotuse"""
_MARKS = frozenset(_IN_BRACKETS.split())
"""The words that say how a term stands where they are in brackets beside it."""
_PART = re.compile(r"[,;/|]")
_END = re.compile(r"(?:-admn-sts|admnsts)$")
_BETWEEN = re.compile(r"[\s_'’-]+")


def standing(text: str) -> Standing:
    """`preferredTerm-admn-sts` is preferred, `not recommended` forbidden; "" for a word that says nothing of it."""
    for part in _PART.split(text):
        if meant := _meant(part):
            return meant
    return ""


def says_nothing(text: str) -> bool:
    """Whether all that a status says is known to be no matter here: `approved`, `CasePermissive;HalfPrefix`."""
    return all(_word(part) in _SAY_NOTHING for part in _PART.split(text) if part.strip())


def marked(text: str) -> tuple[str, Standing]:
    """A term without the mark beside it, and what that says: `Kiev (deprecated)`, `✗ Kiev`, `[bevorzugt] Kyjiw`."""
    stripped = text.strip()
    for sign, meant in _SIGNS.items():
        if (stripped.startswith(sign) or stripped.endswith(sign)) and (bare := stripped.strip(f"{sign}\ufe0f ")):
            return bare, meant
    in_brackets = stripped.endswith((")", "]")) or stripped.startswith(("(", "["))
    found = _MARKED.fullmatch(stripped) if in_brackets else None
    if found and found["term"].strip():
        for mark in (found["first"], found["last"]):
            if mark and _word(mark) in _MARKS:
                return found["term"].strip(), _meant(mark)
    return text, ""


def _meant(part: str) -> Standing:
    word = _word(part)
    if word in _MEANT or word in _SIGNS:
        return _MEANT.get(word) or _SIGNS[word]
    negated = _NOT.match(word)
    meant = _MEANT.get(word[negated.end() :], "") if negated else ""
    if meant == "preferred" and not word.endswith(_ADVISED):
        return "allowed"
    return "forbidden" if meant in ("preferred", "allowed") else ""


def _word(part: str) -> str:
    return _BETWEEN.sub("", _END.sub("", part.strip().casefold()))

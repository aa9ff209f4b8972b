"""What the words for a term's status mean, in TBX, in other tools' tables and in German."""

from __future__ import annotations

import re

from workbench.glossary.exchange.concept import Standing

_MEANT: dict[str, Standing] = {
    **dict.fromkeys(("preferred", "preferredterm", "standardizedterm", "legalterm", "regulatedterm"), "preferred"),
    **dict.fromkeys(("bevorzugt", "vorzugsbenennung"), "preferred"),
    **dict.fromkeys(("admitted", "admittedterm", "allowed", "alternative", "synonym"), "allowed"),
    **dict.fromkeys(("erlaubt", "zugelassen", "zulässig"), "allowed"),
    **dict.fromkeys(("deprecated", "deprecatedterm", "superseded", "supersededterm", "forbidden"), "forbidden"),
    **dict.fromkeys(("notrecommended", "obsolete", "prohibited", "avoid", "verboten", "veraltet"), "forbidden"),
    **dict.fromkeys(("abgelehnt", "vermeiden", "unzulässig"), "forbidden"),
}
_PART = re.compile(r"[,;/|]")
_END = re.compile(r"(?:-admn-sts|admnsts)$")


def standing(text: str) -> Standing:
    """`preferredTerm-admn-sts` is preferred, `not recommended` forbidden; "" for a word that says nothing of it."""
    for part in _PART.split(text):
        word = _END.sub("", part.strip().casefold())
        meant = _MEANT.get("".join(word.split()).replace("-", "").replace("_", ""))
        if meant:
            return meant
    return ""

"""Verbs whose prefix stands at the end of their clause: `rückt … ab` is abrücken."""

from __future__ import annotations

import re

from workbench.glossary.finding.lexicon import lemma
from workbench.text import Span

_PREFIXES = """
ab an auf aus bei da dar davon dazu durch ein empor entgegen entlang fern fest fort frei gegenüber gleich heim her
herab heran herauf heraus herbei herein herum herunter hervor hin hinauf hinaus hinein hinter hinüber hinunter hinweg
hinzu hoch kaputt klar los mit nach nieder offen preis statt still teil tot um umher unter voll vor voran voraus
vorbei vorüber vorwärts wahr weg weiter wider wieder zu zurecht zurück zusammen
"""
SEPARABLE = frozenset(_PREFIXES.split())
"""Prefixes of separable verbs (Duden, Die Grammatik, on “Partikelverben”)."""
_WORD = re.compile(r"[^\W\d_]+")
CLAUSE_ENDS = re.compile(r"[,.;:!?…–—()\"“”„»«]")
"""Signs between two clauses."""
_JOINS = re.compile(r"\s(?:und|oder|aber|sondern)\s")


def with_prefix(sentence: str, word: Span) -> str:
    """The infinitive of a verb that stands at `word`, with the prefix at the end of its clause; "" if there is none.

    `word` are character offsets. Whether such a verb exists is asked of the German dictionary. A prefix that goes with
    another verb of the clause is not that of a word with a capital (Reisen fallen aus).

    >>> with_prefix("Er rückt von seiner Forderung ab.", Span(3, 8))
    'abrücken'
    """
    text = sentence[slice(*word)]
    infinitive = lemma(text.lower())
    if not infinitive.endswith("n"):
        return ""
    end = CLAUSE_ENDS.search(sentence, word.end)
    clause = sentence[word.end : end.start() if end else len(sentence)]
    may_be_noun = text[:1].isupper()
    for join in _JOINS.finditer(clause):
        part = clause[: join.start()]
        if (found := _joined(infinitive, part)) and not (may_be_noun and _has_verb_of(part)):
            return found
    is_another = (may_be_noun or _JOINS.search(clause)) and _has_verb_of(clause)
    return "" if is_another else _joined(infinitive, clause)


def _joined(infinitive: str, clause: str) -> str:
    """The verb with the last word of a clause before it, if there is such a verb; "" if not."""
    last = _WORD.findall(clause)[-1:]
    prefix = last[0] if last else ""
    joined = f"{prefix}{infinitive}"
    return joined if prefix in SEPARABLE and lemma(joined) else ""


def _has_verb_of(clause: str) -> bool:
    """Whether the prefix at the end of a clause belongs to a verb within it (`… und ging weg`)."""
    *words, prefix = _WORD.findall(clause) or [""]
    return any(word.islower() and lemma(f"{prefix}{lemma(word)}") for word in words if lemma(word).endswith("n"))

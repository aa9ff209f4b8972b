"""The German forms of a glossary, in a tree of word keys that a text is walked along."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from itertools import pairwise

from workbench.glossary.entry import Entry
from workbench.glossary.folding import WORD, separator
from workbench.glossary.inflection import FormWord, fits, form_word

MOST_WORDS = 40


@dataclass(frozen=True, slots=True)
class Form:
    """One German form of an entry: its words, what stands between them, and what stands after the last.

    `order` counts the forms of a glossary, so that of two that fit alike the first one wins.
    """

    entry: Entry
    order: int
    words: tuple[FormWord, ...]
    gaps: tuple[str, ...]
    tail: str = ""

    def accepts(self, tokens: Iterable[tuple[str, str]], gaps: tuple[str, ...]) -> bool:
        """Whether a text's words, each with the ending it was read with, are this form."""
        if any(gap != own and (own or gap != "-") for own, gap in zip(self.gaps, gaps, strict=True)):
            return False
        pairs = zip(self.words, tokens, strict=True)
        return all(fits(word, token, ending) for word, (token, ending) in pairs)


@dataclass(slots=True)
class Node:
    """A place in the tree: the forms that end here, and the next words' keys."""

    ends: list[Form] = field(default_factory=list)
    next: dict[str, Node] = field(default_factory=dict)


def forms_of(entry: Entry, order: int) -> list[Form]:
    """The forms of an entry; one without a letter or digit, or of more than forty words, is left out."""
    found: list[Form] = []
    for text in entry.de:
        found += _forms(entry, text, order + len(found))
    return found


def tree_of(forms: Iterable[Form]) -> Node:
    """The tree in which every path of word keys leads to the forms with these words."""
    root = Node()
    for form in forms:
        nodes = [root]
        for word in form.words:  # only a form of one word has several keys
            nodes = [nodes[0].next.setdefault(key, Node()) for key in word.index_keys]
        for node in nodes:
            node.ends.append(form)
    return root


def _forms(entry: Entry, text: str, order: int) -> list[Form]:
    places = list(WORD.finditer(text))
    if not places or len(places) > MOST_WORDS:
        return []
    gaps = tuple(separator(text[a.end() : b.start()]) for a, b in pairwise(places))
    tail = text[places[-1].end() :].strip().rstrip("'’")
    words = _words(entry, [place[0] for place in places])
    whole = Form(entry, order, words, gaps, tail)
    if gaps and set(gaps) == {"-"} and all(word.case != "exact" for word in words):
        joined = places[0][0] + "".join(place[0].lower() for place in places[1:])
        return [whole, Form(entry, order + 1, _words(entry, [joined]), ())]
    return [whole]


def _words(entry: Entry, texts: list[str]) -> tuple[FormWord, ...]:
    last = len(texts) - 1
    exact = entry.case == "exact"
    befores = [None, *texts]
    return tuple(form_word(text, entry.kind, exact, befores[i], i == last) for i, text in enumerate(texts))

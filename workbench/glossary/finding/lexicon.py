"""What is known of ordinary German words: simplemma's dictionary, asked where endings and compounds leave a doubt."""

from __future__ import annotations

import re
import threading
from collections.abc import Mapping
from functools import lru_cache
from lzma import LZMAError

from workbench.glossary.finding.folding import fold, visible
from workbench.glossary.finding.wordbook import Wordbook, open_wordbook

_SHORTEST_PART = 4
_SHORT_NOUNS = frozenset(("amt", "rat", "tag", "weg", "fan", "zug", "hof"))
_SUFFIXES = (
    *("schaft", "ling", "heit", "keit", "isch", "sisch", "innen", "erin", "ismus", "isten", "chen", "lein"),
    *("arier", "arisch", "elle"),
)
_ENDS_OF_NAMES = (
    *("mann", "meier", "meyer", "mayer", "maier", "bauer", "reiter", "berger", "hauser", "hofer", "anke"),
    *("stein", "berg", "burg", "dorf", "feld", "bach", "heim", "hausen"),
)
_AGENT = re.compile(r"(?<=...)(?:er|ern|ers|erin|erinnen)$")
_LINK = re.compile(r"(?:s|es|n|en|er|e)$")

_one_at_a_time = threading.Lock()
_open: list[Wordbook | Mapping[str, str]] = []
_begun = threading.Event()


def read_soon() -> None:
    """Have the dictionary at hand in the background, so that no question has to wait for it."""
    if not _begun.is_set():
        _begun.set()
        threading.Thread(target=read, name="dictionary", daemon=True).start()


def read() -> Wordbook | Mapping[str, str]:
    """Form → base form of a million German words, with their capitals."""
    with _one_at_a_time:
        if not _open:
            try:
                _open.append(open_wordbook())
            except (OSError, ValueError, LZMAError):  # another edition: right as well, but it takes two seconds
                from simplemma.strategies.dictionaries import DEFAULT_DICTIONARY_FACTORY

                _open.append(DEFAULT_DICTIONARY_FACTORY.get_dictionary("de"))
    return _open[0]


@lru_cache(maxsize=50_000)
def lemma(word: str) -> str:
    """The dictionary form of a word written like this, in Switzerland or in capitals; "" if the dictionary has none."""
    words, plain = read(), visible(word)
    for spelling in dict.fromkeys((plain, plain.replace("ss", "ß"), plain.replace("ß", "ss"))):
        if base := words.get(spelling, ""):
            return base
    return ""


def is_known(word: str) -> bool:
    """Whether the dictionary has the word, with these capitals (one in capitals only: as a noun)."""
    return bool(lemma(as_noun(word)))


def as_noun(word: str) -> str:
    """A word of a headline in capitals as it stands in a sentence."""
    return word.capitalize() if word.isupper() else word


def is_verb(word: str) -> bool:
    """Whether the word, however it is written here, is the infinitive of a verb: `siegen`, because of `siegt`."""
    low = word.lower()
    if not low.endswith("n") or lemma(low) != low:
        return False
    return low in (lemma(f"{low[:-1]}t"), lemma(f"{low.removesuffix('en')}t"))


def is_noun(rest: str) -> bool:
    """Whether the end of a compound (`sprecher`, `gegnern`) is itself a noun."""
    word = rest.capitalize()
    key = fold(word)
    if len(word) < _SHORTEST_PART and key not in _SHORT_NOUNS:
        return False
    if key.startswith(_SUFFIXES) or key.removesuffix("s") in _ENDS_OF_NAMES:
        return False
    agent = _AGENT.search(word)
    return lemma(word)[:1].isupper() or (agent is not None and is_verb(f"{word[: agent.start()]}en"))


def is_first_part(part: str) -> bool:
    """Whether the beginning of a compound (`Klima`, `Regierungs`, `Geheim`) is a noun or an adjective, links aside."""
    word = part.capitalize()
    link = _LINK.search(word)
    bare = word[: link.start()] if link else word
    nouns = any(len(noun) >= _SHORTEST_PART and lemma(noun)[:1].isupper() for noun in (word, bare))
    return nouns or is_adjective(part.lower())


def is_adjective(rest: str) -> bool:
    """Whether the end of a compound (`interne`, `weit`) is an adjective."""
    if len(rest) < _SHORTEST_PART or rest.startswith(_SUFFIXES):
        return False
    base = lemma(rest)
    return len(base) >= _SHORTEST_PART and base.islower() and not is_verb(base)


def agree(token: str, base: str, unknown: bool) -> bool:
    """Whether the dictionary leads from `token` and from `base` to one word; `unknown` is said of unknown tokens."""
    if not is_known(token):
        return unknown
    return fold(base) in _bases(as_noun(token)) or not _bases(as_noun(token)).isdisjoint(_bases(base))


def _bases(word: str) -> frozenset[str]:
    """The keys of a word, of its base form, of that one's, and so on (Verletzten, Verletzter, Verletzte, verletzt)."""
    found = {word}
    while (word := lemma(word)) and word not in found:
        found.add(word)
    return frozenset(fold(each) for each in found)

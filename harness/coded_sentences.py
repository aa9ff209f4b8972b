"""Formatted German sentences of our own, marked with the English words that each of their codes belongs to."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path

from workbench.engine import DraftCache, Drafter, coded, draft_paragraphs
from workbench.glossary import Glossary
from workbench.text import Code, Inline, pairs

DATA = Path(__file__).parent / "data" / "coded_sentences.tsv"
_NO_WORDS = re.compile(r"^[^\w$`]+|[^\w`]+$")
_ARTICLE = re.compile(r"^(?:the|a|an)\b ?")


@dataclass(frozen=True, slots=True)
class CodedSentence:
    """One sentence. `wanted`: for each code, by its id, the English words that it may stand around or behind."""

    source: Inline
    wanted: dict[str, tuple[str, ...]]
    held_out: bool


@dataclass(frozen=True, slots=True)
class Placed:
    """A sentence with the English of its draft: the codes that are at other words, and those that are told."""

    sentence: CodedSentence
    english: Inline
    wrong: tuple[str, ...]
    told: tuple[str, ...]

    @property
    def lost(self) -> int:
        """How many codes of the German the English has not."""
        return len(self.sentence.source.codes) - len(self.english.codes)


def placements(drafter: Drafter) -> list[Placed]:
    """All sentences, drafted, with the codes as a draft on the desk has them."""
    sentences = coded_sentences()
    found = []
    with DraftCache(None) as cache:
        texts = [sentence.source.text for sentence in sentences]
        drafts = dict(draft_paragraphs(texts, Glossary(), drafter, cache))
        for index, sentence in enumerate(sentences):
            made = coded(sentence.source, drafts[index], drafter, cache)
            english = Inline(drafts[index].english, made.codes)
            found.append(Placed(sentence, english, tuple(misplaced(sentence, english)), made.unsure))
    return found


def coded_sentences() -> list[CodedSentence]:
    """All of them, in the file's order."""
    lines = [line for line in DATA.read_text(encoding="utf-8").splitlines() if line and not line.startswith("#")]
    return [_sentence(line, number % 2 == 0) for number, line in enumerate(lines, 1)]


def misplaced(sentence: CodedSentence, english: Inline) -> list[str]:
    """The ids of the codes that are not at the words they belong to; articles, case and marks do not count."""
    there = {pair.id: _plain(english.text[pair.start : pair.end]) for pair in pairs(english.codes)}
    before = {code.id: english.text[: code.at] for code in english.codes if code.kind == "alone"}
    wrong = []
    for key, words in sentence.wanted.items():
        if key in before:
            right = any(_plain(before[key]).endswith(_plain(word)) for word in words)
        else:
            right = key in there and there[key] in map(_plain, words)
        if not right:
            wrong.append(key)
    return wrong


def _sentence(line: str, held_out: bool) -> CodedSentence:
    german, words = line.split("\t")
    source = _inline(german)
    ids = dict.fromkeys(code.id for code in source.codes)
    wanted = [tuple(one.split("/")) for one in words.split(" | ")]
    return CodedSentence(source, dict(zip(ids, wanted, strict=True)), held_out)


def _inline(marked: str) -> Inline:
    text, codes = "", []
    opened: list[str] = []
    number = 0
    for part in re.split(r"([\[\]^])", marked):
        if part in ("[", "^"):
            number += 1
        if part == "[":
            opened.append(str(number))
            codes.append(Code(len(text), opened[-1], "open"))
        elif part == "]":
            codes.append(Code(len(text), opened.pop(), "close"))
        elif part == "^":
            codes.append(Code(len(text), str(number), "alone"))
        else:
            text += part
    return Inline(text, tuple(codes))


def _plain(words: str) -> str:
    return _ARTICLE.sub("", _NO_WORDS.sub("", words.lower()).strip())

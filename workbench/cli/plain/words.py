"""Every answer that `--plain` knows, once: its words, what it does, and what help says of it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial

from workbench.cli.plain import deciding, going, handing, knowing, looking_back, wording
from workbench.cli.plain.desk import PlainDesk

Do = Callable[[PlainDesk, str], None]


@dataclass(frozen=True, slots=True)
class Answer:
    """`words`: the word, and shorter ones for the same; `about`: what it does; `takes`: what may stand behind it."""

    words: tuple[str, ...]
    about: str
    do: Do
    takes: str = ""


def _help(desk: PlainDesk, words: str) -> None:
    for answer in ANSWERS:
        if not words or words in answer.words:
            first, *others = answer.words
            short = f" (or {', '.join(others)})" if others else ""
            desk.say(f"{first}{f' {answer.takes}' if answer.takes else ''}{short}: {answer.about}")


def _quit(desk: PlainDesk, _: str) -> None:
    desk.ended = True


def _stepping(desk: PlainDesk, _: str, by: int) -> None:
    going.step(desk, by)


def _stepping_back(desk: PlainDesk, _: str, redo: bool) -> None:
    deciding.step_back(desk, redo)


def _next_open(desk: PlainDesk, _: str) -> None:
    desk.go_on()


ANSWERS = (
    Answer(("help", "h", "?"), "this list, or one word of it", _help, "[WORD]"),
    Answer(("next", "n"), "the next paragraph", partial(_stepping, by=1)),
    Answer(("back", "b"), "the paragraph before", partial(_stepping, by=-1)),
    Answer(("todo", "t"), "the next paragraph that is not accepted", _next_open),
    Answer(("go", "g"), "a paragraph by its number", going.go, "NUMBER"),
    Answer(("again", "r"), "tell this paragraph again", going.tell),
    Answer(("german",), "its German alone", going.german),
    Answer(("english",), "its English alone", going.english),
    Answer(("accept", "a"), "accept it, and go to the next open one", deciding.accept, "[REASON]"),
    Answer(("edit", "e"), "write its English, or change what is there", deciding.edit, "[ENGLISH]"),
    Answer(("fix", "f"), "put the next finding right, where the right form is known", deciding.fix),
    Answer(("stand",), "let a finding stand", deciding.stand, "NUMBER REASON"),
    Answer(("note",), "write a note; - takes it away", deciding.note, "[NOTE]"),
    Answer(("skip", "s"), "leave the paragraph out, or take it up again", deciding.skip),
    Answer(("draft", "d"), "put the machine draft back", deciding.draft),
    Answer(("undo", "u"), "undo the last act", partial(_stepping_back, redo=False)),
    Answer(("redo",), "do again what was undone", partial(_stepping_back, redo=True)),
    Answer(("findings",), "what was found in this paragraph", going.findings),
    Answer(("finding", "w"), "the next paragraph with an error or a warning", going.finding),
    Answer(("find", "/"), "the next paragraph with these words, or those of before", going.find, "[WORDS]"),
    Answer(("findall", "//"), "the next paragraph with all of these words, in any order", going.find_all, "[WORDS]"),
    Answer(("terms",), "the glossary's terms in this paragraph", knowing.terms),
    Answer(("term",), "add a term to the glossary", knowing.term, "GERMAN = ENGLISH"),
    Answer(("offers", "o"), "what the memories offer for this sentence", knowing.offers),
    Answer(("put", "p"), "put an offer in", knowing.put, "NUMBER"),
    Answer(("memory", "m"), "where German words stand in the memories", knowing.concordance, "WORDS"),
    Answer(("dictionary", "dict"), "what the dictionary has for a German word", wording.dictionary, "WORD"),
    Answer(("other",), "other English of a sentence; put one in", wording.other, "[SENTENCE [NUMBER]]"),
    Answer(
        ("spelling",), "what a misspelt word may be; put one in, or it is right", wording.spelling, "[NUMBER or right]"
    ),
    Answer(("doubt",), "the next draft with a word of which the package was unsure", looking_back.doubt),
    Answer(("rule",), "the name or term that was put right last: into the glossary", looking_back.rule),
    Answer(("history",), "earlier English of the paragraph; put one back", looking_back.history, "[NUMBER]"),
    Answer(("status",), "the document, and how far it is", going.status),
    Answer(("documents",), "the articles of the project", going.documents),
    Answer(("open",), "another article", going.open_, "NAME or NUMBER"),
    Answer(("export", "x"), "hand the translation over", handing.export, "[FORMAT]"),
    Answer(("reload",), "take up what another program changed on disk", going.reload),
    Answer(("keep",), "save over what another program changed on disk", going.keep),
    Answer(("quit", "q"), "save everything, and leave", _quit),
)
BY_WORD = {word: answer for answer in ANSWERS for word in answer.words}

"""The text of a Markdown paragraph without its marks: bold, links, images, code, HTML tags become codes beside it."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from typing import TYPE_CHECKING

from workbench.formats.markup import CodeRole, Markup
from workbench.text.clean import clean
from workbench.text.inline import Code, Inline
from workbench.text.references import referred

if TYPE_CHECKING:
    from markdown_it import MarkdownIt
    from markdown_it.rules_inline import StateInline
    from markdown_it.token import Token

LONGEST = 30_000
"""Characters of a paragraph; a longer one is not searched for marks, for which the parser would take minutes."""

Rule = Callable[["StateInline", bool], bool]

_PAIRS: dict[str, CodeRole] = {"strong": "bold", "em": "italic", "s": "strike", "link": "link"}
_TAGS: dict[str, CodeRole] = {
    **dict.fromkeys(("b", "strong"), "bold"),
    **dict.fromkeys(("i", "em", "cite"), "italic"),
    **dict.fromkeys(("s", "del", "strike"), "strike"),
    **dict.fromkeys(("code", "kbd", "samp", "tt"), "code"),
    "a": "link",
    "img": "image",
    "br": "break",
    "sup": "other",
}
_TAG = re.compile(r"<(/?)([A-Za-z][\w-]*)([^>]*?)(/?)>", re.DOTALL)
_ADDRESS = re.compile(r"""\b(?:href|src)\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+))""", re.IGNORECASE)
_VOID = frozenset({"br", "img", "hr", "wbr", "input", "area", "embed", "source", "track", "col"})
_NOTE = re.compile(r"\[\^[^\]\s]+\]")
_WOMEN = re.compile(r"in(?:nen)?\b")
_TICKS = re.compile(r"`+ ?")
_BLANK = re.compile(r"[ \t]*\n?[ \t]*")


@dataclass(slots=True)
class Read:
    """What was read: text, codes, what they are in the file, and where the lines end (hard ones by `hard`)."""

    text: str = ""
    codes: list[Code] = field(default_factory=list)
    markup: list[Markup] = field(default_factory=list)
    breaks: list[tuple[int, int, int, bool]] = field(default_factory=list)
    """Offset in the text, where in the content the line ends and the next begins, and whether the break is hard."""
    opened: list[tuple[str, str, int]] = field(default_factory=list)
    """HTML tags that are open: name, id, and index in `codes`."""

    @property
    def inline(self) -> Inline:
        """The text and its codes."""
        return Inline(self.text, tuple(self.codes))

    def add(self, kind: str, role: CodeRole, first: str, address: str = "") -> Markup:
        """A code at the end of what has been read."""
        markup = Markup(str(len(self.markup) + 1), role, _on_one_line(first), address=address)
        self.markup.append(markup)
        self.codes.append(Code(len(self.text), markup.id, "open" if kind == "open" else "alone"))
        return markup

    def close(self, number: str, last: str) -> None:
        """The end of a pair."""
        index = int(number) - 1
        was = self.markup[index]
        self.markup[index] = Markup(was.id, was.role, was.first, _on_one_line(last), was.address)
        self.codes.append(Code(len(self.text), number, "close"))


def read_inline(content: str, references: dict[str, object] | None = None) -> Read:
    """The text of a paragraph, heading or cell, which may be on several lines.

    `references`: what the block parser found of `[name]: address` lines (markdown-it's `env`).
    """
    read = Read()
    if len(content) > LONGEST:
        for number, line in enumerate(content.split("\n")):
            if number:
                read.breaks.append((len(read.text), 0, 0, False))
            read.text += "\n" * bool(number) + clean(line)
        return read
    if not _has_marks(content):
        read.text += clean(content)
        return read
    parser = _parser()
    tokens: list[Token] = []
    parser.inline.parse(content, parser, dict(references or {}), tokens)
    _walk(read, content, 0, tokens)
    return read


def marks_read(line: str, known: Iterable[Markup]) -> tuple[Inline, list[Markup]]:
    """What one line is read as; `known`: codes of its file, among them the names of addresses (`[text][name]`)."""
    from markdown_it.common.utils import normalizeReference

    named = {one.last[2:-1]: one.address for one in known if one.last.startswith("][") and len(one.last) > 3}
    references = {normalizeReference(name): {"href": where, "title": ""} for name, where in named.items()}
    read = read_inline(line, {"references": references})
    return read.inline, read.markup


def read_html(content: str) -> Read:
    """The text of a stretch of HTML that has no block tags in it; its tags are codes."""
    read = Read()
    at = 0
    for tag in re.finditer(r"<!--.*?-->|</?[A-Za-z][^>]*>", content, re.DOTALL):
        read.text += clean(referred(content[at : tag.start()]))
        _tag(read, tag.group())
        at = tag.end()
    read.text += clean(referred(content[at:]))
    return read


def _has_marks(content: str) -> bool:
    return any(mark in content for mark in "*_[<&`\\~\n")


@lru_cache(maxsize=1)
def _parser() -> MarkdownIt:
    """markdown-it's inline parser, of which every rule tells where in the content it stands."""
    from markdown_it import MarkdownIt

    parser = MarkdownIt("commonmark").enable("strikethrough")
    parser.validateLink = lambda url: True  # type: ignore[method-assign]  # whatever it is, it is no text
    rules = parser.inline.ruler
    for name, rule in zip(rules.get_active_rules(), rules.getRules(""), strict=True):
        if name in ("link", "image", "autolink", "html_inline", "backticks"):
            rules.at(name, _telling(rule))
    rules.before("link", "note", _telling(_note))
    rules.before("emphasis", "gender_star", _gender_star)
    parser.inline.ruler2.disable("fragments_join")
    return parser


def _telling(rule: Rule) -> Rule:
    """The rule, whose first token says where what it found begins and ends."""

    def told(state: StateInline, silent: bool) -> bool:
        start, count = state.pos, len(state.tokens)
        state_had = bool(state.pending)
        if not rule(state, silent):
            return False
        first = count + state_had
        if not silent and len(state.tokens) > first:
            token = state.tokens[first]
            token.meta["span"] = (start, state.pos)
            if token.markup == "autolink":  # the address in it is no text
                token.type = "autolink"
                del state.tokens[first + 1 :]
        return True

    return told


def _note(state: StateInline, silent: bool) -> bool:
    """`[^1]`: a footnote's mark."""
    found = _NOTE.match(state.src, state.pos, state.posMax)
    if found is None:
        return False
    if not silent:
        state.push("note", "", 0).content = found.group()
    state.pos = found.end()
    return True


Opened = list[tuple[Markup, int]]


def _gender_star(state: StateInline, silent: bool) -> bool:
    """`Bürger*innen`: a letter of German, which Markdown would take for the beginning of italics."""
    at = state.pos
    if state.src[at] != "*" or not state.src[at - 1 : at].isalpha() or not _WOMEN.match(state.src, at + 1):
        return False
    if not silent:
        state.pending += "*"
    state.pos = at + 1
    return True


def _walk(read: Read, content: str, at: int, tokens: Sequence[Token]) -> int:
    """Take up tokens that tile the content from `at` on; where they end."""
    opened: Opened = []
    for token in tokens:
        at = _take(read, content, at, token, opened)
    return at


def _take(read: Read, content: str, at: int, token: Token, opened: Opened) -> int:
    """Take up one token; where it ends."""
    kind = token.type.removesuffix("_open").removesuffix("_close")
    if kind in _PAIRS:
        return _pair(read, content, at, token, kind, opened)
    if kind in ("text", "text_special"):
        begin = content.index(token.content, at) if kind == "text" else at
        read.text += clean(token.content)
        return begin + len(token.markup if kind == "text_special" else token.content)
    if kind in ("softbreak", "hardbreak"):
        return _break(read, content, at, hard=kind == "hardbreak")
    start, end = token.meta["span"]
    if kind == "image":
        return _image(read, content, start, end, token)
    _ALONE[kind](read, content[start:end])
    return int(end)


def _pair(read: Read, content: str, at: int, token: Token, kind: str, opened: Opened) -> int:
    """Bold, italic, struck out, a link: where it opens and where it closes."""
    if token.nesting == 1:
        width = 1 if kind == "link" else len(token.markup)
        address = str(token.attrs.get("href", "")) if kind == "link" else ""
        opened.append(
            (read.add("open", _PAIRS[kind], content[at : at + width], address), token.meta.get("span", (0, 0))[1])
        )
        return at + width
    markup, end = opened.pop()
    stop = end if kind == "link" else at + len(token.markup)
    read.close(markup.id, content[at:stop])
    return stop


def _code(read: Read, native: str) -> None:
    """A code span: what stands in it is shown, and no package gets to change it."""
    ticks = _TICKS.match(native)
    width = ticks.end() if ticks else 1
    inner = " ".join(native[width : len(native) - width].split())
    if not inner:
        read.add("alone", "code", native)
        return
    markup = read.add("open", "code", native[:width])
    read.text += clean(inner)
    read.close(markup.id, native[len(native) - width :])


def _footnote(read: Read, native: str) -> None:
    read.add("alone", "note", native)


def _address(read: Read, native: str) -> None:
    read.add("alone", "link", native, native[1:-1])


def _image(read: Read, content: str, start: int, end: int, token: Token) -> int:
    """An image's name is text; the rest of it is a code."""
    address = str(token.attrs.get("src", ""))
    if not token.content.strip():
        read.add("alone", "image", content[start:end], address)
        return end
    markup = read.add("open", "image", content[start : start + 2], address)
    at = _walk(read, content, start + 2, token.children or [])
    read.close(markup.id, content[at:end])
    return end


def _break(read: Read, content: str, at: int, *, hard: bool) -> int:
    """The end of a line. What two lines become that are one is for who knows all of them."""
    begin = at
    if content.startswith("\\", at):
        at += 1
    found = _BLANK.match(content, at)
    at = found.end() if found else at
    read.breaks.append((len(read.text), begin, at, hard))
    read.text += "\n"
    return at


def _tag(read: Read, native: str) -> None:
    """An HTML tag: the end of a pair, the beginning of one (alone until its end is met), or alone."""
    found = _TAG.fullmatch(native)
    name = found[2].lower() if found else ""
    if found and found[1] and _closes(read, name, native):
        return
    markup = read.add("alone", _TAGS.get(name, "other"), native, _where(found[3] if found else ""))
    if found and not found[1] and not found[4] and name not in _VOID:
        read.opened.append((name, markup.id, len(read.codes) - 1))


def _where(attributes: str) -> str:
    address = _ADDRESS.search(attributes)
    return next((part for part in address.groups() if part), "") if address else ""


def _closes(read: Read, name: str, native: str) -> bool:
    """Whether a tag ends one that is open, which is a pair then."""
    place = next((at for at in range(len(read.opened) - 1, -1, -1) if read.opened[at][0] == name), None)
    if place is None:
        return False
    _, number, index = read.opened[place]
    was = read.codes[index]
    read.codes[index] = Code(was.at, was.id, "open")
    del read.opened[place:]
    read.close(number, native)
    return True


_ALONE: dict[str, Callable[[Read, str], None]] = {
    "code_inline": _code,
    "note": _footnote,
    "autolink": _address,
    "html_inline": _tag,
}


def _on_one_line(native: str) -> str:
    return " ".join(native.split("\n")) if "\n" in native else native

"""The lines of a PO file that change: msgstr, flags, and what the header says of language and plurals."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence

from workbench.formats.changed import Change
from workbench.formats.languages import English
from workbench.formats.parted import written_content
from workbench.formats.po.entries import Entry, is_wrapped, written
from workbench.formats.po.messages import Message, PoFile

_PLURALS = "nplurals=2; plural=(n != 1);"

_TRANSLATORS = re.compile(r"#(?:\s|$)")

Lines = dict[int, tuple[int, list[str]]]
"""By the line (from 0) where they come: the line up to which what was there goes, and the new lines."""


def edited(
    file: PoFile,
    messages: Sequence[Message],
    changes: Mapping[str, Change],
    notes: Mapping[str, Sequence[str]],
    language: English,
) -> Iterator[str]:
    """The lines of the file, with those of changed messages and of the header in place of what was there.

    `notes`: lines of a translator's comment that come to those of a message, by its place.
    """
    instead = _of_messages(file, messages, changes)
    for start, said in _comments(messages, notes).items():
        at = _behind_comments(file, start)
        end, there = instead.get(at, (at, []))
        instead[at] = end, [*(f"# {line}{file.end}" for line in said), *there]
    if file.header is not None and changes:
        plural = any(one.entry.plural is not None for one in messages)
        instead |= _header(file, file.header, language, plural=plural)
    at = 0
    for number in range(len(file.lines) + 1):
        if number in instead:
            end, lines = instead[number]
            yield from lines
            at = max(at, end)
        if at <= number < len(file.lines):
            yield file.lines[number]


def _of_messages(file: PoFile, messages: Sequence[Message], changes: Mapping[str, Change]) -> Lines:
    wrapped = is_wrapped(file.lines)
    of_entry: dict[int, list[Message]] = defaultdict(list)
    for one in messages:
        of_entry[one.entry.start].append(one)
    found: Lines = {}
    for group in of_entry.values():
        if any(one.place in changes for one in group):
            found |= _strings(file, group, changes, wrapped)
            states = [changes[one.place].state if one.place in changes else one.state for one in group]
            found |= _flags(file, group[0].entry, fuzzy=any(state in ("draft", "translated") for state in states))
    return found


def _comments(messages: Sequence[Message], notes: Mapping[str, Sequence[str]]) -> dict[int, dict[str, None]]:
    """What is to be noted on each entry, by its first line; both forms of a plural have one comment."""
    found: dict[int, dict[str, None]] = defaultdict(dict)
    for one in messages:
        if lines := notes.get(one.place):
            found[one.entry.start] |= dict.fromkeys(lines)
    return found


def _behind_comments(file: PoFile, start: int) -> int:
    """Where a translator's comments on the entry that starts there end: they come before all others."""
    first = start
    while first and file.lines[first - 1].startswith("#") and not file.lines[first - 1].startswith("#~"):
        first -= 1
    own = [at for at in range(first, start) if _TRANSLATORS.match(file.lines[at])]
    return own[-1] + 1 if own else first


def _strings(file: PoFile, group: Sequence[Message], changes: Mapping[str, Change], wrapped: bool) -> Lines:
    """The msgstr of one entry."""
    found: Lines = {}
    entry = group[0].entry
    new: dict[int, list[str]] = {}
    for one in group:
        change = changes.get(one.place)
        if change and change.new_words:
            empty = not change.words.text.strip()
            text = "" if empty else written_content(one.source, one.given, change.words, str)
            keyword = f"msgstr[{one.form}]" if entry.plural else "msgstr"
            new[one.form] = written(keyword, text, file.end, wrapped=wrapped)
    for form, there in sorted(entry.strings.items()):
        lines = new.pop(form, list(file.lines[there.start : there.end]))
        if form == max(entry.strings) and new:  # a form that is not there comes behind the last
            lines = [*_ended(lines, file.end), *(line for _, more in sorted(new.items()) for line in more)]
        found[there.start] = there.end, lines
    return found


def _ended(lines: list[str], end: str) -> list[str]:
    return [*lines[:-1], lines[-1].rstrip("\r\n") + end]


def _flags(file: PoFile, entry: Entry, *, fuzzy: bool) -> Lines:
    """The comments of an entry with the flag or without it; what the message was before goes with the flag."""
    if ("fuzzy" in entry.flags) is fuzzy:
        return {}
    flags = [(number, line) for number, line in entry.comments if line.startswith("#,")]
    before = [number for number, line in entry.comments if line.startswith("#|")]
    if not fuzzy:
        return {**{number: (number + 1, []) for number in before}, **_without_fuzzy(flags, file.end)}
    if flags:
        number, line = flags[0]
        return {number: (number + 1, [f"#, fuzzy,{line[2:]}{file.end}"])}
    at = min([*before, entry.start])
    return {at: (at, [f"#, fuzzy{file.end}"])}


def _without_fuzzy(flags: Sequence[tuple[int, str]], end: str) -> Lines:
    found: Lines = {}
    for number, line in flags:
        left = [flag.strip() for flag in line[2:].split(",") if flag.strip() not in ("fuzzy", "")]
        found[number] = number + 1, [f"#, {', '.join(left)}{end}"] if left else []
    return found


def _header(file: PoFile, header: Entry, language: English, *, plural: bool) -> Lines:
    """The header with the language, and with the plural forms of English where there are plurals."""
    there = header.strings.get(0)
    if there is None:
        return {}
    text = _with_field(there.text, "Language", language.replace("-", "_"), lambda said: not said)
    if plural:
        text = _with_field(text, "Plural-Forms", _PLURALS, lambda said: "nplurals=2" not in said.replace(" ", ""))
    text = re.sub(r"(?i)charset=charset\b", "charset=UTF-8", text)
    found = _flags(file, header, fuzzy=False)
    if text != there.text:
        found[there.start] = there.end, written("msgstr", text, file.end, wrapped=False)
    return found


def _with_field(text: str, name: str, value: str, wanting: Callable[[str], bool]) -> str:
    """A header with another value under a name, where what stands there is wanting."""
    lines = text.split("\n")
    for number, line in enumerate(lines):
        if line.lower().startswith(f"{name.lower()}:"):
            if wanting(line.partition(":")[2].strip()):
                lines[number] = f"{name}: {value}"
            return "\n".join(lines)
    return f"{text}{'' if not text or text.endswith(chr(10)) else chr(10)}{name}: {value}\n"

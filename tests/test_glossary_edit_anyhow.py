"""Whatever a glossary file looks like, changing one entry leaves every other byte as it was."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from workbench.glossary import Entry, add_entry, read_glossary, remove_entry, replace_entry

MANY = settings(max_examples=40, deadline=None)
KEYS = ("de", "en", "first", "also", "avoid", "kind", "note", "case")

# --- A file as people write them ---------------------------------------------------------------------

PLAIN = re.compile(r"[A-Za-zÄÖÜäöüß]+(?: [A-Za-zÄÖÜäöüß]+)*")
WORDS = st.one_of(
    st.sampled_from(["Kiew", "Kyjiw", "Große Straße", "EU", "NO", "null", "it's", 'the "Wall"', "a: b", "x #y", "#z"]),
    st.sampled_from(
        ["[a]", "{b}", "a, b", "- c", "*d", "&e", "!f", "|g", "> h", "% i", "@j", "`k", "? l", "m\\n", "1.10"]
    ),
    st.text("abcÄß ,:#'\"[]{}-&*!|>%@`?\\.’„“", min_size=1, max_size=12).map(lambda text: f"x{text}x"),
).map(lambda text: " ".join(text.split()))
NOTES = st.one_of(st.just(""), WORDS, st.lists(WORDS, min_size=20, max_size=30).map(" ".join))


@st.composite
def entries(draw: st.DrawFn, mark: str) -> Entry:
    """A valid entry; `mark` keeps its forms apart from all others."""
    forms = draw(st.lists(WORDS, min_size=1, max_size=8, unique=True))
    roles = [draw(st.sampled_from(["de", "also", "avoid", "first"])) for _ in forms]
    having = {
        role: tuple(f"{form} {mark}" for form, r in zip(forms, roles, strict=True) if r == role) for role in roles
    }
    return Entry(
        de=having.get("de", (f"Wort {mark}",)),
        en=f"{draw(WORDS)} en{mark}",
        also=having.get("also", ()),
        avoid=having.get("avoid", ()),
        kind=draw(st.sampled_from(["person", "place", "organisation", "term"])),
        note=draw(NOTES),
        case=draw(st.sampled_from(["any", "exact"])),
        first=having.get("first", ("",))[0],
    )


@dataclass
class Pen:
    """Writes items in a style drawn for each of them, and numbers its comments."""

    draw: st.DrawFn
    indent: str
    comments: int = 0

    def comment(self, before: str = "  ") -> str:
        if self.draw(st.integers(0, 3)):
            return ""
        self.comments += 1
        return f"{before}# c{self.comments}: it's [not] {{data}}"

    def scalar(self, text: str, in_brackets: bool = False) -> str:
        style = self.draw(st.sampled_from(["plain", "'", '"']))
        if style == "plain" and PLAIN.fullmatch(text):
            return text
        return "'" + text.replace("'", "''") + "'" if style == "'" else json.dumps(text, ensure_ascii=False)

    def sequence(self, texts: tuple[str, ...], depth: str) -> list[str]:
        """The rest of the key's line, and the lines after it."""
        style = self.draw(st.sampled_from(["flow", "block", "compact", "lines"]))
        if style == "flow":
            return [" [" + ", ".join(self.scalar(text) for text in texts) + "]" + self.comment()]
        if style == "lines":
            last = self.draw(st.sampled_from(["", ","]))
            ends = [","] * (len(texts) - 1) + [last]
            members = [
                f"{depth}  {self.scalar(text)}{end}{self.comment()}" for text, end in zip(texts, ends, strict=True)
            ]
            return [" [" + self.comment(), *members, f"{depth}]" + self.comment()]
        deeper = depth + ("  " if style == "block" else "")
        members = []
        for text in texts:
            members += [line for line in [self.comment(deeper)] if line]
            members.append(f"{deeper}- {self.scalar(text)}{self.comment()}")
        return [self.comment(), *members]

    def long_note(self, text: str, depth: str) -> list[str]:
        """A note on two lines, in a block or in quotation marks."""
        words = text.split()
        half = len(words) // 2
        lines = [" ".join(words[:half]), " ".join(words[half:])]
        if self.draw(st.integers(0, 3)) == 0 and lines[0]:
            quoted = "\n".join(lines).replace("'", "''").split("\n")
            return [f" '{quoted[0]}", f"{depth}  {quoted[1]}'{self.comment()}"]
        head = self.draw(st.sampled_from([">", "|", ">-", "|-", "|2", ">+"]))
        return [f" {head}{self.comment()}", *(f"{depth}  {line}" for line in lines if line)]

    def field(self, key: str, value: str | tuple[str, ...], depth: str) -> list[str]:
        if isinstance(value, tuple) and (len(value) > 1 or self.draw(st.booleans())):
            first, *more = self.sequence(value, depth)
        elif key == "note" and self.draw(st.booleans()):
            first, *more = self.long_note(str(value), depth)
        else:
            text = value if isinstance(value, str) else value[0]
            first, more = f" {self.scalar(text)}{self.comment()}", []
        return [f"{depth}{key}:{first}", *more]

    def item(self, entry: Entry) -> list[str]:
        default = {"kind": "term", "case": "any"}
        values = {key: getattr(entry, key) for key in KEYS}
        told = {k: v for k, v in values.items() if v and (v != default.get(k) or self.draw(st.booleans()))}
        order = self.draw(st.permutations(list(told)))
        style = self.draw(st.sampled_from(["block", "block", "block", "braces", "open braces"]))
        if style == "braces":
            return [f"{self.indent}- {{{', '.join(self.flow(told, order))}}}{self.comment()}"]
        if style == "open braces":
            pairs = [f"{self.indent}    {pair},{self.comment()}" for pair in self.flow(told, order)]
            return [f"{self.indent}- {{{self.comment()}", *pairs, f"{self.indent}  }}{self.comment()}"]
        return self.block(told, order)

    def block(self, told: dict[str, str | tuple[str, ...]], order: list[str]) -> list[str]:
        depth = self.indent + self.draw(st.sampled_from(["  ", "   "]))
        lines: list[str] = []
        for key in order:
            lines += self.field(key, told[key], depth)
            lines += [line for line in [self.comment(depth)] if line]
            lines += [""] * (self.draw(st.integers(0, 9)) == 0 and key != order[-1])
        dash = self.indent + "-" + depth[len(self.indent) + 1 :]
        if self.draw(st.integers(0, 5)) == 0:
            return [self.indent + "-" + self.comment(), *lines]
        return [dash + lines[0][len(depth) :], *lines[1:]]

    def flow(self, told: dict[str, str | tuple[str, ...]], order: list[str]) -> list[str]:
        parts = []
        for key in order:
            value = told[key]
            texts = [value] if isinstance(value, str) else value
            inner = ", ".join(self.scalar(text) for text in texts)
            parts.append(f"{key}: [{inner}]" if not isinstance(value, str) else f"{key}: {inner}")
        return parts


@dataclass
class Sheet:
    """A file, and for each of its entries where its lines are (offsets into the text)."""

    data: bytes
    text: str
    entries: list[Entry]
    places: list[tuple[int, int]]


@st.composite
def sheets(draw: st.DrawFn) -> Sheet:
    pen = Pen(draw, draw(st.sampled_from(["", "  ", " "])))
    end = draw(st.sampled_from(["\n", "\r\n", "\r"]))
    between = st.sampled_from([[], [""], ["", f"{pen.indent}# --- Section ---", ""], ["# at the margin"], ["", ""]])
    lines = [*draw(st.sampled_from([[], ["# Ours", ""], ["---"], ["%YAML 1.1", "---"], ["", "# x"]]))]
    written, places = [], []
    for number in range(draw(st.integers(1, 4))):
        entry = draw(entries(f"n{number}"))
        start = sum(len(line + end) for line in lines)
        lines += pen.item(entry)
        places.append((start, sum(len(line + end) for line in lines)))
        written.append(entry)
        lines += draw(between)
    text = end.join([*lines, ""])
    if draw(st.booleans()) and lines[-1]:
        text = text.removesuffix(end)
        places[-1] = (places[-1][0], min(places[-1][1], len(text)))
    mark = draw(st.sampled_from([b"", b"\xef\xbb\xbf"]))
    return Sheet(mark + text.encode(), text, written, places)


def bare(path: Path) -> list[Entry]:
    """The entries of a file as they were meant, without their lines."""
    file = read_glossary(path)
    assert file.problems == ()
    return [replace(entry, line=0) for entry in file.glossary.entries]


def mixed(data: st.DataObject, old: str | tuple[str, ...], new: str | tuple[str, ...]) -> str | tuple[str, ...]:
    """A new value; of a list, some old members and some new ones."""
    if isinstance(old, str) or isinstance(new, str):
        return new
    kept = [form for form in old if data.draw(st.booleans())]
    return tuple(
        dict.fromkeys(data.draw(st.permutations([*kept, *new]) if data.draw(st.booleans()) else st.just([*kept, *new])))
    )


def comments(text: str) -> list[str]:
    return sorted(re.findall(r"# c\d+: it's \[not\] \{data\}", text))


@pytest.fixture(scope="module")
def path(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("any") / "glossary.yaml"


# --- What holds of every one -------------------------------------------------------------------------


@MANY
@given(data=st.data(), sheet=sheets())
def test_a_changed_entry_changes_no_byte_elsewhere(data: st.DataObject, sheet: Sheet, path: Path) -> None:
    path.write_bytes(sheet.data)
    assert bare(path) == sheet.entries
    number = data.draw(st.integers(0, len(sheet.entries) - 1))
    old = read_glossary(path).glossary.entries[number]
    wanted = data.draw(entries(f"n{number}"))
    changed = data.draw(st.sets(st.sampled_from(KEYS)))
    parts: dict[str, Any] = {key: mixed(data, getattr(old, key), getattr(wanted, key)) for key in changed}
    new = replace(old, **parts)
    new = replace(new, avoid=tuple(form for form in new.avoid if form not in new.accepted), line=0)

    replace_entry(path, old, new)

    assert bare(path) == [*sheet.entries[:number], new, *sheet.entries[number + 1 :]]
    now = path.read_bytes().decode("utf-8-sig")
    start, end = sheet.places[number]
    assert now.startswith(sheet.text[:start])
    assert now.endswith(sheet.text[end:])
    assert comments(now) == comments(sheet.text)
    assert path.read_bytes().startswith(b"\xef\xbb\xbf") == sheet.data.startswith(b"\xef\xbb\xbf")

    replace_entry(path, read_glossary(path).glossary.entries[number], sheet.entries[number])
    assert bare(path) == sheet.entries


@MANY
@given(data=st.data(), sheet=sheets())
def test_a_field_that_does_not_change_is_not_rewritten(data: st.DataObject, sheet: Sheet, path: Path) -> None:
    path.write_bytes(sheet.data)
    number = data.draw(st.integers(0, len(sheet.entries) - 1))
    old = read_glossary(path).glossary.entries[number]
    replace_entry(path, old, replace(old, note="Another note altogether."))
    start, end = sheet.places[number]
    now = path.read_bytes().decode("utf-8-sig")
    item = now[start : len(now) - len(sheet.text[end:])]
    if "{" not in sheet.text[start:end].split("#")[0]:
        kept = [
            line
            for line in re.split(r"\r\n|\n|\r", sheet.text[start:end])
            if re.match(r"[- ]*(en|kind|case|first):", line)
        ]
        assert [line for line in kept if line not in re.split(r"\r\n|\n|\r", item)] == []


@MANY
@given(data=st.data(), sheet=sheets())
def test_a_removed_entry_takes_its_own_lines_and_no_other(data: st.DataObject, sheet: Sheet, path: Path) -> None:
    path.write_bytes(sheet.data)
    number = data.draw(st.integers(0, len(sheet.entries) - 1))
    start, end = sheet.places[number]

    remove_entry(path, read_glossary(path).glossary.entries[number])

    assert bare(path) == [*sheet.entries[:number], *sheet.entries[number + 1 :]]
    now = path.read_bytes().decode("utf-8-sig")
    kept = sheet.text[:start] + sheet.text[end:]
    assert [line for line in re.split(r"[\r\n]+", now) if line] == [line for line in re.split(r"[\r\n]+", kept) if line]
    assert 0 <= len(kept) - len(now) <= 2  # one blank line


@MANY
@given(data=st.data(), sheet=sheets())
def test_what_is_added_and_removed_again_leaves_the_file_as_it_was(
    data: st.DataObject, sheet: Sheet, path: Path
) -> None:
    path.write_bytes(sheet.data)
    new = data.draw(entries("new"))
    add_entry(path, new)
    assert bare(path) == [*sheet.entries, new]
    assert path.read_bytes().startswith(sheet.data)
    remove_entry(path, read_glossary(path).glossary.entries[-1])
    assert path.read_bytes().rstrip(b"\r\n") == sheet.data.rstrip(b"\r\n")

"""Damaged files: bytes cut, doubled and strewn, and values, nestings and sizes that nobody expects."""

from __future__ import annotations

import random
import re
import zipfile
from collections.abc import Callable
from io import BytesIO

Mutation = Callable[[bytes, random.Random], bytes]
VALUES = [
    b"2024-99-99", b"2024-02-30", b"12:30:99", b"1e999", b".inf", b".nan", b"0x", b"0o9", b"-0", b"~", b"null", b"[]",
    b"{}", b"[[]]", b"{a: {b: c}}", b"yes", b"!!python/object/apply:os.system [true]", b"!!binary =", b"!!timestamp x",
    b"!!int x", b"!!float x", b"!!set {a}", b"*none", b"&a [*a]", b"<<: *a", b"? [a]", b"|", b">-", b"'", b'"', b"@",
    b"`", b"%", b"\\", b"\x00", b"\xff\xfe", b"\xed\xa0\x80", b"\xc2\x85", b"\xe2\x80\xa8", b"9" * 5000,
    b"-" + b"9" * 400,
    b"\xf0\x9f\x98\x80" * 50, b"a" * 100_000, b"=1+1", b"<a>", b"&amp;", b"&x;", b"]]>", b"\x1b]0;x\x07",
]  # fmt: skip
_VALUE = re.compile(rb"(?<=[:=>,;\t-]) ?[^\n<>,;\t]+")


def mutated(data: bytes, chance: random.Random) -> tuple[str, bytes]:
    """The data damaged in one to three ways, and what was done."""
    names = []
    for _ in range(chance.choice((1, 1, 2, 3))):
        mutation = chance.choice(MUTATIONS)
        data = mutation(data, chance)
        names.append(mutation.__name__.strip("_").replace("_", " "))
    return ", ".join(names), data


def mutated_in_zip(data: bytes, chance: random.Random) -> tuple[str, bytes]:
    """A zip with one of its parts damaged, so that what reads the parts gets to read it; and what was done."""
    written = BytesIO()
    with zipfile.ZipFile(BytesIO(data)) as whole, zipfile.ZipFile(written, "w") as damaged:
        names = whole.namelist()
        hit = chance.choice(names)
        for name in names:
            part = whole.read(name)
            if name == hit:
                done, part = mutated(part, chance)
            damaged.writestr(name, part, zipfile.ZIP_DEFLATED)
    return f"{hit}: {done}", written.getvalue()


def _place(data: bytes, chance: random.Random) -> int:
    return chance.randrange(len(data) + 1)


def _cut(data: bytes, chance: random.Random) -> bytes:
    return data[: _place(data, chance)]


def _chunk_doubled(data: bytes, chance: random.Random) -> bytes:
    start, end = sorted((_place(data, chance), _place(data, chance)))
    return data[:end] + data[start:end] * chance.choice((1, 2, 50)) + data[end:]


def _chunk_gone(data: bytes, chance: random.Random) -> bytes:
    start, end = sorted((_place(data, chance), _place(data, chance)))
    return data[:start] + data[end:]


def _bytes_strewn(data: bytes, chance: random.Random) -> bytes:
    strewn = bytearray(data)
    for _ in range(chance.choice((1, 5, 100))):
        if strewn:
            strewn[chance.randrange(len(strewn))] = chance.randrange(256)
    return bytes(strewn)


def _inserted(data: bytes, chance: random.Random) -> bytes:
    place = _place(data, chance)
    return data[:place] + chance.choice(VALUES) + data[place:]


def _value_replaced(data: bytes, chance: random.Random) -> bytes:
    found = list(_VALUE.finditer(data))
    if not found:
        return data
    hit = chance.choice(found)
    return data[: hit.start()] + b" " + chance.choice(VALUES) + data[hit.end() :]


def _lines_mixed(data: bytes, chance: random.Random) -> bytes:
    lines = data.splitlines(keepends=True)
    if len(lines) > 1:
        one, other = chance.randrange(len(lines)), chance.randrange(len(lines))
        lines[one], lines[other] = lines[other], lines[one]
    return b"".join(lines)


def _indented(data: bytes, chance: random.Random) -> bytes:
    lines = data.splitlines(keepends=True)
    for _ in range(3):
        if lines:
            place = chance.randrange(len(lines))
            lines[place] = chance.choice((b"\t", b" ", b"      ", b"- ", b"? ", b"# ")) + lines[place]
    return b"".join(lines)


def _nested(data: bytes, chance: random.Random) -> bytes:
    opening, closing = chance.choice([(b"[", b"]"), (b"{a: ", b"}"), (b"- ", b""), (b"> ", b""), (b"<b>", b"</b>")])
    depth = chance.choice((50, 900, 20_000))
    place = _place(data, chance)
    return data[:place] + opening * depth + closing * chance.choice((0, depth)) + data[place:]


def _anchors(data: bytes, chance: random.Random) -> bytes:
    laughs = b"a0: &a0 [x, x, x, x, x, x, x, x, x]\n" + b"".join(
        b"a%d: &a%d [%s]\n" % (n, n, b", ".join([b"*a%d" % (n - 1)] * 9)) for n in range(1, 12)
    )
    return laughs + data if chance.random() < 0.5 else data + laughs


def _entities(data: bytes, chance: random.Random) -> bytes:
    head = b'<?xml version="1.0"?>\n<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa">' + b"".join(
        b'<!ENTITY %c "%s">' % (98 + n, b"&%c;" % (97 + n) * 10) for n in range(9)
    )
    outer = chance.choice((b'<!ENTITY z SYSTEM "file:///etc/passwd">', b""))
    body = re.sub(rb"<\?xml[^>]*>|<!DOCTYPE[^>]*>", b"", data)
    return head + outer + b"]>\n" + body.replace(b"Eriwan", b"&j;" if not outer else b"&z;", 1)


def _encoded_otherwise(data: bytes, chance: random.Random) -> bytes:
    text = data.decode("utf-8", errors="replace")
    return text.encode(chance.choice(("utf-16", "utf-32", "utf-8-sig", "cp037", "latin-1", "utf-7")), errors="replace")


def _breaks_changed(data: bytes, chance: random.Random) -> bytes:
    breaks = (b"\r\n", b"\r", b"\0", b"\x0b", b"\x0c", b"\xe2\x80\xa9", b"\xc2\x85", b"\n\n\n", b"")
    return data.replace(b"\n", chance.choice(breaks))


def _long_line(data: bytes, chance: random.Random) -> bytes:
    place = _place(data, chance)
    return (
        data[:place]
        + chance.choice((b"x", b"Eriwan ", b"\xc3\xa4", b"(", b"*", b"`", b"1", b"\t")) * 60_000
        + data[place:]
    )


def _many_lines(data: bytes, chance: random.Random) -> bytes:
    lines = data.splitlines(keepends=True) or [b"\n"]
    place = chance.randrange(len(lines))
    return b"".join((*lines[:place], *[lines[place]] * 3000, *lines[place:]))


def _emptied(data: bytes, chance: random.Random) -> bytes:
    return chance.choice(
        (b"", b"\n", b" " * 5000, b"\0" * 5000, b"---\n...\n---\n", b"\xef\xbb\xbf", b"PK\x03\x04", b"#")
    )


MUTATIONS: tuple[Mutation, ...] = (
    _cut, _chunk_doubled, _chunk_gone, _bytes_strewn, _inserted, _inserted, _value_replaced, _value_replaced,
    _value_replaced, _lines_mixed, _indented, _nested, _anchors, _entities, _encoded_otherwise, _breaks_changed,
    _long_line, _many_lines, _emptied,
)  # fmt: skip

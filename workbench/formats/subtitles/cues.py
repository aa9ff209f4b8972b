"""Where the cues of a subtitle file are: its text is left as it stands, and places in it are told.

SubRip has no standard; WebVTT is W3C's (2019). A cue of SubRip goes on to the next one's head, so that a blank line in
it is text of it; one of WebVTT ends with a blank line.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from workbench.text.span import Span

_STAMP = r"(?:\d{1,3}:)?\d{1,2}:\d{2}(?:[.,]\d{1,3})?"
_HEAD = re.compile(rf"^[ \t]*({_STAMP}[ \t]*-->[ \t]*{_STAMP})[^\r\n]*(?:\r\n|\n|\r|\Z)", re.MULTILINE)
_ARROW = r"[ \t]*(?:(?<![-–—])[-–—]+|[-–—])[ \t]?>[ \t]*"
_LIKE_HEAD = re.compile(rf"^[ \t]*(?:\d+:\S+{_ARROW}[^\r\n]*|\S+{_ARROW}\d+:\d[^\r\n]*)", re.MULTILINE)
_BLANK = re.compile(r"(?>\r\n|\n|\r)[ \t]*(?:\r|\n|\Z)|\A[ \t]*(?:\r|\n)")
_BREAK = re.compile(r"\r\n|\n|\r")
_TAGS = r"(?:<[^<>\r\n]*>|\{\\[^{}\r\n]*\})"
_TAG = re.compile(_TAGS)
SPOKEN = r"(?:[^\W\d]|[\[(\"'„“”‚‘’«»‹›…¿¡])"
"""What begins the words of somebody who speaks: no figure, which would make the dash a minus."""
_SPEAKS = re.compile(rf"{_TAGS}*[ \t]*[-–—]{_TAGS}*[ \t]*{_TAGS}*{SPOKEN}")


@dataclass(frozen=True, slots=True)
class Cue:
    """One cue: `whole` is all of it with its number and its time, `time` as it is written, `parts` its words.

    It has several parts where several people speak, each on a line that begins with a dash.
    """

    whole: Span
    time: str
    parts: tuple[Span, ...]


def seconds_in(time: str) -> float:
    """How long a cue stands, as its time says: `00:00:01,000 --> 00:00:03,500` is 2.5 seconds; 0 for a turned one."""
    begin, _, end = time.partition("-->")
    return max(0.0, _stamp(end) - _stamp(begin))


def _stamp(text: str) -> float:
    whole, _, part = text.strip().replace(",", ".").partition(".")
    seconds = 0
    for number in whole.split(":"):
        seconds = seconds * 60 + int(number)
    return float(seconds + int(part or 0) / 10 ** len(part))


def broken_time(text: str) -> tuple[int, str] | None:
    """The first line that is meant for the time of a cue and is none: its number (from 1), and what it says."""
    heads = {head.start() for head in _HEAD.finditer(text)}
    found = next((like for like in _LIKE_HEAD.finditer(text) if like.start() not in heads), None)
    return None if found is None else (len(_BREAK.findall(text, 0, found.start())) + 1, found[0].strip())


def is_webvtt(text: str) -> bool:
    """Whether a file is WebVTT."""
    return text.lstrip("\ufeff").startswith("WEBVTT")


def cues_in(text: str) -> list[Cue]:
    """The cues of a file's text that have words, in their order."""
    webvtt = is_webvtt(text)
    heads = list(_HEAD.finditer(text))
    if not heads:
        return []
    begins = [_begin(text, head.start(), webvtt) for head in heads]
    found = []
    for head, begin, following in zip(heads, begins, [*begins[1:], len(text)], strict=True):
        end = _end(text, head.end(), following, webvtt)
        parts = tuple(_parts(text, head.end(), end))
        if parts:
            found.append(Cue(Span(begin, following if not webvtt else _after(text, end)), head[1], parts))
    return found


def _begin(text: str, head: int, webvtt: bool) -> int:
    """Where a cue begins: with the line over its time, where that is its number, or in WebVTT its name."""
    before = head - 2 if text.endswith("\r\n", 0, head) else head - 1
    start = max(text.rfind("\n", 0, max(before, 0)), text.rfind("\r", max(0, before - 500), max(before, 0))) + 1
    line = text[start:head].strip()
    if not line or (webvtt and start == 0):
        return head
    return start if webvtt or line.isdecimal() else head


def _end(text: str, start: int, following: int, webvtt: bool) -> int:
    """Where the words of a cue end."""
    blank = _BLANK.search(text[start:following]) if webvtt else None
    end = start + blank.start() if blank else following
    return start + len(text[start:end].rstrip())


def _after(text: str, end: int) -> int:
    """Behind the blank lines that follow a cue."""
    rest = re.compile(r"\s*").match(text, end)
    last = max(text.rfind("\n", end, rest.end()), text.rfind("\r", end, rest.end())) if rest else -1
    return last + 1 if last >= 0 else end


def _parts(text: str, start: int, end: int) -> Iterator[Span]:
    """The words of a cue, or of each who speaks in it; nothing that has no letter or figure."""
    lines = [found.end() for found in _BREAK.finditer(text, start, end)]
    edges = [start, *(line for line in lines if _SPEAKS.match(text, line, end)), end]
    for first, last in pairwise(edges):
        words = text[first:last].strip()
        if any(letter.isalnum() for letter in _TAG.sub("", words)):
            begin = text.index(words, first)
            yield Span(begin, begin + len(words))

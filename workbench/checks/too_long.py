"""The check `too-long`: headlines, teasers, captions and subtitles keep to the length that the house style sets."""

from __future__ import annotations

from collections.abc import Iterator

from workbench.checks.finding import Finding
from workbench.glossary import Glossary
from workbench.text.house_style import HouseStyle, Limits
from workbench.translation import ParagraphRecord


def too_long(index: int, record: ParagraphRecord, glossary: Glossary, house: HouseStyle) -> Iterator[Finding]:
    """The English has more characters, spaces counted, than the style allows for what the paragraph is."""
    limits = house.limits
    if record.seconds:
        yield from _subtitle(index, record, limits)
        return
    most, size = limits.of(record.role), len(record.english)
    if most and size > most:
        message = f"the {record.role} has {size} characters, {size - most} more than the {most} it may have"
        yield Finding("too-long", "warning", index, record.role, message)


def _subtitle(index: int, record: ParagraphRecord, limits: Limits) -> Iterator[Finding]:
    lines = record.english.split("\n")
    longest = max(map(len, lines))
    room = limits.subtitle_line * (2 if len(lines) == 1 else 1)
    if limits.subtitle_line and longest > room:
        what = f"{longest} characters do not fit in two lines of {limits.subtitle_line}"
        message = what if len(lines) == 1 else f"a line has {longest} characters, {limits.subtitle_line} at most"
        yield Finding("too-long", "warning", index, "line", message)
    speed = len(record.english.replace("\n", " ")) / record.seconds
    if limits.subtitle_speed and speed > limits.subtitle_speed:
        most = int(limits.subtitle_speed * record.seconds)
        message = (
            f"{speed:.0f} characters a second are too fast to read, {limits.subtitle_speed} at most: "
            f"{most} in the {record.seconds:.1f} seconds that it stands"
        )
        yield Finding("too-long", "warning", index, "speed", message)

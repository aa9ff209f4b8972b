"""At which lines of a record's file its paragraphs stand."""

from __future__ import annotations

from collections import defaultdict, deque
from pathlib import Path

from workbench.files import read_regular
from workbench.files.yaml_tree import Fields, Items, Text, read_tree
from workbench.problem import WorkbenchError
from workbench.text import clean
from workbench.translation.kept_file import LARGEST
from workbench.translation.record import TranslationRecord


def paragraph_lines(record: TranslationRecord, path: Path) -> tuple[int | None, ...]:
    """For each paragraph of a record the line (from 1) of its `- de:` in the record's file.

    None where the file does not have the paragraph (its source has changed since), or cannot be read.
    """
    waiting: dict[str, deque[int]] = defaultdict(deque)
    try:
        root = read_tree(read_regular(path, LARGEST) or b"", path)
    except WorkbenchError:
        root = None
    for paragraph in _paragraphs(root) if isinstance(root, Fields) else ():
        for key, value in zip(paragraph.items[::2], paragraph.items[1::2], strict=True):
            if isinstance(key, Text) and key.value == "de" and isinstance(value, Text):
                waiting[clean(value.value)].append(key.line)
    lines = (waiting[paragraph.german] for paragraph in record.paragraphs)
    return tuple(found.popleft() if found else None for found in lines)


def _paragraphs(root: Fields) -> list[Fields]:
    for key, value in zip(root.items[::2], root.items[1::2], strict=True):
        if isinstance(key, Text) and key.value == "paragraphs" and isinstance(value, Items):
            return [item for item in value.items if isinstance(item, Fields)]
    return []

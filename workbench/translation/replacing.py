"""Putting a whole record in the place of another one, with the English version that is made from it."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from workbench.translation.english import english_text
from workbench.translation.english_file import EnglishFile
from workbench.translation.generations import Generations
from workbench.translation.kept_file import KeptFile
from workbench.translation.record import State, TranslationRecord
from workbench.translation.yaml_dump import dump_record


def replace_record(
    record: TranslationRecord,
    record_file: Path,
    english_file: Path,
    generations: Generations,
    made_from: Iterable[TranslationRecord],
) -> None:
    """Write a record and its English version over what is there, of which nothing is lost.

    The record there becomes a generation first. An English version there that was not made from one of `made_from`
    was edited by hand, and is put aside (`NAME.en.txt.aside-1`). Killed at any moment, each of the two files is the
    old or the new one, and the next opening makes the English anew. Raises WorkbenchError.
    """
    generations.keep(record_file)
    root = generations.root
    there = KeptFile(english_file, root).read()
    text = english_text(record)
    said = next((known for known in map(english_text, made_from) if known.encode() == there), text)
    english = EnglishFile(english_file, root)
    english.look(said, wanted=False)
    KeptFile(record_file, root).write(dump_record(record))
    english.write(text, wanted=any(paragraph.state is State.REVIEWED for paragraph in record.paragraphs))

"""The record of one document's translation: drafts, English, states, notes, overrides; undo; safe saving.

Knows the two files of a translation (`NAME.yaml`, `NAME.en.txt`) and how nothing in them is lost.
Never draws, never drafts, never judges English.
"""

from workbench.translation.beyond import has_work_beyond
from workbench.translation.bookmark_file import Bookmark, move_bookmarks, read_bookmarks, write_bookmarks
from workbench.translation.decisions import FINISHED, UNTOUCHED
from workbench.translation.english import (
    NOT_REVIEWED,
    NOT_TRANSLATED,
    bilingual_target,
    english_target,
    english_text,
)
from workbench.translation.english_file import own_english
from workbench.translation.found_again import found_again
from workbench.translation.generations import Generation, Generations
from workbench.translation.journal import Done, Journal, Spent, Stood
from workbench.translation.journal import Line as JournalLine
from workbench.translation.kept_file import (
    LARGEST,
    KeptFile,
    as_one_name,
    english_path,
    inside,
    record_path,
    said_source,
)
from workbench.translation.lines import paragraph_lines
from workbench.translation.lock import READ_ONLY_MEND, ProjectLock
from workbench.translation.notes import (
    FILE_HAS,
    ORIGINAL_WANTED,
    OTHER_HAS,
    OTHER_LEFT_OUT,
    OTHER_TOOK_OUT,
    REVIEWER_HAS,
    kept_english,
    kept_line,
    questions,
    remarks,
    wants_original,
    with_mark,
)
from workbench.translation.paragraphs import Step, Steps
from workbench.translation.progress import Progress, read_summary
from workbench.translation.record import NO_ORIGIN, Draft, Origin, Override, ParagraphRecord, State, TranslationRecord
from workbench.translation.rematch import merged, rematch, share_in, without_place
from workbench.translation.replacing import replace_record
from workbench.translation.reshaping import Reshaped
from workbench.translation.translation import Translation
from workbench.translation.yaml_dump import dump_record
from workbench.translation.yaml_file import merged_record, read_record

__all__ = [
    "FILE_HAS",
    "FINISHED",
    "LARGEST",
    "NOT_REVIEWED",
    "NOT_TRANSLATED",
    "NO_ORIGIN",
    "ORIGINAL_WANTED",
    "OTHER_HAS",
    "OTHER_LEFT_OUT",
    "OTHER_TOOK_OUT",
    "READ_ONLY_MEND",
    "REVIEWER_HAS",
    "UNTOUCHED",
    "Bookmark",
    "Done",
    "Draft",
    "Generation",
    "Generations",
    "Journal",
    "JournalLine",
    "KeptFile",
    "Origin",
    "Override",
    "ParagraphRecord",
    "Progress",
    "ProjectLock",
    "Reshaped",
    "Spent",
    "State",
    "Step",
    "Steps",
    "Stood",
    "Translation",
    "TranslationRecord",
    "as_one_name",
    "bilingual_target",
    "dump_record",
    "english_path",
    "english_target",
    "english_text",
    "found_again",
    "has_work_beyond",
    "inside",
    "kept_english",
    "kept_line",
    "merged",
    "merged_record",
    "move_bookmarks",
    "own_english",
    "paragraph_lines",
    "questions",
    "read_bookmarks",
    "read_record",
    "read_summary",
    "record_path",
    "remarks",
    "rematch",
    "replace_record",
    "said_source",
    "share_in",
    "wants_original",
    "with_mark",
    "without_place",
    "write_bookmarks",
]

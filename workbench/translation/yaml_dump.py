"""Writing a record as YAML that is read in a diff: one paragraph a block, only keys that say something."""

from __future__ import annotations

from workbench.translation.record import Draft, Origin, ParagraphRecord, TranslationRecord
from workbench.translation.scalars import quoted, text, word
from workbench.translation.settling import expected_english

HEAD = """\
# Kept by the workbench, one paragraph a block. `en:`, `note:` and `state:` may be written by hand; what stands
# under `draft:` is the machine's. Comments are lost when the workbench next saves the file (use `note:`).
"""
ORIGIN = ("address", "title", "site", "fetched")
"""What is written of where an article came from, in this order."""
REMOVED = "# No longer in the source file; taken up again when they come back.\nremoved:\n"


def dump_paragraph(paragraph: ParagraphRecord) -> str:
    """One paragraph's block, ending in a newline."""
    lines = [f"- de: {text(paragraph.source.shown(), 4)}"]
    if paragraph.target != expected_english(paragraph.state, paragraph.draft):
        lines.append(f"  en: {text(paragraph.target.shown(), 4)}")
    if paragraph.part:
        lines.append(f"  part: {paragraph.part}")
    if paragraph.joints:
        lines.append(f"  joined: [{', '.join(map(str, paragraph.joints))}]")
    lines.append(f"  state: {paragraph.state.value}")
    if paragraph.note:
        lines.append(f"  note: {text(paragraph.note, 4)}")
    if paragraph.overrides:
        lines.append("  overrides:")
    for override in paragraph.overrides:
        lines += [f"  - check: {word(override.check)}", f"    about: {word(override.about)}"]
        if override.reason:
            lines.append(f"    reason: {text(override.reason, 6)}")
    if paragraph.old_german:
        lines.append(f"  old_de: {text(paragraph.old_german, 4)}")
    if paragraph.seen:
        lines.append(f"  seen: {quoted(paragraph.seen)}")
    if paragraph.draft:
        lines += _draft(paragraph.draft)
    return "\n".join(lines) + "\n"


def _draft(draft: Draft) -> list[str]:
    lines = ["  draft:", f"    package: {word(draft.package)}", f"    en: {text(draft.target.shown(), 6)}"]
    if draft.unsure:
        lines.append(f"    unsure: [{', '.join(draft.unsure)}]")
    said = (("terms", draft.terms), ("words", draft.words), ("lost", draft.lost), ("memory", draft.memory))
    for key, items in said:
        if items:
            lines.append(f"    {key}:")
        lines += [f"    - [{', '.join(map(word, item))}]" for item in items]
    return lines


def _origin(origin: Origin) -> str:
    lines = [f"  {name}: {word(value)}\n" for name in ORIGIN if (value := getattr(origin, name))]
    return "".join(["origin:\n", *lines]) if lines else ""


class Dump:
    """Dumps records of one document again and again; a paragraph that has not changed is not written anew."""

    def __init__(self) -> None:
        self._done: list[tuple[ParagraphRecord, bytes]] = []

    def of(self, record: TranslationRecord) -> bytes:
        """The record as the bytes of a YAML file; the same record always gives the same bytes."""
        head = f"{HEAD}source: {word(record.source)}\n"
        if record.form > 1:
            head += f"form: {record.form}\n"
        head += _origin(record.origin)
        blocks = self._blocks(record.paragraphs)
        parts = [(head + "paragraphs:" + ("" if blocks else " []") + "\n").encode(), *blocks]
        if record.removed:
            parts.append(b"\n" + REMOVED.encode())
            parts += [b"\n" + dump_paragraph(paragraph).encode() for paragraph in record.removed]
        return b"".join(parts)

    def _blocks(self, paragraphs: tuple[ParagraphRecord, ...]) -> list[bytes]:
        known = len(self._done)
        done = []
        for index, paragraph in enumerate(paragraphs):
            if index < known and self._done[index][0] is paragraph:
                done.append(self._done[index])
            else:
                done.append((paragraph, b"\n" + dump_paragraph(paragraph).encode()))
        self._done = done
        return [block for _, block in done]


def dump_record(record: TranslationRecord) -> bytes:
    """The record as the bytes of a YAML file (UTF-8)."""
    return Dump().of(record)

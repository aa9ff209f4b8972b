"""The English in the format of its source: the same file with English in the place of its German."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path, PurePath

from workbench.export.delivery import Delivery
from workbench.formats import (
    SOURCE_SUFFIXES,
    Document,
    Markup,
    Paragraph,
    ReadsBack,
    Target,
    bilingual_filter_of,
    filter_of,
    kept_codes,
    nested,
    of_its_kind,
)
from workbench.problem import Problem, WorkbenchError
from workbench.text import Code, Inline, clean_line, pairs
from workbench.translation import State, TranslationRecord, bilingual_target, english_target

_MEND = "nothing was written; hand the document over in another format, and tell the makers of the workbench"
_MEND_CODES = (
    "nothing was written; put the footnotes, links and pictures that the English lacks back (the check `codes` tells "
    "which, Ctrl+R puts them), or hand the document over in another format"
)


def is_native(source: str, to: str) -> bool:
    """Whether a format is that of a source file, which can be written with other words in it. A PDF cannot."""
    suffix = PurePath(source).suffix.lower()
    return suffix in SOURCE_SUFFIXES and to != "pdf" and f".{to}" in filter_of(source).suffixes


def is_bilingual(source: str, to: str) -> bool:
    """Whether a format is exactly that of a source file, and has both languages."""
    return PurePath(source).suffix.lower() == f".{to}" and bilingual_filter_of(source) is not None


def english(delivery: Delivery) -> bytes:
    """The source file with English in it. What is not reviewed is marked; in a bilingual file its state says so.

    What was written is read again, and its segments, words and codes are counted against the record: raises
    WorkbenchError where they differ, so that no sentence is lost on the way unseen.
    """
    record = delivery.record
    document = record.document
    assert document is not None
    where = Path(clean_line(record.source))
    bilingual = bilingual_filter_of(record.source)
    if bilingual is not None:
        target, states, notes = bilingual_target(record, document, delivery.left_out)
        data = bilingual.write(document, target, states, notes, language=delivery.english)
        must_be_beside(data, target, document, where)
        return data
    target = {**english_target(record, document), **_as_given(record, document)}
    data = filter_of(record.source).write(document, target, language=delivery.english)
    must_hold(data, target, document, where)
    return data


def _as_given(record: TranslationRecord, document: Document) -> Target:
    """English that stands in the file already, in a table's other column, and that nobody has touched: as it is."""
    of = zip(document.ids, document.paragraphs, record.paragraphs, strict=True)
    return {
        key: there.given
        for key, there, now in of
        if there.given is not None and now.state is State.TRANSLATED and now.target == there.given
    }


def must_hold(data: bytes, target: Target, document: Document, where: Path) -> None:
    """Raises WorkbenchError where a file that was written has other words or codes than it should have, or in
    another order.

    Codes that no file can have (one that its paragraph has not, half a pair) are not counted.
    """
    if not any(inline.text.strip() for inline in target.values()):
        return
    one = filter_of(where.name)
    read = one.read_back(data, where, document, target) if isinstance(one, ReadsBack) else one.read(data, where)
    kept = [(target[key], there) for key, there in zip(document.ids, document.paragraphs, strict=True) if key in target]
    wanted = [_with_own_codes(inline, paragraph) for inline, paragraph in kept]
    there = [paragraph.source for paragraph in read.paragraphs]
    unseen = sum(_unseen(inline, paragraph.markup) for inline, (_, paragraph) in zip(wanted, kept, strict=True))
    codes, found = _count(wanted), _count(there)
    if not codes - unseen <= found <= codes + _lost_alone(document, target):
        what = f"the English file was to have {codes:,} codes and has {found:,}"
        raise WorkbenchError(Problem(where, what, _MEND_CODES))
    _must_have_words(wanted, there, where)


def _with_own_codes(inline: Inline, paragraph: Paragraph) -> Inline:
    alone = {code.id for code in paragraph.codes if code.kind == "alone"}
    return nested(of_its_kind(inline, alone.__contains__), paragraph.markup)


def _must_have_words(wanted: Sequence[Inline], there: Sequence[Inline], where: Path) -> None:
    lost = _lost(wanted, there, _joined)
    if lost and _lost(wanted, there, _parted):  # in some formats a tab is a code, and parts words as a blank does
        raise WorkbenchError(Problem(where, lost, _MEND))
    if _letters(wanted) != _letters(there):
        what = "the English file has its sentences in another order than the record"
        raise WorkbenchError(Problem(where, what, _MEND))


def _count(texts: Iterable[Inline]) -> int:
    return sum(len(inline.codes) for inline in texts)


def _unseen(inline: Inline, markup: Iterable[Markup]) -> int:
    """How many codes of a text show nothing, so that some formats have none: empty pairs, idle breaks."""
    empty = sum(2 for pair in pairs(inline.codes) if not inline.text[pair.start : pair.end].strip())
    return empty + len(inline.codes) - len(_without_idle_breaks(inline, markup))


def _without_idle_breaks(inline: Inline, markup: Iterable[Markup]) -> list[Code]:
    """The codes of a text but for line breaks and tabs at its ends, and all but one of several in one place."""
    breaks = {one.id for one in markup if one.role == "break"}
    found: list[Code] = []
    places = set()
    for code in inline.codes:
        if code.id not in breaks:
            found.append(code)
        elif code.at not in places and inline.text[: code.at].strip() and inline.text[code.at :].strip():
            places.add(code.at)
            found.append(code)
    return found


def _lost_alone(document: Document, target: Target) -> int:
    """How many notes, pictures and the like the English lacks: some formats keep them at the end of the paragraph."""
    lost = 0
    for key, paragraph in zip(document.ids, document.paragraphs, strict=True):
        there = {code.id for code in target[key].codes} if key in target else set()
        breaks = {one.id for one in paragraph.markup if one.role == "break"}
        alone = {code.id for code in paragraph.codes if code.kind == "alone"}
        lost += len(alone - breaks - there) if key in target else 0
    return lost


def _lost(wanted: Sequence[Inline], there: Sequence[Inline], said: Callable[[Inline], str]) -> str:
    """What the file that was read again has not as it should; empty where nothing is lost. `said`: a text's words."""
    words, others = (_words(texts, said) for texts in (wanted, there))
    if missing := next(iter(words - others), ""):
        return f"the English file has lost the word “{missing[:60]}”"
    if words != others:
        return f"the English file was to have {words.total():,} words and has {others.total():,}"
    return ""


def must_be_beside(data: bytes, target: Target, document: Document, where: Path) -> None:
    """Raises WorkbenchError where a bilingual file has other English beside a paragraph than it should have.

    Codes that no file can have (unknown ones, half a pair) are told by the checks, and are not in it.
    """
    read = filter_of(where.name).read(data, where)
    if read.ids != document.ids:
        raise WorkbenchError(Problem(where, "the English file has other German than the source", _MEND))
    there = dict(zip(read.ids, read.paragraphs, strict=True))
    for number, (key, paragraph) in enumerate(zip(document.ids, document.paragraphs, strict=True)):
        wanted = target.get(key)
        if wanted is None or paragraph.locked or not wanted.text.strip():
            continue
        given = there[key].given or there[key].source  # a draft that says what the German does is taken for none
        if _compared(kept_codes(wanted, paragraph.markup), paragraph) != _compared(given, there[key]):
            what = f"the English file has other words or codes in paragraph {number + 1} than the record"
            raise WorkbenchError(Problem(where, what, _MEND))


def _compared(inline: Inline, of: Paragraph) -> tuple[str, Counter[str]]:
    """Its letters, and how many codes there are of each kind, without breaks that break nothing."""
    counted: Counter[str] = Counter(code.kind for code in _without_idle_breaks(inline, of.markup))
    return "".join(clean_line(inline.text).split()), counted


def _letters(texts: Iterable[Inline]) -> str:
    """All letters and figures in their order."""
    return "".join(filter(str.isalnum, (character for inline in texts for character in clean_line(inline.text))))


def _words(texts: Iterable[Inline], said: Callable[[Inline], str]) -> Counter[str]:
    found = (clean_line(said(inline)).split() for inline in texts)
    return Counter(word for words in found for word in words if _is_word(word))


def _is_word(text: str) -> bool:
    """Whether it is more than a dash or a bullet, which some formats have beside the text."""
    return any(character.isalnum() for character in text)


def _joined(inline: Inline) -> str:
    return inline.text


def _parted(inline: Inline) -> str:
    """The text with a blank where a code stands alone: a tab or a line break parts words as a blank does."""
    parts = (part if isinstance(part, str) else " " * (part.kind == "alone") for part in inline)
    return "".join(parts)

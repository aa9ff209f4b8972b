"""What shows only in a document as a whole: all of it once, and kept up to date paragraph by paragraph."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from itertools import chain

from workbench.checks.compared import OfDocument
from workbench.checks.consistency import Consistency
from workbench.checks.finding import Finding
from workbench.checks.mentions import Mentions
from workbench.checks.name_spelling import NameSpelling
from workbench.checks.overridden import by_gravity, settled
from workbench.checks.relative_dates import RelativeDates
from workbench.checks.spelling import Spelling
from workbench.checks.style import MixedStyle
from workbench.checks.table import check_paragraph
from workbench.glossary import Entry, Glossary
from workbench.text.house_style import NO_STYLE, HouseStyle
from workbench.text.words import Vocabulary
from workbench.translation import ParagraphRecord, TranslationRecord


class WholeDocument:
    """The findings that show only in a document as a whole, kept up to date paragraph by paragraph.

    A change costs what it touches: the paragraph itself and those that have the same German, name or term.
    Begun with some of the paragraphs, or none, it takes the others up with `update`. Not for several threads at once.
    Without a vocabulary nothing is said of how words are spelt.
    """

    def __init__(
        self,
        paragraphs: Sequence[ParagraphRecord],
        glossary: Glossary,
        house: HouseStyle = NO_STYLE,
        vocabulary: Vocabulary | None = None,
    ) -> None:
        self._mentions = Mentions(glossary, house)
        self._spelling = Spelling(glossary, vocabulary, house)
        self._checks: tuple[OfDocument, ...] = (
            self._mentions,
            NameSpelling(glossary),
            RelativeDates(),
            Consistency(),
            MixedStyle(glossary, house),
            self._spelling,
        )
        self._paragraphs: dict[int, ParagraphRecord] = {}
        self._found: dict[int, tuple[Finding, ...]] = {}
        self.update(dict(enumerate(paragraphs)))

    def of(self, index: int) -> tuple[Finding, ...]:
        """What is found in a paragraph (from 0), the gravest first, overridden findings lowered."""
        return self._found.get(index, ())

    @property
    def findings(self) -> Mapping[int, tuple[Finding, ...]]:
        """What is found, by the index of the paragraph where it is told; nothing of a paragraph that has none."""
        return self._found

    @property
    def first_mentions(self) -> Mapping[Entry, int]:
        """For each entry with a `first` form the paragraph of its first mention (see `where_first`)."""
        return self._mentions.first

    def update(self, changed: Mapping[int, ParagraphRecord]) -> frozenset[int]:
        """Take up changed (or new) paragraphs; all paragraphs whose findings are others now, or gone, or new."""
        self._paragraphs.update(changed)
        doubtful = set(changed).union(*[check.put(changed) for check in self._checks])
        return frozenset(index for index in doubtful if self._look_again(index))

    def know(self, vocabulary: Vocabulary | None, words: Collection[str]) -> frozenset[int]:
        """Go by another vocabulary from now on, and look again at the paragraphs that have one of these words.

        The answer is whose findings are others by it. All others are to be given to `update` once more.
        """
        self._spelling.vocabulary = vocabulary
        low = [word.casefold() for word in words]
        paragraphs = self._paragraphs.items() if low else ()
        have = {at: record for at, record in paragraphs if any(word in record.english.casefold() for word in low)}
        return self.update(have)

    def _look_again(self, index: int) -> bool:
        """Find anew what is in a paragraph; whether that is something else than before."""
        record, before = self._paragraphs[index], self.of(index)
        found = settled(chain.from_iterable(check.of(index, record) for check in self._checks), record.overrides)
        if found:
            self._found[index] = found
        else:
            self._found.pop(index, None)
        return found != before


def check_whole(
    record: TranslationRecord, glossary: Glossary, house: HouseStyle = NO_STYLE
) -> dict[int, tuple[Finding, ...]]:
    """What shows only in the whole document, by the index of the paragraph where it is told."""
    return dict(WholeDocument(record.paragraphs, glossary, house).findings)


def check_document(
    record: TranslationRecord,
    glossary: Glossary,
    house: HouseStyle = NO_STYLE,
    vocabulary: Vocabulary | None = None,
) -> tuple[Finding, ...]:
    """What the checks find in a document: paragraph by paragraph, with what shows only in the whole.

    Without a vocabulary nothing is said of how words are spelt.
    """
    whole = WholeDocument(record.paragraphs, glossary, house, vocabulary)
    return tuple(
        finding
        for index, paragraph in enumerate(record.paragraphs)
        for finding in by_gravity((*check_paragraph(index, paragraph, glossary, house), *whole.of(index)))
    )

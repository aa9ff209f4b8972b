"""What holds of every format: written with its own sources it is the same file, and no code gets lost."""

from __future__ import annotations

from abc import ABC, abstractmethod
from dataclasses import replace
from pathlib import Path
from typing import ClassVar

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from workbench.export.native import must_be_beside, must_hold
from workbench.formats import BilingualFilter, Document, Filter, Paragraph, Target
from workbench.text import Code, Inline, clean, clean_line


def with_sources(document: Document) -> dict[str, Inline]:
    return {key: paragraph.source for key, paragraph in zip(document.ids, document.paragraphs, strict=True)}


class FilterContract(ABC):
    """Every filter's tests inherit these."""

    FILTER: ClassVar[Filter]
    NAME: ClassVar[str]
    EXAMPLES: ClassVar[int] = 100

    @staticmethod
    @abstractmethod
    def files() -> st.SearchStrategy[bytes]:
        """Files of the format."""

    def same(self, file: bytes) -> object:
        """What of a file has to be the same: its bytes, its canonical XML, its parsed page."""
        return file

    def as_it_is(self, document: Document) -> dict[str, Inline]:
        """The targets with which a file stays the same: its sources, or in a bilingual one the English it has."""
        return with_sources(document)

    def words(self, document: Document) -> list[Inline]:
        """What stands where targets were put."""
        return [paragraph.source for paragraph in document.paragraphs]

    def read(self, file: bytes) -> Document:
        return self.FILTER.read(file, Path(self.NAME))

    def read_again(self, file: bytes, document: Document, target: Target) -> Document:
        """What was made of a document."""
        return self.read(file)

    def must_hold(self, file: bytes, target: Target, document: Document) -> None:
        """What is looked at before a file is handed over (`workbench.export.native`)."""
        must_hold(file, target, document, Path(self.NAME))

    def test_written_with_its_own_sources_it_is_the_same_file(self) -> None:
        @settings(deadline=None, max_examples=self.EXAMPLES, suppress_health_check=[HealthCheck.too_slow])
        @given(self.files())
        def holds(file: bytes) -> None:
            document = self.read(file)
            if document.paragraphs:
                assert self.same(self.FILTER.write(document, self.as_it_is(document))) == self.same(file)

        holds()

    def test_other_words_are_read_back_with_every_code(self) -> None:
        @settings(deadline=None, max_examples=self.EXAMPLES, suppress_health_check=[HealthCheck.too_slow])
        @given(self.files())
        def holds(file: bytes) -> None:
            document = self.read(file)
            targets = {
                key: Inline(f"Word {source.text} more", moved(source.codes))
                for key, source in with_sources(document).items()
            }
            written = self.FILTER.write(document, targets)
            again = self.read(written)
            assert [shape(inline) for inline in self.words(again)] == [shape(target) for target in targets.values()]

        holds()

    def test_english_with_every_code_once_can_always_be_handed_over(self) -> None:
        @settings(deadline=None, max_examples=min(self.EXAMPLES, 30), suppress_health_check=[HealthCheck.too_slow])
        @given(self.files(), st.data())
        def holds(file: bytes, data: st.DataObject) -> None:
            document = self.read(file)
            pairs = zip(document.ids, document.paragraphs, strict=True)
            target = {key: data.draw(english_with(paragraph)) for key, paragraph in pairs}
            self.must_hold(self.FILTER.write(document, target), target, document)

        holds()

    def test_whatever_the_english_is_the_file_can_be_read_again(self) -> None:
        @settings(deadline=None, max_examples=min(self.EXAMPLES, 30), suppress_health_check=[HealthCheck.too_slow])
        @given(self.files(), st.data())
        def holds(file: bytes, data: st.DataObject) -> None:
            document = self.read(file)
            target = {key: data.draw(CLEAN_TARGETS) for key in document.ids if data.draw(st.booleans())}
            made = self.FILTER.write(document, target)
            if any(map(str.isalnum, "".join(words.text for words in target.values()))):
                self.read_again(made, document, target)

        holds()

    def test_ids_come_from_the_source_alone_and_are_each_used_once(self) -> None:
        @settings(deadline=None, max_examples=self.EXAMPLES, suppress_health_check=[HealthCheck.too_slow])
        @given(self.files())
        def holds(file: bytes) -> None:
            document = self.read(file)
            assert len(set(document.ids)) == len(document.paragraphs)
            assert self.read(file).ids == document.ids

        holds()


@st.composite
def english_with(draw: st.DrawFn, paragraph: Paragraph) -> Inline:
    """An English text with every code once, in the order of the German, between words; breaks between two of them."""
    breaks = any(one.role == "break" for one in paragraph.markup)
    text = draw(st.sampled_from(["Word", "The situation is calm.", "one, two, three"][breaks:]))
    places = [at for at, letter in enumerate(text) if letter == " "]
    places += [] if breaks else [0, len(text)]
    ats = sorted(draw(st.sampled_from(places)) for _ in paragraph.codes)
    codes = (Code(at, code.id, code.kind) for at, code in zip(ats, paragraph.codes, strict=True))
    return Inline(text, tuple(codes))


def moved(codes: tuple[Code, ...]) -> tuple[Code, ...]:
    return tuple(Code(code.at + len("Word "), code.id, code.kind) for code in codes)


def shape(inline: Inline) -> tuple[str, list[str]]:
    return inline.text, sorted(code.kind for code in inline.codes)


class BilingualContract(FilterContract):
    """The same of formats that have both languages: the English stands beside the German, which stays."""

    FILTER: ClassVar[BilingualFilter]
    NOTED: ClassVar[bool] = True

    def as_it_is(self, document: Document) -> dict[str, Inline]:
        pairs = zip(document.ids, document.paragraphs, strict=True)
        return {key: paragraph.given for key, paragraph in pairs if paragraph.given is not None}

    def words(self, document: Document) -> list[Inline]:
        return [paragraph.given or Inline("") for paragraph in document.paragraphs]

    def must_hold(self, file: bytes, target: Target, document: Document) -> None:
        must_be_beside(file, target, document, Path(self.NAME))

    def test_notes_stand_beside_those_of_the_file_and_change_nothing_else(self) -> None:
        @settings(deadline=None, max_examples=self.EXAMPLES, suppress_health_check=[HealthCheck.too_slow])
        @given(self.files())
        def holds(file: bytes) -> None:
            document = self.read(file)
            notes = {key: (f"Is {number} <b> right & “good”?", "-") for number, key in enumerate(document.ids)}
            made = self.FILTER.write(document, {}, None, notes)
            again = self.read(made)
            assert [replace(one, note="") for one in again.paragraphs] == [
                replace(one, note="") for one in document.paragraphs
            ]
            said = {line for paragraph in again.paragraphs for line in paragraph.note.splitlines()}
            if self.NOTED:
                assert {line for lines in notes.values() for line in lines} <= said
            else:
                assert made == file

        holds()

    def test_the_german_stays_and_so_does_what_gets_no_english(self) -> None:
        @settings(deadline=None, max_examples=self.EXAMPLES, suppress_health_check=[HealthCheck.too_slow])
        @given(self.files())
        def holds(file: bytes) -> None:
            document = self.read(file)
            assert self.FILTER.write(document, {}) == file
            every_other = dict(list(with_sources(document).items())[::2])
            other = {key: Inline(f"Word {source.text} more") for key, source in every_other.items()}
            again = self.read(self.FILTER.write(document, other))
            assert again.ids == document.ids
            stays = [p.given for key, p in zip(document.ids, document.paragraphs, strict=True) if key not in other]
            there = [p.given for key, p in zip(again.ids, again.paragraphs, strict=True) if key not in other]
            assert there == stays

        holds()

    def test_targets_that_no_file_can_have_as_they_are_never_damage_it(self) -> None:
        @settings(deadline=None, max_examples=self.EXAMPLES, suppress_health_check=[HealthCheck.too_slow])
        @given(self.files(), TARGETS)
        def holds(file: bytes, target: Inline) -> None:
            document = self.read(file)
            again = self.read(self.FILTER.write(document, dict.fromkeys(document.ids, target)))
            assert again.ids == document.ids
            wanted = clean_line(target.text)
            assert all("".join(words.text.split()) == "".join(wanted.split()) for words in self.words(again))

        holds()


TARGETS = st.builds(
    lambda text, codes: Inline(text, tuple(sorted(codes, key=lambda code: code.at))),
    st.text("ab <>&\"'\\\n\t%é\x07]", max_size=12),
    st.lists(
        st.builds(Code, st.integers(0, 12), st.sampled_from("1239"), st.sampled_from(["open", "close", "alone"])),
        max_size=6,
    ),
)
"""Texts with codes that are unknown, crossed, doubled, half a pair or beyond the end."""

CLEAN_TARGETS = TARGETS.map(lambda target: Inline(clean(target.text), target.codes))
"""Of such texts those that records can have: all that comes from outside is cleaned."""

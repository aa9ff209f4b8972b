"""What holds of every format: written with its own sources it is the same file, and no code gets lost."""

from __future__ import annotations

from abc import ABC, abstractmethod
from pathlib import Path
from typing import ClassVar

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from workbench.formats import Document, Filter
from workbench.text import Code, Inline


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

    def read(self, file: bytes) -> Document:
        return self.FILTER.read(file, Path(self.NAME))

    def test_written_with_its_own_sources_it_is_the_same_file(self) -> None:
        @settings(deadline=None, max_examples=self.EXAMPLES, suppress_health_check=[HealthCheck.too_slow])
        @given(self.files())
        def holds(file: bytes) -> None:
            document = self.read(file)
            if document.paragraphs:
                assert self.same(self.FILTER.write(document, with_sources(document))) == self.same(file)

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
            assert [shape(p.source) for p in again.paragraphs] == [shape(target) for target in targets.values()]

        holds()

    def test_ids_come_from_the_source_alone_and_are_each_used_once(self) -> None:
        @settings(deadline=None, max_examples=self.EXAMPLES, suppress_health_check=[HealthCheck.too_slow])
        @given(self.files())
        def holds(file: bytes) -> None:
            document = self.read(file)
            assert len(set(document.ids)) == len(document.paragraphs)
            assert self.read(file).ids == document.ids

        holds()


def moved(codes: tuple[Code, ...]) -> tuple[Code, ...]:
    return tuple(Code(code.at + len("Word "), code.id, code.kind) for code in codes)


def shape(inline: Inline) -> tuple[str, list[str]]:
    return inline.text, sorted(code.kind for code in inline.codes)

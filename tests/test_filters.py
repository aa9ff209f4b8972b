"""What holds of every format: written with its own sources it is the same file, and no code gets lost."""

from __future__ import annotations

from abc import ABC, abstractmethod
from pathlib import Path
from typing import ClassVar

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from workbench.formats import Document, Filter
from workbench.formats.markdown import MarkdownFilter
from workbench.formats.plain import PlainFilter
from workbench.text import Code, Inline, clean


def with_sources(document: Document) -> dict[str, Inline]:
    return {key: paragraph.source for key, paragraph in zip(document.ids, document.paragraphs, strict=True)}


class FilterContract(ABC):
    """Every filter's tests inherit these."""

    FILTER: ClassVar[Filter]
    NAME: ClassVar[str]

    @staticmethod
    @abstractmethod
    def files() -> st.SearchStrategy[str]:
        """Files of the format."""

    def read(self, file: str) -> Document:
        return self.FILTER.read(file.encode(), Path(self.NAME))

    def test_written_with_its_own_sources_it_is_the_same_file(self) -> None:
        @settings(deadline=None)
        @given(self.files())
        def holds(file: str) -> None:
            document = self.read(file)
            if document.paragraphs:
                assert self.FILTER.write(document, with_sources(document)) == clean(file)

        holds()

    def test_other_words_are_read_back_with_every_code(self) -> None:
        @settings(deadline=None)
        @given(self.files(), st.data())
        def holds(file: str, data: st.DataObject) -> None:
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
        @settings(deadline=None)
        @given(self.files())
        def holds(file: str) -> None:
            document = self.read(file)
            assert len(set(document.ids)) == len(document.paragraphs)
            assert self.read(file).ids == document.ids

        holds()


def moved(codes: tuple[Code, ...]) -> tuple[Code, ...]:
    return tuple(Code(code.at + len("Word "), code.id, code.kind) for code in codes)


def shape(inline: Inline) -> tuple[str, list[str]]:
    return inline.text, sorted(code.kind for code in inline.codes)


PROSE = st.lists(
    st.sampled_from(["Die Lage", "ist", "ruhig.", "5 * 3", "snake_case", "1. Mai", "[sic]", "a & b"]), min_size=1
).map(" ".join)


class TestPlain(FilterContract):
    FILTER = PlainFilter()
    NAME = "a.txt"

    @staticmethod
    def files() -> st.SearchStrategy[str]:
        return st.lists(PROSE, min_size=1, max_size=5).map(lambda lines: "\n\n".join(lines) + "\n")


MARKED = st.one_of(
    PROSE,
    st.sampled_from(
        [
            "Das **neue** Gesetz", 'die *Lage* in [Minsk](http://a.example "Titel")', "![Bild](a.jpg) davon",
            "und **fett *und kursiv***", "~~weg~~", "Punkt[^1]", "<b>fett</b> und <br> mehr", "\\*so\\* &amp; aus",
            "mit `code` davor",
            "[Verweis][ref] hier", "<http://a.example/b_c>", "Wort**teil**e", "a<sub>2</sub>", "[x](javascript:y) da",
        ]
    ),
)  # fmt: skip
BLOCKS = st.one_of(
    MARKED,
    MARKED.map(lambda text: f"# {text}"),
    MARKED.map(lambda text: f"- {text}\n- {text}"),
    MARKED.map(lambda text: f"> {text}"),
    MARKED.map(lambda text: f"1. {text}\n\n   {text}"),
    MARKED.map(lambda text: f"| {text} | b |\n|---|---|\n| c | {text} |"),
    MARKED.map(lambda text: f"<div>\n<p>{text.replace('*', '')}</p>\n</div>"),
    st.just("***"), st.just("```\ncode\n```"), st.just("[ref]: http://b.example"),
)  # fmt: skip


class TestMarkdown(FilterContract):
    FILTER = MarkdownFilter()
    NAME = "a.md"

    @staticmethod
    def files() -> st.SearchStrategy[str]:
        return st.lists(BLOCKS, min_size=1, max_size=5).map(lambda blocks: "\n\n".join(blocks) + "\n")


@pytest.mark.parametrize(
    "file",
    [
        '---\ntitle: "Die „Lage“"\n---\n\nText\n',
        "Zeile mit Ende  \nnoch eine\\\nund **noch  \neine**\n",
        "Setext\n======\n\n- a\n\n  b\n- c\n",
        "[^1]: Die Quelle\n\nText[^1]\n",
        "Mit `code\nüber zwei` Zeilen und [Verweis](http://a.example\n'Titel') dazu  \nund mehr\n",
        "Ein <b\nclass='x'>fettes</b> Wort\n",
    ],
)
def test_markdown_that_is_not_changed_stays_as_it_is_to_the_letter(file: str) -> None:
    document = MarkdownFilter().read(file.encode(), Path("a.md"))
    assert MarkdownFilter().write(document, with_sources(document)) == file


def test_a_gender_star_is_a_letter_and_no_italics() -> None:
    document = MarkdownFilter().read("Für Bürger*innen und *jede* Soldat*in.\n".encode(), Path("a.md"))
    assert document.paragraphs[0].source.shown() == "Für Bürger*innen und ⟨1⟩jede⟨/1⟩ Soldat*in."


def test_german_that_stays_is_told_with_its_line() -> None:
    file = "Text.\n\n```\nDie Lage an der Grenze ist nicht mehr ruhig.\n```\n\n```\nfor wort in liste:\n```\n"
    told = [str(remark) for remark in MarkdownFilter().read(file.encode(), Path("a.md")).remarks]
    assert told == [
        "a.md:3: a block of code stays in German – translate it in the English file by hand, if it is for readers"
    ]
    fields = "---\ntitle: Lage\nautor_zeile: Von unserer Korrespondentin in Minsk\ntags: [a]\n---\n\nText.\n"
    assert [remark.line for remark in MarkdownFilter().read(fields.encode(), Path("a.md")).remarks] == [3]

"""Plain text and Markdown keep to what holds of every format (`filter_contract`), and to what is theirs."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import strategies as st

from tests.filter_contract import FilterContract, with_sources
from workbench.formats.markdown import MarkdownFilter
from workbench.formats.plain import PlainFilter
from workbench.text import clean

PROSE = st.lists(
    st.sampled_from(["Die Lage", "ist", "ruhig.", "5 * 3", "snake_case", "1. Mai", "[sic]", "a & b"]), min_size=1
).map(" ".join)


class TestPlain(FilterContract):
    FILTER = PlainFilter()
    NAME = "a.txt"

    @staticmethod
    def files() -> st.SearchStrategy[bytes]:
        return st.lists(PROSE, min_size=1, max_size=5).map(lambda lines: ("\n\n".join(lines) + "\n").encode())

    def same(self, file: bytes) -> object:
        return clean(file.decode())


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
    def files() -> st.SearchStrategy[bytes]:
        return st.lists(BLOCKS, min_size=1, max_size=5).map(lambda blocks: ("\n\n".join(blocks) + "\n").encode())

    def same(self, file: bytes) -> object:
        return clean(file.decode())


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
    assert MarkdownFilter().write(document, with_sources(document)) == file.encode()


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

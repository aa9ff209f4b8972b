"""Plain text and Markdown keep to what holds of every format (`filter_contract`), and to what is theirs."""

from __future__ import annotations

from itertools import product
from pathlib import Path

import pytest
from hypothesis import strategies as st

from tests.filter_contract import FilterContract, with_sources
from workbench.formats.left import is_german_prose
from workbench.formats.markdown import MarkdownFilter
from workbench.formats.plain import PlainFilter
from workbench.text import Inline

PROSE = st.lists(
    st.sampled_from(["Die Lage", "ist", "ruhig.", "5 * 3", "snake_case", "1. Mai", "[sic]", "a & b"]), min_size=1
).map(" ".join)


ENCODINGS = st.sampled_from(["utf-8", "utf-8-sig", "utf-16", "cp1252"])
LINE_ENDS = st.sampled_from(["\n", "\r\n", "\r"])


def saved(text: str, encoding: str, line_end: str) -> bytes:
    return f"{text} Größe für später\n".replace("\n", line_end).encode(encoding)


class TestPlain(FilterContract):
    FILTER = PlainFilter()
    NAME = "a.txt"

    @staticmethod
    def files() -> st.SearchStrategy[bytes]:
        return st.builds(saved, st.lists(PROSE, min_size=1, max_size=5).map("\n\n".join), ENCODINGS, LINE_ENDS)


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
        return st.builds(saved, st.lists(BLOCKS, min_size=1, max_size=5).map("\n\n".join), ENCODINGS, LINE_ENDS)


@pytest.mark.feature("plain text and Markdown")
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


@pytest.mark.feature("plain text and Markdown")
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252", "mac_roman"])
@pytest.mark.parametrize(("one", "name"), [(PlainFilter(), "a.txt"), (MarkdownFilter(), "a.md")])
def test_the_english_has_the_encoding_and_the_line_ends_of_its_source(
    one: PlainFilter | MarkdownFilter, name: str, encoding: str
) -> None:
    file = "Größe\r\n\r\nfür später, außer Österreich\r\n".encode(encoding)
    document = one.read(file, Path(name))
    first, second = document.ids
    assert one.write(document, {first: Inline("Café"), second: Inline("for later")}) == (
        "Café\r\n\r\nfor later\r\n".encode(encoding)
    )
    others = one.write(document, {first: Inline("Łódź")})
    assert others.decode({"utf-16": "utf-16"}.get(encoding, "utf-8-sig")) == "Łódź\r\n"


@pytest.mark.parametrize(
    "file",
    ["X\n\nA\\\nB\\\nC\n\nY\n", "- X\n- A\\\n  B\n- C\n", "> A\\\n> B\n>\n> C\n", "A\\\nB\n\n***\n\nC\n"],
)
def test_the_end_of_a_line_goes_with_the_line_that_is_left_out(file: str) -> None:
    document = MarkdownFilter().read(file.encode(), Path("a.md"))
    for kept in product([False, True], repeat=len(document.ids)):
        target = {key: one for (key, one), stays in zip(with_sources(document).items(), kept, strict=True) if stays}
        written = MarkdownFilter().write(document, target)
        assert [one.text for one in MarkdownFilter().read(written, Path("a.md")).paragraphs] == [
            one.text for one in target.values()
        ]


def test_titles_and_what_is_read_out_in_place_of_pictures_are_told_where_they_stay_german() -> None:
    file = (
        'Ein [Link](http://a.example "Der Titel") und ![Bild](a.jpg (Die Brücke)).\n\n'
        "Ein <img src=a.jpg alt='Die Brücke'> Bild.\n\n<div>\n<img alt=\"Der See\">\n</div>\n\n[x](y 'English')\n"
    )
    told = [(remark.line, remark.what) for remark in MarkdownFilter().read(file.encode(), Path("a.md")).remarks]
    assert told == [
        (1, "the title of a link stays in German"),
        (1, "the title of an image stays in German"),
        (3, "`alt` in a tag stays in German"),
        (5, "`alt` in a tag stays in German"),
    ]


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


def test_a_thousand_empty_lines_are_looked_at_at_once() -> None:
    """A pattern that goes over line breaks takes them anew at each: minutes, for these."""
    assert is_german_prose("Die Lage an der Grenze ist ruhig." + "\n" * 200_000)
    assert not is_german_prose("\n" * 200_000 + "\n    for wort in liste: drucke(wort)")

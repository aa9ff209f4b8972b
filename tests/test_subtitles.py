"""Subtitles: only the words change; numbers, times, tags and everything else stays as it is to the byte."""

from __future__ import annotations

import codecs
from pathlib import Path

import pysubs2
import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.exported import exported
from tests.filter_contract import FilterContract, with_sources
from workbench.formats import Document
from workbench.formats.subtitles import SubtitleFilter
from workbench.formats.subtitles.lines import LONGEST, in_lines
from workbench.problem import WorkbenchError
from workbench.project import Project, make_project
from workbench.text import Code, Inline

FILTER = SubtitleFilter()
SRT = """\
1
00:00:01,000 --> 00:00:03,500
Die Lage in <i>Minsk</i>
bleibt ruhig.

2
00:00:03,600 --> 00:00:06,000 X1:100 X2:200
{\\an8}- Wo ist der Minister?
- <b>In Kiew</b>, glaube ich.

3
00:00:06,100 --> 00:00:07,000
♪♪♪
"""
VTT = """\
WEBVTT Die Lage
Kind: captions
Language: de-DE

NOTE
Das hier liest niemand.

STYLE
::cue(.rot) { color: red }

REGION
id:unten

gipfel
00:01.000 --> 00:03.000 region:unten align:left
<v Alexander>Das <c.rot>Gesetz</c> &amp; die Lage</v>

00:00:03.000 --> 00:00:04.000
<00:00:03.500>Es ist ruhig.
"""


def read(text: str, name: str = "a.srt") -> Document:
    return FILTER.read(text.encode(), Path(name))


def write(text: str, targets: dict[int, Inline | None], name: str = "a.srt") -> str:
    document = read(text, name)
    target = with_sources(document)
    for number, words in targets.items():
        if words is None:
            del target[document.ids[number]]
        else:
            target[document.ids[number]] = words
    return FILTER.write(document, target).decode()


WORDS = st.lists(
    st.sampled_from(
        ["Die Lage", "ist", "ruhig.", "<i>sehr</i>", "<b>laut", "{\\an8}", "5 & 6", "<3", "Luft- und", "…"]
    ),
    min_size=1,
    max_size=9,
).map(lambda words: "Also " + " ".join(words))
CUE = st.one_of(
    WORDS,
    st.tuples(WORDS, WORDS).map("\n".join),
    st.tuples(WORDS, WORDS).map(lambda lines: f"- {lines[0]}\n- {lines[1]}"),
)
ENDS = st.sampled_from(["\n", "\r\n"])


def srt(cues: list[str], end: str, mark: bool) -> bytes:
    text = "\n\n".join(f"{n}\n00:00:{n:02},000 --> 00:00:{n:02},900\n{cue}" for n, cue in enumerate(cues, 1)) + "\n"
    return codecs.BOM_UTF8 * mark + text.replace("\n", end).encode()


def vtt(cues: list[str], end: str, mark: bool) -> bytes:
    cues = [cue.replace("& ", "&amp; ").replace("<3", "&lt;3").replace("<b>", "<b.x>") for cue in cues]
    head = "WEBVTT\n\nNOTE nur hier\n\n"
    text = head + "\n\n".join(f"00:{n:02}.000 --> 00:{n:02}.900 line:0\n{cue}" for n, cue in enumerate(cues)) + "\n"
    return codecs.BOM_UTF8 * mark + text.replace("\n", end).encode()


class TestSubRip(FilterContract):
    FILTER = FILTER
    NAME = "a.srt"

    @staticmethod
    def files() -> st.SearchStrategy[bytes]:
        return st.builds(srt, st.lists(CUE, min_size=1, max_size=5), ENDS, st.booleans())


class TestWebVtt(FilterContract):
    FILTER = FILTER
    NAME = "a.vtt"

    @staticmethod
    def files() -> st.SearchStrategy[bytes]:
        return st.builds(vtt, st.lists(CUE, min_size=1, max_size=5), ENDS, st.booleans())


ODD = st.builds(
    lambda text, codes: Inline(text, tuple(sorted(codes, key=lambda code: code.at))),
    st.text("abc <>&-–>1\n\t", max_size=120),
    st.lists(
        st.builds(Code, st.integers(0, 12), st.sampled_from("1239"), st.sampled_from(["open", "close", "alone"])),
        max_size=5,
    ),
)
"""Texts with codes that are unknown, crossed, doubled, half a pair or beyond the end."""


def test_a_cue_is_a_paragraph_on_one_line_and_so_is_each_who_speaks_in_it() -> None:
    assert [p.source.shown() for p in read(SRT).paragraphs] == [
        "Die Lage in ⟨1⟩Minsk⟨/1⟩ bleibt ruhig.",
        "⟨1/⟩Wo ist der Minister?",
        "⟨1⟩In Kiew⟨/1⟩, glaube ich.",
    ]
    assert [p.place for p in read(SRT).paragraphs][1] == "00:00:03,600 --> 00:00:06,000"
    assert all(paragraph.fixed for paragraph in read(SRT).paragraphs)
    seconds = [paragraph.seconds for paragraph in read(SRT).paragraphs]
    assert seconds[0] == 2.5
    assert sum(seconds[1:]) == pytest.approx(2.4)


def test_webvtt_keeps_its_notes_styles_names_and_settings() -> None:
    assert [p.source.shown() for p in read(VTT, "a.vtt").paragraphs] == [
        "⟨1⟩Das ⟨2⟩Gesetz⟨/2⟩ & die Lage⟨/1⟩",
        "⟨1/⟩Es ist ruhig.",
    ]
    words = Inline("The law & <order>", (Code(0, "1", "open"), Code(4, "2", "open"), Code(7, "2", "close")))
    made = write(VTT, {0: words}, "a.vtt")
    assert made == VTT.replace("de-DE", "en-GB").replace(
        "<v Alexander>Das <c.rot>Gesetz</c> &amp; die Lage</v>",
        "<v Alexander>The <c.rot>law</c> &amp; &lt;order&gt;",
    )


def test_other_words_are_broken_into_lines_and_the_times_stay() -> None:
    made = write(SRT, {0: Inline("The situation in Minsk, the capital of Belarus, remains calm.")})
    assert "The situation in Minsk,\nthe capital of Belarus, remains calm.\n\n2\n" in made
    before, after = pysubs2.SSAFile.from_string(SRT), pysubs2.SSAFile.from_string(made)
    assert [(cue.start, cue.end) for cue in before] == [(cue.start, cue.end) for cue in after]


def test_the_dashes_of_a_dialogue_stay_whether_the_english_has_them_or_not() -> None:
    first, second = Inline("Where is he?", (Code(0, "1", "alone"),)), Inline("– In Kyiv.", (Code(2, "1", "open"),))
    assert "{\\an8}- Where is he?\n- <b>In Kyiv.\n" in write(SRT, {1: first, 2: second})
    assert "- Where is he?\n- In Kyiv.\n" in write(SRT, {1: Inline("Where is he?"), 2: Inline("In Kyiv.")})
    open_ones = {n: Inline(f"[not reviewed] {words}") for n, words in ((1, "Where is he?"), (2, "In Kyiv."))}
    assert [p.text for p in read(write(SRT, {**open_ones})).paragraphs][1:] == [one.text for one in open_ones.values()]


@pytest.mark.feature("subtitles")
def test_the_english_is_handed_over_in_the_format_of_the_source(tmp_path: Path) -> None:
    root = make_project(tmp_path / "project").root
    (root / "sources" / "film.srt").write_text(SRT, encoding="utf-8")
    with Project.open(root) as project:
        translation = project.open_document("film.srt")
        minsk = Inline("The situation in Minsk is calm.", (Code(17, "1", "open"), Code(22, "1", "close")))
        for index, words in enumerate((minsk, Inline("Where is he?"), Inline("– In Kyiv, I think."))):
            translation.edit(index, words)
            translation.accept(index)
        made = exported(project, translation, "srt", "english").read_text(encoding="utf-8")
    assert "The situation in <i>Minsk</i> is calm." in made
    assert "- Where is he?\n- In Kyiv, I think.\n\n3\n" in made


def test_what_is_left_out_goes_with_its_number_or_with_its_line() -> None:
    assert write(SRT, {0: None}) == SRT[SRT.index("2\n00:") :]
    assert "{\\an8}- Wo ist der Minister?\n\n3\n" in write(SRT, {2: None})
    assert "X2:200\n- <b>In Kiew</b>, glaube ich.\n\n3\n" in write(SRT, {1: None})
    assert write(SRT, {0: None, 1: None, 2: None}) == SRT[SRT.index("3\n00:") :]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
def test_the_encoding_stays_while_it_has_the_letters(encoding: str) -> None:
    data = SRT.replace("♪♪♪", "Größer, „lauter“.").encode(encoding)
    document = FILTER.read(data, Path("a.srt"))
    assert FILTER.write(document, with_sources(document)) == data
    target = {**with_sources(document), document.ids[0]: Inline("Calm – “quiet”.")}
    assert "Calm – “quiet”.".encode(encoding.replace("-16", "-16-le").replace("-sig", "")) in FILTER.write(
        document, target
    )
    target[document.ids[0]] = Inline("Calm in Čapek’s house.")
    assert "Čapek’s" in FILTER.read(FILTER.write(document, target), Path("a.srt")).paragraphs[0].text


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("Die Lage ist ruhig.\n", "no subtitles with times"),
        (
            "[Script Info]\n\n[V4+ Styles]\n\n[Events]\nDialogue: 0,0:00:01.00,0:00:02.00,A,,0,0,0,,Ja",
            "looks like ass",
        ),
        ("{0}{25}Die Lage ist ruhig.\n", "looks like microdvd"),
        ("", "no subtitles"),
    ],
)
def test_what_is_no_subtitle_file_is_told(text: str, message: str) -> None:
    with pytest.raises(WorkbenchError, match=message):
        read(text)


def test_files_that_break_the_rules_are_read_all_the_same() -> None:
    first = "00:01.5 --> 00:02.5\nOhne Nummer\n\nund mit Lücke\n"
    text = first + "7\n1:00:03,000 --> 1:00:04,000\nOhne Leerzeile\n\n\n\n8\n00:00:05,"
    document = read(text)
    assert [p.text for p in document.paragraphs] == ["Ohne Nummer und mit Lücke", "Ohne Leerzeile 8 00:00:05,"]
    assert FILTER.write(document, with_sources(document)).decode() == text


def test_a_target_with_blank_lines_unknown_codes_or_an_arrow_does_no_harm() -> None:
    odd = Inline("One\n\n\nTwo --> three\n", (Code(0, "9", "alone"), Code(3, "1", "close"), Code(9, "1", "open")))
    made = write(SRT, {0: odd})
    assert "One</i>\nTwo --> <i>three\n\n2\n" in made or "One</i>\nTwo" in made
    assert len(read(made).paragraphs) == 3
    assert "One\nTwo --&gt; three" in write(VTT, {1: Inline("One\n\nTwo --> three")}, "a.vtt")


@given(st.lists(ODD, min_size=3, max_size=3), st.sampled_from([(SRT, "a.srt"), (VTT, "a.vtt")]))
def test_no_target_breaks_the_file(targets: list[Inline], file: tuple[str, str]) -> None:
    text, name = file
    document = read(text, name)
    made = FILTER.write(document, dict(zip(document.ids, targets, strict=False))).decode()
    times = [line for line in text.splitlines() if "-->" in line]
    kept = [line for line in made.splitlines() if line in times]
    assert kept == times
    before, after = pysubs2.SSAFile.from_string(text), pysubs2.SSAFile.from_string(made)
    assert [(cue.start, cue.end) for cue in before] == [(cue.start, cue.end) for cue in after]


@given(st.text(st.sampled_from("ab c,.-–\n"), max_size=200))
def test_lines_are_short_where_they_can_be_and_no_word_is_lost(text: str) -> None:
    made = in_lines(Inline(text)).text
    assert made.split() == text.split()
    assert "\n\n" not in made
    for line in made.split("\n"):
        breakable = [at for at in range(1, len(line) - 1) if line[at] == " " and line[at - 1] in "abc,."]
        assert len(line) <= LONGEST or not any(line[at + 1] in "abc,." for at in breakable)


@pytest.mark.parametrize("line", ["00:00:xx,000 --> 00:00:04,000", "00:00:03,000 -> 00:00:04,000", "a --> 00:04,000"])
def test_a_time_that_is_broken_is_told_with_its_line_and_never_taken_for_words(line: str) -> None:
    file = f"1\n00:00:01,000 --> 00:00:02,000\nHallo\n\n2\n{line}\nWelt\n".encode()
    with pytest.raises(WorkbenchError, match=r"a\.srt:6: “.*” is not the time of a subtitle"):
        SubtitleFilter().read(file, Path("a.srt"))


def test_a_time_in_whole_seconds_is_one_and_an_arrow_in_a_sentence_is_none() -> None:
    file = b"1\n00:00:01 --> 00:00:03\nUm 10:30 -> los --> 3\n"
    (one,) = SubtitleFilter().read(file, Path("a.srt")).paragraphs
    assert (one.text, one.seconds) == ("Um 10:30 -> los --> 3", 2.0)

"""Reading and writing subtitles. A sentence that goes on over several cues stays cue by cue."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from workbench.formats.decoding import decode
from workbench.formats.document import Document, Paragraph
from workbench.formats.encoded import encoded_like
from workbench.formats.filter import Target
from workbench.formats.languages import BRITISH, English
from workbench.formats.markup import written
from workbench.formats.subtitles.cues import Cue, broken_time, cues_in, is_webvtt, seconds_in
from workbench.formats.subtitles.lines import in_lines
from workbench.formats.subtitles.tags import read_words, with_dash, without_dash
from workbench.formats.text_file import MOST_BYTES
from workbench.problem import Problem, WorkbenchError
from workbench.text.clean import clean_line
from workbench.text.inline import Inline

_FIXED = "a subtitle has its own time"
_SIGNS = {"&": "&amp;", "<": "&lt;", ">": "&gt;"}
_BREAK = re.compile(r"\r\n|\n|\r")
_LANGUAGE = re.compile(r"^(Language:[ \t]*)de\b[\w-]*", re.MULTILINE)
_MOST_CUES = 20_000


class SubtitleFilter:
    """Reads and writes SubRip and WebVTT."""

    suffixes = (".srt", ".vtt")
    largest = MOST_BYTES

    def read(self, data: bytes, where: Path) -> Document:
        """The document in a file's bytes: a paragraph for each cue, or for each who speaks in it.

        Raises WorkbenchError for what is no text, has no cue, or a line that is meant for a time and is none.
        """
        decoded = decode(data, where)
        text = decoded.text
        cues = cues_in(text)
        if broken := broken_time(text):
            what = f"“{clean_line(broken[1])[:60]}” is not the time of a subtitle"
            raise WorkbenchError(Problem(where, what, "write it as 00:01:02,500 --> 00:01:04,000", broken[0]))
        if not cues:
            raise WorkbenchError(_no_cues(text, where))
        if len(cues) > _MOST_CUES:
            what = f"has {len(cues):,} subtitles; at most {_MOST_CUES:,}"
            raise WorkbenchError(Problem(where, what, "split it into several files"))
        webvtt = is_webvtt(text)
        paragraphs: list[Paragraph] = []
        for cue in cues:
            for one in _said(text, cue, webvtt):
                paragraphs.append(replace(one, before="\n\n" if paragraphs else ""))
        remarks = (decoded.remark,) if decoded.remark else ()
        return Document(where.name, tuple(paragraphs), remarks=remarks, original=data)

    def write(self, document: Document, target: Target, *, language: English = BRITISH) -> bytes:
        """The file with other words in its cues, broken into lines; a cue whose words are left out goes."""
        where = Path(document.name)
        if not document.original:
            raise WorkbenchError(Problem(where, "the source file is not at hand", "put it back into sources/"))
        text = decode(document.original, where).text
        content = "".join(_parts(text, document, target))
        if is_webvtt(text):
            head = content.partition("-->")[0]
            content = _LANGUAGE.sub(rf"\1{language}", head) + content[len(head) :]
        return encoded_like(content, document.original, text)


def _said(text: str, cue: Cue, webvtt: bool) -> Iterator[Paragraph]:
    """A paragraph for each who speaks in a cue; the time it stands is shared by the letters of each."""
    seconds, letters = seconds_in(cue.time), sum(part.end - part.start for part in cue.parts)
    for part in cue.parts:
        words, markup = read_words(text[part.start : part.end], webvtt=webvtt)
        _, source, _ = without_dash(words)
        share = round(seconds * (part.end - part.start) / letters, 3)
        yield Paragraph(source.text, "", "body", source.codes, markup, place=cue.time, fixed=_FIXED, seconds=share)


def _parts(text: str, document: Document, target: Target) -> Iterator[str]:
    """The file's text, stretch by stretch, as it was or with other words."""
    known = iter(zip(document.ids, document.paragraphs, strict=True))
    webvtt, done = is_webvtt(text), 0
    for cue in cues_in(text):
        yield text[done : cue.whole.start]
        words = [(key, paragraph, part) for part, (key, paragraph) in zip(cue.parts, known, strict=False)]
        made = [
            _words(text[part.start : part.end], text, paragraph, target[key], webvtt) if key in target else None
            for key, paragraph, part in words
        ]
        if any(one is not None for one in made):
            yield _cue(text, cue, made)
        done = cue.whole.end
    yield text[done:]


def _cue(text: str, cue: Cue, made: list[str | None]) -> str:
    """A cue with other words; the line of a speaker who has none goes."""
    whole = text[cue.whole.start : cue.parts[0].start]
    ends = [*(part.start for part in cue.parts[1:]), cue.whole.end]
    for part, words, end in zip(cue.parts, made, ends, strict=True):
        between = text[part.end : end]
        if words is not None:
            whole += words + between
        elif end == cue.whole.end:
            whole = whole.rstrip("\r\n") + between
    return whole


def _words(native: str, text: str, paragraph: Paragraph, words: Inline, webvtt: bool) -> str:
    if words == paragraph.source:
        return native
    dash, _, before = without_dash(read_words(native, webvtt=webvtt)[0])
    breaks = _BREAK.search(text)
    words = _possible(words, paragraph)
    made = written(in_lines(with_dash(dash, words, before)), paragraph.markup, _SIGNS if webvtt else None)
    return made.replace("\n", breaks[0] if breaks else "\n")


def _possible(words: Inline, paragraph: Paragraph) -> Inline:
    """The words with those of their codes that the German has, each once."""
    free = {(code.id, code.kind) for code in paragraph.codes}
    codes = []
    for code in words.codes:
        if (code.id, code.kind) in free:
            free.remove((code.id, code.kind))
            codes.append(code)
    return Inline(words.text, tuple(codes))


def _no_cues(text: str, where: Path) -> Problem:
    """What is wrong with a file that has no cue: it may be of another format."""
    from pysubs2.exceptions import Pysubs2Error
    from pysubs2.formats import autodetect_format

    try:
        kind = autodetect_format(text[:100_000])
    except Pysubs2Error:
        kind = ""
    other = f": it looks like {kind}" if kind and kind not in ("srt", "vtt") else ""
    return Problem(where, f"has no subtitles with times{other}", "export it as SubRip (.srt) or WebVTT (.vtt)")

"""The record file: how it reads in a diff, that every text survives it, how a mistake in it is told."""

from __future__ import annotations

import difflib
from dataclasses import replace
from pathlib import Path

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from workbench.problem import WorkbenchError
from workbench.text import Code, Inline, clean
from workbench.translation import (
    Draft,
    Override,
    ParagraphRecord,
    State,
    TranslationRecord,
    dump_record,
    read_record,
)
from workbench.translation.yaml_dump import Dump
from workbench.translation.yaml_file import cleaned, parse_record

RECORD = TranslationRecord(
    "grenze.txt",
    (
        ParagraphRecord("Ruhe an der Grenze", "Calm at the border", State.REVIEWED),
        ParagraphRecord("Foto: Archiv", state=State.SKIPPED),
        ParagraphRecord(
            "Die ODKB schwieg.",
            "The CSTO said nothing.",
            State.REVIEWED,
            Draft("The CSTO was silent.", "translate-de_en-1_9", (("ODKB", "CSTO", "marker"),)),
            note="Ask the author: which day?",
            overrides=(Override("term-missing", "1/6", "a quotation"),),
        ),
        ParagraphRecord(
            "Danach: nichts.",
            "After that: nothing.",
            State.DRAFT,
            Draft("After that: nothing.", "p"),
        ),
        ParagraphRecord("Noch neu."),
    ),
)

YAML = """\
source: grenze.txt
form: 2
paragraphs:

- de: |-
    Ruhe an der Grenze
  en: |-
    Calm at the border
  state: reviewed

- de: |-
    Foto: Archiv
  state: skipped

- de: |-
    Die ODKB schwieg.
  en: |-
    The CSTO said nothing.
  state: reviewed
  note: |-
    Ask the author: which day?
  overrides:
  - check: term-missing
    about: "1/6"
    reason: |-
      a quotation
  draft:
    package: translate-de_en-1_9
    en: |-
      The CSTO was silent.
    terms:
    - [ODKB, CSTO, marker]

- de: |-
    Danach: nichts.
  state: draft
  draft:
    package: p
    en: |-
      After that: nothing.

- de: |-
    Noch neu.
  state: new
"""


def test_a_record_reads_like_this() -> None:
    lines = dump_record(RECORD).decode().splitlines(keepends=True)
    assert "".join(line for line in lines if not line.startswith("#")) == YAML


@pytest.mark.feature("work that is read in a diff")
def test_one_accepted_paragraph_is_a_diff_of_its_own_lines_only() -> None:
    paragraphs = list(RECORD.paragraphs)
    paragraphs[3] = replace(paragraphs[3], english="Then nothing.", state=State.REVIEWED)
    before, after = (dump_record(r).decode().splitlines() for r in (RECORD, replace(RECORD, paragraphs=(*paragraphs,))))
    changed = [
        line for line in difflib.unified_diff(before, after, n=0) if line[0] in "+-" and line[:3] not in ("+++", "---")
    ]
    assert changed == ["-  state: draft", "+  en: |-", "+    Then nothing.", "+  state: reviewed"]


def test_a_long_text_stays_on_its_line() -> None:
    text = "Sehr langer Satz, " * 300 + "Ende."
    assert f"    {text}\n" in dump_record(TranslationRecord("a.txt", (ParagraphRecord(text),))).decode()


def test_dumping_again_after_a_change_gives_what_a_fresh_dump_gives() -> None:
    dump = Dump()
    dump.of(RECORD)
    shorter = replace(RECORD, paragraphs=(RECORD.paragraphs[2], *RECORD.paragraphs[:2]), removed=RECORD.paragraphs[3:])
    assert dump.of(shorter) == dump_record(shorter)
    assert dump.of(RECORD) == dump_record(RECORD)


_AWKWARD = [
    "",
    " ",
    "\n",
    "#",
    "---",
    "- ",
    ": ",
    "'",
    '"',
    "\\",
    "\t",
    "\x85",
    "\u2028",
    "\ufeff",
    "\x00",
    "\x1b[2J",
    "😀",
    "null",
]
TEXT = st.lists(
    st.sampled_from(_AWKWARD) | st.text(st.characters(exclude_categories=["Cs"]), max_size=6), max_size=6
).map("".join)
WRITTEN = TEXT.filter(lambda text: bool(text.strip()))


@st.composite
def coded(draw: st.DrawFn, text: st.SearchStrategy[str]) -> Inline:
    """Any text, now and then with codes in it."""
    said = draw(text)
    first, last = sorted(draw(st.tuples(*[st.integers(0, len(said))] * 2)))
    codes = draw(
        st.sampled_from(((), (Code(first, "1", "open"), Code(last, "1", "close")), (Code(last, "2", "alone"),)))
    )
    return Inline(said, codes)


@st.composite
def drafts(draw: st.DrawFn) -> Draft:
    said = draw(coded(TEXT))
    terms = tuple(draw(st.lists(st.tuples(TEXT, TEXT, TEXT), max_size=2)))
    unsure = tuple(map(str, draw(st.lists(st.integers(1, 9999), max_size=2))))
    words = tuple(draw(st.lists(st.tuples(TEXT, TEXT, TEXT), max_size=2)))
    lost = tuple(draw(st.lists(st.tuples(st.sampled_from(["words", "verb"]), TEXT), max_size=2)))
    memory = tuple(draw(st.lists(st.tuples(TEXT, st.integers(50, 101).map(str), TEXT), max_size=2)))
    return Draft(said.text, draw(TEXT), terms, said.codes, unsure, words, lost, memory)


@st.composite
def paragraphs(draw: st.DrawFn) -> ParagraphRecord:
    state = draw(st.sampled_from(State))
    draft = draw(drafts() if state is State.DRAFT else st.none() | drafts())
    target = draw(coded(TEXT if state is State.SKIPPED else WRITTEN))
    if state is State.DRAFT and draft:
        target = draft.target
    source = draw(coded(TEXT))
    made = ParagraphRecord(
        german=source.text,
        draft=draft,
        note=draw(TEXT),
        overrides=tuple(draw(st.lists(st.builds(Override, TEXT, TEXT, TEXT), max_size=2))),
        old_german=draw(TEXT),
        seen=draw(st.sampled_from(["", "0123abcd -", "- 89ef4567"])),
        codes=source.codes,
    )
    return made.with_target(Inline("") if state is State.NEW else target, state)


PARAGRAPHS = st.lists(paragraphs(), max_size=3).map(tuple)
RECORDS = st.builds(TranslationRecord, TEXT, PARAGRAPHS, PARAGRAPHS)


@settings(max_examples=80, deadline=None)
@given(RECORDS)
def test_whatever_the_texts_the_record_that_is_read_is_the_one_that_was_written(
    record: TranslationRecord,
) -> None:
    data = dump_record(record)
    assert parse_record(data, "a.yaml") == record
    assert dump_record(parse_record(data, "a.yaml")) == data


@settings(max_examples=25, deadline=None)
@given(RECORDS)
def test_other_yaml_readers_read_the_same_texts(record: TranslationRecord) -> None:
    read = yaml.load(dump_record(record).decode(), Loader=yaml.SafeLoader)  # PyYAML's own, not libyaml
    assert [p["de"] for p in read["paragraphs"]] == [p.source.shown() for p in record.paragraphs]
    assert [p.get("note", "") for p in read["paragraphs"]] == [p.note for p in record.paragraphs]


@settings(max_examples=25, deadline=None)
@given(RECORDS)
def test_what_is_read_from_a_file_is_clean(record: TranslationRecord) -> None:
    safe = cleaned(record)
    assert cleaned(safe) == safe
    for paragraph in safe.paragraphs:
        assert clean(paragraph.english) == paragraph.english
        assert "\x1b" not in paragraph.german + paragraph.english + paragraph.note + paragraph.old_german


def read(tmp_path: Path, text: str | bytes) -> TranslationRecord:
    path = tmp_path / "grenze.yaml"
    path.write_bytes(text if isinstance(text, bytes) else text.encode())
    return read_record(path)


HEAD = "source: grenze.txt\nparagraphs:\n"


@pytest.mark.parametrize(
    ("text", "line", "told"),
    [
        (HEAD + "- de: Eins\n  ne: One\n", 4, "the key `ne` is not known for a paragraph"),
        (HEAD + "- de: Eins\n  state: done\n", 4, "the state `done` is not known – use one of new, draft"),
        (HEAD + "- en: One\n", 3, "the paragraph has no `de:`"),
        (HEAD + "- de: Eins\n  state: reviewed\n", 4, "the paragraph is reviewed but has no `en:`"),
        (HEAD + "- de: Eins\n  en: One\n  en: Two\n", 5, "the key `en` is there twice"),
        (HEAD + "- de: Eins\n\ten: One\n", 4, "indent with spaces, not tabs"),
        (HEAD + "- de: 'Eins\n", 4, "check the indentation and quotes there"),
        (HEAD + "- de: Eins\n   en: One\n", 4, "check the indentation"),
        (HEAD + "- de: [Eins]\n", 3, "`de:` must be text"),
        (HEAD + "- Eins\n", 3, "a paragraph is expected here"),
        (HEAD + "  de: Eins\n", 3, "`paragraphs:` must be a list"),
        (
            HEAD + "- de: !!python/name:os.system x\n",
            3,
            "the tag `tag:yaml.org,2002:python/name:os.system` is not used",
        ),
        (HEAD + "- de: &a Eins\n- de: *a\n", 4, "the alias `*a` is not used"),
        (HEAD + "- de: Eins\n  draft:\n    en: One\n", 5, "the draft has no `package:`"),
        (
            HEAD + "- de: Eins\n  draft:\n    en: One\n    package: p\n    terms: [[A]]\n",
            7,
            "a term is [German",
        ),
        (
            HEAD + "- de: Eins\n  draft:\n    en: One\n    package: p\n    words: [[A, B]]\n",
            7,
            "a word that was put right is [German, English, way]",
        ),
        (
            HEAD + "- de: Eins\n  draft:\n    en: One\n    package: p\n    words: [[A, B, {}]]\n",
            7,
            "`words:` must be text",
        ),
        (
            HEAD + "- de: Eins\n  draft:\n    en: One\n    package: p\n    lost: [[all, A]]\n",
            7,
            "what a draft lost is [words, German] or [verb, German]",
        ),
        (
            HEAD + "- de: Eins\n  draft:\n    en: One\n    package: p\n    memory: [[A, 100]]\n",
            7,
            "what had been translated before is [German, percent, place]",
        ),
        (HEAD + "- de: Eins\n  overrides:\n  - check: x\n", 5, "the override has no"),
        (
            HEAD + "<<<<<<< HEAD\n- de: Eins\n=======\n- de: Ein\n>>>>>>> mine\n",
            3,
            "unresolved merge conflict",
        ),
        (HEAD + "- de: Eins\n---\nsource: x\n", 4, "a second document"),
        (HEAD.encode() + b"- de: H\xe4fen\n", 3, "is not UTF-8"),
        (HEAD + "- de: Ei\x00ns\n", 3, "control character"),
        ("paragraphs: []\n", 1, "has no `source:`"),
        ("source: a.txt\n", 1, "has no `paragraphs:`"),
        ("", None, "is empty"),
    ],
)
def test_a_mistake_in_the_file_is_told_with_its_line(
    tmp_path: Path, text: str | bytes, line: int | None, told: str
) -> None:
    with pytest.raises(WorkbenchError) as error:
        read(tmp_path, text)
    assert told in str(error.value)
    assert error.value.problem.line == line
    assert "\n" not in str(error.value)


@pytest.mark.parametrize("sign", ["[", "{a: ", "- ", "? "])
def test_a_hundred_thousand_levels_do_not_end_the_program(tmp_path: Path, sign: str) -> None:
    with pytest.raises(WorkbenchError, match=r"is nested too deeply|is not YAML"):
        read(tmp_path, HEAD + sign * 100_000)


def test_a_yaml_bomb_is_refused_at_once(tmp_path: Path) -> None:
    levels = "".join(f"x{n}: &x{n} [{', '.join([f'*x{n - 1}'] * 9)}]\n" for n in range(1, 30))
    with pytest.raises(WorkbenchError, match="the alias"):
        read(tmp_path, "x0: &x0 [a]\n" + levels + HEAD)


def test_what_a_person_types_without_ceremony_is_understood(tmp_path: Path) -> None:
    text = HEAD + "- de: Eins # ein Kommentar\n  note: 12\n- {de: 2024, en: 2024, state: reviewed}\n"
    text = "\ufeff" + text + "- de: Nichts\n  en:\n"
    found = read(tmp_path, text.replace("\n", "\r\n"))
    assert found.paragraphs == (
        ParagraphRecord("Eins", note="12"),
        ParagraphRecord("2024", "2024", State.REVIEWED),
        ParagraphRecord("Nichts"),
    )


@pytest.mark.parametrize("state", ["  state: draft\n", "  state: new\n", ""])
def test_english_typed_into_the_file_is_somebodys_translation_even_if_the_state_was_forgotten(
    tmp_path: Path, state: str
) -> None:
    draft = "  draft: {package: p, en: Won}\n"
    assert read(tmp_path, HEAD + "- de: Eins\n  en: One\n" + state + draft).paragraphs[0].state is State.TRANSLATED
    assert (
        read(tmp_path, HEAD + "- de: Eins\n  en: One\n" + state.replace("draft", "new")).paragraphs[0].state
        is State.TRANSLATED
    )


def test_escapes_in_a_file_do_not_reach_the_terminal(tmp_path: Path) -> None:
    found = read(tmp_path, HEAD + '- {de: "Ei\\e[31mns", en: "O\\u202Ene", state: reviewed}\n')
    assert (found.paragraphs[0].german, found.paragraphs[0].english) == ("Eins", "One")


def test_a_missing_file_and_a_folder_are_told(tmp_path: Path) -> None:
    for path, words in ((tmp_path / "no.yaml", "there is no such file"), (tmp_path, "is a folder, not a file")):
        with pytest.raises(WorkbenchError, match=words):
            read_record(path)

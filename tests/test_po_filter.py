"""PO files keep to what holds of every bilingual format, and to gettext's: flags, plurals, wrapping, the header."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.filter_contract import BilingualContract
from workbench.formats import Document, SegmentState
from workbench.formats.po import PoFilter
from workbench.problem import WorkbenchError
from workbench.text import Inline

FILTER = PoFilter()
HEADER = r"""# Ein Programm
#, fuzzy
msgid ""
msgstr ""
"Project-Id-Version: x 1\n"
"Language: \n"
"Content-Type: text/plain; charset=UTF-8\n"
"""

GERMAN = st.lists(
    st.sampled_from(
        ["Die Datei", "wurde", "gelöscht.", "%s", r"\"so\"", r"C:\\x", "{name}", "<b>fett</b>", r"\t", r"\n"]
    ),
    min_size=1,
    max_size=12,
).map(lambda words: f"Text {' '.join(words)}")
ENGLISH = st.sampled_from(
    ["", "The file", r"One\nTwo", "A long text with many words that does not fit in a single line"]
)


def string(keyword: str, text: str, wrapped: bool) -> str:
    """A keyword with its string, in one line or several."""
    if not wrapped or " " not in text:
        return f'{keyword} "{text}"\n'
    first, rest = text.split(" ", 1)
    return f'{keyword} ""\n"{first} "\n"{rest}"\n'


def entry(comments: list[str], context: str, german: str, english: str, plural: bool, wrapped: bool) -> str:
    lines = "".join(f"{comment}\n" for comment in comments) + (string("msgctxt", context, False) if context else "")
    lines += string("msgid", german, wrapped)
    if not plural:
        return lines + string("msgstr", english, wrapped)
    return (
        lines
        + string("msgid_plural", f"{german} mehrere", wrapped)
        + string("msgstr[0]", english, wrapped)
        + string("msgstr[1]", english and f"{english} s", wrapped)
    )


ENTRY = st.builds(
    entry,
    st.lists(
        st.sampled_from(
            ["# von Hand", "#. Knopf", "#: a.c:1", "#, c-format", "#, fuzzy", "#, fuzzy, c-format", '#| msgid "x"']
        ),
        max_size=3,
        unique_by=lambda line: line[:2],
    ),
    st.sampled_from(["", "Menü"]),
    GERMAN,
    ENGLISH,
    st.booleans(),
    st.booleans(),
)
OBSOLETE = st.just('#~ msgid "weg"\n#~ msgstr "gone"\n')


class TestPo(BilingualContract):
    FILTER = FILTER
    NAME = "a.po"

    @staticmethod
    def files() -> st.SearchStrategy[bytes]:
        entries = st.lists(st.one_of(ENTRY, OBSOLETE), min_size=1, max_size=5)
        return st.builds(
            lambda head, parts, end: (head + "\n" + "\n".join(parts)).replace("\n", end).encode(),
            st.sampled_from([HEADER, ""]),
            entries,
            st.sampled_from(["\n", "\r\n"]),
        )


def read(file: str) -> Document:
    return FILTER.read(file.encode(), Path("a.po"))


def written(file: str, words: str | Inline, state: SegmentState = "reviewed") -> str:
    document = read(file)
    target = dict.fromkeys(document.ids, Inline(words) if isinstance(words, str) else words)
    return FILTER.write(document, target, dict.fromkeys(document.ids, state)).decode()


@pytest.mark.feature("job files: XLIFF, SDLXLIFF, PO")
def test_what_is_fuzzy_is_to_be_reviewed_and_what_is_not_reviewed_is_fuzzy() -> None:
    fuzzy = '#: a.c\n#, fuzzy, c-format\n#| msgid "Alt"\nmsgid "Neu"\nmsgstr "New"\n'
    assert [one.given_state for one in read(fuzzy).paragraphs] == ["translated"]
    assert written(fuzzy, "New") == '#: a.c\n#, c-format\nmsgid "Neu"\nmsgstr "New"\n'
    plain = '#, c-format\nmsgid "Neu"\nmsgstr "New"\n'
    assert [one.given_state for one in read(plain).paragraphs] == ["reviewed"]
    assert written(plain, "New") == plain
    for state in ("draft", "translated"):
        assert written(plain, "Newer", state) == '#, fuzzy, c-format\nmsgid "Neu"\nmsgstr "Newer"\n'
    assert written('msgctxt "a"\nmsgid "Neu"\nmsgstr ""', "New", "draft") == (
        '#, fuzzy\nmsgctxt "a"\nmsgid "Neu"\nmsgstr "New"\n'
    )


def test_both_forms_of_a_plural_are_translated_and_english_has_two() -> None:
    file = HEADER + '\nmsgid "%d Datei"\nmsgid_plural "%d Dateien"\nmsgstr[0] ""\n'
    document = read(file)
    assert [(one.text, one.note) for one in document.paragraphs] == [
        ("%d Datei", "the form for one"),
        ("%d Dateien", "the form for several"),
    ]
    one, many = document.ids
    made = FILTER.write(
        document, {one: Inline("%d file"), many: Inline("%d files")}, {one: "reviewed", many: "reviewed"}
    )
    assert made.decode().endswith('msgstr[0] "%d file"\nmsgstr[1] "%d files"\n')
    assert '"Language: en_GB\\n"' in made.decode()
    assert '"Plural-Forms: nplurals=2; plural=(n != 1);\\n"' in made.decode()
    assert "fuzzy" not in made.decode()


def test_line_breaks_are_codes_and_stand_where_gettext_wants_them() -> None:
    file = 'msgid "Eins\\n"\n"Zwei\\n"\nmsgstr ""\n'
    document = read(file)
    assert document.paragraphs[0].source.shown() == "Eins ⟨1/⟩Zwei"
    target = Inline.parsed("One ⟨1/⟩Two “three”")
    assert written(file, target) == 'msgid "Eins\\n"\n"Zwei\\n"\nmsgstr ""\n"One\\n"\n"Two “three”\\n"\n'


def test_long_english_is_wrapped_where_the_file_wraps() -> None:
    words = "A text that is so long that it does not fit in one line of a file that keeps its lines short."
    assert written('msgid "Kurz"\nmsgstr ""\n', words) == (
        'msgid "Kurz"\nmsgstr ""\n"A text that is so long that it does not fit in one line of a file that keeps "\n'
        '"its lines short."\n'
    )
    long = f'msgid "{"Lang " * 20}"\nmsgstr ""\n'
    assert f'msgstr "{words} "\n' in written(long, words)


def test_context_and_comments_are_the_note() -> None:
    file = '# Von Hand\n#. Auf dem Knopf\n#: a.c\nmsgctxt "Menü"\nmsgid "Öffnen"\nmsgstr ""\n'
    assert read(file).paragraphs[0].note == "Context: Menü\nVon Hand\nAuf dem Knopf"


def test_a_note_becomes_a_comment_of_the_translator_before_all_others() -> None:
    file = (
        '\ufeff#, c-format\nmsgid "Eins"\nmsgstr "One"\n\n#~ msgid "weg"\n#~ msgstr "gone"\n# Von Hand\n#. Knopf\n'
        'msgid "Datei"\nmsgid_plural "Dateien"\nmsgstr[0] "file"\nmsgstr[1] "files"\n'
    )
    document = read(file)
    notes = dict.fromkeys(document.ids, ("Sure?",))
    made = FILTER.write(document, {document.ids[0]: Inline("Ones")}, {document.ids[0]: "draft"}, notes).decode()
    assert made == (
        '\ufeff# Sure?\n#, fuzzy, c-format\nmsgid "Eins"\nmsgstr "Ones"\n\n#~ msgid "weg"\n#~ msgstr "gone"\n'
        '# Von Hand\n# Sure?\n#. Knopf\nmsgid "Datei"\nmsgid_plural "Dateien"\nmsgstr[0] "file"\nmsgstr[1] "files"\n'
    )


def test_a_template_gets_the_encoding_and_language_of_its_english() -> None:
    file = HEADER.replace("charset=UTF-8", "charset=CHARSET") + '\nmsgid "Neu"\nmsgstr ""\n'
    made = written(file, "New – newer")
    assert "#, fuzzy" not in made
    assert "charset=UTF-8" in made
    assert '"Language: en_GB\\n"' in made


def test_the_translate_toolkit_reads_what_was_written() -> None:
    from translate.storage.pypo import pofile

    file = (
        HEADER
        + '\n#, c-format\nmsgctxt "M"\nmsgid "Eins\\n"\n"%s"\nmsgstr ""\n\nmsgid "Datei"\nmsgid_plural "Dateien"\n'
        + 'msgstr[0] ""\nmsgstr[1] ""\n\n#~ msgid "weg"\n#~ msgstr "gone"\n'
    )
    store = pofile.parsestring(written(file, 'One "two"', "draft").encode())
    units = [unit for unit in store.units if unit.istranslatable()]
    assert [unit.isfuzzy() for unit in units] == [True, True]
    assert str(units[0].target) == 'One "two"'
    assert [str(one) for one in units[1].target.strings] == ['One "two"', 'One "two"']
    assert store.gettargetlanguage() == "en_GB"
    assert [unit.isobsolete() for unit in store.units][-1]


def told(data: bytes) -> str:
    with pytest.raises(WorkbenchError) as caught:
        FILTER.read(data, Path("a.po"))
    assert "\n" not in str(caught.value)
    return str(caught.value)


@pytest.mark.parametrize(
    ("data", "what"),
    [
        (b'msgid "a"\nmsgstr "b', "a.po:2: this is no line of a PO file"),
        (b'msgid "a\nmsgstr "b"\n', "a.po:1: this is no line of a PO file"),
        (b'msgid "a" "b"\nmsgstr "b"\n', "a.po:1: this has a string that does not end"),
        (b'msgid "a"\n', "a.po:1: this comes after an entry without a msgstr"),
        (b'msgstr "a"\n', "a.po:1: this has a msgstr without a msgid before it"),
        (b"Die Lage ist ruhig.\n", "a.po:1: this is no line of a PO file"),
        (b"PK\x03\x04\x00", "is no text in its encoding (utf-8)"),
        (b'msgid ""\nmsgstr "charset=utf-7\\n"\n', "is no text in its encoding (utf-7)"),
        (b'msgid ""\nmsgstr "Language: de\\n"\n', "is for translation into de"),
        (b'msgid ""\nmsgstr "X-Source-Language: en\\nLanguage: fr\\n"\n', "is for translation from en into fr"),
        (b'msgid ""\nmsgstr "Language-Team: German <de@li.example>\\n"\n', "is for translation into de"),
        (b'msgid "menu.file.open"\nmsgstr ""\n', "has names of messages as msgid (menu.file.open)"),
        (
            b'msgid "a"\nmsgid_plural "b"\nmsgstr[0] ""\nmsgstr[1] ""\nmsgstr[2] ""\n',
            "a.po:1: this message has more than",
        ),
    ],
)
def test_files_that_are_refused_in_one_line(data: bytes, what: str) -> None:
    assert what in told(data)


def test_letters_that_the_encoding_lacks_are_told() -> None:
    file = HEADER.replace("UTF-8", "ISO-8859-1") + '\nmsgid "Größe"\nmsgstr ""\n'
    document = FILTER.read(file.encode("latin-1"), Path("a.po"))
    assert document.paragraphs[0].text == "Größe"
    assert b'msgstr "size"' in FILTER.write(document, {document.ids[0]: Inline("size")})
    with pytest.raises(
        WorkbenchError, match="its encoding \\(iso-8859-1\\) has no “–”, which the English or a note has"
    ):
        FILTER.write(document, {document.ids[0]: Inline("size – big")})


@given(st.text('ms gidtr"\\n#~,[01]\n', max_size=60))
def test_whatever_stands_in_a_file_it_is_read_or_refused(text: str) -> None:
    try:
        document = FILTER.read(text.encode(), Path("a.po"))
        FILTER.write(document, {key: Inline("One") for key in document.ids})
    except WorkbenchError as error:
        assert "\n" not in str(error)

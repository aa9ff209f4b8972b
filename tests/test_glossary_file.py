"""Reading glossary.yaml: valid entries come into force, and everything wrong is told with its line."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from workbench.glossary import Entry, GlossaryFile, judge, read_glossary
from workbench.text import Span

OWN = Path(__file__).parent.parent / "glossary.yaml"


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "glossary.yaml"


def read(path: Path, text: str | bytes) -> GlossaryFile:
    path.write_bytes(text.encode() if isinstance(text, str) else text)
    return read_glossary(path)


def told(file: GlossaryFile) -> list[str]:
    """The problems as the user sees them, without the folder."""
    return [str(problem).split("glossary.yaml:", 1)[1] for problem in file.problems]


def german(file: GlossaryFile) -> list[str]:
    return [form for entry in file.glossary.entries for form in entry.de]


def test_an_entry_with_everything(path: Path) -> None:
    file = read(
        path,
        """\
# What a translator keeps by hand.
- de: [AFU, "Streitkräfte der Ukraine"]
  en: AFU
  also: Armed Forces of Ukraine   # one text or a list
  avoid: [VSU]
  kind: organisation
  note: >
    written out at
    first mention
  case: exact
""",
    )
    assert file.problems == ()
    assert file.glossary.entries == (
        Entry(
            de=("AFU", "Streitkräfte der Ukraine"),
            en="AFU",
            also=("Armed Forces of Ukraine",),
            avoid=("VSU",),
            kind="organisation",
            note="written out at first mention",
            case="exact",
            line=2,
        ),
    )


def test_a_missing_file_and_an_empty_one_are_empty_glossaries(path: Path) -> None:
    assert read_glossary(path).glossary.entries == ()
    assert read_glossary(path).problems == ()
    for text in ("", "\n\n", "# nothing yet\n", "---\n# nothing yet\n"):
        assert read(path, text).problems == ()
        assert read(path, text).glossary.entries == ()


def test_values_are_taken_as_they_are_written(path: Path) -> None:
    file = read(path, "- de: NO\n  en: 1999\n- de: [yes, ~, 1.10, 2022-02-24]\n  en: null\n")
    assert told(file) == ["3: 'de' '~' has no letter or digit – give a word"]
    assert [(entry.de, entry.en) for entry in file.glossary.entries] == [
        (("NO",), "1999"),
        (("yes", "1.10", "2022-02-24"), "null"),
    ]


def test_one_broken_entry_costs_no_other(path: Path) -> None:
    file = read(path, '- de: Kiew\n  en: Kyiv\n- de: [Minsk, "Mensk]\n  en: Minsk\n- de: Eriwan\n  en: Yerevan\n')
    assert german(file) == ["Kiew", "Eriwan"]
    (line,) = told(file)
    assert line.startswith("4: entry is not YAML (while scanning a quoted scalar")
    assert "check quotes" in line


@pytest.mark.parametrize(
    ("entry", "line"),
    [
        ("- de: Kiew", "3: entry has no 'en' – add 'en: …'"),
        ("- en: Kyiv", "3: entry has no 'de' – add 'de: …'"),
        ("- de:\n  en: Kyiv", "3: 'de' is empty – give a text"),
        ("- de: []\n  en: Kyiv", "3: 'de' is empty – give a text"),
        ("- de: Kiew\n  en: ''", "4: 'en' is empty – give a text"),
        ("- de: Kiew\n  en: [Kyiv]", "4: 'en' is a list – 'en' takes one text; put other forms under 'also'"),
        ("-", "3: empty entry – give it 'de' and 'en', or delete the '-'"),
        ("- Kiew", "3: entry has no 'key: value' lines – write it as '- de: …' and 'en: …'"),
        ("- [Kiew, Kyiv]", "3: entry has no 'key: value' lines – write it as '- de: …' and 'en: …'"),
        ("- de: {a: b}\n  en: x", "3: a value has keys of its own – write a text or a list of texts"),
        ("- de: [[a]]\n  en: x", "3: a list has a list or keys in it – write a list of texts"),
        ("- [a]: b", "3: a key is not a word – use de, en, first, also, avoid, kind, note, case"),
        ("- ? [a]\n  : b", "3: a key is not a word – use de, en, first, also, avoid, kind, note, case"),
        ("- de: a\n  en: b\n\tnote: c", "5: line is indented with a tab – use spaces"),
        ("- de: a\x07\n  en: b", "3: control character U+0007 in the entry – "),
        ('- de: "a\\eb"\n  en: b', "3: 'de' has a control character in it – retype it"),
        ("- de: &x [a]\n  en: b", "3: aliases (*name) and anchors (&name) are not used here – write it out"),
        ("- <<: *x\n  en: b", "3: aliases (*name) and anchors (&name) are not used here – write it out"),
        ("- de: a\0b\n  en: c", "3: control character U+0000 in the entry – delete it"),
        ('- de: "a\\ud800b"\n  en: c', "3: entry is not YAML (while parsing a quoted scalar, found invalid Unicode"),
        ("- de: K\ufffdln\n  en: Cologne", "3: 'de' 'K\ufffdln' has a damaged letter in it (U+FFFD) – retype it"),
        ("- de: 5\n  en: {a: b}", "4: a value has keys of its own – write a text or a list of texts"),
        ("-\tde: a\n\ten: b", "4: line is indented with a tab – use spaces"),
        ("- de: &x a\n  en: *x", "3: aliases (*name) and anchors (&name) are not used here – write it out"),
        ("- de: !!str a\n  en: b", "3: tag tag:yaml.org,2002:str is not used here – "),
        (
            "- de: " + "a" * 201 + "\n  en: b",
            "3: 'de' has 201 characters, over the limit of 200 – shorten it",
        ),
        (
            "- de: a\n  en: b\n  note: " + "x" * 30_000,
            "3: entry is longer than 20,000 characters – shorten it",
        ),
        (
            "de: a\nen: b",
            "3: line belongs to no entry – begin each entry with '- de: …' and indent its other",
        ),
        ("%TAG ! x", "3: line belongs to no entry – "),
    ],
)
def test_what_is_no_entry_is_told_and_left_out(path: Path, entry: str, line: str) -> None:
    file = read(path, f"- de: Minsk\n  en: Minsk\n{entry}\n- de: Eriwan\n  en: Yerevan\n")
    assert told(file)[0].startswith(line)
    assert len(file.problems) == 1
    assert german(file) == ["Minsk", "Eriwan"]


@pytest.mark.parametrize(
    ("lines", "line"),
    [
        ("  avoyd: x", "3: unknown key 'avoyd' – did you mean 'avoid'?"),
        ("  German: x", "3: unknown key 'German' – did you mean 'de'?"),
        ("  forbidden: x", "3: unknown key 'forbidden' – did you mean 'avoid'?"),
        ("  qqqqq: x", "3: unknown key 'qqqqq' – use de, en, first, also, avoid, kind, note, case"),
        ("  <<: x", "3: unknown key '<<' – use de, en, first, also, avoid, kind, note, case"),
        ("  en: Kiev", "3: 'en' is given twice in this entry (the first is in force) – delete one of the two"),
        (
            "  kind: city",
            "3: unknown kind 'city' – use person, place, organisation or term; until then it is",
        ),
        (
            "  kind: [place]",
            "3: 'kind' is a list – use person, place, organisation or term; until then it is",
        ),
        ("  case: upper", "3: unknown case 'upper' – use any or exact; until then it is 'any'"),
        ("  also:", "3: 'also' is empty – give a text, or delete 'also'"),
        ("  avoid: [a, '']", "3: 'avoid' is empty – give a text, or delete 'avoid'"),
        ("  avoid: Kyiv", "3: 'Kyiv' is both accepted and avoided – delete it from one of the two"),
        ("  note: [a, b]", "3: 'note' is a list – write it as one text"),
        ("  first: Kyiv", "3: 'first' is the same as 'en' – delete 'first', or give the longer form of"),
        ("  first: [a, b]", "3: 'first' is a list – 'first' takes one text; the first mention has one form"),
        ("  first:", "3: 'first' is empty – give a text, or delete 'first'"),
        ("  first: X\n  avoid: X", "4: 'X' is both accepted and avoided – delete it from one of the two"),
        ("  fist: x", "3: unknown key 'fist' – did you mean 'first'?"),
        ("  first mention: x", "3: unknown key 'first mention' – did you mean 'first'?"),
        (
            "  avoid: 'x\u202e'",
            "3: 'avoid' has an invisible character in 'x' (U+202E RIGHT-TO-LEFT OVERRIDE) – retype it",
        ),
    ],
)
def test_a_fault_beside_the_german_and_the_english_leaves_the_entry_in_force(path: Path, lines: str, line: str) -> None:
    file = read(path, f"- de: Kiew\n  en: Kyiv\n{lines}\n")
    assert told(file)[0].startswith(line)
    assert len(file.problems) == 1
    assert [(entry.de, entry.en, entry.kind) for entry in file.glossary.entries] == [(("Kiew",), "Kyiv", "term")]


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_lines_are_counted_whatever_ends_them(path: Path, end: str) -> None:
    file = read(path, end.join(["\ufeff# first", "- de: Kiew", "  en: Kyiv", "- de: x"]))
    assert told(file) == ["4: entry has no 'en' – add 'en: …'"]
    assert file.glossary.entries[0].line == 2


def test_an_indented_list_and_flow_style_are_read_too(path: Path) -> None:
    file = read(path, "---\n  - de:\n      - Kiew\n      - Kyjiw\n    en: Kyiv\n  - {de: Minsk, en: Minsk}\n")
    assert file.problems == ()
    assert german(file) == ["Kiew", "Kyjiw", "Minsk"]


def test_invisible_characters_are_told_and_do_not_keep_a_term_from_being_found(path: Path) -> None:
    file = read(path, "- de: Ki\u00adew\u200b\n  en: Kyiv\n- de: [Minsk,\n    \u2066Mensk\u2069]\n  en: Minsk\n")
    assert german(file) == ["Kiew", "Minsk", "Mensk"]
    assert told(file) == [
        "1: 'de' has an invisible character in 'Kiew' (U+00AD SOFT HYPHEN) – retype it; it is read without",
        "4: 'de' has an invisible character in 'Mensk' (U+2066 LEFT-TO-RIGHT ISOLATE) – retype it; it is read without",
    ]
    assert read(path, "- de: Neuer\u00a0Weg\n  en: new way\n").problems == ()


@pytest.mark.parametrize(
    ("word", "letter"),
    [
        ("M\u043eskau", "'\u043e' is U+043E (Cyrillic small letter o)"),
        ("\u041cinsk", "'\u041c' is U+041C (Cyrillic capital letter em)"),
        ("Лукашенк\u006f", "'o' is U+006F (Latin small letter o)"),
        ("\u0421-300-Raketen", "'\u0421' is U+0421 (Cyrillic capital letter es)"),
        ("E\u039fS", "'\u039f' is U+039F (Greek capital letter omicron)"),
        ("\uff25\uff35", "'\uff25' is U+FF25 (Fullwidth latin capital letter e)"),
    ],
)
def test_a_letter_that_only_looks_right_is_told_by_its_name(path: Path, word: str, letter: str) -> None:
    for key, other in (("de", "en"), ("en", "de")):
        file = read(path, f"- {other}: a\n  {key}: das {word} x\n")
        what = f"'{key}' '{word}' has a letter that only looks like another: {letter}"
        assert told(file) == [f"2: {what} – retype the word on one keyboard"]
        assert file.glossary.entries == ()


@pytest.mark.parametrize(
    "word", ["Weißrußland", "Łukaszenka", "Ľubica", "10 kΩ", "β-Blocker", "Лукашенко", "TASS (ТАСС)", "غزة", "Œuvre"]
)
def test_words_of_other_languages_are_no_mixed_ones(path: Path, word: str) -> None:
    file = read(path, f"- de: Wort\n  en: word\n  also: '{word}'\n")
    assert file.problems == ()
    assert file.glossary.entries[0].also == (word,)


def test_signs_of_regular_expressions_are_signs_like_others(path: Path) -> None:
    file = read(path, "- de: 'C++ (a|b)*'\n  en: '.*x[1'\n  avoid: ['y.', '(z)+', '\\1']\n")
    assert file.problems == ()
    (hit,) = file.glossary.find("In C++ (a|b)* steht es.")
    assert hit.surface.startswith("C++ (a|b)")
    verdict = judge(hit.entry, "Here is .*x[1 and y, but no anything.")
    assert [verdict.met, len(verdict.forbidden)] == [(Span(8, 13),), 1]


def test_what_is_not_a_text_file_is_told_in_one_line(path: Path) -> None:
    path.mkdir()
    (problem,) = read_glossary(path).problems
    assert str(problem).endswith("is a folder, not a file – the glossary must be a text file; move it away")
    path.rmdir()
    os.mkfifo(path)
    assert "is not an ordinary file" in str(read_glossary(path).problems[0])


def test_a_file_in_another_encoding_is_told_with_the_line(path: Path) -> None:
    file = read(path, "# one\n- de: Weißrussland\n  en: Belarus\n".encode("cp1252"))
    assert told(file) == ["2: is not UTF-8 text – save it as UTF-8 in your editor"]
    for encoding in ("utf-16", "utf-16-le", "utf-16-be", "utf-32"):
        file = read(path, "- de: Weißrussland\n  en: Belarus\n".encode(encoding))
        assert told(file) == ["1: is not UTF-8 text, but UTF-16 – save it as UTF-8 in your editor"]
    assert told(read(path, b"- de: a\xed\xa0\x80b\n")) == ["1: is not UTF-8 text – save it as UTF-8 in your editor"]


def test_more_entries_than_anyone_has_are_told_and_not_read(path: Path) -> None:
    file = read(path, "# mine\n" + "-\n" * 100_001)
    assert told(file) == ["100002: has more than 100,000 entries – split the file, or delete entries"]


def test_fifty_thousand_entries_are_read(path: Path) -> None:
    words = ["x".join(str(n)) for n in range(50_000)]
    file = read(path, "".join(f"- de: Wort {w}\n  en: word {w}\n  avoid: [bad {w}]\n  kind: place\n" for w in words))
    assert file.problems == ()
    assert len(file.glossary.entries) == 50_000
    assert file.glossary.entries[-1].line == 4 * 49_999 + 1


def test_comments_between_entries_belong_to_none(path: Path) -> None:
    """However long they are, and whatever is in them."""
    file = read(path, "- de: Kiew\n  en: Kyiv\n# \x0c page\n" + "# - de: old\n" * 3_000 + "- de: Minsk\n  en: Minsk\n")
    assert file.problems == ()
    assert german(file) == ["Kiew", "Minsk"]


def test_a_file_over_the_limit_is_told_and_not_read(path: Path) -> None:
    with path.open("wb") as file:
        file.truncate(100_000_000)
    (problem,) = read_glossary(path).problems
    assert problem.what == "has 100.0 MB, over the limit of 10 MB"


def test_no_permission_is_told(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path.write_text("- de: a\n  en: b\n")

    def refuse(*_: object, **__: object) -> int:
        raise PermissionError(13, "no")

    monkeypatch.setattr(os, "open", refuse)
    assert read_glossary(path).problems[0].what == "no permission to read it"


@pytest.mark.parametrize(
    "bomb",
    [
        "- &a [x, x]\n- &b [*a, *a]\n- &c [*b, *b]\n- de: *c\n  en: boom\n",
        "- de: " + "[" * 15_000 + "\n  en: x\n",
        "- " * 9_000 + "\n",
        "- de: " + "{a: " * 4_000 + "\n  en: x\n",
        "- de: x\n  en: !!python/object/apply:os.system [exit]\n",
    ],
)
def test_bombs_do_not_go_off(path: Path, bomb: str) -> None:
    file = read(path, bomb + "- de: Minsk\n  en: Minsk\n")
    assert file.problems
    assert german(file) == ["Minsk"]


def test_of_very_many_problems_the_first_are_told_and_the_rest_counted(path: Path) -> None:
    file = read(path, "- x\n" * 1_000)
    assert len(file.problems) == 201
    assert file.problems[-1].what == "800 more problems"


LINES = st.lists(
    st.one_of(
        st.sampled_from(["- de: A", "  en: B", "  also: [x, y]", "- ", "# c", "", "\t", "---", '"', "- [", "x: y"]),
        st.text(max_size=15),
    ),
    max_size=15,
)


@settings(max_examples=150, deadline=None)
@given(lines=LINES)
def test_whatever_stands_in_the_file_it_is_read_or_told(
    tmp_path_factory: pytest.TempPathFactory, lines: list[str]
) -> None:
    path = tmp_path_factory.mktemp("any") / "glossary.yaml"
    path.write_bytes("\n".join(lines).encode("utf-8", "surrogatepass"))
    file = read_glossary(path)
    assert all(problem.mend for problem in file.problems)
    assert all(entry.de and entry.en and entry.line for entry in file.glossary.entries)


@settings(max_examples=60, deadline=None)
@given(broken=st.text("ab:-[]{}\"'*&!|>%@`, #", max_size=30))
def test_whatever_one_entry_says_its_neighbours_stay(tmp_path_factory: pytest.TempPathFactory, broken: str) -> None:
    path = tmp_path_factory.mktemp("any") / "glossary.yaml"
    path.write_text(f"- de: Kiew\n  en: Kyiv\n- de: {broken}\n  en: x\n- de: Minsk\n  en: Minsk\n")
    entries = read_glossary(path).glossary.entries
    assert (entries[0].de, entries[-1].de) == (("Kiew",), ("Minsk",))


def test_this_repositorys_own_glossary_has_no_problems() -> None:
    file = read_glossary(OWN)
    assert file.problems == ()
    assert len(file.glossary.entries) >= 60
    assert sum(bool(entry.note) for entry in file.glossary.entries) >= 60

"""How far segments are in XLIFF files of each kind, read and written; locked ones; files that are refused."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.test_xliff_filter import file_1, file_2, memoq_file, sdl_file
from workbench.formats import Document, SegmentState
from workbench.formats.xliff import XliffFilter
from workbench.problem import WorkbenchError
from workbench.text import Inline

FILTER = XliffFilter()
EVERY: tuple[SegmentState, ...] = ("draft", "translated", "reviewed")


def read(file: str, name: str = "a.xlf") -> Document:
    return FILTER.read(file.encode(), Path(name))


def written(file: str, state: SegmentState, words: str = "One") -> str:
    document = read(file)
    targets = {key: Inline(words) for key in document.ids}
    return FILTER.write(document, targets, dict.fromkeys(document.ids, state)).decode()


ENGLISH = ' target-language="en"'
TWO = '<target state="translated">Two</target>'
UNIT = '<trans-unit id="1"><source>Eins</source><target/></trans-unit>'


def noted(file: str) -> str:
    document = read(file)
    targets = {key: Inline("Two") for key in document.ids}
    return FILTER.write(document, targets, None, dict.fromkeys(document.ids, ("A < B?",))).decode()


def unit_1(target: str, more: str = "") -> str:
    return file_1([f'<trans-unit id="1"{more}><source>Eins</source>{target}</trans-unit>'])


@pytest.mark.parametrize(
    ("target", "more", "state"),
    [
        ("", "", "new"),
        ("<target/>", "", "new"),
        ("<target>Eins</target>", "", "new"),
        ('<target state="new">Eins</target>', "", "new"),
        ('<target state="translated">Eins</target>', "", "translated"),
        ("<target>One</target>", "", "translated"),
        ('<target state="needs-review-translation">One</target>', "", "translated"),
        ('<target state="final">One</target>', "", "reviewed"),
        ('<target state="signed-off">One</target>', "", "reviewed"),
        ("<target>One</target>", ' approved="yes"', "reviewed"),
    ],
)
def test_what_an_xliff_1_file_says_of_its_targets(target: str, more: str, state: SegmentState) -> None:
    paragraph = read(unit_1(target, more)).paragraphs[0]
    assert paragraph.given_state == state
    assert (paragraph.given is None) == (state == "new")


@pytest.mark.parametrize(
    ("state", "said"),
    [
        ("draft", '<trans-unit id="1"><source>Eins</source><target state="needs-review-translation">One</target>'),
        ("translated", '<trans-unit id="1"><source>Eins</source><target state="translated">One</target>'),
        ("reviewed", '<trans-unit id="1" approved="yes"><source>Eins</source><target state="final">One</target>'),
    ],
)
def test_states_of_xliff_1(state: SegmentState, said: str) -> None:
    assert said in written(unit_1(""), state)


def test_english_that_is_not_approved_any_more_is_not_called_so() -> None:
    file = unit_1('<target state="final" state-qualifier="exact-match">Old</target>', ' approved="yes"')
    assert '<trans-unit id="1" approved="no"><source>Eins</source><target state="translated">One</target>' in written(
        file, "translated"
    )


def test_what_is_in_words_and_state_as_it_was_stays_to_the_letter() -> None:
    file = unit_1("<target  state='needs-review-l10n' state-qualifier=\"x-own\" >One</target >")
    assert written(file, "translated") == file
    assert "<target  state='final'" not in file
    assert '<target  state="final" >One</target >' in written(file, "reviewed")


def test_a_unit_of_several_segments_is_as_far_as_the_one_that_is_least() -> None:
    file = file_1(
        [
            '<trans-unit id="1"><source>Eins. Zwei.</source><seg-source><mrk mtype="seg" mid="1">Eins.</mrk> '
            '<mrk mtype="seg" mid="2">Zwei.</mrk></seg-source></trans-unit>'
        ]
    )
    document = read(file)
    one, two = document.ids
    both = {one: Inline("One."), two: Inline("Two.")}
    made = FILTER.write(document, both, {one: "reviewed", two: "translated"}).decode()
    marks = '<mrk mtype="seg" mid="1">One.</mrk> <mrk mtype="seg" mid="2">Two.</mrk>'
    assert f'</seg-source><target state="translated">{marks}</target>' in made
    assert "approved" not in made
    made = FILTER.write(document, {one: Inline("One.")}, {one: "reviewed"}).decode()
    assert (
        '<target state="needs-translation"><mrk mtype="seg" mid="1">One.</mrk> <mrk mtype="seg" mid="2"></mrk>' in made
    )


@pytest.mark.parametrize(
    ("state", "said"), [("draft", "initial"), ("translated", "translated"), ("reviewed", "reviewed")]
)
def test_states_of_xliff_2(state: SegmentState, said: str) -> None:
    file = file_2(
        ['<unit id="u"><segment id="s" state="final" subState="own:x"><source>Eins</source></segment></unit>'],
        ' trgLang="en"',
    )
    assert f'<segment id="s" state="{said}"><source>Eins</source><target>One</target></segment>' in written(file, state)


@pytest.mark.feature("job files: XLIFF, SDLXLIFF, PO")
@pytest.mark.parametrize(
    ("state", "said"),
    [
        ("draft", 'conf="Draft" origin="mt"'),
        ("translated", 'conf="Translated" origin="interactive"'),
        ("reviewed", 'conf="ApprovedTranslation" origin="interactive"'),
    ],
)
def test_states_of_sdlxliff_and_a_match_that_is_none_any_more(state: SegmentState, said: str) -> None:
    file = sdl_file(["Eins"], "none", [' conf="Draft" origin="tm" percent="80"'])
    made = written(file, state)
    assert f'<sdl:seg id="0" {said}><sdl:value key="k">v</sdl:value></sdl:seg>' in made
    assert '<target><g id="99"><mrk mtype="seg" mid="0">One</mrk></g></target>' in made


@pytest.mark.feature("job files: XLIFF, SDLXLIFF, PO")
@pytest.mark.parametrize(
    ("state", "said", "more"),
    [
        ("draft", "PreTranslated", ""),
        ("translated", "ManuallyConfirmed", ""),
        ("reviewed", "ManuallyConfirmed", ' mq:segmentproofread="segmentproofread"'),
    ],
)
def test_states_of_memoq(state: SegmentState, said: str, more: str) -> None:
    file = memoq_file(['<trans-unit id="1"><source>Eins</source><target/></trans-unit>'])
    made = written(file, state)
    head = f'<trans-unit id="1" mq:status="{said}" mq:segmentguid="7"{more}>'
    assert f"{head}<source>Eins</source><target>One</target>" in made
    given = "translated" if state == "draft" else state
    assert read(made).paragraphs[0].given_state == given
    assert "proofread" not in written(made, "translated", "Two")


def test_english_that_was_taken_away_goes_from_the_file() -> None:
    made = written(unit_1('<target state="final">Old</target>', ' approved="yes"'), "new", "")
    assert '<trans-unit id="1" approved="no"><source>Eins</source><target state="needs-translation"></target>' in made


LOCKED = {
    "1.2": unit_1("", ' translate="no"'),
    "1.2 group": file_1(['<group translate="no"><trans-unit id="1"><source>Eins</source></trans-unit></group>']),
    "2": file_2(['<unit id="u" translate="no"><segment><source>Eins</source></segment></unit>']),
    "2 group": file_2(
        ['<group id="g" translate="no"><unit id="u"><segment><source>Eins</source></segment></unit></group>']
    ),
    "sdl": sdl_file(["Eins"], "all", [' conf="Translated" locked="true"']),
    "memoq": memoq_file(
        ['<trans-unit id="1" mq:locked="locked"><source>Eins</source><target>Old</target></trans-unit>']
    ),
}


@pytest.mark.parametrize("kind", LOCKED)
def test_locked_segments_are_written_as_they_were(kind: str) -> None:
    assert read(LOCKED[kind]).paragraphs[0].locked
    for state in EVERY:
        assert written(LOCKED[kind], state) == LOCKED[kind]


def test_notes_come_along() -> None:
    unit = (
        '<trans-unit id="1"><source>Eins</source><note>Höchstens\n 20 Zeichen</note><note from="a">Siehe 2</note>'
        "</trans-unit>"
    )
    assert read(file_1([unit])).paragraphs[0].note == "Höchstens 20 Zeichen\nSiehe 2"
    unit = (
        '<unit id="u"><notes><note id="n">Kurz</note></notes><segment><source>Eins</source></segment>'
        "<segment><source>Zwei</source></segment></unit>"
    )
    assert [one.note for one in read(file_2([unit])).paragraphs] == ["Kurz", ""]


def test_what_marks_say_of_words_is_a_note() -> None:
    marked = '<mrk mtype="x-own" comment="Welche?">Lage</mrk> der <mrk mtype="protected">ODKB</mrk>'
    unit = f'<bin-unit id="b"><trans-unit id="1"><source>Die {marked}</source></trans-unit></bin-unit>'
    assert read(file_1([unit])).paragraphs[0].note == "Welche?\nNot to be translated: ODKB"
    marked = '<mrk id="1" type="comment" value="Welche?">Lage</mrk> der <mrk id="2" translate="no">ODKB</mrk>'
    unit = f'<unit id="u"><notes><note>Kurz</note></notes><segment><source>Die {marked}</source></segment></unit>'
    assert read(file_2([unit])).paragraphs[0].note == "Kurz\nWelche?\nNot to be translated: ODKB"


def test_notes_go_where_the_standards_have_a_place_for_them() -> None:
    units = [
        '<trans-unit id="1">\n  <source>Eins</source>\n  <target>One</target>\n</trans-unit>',
        '<trans-unit id="2"><source>Zwei</source><target/><note>Kurz</note><alt-trans><target>x</target></alt-trans>'
        "</trans-unit>",
        '<trans-unit id="3"><source>Drei</source></trans-unit>',
    ]
    assert noted(file_1(units, ENGLISH)) == file_1(
        [
            units[0].replace("</target>", '</target>\n  <note from="translator">A &lt; B?</note>'),
            units[1].replace("</note>", '</note><note from="translator">A &lt; B?</note>').replace("<target/>", TWO),
            units[2].replace("</source>", f'</source>{TWO}<note from="translator">A &lt; B?</note>'),
        ],
        ENGLISH,
    ).replace("<target>One</target>", TWO)
    unit = '<unit id="u">{}<segment><source>Eins</source></segment><segment><source>Zwei</source></segment></unit>'
    note = '<note category="translator">A &lt; B?</note>'
    two = "</source><target>Two</target></segment>"
    for before, after in (
        ("", f"<notes>{note}</notes>"),
        ("<notes><note>Kurz</note></notes>", f"<notes><note>Kurz</note>{note}</notes>"),
        ('<originalData><data id="d">x</data></originalData>', None),
    ):
        made = noted(file_2([unit.format(before)], ' trgLang="en"'))
        wanted = unit.format(after or f"<notes>{note}</notes>{before}").replace("</source></segment>", two)
        assert wanted.replace("<segment>", '<segment state="translated">') in made


def test_what_takes_no_notes_says_so() -> None:
    for file, name in ((sdl_file(["Eins"], "none", [""]), "a.sdlxliff"), (memoq_file([UNIT]), "a.mqxliff")):
        assert "notes that you write here do not go into this file" in str(read(file, name).remarks[0])
    assert not read(unit_1("")).remarks


def test_comments_of_trados_and_memoq_are_notes() -> None:
    file = sdl_file(['<mrk mtype="x-sdl-comment" sdl:cid="c-1">Eins</mrk>'], "all", [' conf="Draft"'])
    comments = (
        '<doc-info xmlns="http://sdl.com/FileTypes/SdlXliff/1.0"><cmt-defs><cmt-def id="c-1"><Comments xmlns="">'
        '<Comment severity="Low">Zu lang?</Comment></Comments></cmt-def></cmt-defs></doc-info>'
    )
    file = file.replace("<file original", f"{comments}<file original", 1)
    file = file.replace(">Eins</mrk></mrk></g></target>", ">One</mrk></mrk></g></target>")
    assert read(file, "a.sdlxliff").paragraphs[0].note == "Zu lang?"
    memoq = memoq_file(
        [
            '<trans-unit id="1"><source>Eins</source><target/><mq:comments><mq:comment id="2">Bitte prüfen</mq:comment>'
            '<mq:comment id="3" deleted="yes">Weg</mq:comment>'
            "</mq:comments></trans-unit>"
        ]
    )
    assert read(memoq, "a.mqxliff").paragraphs[0].note == "Bitte prüfen"


def test_tracked_changes_of_trados_are_taken_as_accepted_and_told() -> None:
    changed = '<mrk mtype="x-sdl-deleted" sdl:revid="1">Old</mrk><mrk mtype="x-sdl-added" sdl:revid="2">New</mrk> words'
    file = sdl_file(["Neue Wörter"], "all", [' conf="Draft"'])
    file = file.replace(">Neue Wörter</mrk></target>", f">{changed}</mrk></target>")
    document = read(file, "a.sdlxliff")
    (one,) = document.paragraphs
    assert one.given == Inline("New words")
    assert "2 tracked changes are taken as accepted" in str(document.remarks[-1])
    assert written(file, "translated", "New words") == file
    assert changed in written(file, "reviewed", "New words")
    assert ">Other words</mrk></target>" in written(file, "translated", "Other words")


def test_formats_of_trados_say_what_a_tag_is() -> None:
    formats = (
        '<fmt-defs xmlns="http://sdl.com/FileTypes/SdlXliff/1.0"><fmt-def id="5"><value key="Bold">True</value>'
        '<value key="Italic">False</value></fmt-def></fmt-defs><tag-defs '
    )
    file = sdl_file(['Sehr <g id="7">ernst</g>.'], "none", [""]).replace("<tag-defs ", formats, 1)
    tag = '<tag id="7"><bpt name="cf">&lt;cf&gt;</bpt><ept name="cf">&lt;/cf&gt;</ept><fmt id="5"/></tag></tag-defs>'
    file = file.replace("</tag-defs>", tag, 1)
    assert [one.role for one in read(file, "a.sdlxliff").paragraphs[0].markup] == ["bold"]


def told(data: bytes, name: str = "a.xlf") -> str:
    with pytest.raises(WorkbenchError) as caught:
        FILTER.read(data, Path(name))
    assert "\n" not in str(caught.value)
    return str(caught.value)


GOOD = unit_1("<target>One</target>").encode()


@pytest.mark.parametrize(
    ("data", "what"),
    [
        (b"", "is empty"),
        (GOOD[:200], "is damaged"),
        (b"PK\x03\x04 a zip", "is damaged"),
        (GOOD.replace(b"<xliff", b'<!DOCTYPE x [<!ENTITY a "b">]><xliff'), "declares a document type or entities"),
        (b'<?xml version="1.0"?><html/>', "is no XLIFF file (its root is `html`)"),
        (GOOD.replace(b'version="1.2"', b'version="3.0"'), "is of an XLIFF version that is not known here (3.0)"),
        (GOOD.replace(b'"de"', b'"en" target-language="de"'), "is for translation from en into de"),
        (GOOD.replace(b'"de"', b'"de" target-language="fr-FR"'), "is for translation from de into fr-FR"),
        (GOOD.replace(b"UTF-8", b"UTF-7"), "is in an encoding that cannot be kept (utf-7)"),
        (GOOD.replace(b"Eins", b"<g>" * 255 + b"Eins" + b"</g>" * 255), "nested more than 256 deep"),
        (GOOD.replace(b"Eins", b"Eins" + b"<x id='1'/>" * 9_001), "has more than 9,000 tags in a segment"),
    ],
    ids=[
        "empty",
        "cut off",
        "zip",
        "entities",
        "html",
        "version",
        "from English",
        "into French",
        "utf-7",
        "deep",
        "tags",
    ],
)
def test_files_that_are_refused_in_one_line(data: bytes, what: str) -> None:
    assert what in told(data)


def test_one_part_in_other_languages_is_enough_to_refuse_a_file() -> None:
    other = GOOD.replace(b"</xliff>", b'<file original="b" source-language="pl"><body/></file></xliff>')
    assert "is for translation from pl into an unnamed language" in told(other)


@given(st.integers(0, len(GOOD)), st.binary(max_size=6), st.integers(0, 40))
def test_a_damaged_file_ends_in_one_line_or_is_read(at: int, bytes_: bytes, gone: int) -> None:
    try:
        document = FILTER.read(GOOD[:at] + bytes_ + GOOD[at + gone :], Path("a.xlf"))
        FILTER.write(document, {key: Inline("One") for key in document.ids})
    except WorkbenchError as error:
        assert "\n" not in str(error)


def test_right_to_left_and_invisible_marks_stay_in_the_german_and_do_not_get_into_the_program() -> None:
    unit = '<trans-unit id="1"><source>Ein\u00adkauf \u202eABC\u202c</source></trans-unit>'
    file = file_1([unit])
    assert read(file).paragraphs[0].text == "Einkauf ABC"
    assert unit.removesuffix("</trans-unit>") in written(file, "translated")

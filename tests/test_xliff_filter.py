"""XLIFF 1.2 and 2.1, SDLXLIFF and MQXLIFF keep to what holds of every bilingual format, and to their standards."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from hypothesis import strategies as st

from tests.filter_contract import BilingualContract, with_sources
from workbench.formats import Document
from workbench.formats.xliff import XliffFilter
from workbench.text import Code, Inline

FILTER = XliffFilter()
WORDS = st.lists(
    st.sampled_from(["Die Lage", "ist", "ruhig.", "A &amp; B", "„Ja“", "&#x2013;", "<![CDATA[1 < 2]]>", "5&#160;%"]),
    min_size=1,
).map(" ".join)
SPACE = st.sampled_from(["", "", " ", "\n    "])


def around(words: st.SearchStrategy[str], marked: list[str]) -> st.SearchStrategy[str]:
    """Text with inline elements in it; `marked` are templates with the place of a number and of words."""
    piece = st.one_of(words, st.tuples(st.sampled_from(marked), words))

    def joined(pieces: list[Any]) -> str:
        made = [
            p if isinstance(p, str) else p[0].replace("N", str(number + 1)).replace("W", p[1])
            for number, p in enumerate(pieces)
        ]
        return " ".join(["Text", *made])

    return st.lists(piece, max_size=4).map(joined)


MARKED_1 = [
    '<g id="N" ctype="bold">W</g>',
    'W<x id="N"/>',
    '<bpt id="N">&lt;i></bpt>W<ept id="N">&lt;/i></ept>',
    '<bx id="N"/>W <ex id="N"/>',
    '<ph id="N">{<sub>W</sub>}</ph>',
    '<it id="N" pos="open">&lt;b></it>W',
    '<mrk mtype="term" mid="N">W</mrk>',
    '<g id="N"><g id="1N">W</g> W</g>',
    "<!-- W -->W",
    '<own:thing xmlns:own="urn:own" id="N">W</own:thing>',
]
MARKED_2 = [
    '<pc id="N" type="fmt" subType="xlf:b">W</pc>',
    'W<ph id="N" equiv="br"/>',
    '<sc id="N"/>W<ec startRef="N"/>',
    '<mrk id="N" type="term">W</mrk>',
    '<sm id="N"/>W <em startRef="N"/>',
    'W<cp hex="001b"/>',
    '<pc id="N"><pc id="1N">W</pc></pc>',
]
CONTENT_1, CONTENT_2 = around(WORDS, MARKED_1), around(WORDS, MARKED_2)


def optional(element: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
    return st.one_of(st.just(""), element)


TARGET_1 = st.one_of(
    st.sampled_from(["", "<target/>", "<target></target>", '<target state="new"/>']),
    st.builds(
        "<target{}>{}</target>".format,
        st.sampled_from(["", ' state="translated"', " state='final'", ' xml:lang="en" state-qualifier="exact-match"']),
        around(st.sampled_from(["The situation", "is calm."]), MARKED_1),
    ),
)
UNIT_1 = st.builds(
    '<trans-unit id="1"{}>{}<source>{}</source>{}{}{}</trans-unit>'.format,
    st.sampled_from(["", ' approved="yes"', ' xml:space="preserve"', ' approved="no"']),
    SPACE,
    st.tuples(SPACE, CONTENT_1, SPACE).map("".join),
    TARGET_1,
    optional(st.just("<note>Kurz</note>")),
    optional(st.just('<alt-trans><source>x</source><target state="final">y</target></alt-trans>')),
)
MARKS = st.lists(CONTENT_1, min_size=1, max_size=3)


def parted(contents: list[str], target: str, around_them: bool) -> str:
    """A unit with segments; `target`: which of them have English."""
    marks = [f'<mrk mtype="seg" mid="{number}">{content}</mrk>' for number, content in enumerate(contents)]
    source = " ".join(marks)
    source = f'<g id="99">{source}</g>' if around_them else source
    english = {"none": "", "empty": "<target/>", "open": "<target></target>"}.get(target)
    if english is None:
        there = marks if target == "all" else marks[:1]
        english = f"<target>{' '.join(mark.replace('Text', 'Words') for mark in there)}</target>"
    whole = " ".join(contents)
    return f'<trans-unit id="s"><source>{whole}</source><seg-source>{source}</seg-source>{english}</trans-unit>'


PARTED = st.builds(parted, MARKS, st.sampled_from(["none", "empty", "open", "all", "some"]), st.booleans())
HEAD = '<?xml version="1.0" encoding="UTF-8"?>\n'


def file_1(units: list[str], target: str = "") -> str:
    return (
        f'{HEAD}<xliff version="1.2" xmlns="urn:oasis:names:tc:xliff:document:1.2">\n<file original="a" '
        f'source-language="de"{target} datatype="plaintext"><header/><body><group id="g">{units[0]}</group>\n'
        + "\n".join(units[1:])
        + "</body></file></xliff>\n"
    )


class TestXliff1(BilingualContract):
    FILTER = FILTER
    NAME = "a.xlf"
    EXAMPLES = 50

    @staticmethod
    def files() -> st.SearchStrategy[bytes]:
        units = st.lists(st.one_of(UNIT_1, PARTED), min_size=1, max_size=4)
        return st.builds(file_1, units, st.just(' target-language="en-GB"')).map(str.encode)


SEGMENT_2 = st.builds(
    "<segment{}><source>{}</source>{}</segment>".format,
    st.sampled_from(["", ' id="s"', ' state="translated"', ' state="final" subState="a:b"']),
    CONTENT_2,
    optional(around(st.sampled_from(["The situation", "is calm."]), MARKED_2).map("<target>{}</target>".format)),
)
UNIT_2 = st.builds(
    '<unit id="u"{}>{}{}</unit>'.format,
    st.sampled_from(["", ' canResegment="no"', ' xml:space="preserve"']),
    optional(st.just('<notes><note>Kurz</note></notes><originalData><data id="d">&lt;b></data></originalData>')),
    st.lists(st.one_of(SEGMENT_2, st.just("<ignorable><source> </source></ignorable>")), max_size=4).map("".join),
)


def file_2(units: list[str], more: str = "") -> str:
    return (
        f'{HEAD}<xliff version="2.1" xmlns="urn:oasis:names:tc:xliff:document:2.0" srcLang="de-DE"{more}>\n'
        f'<file id="f"><skeleton>x</skeleton>{units[0]}<group id="g">{"".join(units[1:])}</group></file></xliff>\n'
    )


class TestXliff2(BilingualContract):
    FILTER = FILTER
    NAME = "a.xliff"
    EXAMPLES = 50

    @staticmethod
    def files() -> st.SearchStrategy[bytes]:
        return st.builds(file_2, st.lists(UNIT_2, min_size=1, max_size=4), st.just(' trgLang="en"')).map(str.encode)


def sdl_file(contents: list[str], target: str, confs: list[str]) -> str:
    unit = parted(contents, target, True).replace('id="s"', 'id="5d0c"')
    defs = "".join(
        f'<sdl:seg id="{number}"{confs[number % len(confs)]}><sdl:value key="k">v</sdl:value></sdl:seg>'
        for number in range(len(contents))
    )
    unit = unit.replace("</trans-unit>", f"<sdl:seg-defs>{defs}</sdl:seg-defs></trans-unit>")
    return (
        '\ufeff<?xml version="1.0" encoding="utf-8"?><xliff xmlns:sdl="http://sdl.com/FileTypes/SdlXliff/1.0" '
        'xmlns="urn:oasis:names:tc:xliff:document:1.2" version="1.2" sdl:version="1.0"><file original="a.docx" '
        'datatype="x-sdlfilterframework2" source-language="de-DE" target-language="en-GB"><header><reference>'
        '<internal-file form="base64">UEsDBBQ=</internal-file></reference><tag-defs '
        'xmlns="http://sdl.com/FileTypes/SdlXliff/1.0"><tag id="1"><bpt name="cf">&lt;cf italic="True"&gt;</bpt>'
        '<ept name="cf">&lt;/cf&gt;</ept></tag></tag-defs></header><body>'
        '<trans-unit id="x" translate="no"><source><x id="0"/></source></trans-unit>'
        f"{unit}</body></file></xliff>"
    )


class TestSdlxliff(BilingualContract):
    FILTER = FILTER
    NAME = "a.sdlxliff"
    NOTED = False
    EXAMPLES = 50

    @staticmethod
    def files() -> st.SearchStrategy[bytes]:
        confs = st.lists(
            st.sampled_from(["", ' conf="Draft" origin="tm" percent="80"', ' conf="Translated"']), min_size=1
        )
        targets = st.sampled_from(["none", "empty", "open", "all", "some"])
        return st.builds(sdl_file, MARKS, targets, confs).map(str.encode)


def memoq_file(units: list[str]) -> str:
    said = ' mq:status="NotStarted" mq:segmentguid="7"'
    return (
        file_1(units, ' target-language="en-us"')
        .replace("<xliff ", '<xliff xmlns:mq="MQXliff" ', 1)
        .replace('<trans-unit id="1"', f'<trans-unit id="1"{said}')
    )


class TestMqxliff(BilingualContract):
    FILTER = FILTER
    NAME = "a.mqxliff"
    NOTED = False
    EXAMPLES = 50

    @staticmethod
    def files() -> st.SearchStrategy[bytes]:
        return st.builds(memoq_file, st.lists(UNIT_1, min_size=1, max_size=4)).map(str.encode)


def read(file: str, name: str = "a.xlf") -> Document:
    return FILTER.read(file.encode(), Path(name))


def translated(document: Document) -> dict[str, Inline]:
    return {key: Inline(f"E{number}") for number, key in enumerate(document.ids)}


def test_inline_elements_are_codes_with_their_roles() -> None:
    unit = (
        '<trans-unit id="1"><source>Das <g id="7" ctype="bold">neue</g> <bpt id="8">&lt;a href="http://a.example/">'
        '</bpt>Gesetz<ept id="8">&lt;/a></ept><x id="9" ctype="lb"/>gilt.</source></trans-unit>'
    )
    paragraph = read(file_1([unit])).paragraphs[0]
    assert paragraph.source.shown() == "Das ⟨1⟩neue⟨/1⟩ ⟨2⟩Gesetz⟨/2⟩⟨3/⟩gilt."
    assert [(one.role, one.address) for one in paragraph.markup] == [
        ("bold", ""),
        ("link", "http://a.example/"),
        ("break", ""),
    ]


def test_original_data_and_tag_definitions_say_what_a_code_is() -> None:
    unit = (
        '<unit id="u"><originalData><data id="d1">&lt;em&gt;</data><data id="d2">&lt;/em&gt;</data></originalData>'
        '<segment><source>Sehr <pc id="1" dataRefStart="d1" dataRefEnd="d2">ernst</pc>.</source></segment></unit>'
    )
    assert [one.role for one in read(file_2([unit])).paragraphs[0].markup] == ["italic"]
    document = read(sdl_file(['Sehr <g id="1">ernst</g>.'], "none", [""]), "a.sdlxliff")
    assert [one.role for one in document.paragraphs[0].markup] == ["italic"]


def test_codes_of_a_target_are_those_of_its_source_and_its_own_come_after() -> None:
    unit = (
        '<trans-unit id="1"><source><g id="a">Eins</g> <g id="b">zwei</g></source>'
        '<target><g id="b">Two</g> <g id="a">one</g><x id="c"/></target></trans-unit>'
    )
    paragraph = read(file_1([unit])).paragraphs[0]
    assert paragraph.given is not None
    assert paragraph.given.shown() == "⟨2⟩Two⟨/2⟩ ⟨1⟩one⟨/1⟩⟨3/⟩"
    assert [one.id for one in paragraph.markup] == ["1", "2", "3"]


def test_elements_around_text_that_cross_are_written_within_one_another() -> None:
    unit = '<trans-unit id="1"><source><g id="a">Eins <g id="b">zwei</g></g></source></trans-unit>'
    document = read(file_1([unit]))
    crossed = Inline(
        "one two", (Code(0, "1", "open"), Code(4, "2", "open"), Code(5, "1", "close"), Code(7, "2", "close"))
    )
    written = FILTER.write(document, dict.fromkeys(document.ids, crossed)).decode()
    assert '<target state="translated"><g id="a">one <g id="b">t</g></g>wo</target>' in written


def test_the_white_space_around_a_segment_stays_between_its_tags() -> None:
    unit = '<trans-unit id="1"><source> <x id="1"/> <g id="2">Eins</g>\n </source></trans-unit>'
    document = read(file_1([unit]))
    target = Inline("One", (Code(0, "1", "alone"), Code(0, "2", "open"), Code(3, "2", "close")))
    written = FILTER.write(document, dict.fromkeys(document.ids, target)).decode()
    assert '<target state="translated"> <x id="1"/> <g id="2">One</g>\n </target>' in written


def test_line_breaks_that_count_are_codes() -> None:
    unit = '<trans-unit id="1" xml:space="preserve"><source>\nEins\n  zwei\n</source></trans-unit>'
    document = read(file_1([unit]))
    assert document.paragraphs[0].source.shown() == "Eins ⟨1/⟩zwei"
    assert document.paragraphs[0].markup[0].role == "break"
    target = {document.ids[0]: Inline("One two", (Code(4, "1", "alone"),))}
    assert '<target state="translated">\nOne\n  two\n</target>' in FILTER.write(document, target).decode()
    assert read(file_1([unit.replace(' xml:space="preserve"', "")])).paragraphs[0].source == Inline("Eins zwei")


def test_a_language_that_the_file_does_not_name_is_named_with_the_first_target() -> None:
    document = read(file_1(['<trans-unit id="1"><source>Eins</source></trans-unit>']))
    assert b'target-language="en-GB"' in FILTER.write(document, translated(document))
    document = read(file_2(['<unit id="u"><segment><source>Eins</source></segment></unit>']))
    assert b' trgLang="en-GB"' in FILTER.write(document, translated(document))


def test_other_encodings_stay_and_letters_they_lack_are_written_as_references() -> None:
    file = file_1(['<trans-unit id="1"><source>Für Größe</source></trans-unit>'])
    latin = file.replace("UTF-8", "ISO-8859-1").encode("latin-1")
    document = FILTER.read(latin, Path("a.xlf"))
    assert document.paragraphs[0].text == "Für Größe"
    assert "“&#8211;”".encode("ascii", "xmlcharrefreplace") not in latin
    written = FILTER.write(document, {document.ids[0]: Inline("É – x")})
    assert "É &#8211; x".encode("latin-1") in written
    wide = file.replace("UTF-8", "UTF-16").encode("utf-16")
    document = FILTER.read(wide, Path("a.xlf"))
    assert FILTER.write(document, {}) == wide
    assert "E0" in FILTER.write(document, translated(document)).decode("utf-16")


def test_text_within_a_code_stays_german_which_is_told() -> None:
    unit = '<trans-unit id="1"><source>Eins <ph id="1">&lt;img alt="<sub>Bild</sub>"></ph></source></trans-unit>'
    assert [str(remark) for remark in read(file_1([unit])).remarks] == [
        "a.xlf: text within 1 tag (`sub`) stays in German"
        " – translate it in the program that made the file, if it is for readers"
    ]


@pytest.mark.parametrize(("file", "unit"), [(file_1, "trans-unit"), (file_2, "unit")])
def test_the_translate_toolkit_reads_what_was_written(file: Any, unit: str) -> None:
    from translate.storage import xliff

    if unit == "unit":
        from translate.storage import xliff2 as other

        store_of = other.Xliff2File
        units = ['<unit id="u"><segment><source>Das <pc id="1">neue</pc> Gesetz</source></segment></unit>'] * 2
    else:
        store_of = xliff.xlifffile
        units = ['<trans-unit id="1"><source>Das <g id="1">neue</g> Gesetz</source></trans-unit>'] * 2
    document = read(file(units))
    written = FILTER.write(
        document, {key: Inline("The new law", source.codes) for key, source in with_sources(document).items()}
    )
    store = store_of.parsefile(BytesIO(written)) if hasattr(store_of, "parsefile") else store_of.parsestring(written)
    assert [str(one.target) for one in store.units if one.istranslatable()] == ["The new law", "The new law"]

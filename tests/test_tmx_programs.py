"""Memories as OmegaT, memoQ, Trados, Weblate and MateCat write them: what each says is understood.

The files in `tests/data/tmx` are made by hand after what these programs write; their sentences are our own.
"""

from __future__ import annotations

import gzip
from collections.abc import Sequence
from pathlib import Path

import pytest

from workbench.memory import Pair
from workbench.memory.exchange import Report, tmx_pairs

FILES = Path(__file__).parent / "data" / "tmx"


def read(name: str, english: str = "en-GB") -> tuple[list[Pair], Report]:
    report = Report(FILES / name)
    return list(tmx_pairs(FILES / name, report, english=english)), report


def texts(pairs: Sequence[Pair]) -> list[tuple[str, str]]:
    return [(pair.source.shown(), pair.target.shown()) for pair in pairs]


@pytest.mark.feature("memories of other programs")
def test_omegat_writes_its_tags_as_text_and_they_are_codes() -> None:
    pairs, report = read("omegat.tmx")
    assert texts(pairs)[0] == (
        "Der Fährmann setzt um acht ⟨1⟩zur Insel⟨/1⟩ über.",
        "The ferryman crosses to ⟨1⟩the island⟨/1⟩ at eight.",
    )
    assert (pairs[0].made, pairs[0].who, pairs[0].english) == ("2023-04-12T08:15:30Z", "gerda", "en-GB")
    assert (report.units, report.pairs, report.left) == (4, 3, 1)  # one unit has no English yet


def test_omegats_alternative_translation_has_its_neighbours_and_its_file_beside_the_default_one() -> None:
    default, alternative = read("omegat.tmx")[0][1:]
    assert (default.source, default.before, default.after) == (alternative.source, None, None)
    assert (alternative.target.text, alternative.document) == ("It is fine.", "kapitel/hafen.txt")
    assert (alternative.before, alternative.after) == ("Wie geht es dem Netz?", "")


@pytest.mark.feature("memories of other programs")
def test_memoq_writes_utf_16_and_its_neighbours_as_xml_in_a_property() -> None:
    first, _ = read("memoq.tmx")[0]
    assert texts([first]) == [("Das Rad dreht sich ⟨1⟩langsam⟨/1⟩.", "The wheel turns ⟨1⟩slowly⟨/1⟩.")]
    assert (first.before, first.after) == ("Die Mühle steht & ruht.", "Der Müller schläft.")
    assert (first.document, first.who, first.made) == ("muehle.docx", "pavel", "2022-03-01T10:11:12Z")
    assert (first.trust, first.english) == ("reviewed", "en-US")


def test_what_memoq_aligned_by_itself_is_trusted_less() -> None:
    assert [pair.trust for pair in read("memoq.tmx")[0]] == ["reviewed", "aligned"]


def test_trados_keeps_codes_in_another_order_and_words_odd_characters() -> None:
    pairs, report = read("trados.tmx")
    assert texts(pairs)[0] == (
        "Die Scheune ist ⟨1⟩alt⟨/1⟩, das E-Werk⟨2/⟩ neu.",
        "The⟨2/⟩ power plant is new, the barn ⟨1⟩old⟨/1⟩.",
    )
    assert (pairs[0].before, pairs[0].after, pairs[0].who) == ("Der Hof", None, "BUERO\\jan")
    assert [(problem.line, problem.what) for problem in report.problems] == [
        (17, "1 character that XML cannot have is left out"),
        (32, "1 unit was rejected by a reviewer, and is left out"),
    ]


@pytest.mark.feature("memories of other programs")
def test_trados_says_how_far_a_unit_is() -> None:
    pairs, _ = read("trados.tmx")
    assert [pair.trust for pair in pairs] == ["reviewed", "unreviewed", "aligned"]
    assert [pair.english for pair in pairs] == ["en-GB", "en-US", "en-GB"]


@pytest.mark.feature("memories of other programs")
def test_weblate_has_all_languages_in_one_unit_in_any_order() -> None:
    pairs, report = read("weblate.tmx")
    assert texts(pairs) == [
        ("Fenster öffnen", "Open the window, please"),
        ("Fenster öffnen", "Open the window"),
        ("%(count)s Brief", "%(count)s letter"),  # the first of its plural forms
    ]
    assert texts(read("weblate.tmx", english="en-US")[0])[0] == ("Fenster öffnen", "Open the window")
    assert report.left == 1


@pytest.mark.feature("memories of other programs")
def test_matecat_has_elements_of_xliff_in_its_texts() -> None:
    (pair,), _ = read("matecat.tmx")
    assert texts([pair]) == [("Die ⟨1⟩Uhr⟨/1⟩ schlägt⟨2/⟩ zwölf.", "The ⟨1⟩clock⟨/1⟩ strikes⟨2/⟩ twelve.")]
    assert (pair.before, pair.after) == ("Der Turm hat eine Uhr.", "Sie geht vor.")


@pytest.mark.feature("memories of other programs")
def test_a_packed_file_is_read_as_it_is(tmp_path: Path) -> None:
    packed = tmp_path / "omegat.tmx.gz"
    packed.write_bytes(gzip.compress((FILES / "omegat.tmx").read_bytes()))
    assert list(tmx_pairs(packed, Report(packed))) == read("omegat.tmx")[0]


TUV = '<tuv xml:lang="{}">{}<seg>{}</seg></tuv>'


def unit(german: str, english: str, inside: str = "", said: str = "", tags: tuple[str, str] = ("de", "en")) -> str:
    return f"<tu {said}>{inside}{TUV.format(tags[0], '', german)}{TUV.format(tags[1], '', english)}</tu>"


def written(tmp_path: Path, units: str, header: str = '<header creationtool="x" srclang="de"/>') -> Path:
    path = tmp_path / "memory.tmx"
    path.write_text(f'<tmx version="1.4">{header}<body>{units}</body></tmx>', encoding="utf-8")
    return path


def pairs_of(path: Path) -> list[Pair]:
    return list(tmx_pairs(path, Report(path)))


@pytest.mark.parametrize(
    ("segment", "shown"),
    [
        ('Ein <hi type="bold">fettes</hi> Wort', "Ein ⟨1⟩fettes⟨/1⟩ Wort"),
        ("Mit <ph>{\\fn <sub>Fußnote</sub>}</ph>Note", "Mit ⟨1/⟩Note"),
        ('Halb <bpt i="1">&lt;b&gt;</bpt>offen', "Halb ⟨1/⟩offen"),
        ('Geht <it pos="begin" x="4">&lt;i&gt;</it>weiter', "Geht ⟨4⟩weiter"),
        ('<bpt i="2" x="7"/>A<bpt i="1" x="3"/>b<ept i="2"/>c<ept i="1"/>', "⟨7⟩A⟨3⟩b⟨/7⟩c⟨/3⟩"),
        ("Zwei\n   Zeilen&nbsp;mit &auml;", "Zwei Zeilen mit ä"),
        ("Kleiner &lt; größer &amp; &lt;b&gt;so&lt;/b&gt;", "Kleiner < größer & <b>so</b>"),
        ("<![CDATA[Roh & wild]]>", "Roh & wild"),
        ("Unbekannt <mrk><deep/>tief</mrk>", "Unbekannt ⟨1⟩⟨2/⟩tief⟨/1⟩"),
        ("Kein &lt;f0&gt;Tag&lt;/f0&gt; von OmegaT", "Kein <f0>Tag</f0> von OmegaT"),
    ],
)
def test_what_stands_in_a_segment(tmp_path: Path, segment: str, shown: str) -> None:
    (pair,) = pairs_of(written(tmp_path, unit(segment, "Something")))
    assert pair.source.shown() == shown


def test_the_same_code_has_the_same_number_in_both_languages(tmp_path: Path) -> None:
    german = "<ph>[br]</ph>Eins <bpt i='1' type='b'>B</bpt>zwei<ept i='1'>/B</ept>"
    english = "<bpt i='5' type='b'>B</bpt>two<ept i='5'>/B</ept> one<ph>[br]</ph>"
    (pair,) = pairs_of(written(tmp_path, unit(german, english)))
    assert texts([pair]) == [("⟨1/⟩Eins ⟨2⟩zwei⟨/2⟩", "⟨2⟩two⟨/2⟩ one⟨1/⟩")]


@pytest.mark.parametrize(
    ("tags", "english"),
    [
        (("DE-DE", "EN-US"), "en-US"),
        (("deu", "eng"), ""),
        (("de_AT", "en_gb"), "en-GB"),
        (("GERMAN", "ENGLISH"), ""),
        (("de-CH-1996", "en-Latn-GB"), "en-latn-GB"),
    ],
)
def test_languages_are_known_however_they_are_written(tmp_path: Path, tags: tuple[str, str], english: str) -> None:
    (pair,) = pairs_of(written(tmp_path, unit("Der Ast", "The branch", tags=tags)))
    assert (pair.source.text, pair.english) == ("Der Ast", english)


def test_english_may_stand_first(tmp_path: Path) -> None:
    (pair,) = pairs_of(written(tmp_path, unit("The branch", "Der Ast", tags=("en", "de"))))
    assert texts([pair]) == [("Der Ast", "The branch")]


@pytest.mark.parametrize(
    ("date", "made"),
    [
        ("2024-01-31 12:30:00", "2024-01-31T12:30:00Z"),
        ("20240131T120000Z", "2024-01-31T12:00:00Z"),
        ("2024-02-01T01:30:00+02:00", "2024-01-31T23:30:00Z"),
        ("20240131T223000-0330", "2024-02-01T02:00:00Z"),
        ("2024-01-31T12:00:00.250+01", "2024-01-31T11:00:00Z"),
        ("2024-01-31T12:00:00Z", "2024-01-31T12:00:00Z"),
        ("20240131", "2024-01-31T00:00:00Z"),
        ("19000101T000000Z", ""),
        ("20241399T120000Z", ""),
        ("gestern", ""),
    ],
)
def test_dates_that_can_be_are_taken(tmp_path: Path, date: str, made: str) -> None:
    (pair,) = pairs_of(written(tmp_path, unit("Der Ast", "The branch", said=f'creationdate="{date}"')))
    assert pair.made == made


def test_several_texts_of_a_language_make_a_pair_each(tmp_path: Path) -> None:
    both = TUV.format("de-AT", "", "Der Jänner ist kalt.") + TUV.format("de-DE", "", "Der Januar ist kalt.")
    english = TUV.format("en-US", "", "January is gray.") + TUV.format("en-GB", "", "January is grey.")
    assert texts(pairs_of(written(tmp_path, f"<tu>{english}{both}</tu>"))) == [
        ("Der Jänner ist kalt.", "January is grey."),
        ("Der Jänner ist kalt.", "January is gray."),
        ("Der Januar ist kalt.", "January is grey."),
        ("Der Januar ist kalt.", "January is gray."),
    ]


def test_what_needs_no_translation_is_no_pair(tmp_path: Path) -> None:
    units = unit("1/6", "1/6") + unit("Berlin", "Berlin") + unit("12,5", "12.5") + unit("Ja", "Yes") + unit("", "Oh")
    report = Report(written(tmp_path, units))
    assert texts(list(tmx_pairs(report.where, report))) == [("Ja", "Yes")]
    assert [problem.what for problem in report.problems] == [
        "3 pairs have no letters, or the same text in both languages, and are left out",
        "1 unit has no text in one of the languages, and is left out",
    ]

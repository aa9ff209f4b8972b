"""The dictionary that ships with the program: German words are found as a text has them."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workbench.dictionary import Offers, entries_with, fault, is_name, look_up, offers
from workbench.dictionary.blocks import Blocks, in_blocks, pack
from workbench.dictionary.compounds import parts_of
from workbench.dictionary.english_forms import degree, english_forms
from workbench.dictionary.english_wording import plain_wordings
from workbench.dictionary.german_forms import verb_forms, with_zu
from workbench.dictionary.index import Index, pack_index
from workbench.dictionary.line import alternatives, read_line
from workbench.dictionary.opened import ENTRIES, INDEX
from workbench.dictionary.packing import without_examples, words_of
from workbench.dictionary.prefixes import with_prefix
from workbench.problem import WorkbenchError
from workbench.text import Span
from workbench.text.words import Dialect


def englishes(word: str) -> list[str]:
    return [meaning.english for meaning in look_up(word)]


@pytest.mark.parametrize(
    ("german", "english"),
    [
        ("Schlangenmenschen", "contortionists"),  # the plural as the dictionary has it
        ("Häftlings", "prisoner"),  # a genitive
        ("Gürteltieren", "armadillos"),  # a dative plural
        ("wunderbares", "wonderful"),
        ("beruft", "to invoke"),
        ("Sternwarte", "observatory"),
        ("blinder Passagier", "stowaway"),
        ("STERNWARTE", "observatory"),
    ],
)
def test_a_word_is_found_as_it_stands_in_a_text(german: str, english: str) -> None:
    assert english in englishes(german)


def test_a_noun_is_not_taken_for_a_verb_nor_a_verb_for_a_noun() -> None:
    assert {meaning.kind for meaning in look_up("Rennen")} == {"noun"}
    assert "noun" not in {meaning.kind for meaning in look_up("rennen")}


def test_registers_regions_and_hints_are_told() -> None:
    of_prisoners = {meaning.english: meaning.labels for meaning in look_up("Häftling")}
    assert "coll." in of_prisoners["con"] and not of_prisoners["detainee"]


def test_what_the_dictionary_does_not_have_is_not_found() -> None:
    assert look_up("Xqzzkwort") == () and look_up("") == () and look_up("\t") == ()


def test_the_whole_entry_can_be_read() -> None:
    assert any("blinder Passagier" in line and " :: " in line for line in entries_with("blinder Passagier"))


def test_a_compound_is_read_by_its_parts() -> None:
    [parts, *_] = parts_of("Getreideabkommen")
    assert (parts.first, parts.second) == ("Getreide", "Abkommen")
    assert "grain" in [meaning.english for meaning in parts.first_meanings]
    assert "agreement" in [meaning.english for meaning in parts.second_meanings]


def test_a_compound_with_a_link_or_a_hyphen_is_read_by_its_parts() -> None:
    assert ("Opposition", "Bündnis") in [(parts.first, parts.second) for parts in parts_of("Oppositionsbündnis")]
    assert ("NATO", "Gipfel") in [(parts.first, parts.second) for parts in parts_of("Nato-Gipfel")]


@pytest.mark.parametrize(
    ("sentence", "word", "infinitive"),
    [
        ("Er rückt von seiner Forderung ab.", "rückt", "abrücken"),
        ("Belarus tritt dem Bündnis bei, sagt er.", "tritt", "beitreten"),
        ("Er hob die Sanktionen auf und ging.", "hob", "aufheben"),
        ("Das geht zu weit.", "geht", ""),
        ("Er kommt aus Minsk.", "kommt", ""),
    ],
)
def test_a_verb_is_found_with_its_prefix(sentence: str, word: str, infinitive: str) -> None:
    start = sentence.index(word)
    assert with_prefix(sentence, Span(start, start + len(word))) == infinitive


@pytest.mark.parametrize(
    ("verb", "forms"),
    [
        ("to convoke", ("convoke", "convokes", "convoked", "convoking")),
        ("to call up", ("call up", "calls up", "called up", "calling up")),
        ("to stop", ("stop", "stops", "stopped", "stopping")),
        ("to weaken", ("weaken", "weakens", "weakened", "weakening")),
        ("to give", ("give", "gives", "gave", "given", "giving")),
        ("to carry", ("carry", "carries", "carried", "carrying")),
        ("to lie", ("lie", "lies", "lay", "lain", "lying")),
        ("to retake", ("retake", "retakes", "retook", "retaken", "retaking")),
        ("to travel", ("travel", "travels", "travelled", "travelling")),
    ],
)
def test_a_verb_has_its_forms(verb: str, forms: tuple[str, ...]) -> None:
    assert english_forms(verb, "verb") == forms


def of(marked: str, dialect: Dialect = "both") -> Offers:
    """The offers for the word between stars."""
    before, word, after = marked.split("*")
    return offers(f"{before}{word}{after}", Span(len(before), len(before) + len(word)), dialect)


def in_drafts(marked: str, dialect: Dialect = "both") -> list[str]:
    return [offer.english for offer in of(marked, dialect).for_drafts()]


@pytest.mark.parametrize(
    ("german", "english", "not_so"),
    [
        ("Die *Stickmaschinen* standen still.", "embroidery machines", "embroidery machine"),
        ("Am Abend traten *Schlangenmenschen* auf.", "contortionists", ""),
        ("Der *Sternwarte* fehlte Geld.", "observatory", "observatories"),
        ("Im Wald leben *Gürteltiere*.", "armadillos", "armadillo"),
        ("Die *verrosteten* Ketten", "rusty", ""),
        ("ein *schnelleres* Boot", "faster", "fast"),
        ("die *wunderbarsten* Tage", "most wonderful", "wonderful"),
        ("*Wunderbares* Wetter!", "wonderful", ""),
        ("Sie *beschwerte* sich.", "complained", "complains"),
        ("Sie *beschwert* sich.", "complains", ""),
    ],
)
def test_english_is_offered_in_the_form_that_fits(german: str, english: str, not_so: str) -> None:
    found = in_drafts(german)
    assert english in found and not_so not in found


@pytest.mark.parametrize(
    ("german", "english"),
    [
        ("Er *rückt* von seiner Forderung ab.", "moves away"),
        ("Er *rückte* von seiner Forderung ab.", "moved away"),
        ("Er versprach, davon *abzurücken*.", "move away"),
        ("Er ist davon *abgerückt*.", "moved away"),
        ("Belarus *tritt* dem Bündnis bei.", "joins"),
        ("Den Leuten *ging* das Brot aus.", "ran out"),
        ("Er *lehnt* Gespräche und Treffen ab.", "rejects"),
        ("Er *hob* das Verbot auf und ging weg.", "lifted"),
    ],
)
def test_a_verb_is_offered_with_its_prefix(german: str, english: str) -> None:
    assert english in in_drafts(german)


def test_a_verb_that_is_used_as_a_noun_is_offered() -> None:
    assert "yawning" in in_drafts("Sein *Gähnen* war ansteckend.")


def test_a_noun_takes_no_prefix_of_a_verb() -> None:
    assert {offer.source for offer in of("Er führte das *Spiel* vor.").offers} == {"word"}


def test_a_compound_that_the_dictionary_lacks_is_offered_by_both_its_parts() -> None:
    found = of("Das *Getreideabkommen* lief aus.").offers
    assert "grain agreement" in [offer.english for offer in found]
    assert all(" " in offer.english and offer.source == "compound" for offer in found)
    assert found[0].german == "Getreide + Abkommen"


def test_half_a_compound_stands_behind_the_whole() -> None:
    found = in_drafts("Der *Paradeplatz* war leer.")
    assert found.index("parade ground") < found.index("parade")


@pytest.mark.parametrize(("german", "first"), [("Der *Smog* war dicht.", "smog"), ("Ein *Zipfel* Wald", "corner")])
def test_the_likelier_sense_stands_first(german: str, first: str) -> None:
    assert in_drafts(german)[0] == first


def test_what_plain_prose_does_not_use_is_for_people_only() -> None:
    assert "con" not in in_drafts("Der *Häftling* floh.") and "willy" not in in_drafts("Ein *Zipfel* Wald")
    registers = {offer.english: offer.register for offer in of("Der *Häftling* floh.").offers}
    assert registers["con"] == "coll." and registers["prisoner"] == ""


def test_english_of_the_other_dialect_is_left_out() -> None:
    both = in_drafts("ein *wunderbarer* Tag")
    assert {"marvellous", "marvelous"} <= set(both)
    assert "marvelous" not in in_drafts("ein *wunderbarer* Tag", "british")
    assert "marvellous" not in in_drafts("ein *wunderbarer* Tag", "american")


@pytest.mark.parametrize(
    "german",
    [
        "Marlene *Dietrich* sang in Berlin.",
        "Das sagte *Koch* am Montag.",
        "Minister *Koch* schwieg.",
        "Roland Koch kam, und *Koch* ging.",
        "*Wolf* lief weg.",
        "In *Halle* regnet es.",
    ],
)
def test_a_name_is_told_and_no_draft_takes_a_noun_for_it(german: str) -> None:
    found = of(german)
    assert found.is_name and found.for_drafts() == ()


@pytest.mark.parametrize("german", ["Der *Wolf* lief weg.", "Ein *Dietrich* lag da.", "Die *Sternwarte* ist alt."])
def test_a_noun_is_no_name(german: str) -> None:
    assert not of(german).is_name and in_drafts(german)


def test_a_name_known_from_elsewhere_is_one_here() -> None:
    assert is_name("Der Richter Vogel schwieg.", Span(12, 17), {"Vogel"})


@given(st.text(max_size=60), st.integers(0, 60), st.integers(0, 60))
def test_any_place_of_any_text_can_be_asked(text: str, start: int, end: int) -> None:
    found = offers(text, Span(start, end))
    assert found.word == text[start:end]


@pytest.mark.parametrize(
    ("word", "infinitive", "forms"),
    [
        ("besucht", "besuchen", ("third", "participle", "past", "base")),
        ("besuchte", "besuchen", ("past", "participle")),
        ("arbeitet", "arbeiten", ("third", "base")),
        ("arbeitete", "arbeiten", ("past",)),
        ("trat", "treten", ("third", "past", "base")),
        ("gingen", "gehen", ("past",)),
        ("singend", "singen", ("ing",)),
    ],
)
def test_the_form_of_a_verb_is_told(word: str, infinitive: str, forms: tuple[str, ...]) -> None:
    assert verb_forms(word, infinitive) == forms


def test_an_infinitive_with_zu_is_told() -> None:
    assert [with_zu(word) for word in ("abzurücken", "hinauszugehen", "zulassen", "Haus")] == [
        "abrücken",
        "hinausgehen",
        "",
        "",
    ]


def test_adjectives_are_compared() -> None:
    assert degree("happy", "comparative") == ("happier", "more happy")
    assert degree("good", "superlative") == ("best",)


@pytest.mark.parametrize(
    ("english", "plain"),
    [
        ("to pass/adopt an amendment", ("pass an amendment", "adopt an amendment")),
        ("the … question", ("question",)),
        ("to lose one’s way", ("lose his way", "lose her way", "lose its way", "lose their way")),
        ("a phrase of far too many words", ()),
        ("km/h", ()),
    ],
)
def test_english_is_cleaned(english: str, plain: tuple[str, ...]) -> None:
    assert plain_wordings(english) == plain


@given(st.text(max_size=60))
def test_cleaned_english_has_no_marks(english: str) -> None:
    assert all(wording and not set("()[]{}/") & set(wording) for wording in plain_wordings(english))


def test_a_line_is_read_with_its_brackets() -> None:
    [first, plural] = read_line(
        "Abbau {m} (Druck; Vakuum); Schwund {m} [techn.] | Schwünde {pl} :: decay (pressure; vacuum) [Br.] | decays"
    )
    assert [wording.text for wording in first.german] == ["Abbau", "Schwund"]
    assert first.german[0].hint == "Druck; Vakuum" and first.german[1].labels == {"techn."}
    assert first.english[0].labels == {"Br."} and first.english[0].text == "decay"
    assert plural.german[0].number == "plural" and not plural.first


def test_placeholders_are_no_words() -> None:
    [segment] = read_line("von etw. abrücken; jdn./etw. verlassen {vt} :: to move away from sth.; to leave sb./sth.")
    assert [wording.text for wording in segment.german] == ["abrücken", "verlassen"]
    assert [wording.text for wording in segment.english] == ["to move away from", "to leave"]
    assert {wording.kind for wording in segment.german} == {"verb"}


def test_comments_and_other_lines_are_no_entries() -> None:
    assert read_line("# Version :: devel") == () == read_line("no entry")


@given(st.text(max_size=80))
def test_any_line_is_read(line: str) -> None:
    for segment in read_line(line):
        assert all(wording.text for wording in (*segment.german, *segment.english))
    assert all(alternatives(line)) or not line.strip()


@given(st.text(max_size=80))
def test_a_line_loses_its_examples_and_nothing_else(line: str) -> None:
    [pair] = without_examples(f"Aal {{m}} | {line} :: eel | example")
    assert pair[0].startswith("Aal {m}") and pair[1].startswith("eel")


def test_sentences_and_long_examples_are_left_out() -> None:
    line = "abrücken {vi} | rückt ab | Er rückt davon ab. | aus der Sicht von jdm./etw. | nach und nach immer mehr ab"
    assert without_examples(f"{line} :: to move | moves | He moves. | in the view of sb. | more") == [
        ("abrücken {vi} | rückt ab | aus der Sicht von jdm./etw.", "to move | moves | in the view of sb.")
    ]
    assert without_examples("Das ist gut so. :: That’s good.") == []


def test_a_word_beside_a_beginning_of_words_is_kept() -> None:
    assert without_examples("staatlich; national; Bundes… {adj} | Staatsbesuch {m} :: national | state visit") == [
        ("Staatsbesuch {m}", "state visit"),
        ("staatlich; national; Bundes… {adj}", "national"),
    ]


@pytest.mark.parametrize(
    ("german", "english"), [("Polizei", "police"), ("letzten", "last"), ("nationalen", "national")]
)
def test_everyday_words_are_there(german: str, english: str) -> None:
    assert any(english in word.split() for word in englishes(german))


LINE = st.text(st.characters(codec="utf-8", exclude_characters="\n"), max_size=30)
PAIRS = st.lists(st.lists(st.tuples(LINE, LINE), min_size=1, max_size=8), max_size=6)


@given(PAIRS)
def test_packed_pairs_come_back(tmp_path_factory: pytest.TempPathFactory, pairs: list[list[tuple[str, str]]]) -> None:
    path = tmp_path_factory.mktemp("blocks") / "lines.blocks"
    path.write_bytes(pack(pairs))
    blocks = Blocks(path)
    assert [list(blocks.pairs(number)) for number in range(len(blocks))] == pairs


@given(st.lists(LINE), st.text("ab ", min_size=1).filter(str.strip))
def test_words_are_found_where_they_stand_whole(
    tmp_path_factory: pytest.TempPathFactory, lines: list[str], words: str
) -> None:
    wanted = words.strip()
    path = tmp_path_factory.mktemp("blocks") / "lines.blocks"
    path.write_bytes(pack([[(line, "") for line in (*lines, f"({wanted.upper()})", f"{wanted}er")]]))
    found = [left for left, _ in Blocks(path).with_words(0, wanted)]
    assert f"({wanted.upper()})" in found and f"{wanted}er" not in found


def test_pairs_are_cut_into_blocks_of_one_size() -> None:
    pairs = [(f"{number:x}wort" * 10, "ß" * (number % 7)) for number in range(20_000)]
    blocks = list(in_blocks(pairs))
    assert len(blocks) > 5 and [pair for block in blocks for pair in block] == pairs


@given(st.dictionaries(st.text(max_size=8), st.sets(st.integers(0, 255), max_size=3)))
def test_the_index_knows_the_blocks_of_every_word(
    tmp_path_factory: pytest.TempPathFactory, words: dict[str, set[int]]
) -> None:
    path = tmp_path_factory.mktemp("index") / "words.index"
    path.write_bytes(pack_index((word, block) for word, blocks in words.items() for block in blocks))
    index = Index(path)
    assert all(blocks <= set(index.blocks(word)) for word, blocks in words.items())


def test_every_form_is_in_the_index() -> None:
    line = ("Aal {m} | Aale {pl} | ein Beispiel mit einem langen Aal", "eel | eels | example")
    assert list(words_of([[line]])) == [("aal", 0), ("aale", 0)]


@pytest.mark.parametrize(
    "data", [b"", b"not packed", b"WBLOCKS2", b"WBLOCKS2" + b"\xff" * 40, b"WINDEX01" + b"\xff" * 40]
)
def test_a_damaged_file_is_refused(tmp_path: Path, data: bytes) -> None:
    (tmp_path / "x").write_bytes(data)
    with pytest.raises(ValueError):
        Blocks(tmp_path / "x")
    with pytest.raises(ValueError):
        Index(tmp_path / "x")


@pytest.mark.parametrize("cut", [10, 1_000, 1_000_000])
def test_a_file_that_lost_its_end_is_refused(tmp_path: Path, cut: int) -> None:
    for whole, read in ((ENTRIES, Blocks), (INDEX, Index)):
        (tmp_path / "cut").write_bytes(whole.read_bytes()[:-cut])
        with pytest.raises(ValueError):
            read(tmp_path / "cut")


def test_damage_amid_the_file_is_told_in_one_line(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    data = bytearray(ENTRIES.read_bytes())
    data[20_000:-20_000:500] = b"\0" * len(data[20_000:-20_000:500])
    (tmp_path / "damaged").write_bytes(data)
    monkeypatch.setattr("workbench.dictionary.opened.ENTRIES", tmp_path / "damaged")
    with pytest.raises(WorkbenchError, match=r"damaged .*install the program again"):
        entries_with("Sternwarte")
    assert fault() is None and fault(whole=True)
    assert look_up("Himmelsbeobachtung") == ()


def test_nothing_is_offered_without_the_files(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("workbench.dictionary.opened.ENTRIES", tmp_path / "gone")
    assert of("Die *Sternwarte* ist alt.").offers == ()


def test_a_missing_file_is_told_in_one_line(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert fault() is None
    monkeypatch.setattr("workbench.dictionary.opened.INDEX", tmp_path / "gone")
    problem = fault()
    assert problem and problem.mend == "install the program again"
    with pytest.raises(WorkbenchError):
        entries_with("Aal")


def test_the_files_that_ship_hold_the_whole_dictionary() -> None:
    entries = Blocks(ENTRIES)
    assert sum(1 for number in range(len(entries)) for _ in entries.pairs(number)) > 200_000

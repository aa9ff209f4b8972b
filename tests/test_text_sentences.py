"""Sentences of a paragraph, as places in it."""

from concurrent.futures import ThreadPoolExecutor
from functools import cache

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from somajo import SoMaJo

from workbench.text import Span, sentence_spans
from workbench.text import sentences as room
from workbench.text.splitters import splitter


def sentences(text: str) -> list[str]:
    return [text[start:end] for start, end in sentence_spans(text)]


@pytest.mark.parametrize(
    "expected",
    [
        pytest.param(["Am 26. Mai tagte der Rat.", "Danach ging es weiter."], id="a date"),
        pytest.param(["Das meldet lage.example.de heute.", "Mehr auf www.lage.example."], id="a domain"),
        pytest.param(["Links steht Anna B. Muster (li.) im Bild.", "Rechts niemand."], id="an initial"),
        pytest.param(["Er zahlte 3,5 Mio. Euro, d. h. zu viel.", "Dr. Muster bestritt das."], id="abbreviations"),
        pytest.param(
            ["„Wir bleiben hier“, sagte sie, „bis er uns sagt: ‚Geht nach Hause.‘“", "Dann schwieg sie."],
            id="nested quotes",
        ),
        pytest.param(["„Er sagt: ‚Geht nach Hause.‘“, sagte sie.", "Dann schwieg sie."], id="quotes and a comma"),
        pytest.param(["„Das wird schwer.“ (dpa/xy)"], id="an agency's mark"),
        pytest.param(["Sie winkt.", "© Bildagentur/Muster"], id="a sign before the next"),
        pytest.param(["Foto: Agentur"], id="no full stop"),
        pytest.param(["*"], id="a lonely sign"),
    ],
)
def test_german_news_is_cut_where_a_reader_would(expected: list[str]) -> None:
    assert sentences(" ".join(expected)) == expected


def test_places_are_counted_in_characters() -> None:
    assert sentence_spans("  😀 Ja.  Nein, süß! ") == (Span(2, 7), Span(9, 19))


@pytest.mark.parametrize("blank", ["", " ", "\n\t ", "\u00a0"])
def test_a_blank_paragraph_has_no_sentence(blank: str) -> None:
    assert sentence_spans(blank) == ()


def check(text: str) -> None:
    spans = sentence_spans(text)
    position = 0
    for start, end in spans:
        assert not text[position:start].strip()
        assert start < end
        assert text[start:end] == text[start:end].strip()
        position = end
    assert not text[position:].strip()


ODD = st.sampled_from(
    [*"aÄ.!?„“‚‘()[]<>&;:-–©@#*_/\\'\" \n\t", "\u2028", "\ud800", "\u0308", "\u200d", "😀", "\x1b", "26. "]
)


@settings(max_examples=150, deadline=None)
@given(st.one_of(st.text(max_size=60), st.lists(ODD, max_size=60).map("".join)))
def test_whatever_the_text_every_character_is_in_one_sentence(text: str) -> None:
    check(text)


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("a." * 20_000, id="a word without end"),
        pytest.param("Das ist lang. " * 75_000, id="a megabyte in one paragraph"),
        pytest.param("x" * 1_000_000, id="a megabyte in one word"),
        pytest.param("Ein Satz mit Zeichen u\u0308ber alles. " * 20, id="not composed"),
    ],
)
def test_monstrous_text_is_cut_all_the_same(text: str) -> None:
    check(text)


def test_the_plain_rule_for_monstrous_text_finds_sentences() -> None:
    assert len(sentence_spans("Das ist lang. „Ja!“ Nein?\n" * 5_000)) == 15_000


def test_a_text_that_somajo_fails_on_is_one_sentence(monkeypatch: pytest.MonkeyPatch) -> None:
    def fails(text: str) -> list[int]:
        raise AssertionError(text)

    monkeypatch.setattr(room, "_sentence_starts", fails)
    assert sentences("Der Fehler steckt woanders. Hier nicht.") == ["Der Fehler steckt woanders. Hier nicht."]
    sentence_spans.cache_clear()


def test_several_threads_may_ask_at_once() -> None:
    paragraphs = [f"Am {day}. Mai kam er. Am {day + 1}. Juni ging er." for day in range(1, 29)] * 4
    sentence_spans.cache_clear()
    with ThreadPoolExecutor(8) as pool:
        found = list(pool.map(sentence_spans, paragraphs))
    assert [len(spans) for spans in found] == [2] * len(paragraphs)


@given(st.lists(st.tuples(st.integers(0, 9), st.integers(1, 9)), min_size=1, max_size=4))
def test_places_meet_where_they_have_a_character_in_common(pairs: list[tuple[int, int]]) -> None:
    place, *others = (Span(start, start + length) for start, length in pairs)
    characters = {at for other in others for at in range(*other)}
    assert place.meets(*others) == bool(characters & set(range(*place)))


@given(
    st.lists(
        st.sampled_from(["Die Lage", "ist ruhig", "am 3. Mai", "z.B.", "„ja“", "!", "…", "?!", ".", "“", "–", "😀"]),
        max_size=8,
    )
)
def test_what_is_taken_for_one_sentence_at_a_look_is_one(parts: list[str]) -> None:
    text = " ".join(parts).replace(" !", "!").replace(" .", ".").replace(" ?!", "?!").replace(" “", "“")
    text = text.lstrip("“ ")  # SoMaJo takes a closing mark at the beginning for a sentence of its own
    if text.strip() and not room.may_have_several(text):
        starts = room._beside_placeables(text, [room._mended(text, at) for at in room._sentence_starts(text)])
        assert room._spans(text, starts) == sentence_spans(text)


@cache
def as_it_comes() -> SoMaJo:
    return SoMaJo("de_CMC", split_sentences=True)


@given(st.lists(st.sampled_from(["Die Lage", "ist ruhig.", "©", "😀", "❤️", "👩‍💻", "🇩🇪", "x\ufe0f", "4️⃣", ":-)", "!"])))
def test_pictures_are_told_from_words_as_somajo_does(parts: list[str]) -> None:
    for text in (" ".join(parts), "".join(parts)):
        found, wanted = ([*tool.tokenize_text([text])] for tool in (splitter("de_CMC"), as_it_comes()))
        assert [[(token.text, token.token_class) for token in one] for one in found] == [
            [(token.text, token.token_class) for token in one] for one in wanted
        ]

"""Text from outside is made safe: nothing invisible, nothing that a terminal would obey."""

import re
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workbench.text import clean, clean_line, is_clean

ANYTHING = st.text(
    st.one_of(
        st.characters(),
        st.sampled_from(
            "\x1b[]0;m\x07\\\x9b\x90\x9c\r\n\t \u00a0\u202f\u200b\u200d\u202e\u2066\ufeff\u00ad\u0308\u2028\ud800aO"
            "👩❤\ufe0f\u20e3\u200c\u0645\U0001f3f4\U000e0067\U000e007f"
        ),
    ),
    max_size=60,
)


@pytest.mark.parametrize(
    ("dirty", "tidy"),
    [
        pytest.param("Der \x1b[31mrote\x1b[0m Faden", "Der rote Faden", id="colours"),
        pytest.param("Minsk\x1b]0;Titel\x07 ruft", "Minsk ruft", id="window title"),
        pytest.param("Minsk\x1b]8;;http://x.example\x1b\\ ruft", "Minsk ruft", id="hyperlink"),
        pytest.param("Minsk\x1bP1$r\x1b\\ ruft\x1bc", "Minsk ruft", id="device control, reset"),
        pytest.param("Minsk\x9b2J ruft", "Minsk ruft", id="one-byte sequence"),
        pytest.param("Minsk\x1b]0;ohne Ende", "Minsk0;ohne Ende", id="sequence that never ends keeps the text"),
        pytest.param("a\x00b\x08c\x7fd\x9ee", "abcde", id="control characters"),
        pytest.param("Verteidi\u00adgungs\u200bminister\ufeff", "Verteidigungsminister", id="invisible"),
        pytest.param("ab\u202edc\u202c\u2066x\u2069", "abdcx", id="direction overrides and isolates"),
        pytest.param("26.\u00a0Mai, z.\u202fB. 5\u2009%", "26. Mai, z. B. 5 %", id="no-break and thin spaces"),
        pytest.param("eins\r\nzwei\rdrei\u2028vier\x0cfünf", "eins\nzwei\ndrei\nvier\nfünf", id="line breaks"),
        pytest.param("u\u0308ber", "über", id="composed"),
        pytest.param("halb\ud83d", "halb\ufffd", id="half a character"),
        pytest.param("Tabelle\tSpalte", "Tabelle\tSpalte", id="tab stays"),
        pytest.param("Ł, ў, ß, „“ – 😀", "Ł, ў, ß, „“ – 😀", id="letters, quotes and signs stay"),
        pytest.param(
            "👨\u200d👩\u200d👧 ❤\ufe0f 1\ufe0f\u20e3",
            "👨\u200d👩\u200d👧 ❤\ufe0f 1\ufe0f\u20e3",
            id="joined pictures stay",
        ),
        pytest.param("می\u200cخواهم", "می\u200cخواهم", id="a joiner within a Persian word stays"),
        pytest.param(
            "\U0001f3f4\U000e0067\U000e0062\U000e007f", "\U0001f3f4\U000e0067\U000e0062\U000e007f", id="a flag stays"
        ),
        pytest.param("Mi\u200dn\ufe0fsk\U000e0067\U000e0062", "Minsk", id="what joins nothing goes"),
    ],
)
def test_what_is_cleaned_and_what_stays(dirty: str, tidy: str) -> None:
    assert clean(dirty) == tidy


def test_a_line_has_single_spaces() -> None:
    assert clean_line("  Das\tsteht \n\n in\u00a0 zwei\r\nZeilen ") == "Das steht in zwei Zeilen"


@given(ANYTHING)
def test_nothing_that_could_harm_is_left(text: str) -> None:
    # What joins pictures or letters that are joined in writing is no harm, and is seen.
    joiners = "[\u200c\u200d\ufe0e\ufe0f\U000e0020-\U000e007f]"
    for character in re.sub(f"(?<=[^\x00-\u05ff]){joiners}+", "", clean(text)):
        assert character in "\n\t" or unicodedata.category(character) not in ("Cc", "Cs", "Zl", "Zp")
        assert character not in "\u00ad\u200b\u200c\u200d\u200e\u200f\u2060\ufeff\u061c"
        assert unicodedata.bidirectional(character) not in {
            "LRE", "RLE", "LRO", "RLO", "PDF", "LRI", "RLI", "FSI", "PDI",
        }  # fmt: skip


@given(ANYTHING)
def test_cleaning_twice_changes_nothing_more(text: str) -> None:
    once = clean(text)
    assert clean(once) == once
    assert unicodedata.is_normalized("NFC", once)
    assert clean_line(clean_line(text)) == clean_line(text)


@given(ANYTHING)
def test_a_text_is_clean_if_cleaning_changes_nothing(text: str) -> None:
    assert is_clean(text) == (clean(text) == text)
    assert is_clean(clean(text))


def test_a_long_run_of_unfinished_sequences_is_quick() -> None:
    assert clean("\x1b]\x9d\x9b0" * 200_000) == "0" * 200_000

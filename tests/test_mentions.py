"""A name is written out where a document first has it, and short after that."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workbench.glossary import Entry, find_mentions, opening, with_mentions

PUTIN = Entry(("Putin", "Wladimir Putin"), "Putin", kind="person", first="Vladimir Putin")
LUKASHENKO = Entry(
    ("Lukaschenko", "Alexander Lukaschenko"),
    "Lukashenko",
    also=("Lukashenka", "Aliaksandr Lukashenka"),
    kind="person",
    first="Alexander Lukashenko",
)
CSTO = Entry(
    ("ODKB", "OVKS"),
    "CSTO",
    also=("Collective Security Treaty Organization",),
    kind="organisation",
    first="Collective Security Treaty Organisation (CSTO)",
)
AFU = Entry(
    ("AFU",), "AFU", also=("Ukrainian armed forces",), kind="organisation", first="Armed Forces of Ukraine (AFU)"
)
NATO = Entry(("Nato",), "NATO", kind="organisation", first="North Atlantic Treaty Organization (NATO)")
UN = Entry(("UN",), "UN", kind="organisation", first="United Nations (UN)")


# Writing a name out


@pytest.mark.parametrize(
    ("entry", "english", "expected"),
    [
        (PUTIN, "President Putin and Putin’s men", "President Vladimir Putin and Putin’s men"),
        (PUTIN, "Putin’s plane", "Vladimir Putin’s plane"),
        (PUTIN, "In Moscow Putin spoke.", "In Moscow Vladimir Putin spoke."),
        (PUTIN, "Wladimir Putin spoke.", "Vladimir Putin spoke."),
        (PUTIN, "V. Putin spoke.", "Vladimir Putin spoke."),
        (PUTIN, "PUTIN SPEAKS", "VLADIMIR PUTIN SPEAKS"),
        (LUKASHENKO, "a Lukashenko aide", "an Alexander Lukashenko aide"),
        (CSTO, "The CSTO met. The CSTO", "The Collective Security Treaty Organisation (CSTO) met. The CSTO"),
        (CSTO, "the CSTO’s summit", "the Collective Security Treaty Organisation’s (CSTO) summit"),
        (CSTO, "a CSTO summit", "a Collective Security Treaty Organisation (CSTO) summit"),
        (CSTO, "CSTO is to help.", "The Collective Security Treaty Organisation (CSTO) is to help."),
        (CSTO, "CSTO-led men left the CSTO.", "CSTO-led men left the Collective Security Treaty Organisation (CSTO)."),
        (AFU, "an AFU spokesman", "an Armed Forces of Ukraine (AFU) spokesman"),
        (AFU, "the AFU General Staff", "the Armed Forces of Ukraine (AFU) General Staff"),
        (NATO, "NATO said no.", "The North Atlantic Treaty Organization (NATO) said no."),
        (UN, "the UN’s envoy", "the United Nations’ (UN) envoy"),
    ],
)  # fmt: skip
def test_the_first_mention_is_written_out(entry: Entry, english: str, expected: str) -> None:
    assert with_mentions(english, entry, first=True) == expected


@pytest.mark.parametrize(
    ("entry", "english", "expected"),
    [
        (PUTIN, "Vladimir Putin’s plane", "Putin’s plane"),
        (LUKASHENKO, "an Alexander Lukashenko aide", "a Lukashenko aide"),
        (LUKASHENKO, "Aliaksandr Lukashenka left.", "Lukashenko left."),
        (CSTO, "the Collective Security Treaty Organisation’s (CSTO) summit", "the CSTO’s summit"),
        (CSTO, "The CSTO (CSTO, also OVKS) met.", "The CSTO met."),
        (AFU, "an Armed Forces of Ukraine (AFU) man", "an AFU man"),
        (NATO, "in the North Atlantic Treaty Organization (NATO), he said", "in NATO, he said"),
        (NATO, "the North Atlantic Treaty Organization (NATO) summit", "the NATO summit"),
        (UN, "the United Nations’ (UN) envoy", "the UN’s envoy"),
    ],
)
def test_later_mentions_are_short(entry: Entry, english: str, expected: str) -> None:
    assert with_mentions(english, entry, first=False) == expected


@pytest.mark.parametrize(
    ("entry", "english"),
    [
        (PUTIN, "President Vladimir Putin spoke, and Putin left."),
        (PUTIN, "“Vladimir Putin lies,” she said of Putin."),
        (PUTIN, "Ludmila Putin spoke of the Putins in pro-Putin papers."),
        (LUKASHENKO, "Aliaksandr Lukashenka left."),
        (CSTO, "The Collective Security Treaty Organisation (CSTO) met; the CSTO agreed."),
        (CSTO, "the Collective Security Treaty Organization’s (CSTO) summit"),
        (CSTO, "The alliance (CSTO) and its CSTO-led troops"),
        (AFU, "The Ukrainian armed forces (AFU) fight."),
    ],
)
def test_a_first_mention_that_is_right_or_cannot_be_written_out_stays(entry: Entry, english: str) -> None:
    assert with_mentions(english, entry, first=True) == english


def test_what_the_glossary_allows_and_what_was_said_stay_after_the_first_mention() -> None:
    allowed = "The Collective Security Treaty Organization met, Ukrainian armed forces came."
    assert with_mentions(with_mentions(allowed, CSTO, first=False), AFU, first=False) == allowed
    said = "“We never saw Vladimir Putin,” she said."
    assert with_mentions(said, PUTIN, first=False) == said


def test_an_abbreviation_in_the_brackets_of_the_long_form_is_no_second_mention() -> None:
    english = "The Collective Security Treaty Organisation (CSTO) met. The CSTO agreed."
    first, second = find_mentions(CSTO, english)
    assert english[slice(*first.span)] == "Collective Security Treaty Organisation (CSTO)"
    assert english[slice(*second.span)] == "CSTO"
    assert opening((first, second)) == first


# Whatever the text

ENTRIES = st.sampled_from([PUTIN, LUKASHENKO, CSTO, AFU, NATO, UN])
WORDS = """the a an The An president President said , . ( ) “ ” ’s -led pro- in is (CSTO) Ludmila Wladimir V.
Putin Putin’s CSTO AFU NATO UN summit talks Moscow Lukashenko Lukashenka"""
FORMS = (
    "Vladimir Putin",
    "Alexander Lukashenko",
    "Armed Forces of Ukraine (AFU)",
    "United Nations’ (UN)",
    "Collective Security Treaty Organisation (CSTO)",
    "Collective Security Treaty Organization",
    "(CSTO, UN)",
)
PIECES = st.lists(st.sampled_from((*WORDS.split(), *FORMS)), max_size=12)


def others(english: str, entry: Entry) -> list[str]:
    """The words of a text that are none of the entry's, articles and possessives left out."""
    own = {word.casefold() for form in (*entry.accepted, *entry.de) for word in re.findall(r"\w+", form)}
    own |= {"the", "a", "an", "s", "v"} | {word.casefold() for word in entry.de}
    return [word for word in re.findall(r"\w+", english) if word.casefold() not in own]


@given(ENTRIES, PIECES, st.booleans())
def test_nothing_but_the_mentions_changes_and_a_second_time_nothing_at_all(
    entry: Entry, pieces: list[str], first: bool
) -> None:
    english = " ".join(pieces)
    once = with_mentions(english, entry, first=first)
    assert others(once, entry) == others(english, entry)
    assert with_mentions(once, entry, first=first) == once


@given(ENTRIES, st.text(alphabet="PutinVladmrCSTOAFUN ()’'“”\".-–sthe\n", max_size=60), st.booleans())
def test_no_text_makes_it_fail_and_every_mention_lies_in_its_text(entry: Entry, english: str, first: bool) -> None:
    with_mentions(english, entry, first=first)
    last = 0
    for mention in find_mentions(entry, english):
        assert last <= mention.span.start < mention.span.end <= len(english)
        last = mention.span.end

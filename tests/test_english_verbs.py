"""The forms of English verbs: by the table of the irregular ones, and by the English word lists."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from functools import lru_cache

import pytest

from workbench.dictionary.blocks import Blocks
from workbench.dictionary.english_forms import english_forms
from workbench.dictionary.opened import ENTRIES
from workbench.text.english_verbs import IRREGULAR, present_participle, principal_parts, third_person
from workbench.text.words.dictionary import has

_PARTS = re.compile(r"\bto (?!be able)([a-z]+)(?: [a-z ]+)? \{([a-z, ]+); ([a-z, ]+)\}")


@pytest.mark.parametrize(
    ("verb", "forms"),
    [
        ("behave", ("behaves", "behaved", "behaved", "behaving")),
        ("belie", ("belies", "belied", "belied", "belying")),
        ("relay", ("relays", "relayed", "relayed", "relaying")),
        ("undo", ("undoes", "undid", "undone", "undoing")),
        ("overdo", ("overdoes", "overdid", "overdone", "overdoing")),
        ("forsake", ("forsakes", "forsook", "forsaken", "forsaking")),
        ("offset", ("offsets", "offset", "offset", "offsetting")),
        ("typecast", ("typecasts", "typecast", "typecast", "typecasting")),
        ("re-run", ("re-runs", "re-ran", "re-run", "re-running")),
        ("quiz", ("quizzes", "quizzed", "quizzed", "quizzing")),
        ("squat", ("squats", "squatted", "squatted", "squatting")),
        ("gas", ("gases", "gassed", "gassed", "gassing")),
        ("overlap", ("overlaps", "overlapped", "overlapped", "overlapping")),
        ("recur", ("recurs", "recurred", "recurred", "recurring")),
        ("extol", ("extols", "extolled", "extolled", "extolling")),
        ("debug", ("debugs", "debugged", "debugged", "debugging")),
        ("offer", ("offers", "offered", "offered", "offering")),
        ("develop", ("develops", "developed", "developed", "developing")),
        ("panic", ("panics", "panicked", "panicked", "panicking")),
        ("singe", ("singes", "singed", "singed", "singeing")),
        ("change", ("changes", "changed", "changed", "changing")),
        ("stymie", ("stymies", "stymied", "stymied", "stymieing")),
        ("play", ("plays", "played", "played", "playing")),
    ],
)
def test_a_verb_has_its_forms(verb: str, forms: tuple[str, ...]) -> None:
    [(past, participle)] = principal_parts(verb)
    assert (third_person(verb), past[0], participle[0], present_participle(verb)[0]) == forms


def test_both_spellings_of_a_form_are_known() -> None:
    assert principal_parts("travel")[0].past == ("travelled", "traveled")
    assert present_participle("channel") == ("channelling", "channeling")


def test_verbs_that_are_alike_in_the_infinitive_are_two() -> None:
    assert [parts.past for parts in principal_parts("lie")] == [("lay",), ("lied",)]
    assert [parts.past for parts in principal_parts("hang")] == [("hung",), ("hanged",)]


@lru_cache
def _english_lines() -> tuple[str, ...]:
    entries = Blocks(ENTRIES)
    return tuple(english for number in range(len(entries)) for _, english in entries.pairs(number))


def _principal_parts_of_the_dictionary() -> Iterator[tuple[str, str, str]]:
    for line in _english_lines():
        for verb, past, participle in _PARTS.findall(line):
            yield verb, past.split(",")[0].strip(), participle.split(",")[0].strip()


_RARE, _TYPING_ERRORS = {"clepe", "flyblow", "housekeep"}, {"parget", "run", "work"}


def test_the_dictionarys_own_principal_parts_are_among_ours() -> None:
    given = set(_principal_parts_of_the_dictionary())
    assert len(given) > 200
    other = {
        (verb, past, participle)
        for verb, past, participle in given
        if not any(past in parts.past and participle in parts.participle for parts in principal_parts(verb))
    }
    assert {verb for verb, _, _ in other} == _RARE | _TYPING_ERRORS, other


def test_every_form_of_a_verb_of_the_dictionary_is_an_english_word() -> None:
    counts = Counter(verb for line in _english_lines() for verb in re.findall(r"(?:^|[;|] )to ([a-z]+)", line))
    common = [verb for verb, number in counts.items() if number > 1 and has(verb) and has(present_participle(verb)[0])]
    assert len(common) > 3_000
    unknown = {verb: [form for form in english_forms(verb, "verb") if not has(form)] for verb in common}
    told = {verb: forms for verb, forms in unknown.items() if forms}
    assert len(told) < 0.01 * len(common), told


def test_every_form_of_the_table_is_an_english_word() -> None:
    forms = {form for sets in IRREGULAR.values() for parts in sets for some in parts for form in some}
    assert {form for form in forms if not has(form)} == set()

"""Putting terms in holds for any text and any term: nothing fails, nothing else changes, twice is as once."""

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from workbench.engine import Drafter, embedded_package, put_form
from workbench.engine.terms.forms import marked, marked_source, required_form
from workbench.engine.terms.places import placed
from workbench.engine.terms.put_in import put_in
from workbench.glossary import KINDS, Entry, Glossary, TermHit, judge, plural, without_link
from workbench.text import Span

MARKERS = ("⟦", "⟧")
# Regex signs, right-to-left, markers, signs of markup, long words, nothing at all.
ODD = st.sampled_from(
    [
        "(",
        "[a-z]+",
        "\\",
        "$1",
        "a|b",
        "\u202eabc",
        "דמוקרטיה",
        "⟦x⟧",
        "⟧",
        "",
        " ",
        "\x00",
        "’s",
        "A-B",
        "x" * 300,
        "ß",
    ]
)
TERMS = st.one_of(
    ODD, st.text(max_size=20), st.from_regex(r"[A-ZÄÖÜ][a-zäöüß]{1,12}(?: [A-Za-z]{2,8})?", fullmatch=True)
)
ENTRIES = st.builds(
    Entry,
    de=st.lists(TERMS, min_size=1, max_size=2).map(tuple),
    en=TERMS,
    also=st.lists(TERMS, max_size=1).map(tuple),
    avoid=st.lists(TERMS, max_size=1).map(tuple),
    kind=st.sampled_from(KINDS),
)
TEXTS = st.one_of(st.text(max_size=60), st.lists(TERMS, max_size=6).map(" ".join))


@st.composite
def anywhere(draw: st.DrawFn) -> tuple[str, TermHit]:
    """A text, and a hit that claims any part of it."""
    german = draw(TEXTS)
    start = draw(st.integers(0, len(german)))
    end = draw(st.integers(start, len(german)))
    return german, TermHit(draw(ENTRIES), start, end, german[start:end])


@st.composite
def found(draw: st.DrawFn) -> tuple[str, tuple[TermHit, ...]]:
    """A text with German forms of some entries in it, and what a glossary finds there."""
    entries = draw(st.lists(ENTRIES, min_size=1, max_size=3))
    forms = [form for entry in entries for form in entry.de]
    german = " ".join(draw(st.lists(st.one_of(st.sampled_from(forms), TERMS), max_size=6)))
    return german, Glossary(entries).find(german)


@given(anywhere(), TEXTS, st.data())
@settings(max_examples=150, deadline=None)
def test_any_term_can_be_put_anywhere(case: tuple[str, TermHit], english: str, data: st.DataObject) -> None:
    german, hit = case
    start = data.draw(st.integers(0, len(english)))
    end = data.draw(st.integers(start, len(english)))
    changed = put_form(german, hit, english, Span(start, end))
    form = required_form(german, hit)
    assert form.casefold() in changed.casefold()
    assert form in (hit.entry.en, plural(hit.entry.en))


@given(found(), TEXTS)
@settings(max_examples=150, deadline=None)
def test_names_are_put_right_once_and_never_lost(case: tuple[str, tuple[TermHit, ...]], english: str) -> None:
    german, hits = case
    changed = put_in(german, hits, english)
    assert put_in(german, hits, changed) == changed
    if changed != english:
        before, after = placed(german, hits, english), placed(german, hits, changed)
        assert after.count(None) < before.count(None)


@given(found())
@settings(max_examples=150, deadline=None)
def test_what_looked_at_a_term_between_markers_looked_at_its_german(case: tuple[str, tuple[TermHit, ...]]) -> None:
    german, hits = case
    source = marked(german, hits, MARKERS)
    end = 0
    for hit in hits:
        form = f"⟦{required_form(german, hit)}⟧"
        place = source.offsets.there(Span(hit.start, hit.end))
        assert form in source.text[slice(*place)]
        back = source.offsets.back(place)
        assert back.start <= hit.start and hit.end <= back.end
        between = source.offsets.there(Span(end, hit.start)) if end < hit.start else Span(0, 0)
        assert source.offsets.back(between).end <= hit.start
        end = hit.end


@given(found())
@settings(max_examples=150, deadline=None)
def test_the_marked_source_keeps_all_but_linking_letters(
    case: tuple[str, tuple[TermHit, ...]],
) -> None:
    german, hits = case
    marked = marked_source(german, hits, MARKERS)
    rest = german
    for hit in reversed(hits):
        form = f"⟦{required_form(german, hit)}⟧"
        assert form in marked
        head, _, tail = marked.rpartition(form)
        genitive = hit.entry.kind != "term" and re.match(r"s(?!\w)", tail)
        marked = head + (tail[1:] if genitive else tail)
        after = re.sub(r"\A\w[\w-]*", lambda word: without_link(word[0]), rest[hit.end :])
        after = re.sub(r"\A(?:es?|en?|s|n)(?=\n)", "", after)
        rest = f"{rest[: hit.start]}\n{after}"
    assert _letters(marked) == _letters(rest)


WORDS = st.lists(st.sampled_from(["red", "fox", "and", "of", "the", "42", "(", "–", "naïve", "דג"]), max_size=8).map(
    " ".join
)
ENGLISH = st.sampled_from(["conscript", "head of state", "Ministry of Justice", "MP", "hour", "C++ (draft)", "⟦x⟧ y"])


@given(WORDS, WORDS, ENGLISH, st.sampled_from(["Xaver", "Xavers", "viele Xaver", "dem Xaver"]))
@settings(max_examples=150, deadline=None)
def test_what_stands_outside_the_place_stays(before: str, after: str, en: str, german: str) -> None:
    entry = Entry(("Xaver",), en)
    (hit,) = Glossary([entry]).find(german)
    english = f"{before} zzz {after}"
    span = Span(len(before) + 1, len(before) + 4)
    changed = put_form(german, hit, english, span)
    assert changed.startswith(f"{before} ") and changed.endswith(f" {after}")
    inner = changed[len(before) + 1 : len(changed) - len(after) - 1]
    assert inner.casefold() in (en.casefold(), plural(en).casefold())
    places = judge(entry, changed).met
    assert places or not en[-1].isalnum()
    for place in places:
        assert put_form(german, hit, changed, place) == changed


def _letters(text: str) -> str:
    return "".join(character for character in text.casefold() if character.isalnum())


@pytest.mark.parametrize(
    ("german", "entry"),
    [
        ("Die ⟦AFU⟧ und die AFU ⟧ schweigen.", Entry(("AFU",), "Armed ⟦Forces⟧", kind="organisation")),
        ("Das Programm C++ (neu) ist da.", Entry(("Programm",), r"(.*)\1 [a-z]+$")),
        ("Die Demokratie siegt.", Entry(("Demokratie",), "\u202eדמוקרטיה")),
        ("Der Wähler schweigt.", Entry(("Wähler",), "v" * 3000)),
        ("Der Wähler schweigt.", Entry(("Wähler",), "two words " * 500)),
    ],
)
def test_a_hostile_entry_costs_no_sentence(german: str, entry: Entry) -> None:
    drafter = Drafter(embedded_package())
    odd, good = drafter.draft([(german, Glossary([entry]).find(german)), ("Das Wetter ist gut.", ())])
    assert odd.english.strip() and "⟦" not in odd.english.replace(entry.en, "")
    assert len(odd.terms) == len(Glossary([entry]).find(german))
    assert "weather" in good.english.lower()

"""Putting other words in the place of what was found in the English: as changes to look through and tick."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from workbench.glossary import reworded
from workbench.problem import Problem, WorkbenchError
from workbench.project.searching.finder import finder
from workbench.project.searching.inflected import base_of
from workbench.project.searching.pattern import Pattern, TookTooLongError
from workbench.project.searching.query import Query
from workbench.project.searching.search import Hit
from workbench.project.searching.template import Template
from workbench.project.terms.changed_sentences import Hunk, changed_sentences
from workbench.project.terms.changes import Change
from workbench.text import Span, clean
from workbench.text.english_verbs import present_participle, principal_parts, third_person
from workbench.translation import ParagraphRecord, State

_Edit = tuple[Span, str]
_Edits = Callable[[str, tuple[Span, ...]], list[_Edit]]


def replacements(hits: Sequence[Hit], query: Query, replacement: str) -> Iterator[Change]:
    """What replacing all that was found in English would change, sentence by sentence, in the order of the hits.

    Paragraphs that are left out of the English stay as they are. Capitals stay as they were unless `query.capitals`.
    Words in any form are put in the form of what stood there, with its article and possessive; a form that cannot be
    made (of a verb, where the replacement is none) stays. Of a pattern the replacement may hold groups: `\\1`, `$1`,
    `\\g<name>`. Raises WorkbenchError, at once, for a replacement that cannot be, and for words in
    any order.
    """
    edits = _edits_of(query, clean(replacement))
    return (change for hit in hits if _may_change(hit) for change in _in_paragraph(hit, edits))


def _may_change(hit: Hit) -> bool:
    return hit.field == "english" and bool(hit.places) and hit.record.state is not State.SKIPPED


def _edits_of(query: Query, replacement: str) -> _Edits:
    if not query.text.strip():
        raise WorkbenchError(Problem("replace", "everything was looked for", "look for words that are to be replaced"))
    if query.any_order:
        mend = "look for one word, or for words as they stand together"
        raise WorkbenchError(Problem("replace", "words in any order were looked for", mend))
    if query.how == "regex":
        return _by_pattern(query, replacement)
    if query.how == "inflected":
        return lambda english, places: _in_its_form(query, replacement, english, places)
    return lambda english, places: [
        (place, replacement if query.capitals else as_it_stood(english[slice(*place)], query.text.strip(), replacement))
        for place in places
    ]


def _in_paragraph(hit: Hit, edits: _Edits) -> Iterator[Change]:
    record: ParagraphRecord = hit.record
    english = record.english
    new, hunks, at, length = "", list[Hunk](), 0, 0
    for cut, put in edits(english, hit.places):
        if cut.start < at or english[slice(*cut)] == put:
            continue
        new += english[at : cut.start]
        length = len(new)
        new += put
        hunks.append((cut, Span(length, length + len(put))))
        at = cut.end
    if hunks:
        yield from changed_sentences(hit.document, hit.paragraph, record, new + english[at:], hunks)


def as_it_stood(found: str, wanted: str, replacement: str) -> str:
    """A replacement in the capitals of what was found where these differ from those of what was looked for.

    >>> as_it_stood("KIEV", "Kiev", "Kyiv"), as_it_stood("The", "the", "this"), as_it_stood("the", "The", "This")
    ('KYIV', 'This', 'this')
    """
    letters = "".join(filter(str.isalpha, found))
    if letters.isupper() and len(letters) > 1 and not wanted.isupper():
        return replacement.upper()
    if found[:1].isupper() and wanted[:1].islower():
        return replacement[:1].upper() + replacement[1:]
    if found[:1].islower() and wanted[:1].isupper() and not replacement[1:2].isupper():
        return replacement[:1].lower() + replacement[1:]
    return replacement


def _by_pattern(query: Query, replacement: str) -> _Edits:
    pattern = finder(query)
    assert isinstance(pattern, Pattern)
    template = Template(replacement, pattern.compiled)

    def edits(english: str, _: tuple[Span, ...]) -> list[_Edit]:
        try:
            return [(Span(*match.span()), clean(template.filled(match))) for match in pattern.matches(english)]
        except TookTooLongError:
            return []

    return edits


def _in_its_form(query: Query, replacement: str, english: str, places: tuple[Span, ...]) -> list[_Edit]:
    wanted = " ".join(query.text.split())
    found = []
    for place in places:
        there = english[slice(*place)]
        verb = as_verb(there.lower(), wanted.lower(), replacement)
        if verb:
            found.append((place, as_it_stood(there, wanted.lower() if there[:1].isupper() else wanted, verb)))
        elif _is_noun_form(there.lower(), wanted.lower()):
            found.append(reworded(english, place, (wanted,), replacement))
    return found


def _is_noun_form(found: str, wanted: str) -> bool:
    """Whether what was found is the word itself or its plural, and no form of a verb."""
    return found == wanted or (found[:1] == wanted[:1] and found.endswith("s")) or not _is_known_form(found, wanted)


def _is_known_form(found: str, wanted: str) -> bool:
    """Whether only the dictionary leads from one to the other: of such a form nobody knows what it is."""
    return base_of(found) == base_of(wanted)


def as_verb(found: str, wanted: str, replacement: str) -> str:
    """The form of a verb in which another was found: `agreed` where `decided` stood for decide; "" where it was none.

    >>> as_verb("decided", "decide", "agree"), as_verb("went", "go", "take"), as_verb("deciding", "decide", "run")
    ('agreed', 'took', 'running')
    """
    if " " in wanted or not wanted.isalpha() or not replacement.isalpha() or found == wanted:
        return ""
    if found in present_participle(wanted):
        return present_participle(replacement)[0]
    for parts in principal_parts(wanted):
        if found in parts.past:
            return principal_parts(replacement)[0].past[0]
        if found in parts.participle:
            return principal_parts(replacement)[0].participle[0]
    return third_person(replacement) if found == third_person(wanted) and base_of(found) == wanted else ""

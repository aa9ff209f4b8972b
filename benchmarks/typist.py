"""How many keys completion saves a typist who types a human translation, and how long a suggestion takes.

    uv run python -m benchmarks.typist wmt16.de wmt16.en --lines 301-600
    uv run python -m benchmarks.typist wmt16.de wmt16.en --lines 1-300 --every 5 --workers 1
    uv run python -m benchmarks.typist wmt16.de wmt16.en --seconds

A made-up typist types the reference letter by letter. Whenever the next word of the suggestion (or the rest of the word
at the cursor) is what comes next in the reference to the letter, and is longer than one character, the typist takes it,
which is one key (Tab). Keys are counted against the characters of the reference: `nothing` is none saved. Side by side:
word completion alone, as editors have it (the first word of draft and glossary that begins with the letters typed);
glossary, draft and package each by themselves; all of them, as the desk shows them. The typist always waits for the
package, so this is the most that it can save. `by source`: of the keys that all of them saved, and how many of the
suggested words were taken where one was shown. Quotation marks and dashes of the references count as plain ones.

The glossary is drawn from all pairs given by a rule (benchmarks/drawn_glossary.py: names that occur in two of them or
more), as a newsroom would have it. Rules and limits were set on lines 1 to 300. `--every N`: each Nth line alone.

`--seconds`: how long the package takes for a suggestion, for German sentences of 27 to 33 words, at each of ten places
of the reference, half of them inside of a word.
"""

from __future__ import annotations

import argparse
import time
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field, replace
from functools import partial
from pathlib import Path

from benchmarks.drawn_glossary import drawn_glossary
from harness.scores import PLAIN
from workbench.engine import Drafter, embedded_package, find_package
from workbench.glossary import Glossary
from workbench.project.completing.from_package import package_ways
from workbench.project.completing.ranked import suggestions
from workbench.project.completing.suggestion import SOURCES, Suggestion
from workbench.project.completing.writing import Known, Version, Writing
from workbench.text import Span
from workbench.text.house_style import NO_STYLE

WAYS = ("word completion", "glossary", "draft", "package", "all")
LONG = range(27, 34)
PLACES = 10

Suggest = Callable[[Writing], Suggestion | None]


@dataclass
class Count:
    """What one way of completing came to."""

    characters: int = 0
    keys: int = 0
    shown: Counter[str] = field(default_factory=Counter)
    taken: Counter[str] = field(default_factory=Counter)
    saved: Counter[str] = field(default_factory=Counter)

    def add(self, other: Count) -> None:
        """Count another sentence."""
        self.characters += other.characters
        self.keys += other.keys
        self.shown += other.shown
        self.taken += other.taken
        self.saved += other.saved


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("german", type=Path)
    parser.add_argument("english", type=Path)
    parser.add_argument("--lines", default="301-600", metavar="FROM-TO")
    parser.add_argument("--every", type=int, default=1)
    parser.add_argument("--workers", type=int, default=2)
    parser.add_argument("--package", default="", metavar="ID")
    parser.add_argument("--seconds", action="store_true")
    options = parser.parse_args()
    texts = [path.read_text(encoding="utf-8").splitlines() for path in (options.german, options.english)]
    pairs = [(german, " ".join(english.translate(PLAIN).split())) for german, english in zip(*texts, strict=True)]
    first, last = map(int, options.lines.split("-"))
    drafter = Drafter(find_package(options.package) if options.package else embedded_package())
    chosen = pairs[first - 1 : last]
    if options.seconds:
        _seconds(chosen, drafter)
    else:
        _keys(chosen[:: options.every], drawn_glossary(pairs), drafter, options.workers)


# Keys


def _keys(pairs: Sequence[tuple[str, str]], glossary: Glossary, drafter: Drafter, workers: int) -> None:
    hits = [tuple(glossary.find(german)) for german, _ in pairs]
    drafts = drafter.draft([(german, some) for (german, _), some in zip(pairs, hits, strict=True)])
    known = []
    for (german, _), some, draft in zip(pairs, hits, drafts, strict=True):
        all_of_it = Span(0, len(german))
        version = Version(all_of_it, draft.english.translate(PLAIN), "draft")
        known.append(Known(german, (all_of_it,), some, (version,)))
    counts = {way: Count() for way in WAYS}
    with ThreadPoolExecutor(workers) as pool:
        for made in pool.map(partial(_typed, drafter=drafter), known, [english for _, english in pairs]):
            for way, count in made.items():
                counts[way].add(count)
    _table(len(pairs), counts)


def _typed(known: Known, reference: str, drafter: Drafter) -> dict[str, Count]:
    """What each way comes to for one sentence."""
    remembered: list[str] = []

    def ways(writing: Writing) -> list[str]:
        if not any(way.startswith(writing.english) and way != writing.english for way in remembered):
            found = package_ways(writing, known, drafter, NO_STYLE)
            remembered[:0] = [way.translate(PLAIN) for way in found]
        return [way for way in remembered if way.startswith(writing.english)]

    no_terms, no_draft = replace(known, hits=()), replace(known, versions=())
    nothing = replace(no_terms, versions=())
    suggests: dict[str, Suggest] = {
        "word completion": lambda writing: _word_alone(writing, known),
        "glossary": lambda writing: _first(suggestions(writing, no_draft)),
        "draft": lambda writing: _first(suggestions(writing, no_terms)),
        "package": lambda writing: _first(suggestions(writing, nothing, ways(writing))),
        "all": lambda writing: (
            _first(suggestions(writing, known)) or _first(suggestions(writing, known, ways(writing)))
        ),
    }
    made = {}
    for way, suggest in suggests.items():
        remembered.clear()
        made[way] = typing(reference, known, suggest)
    return made


def _first(found: Sequence[Suggestion]) -> Suggestion | None:
    return found[0] if found else None


def typing(reference: str, known: Known, suggest: Suggest) -> Count:
    """Type a reference; what is suggested stays as long as it is what is typed."""
    count, at = Count(characters=len(reference)), 0
    current: Suggestion | None = None
    while at < len(reference):
        if current is None:
            current = suggest(Writing(known.sentences[0], reference[:at]))
        step = 1
        if current is not None:
            word = current.word
            count.shown[current.source] += 1
            if len(word) > 1 and reference.startswith(word, at) and not _goes_on(word, reference, at):
                step = len(word)
                count.taken[current.source] += 1
                count.saved[current.source] += step - 1
        count.keys += 1
        current = current.after(reference[at : at + step]) if current else None
        at += step
    return count


def _goes_on(word: str, reference: str, at: int) -> bool:
    """Whether the reference's word is longer than this one: nobody takes `state` for `statement`."""
    end = at + len(word)
    return word[-1].isalnum() and reference[end : end + 1].isalnum()


def _word_alone(writing: Writing, known: Known) -> Suggestion | None:
    """What an editor's word completion has: the first word of draft and glossary that begins so, two letters typed."""
    half = writing.half
    if len(half) < 2:
        return None
    words = (word for text in _texts(known) for word in text.split())
    word = next((word.strip(".,;:!?\"'()") for word in words if word.startswith(half) and len(word) > len(half)), "")
    return Suggestion(word[len(half) :], "draft") if len(word) > len(half) else None


def _texts(known: Known) -> Iterable[str]:
    yield from (version.english for version in known.versions)
    yield from (hit.entry.en for hit in known.hits)


def _table(sentences: int, counts: dict[str, Count]) -> None:
    print(f"{sentences} sentences, {counts['all'].characters} characters")
    print(f"{'':18}{'keys':>8}{'saved':>9}")
    print(f"{'nothing':18}{counts['all'].characters:8}{0:8.1f}%")
    for way, count in counts.items():
        print(f"{way:18}{count.keys:8}{100 * (1 - count.keys / count.characters):8.1f}%")
    whole = counts["all"]
    print(f"\nby source (all){'saved':>10}{'words':>8}{'of those shown':>17}")
    for source in SOURCES:
        if whole.shown[source]:
            share = 100 * whole.taken[source] / whole.shown[source]
            saved = 100 * whole.saved[source] / whole.characters
            print(f"{source:15}{saved:9.1f}%{whole.taken[source]:8}{share:16.0f}%")


# Seconds


def _seconds(pairs: Sequence[tuple[str, str]], drafter: Drafter) -> None:
    long = [(german, english) for german, english in pairs if len(german.split()) in LONG]
    drafter.load()
    took = []
    for german, english in long:
        known = Known(german, (Span(0, len(german)),))
        for place in range(PLACES):
            at = len(english) * place // PLACES
            at = english.rfind(" ", 0, at + 1) + 1 + 2 * (place % 2)
            begin = time.perf_counter()
            package_ways(Writing(known.sentences[0], english[:at]), known, drafter, NO_STYLE)
            took.append(1e3 * (time.perf_counter() - begin))
    took.sort()
    print(f"{len(long)} sentences of {LONG[0]} to {LONG[-1]} words, {len(took)} suggestions: ", end="")
    print(f"median {took[len(took) // 2]:.0f} ms, p95 {took[len(took) * 95 // 100]:.0f} ms, most {took[-1]:.0f} ms")


if __name__ == "__main__":
    main()

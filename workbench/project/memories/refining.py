"""What is added to offers once they are shown: matches that the package repaired, and the English of stretches."""

from __future__ import annotations

from collections.abc import Callable, Generator, Mapping, Sequence
from concurrent.futures import Future
from contextlib import AbstractContextManager, closing
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING, Protocol

from workbench.glossary import Glossary
from workbench.project.delivery import Deliver
from workbench.project.folder.layout import Layout
from workbench.project.jobs import Lanes
from workbench.project.memories.offers import Offer, OffersHere
from workbench.project.settings.settings import Settings
from workbench.project.termbase import Termbase
from workbench.text.house_style import HouseStyle
from workbench.translation import ParagraphRecord

if TYPE_CHECKING:  # the engine is loaded when something is refined
    from workbench.engine import DraftCache, Drafter
    from workbench.project.memories.repairing import Repair

Take = Callable[[OffersHere, OffersHere], None]
"""Takes offers as they were, and as they are now."""

_Key = tuple[str, str, str]
"""A German text, the German of a match, and its English with its codes."""
MOST_REPAIRED = 2
"""So many of the offers are repaired, the best; each takes as long as a few drafts."""
_KEPT = 400


class OfProject(Protocol):
    """The project: where it lies, what is in force, and its package."""

    layout: Layout
    settings: Settings
    termbase: Termbase

    @property
    def drafter(self) -> Drafter:
        """The package in use. Raises WorkbenchError where it is gone."""

    @property
    def read_only(self) -> bool:
        """Whether nothing is written into its folder."""


class Desk(Protocol):
    """The document that offers are made for, and where they are made and handed over (the session)."""

    lanes: Lanes
    deliver: Deliver

    @property
    def project(self) -> OfProject:
        """The project."""

    @property
    def paragraphs(self) -> Sequence[ParagraphRecord]:
        """The document's paragraphs as they are now."""


class Refining:
    """Refines the offers that were shown last: in the model's lane, before drafts, and the English of stretches in that
    of look-ups. What is asked for anew takes the place of what was. Where it cannot be done (a package that is gone)
    the offers stay as they are. Repairs are remembered as long as the glossary and the style are the same.
    """

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self._begun: OffersHere | None = None
        self._repairs: dict[_Key, Repair | None] = {}
        self._of: tuple[Glossary, HouseStyle] | None = None

    def with_known(self, here: OffersHere) -> OffersHere:
        """Offers with the repairs that were made before."""
        keys = self._keys(here)
        if not keys:
            return here if here.stretches else replace(here, refined=True)
        repairs = self._repairs
        offers = [
            replace(offer, repair=repairs.get(keys[at])) if at in keys else offer
            for at, offer in enumerate(here.offers)
        ]
        return replace(here, offers=tuple(offers), refined=all(key in repairs for key in keys.values()))

    def begin(self, here: OffersHere, take: Take) -> None:
        """Refine these offers, unless that is under way; `take` gets what comes of it, in the thread of commands."""
        if self._begun is here:
            return
        self._begun = here
        lanes = self._desk.lanes
        if keys := self._keys(here):
            germans = [record.german for record in self._desk.paragraphs]
            work = partial(self._repaired, here, keys, germans, self._in_force(), self._repairs)
            made = lanes.model.submit(work, name="repair", urgent=True)
        else:
            made = lanes.look_up.submit(partial(self._with_places, here), name="places of stretches")
        made.add_done_callback(partial(self._made, here, take))

    def _made(self, before: OffersHere, take: Take, done: Future[OffersHere]) -> None:
        if not done.cancelled() and done.exception() is None:
            self._desk.deliver(partial(take, before, done.result()))

    def _in_force(self) -> tuple[Glossary, HouseStyle]:
        return self._desk.project.termbase.glossary, self._desk.project.settings.style

    def _keys(self, here: OffersHere) -> dict[int, _Key]:
        """What the repair of each offer that is to be repaired is remembered by, by its place among the offers."""
        if not self._desk.project.settings.repair:
            return {}
        in_force = self._in_force()
        if self._of is None or self._of[0] is not in_force[0] or self._of[1] != in_force[1]:
            self._of, self._repairs = in_force, {}
        places = [at for at, offer in enumerate(here.offers) if may_be_repaired(offer)][:MOST_REPAIRED]
        return {at: _key(here, here.offers[at]) for at in places}

    # In the lanes

    def _repaired(
        self,
        here: OffersHere,
        keys: Mapping[int, _Key],
        germans: Sequence[str],
        in_force: tuple[Glossary, HouseStyle],
        repairs: dict[_Key, Repair | None],
    ) -> Generator[None, None, OffersHere]:
        from workbench.project.memories.repairing import Using, repair_of

        project, offers = self._desk.project, list(here.offers)
        glossary, style = in_force
        drafter = project.drafter.of_document(germans, style.dialect)
        with self._cache() as cache:
            for at, key in keys.items():
                if key not in repairs:
                    yield
                    text, known, _ = key
                    using = Using(glossary, style, drafter, cache)
                    while len(repairs) >= _KEPT:
                        del repairs[next(iter(repairs))]
                    repairs[key] = repair_of(text, known, offers[at].target, using)
                offers[at] = replace(offers[at], repair=repairs[key])
        return replace(here, offers=tuple(offers), refined=True)

    def _with_places(self, here: OffersHere) -> Generator[None, None, OffersHere]:
        from workbench.engine.counterpart import counterpart

        drafter, stretches = self._desk.project.drafter, []
        with self._cache() as cache:
            for stretch, _ in here.stretches:
                yield
                pair = stretch.pair
                english = counterpart(pair.source.text, pair.target.text, stretch.there, drafter, cache)
                stretches.append((stretch, english))
        return replace(here, stretches=tuple(stretches), refined=True)

    def _cache(self) -> AbstractContextManager[DraftCache]:
        from workbench.engine import DraftCache

        project = self._desk.project
        return closing(DraftCache(None if project.read_only else project.layout.drafts))


def may_be_repaired(offer: Offer) -> bool:
    """Whether words of an offer's German are others: not where all that differs has been put right."""
    words = (part.text for part in offer.diff if part.kind != "same")
    return not offer.put_right and any(letter.isalnum() for text in words for letter in text)


def _key(here: OffersHere, offer: Offer) -> _Key:
    return here.sentence.text.text, offer.match.pair.source.text, offer.target.shown()

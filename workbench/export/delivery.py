"""What is handed over: a translation, with what is to be said of it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field, replace

from workbench.checks import Finding
from workbench.formats.languages import English
from workbench.glossary import Glossary
from workbench.text.house_style import NO_STYLE, HouseStyle
from workbench.translation import State, TranslationRecord


def _always() -> bool:
    return True


@dataclass(frozen=True, slots=True)
class Delivery:
    """A translation as it goes out.

    `findings`: what the checks say of each paragraph (from 0), for documents that show it. `left_out`: the paragraphs
    that are not handed over; in `record` they are skipped ones (see `without`). `unchanged`: those of them that were
    handed over before as they are now; `beside`: what else is other since then, as it is told (taken out, moved).
    `house`: the house style, which says what English a spelling check is to go by; `last_line`: the credit line that
    stands below the English.
    `wanted`: whether anybody still waits for it; asked now and then while another program makes the document.
    """

    record: TranslationRecord
    glossary: Glossary
    findings: Mapping[int, tuple[Finding, ...]] = field(default_factory=dict)
    left_out: frozenset[int] = frozenset()
    unchanged: frozenset[int] = frozenset()
    beside: str = ""
    house: HouseStyle = NO_STYLE
    last_line: str = ""
    wanted: Callable[[], bool] = field(default=_always, compare=False)

    @property
    def english(self) -> English:
        """The English as BCP 47 names it: American where the house style spells so, else British."""
        return "en-US" if self.house.spelling == "american" else "en-GB"


def unreviewed(record: TranslationRecord) -> tuple[int, ...]:
    """The paragraphs (from 0) neither reviewed nor skipped; to be told before a document goes out."""
    done = (State.REVIEWED, State.SKIPPED)
    return tuple(index for index, paragraph in enumerate(record.paragraphs) if paragraph.state not in done)


def only_reviewed(delivery: Delivery) -> Delivery:
    """The delivery without the paragraphs that are not reviewed."""
    return without(delivery, unreviewed(delivery.record))


def only_changed(delivery: Delivery, unchanged: Iterable[int], beside: str = "") -> Delivery:
    """The delivery without the paragraphs (from 0) that were handed over before as they are now."""
    return replace(without(delivery, unchanged), unchanged=delivery.unchanged | frozenset(unchanged), beside=beside)


def without(delivery: Delivery, left_out: Iterable[int]) -> Delivery:
    """The delivery without some paragraphs (from 0): no format has any of their text."""
    gone = frozenset(left_out)
    paragraphs = tuple(
        replace(paragraph, state=State.SKIPPED) if index in gone else paragraph
        for index, paragraph in enumerate(delivery.record.paragraphs)
    )
    return replace(delivery, record=replace(delivery.record, paragraphs=paragraphs), left_out=delivery.left_out | gone)

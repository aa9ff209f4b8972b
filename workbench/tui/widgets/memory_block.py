"""The part of the panel that shows what the memories have for the sentence the user is at."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from rich.style import Style
from rich.text import Text

from workbench.project.memories.filling import where_from
from workbench.project.memories.offers import Offer, OffersHere
from workbench.tui.differences import append_difference

Look = Callable[[str], Style]
"""The style of one of the panel's looks."""

TITLE = "From the memory"
INDENT = 3
"""Cells before what belongs to the offer above."""


def title(here: OffersHere) -> str:
    """The block's title: which sentence of the paragraph it is about, where there are several."""
    return f"{TITLE} · sentence {here.number} of {here.of}" if here.of > 1 else TITLE


def lines(here: OffersHere, look: Look) -> list[Text]:
    """The offers, each with the key that puts it in; where there is none, the longest stretches."""
    found = [_offer(number, offer, look) for number, offer in enumerate(here.offers, start=1)]
    return found or list(_stretches(here, look))


def _offer(number: int, offer: Offer, look: Look) -> Text:
    """`1  98 %  The council meets on 4 June.  gipfel.txt ¶3`, and below it what differs in the German.

    A repaired one stands below it, with the words that the package took out and put in.
    """
    line = Text.assemble((f"{number}  ", look("strong")), (_percent(offer), look("head")), "  ", offer.target.text)
    line.append(f"  {where_from(offer.match)}", look("quiet"))
    if offer.diff:
        append_difference(line.append("\n" + " " * INDENT), offer.diff, look("error"))
    told = [f"{was} → {now}" for was, now in offer.put_right]
    if told:
        line.append(f"\n{' ' * INDENT}⇄ put right: {', '.join(told)}", look("good"))
    if offer.repair:
        head = (f"{offer.match.percent} % repaired", look("head"))
        line.append_text(Text.assemble("\n", (f"{number} {number}  ", look("strong")), head, "  "))
        append_difference(line, offer.repair.diff, look("error"))
    return line


def _percent(offer: Offer) -> str:
    """The percentage, with what was taken off it: `95 % (98 − 3 aligned)`."""
    match = offer.match
    off = f" ({match.percent + match.penalty} − {match.penalty} {match.why})" if match.penalty else ""
    return f"{match.percent} %{off}"


def _stretches(here: OffersHere, look: Look) -> Iterator[Text]:
    for number, (stretch, english) in enumerate(here.stretches, start=1):
        said = here.sentence.text.text[slice(*stretch.here)]
        target = stretch.pair.target.text
        line = Text.assemble(
            (f"{number}  ", look("strong")), ("… ", look("quiet")), (said, Style(underline=True)), " … → "
        )
        shown = Text(target)
        if english is not None:
            shown.stylize(look("quiet"), 0, english.start)
            shown.stylize(Style(underline=True, bold=True), *english)
            shown.stylize(look("quiet"), english.end)
        yield line.append_text(shown).append(f"  {where_from(stretch)}", look("quiet"))

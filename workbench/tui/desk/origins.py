"""At the desk: going to the paragraph that a match of the memory is from, and back."""

from __future__ import annotations

from workbench.tui.desk import memory
from workbench.tui.desk.workplace import Workplace


def to_match(desk: Workplace) -> None:
    """Go to where the offer that was put in last, or the best one, is from; there, back."""
    now, went = (desk.session.document, desk.index), desk.at_memory.went
    if went is not None and went[1] == now:
        desk.at_memory.went = None
        desk.go_to(*went[0], "Back.")
        return
    found = memory.here(desk)
    if found is None:
        desk.status.tell(memory.ASKED)
        return
    from workbench.project.memories.filling import where_from
    from workbench.project.memories.reachable import in_order, place_in

    matches = in_order(found, memory.number_put_in(desk))
    layout = desk.session.project.layout
    place = next(filter(None, (place_in(layout, match) for match in matches)), None)
    if place is not None and place != now:
        desk.at_memory.went = now, place
        desk.go_to(*place, "Here the match is from · Z back")
    elif matches:
        desk.status.tell(f"It is from {where_from(matches[0])}: there is no document of that here.")
    else:
        desk.status.tell("The memory has nothing for this sentence.")

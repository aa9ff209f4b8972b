"""The memories in force for who only asks: nothing is written into any of them, not even what is reviewed since."""

from __future__ import annotations

from collections.abc import Callable, Generator

from workbench.memory import Memory
from workbench.project.folder.layout import Layout
from workbench.project.memories.keeping import Keeping
from workbench.project.memories.opened import Memories
from workbench.project.settings.settings import Settings


def only_asked(layout: Layout, settings: Callable[[], Settings]) -> Generator[tuple[int, int], None, Memories]:
    """The memories as a translator meets them, the project's own as its records are now, those of the files in
    `memories/` as these are. Close them afterwards.

    A job in steps: how many records have been looked at, of how many. The project's own is made in RAM, so that its
    file may be out of date, or open elsewhere. What cannot be used is in the `problems` of what comes of it.
    """
    memories = Memories(layout, settings, read_only=True, own=Memory.open(None))
    keeping = Keeping(memories, layout, pause=0.0)
    for _ in keeping.make():
        yield keeping.done, keeping.total
    for done in memories.laid_in.take_in():
        if done is not None:
            memories.tell_of(done)
        yield keeping.done, keeping.total
    return memories

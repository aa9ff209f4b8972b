"""The paragraphs that the user was at, in all documents, to go back to and forward again as in a browser."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from workbench.project.own.bookmarks import Place

MOST = 500
"""Paragraphs that are kept."""


@dataclass(frozen=True, slots=True)
class Visited:
    """A paragraph (from 0) of a document, and its German then, by which it is found again."""

    document: str
    paragraph: int
    german: str = ""

    @property
    def place(self) -> Place:
        """Where it is."""
        return self.document, self.paragraph


class Trail:
    """Where the user was, one paragraph after the other, and where in that the user is.

    A paragraph that was only passed on the way is not kept, unless something was done there. Whoever goes anywhere else
    than a row or a page on cannot go forward any more.
    """

    def __init__(self, most: int = MOST) -> None:
        self._visited: list[Visited] = []
        self._at, self._most = -1, most
        self._worked = False
        self._left: int | None = None
        """Where going back or forward began, until it is seen whether that led anywhere."""

    def see(self, here: Visited, *, passing: bool = False) -> None:
        """The user is at a paragraph; `passing`: came a row or a page on from the one before."""
        if self._visited and self._visited[self._at].place == here.place:
            self._left = None
            return
        if passing and self._visited and not self._worked:
            self._visited[self._at] = here
        else:
            self._at += 1
            self._visited[self._at : self._at if passing else None] = [here]
            if len(self._visited) > self._most:
                del self._visited[0]
                self._at -= 1
        self._worked, self._left = False, None

    def worked(self, places: Iterable[Place]) -> None:
        """Something was done in these paragraphs: the one where the user is, is kept if it is one of them."""
        self._worked = self._worked or (bool(self._visited) and self._visited[self._at].place in places)

    def go(self, here: Visited, by: int) -> Place | None:
        """The place to go to: where the user was before (-1), or went on to from here (1); None where there is none."""
        if self._left is not None and self._visited[self._left].place == here.place:
            self._missed(self._left)
        self.see(here)
        to = self._at + by
        while 0 <= to < len(self._visited) and self._visited[to].place == here.place:
            to += by
        if not 0 <= to < len(self._visited):
            return None
        self._left, self._at = self._at, to
        self._worked = True  # what was gone back to stays, also when one goes on from there row by row
        return self._visited[to].place

    def _missed(self, left: int) -> None:
        """What was to be gone to is not there any more: the user is where it began."""
        del self._visited[self._at]
        self._at = left - (self._at < left)
        self._left = None

    def renumber(self, document: str, germans: Sequence[str]) -> None:
        """A document's paragraphs are others, with this German: those that were visited are where theirs stands now.

        Where it stands nowhere any more, they are at their number, or at the last one.
        """
        places: defaultdict[str, list[int]] = defaultdict(list)
        for index, german in enumerate(germans):
            places[german].append(index)
        for at, one in enumerate(self._visited):
            if one.document == document and germans:
                same = places.get(one.german) or [min(one.paragraph, len(germans) - 1)]
                nearest = min(same, key=lambda index: abs(index - one.paragraph))
                self._visited[at] = replace(one, paragraph=nearest)

"""What a change did to the text of a glossary file, so that it can be taken back to the letter."""

from __future__ import annotations

from dataclasses import dataclass
from hashlib import sha256


@dataclass(frozen=True, slots=True)
class Patch:
    """One stretch of a text and what stands there now; with it what tells the whole text before and after."""

    at: int
    old: str
    new: str
    before: bytes
    after: bytes

    @classmethod
    def between(cls, before: str, after: str) -> Patch:
        """The patch that makes `after` of `before`."""
        start = _alike(before, after)
        end = _alike(before[start:][::-1], after[start:][::-1])
        return cls(
            start, before[start : len(before) - end], after[start : len(after) - end], _told(before), _told(after)
        )

    def reversed(self) -> Patch:
        """The patch that takes this one back."""
        return Patch(self.at, self.new, self.old, self.after, self.before)

    def applied(self, text: str) -> str | None:
        """The text with the change; None where it is another than the one that was changed.

        >>> Patch.between("- a\\n- b\\n", "- b\\n").reversed().applied("- b\\n")
        '- a\\n- b\\n'
        """
        if _told(text) != self.before:
            return None
        return text[: self.at] + self.new + text[self.at + len(self.old) :]


def _alike(one: str, other: str) -> int:
    """How many characters two texts have in common at their beginnings."""
    low, high = 0, min(len(one), len(other))
    while low < high:
        middle = (low + high + 1) // 2
        if one[low:middle] == other[low:middle]:
            low = middle
        else:
            high = middle - 1
    return low


def _told(text: str) -> bytes:
    return sha256(text.encode(errors="surrogatepass")).digest()

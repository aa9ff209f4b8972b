"""The desk on a terminal: its keys, and how what it shows is read from the screen's text."""

from __future__ import annotations

import re


class Desk:
    """The desk's keys, and what it shows: all that has to change here when it works or looks otherwise."""

    DOWN, OPEN, LEAVE, ACCEPT = "\x1b[B", "\r", "\x1b", "a"
    CURRENT = re.compile(r"^▌\s*(\d+) (\S)", re.MULTILINE)
    REVIEWED = re.compile(r"(\d+) of \d+ reviewed")
    NEW = "·"
    DOCUMENTS = "o"
    LISTED = re.compile(r"^▌ (\S+)", re.MULTILINE)
    COUNTING = "counting:"
    EDITING, BROWSING, ASKING = "Esc Done", "Enter Edit", "Accept it all the same?"

    @classmethod
    def current(cls, text: str) -> int:
        """The number of the current paragraph; 0 if none is on the screen."""
        found = cls.CURRENT.search(text)
        return int(found[1]) if found else 0

    @classmethod
    def listed(cls, text: str) -> str:
        """The document that the user is at in the list of all; empty where that is not on the screen."""
        found = cls.LISTED.search(text)
        return found[1] if found else ""

    @classmethod
    def is_drafted(cls, text: str) -> bool:
        """Whether the current paragraph has English."""
        found = cls.CURRENT.search(text)
        return found is not None and found[2] != cls.NEW

    @classmethod
    def reviewed(cls, text: str) -> int:
        """How many paragraphs are reviewed; -1 if it is not told."""
        found = cls.REVIEWED.search(text)
        return int(found[1]) if found else -1

    @classmethod
    def editing(cls, text: str) -> bool:
        """Whether the cell is open."""
        return cls.EDITING in text and cls.BROWSING not in text

    @classmethod
    def browsing(cls, text: str) -> bool:
        """Whether no cell is open."""
        return cls.BROWSING in text

    @classmethod
    def asking(cls, text: str) -> bool:
        """Whether a paragraph that breaks a rule is to be accepted all the same; Enter does it."""
        return cls.ASKING in text

"""The project's own words: English that no dictionary has and that is right all the same, one a line in `words.dic`."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable
from pathlib import Path

from workbench.checks import Finding
from workbench.files import read_regular, stamp, write_inside
from workbench.problem import Problem, WorkbenchError
from workbench.text import clean_line
from workbench.text.words import Dialect, Vocabulary, is_ready, meant, read

WORDS_FILE = "words.dic"

_LARGEST = 2_000_000
_LONGEST = 60
_MOST_PROBLEMS = 20
_HEADER = "# English words of this project that no dictionary has, one a line.\n"
_MEND = "this is no list of words; move it away"


class ProjectWords:
    """The list of a project's own words, and with it what counts as an English word there.

    `at_leisure` is for a screen: it does not wait for the dictionaries, and calls `read` in a lane.
    """

    def __init__(
        self,
        root: Path,
        must_be_writable: Callable[[], None],
        *,
        dialect: Dialect = "both",
        at_leisure: bool = False,
    ) -> None:
        self.path = root / WORDS_FILE
        self.problems: tuple[Problem, ...] = ()
        """What is wrong in the file; its other words are known."""
        self._root, self._must_be_writable, self._at_leisure = root, must_be_writable, at_leisure
        self._known = Vocabulary(dialect=dialect)
        self._seen: tuple[int, int] | None = (-1, -1)
        self.reload()

    @property
    def vocabulary(self) -> Vocabulary | None:
        """What counts as an English word; another object after each change. None until the dictionaries are read."""
        return None if self._at_leisure and not is_ready() else self._known

    @property
    def own(self) -> frozenset[str]:
        """The words of the list."""
        return self._known.own

    def read(self) -> None:
        """Read the dictionaries, if nobody has yet."""
        read()

    def reload(self) -> bool:
        """Read the list again if it changed on the disk; True if it had. A file that cannot be read is a problem."""
        seen = stamp(self.path)
        if seen == self._seen:
            return False
        self._seen = seen
        try:
            own, self.problems = _words_of(self._text(), self.path)
        except WorkbenchError as error:
            own, self.problems = frozenset(), (error.problem,)
        self._known = Vocabulary(own, self._known.dialect)
        return True

    def know(self, word: str) -> bool:
        """Take a word into the list; False if it is there. Raises WorkbenchError, with the file unchanged."""
        return self._change(lambda text: with_word(text, word))

    def forget(self, word: str) -> bool:
        """Take a word out of the list; False if it is not there. Raises WorkbenchError, with the file unchanged."""
        return self._change(lambda text: without_word(text, word))

    def meant(self, word: str) -> tuple[str, ...]:
        """What a word that is no English may have been meant to be, at most three; takes up to a second."""
        return meant(word, self._known.dialect)

    def knows(self, word: str) -> bool:
        """Whether a word is English here; before the dictionaries are read, none is."""
        return self.vocabulary is not None and not self.vocabulary.unknown(word)

    def _change(self, edit: Callable[[str], str]) -> bool:
        self._must_be_writable()
        text = self._text()
        changed = edit(text)
        if changed != text:
            write_inside(self._root, self.path, changed.encode())
        self.reload()
        return changed != text

    def _text(self) -> str:
        data = read_regular(self.path, _LARGEST, _MEND) or b""
        try:
            return data.decode("utf-8-sig")
        except UnicodeDecodeError as error:
            line = data[: error.start].count(b"\n") + 1
            mend = "save it as UTF-8 in your editor"
            raise WorkbenchError(Problem(self.path, "is not written in UTF-8", mend, line)) from error


def _words_of(text: str, path: Path) -> tuple[frozenset[str], tuple[Problem, ...]]:
    """The words of a list, and what is wrong with its other lines."""
    own: set[str] = set()
    problems: list[Problem] = []
    for number, line in enumerate(text.splitlines(), 1):
        word = _word_in(line)
        if word and not is_word(word) and len(problems) < _MOST_PROBLEMS:
            what = f"“{clean_line(word)[:40]}” is not one word"
            problems.append(Problem(path, what, "write one word a line, and comments after #", number))
        elif is_word(word):
            own.add(word)
    return frozenset(own), tuple(problems)


def is_word(text: str) -> bool:
    """Whether this may stand in the list: one word, of letters, with hyphens and apostrophes inside at most."""
    inner = all(letter.isalpha() or letter in "-'’" or unicodedata.combining(letter) for letter in text)
    return inner and text[:1].isalpha() and len(text) <= _LONGEST


def is_about_a_word(finding: Finding) -> bool:
    """Whether a finding says of a single word that it is no English, so that taking it into the list ends it."""
    of_words = finding.check in ("spelling", "untranslated") and finding.english is not None
    return of_words and not finding.overridden and is_word(finding.about)


def with_word(text: str, word: str) -> str:
    """A list's text with one word more, in its place by the alphabet; the other lines stay as they are.

    >>> with_word("apple\\n# of the sea\\nkelpie\\n", "batyr")
    'apple\\nbatyr\\n# of the sea\\nkelpie\\n'
    """
    if any(_word_in(line) == word for line in text.splitlines()):
        return text
    lines = (text or _HEADER).splitlines(keepends=True)
    if not lines[-1].endswith(("\n", "\r")):
        lines[-1] += "\n"
    end = "\r\n" if lines[0].endswith("\r\n") else "\n"
    lines.insert(_place(lines, word), word + end)
    return "".join(lines)


def without_word(text: str, word: str) -> str:
    """A list's text without a word; the other lines stay as they are."""
    return "".join(line for line in text.splitlines(keepends=True) if _word_in(line) != word)


def _place(lines: list[str], word: str) -> int:
    """Before the first later word and the comment that stands over it; else at the end."""
    for at, line in enumerate(lines):
        if (other := _word_in(line)) and _order(other) > _order(word):
            return _over(lines, at)
    return len(lines)


def _over(lines: list[str], at: int) -> int:
    """Where the comment over a line begins: at the line itself where there is none, or where it is the file's."""
    first = at
    while first > 0 and lines[first - 1].lstrip().startswith("#"):
        first -= 1
    return at if first == 0 else first


def _order(word: str) -> tuple[str, str]:
    return word.casefold(), word


def _word_in(line: str) -> str:
    return unicodedata.normalize("NFC", line.partition("#")[0].strip())

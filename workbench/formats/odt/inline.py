"""One paragraph of an OpenDocument text: its words, its codes, and what goes along unseen."""

from __future__ import annotations

from typing import Any

from workbench.formats.markup import CodeRole
from workbench.formats.mixed import Mixed, Reading, Shell
from workbench.formats.odt.looks import Look, Styles
from workbench.formats.odt.names import local, named

_ENDS = {
    "text:bookmark-start": "text:bookmark-end",
    "text:reference-mark-start": "text:reference-mark-end",
    "text:alphabetical-index-mark-start": "text:alphabetical-index-mark-end",
    "text:toc-mark-start": "text:toc-mark-end",
    "text:user-index-mark-start": "text:user-index-mark-end",
}
"""Marks that stand around words: where they begin, and where they end."""
_UNSEEN = frozenset(
    {
        *_ENDS,
        *_ENDS.values(),
        "text:bookmark",
        "text:reference-mark",
        "text:alphabetical-index-mark",
        "text:toc-mark",
        "text:user-index-mark",
        "text:soft-page-break",
        "text:hidden-text",
        "text:hidden-paragraph",
        "text:script",
        "text:page-variable-set",
        "text:change",
        "text:change-start",
        "text:change-end",
        "office:annotation",
        "office:annotation-end",
    }
)
_OF_PROGRAMS = ("_", "Bookmark_")
"""How the names of bookmarks begin that programs make for themselves (`__RefHeading___Toc1`, `_GoBack`)."""
_WIDEST_SPACE = 2
"""What has more blanks in a row is a gap in the layout, and no space between words."""
_WORDS_WITHIN = (named("text:p"), named("text:h"))
_NAME, _ID = named("text:name"), named("text:id")
_STYLE = named("text:style-name")


def read_inline(paragraph: Any, styles: Styles) -> Mixed:
    """The words of a `text:p` or `text:h`, with its codes.

    White space is collapsed as OpenDocument 1.3 (part 3, 6.1.2) says. A span that looks like its surroundings, and
    neighbours that look alike, are one text; footnotes and pictures that stand in the line are codes; comments, marks
    of programs and what is anchored to the paragraph go along without one.
    """
    look = styles.paragraph_look(paragraph.get(_STYLE, ""))
    return _Inline(paragraph, styles).read(look)


class _Inline:
    def __init__(self, paragraph: Any, styles: Styles) -> None:
        self._paragraph, self._styles = paragraph, styles
        self._reading = Reading()
        self._ends: dict[tuple[str, str], Any] = {}
        self._started: dict[tuple[str, str], str] = {}

    def read(self, look: Look) -> Mixed:
        for one in self._paragraph.iter(*_END_TAGS):
            if next(one.iterancestors(*_WORDS_WITHIN)) is self._paragraph:
                self._ends[local(one), _key(one)] = one
        self._content(self._paragraph, look, in_link=False)
        return self._reading.read()

    def _content(self, element: Any, look: Look, *, in_link: bool) -> None:
        """The text and elements of an element; spans that follow one another and look alike are one."""
        self._reading.say(element.text)
        open_look, id = look, ""
        for child in element:
            is_span = local(child) == "text:span"
            seen = self._look(child, look, in_link) if is_span else look
            if id and (seen != open_look or not is_span):
                self._reading.closes(id)
                id = ""
            if is_span and seen != look and not id:
                id, open_look = (
                    self._reading.opens(Shell("pair", self._role(child, seen, look), child, joins=True)),
                    seen,
                )
            if is_span:
                self._content(child, seen, in_link=in_link)
            else:
                self._element(child, look, in_link=in_link)
            if child.tail:
                self._reading.closes(id)
                id = ""
            self._reading.say(child.tail)
        self._reading.closes(id)

    def _look(self, span: Any, look: Look, in_link: bool) -> Look:
        """How a span looks: as what is around it where nothing of it is to be seen."""
        seen = self._styles.span_look(look, span.get(_STYLE, ""))
        if seen != look and not len(span) and span.text and span.text.isspace() and seen.bare() == look.bare():
            return look
        return look if in_link and seen.emphasis() == look.emphasis() else seen

    def _role(self, span: Any, seen: Look, look: Look) -> CodeRole:
        return "code" if self._styles.is_code(span.get(_STYLE, "")) else seen.role(look)

    def _element(self, element: Any, look: Look, *, in_link: bool) -> None:
        name = local(element)
        reading = self._reading
        if name in ("text:tab", "text:line-break"):
            reading.stands(Shell("alone", "break", element, note="tab" * (name == "text:tab"), gap=True))
        elif name == "text:s":
            reading.say(" ")
            if _blanks(element) >= _WIDEST_SPACE:
                reading.stands(Shell("alone", "break", element, gap=True, beside=True))
        elif name in _UNSEEN:
            self._unseen(element, name)
        elif name == "text:a":
            self._around(element, Shell("pair", "link", element, address=element.get(_HREF, "")), look, in_link=True)
        elif name == "text:ruby":
            base = element.find(_RUBY_BASE)
            if base is not None:
                self._around(base, Shell("pair", "other", element, holder=_RUBY_BASE), look, in_link=in_link)
        elif name == "text:note":
            reading.stands(Shell("alone", "note", element, note=f"[^{note_mark(element)}]"))
        elif name.startswith("draw:"):
            self._drawing(element)
        else:
            self._other(element, name, look, in_link=in_link)

    def _around(self, words: Any, shell: Shell, look: Look, *, in_link: bool) -> None:
        id = self._reading.opens(shell)
        self._content(words, look, in_link=in_link)
        self._reading.closes(id)

    def _unseen(self, element: Any, name: str) -> None:
        """A mark around words is a code; others go along."""
        key = (_ENDS.get(name, name), _key(element))
        id = ""
        if name not in _ENDS:
            if self._ends.get(key) is element:
                del self._ends[key]
                id = self._started.pop(key, "")
            self._reading.closes(id)
        elif key in self._ends and key not in self._started and not self._is_anchor(name, key[1]):
            id = self._reading.opens(Shell("points", "other", element, self._ends[key]))
            self._started[key] = id
        if not id and name not in _DROPPED:
            self._reading.carries(element)

    def _is_anchor(self, name: str, of: str) -> bool:
        """Whether a bookmark is only what something leads to: those of programs, and of headings."""
        return of.startswith(_OF_PROGRAMS) or (name == "text:bookmark-start" and self._paragraph.tag == _HEADING)

    def _drawing(self, element: Any) -> None:
        """A picture or box: a code where it stands in the line as a letter does, else something that goes along."""
        if any(one.get(_ANCHOR) == "as-char" for one in element.iter()):
            is_image = any(local(one) == "draw:image" for one in element.iter())
            self._reading.stands(Shell("alone", "image" if is_image else "other", element))
        else:
            self._reading.carries(element)

    def _other(self, element: Any, name: str, look: Look, *, in_link: bool) -> None:
        """A field, or something that is not known: its words are text, unless it has paragraphs of its own."""
        if not name:
            self._reading.carries(element)
        elif any(one.tag in _WORDS_WITHIN for one in element.iter()):
            self._reading.stands(Shell("alone", "other", element))
        elif name == "text:meta":
            self._around(element, Shell("pair", "other", element), look, in_link=in_link)
        elif name.startswith("text:") and not len(element):
            self._around(element, Shell("leaf", "other", element), look, in_link=in_link)
        elif name.startswith("text:") or not "".join(element.itertext()):
            self._reading.stands(Shell("alone", "other", element))
        else:
            self._around(element, Shell("pair", "other", element), look, in_link=in_link)


_HEADING = named("text:h")
_END_TAGS = tuple(map(named, _ENDS.values()))
_DROPPED = frozenset({"text:soft-page-break", "text:change", "text:change-start", "text:change-end"})
_HREF, _RUBY_BASE, _CITATION = named("xlink:href"), named("text:ruby-base"), named("text:note-citation")
_ANCHOR = named("text:anchor-type")


def note_mark(note: Any) -> str:
    """What stands in the line for a note: its number."""
    citation = note.find(_CITATION)
    return ("" if citation is None else "".join(citation.itertext()).strip()) or "*"


def _key(element: Any) -> str:
    return element.get(_ID) or element.get(_NAME) or ""


def _blanks(element: Any) -> int:
    count = element.get(_COUNT, "1")
    return int(count) if count.isascii() and count.isdigit() and len(count) < 5 else 1


_COUNT = named("text:c")

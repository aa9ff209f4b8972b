"""The formats there are, and rendering a translation in one of them."""

from __future__ import annotations

import hashlib
import os
import unicodedata
from collections.abc import Callable, Mapping
from types import MappingProxyType

from workbench.export import docx, html, markdown, native, plain_text, tmx
from workbench.export.delivery import Delivery
from workbench.problem import Problem, WorkbenchError
from workbench.text import clean_line

Render = Callable[[Delivery], bytes]

FORMATS: Mapping[str, Mapping[str, Render]] = MappingProxyType(
    {
        "txt": MappingProxyType({"english": plain_text.english}),
        "md": MappingProxyType({"english": markdown.english, "bilingual": markdown.bilingual}),
        "html": MappingProxyType({"english": html.english, "bilingual": html.bilingual}),
        "docx": MappingProxyType({"english": docx.english, "bilingual": docx.bilingual}),
        "tmx": MappingProxyType({"bilingual": tmx.bilingual}),
    }
)
"""Each format's name (and file suffix), with what it can hold: `english`, `bilingual` or both."""

_PLACES = {"english": "en", "bilingual": "de-en"}


def render(delivery: Delivery, to: str, what: str) -> bytes:
    """A translation as a file's bytes: `to` is one of FORMATS, `what` is `english` or `bilingual`.

    English in the format of the source is the source file with other words in it (see `workbench.export.native`).
    The same delivery always gives the same bytes. Raises WorkbenchError for a format there is not,
    and for one that cannot hold what is asked (a text file holds English only, a TMX both languages).
    """
    if what == "english" and native.is_native(delivery.record, to):
        return native.english(delivery)
    return _renderer(to, what)(delivery)


def file_name(name: str, to: str, what: str) -> str:
    """An exported file's path in the exports folder: `ausland/gipfel.en.txt`, `gipfel.de-en.html`.

    `name` is that of the record, without its suffix, with `/`: no two documents have one, and so no two have one file.
    A part that is no good file name everywhere is changed, with a few letters that keep it apart from others.
    Raises as `render` does.
    """
    _renderer(to, what)
    *folders, last = (_plain(part) for part in name.split("/"))
    return "/".join((*folders, f"{last}.{_PLACES[what]}.{to}"))


def _plain(part: str) -> str:
    plain = clean_line(part).replace("\\", "_").strip(". ")
    if plain and plain == unicodedata.normalize("NFC", part):
        return part
    return f"{plain or 'translation'}-{hashlib.blake2b(os.fsencode(part), digest_size=3).hexdigest()}"


def _renderer(to: str, what: str) -> Render:
    if to not in FORMATS:
        raise WorkbenchError(Problem("export", f"there is no format “{to}”", f"choose one of {', '.join(FORMATS)}"))
    if what not in _PLACES:
        raise WorkbenchError(Problem("export", f"cannot export “{what}”", f"choose one of {', '.join(_PLACES)}"))
    if what not in FORMATS[to]:
        held = [name for name, whats in FORMATS.items() if what in whats]
        raise WorkbenchError(Problem("export", f"{to} cannot hold “{what}”", f"choose {', '.join(held)} for it"))
    return FORMATS[to][what]

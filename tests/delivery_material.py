"""Records that deliveries are tried on: with codes of every kind, in every state; and texts that break files."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from hypothesis import strategies as st

from workbench.export import Delivery
from workbench.formats import filter_of
from workbench.formats.markup import Markup
from workbench.glossary import Entry, Glossary
from workbench.text import Code, Inline, clean
from workbench.text.inline import Kind
from workbench.translation import Draft, Override, ParagraphRecord, State, TranslationRecord, rematch

GLOSSARY = Glossary(
    (
        Entry(de=("Kreml",), en="Kremlin", kind="place"),
        Entry(
            de=("Organisation des Vertrags über kollektive Sicherheit",),
            en="Collective Security Treaty Organisation",
        ),
    )
)

CODED = """\
# Die *Lage*

Der **Kreml** nennt [Zahlen](https://a.example "Titel") und `code`, ~~fast~~ alle[^1]. Dann *schweigt* er.

Ja.

Ja.

[^1]: Die Fußnote
"""


def coded() -> TranslationRecord:
    """An article with codes, its own German as its English; reviewed."""
    document = filter_of("a.md").read(CODED.encode(), Path("a.md"))
    record = rematch(TranslationRecord("a.md", ()), document)
    return replace(record, paragraphs=tuple(p.with_target(p.source, State.REVIEWED) for p in record.paragraphs))


def crossed() -> TranslationRecord:
    """The same with English in which codes cross, have lost an end, stand twice, and are not the document's."""
    record = coded()
    codes = (
        Code(0, "1", "open"),
        Code(4, "2", "open"),
        Code(8, "1", "close"),
        Code(12, "2", "close"),
        Code(12, "3", "close"),
        Code(13, "4", "open"),
        Code(14, "5", "alone"),
        Code(15, "5", "alone"),
        Code(16, "1", "open"),
        Code(18, "1", "close"),
        Code(20, "9", "alone"),
    )
    first, second, *others = record.paragraphs
    return replace(
        record,
        paragraphs=(
            first,
            second.with_target(Inline("The Kremlin names figures. All.", codes), State.REVIEWED),
            *others,
        ),
    )


STATES = TranslationRecord(
    "gipfel.txt",
    (
        ParagraphRecord("Der Kreml schweigt", "The Kremlin is silent", State.REVIEWED),
        ParagraphRecord("Foto: Anna Berger", "Photo: Anna Berger", State.SKIPPED),
        ParagraphRecord(
            "Der Zug kam um 14.30 Uhr. Niemand stieg aus.",
            "The train came at 2.30pm. Nobody got off.",
            State.REVIEWED,
            note="Time checked",
            overrides=(Override("term-missing", "Kremlin", "named above"),),
        ),
        ParagraphRecord("Es regnet.", "It rains.", State.DRAFT, Draft("It rains.", "demo")),
        ParagraphRecord("Es schneit.", "It is snowing.", State.TRANSLATED, old_german="Es taut."),
        ParagraphRecord("Morgen mehr."),
    ),
)

HOSTILE = (
    "]]> <!-- --> <![CDATA[ <?xml ?> &unknown; <b>&lt;</b>",
    "\x00\x07\x1b[31mred\x1b]0;title\x07 \x85 \ufffe \ud800 end",
    "👩‍🚀 🇩🇪 ｗｉｄｅ e\u0301 \U000f1001",
    "\u202eright to left\u202c שלום עולם مرحبا",
    "first line\nsecond line\n\n  third line\ttab",
    "Der Kreml und \"der Kreml\" & 'Kremls'",
    "=SUM(A1:A9)",
    "+49 30 1234",
    "-1",
    "@handle",
    "'=1",
    "\\n is no line, \\ no escape \\",
    "#~ msgid",
    "_x000D_ _x005F_x0041_",
    "#N/A",
    "TRUE",
    "⟨1⟩ \\⟨2/⟩",
    "x" * 30_000,
    "Wort " * 5_000,
)
"""What files of some format are broken by."""


def delivery(record: TranslationRecord) -> Delivery:
    return Delivery(record, GLOSSARY)


def record_of(*texts: str) -> TranslationRecord:
    """A record with these texts as German, English, note and old German."""
    return TranslationRecord(
        "a<b>|`&.txt",
        tuple(
            ParagraphRecord(clean(t), t, State.REVIEWED if t.strip() else State.NEW, note=t, old_german=t)
            for t in texts
        ),
    )


_ALPHABET = st.one_of(st.characters(), st.sampled_from("⟨⟩/\\12 \n\t\"';,=+-@<>&]_x"))


@st.composite
def inlines(draw: st.DrawFn) -> Inline:
    """Any text with any codes in it, crossed and lone ones too."""
    text = clean(draw(st.text(_ALPHABET, max_size=30))).strip()
    places = sorted(draw(st.lists(st.integers(0, len(text)), max_size=8)))
    kinds: st.SearchStrategy[Kind] = st.sampled_from(("open", "close", "alone"))
    return Inline(text, tuple(Code(at, draw(st.sampled_from("1234")), draw(kinds)) for at in places))


@st.composite
def records(draw: st.DrawFn) -> TranslationRecord:
    """Any record: its codes are bold, italic, a link and a footnote's mark."""
    markup = (
        Markup("1", "bold", "**", "**"),
        Markup("2", "italic", "*", "*"),
        Markup("3", "link", "[", "](https://a.example)", "https://a.example"),
        Markup("4", "note", "[^1]"),
    )
    found = []
    for source, target in draw(st.lists(st.tuples(inlines(), inlines()), max_size=4)):
        has = bool(target.text.strip())
        states = (State.TRANSLATED, State.REVIEWED, State.SKIPPED) if has else (State.NEW, State.SKIPPED)
        kept = target if has else Inline("")
        found.append(
            ParagraphRecord(
                source.text,
                kept.text,
                draw(st.sampled_from(states)),
                codes=source.codes,
                english_codes=kept.codes,
                markup=markup,
                note=draw(st.text(_ALPHABET, max_size=20)),
            )
        )
    return TranslationRecord("a.md", tuple(found))

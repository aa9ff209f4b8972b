"""Paragraphs as the file has them, and a layout from which the file can be written again."""

import textwrap
from collections.abc import Callable
from html import unescape

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workbench.formats.markdown.blocks import markdown_pieces as markdown_found
from workbench.formats.pieces import Piece, join_lines
from workbench.formats.plain import plain_pieces
from workbench.text import clean

PROSE = (
    "Die Regierung in Minsk hat am Montag bestritten, dass sie eigene Soldaten über die Grenze schicken "
    "will. Ein Sprecher des Ministeriums sagte, man halte sich an die Verträge, die im Herbst unterzeichnet "
    "worden sind. Beobachter zweifeln daran und verweisen auf neue Lager, die seit Wochen in der Nähe der "
    "Straße entstehen."
)
HEADLINES = "Minsk schweigt zu den neuen Lagern im Süden\nVon Anna Beispiel\nBild: dpa\n1/6\n*Lässt er?"


def markdown_pieces(file: str) -> list[Piece]:
    return markdown_found(file)[0]


def texts(pieces: list[Piece]) -> list[str]:
    return [piece.text for piece in pieces]


def layout(file: str, pieces: list[Piece]) -> str:
    """The file with `§` for each paragraph."""
    parts, position = [], 0
    for piece in pieces:
        parts += [file[position : piece.span.start], "§"]
        position = piece.span.end
    return "".join([*parts, file[position:]])


# Plain text


def test_blank_lines_part_paragraphs() -> None:
    file = f"Überschrift\n\n{PROSE}\n \n\n  Ende.  \n"
    assert texts(plain_pieces(file)) == ["Überschrift", PROSE, "Ende."]
    assert layout(file, plain_pieces(file)) == "§\n\n§\n \n\n  §  \n"


def test_without_blank_lines_every_line_is_a_paragraph() -> None:
    file = f"Minsk schweigt\n{PROSE}\nFoto: Agentur\n{PROSE}\n1/6\n"
    assert texts(plain_pieces(file)) == ["Minsk schweigt", PROSE, "Foto: Agentur", PROSE, "1/6"]


def test_short_lines_are_not_run_together() -> None:
    assert texts(plain_pieces(HEADLINES)) == HEADLINES.split("\n")


def test_a_headline_over_a_byline_is_two_paragraphs_among_long_lines() -> None:
    file = f"Präsident lehnt den Einsatz eigener Soldaten weiterhin strikt ab\nvon Anna Beispiel\n\n{PROSE}\n"
    assert len(plain_pieces(file)) == 3


@pytest.mark.parametrize("width", [60, 72, 80, 90])
def test_hard_wrapped_lines_are_one_paragraph(width: int) -> None:
    file = "Kurze Überschrift\n\n" + "\n\n".join([textwrap.fill(PROSE, width)] * 2) + "\n"
    assert texts(plain_pieces(file)) == ["Kurze Überschrift", PROSE, PROSE]
    assert layout(file, plain_pieces(file)) == "§\n\n§\n\n§\n"


def test_a_heading_right_above_wrapped_lines_stays_a_paragraph() -> None:
    file = "Die Lage\n" + textwrap.fill(PROSE, 72)
    assert texts(plain_pieces(file)) == ["Die Lage", PROSE]


def test_a_bullet_begins_a_paragraph_in_a_wrapped_file() -> None:
    file = textwrap.fill(PROSE, 72) + "\n* Erstens die Truppen\n* Zweitens die Straßen\n"
    assert texts(plain_pieces(file)) == [PROSE, "* Erstens die Truppen", "* Zweitens die Straßen"]


@pytest.mark.parametrize(
    ("lines", "joined"),
    [
        (["Die Ver-", "teidigung"], "Die Verteidigung"),
        (["Der Ukraine-", "Krieg"], "Der Ukraine-Krieg"),
        (["Luft-", "und Seestreitkräfte"], "Luft- und Seestreitkräfte"),
        (["ein AFU-", "naher Kanal"], "ein AFU-naher Kanal"),
        (["der 22-", "jährige Soldat"], "der 22-jährige Soldat"),
        (["die S-", "300"], "die S-300"),
        (["Minsk -", "das ist"], "Minsk - das ist"),
        (["die Grenz-", "(und Küsten-)wacht"], "die Grenz- (und Küsten-)wacht"),
        (["", "allein", ""], "allein"),
    ],
)
def test_words_broken_at_a_line_end_are_mended(lines: list[str], joined: str) -> None:
    assert join_lines(lines) == joined


SENTENCES = [
    "Die Lage an der Grenze bleibt nach Angaben des Ministeriums ruhig.",
    "„Wir warten ab“, sagte ein Sprecher am Abend in Minsk.",
    "Niemand weiß, warum die Übung früher als geplant beendet wurde und wohin die Truppen jetzt gehen.",
    "Am 3. Oktober soll der Rat der Organisation wieder tagen, um über neue Regeln zu beraten.",
    "Das lehnen die Nachbarn ab.",
    "Nach dem Treffen will der Präsident erklären, wie es mit den Verträgen weitergehen kann.",
]


@given(st.lists(st.permutations(SENTENCES), min_size=2, max_size=4), st.integers(60, 90))
def test_wrapping_a_text_changes_none_of_its_paragraphs(paragraphs: list[list[str]], width: int) -> None:
    proses = [" ".join(sentences) for sentences in paragraphs]
    file = "\n\n".join(textwrap.fill(prose, width) for prose in proses)
    assert texts(plain_pieces(file)) == proses


# Markdown

ARTICLE = """\
---
title: Lage
author: Anna Beispiel
---

# Die Lage #

Zweiter Titel
=============

Minsk hat **bestritten**, dass
es [Soldaten](https://example.org) schickt.

- Erster Punkt,
  der weitergeht
- Zweiter
  1. darunter

> Ein Zitat
> mit zwei Zeilen

***

```python
print("nicht übersetzen")
```

<div class="anzeige">
Anzeige
</div>

| Land   | Truppen | |
|--------|--------:|-|
| Belarus | 30.000 | A \\| B |

[quelle]: https://example.org "Titel"

Erste Zeile\\
zweite Zeile
"""


def test_markdown_prose_is_translated_and_its_marks_are_layout() -> None:
    assert texts(markdown_pieces(ARTICLE)) == [
        "Lage",
        "Die Lage",
        "Zweiter Titel",
        "Minsk hat bestritten, dass es Soldaten schickt.",
        "Erster Punkt, der weitergeht",
        "Zweiter",
        "darunter",
        "Ein Zitat mit zwei Zeilen",
        "Anzeige",
        "Land",
        "Truppen",
        "Belarus",
        "30.000",
        "A | B",
        "Erste Zeile",
        "zweite Zeile",
    ]


def test_markdown_layout_is_kept_to_the_letter() -> None:
    assert (
        layout(ARTICLE, markdown_pieces(ARTICLE))
        == """\
---
title: §
author: Anna Beispiel
---

# § #

§
=============

§

- §
- §
  1. §

> §

***

```python
print("nicht übersetzen")
```

<div class="anzeige">
§
</div>

| §   | § | |
|--------|--------:|-|
| § | § | § |

[quelle]: https://example.org "Titel"

§\\
§
"""
    )


def test_a_rule_at_the_top_is_no_front_matter() -> None:
    assert texts(markdown_pieces("---\n\nText davor\n\n---\n\nText danach\n")) == [
        "Text davor",
        "Text danach",
    ]


def test_a_cell_that_reads_like_a_list_mark() -> None:
    file = "1. | 1 | 2 |\n   |---|---|\n   | 1 | 1 |\n"
    assert layout(file, markdown_pieces(file)) == "1. | § | § |\n   |---|---|\n   | § | § |\n"


def test_a_heading_of_hashes_and_a_lonely_mark() -> None:
    assert texts(markdown_pieces("# Nummer #1\n\n## # ##\n\n#\n\n>\n\n-\n")) == ["Nummer #1", "#"]


# Both

LINES = st.lists(
    st.one_of(
        st.sampled_from(
            [
                "", "", " ", "# Titel", "===", "---", "- Punkt", "  - tiefer", "1. Erstens",
                "> Zitat", "> > - x",
                "| a | b |", "|---|---|", "a | b\\|c", "```", "~~~", "    Code", "<div>", "</div>",
                "<!--", "-->",
                "[a]: http://b.example", "Zeile mit Ende  ", "Zeile\\", "titel: Lage", "...", "\tTab",
                "Wort-",
                "und noch ein Stück Text, das weitergeht, ohne dass man wüsste, wohin",
                "*Lässt", "***", "1/6", "😀 a\u0308",
            ]
        ),
        st.text("#>-*+|`~=[]:<!1.) \\\tab", max_size=12),
        st.text(max_size=20),
    ),
    max_size=14,
)  # fmt: skip


@given(LINES, st.sampled_from([plain_pieces, markdown_pieces]))
def test_layout_and_paragraphs_together_are_the_file(lines: list[str], reader: Callable[[str], list[Piece]]) -> None:
    file = clean("\n".join(lines))
    position = 0
    for piece in reader(file):
        span, text = piece.span, piece.text
        assert position <= span.start < span.end <= len(file)
        original = file[span.start : span.end]
        assert original == original.strip()
        assert text
        assert text == clean(" ".join(text.split()))
        in_file = iter(unescape(original))
        assert all(character in in_file for character in text if not character.isspace())
        position = span.end


@given(LINES)
def test_plain_text_loses_nothing(lines: list[str]) -> None:
    file = clean("\n".join(lines))
    layout_alone = layout(file, plain_pieces(file)).replace("§", "") if "§" not in file else ""
    assert not layout_alone.strip()


def test_a_deep_nest_of_quotes_does_not_hang_or_fail() -> None:
    file = ">" * 5_000 + " tief\n\n" + "- " * 3_000 + "tiefer\n\nDanach.\n"
    assert texts(markdown_pieces(file))[-1] == "Danach."


def test_a_field_of_front_matter_with_thousands_of_spaces_is_read_at_once() -> None:
    title = "Neue" + " " * 5_000 + "Lage"
    assert texts(markdown_pieces(f"---\ntitle: {title}  ,  \n---\n\nDer Rat tagte.\n"))[0] == "Neue Lage"

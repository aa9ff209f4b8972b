"""What stays as it is in every language is known by its shape: where it begins and ends, and what only looks so."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from workbench.text import sentence_spans
from workbench.text.placeables import Placeable, placeables, stands_in, without_placeables


def found(text: str) -> list[tuple[str, str]]:
    return [(run.kind, run.text) for run in placeables(text)]


@pytest.mark.parametrize(
    ("text", "runs"),
    [
        ("Siehe https://a.example/b_(c)?d=1#e, Seite 2.", [("address", "https://a.example/b_(c)?d=1#e")]),
        ("(Mehr auf www.a-b.example/c.)", [("address", "www.a-b.example/c")]),
        ("Das meldet zeitung.de. Dort steht alles.", [("address", "zeitung.de")]),
        ("Ein zeitung.de-Bericht", [("address", "zeitung.de")]),
        ("Mail an a.b+c@d-e.example!", [("e-mail", "a.b+c@d-e.example")]),
        ("@minsk_1 und @a.bsky.social", [("handle", "@minsk_1"), ("handle", "@a.bsky.social")]),
        ("die #MeToo-Bewegung", [("hashtag", "#MeToo")]),
        ("Laut `rm -r x` und `y`", [("code", "`rm -r x`"), ("code", "`y`")]),
        ("Die Funktion read_it() liest os.path.join ein.", [("code", "read_it()"), ("code", "os.path.join")]),
        ("Mit pip install workbench und git push --force", [
            *(("code", "pip install workbench"), ("code", "git push --force")),
        ]),
        ("In MAX_LEN steht userNameField.", [("code", "MAX_LEN"), ("code", "userNameField")]),
        (r"In C:\Daten\x und ~/y/z.", [("file", r"C:\Daten\x"), ("file", "~/y/z")]),
        ("Das steht in /etc/hosts und bericht.final.pdf.", [("file", "/etc/hosts"), ("file", "bericht.final.pdf")]),
        ("{name}, {{ user.id }}, %s, %1$d, $1, ${HOME}", [
            *(("placeholder", text) for text in ("{name}", "{{ user.id }}", "%s", "%1$d", "$1", "${HOME}")),
        ]),
        ('<a href="x.de">Wort</a>&nbsp;hier<br/>', [
            *(("tag", '<a href="x.de">'), ("tag", "</a>"), ("entity", "&nbsp;"), ("tag", "<br/>")),
        ]),
        ("ISBN 978-3-16-148410-0, doi:10.1000/xyz.", [("number", "978-3-16-148410-0"), ("address", "doi:10.1000/xyz")]),
        ("IBAN DE89 3704 0044 0532 0130 00", [("number", "DE89 3704 0044 0532 0130 00")]),
        ("Ruf +49 (30) 123-45 an oder 030/1234567.", [("number", "+49 (30) 123-45"), ("number", "030/1234567")]),
        ("bei 53°54′08″N, 27°33′42″O", [("coordinates", "53°54′08″N, 27°33′42″O")]),
        ("Version 3.11 oder v2.1.3-rc1", [("version", "3.11"), ("version", "v2.1.3-rc1")]),
        ("Su-35, T-72B3, CVE-2023-4863", [*(("designation", text) for text in ("Su-35", "T-72B3", "CVE-2023-4863"))]),
        ("Lindenstraße 12, 10969 Berlin", [("number", "10969")]),
        ("Tel. 030 12345, Konto 12345678", [("number", "030 12345"), ("number", "12345678")]),
        ("Tippe 1️⃣ für Мінск", [("script", "1️⃣"), ("script", "Мінск")]),
    ],
)  # fmt: skip
def test_what_stays_as_it_is(text: str, runs: list[tuple[str, str]]) -> None:
    assert found(text) == runs


@pytest.mark.parametrize(
    "text",
    [
        *("Am 24.11.2022 kam er um 14.30 Uhr.", "Es kostet $1.50 oder 3,5 %.", "35.000 bis 1.200.000 Menschen"),
        *("Leser_innen, Soldat_in, Bürger(innen), ein(e) neue(r)", "z. B., u.a., d.h., usw.", "und/oder, km/h, 1/6"),
        *("5 < 6 und 7 > 3", "Müller & Söhne", "Saison 2019/20", "die 90er-Jahre und 20-Jährige", "BürgerInnen"),
        *("Er ging.Dann kam sie.", "Wahl-2016", "ein iPhone", "35000 Menschen", "am 3. 5.", "EU-Gipfel und UN-Rat"),
    ],
)
def test_what_only_looks_so(text: str) -> None:
    assert found(text) == []


@pytest.mark.parametrize(
    ("german", "english", "there"),
    [
        ("Siehe a.de.", "See a.de.", True),
        ("Siehe a.de.", "See a.com.", False),
        ("Ruf +49 30 12345 an.", "Call +49-30-12345.", True),
        ("Eine Ch-101 traf.", "A Kh-101 hit.", True),
        ("Eine Su-35 traf.", "A Su-34 hit.", False),
        ("bei 53°54′N 27°33′O", "at 53°54′N 27°33′E", True),
        ("M &amp; S", "M & S", True),
    ],
)
def test_what_counts_as_the_same(german: str, english: str, there: bool) -> None:
    assert all(stands_in(run, english) for run in placeables(german)) is there


PARTS = (
    "a.de",
    "@b",
    "#c",
    "`d`",
    "e_f",
    "g.pdf",
    "{h}",
    "<b>",
    "&amp;",
    "+49 30 12345",
    "Su-35",
    "Мінск",
    "1️⃣",
    "Wort",
    ".",
    "(",
    "A",
    "1",
)


@settings(deadline=None)  # the first sentence loads SoMaJo
@given(st.lists(st.one_of(st.sampled_from((*PARTS, " ")), st.text(max_size=4)), max_size=14).map("".join))
def test_they_stand_in_order_where_they_say_and_cutting_sentences_cuts_none(text: str) -> None:
    runs = placeables(text)
    assert all(text[slice(*run.span)] == run.text for run in runs)
    assert all(a.span.end <= b.span.start for a, b in pairwise(runs))
    assert all(stands_in(run, text) for run in runs if run.kind != "coordinates")
    assert len(without_placeables(text)) == len(text)
    for run in runs:
        assert not any(run.span.start < sentence.start < run.span.end for sentence in sentence_spans(text))


@pytest.mark.parametrize("part", ["a.", "a-", "`", "<a ", "a_", "1 ", "x@", "{", "/a", "0"])
def test_monstrous_text_takes_no_longer_than_its_length(part: str) -> None:
    assert all(isinstance(run, Placeable) for run in placeables(part * 20_000))

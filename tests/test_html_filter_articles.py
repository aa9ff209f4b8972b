"""Saved pages of news sites: the article with its headline, teaser, captions and head, and nothing of the site."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from tests.filter_contract import with_sources
from workbench.export.native import must_hold
from workbench.formats import Document
from workbench.formats.html import ArticlePage, HtmlFilter, article_page
from workbench.problem import WorkbenchError
from workbench.text import Inline

PAGES = Path(__file__).parent / "data" / "pages"
NAMES = ("regen", "fischer", "bergdorf", "dachgarten")


def page(name: str) -> bytes:
    return (PAGES / f"{name}.html").read_bytes()


def read(data: str | bytes, name: str = "seite.html") -> Document:
    return HtmlFilter().read(data.encode() if isinstance(data, str) else data, Path(name))


def roles(document: Document) -> list[tuple[str, str]]:
    return [(one.role, one.source.shown()[:40]) for one in document.paragraphs]


def english(document: Document) -> dict[str, Inline]:
    return {key: Inline("English: ") + source for key, source in with_sources(document).items()}


@pytest.mark.feature("web pages")
def test_of_a_page_of_a_news_site_the_article_is_read_by_roles() -> None:
    assert roles(read(page("regen"))) == [
        ("headline", "Trockenheit im Osten"),
        ("headline", "Grenzstadt wartet auf Regen"),
        ("furniture", "Stand: 14.03.2026 10:00 Uhr"),
        ("caption", "Ein fast leeres Flussbett vor der Stadt"),
        ("caption", "Ein fast leeres Flussbett vor der Stadt "),
        ("caption", "Das Flussbett ist fast leer. ⟨1⟩Foto: Mu"),
        ("teaser", "⟨1⟩Seit Wochen ist kein Tropfen gefallen"),
        ("headline", "Von Petra Muster, Studio Ost"),
        ("body", "Wer in der Grenzstadt den Hahn aufdreht,"),
        ("body", "Die Verwaltung hat am Montag angeordnet,"),
        ("headline", "Brunnen sind versiegt"),
        ("body", "Von den zwölf Brunnen des Bezirks führen"),
        ("quotation", "Wir zählen die Liter wie früher die Münz"),
        ("quotation", "⟨1⟩Irina Beispiel, Lehrerin⟨/1⟩"),
        ("body", "Folgende Regeln gelten ab sofort in allen"[:40]),
        ("item", "Gärten dürfen nicht gegossen werden."),
        ("item", "Autos dürfen nicht ⟨1⟩gewaschen⟨/1⟩ werd"),
        ("item", "Schwimmbäder bleiben zu."),
        ("cell", "Monat"),
        ("cell", "Regen"),
        ("cell", "Januar"),
        ("cell", "12 Liter"),
        ("cell", "Februar"),
        ("cell", "3 Liter"),
        ("caption", "Ein Mann blickt in einen Brunnen"),
        ("caption", "Der Brunnenbauer hofft auf den April."),
        ("body", "Meteorologen machen wenig Hoffnung: Bis "),
        ("body", "Mit Informationen von Agenturen."),
    ]


def test_the_title_and_the_description_are_the_headline_and_the_teaser_where_they_say_the_same() -> None:
    document = read(page("regen"))
    target = with_sources(document)
    for key, one in zip(document.ids, document.paragraphs, strict=True):
        if one.text == "Grenzstadt wartet auf Regen":
            target[key] = Inline('Border town "waits" for rain')
        if one.role == "teaser":
            target[key] = Inline("No drop in weeks.")
    written = HtmlFilter().write(document, target).decode()
    assert '<title>Border town "waits" for rain | musterschau.example</title>' in written
    assert 'property="og:title" content="Border town &quot;waits&quot; for rain"' in written
    assert written.count("No drop in weeks.") == 3
    assert '<span class="seitenkopf__headline--text">Border town "waits" for rain</span>' in written


@pytest.mark.parametrize("name", NAMES)
def test_nothing_of_the_site_is_shown_and_all_of_it_stays(name: str) -> None:
    document = read(page(name))
    shown = " ".join(one.text for one in document.paragraphs)
    site = ("Impressum", "Datenschutz", "Cookie", "Newsletter", "Teilen", "Toller Beitrag", "Politik", "abonnieren")
    assert not [word for word in site if word in shown]
    target = english(document)
    written = HtmlFilter().write(document, target)
    must_hold(written, target, document, Path(f"{name}.html"))
    beside = re.compile(rb"<(nav|footer|aside|script|style|form)\b.*?</\1>", re.DOTALL)
    assert [found[0] for found in beside.finditer(written)] == [found[0] for found in beside.finditer(page(name))]


@pytest.mark.parametrize("name", NAMES)
def test_written_with_its_own_words_a_page_differs_in_its_language_only(name: str) -> None:
    document = read(page(name))
    written = HtmlFilter().write(document, with_sources(document))
    german = page(name).replace(b'"de_DE"', b'"en_GB"')
    assert written == re.sub(rb'(<html[^>]* lang=)"[^"]*"', rb'\1"en-GB"', german, count=1)


def test_a_teaser_between_the_headline_and_the_byline_is_one() -> None:
    document = read(page("bergdorf"))
    assert roles(document)[:5] == [
        ("headline", "Erdrutsch in den Bergen"),
        ("headline", "Das Dorf, in das keine Straße mehr führt"),
        ("teaser", "Ein Erdrutsch hat die einzige Straße nac"),
        ("headline", "Von ⟨1⟩Lena Muster⟨/1⟩ und ⟨2⟩Jonas Beis"),
        ("furniture", "05.01.2026, 12.01 Uhr"),
    ]
    assert roles(document)[-2:] == [
        ("headline", "Bergdorf: Wie Niemandsheim ohne Straße l"),
        ("teaser", "Ein Erdrutsch hat die einzige Straße ver"),
    ]


def test_a_box_of_facts_within_the_article_is_part_of_it_and_a_box_of_links_is_not() -> None:
    shown = [one.text for one in read(page("bergdorf")).paragraphs]
    assert "Zahlen zum Dorf" in shown
    assert not any("Straßen in den Bergen" in text for text in shown)


ARTICLE = """<html lang="de"><body><nav><a href="/">Start</a></nav><article><h1>Drei Brücken</h1>
<p>Die erste Brücke ist gesperrt, weil ihr Geländer im Sturm der letzten Woche verbogen wurde.</p>
{}
<p>Die dritte Brücke wird im Sommer gebaut, sagt das Amt, das dafür seit Jahren Geld zurücklegt.</p>
</article><footer><p>Die erste Brücke ist gesperrt, weil ihr Geländer im Sturm der letzten Woche verbogen wurde.</p>
</footer></body></html>"""


@pytest.mark.parametrize(
    ("within", "shown"),
    [
        (
            "<p>Wort f&uuml;r&nbsp;Wort &ndash; so&shy;gar hier, wo Zeichen Namen haben.</p>",
            "Wort für Wort – sogar hie",
        ),
        ("<p>Ein  Satz\n\n   mit vielen    Leerzeichen, die nichts bedeuten.</p>", "Ein Satz mit vielen Leerz"),
        ("<ul><li>Steine</li><li>Steine</li><li>Steine</li></ul>", "Steine"),
        ("<table><tr><td>Mai</td><td>Mai</td></tr></table>", "Mai"),
        ("<blockquote>„Wir warten seit zehn Jahren auf sie.“</blockquote>", "„Wir warten seit zehn Jah"),
        ("<h2>Und dann?</h2>", "Und dann?"),
        ("<p><b>Die</b> <i>zweite</i> <a href='#b'>Brücke</a> steht noch.</p>", "⟨1⟩Die⟨/1⟩ ⟨2⟩zweite⟨/2⟩ "),
        ("<figure><img src=a.jpg><figcaption>Die Brücke von unten</figcaption></figure>", "Die Brücke von unten"),
        ("<dl><dt>Länge</dt><dd>80 Meter</dd></dl>", "Länge"),
        ("<details><summary>Mehr</summary><p>Die Akten liegen im Rathaus.</p></details>", "Die Akten liegen im Ratha"),
    ],
)
def test_what_stands_within_an_article_is_found_however_it_is_written(within: str, shown: str) -> None:
    document = read(ARTICLE.replace("{}", within))
    texts = [one.source.shown()[:25] for one in document.paragraphs]
    assert shown in texts
    assert texts.count("Die erste Brücke ist gesp") == 1, "the one in the footer is no part of it"
    assert texts.index("Die erste Brücke ist gesp") < texts.index(shown) < texts.index("Die dritte Brücke wird im")


def test_a_paragraph_that_stands_in_the_page_twice_is_found_where_the_article_has_it() -> None:
    twice = "<p>Die Brücke bleibt zu, und zwar so lange, bis sich jemand findet, der sie bezahlt.</p>"
    document = read(ARTICLE.replace("{}", twice * 2).replace("<article>", f"<aside>{twice}</aside><article>"))
    places = [int(one.place) for one in document.paragraphs if one.text.startswith("Die Brücke bleibt zu")]
    text = document.original.decode()
    assert len(places) == 2
    assert min(places) > text.index("<article>")


def test_a_page_on_which_no_article_is_found_is_read_whole_and_that_is_told() -> None:
    document = read("<html><body><nav><a href='/'>Start</a></nav><p>Nur ein Satz steht hier.</p></body></html>")
    assert [one.text for one in document.paragraphs] == ["Start", "Nur ein Satz steht hier."]
    assert "no article was found" in str(document.remarks[0])


BOX = "<aside class='{}'><h3>Das ist der Verband</h3><p>{}</p></aside>"
FACTS = "Der Verband der Brückenbauer wurde vor hundert Jahren gegründet und hat heute nur noch zwölf Mitglieder."


def test_a_box_within_the_text_is_in_doubt_and_one_of_the_site_is_told_with_its_first_words() -> None:
    document = read(ARTICLE.replace("{}", BOX.format("kasten", FACTS)))
    assert [one.role for one in document.paragraphs if one.text in (FACTS, "Das ist der Verband")] == ["furniture"] * 2
    assert not document.remarks
    for kind in ("newsletter", "related-box"):
        document = read(ARTICLE.replace("{}", BOX.format(kind, FACTS)))
        assert not any(one.text == FACTS for one in document.paragraphs)
        assert "taken for no part of the article" in str(document.remarks[0])
        assert "“Der Verband der Brückenbauer" in str(document.remarks[0])


def test_a_box_of_short_sentences_within_the_text_is_read_too() -> None:
    box = "<aside class='infobox'><h3>Was neu ist</h3><ul><li>Die Brücke wird breiter.</li><li>{}</li></ul></aside>"
    document = read(ARTICLE.replace("{}", box.format("Lastwagen dürfen nicht mehr darauf.")))
    found = {one.text: one.role for one in document.paragraphs}
    assert found["Was neu ist"] == found["Die Brücke wird breiter."] == "furniture"
    links = read(ARTICLE.replace("{}", box.format("<a href='/b'>Wie es weitergeht</a>").replace("wird breiter.", "")))
    assert not any(one.text == "Was neu ist" for one in links.paragraphs)


@pytest.mark.parametrize(
    ("within", "told"),
    [
        ("<svg><text>Die Brücke wird von der Stadt gebaut</text></svg>", "in <svg> stays in German"),
        ("<object>Die Karte ist nicht zu sehen.</object>", "in <object> stays in German"),
        ("<div hidden><p>Die Antwort ist nur auf Klick zu lesen.</p></div>", "in <div> stays in German"),
        ("<p>Mehr</p><div class='paywall'><p>Lesen Sie den Artikel mit einem Abo.</p></div>", "has a paywall"),
        (
            '<script type="application/ld+json">{"headline": "Die Brücke ist zu"}</script>',
            "says of itself to search engines",
        ),
    ],
)
def test_what_a_reader_may_see_and_stays_in_german_is_told(within: str, told: str) -> None:
    assert told in "\n".join(map(str, read(ARTICLE.replace("{}", within)).remarks))


def test_a_paragraph_that_is_a_link_to_another_article_may_be_left_out_and_a_source_in_a_list_is_none() -> None:
    link = "<a href='/b'>Wie die Stadt ihre Brücken bezahlt</a>"
    found = {
        one.text: one.role for one in read(ARTICLE.replace("{}", f"<p>{link}</p><ul><li>{link}!</li></ul>")).paragraphs
    }
    assert found["Wie die Stadt ihre Brücken bezahlt"] == "furniture"
    assert found["Wie die Stadt ihre Brücken bezahlt!"] == "item"


@pytest.mark.parametrize(
    ("title", "body", "told"),
    [
        ("404 – Seite nicht gefunden", "<p>Die Seite gibt es nicht mehr.</p>", "the site tells an error"),
        ("Musterblatt", "<h1>Mit Werbung weiterlesen</h1><p>Oder nutzen Sie unser Pur-Abo.</p>", "agree to cookies"),
        ("Just a moment...", "<p>Checking your browser</p>", "whether a human reads it"),
        ("App", "<div id=root></div><script>los()</script>", "no text without its scripts"),
    ],
)
def test_a_page_that_is_no_article_is_told_in_one_line(title: str, body: str, told: str) -> None:
    with pytest.raises(WorkbenchError, match=told) as error:
        read(f"<html><head><title>{title}</title></head><body>{body}</body></html>")
    assert "\n" not in str(error.value)


def test_an_article_about_such_a_page_is_an_article() -> None:
    text = "<p>404 Menschen haben sich am Montag in der Stadthalle versammelt, um über Cookies zu reden.</p>"
    assert read(
        f"<html><head><title>Zahl des Tages</title></head><body><h1>404</h1>{text * 40}</body></html>"
    ).paragraphs


def test_a_page_says_where_it_came_from_when_and_on_which_site() -> None:
    assert article_page(page("regen"), Path("regen.html")) == ArticlePage(
        address="https://musterschau.example/ausland/regen-100.html",
        title="Grenzstadt wartet auf Regen",
        date="2026-03-14",
        site="Musterschau",
        author="Petra Muster; Studio Ost",
        description="Seit Wochen ist kein Tropfen gefallen. Nun rationiert die Grenzstadt das Wasser.",
    )
    got = article_page(page("fischer"), Path("fischer.html"), "https://musterwelle.example/a-1")
    assert (got.address, got.title, got.date) == (
        "https://musterwelle.example/a-1",
        "Fischer kehren zurück",
        "2026-02-02",
    )

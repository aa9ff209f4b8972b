"""How names and terms get into a draft: which form, where, by which way. The package is the real one."""

import re
from dataclasses import replace
from typing import Any

import pytest

from workbench.engine import DraftCache, Drafter, draft_paragraphs, embedded_package
from workbench.engine.terms import offering
from workbench.engine.terms.forms import marked_source
from workbench.engine.terms.places import placed
from workbench.engine.terms.put_in import put_in
from workbench.glossary import Entry, Glossary, Kind, TermHit

MARKERS = ("⟦", "⟧")


def test_capitals_that_all_terms_of_a_list_have_do_not_get_into_drafts() -> None:
    words = ("Border Crossing", "Rocket Launch", "Cease Fire", "Night Curfew")
    others = [Entry((f"x{at}",), f"{word} {kind}") for at, word in enumerate(words) for kind in "ABCDE"]
    system = Entry(("Luftabwehrsystem",), "Air Defence System", avoid=("anti-aircraft system",))
    text = "Am Montag kam das Luftabwehrsystem in die Stadt."
    drafts = []
    for entries in ([system], [*others, system]):
        with DraftCache(None) as cache:
            [(_, made)] = draft_paragraphs([text], Glossary(entries), Drafter(embedded_package()), cache)
            [(_, kept)] = draft_paragraphs([text], Glossary(entries), Drafter(embedded_package()), cache)
        assert made == kept and [term.hit.entry for term in made.terms] == [system]
        drafts.append(made.english)
    assert "Air Defence System" in drafts[0] and "air defence system" in drafts[1]


def _entry(de: str, en: str, kind: Kind = "term", **more: Any) -> Entry:
    return Entry(tuple(de.split("|")), en, kind=kind, **more)


GLOSSARY = Glossary(
    [
        _entry("AFU", "AFU", "organisation"),
        _entry("ODKB", "CSTO", "organisation"),
        _entry("Lukaschenko", "Lukashenko", "person", avoid=("Lukaschenko",)),
        _entry("Wladimir Putin", "Vladimir Putin", "person"),
        _entry("Swjatlana Zichanouskaja", "Sviatlana Tsikhanouskaya", "person"),
        _entry("Eriwan", "Yerevan", "place"),
        _entry("Kiew", "Kyiv", "place", avoid=("Kiev",)),
        _entry("Belarus", "Belarus", "place"),
        _entry("Belarusse", "Belarusian"),
        _entry("belarussisch", "Belarusian"),
        _entry("Generalstab", "General Staff"),
        _entry("Aufenthaltsgenehmigung", "residence permit"),
        _entry("Oberstleutnant", "lieutenant colonel"),
        _entry("Angriffskrieg", "war of aggression"),
    ]
)

SENTENCES = [
    "Der Sprecher des AFU-Generalstabs äußerte sich am Abend nicht.",
    "Lukaschenkos Besuch in Eriwan dauerte nur drei Stunden.",
    "Wladimir Putin sprach in Eriwan mit den Vertretern der ODKB.",
    "Swjatlana Zichanouskaja forderte in Kiew neue Gespräche.",
    "Viele Belarussen haben eine Aufenthaltsgenehmigung beantragt.",
    "Ein Oberstleutnant der belarussischen Armee floh über die Grenze.",
    "Sie nannte den Angriffskrieg einen schweren Fehler.",
]


@pytest.fixture(scope="module", params=["with markers", "without markers"])
def drafter(request: pytest.FixtureRequest) -> Drafter:
    package = embedded_package()
    return Drafter(package if request.param == "with markers" else replace(package, markers=None))


@pytest.mark.feature("the glossary's terms in the draft")
def test_every_term_stands_in_the_draft_and_its_way_is_told(drafter: Drafter) -> None:
    drafts = drafter.draft([(sentence, GLOSSARY.find(sentence)) for sentence in SENTENCES])
    for draft in drafts:
        assert draft.terms
        for term, place in zip(
            draft.terms, placed(draft.source, [t.hit for t in draft.terms], draft.english), strict=True
        ):
            assert (place is None) == (term.way == "missing")
        assert "⟦" not in draft.english
    ways = [term.way for draft in drafts for term in draft.terms]
    assert ways.count("missing") == 0
    if drafter.package.markers is None:
        assert "marker" not in ways


def test_a_german_name_left_in_the_draft_is_replaced_however_unlikely_the_right_one_is(drafter: Drafter) -> None:
    glossary = Glossary([Entry(("ODKB",), "OTSC", kind="organisation")])
    sentence = "Die ODKB tagte am Montag in Minsk."
    draft = drafter.draft([(sentence, glossary.find(sentence))])[0]
    assert "OTSC" in draft.english and "ODKB" not in draft.english
    assert draft.terms[0].way != "missing"


def test_a_forbidden_form_does_not_stay(drafter: Drafter) -> None:
    sentence = "Am Montag reiste die Ministerin nach Kiew."
    english = drafter.draft([(sentence, GLOSSARY.find(sentence))])[0].english
    assert "Kyiv" in english and "Kiev" not in english


def test_a_term_is_not_pushed_in_where_the_sentence_would_get_worse(
    drafter: Drafter, monkeypatch: pytest.MonkeyPatch
) -> None:
    sentence = "Lukaschenko sprach lange über das Wetter."
    hits = GLOSSARY.find(sentence)
    monkeypatch.setattr(offering, "MARGIN", -5.0)  # nothing is good enough
    free, kept = drafter.draft([(sentence, ()), (sentence, hits)])
    assert kept.english == free.english
    stray = Glossary([_entry("Wetter", "xylophone")])
    assert [term.way for term in drafter.draft([(sentence, stray.find(sentence))])[0].terms] == ["missing"]


def test_the_head_of_a_compound_is_not_lost_with_its_first_part(drafter: Drafter) -> None:
    hit = TermHit(_entry("Bergsteiger", "mountaineers"), 5, 16, "Bergsteiger")
    (draft,) = drafter.draft([("Ein „Bergsteigerdorf“ darf höchstens 2500 Einwohner haben.", (hit,))])
    # Either the English of the whole (“mountaineers village”), or a finding: never “a mountaineers”.
    assert draft.terms[0].way == "missing" or "villag" in draft.english


def test_a_sentence_does_not_begin_with_a_name_and_its_noun_where_the_german_has_an_article(drafter: Drafter) -> None:
    glossary = Glossary([_entry("Ukraine", "Ukraine", "place", avoid=("the Ukraine",))])
    german = ["Der Ukraine-Gipfel beginnt am Montag.", "Die Ukraine-Hilfe wächst.", "Die Ukraine will Frieden."]
    drafts = drafter.draft([(sentence, glossary.find(sentence)) for sentence in german])
    beginnings = [" ".join(draft.english.split()[:3]) for draft in drafts]
    assert beginnings == ["The Ukraine summit", "Ukraine aid is", "Ukraine wants peace."]


def test_a_term_takes_the_place_of_all_words_that_were_made_of_its_german(drafter: Drafter) -> None:
    glossary = Glossary([_entry("Waffenruhe", "ceasefire")])
    (draft,) = drafter.draft(
        [("Die Ukraine will eine Waffenruhe.", glossary.find("Die Ukraine will eine Waffenruhe."))]
    )
    assert draft.english == "Ukraine wants a ceasefire."


def test_a_short_sentence_gets_a_rare_term_and_the_article_it_wants(drafter: Drafter) -> None:
    glossary = Glossary(
        [_entry("Parlamentarier", "MP"), _entry("Drohne", "UAV"), _entry("Wehrpflichtiger", "conscript")]
    )
    german = [
        "Ein Parlamentarier forderte den Rücktritt.", "Eine Drohne traf das Gebäude.",
        "Ein Wehrpflichtiger floh über die Grenze.", "Die Wehrpflichtigen flohen über die Grenze.",
    ]  # fmt: skip
    drafts = drafter.draft([(sentence, glossary.find(sentence)) for sentence in german])
    beginnings = ("An MP ", "A UAV ", "A conscript ", "The conscripts ")
    assert all(draft.english.startswith(words) for draft, words in zip(drafts, beginnings, strict=True)), drafts


@pytest.mark.parametrize(
    ("german", "english"),
    [
        ("Viele Abgeordnete stimmten gegen das Gesetz.", "members of parliament"),
        ("Ein Abgeordneter der Opposition wurde verhaftet.", "member of parliament"),
        ("Die Aussagen der Überläufer wurden geprüft.", "defectors"),
        ("Der Überläufer berichtete von Folter.", "defector"),
        ("Es gibt keine Ausnahmen für Studenten.", "exemptions"),
        ("Eine Ausnahme gilt für Ärzte.", "An exemption"),
        ("Die Staatsoberhäupter trafen sich in Astana.", "heads of state"),
    ],
)
def test_a_term_comes_in_the_number_of_its_german(drafter: Drafter, german: str, english: str) -> None:
    glossary = Glossary(
        [
            _entry("Abgeordneter", "member of parliament"), _entry("Überläufer", "defector"),
            _entry("Ausnahme", "exemption"), _entry("Staatsoberhaupt", "head of state"),
        ]
    )  # fmt: skip
    (draft,) = drafter.draft([(german, glossary.find(german))])
    assert re.search(rf"\b{english}\b", draft.english), draft.english


@pytest.mark.parametrize(
    ("sentence", "marked"),
    [
        ("Der AFU-Generalstab warnt.", "Der ⟦AFU⟧ ⟦General Staff⟧ warnt."),
        ("Lukaschenkos Rede in Eriwan", "⟦Lukashenko⟧s Rede in ⟦Yerevan⟧"),
        ("Der ODKB-Gipfel begann.", "Der ⟦CSTO⟧ Gipfel begann."),
        ("Ein Anti-Lukaschenko-Plakat", "Ein Anti ⟦Lukashenko⟧ Plakat"),
        ("Der Generalstabssprecher schweigt.", "Der ⟦General Staff⟧ Sprecher schweigt."),
        ("Der Generalstabs-Sprecher schweigt.", "Der ⟦General Staff⟧ Sprecher schweigt."),
    ],
)
def test_the_marked_source(sentence: str, marked: str) -> None:
    assert marked_source(sentence, GLOSSARY.find(sentence), MARKERS) == marked


def test_letters_between_two_terms_of_a_compound_go() -> None:
    sentence = "Der Universitätspräsident schweigt."
    both = (*_hits(sentence, "Universität", "university"), *_hits(sentence, "Präsident", "president"))
    assert marked_source(sentence, both, MARKERS) == "Der ⟦university⟧ ⟦president⟧ schweigt."


def _hits(sentence: str, german: str, english: str) -> tuple[TermHit, ...]:
    return tuple(Glossary([_entry(german, english)]).find(sentence))


@pytest.mark.parametrize(
    ("german", "draft", "english"),
    [
        ("Lukaschenko schwieg.", "Lukaschenko was silent.", "Lukashenko was silent."),
        ("Lukaschenkos Rede", "Lukaschenko's speech", "Lukashenko's speech"),
        ("Lukaschenkos Rede", "Lukaschenkos speech", "Lukashenko's speech"),
        ("Das sagte Lukaschenko.", "Lukashenkoko said so.", "Lukashenko said so."),
        ("Der belarussische Präsident", "The Belarus's president", "The Belarusian president"),
        ("Ein ODKB-Gipfel", "An ODKB-summit", "A CSTO summit"),
        ("Wladimir Putin kam.", "Vladimir Wladimir Putin came.", "Vladimir Putin came."),
        ("In Kiew", "In Kiev", "In Kyiv"),
        ("Die Belarussen in Belarus", "The Belarus in Belarus", "The Belarusians in Belarus"),
        ("Er liebt Musik.", "He loves music.", "He loves music."),
    ],
)
def test_a_garbled_name_is_put_right_and_the_grammar_stays(german: str, draft: str, english: str) -> None:
    assert put_in(german, GLOSSARY.find(german), draft) == english


def test_a_name_of_several_words_is_garbled_only_where_each_of_them_is() -> None:
    organisation = "Organisation des Vertrags über kollektive Sicherheit"
    glossary = Glossary([_entry(organisation, "Collective Security Treaty Organisation", "organisation")])
    german = f"Die {organisation} tagte."
    hits = glossary.find(german)
    assert put_in(german, hits, "Collective Security began on Monday.") == "Collective Security began on Monday."
    garbled = "The Colective Securitys Treatie Organization met."
    assert put_in(german, hits, garbled) == "The Collective Security Treaty Organisation met."


def test_a_word_that_the_german_has_elsewhere_is_left_alone() -> None:
    glossary = Glossary([_entry("Niger", "Niger", "place")])
    german = "Niger und Nigeria verhandeln."
    assert put_in(german, glossary.find(german), "Nigeria is negotiating.") == "Nigeria is negotiating."


def test_each_mention_wants_its_own_place() -> None:
    german = "Lukaschenko lobt, was Lukaschenko tut."
    hits = GLOSSARY.find(german)
    assert [place is not None for place in placed(german, hits, "Lukashenko praises it.")].count(True) == 1
    assert None not in placed(german, hits, "Lukashenko praises what Lukashenko does.")


TREATY = Glossary(
    [
        _entry("Organisation des Vertrags über kollektive Sicherheit", "Collective Security Treaty Organisation"),
        _entry("ODKB", "CSTO", "organisation", first="Collective Security Treaty Organisation (CSTO)"),
    ]
)


def test_a_name_and_its_abbreviation_in_brackets_are_two_mentions() -> None:
    german = "Die Organisation des Vertrags über kollektive Sicherheit (ODKB) tagte, und die ODKB schwieg."
    hits, english = (
        TREATY.find(german),
        "The Collective Security Treaty Organisation (CSTO) met, and the CSTO kept silent.",
    )
    places = placed(german, hits, english)
    assert [place and english[slice(*place)] for place in places] == [
        "Collective Security Treaty Organisation", "CSTO", "CSTO",
    ]  # fmt: skip
    once = placed(german, hits, "The Collective Security Treaty Organisation (CSTO) met, and kept silent.")
    assert [place is not None for place in once].count(True) == 2


@pytest.mark.parametrize(
    "german",
    [
        "Die Organisation des Vertrags über kollektive Sicherheit schickt Truppen nach Kasachstan.",
        "Er verließ die Organisation des Vertrags über kollektive Sicherheit im Jahr 2012.",
        "Die Staaten der Organisation des Vertrags über kollektive Sicherheit wollen helfen.",
        "Der Gipfel der Organisation des Vertrags über kollektive Sicherheit begann am Montag.",
    ],
)
def test_a_term_shorter_than_its_german_takes_the_place_of_all_its_words(drafter: Drafter, german: str) -> None:
    (draft,) = drafter.draft([(german, TREATY.find(german))])
    assert draft.english.count("Collective Security Treaty Organisation") == 1
    assert draft.english.lower().count("organi") == draft.english.lower().count("security") == 1

"""The English form of a term follows its place: number, possessive, capital, a or an."""

import pytest

from workbench.engine import put_form
from workbench.engine.terms.forms import required_form
from workbench.engine.terms.number import SURE, plural_evidence
from workbench.glossary import Entry, Glossary, Kind, TermHit, judge, plural, sounds_open
from workbench.text import Span


def _entry(de: str, en: str, kind: Kind = "term") -> Entry:
    return Entry(tuple(de.split("|")), en, kind=kind)


GLOSSARY = Glossary(
    [
        _entry("Belarusse", "Belarusian"),
        _entry("belarussisch", "Belarusian"),
        _entry("Aufenthaltsgenehmigung", "residence permit"),
        _entry("Generalstab", "General Staff"),
        _entry("Lukaschenko", "Lukashenko", "person"),
        _entry("Sanktion", "sanction"),
        _entry("Abgeordneter", "member of parliament"),
        _entry("Parlamentarier", "MP"),
        _entry("Wehrpflichtiger", "conscript"),
        _entry("Waffenruhe", "truce"),
        _entry("Behörde", "authority"),
        _entry("Wähler", "voter"),
        _entry("Unternehmen", "company"),
        _entry("Soldat", "soldier"),
        _entry("Klub", "club"),
        _entry("Staatsoberhaupt", "head of state"),
        _entry("Verteidigungsministerium", "Ministry of Defence", "organisation"),
        _entry("Universität", "university"),
        _entry("Stunde", "hour"),
        _entry("UN-Vertreter", "UN representative"),
        _entry("Streitkräfte", "armed forces"),
        _entry("Gerät", "equipment"),
    ]
)


def _hit(german: str) -> TermHit:
    return GLOSSARY.find(german)[0]


@pytest.mark.parametrize(
    ("german", "form"),
    [
        ("Die Belarussen feiern.", "Belarusians"),
        ("Rund 59 Belarussen kamen.", "Belarusians"),
        ("Sie half dem Belarussen.", "Belarusian"),
        ("Der Belarusse schwieg.", "Belarusian"),
        ("Die belarussischen Wälder", "Belarusian"),
        ("Er braucht Aufenthaltsgenehmigungen.", "residence permits"),
        ("Der Sprecher des Generalstabs", "General Staff"),
        ("Wegen der Sanktion", "sanction"),
        ("mit neuen Sanktionen", "sanctions"),
        ("Sanktionsregime", "sanction"),
        ("Ein Abgeordneter sprach.", "member of parliament"),
        ("Der Abgeordnete sprach.", "member of parliament"),
        ("Zwei Abgeordnete sprachen.", "members of parliament"),
        ("die Rechte der Abgeordneten", "members of parliament"),
        ("das Recht des Abgeordneten", "member of parliament"),
        ("Wehrpflichtige fliehen.", "conscripts"),
        ("den Behörden", "authorities"),
        ("bei der Behörde", "authority"),
        ("Eine Mehrheit der Wähler zögert.", "voters"),
        ("Der Wähler zögert.", "voter"),
        ("neue Wähler", "voters"),
        ("das Unternehmen", "company"),
        ("mehrere Unternehmen", "companies"),
        ("gegen den Soldaten Müller", "soldier"),
        ("namhafte Klubs", "clubs"),
        ("das Stadion des Klubs", "club"),
        ("die Staatsoberhäupter", "heads of state"),
        ("Mehrere Parlamentarier fehlten.", "MPs"),
        ("die Streitkräfte", "armed forces"),
        ("mit den Geräten", "equipment"),
        ("Lukaschenkos Rede", "Lukashenko"),
    ],
)
def test_a_term_is_wanted_in_the_number_of_its_german(german: str, form: str) -> None:
    assert required_form(german, _hit(german)) == form


@pytest.mark.parametrize(
    ("base", "english", "german", "form"),
    [
        ("Ministerium", "ministry", "Die Ministerien tagten.", "ministries"),
        ("Ministerium", "ministry", "Der Sprecher des Ministeriums", "ministry"),
        ("Firma", "company", "Die Firmen schweigen.", "companies"),
        ("Virus", "virus", "neue Viren", "viruses"),
        ("belarussisch", "Belarusian", "Die Belarussische Volksfront", "Belarusian"),
        ("belarussisch", "Belarusian", "Belarussische Soldaten flohen.", "Belarusian"),
    ],
)
def test_foreign_plurals_are_plurals_and_adjectives_with_a_capital_are_none(
    base: str, english: str, german: str, form: str
) -> None:
    (hit,) = Glossary([Entry((base,), english)]).find(german)
    assert required_form(german, hit) == form


def test_what_the_german_leaves_open_is_left_to_the_package() -> None:
    assert abs(plural_evidence("den Soldaten", _hit("den Soldaten"))) < SURE
    assert plural_evidence("den Behörden", _hit("den Behörden")) >= SURE


@pytest.mark.parametrize(
    ("one", "several"),
    [
        ("unit", "units"),
        ("party", "parties"),
        ("day", "days"),
        ("boss", "bosses"),
        ("head of state", "heads of state"),
        ("member of the European Parliament", "members of the European Parliament"),
        ("attorney general", "attorneys general"),
        ("commander-in-chief", "commanders-in-chief"),
        ("passer-by", "passers-by"),
        ("MP", "MPs"),
        ("F-16", "F-16s"),
        ("spokeswoman", "spokeswomen"),
        ("German", "Germans"),
        ("child soldier", "child soldiers"),
        ("crisis", "crises"),
        ("oligarch", "oligarchs"),
        ("criterion", "criteria"),
        ("wife", "wives"),
        ("embargo", "embargoes"),
        ("aircraft", "aircraft"),
        ("armed forces", "armed forces"),
        ("information", "information"),
        ("people", "people"),
    ],
)
def test_the_plural_of_a_term(one: str, several: str) -> None:
    assert plural(one) == several
    entry = Entry(("x",), one)
    assert judge(entry, f"The {several} came.").met == (Span(4, 4 + len(several)),)


@pytest.mark.parametrize(
    ("word", "opens"),
    [
        ("UN representative", False), ("F-16", True), ("MP", True), ("hour", True), ("university", False),
        ("unit", False), ("exemption", True), ("EU summit", True), ("unarmed man", True), ("Ukrainian", False),
        ("heir", True), ("18-year-old", True), ("ÖVP politician", True), ("UNHCR", False), ("NSDAP", True),
        ("NATO", False), ("OSCE", True), ("mRNA vaccine", True),
    ],
)  # fmt: skip
def test_a_or_an(word: str, opens: bool) -> None:
    assert sounds_open(word) is opens


@pytest.mark.parametrize(
    ("german", "draft", "place", "english"),
    [
        ("Ein Wehrpflichtiger floh.", "A draftee fled.", "draftee", "A conscript fled."),
        ("Wehrpflichtige flohen.", "Draftees fled.", "Draftees", "Conscripts fled."),
        ("Die Wehrpflichtigen flohen.", "A draftee fled.", "draftee", "Conscripts fled."),
        ("Ein UN-Vertreter kam.", "An envoy came.", "envoy", "A UN representative came."),
        ("Ein Parlamentarier kam.", "A deputy came.", "deputy", "An MP came."),
        ("Eine Stunde verging.", "A while passed.", "while", "An hour passed."),
        ("Die Universität in Minsk", "An academy in Minsk", "academy", "A university in Minsk"),
        ("„Waffenruhe“, sagte er.", "He said: “Peace.”", "Peace", "He said: “Truce.”"),
        ("Die Waffenruhe hielt.", "The “ceasefire” held.", "ceasefire", "The “truce” held."),
        ("Die Pässe der Wehrpflichtigen", "The draftee's passports", "draftee", "The conscripts' passports"),
        ("Der Pass des Wehrpflichtigen", "The draftees' passport", "draftees", "The conscript's passport"),
        ("Lukaschenkos Rede", "Lukaschenkos speech", "Lukaschenkos", "Lukashenko's speech"),
        ("Die Rede Lukaschenkos in Minsk", "The speech Lukaschenkos in Minsk", "Lukaschenkos",
         "The speech of Lukashenko in Minsk"),
        ("Das belarussische Heer", "The Belarus's army", "Belarus", "The Belarusian army"),
        ("Im Verteidigungsministerium", "In the Defense Ministry", "Ministry", "In the Ministry of Defence"),
        ("Der Generalstab", "The AFU-Generalstab", "Generalstab", "The AFU General Staff"),
    ],
)  # fmt: skip
def test_a_term_is_put_in_as_its_place_wants_it(german: str, draft: str, place: str, english: str) -> None:
    start = draft.index(place)
    assert put_form(german, _hit(german), draft, Span(start, start + len(place))) == english

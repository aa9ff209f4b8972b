"""German sentences with the terms marked that a glossary should find; a trap has no mark.

`[…]` marks a hit. The glossary is below; what the sentences claim is invented.
"""

from __future__ import annotations

import re

import pytest

from workbench.glossary import Entry, Glossary

ENTRIES = (
    Entry(("AFU", "Streitkräfte der Ukraine"), "AFU", kind="organisation"),
    Entry(("EU", "Europäische Union"), "EU", kind="organisation"),
    Entry(("NATO", "Nato"), "NATO", kind="organisation"),
    Entry(("UN", "Vereinte Nationen"), "UN", kind="organisation"),
    Entry(("ODKB", "OVKS", "Organisation des Vertrags über kollektive Sicherheit"), "CSTO", kind="organisation"),
    Entry(("BELPOL",), "BELPOL", kind="organisation"),
    Entry(("Union",), "CDU/CSU", kind="organisation"),
    Entry(("Verteidigungsministerium",), "Ministry of Defence", kind="organisation"),
    Entry(("Generalstab",), "General Staff", kind="organisation"),
    Entry(("Sicherheitsrat",), "Security Council", kind="organisation"),
    Entry(("Alexander Lukaschenko", "Lukaschenko"), "Lukashenko", kind="person"),
    Entry(("Wladimir Putin", "Putin"), "Putin", kind="person"),
    Entry(("Swjatlana Zichanouskaja", "Zichanouskaja"), "Sviatlana Tsikhanouskaya", kind="person"),
    Entry(("Dmitri Peskow", "Peskow"), "Dmitry Peskov", kind="person"),
    Entry(("Olaf Scholz", "Scholz"), "Olaf Scholz", kind="person"),
    Entry(("Xi Jinping", "Xi"), "Xi Jinping", kind="person"),
    Entry(("Ursula von der Leyen", "von der Leyen"), "Ursula von der Leyen", kind="person"),
    Entry(("May",), "May", kind="person"),
    Entry(("Trump",), "Trump", kind="person"),
    Entry(("Weißrussland", "Belarus"), "Belarus", kind="place"),
    Entry(("Ukraine",), "Ukraine", kind="place"),
    Entry(("Russland", "Russische Föderation"), "Russia", kind="place"),
    Entry(("Litauen",), "Lithuania", kind="place"),
    Entry(("Kiew",), "Kyiv", kind="place"),
    Entry(("Minsk",), "Minsk", kind="place"),
    Entry(("Eriwan",), "Yerevan", kind="place"),
    Entry(("Bremen",), "Bremen", kind="place"),
    Entry(("Bern",), "Bern", kind="place"),
    Entry(("Kreml",), "Kremlin", kind="place"),
    Entry(("Krim",), "Crimea", kind="place"),
    Entry(("Schwarzes Meer",), "Black Sea", kind="place"),
    Entry(("belarussisch", "weißrussisch"), "Belarusian"),
    Entry(("Belarusse", "Belarussin", "Weißrusse"), "Belarusian"),
    Entry(("Ukraine-Krieg",), "war in Ukraine"),
    Entry(("Rat",), "council"),
    Entry(("Kur",), "cure"),
    Entry(("Kritik",), "criticism"),
    Entry(("Vertrag",), "treaty"),
    Entry(("Bündnis",), "alliance"),
    Entry(("Abgeordneter",), "member of parliament"),
    Entry(("Vertreter",), "representative"),
    Entry(("Land",), "country"),
    Entry(("Friedensgespräche",), "peace talks"),
    Entry(("Bank",), "bank"),
    Entry(("Zentrum",), "centre"),
    Entry(("Marschflugkörper",), "cruise missile"),
    Entry(("Potential",), "potential"),
    Entry(("Schiffahrt",), "shipping"),
    Entry(("Recht",), "law"),
    Entry(("Nord Stream 2",), "Nord Stream 2"),
    Entry(("US",), "US"),
    Entry(("Front",), "front line", case="exact"),
    Entry(("Oblast Donezk",), "Donetsk oblast", kind="place"),
    Entry(("Oberster Sowjet",), "Supreme Soviet", kind="organisation"),
    Entry(("F.A.Z.",), "FAZ", kind="organisation"),
    Entry(("Staatsanwaltschaft",), "prosecutors", kind="organisation"),
    Entry(("Parlament",), "parliament", kind="organisation"),
    Entry(("Charlotte Stein", "Stein"), "Charlotte Stein", kind="person"),
    Entry(("Halle",), "Halle", kind="place"),
    Entry(("Siegen",), "Siegen", kind="place"),
    Entry(("Präsident",), "president"),
)

HITS = """\
Der Sprecher des [AFU]-[Generalstabs] trat vor die Presse.
Nach dem [ODKB]-Gipfel reisten alle ab.
[Lukaschenkos] Flugzeug landete nachts.
Die Rede [Alexander Lukaschenkos] dauerte zwei Stunden.
[LUKASCHENKO] DROHT DEM WESTEN
Ein [Lukaschenko]-Vertrauter gab das zu.
Das [Lukaschenko]regime wankt nicht.
Gegen das [Lukaschenko]-Regime gab es Proteste.
Den [belarussischen] Behörden fehlt das Geld.
Ein [belarussischer] Lastwagen stand an der Grenze.
[Belarussisches] Gas gibt es nicht.
Mit [belarussischem] Pass kam sie durch.
Die [belarussisch]-litauische Grenze bleibt zu.
Die [weissrussische] Führung schwieg.
Viele [Belarussen] leben in Warschau.
Zwei [Belarussinnen] gewannen Silber.
Die [Weissrussen] warten weiter.
Eine [Belarussin] berichtete davon.
Der [Weißrusse] spielte Geige.
In [Weissrussland] begann die Ernte.
[Weißrußlands] Bauern klagen.
[BELARUS] MELDET SCHÄDEN
Die [Belarus]-Reise fiel aus.
An der [Belarus]grenze staut es sich.
Im [Verteidigungsministerium] brennt Licht.
Die Sprecherin des [Verteidigungsministeriums] lächelte.
Mehrere [Verteidigungsministerien] sagten ab.
Ein [Verteidigungsministeriums]sprecher bestätigte das.
Das Bundes[verteidigungsministerium] prüft den Fall.
Die [Generalstäbe] beider [Länder] telefonierten.
Der [Generalstabs]chef ist krank.
Die [Organisation des Vertrags über kollektive Sicherheit] tagt.
In der [Organisation des Vertrages über kollektive Sicherheit] gärt es.
Die [OVKS] und die [ODKB] sind dasselbe.
[BELPOL] veröffentlichte die Liste.
Nach Angaben von [Belpol] stimmt das.
Der [Kreml] dementiert.
Des [Kremls] Antwort kam prompt.
Der [Kreml]sprecher wich aus.
Ein [kreml]naher Sender meldete das zuerst.
Das sagte [Kreml]-Sprecher [Dmitri Peskow].
[Peskows] Worte hallten nach.
[Wladimir Putins] Rede war kurz.
[Putin’s] Partei siegte.
Die [Putin]gegner sammeln sich in Wilna.
Viele [Putin]-Versteher schwiegen.
Das [putinsche] System ist alt.
Die [Scholz]-Regierung zerbrach.
[Scholz’] Rücktritt kam spät.
[Zichanouskajas] Büro widersprach.
Die Oppositionsführerin [Swjatlana Zichanouskaja] reist nach Rom.
[Xi Jinpings] Besuch ist geplant.
Auch [Xis] Berater kamen mit.
[Ursula von der Leyens] Plan liegt vor.
[Von der Leyen] warnte davor.
In der [Ukraine] fiel Schnee.
Der [Ukraine-Krieg] dauert an.
Der [Ukrainekrieg] verändert alles.
Die [Ukraine]-Hilfe stockt.
In der Ost[ukraine] wird gekämpft.
Die Nord[ukraine] blieb ruhig.
[Russlands] Wirtschaft wächst kaum.
Die [Russland]politik der Regierung ist umstritten.
Ein [russland]freundlicher Kandidat führt.
In der [Russischen Föderation] gilt das nicht.
Die Zusammenarbeit mit [Litauens] Regierung ist eng.
Die [Minsker] Vereinbarungen sind tot.
In den [Kiewer] Vororten gab es Alarm.
Das [Bremer] Rathaus ist alt.
Sie flogen nach [Eriwan] und zurück.
[Eriwaner] Weinbrand ist bekannt.
Am [Schwarzen Meer] liegt Odessa.
Die Häfen des [Schwarzen Meeres] sind vermint.
Die [Krim] wurde besetzt.
[Krim]-Bewohner flohen.
Die [Europäische Union] zögert.
Innerhalb der [Europäischen Union] gibt es Streit.
Die [EU]-[Länder] sind einig.
Die [EU] und die [Nato] beraten.
DIE [EU] BERÄT ÜBER SANKTIONEN
Bei den [Vereinten Nationen] wird abgestimmt.
Der [UN]-[Sicherheitsrat] tagt heute.
Die [Union] führt in den Umfragen.
Die [Unions]fraktion stimmte dagegen.
Der [Rat] beschloss das.
Die [Räte] der Städte tagen.
Die [Verträge] sind geheim.
Laut [Vertrag] gilt das bis Mai.
Die [Bündnisse] halten nicht.
Teil des [Bündnisses] ist auch Armenien.
Die [Abgeordneten] klatschten.
Ein [Abgeordneter] verließ den Saal.
Kleine [Länder] leiden mehr.
Bei den [Friedensgesprächen] fehlte Moskau.
Die [Zentren] der Proteste lagen im Westen.
Drei [Marschflugkörper] stürzten ab.
Das [Potenzial] ist groß.
Die [Schifffahrt] ruht.
Die Röhre [Nord Stream 2] liegt still.
Die Röhre „[Nord Stream“ 2] liegt still.
Die [US]-Regierung schweigt dazu.
In der [Oblast Donezk] wird gekämpft.
Der [F.A.Z.] sagte sie das.
Der [Oberste Sowjet] löste sich auf.
Mitglieder des [Obersten Sowjets] erinnerten sich.
Die [Streitkräfte der Ukraine] rücken vor.
Bei den [Streitkräften der Ukraine] fehlt Munition.
Die [Front] ist lang.
Die [Staatsanwaltschaften] ermitteln.
Die #[Belarus]-Proteste wurden gezählt.
Der Ex-[Lukaschenko]-Minister sprach offen.
[Kiews] Bürgermeister lehnt ab.
Die [Parlaments]wahlen wurden verschoben.
Das sagte [Charlotte Steins] Anwalt.
Der Vize[präsident] reist am Mittwoch ab.
In [Halle] regnet es.
Der Weg nach [Kiew]: gesperrt.
("[Minsk]" steht auf dem Schild.)
""".splitlines()

TRAPS = """\
Die Reunion der Band füllte das Stadion.
Neue Regeln gelten ab Montag.
Das Feuer brach nachts aus.
Der Minister bleibt im Amt.
Die Ministerin lächelte.
Europa zögert noch.
Sie feierte ihr Comeback im Mai.
Mayonnaise steht auf dem Tisch.
Die Mayas bauten Pyramiden.
Er spielte seinen Trumpf aus.
Das war die Trumpfkarte der Opposition.
Der Trompeter kam zu spät.
Bernstein wird an der Ostsee gefunden.
Im Bernsteinzimmer war niemand.
Ein Berner Sennenhund bellte – nein, es war ein Bernhardiner.
Die Kriminalität sinkt.
Ein Krimi lief im Fernsehen.
Die Polizei jagt den Kriminellen.
Die Ukrainer feiern.
Ukrainische Truppen rücken vor.
Ein Ukrainer wurde verletzt.
Die Litauer wählen im Herbst.
Der Litauer Gitanas Petraitis gewann.
Litauische Zöllner fanden Zigaretten.
Russen und Polen stritten.
Russische Panzer rollen.
Die Minsker gehen früh schlafen.
Die Kiewer haben Angst.
Kritiker warfen ihm das vor.
Der Kritiker schwieg.
Ein Banker packte aus.
Der Kurs der Regierung ist falsch.
Die Kurse fielen.
Ein Kurort liegt am See.
Raten kann man viel.
Er zahlt in Raten.
Das Rathaus ist geschlossen.
Die Ratte floh.
Der Ratgeber erschien gestern.
Vertreten wird er von einer Anwältin.
Sie vertraten ihn gut.
Vertragen haben sie sich nie.
Die Landung verlief glatt.
Landwirte protestieren.
Der Landwirt klagte.
Er kam spät nach Hause zurück und hatte recht.
Das ist rechtens.
Er wohnt rechts vom Bahnhof.
Uns fehlt das Geld.
Unter uns gesagt: Das war nichts.
Unruhen brachen aus.
Un autre monde, sagt der Franzose.
Der Bus fuhr eu-freundlich gar nicht.
Ein eu als Silbe ist selten.
Die Unionisten in Nordirland klagen.
Gewerkschaftsunion klingt fremd.
Der Landstrich ist karg.
Xian ist eine Stadt in China.
Xaver kam zu spät.
Die Scholle ist ein Fisch.
Die Scholle, nicht der Scholze, liegt auf dem Teller.
Putingern wäre ein seltsames Wort.
Ein Putenschnitzel, bitte.
Alexander kam allein.
Wladimir ist ein Vorname.
Die Organisation der Feier war gut.
Die Organisation des Festes über zwei Tage war gut.
Die kollektive Sicherheit ist ein Begriff.
Der Generaldirektor trat zurück.
Ein General starb.
Der Stab wurde gebrochen.
Das Ministerium prüft.
Die Verteidigung des Titels gelang.
Verteidigungsminister aus zehn Staaten kamen.
Mehr unter https://www.belarus.by/Minsk/Kreml im Netz.
Schreiben Sie an presse@kreml.example oder info@Belarus.de, bitte.
Die Seite ukraine.de ist abgeschaltet.
Der front gegenüber liegt das Theater.
FRONT GEGEN DIE REGIERUNG
Das schwarze Brett und das offene Meer sind zweierlei.
Schwarz ist das Meer bei Nacht.
Die Vereinten klagten; Nationen schwiegen.
Eine vereinte Opposition wäre stark.
Russisch ist schwer, Föderation klingt besser.
Der Oberste schwieg, sowjetisch sprach er nicht.
Nord und Stream sind zwei Wörter.
Nord Stream 1 wurde gesprengt.
Ein Bündel Geld lag da.
Der Friede ist fern.
Gespräche gab es keine.
Das Gespräch verlief gut.
Der Körper schmerzt, der Flug war lang.
Das Zentralkomitee tagte.
Die Potenz ist eine Zahl.
Ein Schiff sank.
Ein Staatsanwalt ermittelt.
Die Kremser Altstadt ist schön.
Ein Cremeschnitt, aber kein Krempel.
Er sagte nun, das sei gut.
Die Afu-Methode kennt niemand.
Ovksprache ist kein Wort.
In Erivan, wie es früher hieß, schneit es.
Bremsen quietschten.
Sie bremste und Bremser riefen.
Brementor ist kein Wort.
Die Parlamentarier stritten bis Mitternacht.
Der Parlamentarische Geschäftsführer ging.
Frank-Walter Steinmeier reiste ab.
Der Steinhändler hat geschlossen.
Ben Bernanke und Christian Bernreiter kennen sich nicht.
Die Hallen waren leer.
Der Steinbruch ist stillgelegt.
""".splitlines()

FAILING = """\
Die Bänke im Park sind nass.
Rechte und linke Gruppen stritten.
Das hat er zu Recht und Rechtsanwälte bestätigen es nicht.
Die Front-Runner liegen vorn, sagt der Frontmann nicht: Frontfrau heißt es.
Der Natodraht ist scharf? Nein, der Natron-Draht.
Der Sieger Nowak jubelte.
""".splitlines()
"""Traps that still catch: words that are spelt like a form of the term (Bank: Bänke are benches)."""

_MARK = re.compile(r"[\[\]]")


def unmarked(sentence: str) -> str:
    """The sentence as a text has it."""
    return _MARK.sub("", sentence)


def marked_spans(sentence: str) -> list[tuple[int, int]]:
    """Where the marks say a term is, in the unmarked sentence."""
    spans = []
    for marks, match in enumerate(re.finditer(r"\[([^\]]*)\]", sentence)):
        start = match.start() - 2 * marks
        spans.append((start, start + len(match[1])))
    return spans


GLOSSARY = Glossary(ENTRIES)


def found_spans(sentence: str) -> list[tuple[int, int]]:
    return [(hit.start, hit.end) for hit in GLOSSARY.find(unmarked(sentence))]


@pytest.mark.parametrize("sentence", HITS)
def test_terms_are_found_in_inflected_and_compound_forms(sentence: str) -> None:
    assert found_spans(sentence) == marked_spans(sentence)


@pytest.mark.parametrize("sentence", TRAPS)
def test_no_term_is_found_inside_another_word(sentence: str) -> None:
    assert found_spans(sentence) == []


def test_precision_and_recall_with_the_traps_that_still_catch() -> None:
    wanted = {(s, span) for s in (*HITS, *TRAPS, *FAILING) for span in marked_spans(s)}
    found = {(s, span) for s in (*HITS, *TRAPS, *FAILING) for span in found_spans(s)}
    assert len(wanted & found) / len(found) >= 0.95
    assert len(wanted & found) / len(wanted) >= 0.99

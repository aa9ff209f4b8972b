"""One German sentence of some 1,440 characters with two terms of this repository's glossary; it is invented."""

from __future__ import annotations

LONG = (
    "Während der Kreml in den ersten Wochen des Jahres noch behauptet hatte, dass an der Grenze nichts geschehe, "
    "was die Nachbarn beunruhigen müsse, und während die Zeitungen in der Hauptstadt lange Berichte über die "
    "Ernte, das Wetter und den Bau einer neuen Brücke druckten, standen in den Dörfern am Fluss schon die ersten "
    "Lastwagen, deren Fahrer niemand kannte, vor den kleinen Schulen aus rotem Backstein, in denen seit dem "
    "Herbst kein Unterricht mehr stattfand, weil die Lehrer entweder in die Stadt gezogen waren oder sich "
    "weigerten, ohne Heizung und ohne Bücher zu arbeiten, sodass die Kinder, die früher jeden Morgen über den "
    "Platz gelaufen waren, nun in den Küchen ihrer Großmütter saßen und zusahen, wie draußen fremde Männer "
    "schwere Kisten ausluden, Zelte aufbauten und Kabel durch die Gärten zogen, ohne dass jemand erklärt hätte, "
    "wofür das alles nötig sei, wer es bezahle und wie lange es dauern werde, bis schließlich ein Beamter aus "
    "Minsk erschien, der eine Liste mit Namen bei sich trug, an jede Tür klopfte, höflich nach den Bewohnern "
    "fragte, sich in ein Heft notierte, wer arbeite, wer krank sei und wer Verwandte im Ausland habe, und der am "
    "Ende, als ihm eine alte Frau Tee anbot und wissen wollte, ob man sich auf etwas vorbereiten müsse, nur mit "
    "den Schultern zuckte, seinen Mantel zuknöpfte, die Liste in die Tasche steckte und mit leiser Stimme sagte, "
    "er habe selbst zwei Söhne, er wisse auch nicht mehr als alle anderen."
)

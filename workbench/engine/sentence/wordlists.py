"""Small words by which German and English are told apart, and which carry no name."""

from __future__ import annotations


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


GERMAN_IN_HEADLINES = _words(
    "ab aber als am an auch auf aus bei beim bis da damit dann das dass dem den der des die doch durch ein eine "
    "einem einen einer eines er es fast für gegen hat haben ich ihr im in ins ist kein keine man mehr mit nach "
    "nicht noch nun nur ob oder ohne schon sein sich sie sind so soll über um und unter vom von vor war warum was "
    "weil wenn werden wie will wird wir wo zu zum zur zwischen alle allem allen aller alles andere anderen anders "
    "bald beide beiden bereits bin bist dabei dafür dagegen daher danach daran darauf darf darum davon davor dazu "
    "dein deine deinen denen denn deren dessen deshalb dich dir diese diesem diesen dieser dieses dort du dürfen "
    "einige einmal endlich erst etwas euch euer gar gegenüber genau gestern gleich habe hatte hatten heute hier "
    "hinter ihm ihn ihnen ihre ihrem ihren ihrer immer ja jede jedem jeden jeder jedes jemand jetzt kann keinem "
    "keinen keiner können könnte mal manche mein meine meinem meinen meiner mich mir morgen muss müssen neben nein "
    "nie niemals niemand nichts oft seid sei seien sehr seine seinem seinen seiner seit selbst sogar sollen sollte "
    "sondern sonst statt trotz uns unser unsere unserem unseren unserer viel viele vielen vielleicht während wann "
    "wären wäre waren wegen weiter welche welcher welches wem wen wenig wer wessen wieder wirklich wohl wollen "
    "wollte wurde wurden würde würden zwar"
)
"""German words that are written small in a headline that was set in capitals."""

GERMAN_BEFORE_NOUNS = _words(
    "der die das den dem des ein eine einem einen einer eines kein keine keinem keinen keiner keines im am zum zur "
    "beim vom ins ans aufs fürs mein meine meinem meinen meiner dein deine sein seine seinem seinen seiner ihr ihre "
    "ihrem ihren ihrer unser unsere unserem unseren unserer euer eure dies diese diesem diesen dieser dieses jede "
    "jedem jeden jeder jedes jene jenem jenen jener alle allem allen aller viele vielen vieler wenige mehrere "
    "einige manche welche welcher welches"
)
"""German words that stand before a noun, perhaps with adjectives between."""

GERMAN_PREPOSITIONS = _words(
    "ab an auf aus bei bis durch für gegen gegenüber hinter in mit nach neben ohne seit trotz über um unter von vor "
    "wegen während zu zwischen"
)

GERMAN_PRONOUNS = _words("ich du er sie es wir ihr man sich mich dich uns euch ihnen mir dir")

GERMAN_LINKING_VERBS = _words("ist sind war waren bleibt bleiben wird werden wurde wurden sei seien wäre wären macht")
"""German verbs behind which an adjective stands without a noun."""

ABBREVIATIONS_LIKE_WORDS = _words(
    "BILD WELT ZEIT SPIEGEL STERN FOCUS KURIER STANDARD PRESSE BUND GRÜNE GRÜNEN LINKE LINKEN START ELSTER AMPEL "
    "ERASMUS ARTE PRO WHO UNO USA NATO OSZE EU UN GRAD IRIS PATRIOT HARTZ"
)
"""Names and abbreviations in capitals that are written like words: papers, parties, treaties."""

GERMAN = _words(
    "der die das den dem des und ist nicht ein eine einer einen mit für auf von zu im sich auch wird werden "
    "sind oder bei aus dass wir ich sie er hat haben wurde nach über wie noch um"
)
"""Function words that no English sentence has."""

ENGLISH = _words(
    "the of and to is are were be been that this with for from have has had would it its by at "
    "your you our we they he she"
)
"""Function words that no German sentence has."""

ENGLISH_SMALL_WORDS = _words(
    "a an the of to in on at by for from with and or but be been being is are was were up as that this these those "
    "can could may might must shall should will would do does did has have had not no nor so if when while than then "
    "there here it its he his him she her they their them we our us you your i my me who whom whose which what where "
    "how why all also any even just only some such very too more most into onto over under about after before between "
    "through during against out off again both each"
)
"""English words that stand before or after a noun and are not part of a term."""

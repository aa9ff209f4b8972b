"""German reported speech: where a sentence stands in the Konjunktiv of what somebody else says.

The forms are made by rule (Duden, Die Grammatik: Konjunktiv I is the stem with -e; where that is the indicative too,
as in most plurals, German takes the Konjunktiv II instead) and what they are forms of is asked of a dictionary.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import NamedTuple

from workbench.text.lazy_pattern import lazy_pattern
from workbench.text.plain_sentences import plain_sentences
from workbench.text.span import Span
from workbench.text.word_lists import any_of, words_of

Base = Callable[[str], str]
"""Form of a German word → its base form, "" for one that is not known."""

_SURE = words_of("sei seien seiest seist könne müsse wolle dürfe solle wisse")
_NOT_WITH_ICH = words_of("habe werde")
_STAND_IN = words_of("hätten wären würden könnten müssten kämen trügen")
_NEVER_VERB = words_of(
    "achte feste ganze gleiche halbe heute klare lange laute leere möge nahe neue reiche reife selbe sichere trübe "
    "volle weise weite geschweige siehe"
)
_NO_VERB = words_of("bitte danke klage rate")
"""These are verbs behind er and man alone."""
_AFTER_PREPOSITION = words_of("ihn ihm ihnen uns dahin davon dafür dagegen damit daran darauf")
_SUBJECT = words_of("er sie es man wer niemand jemand jeder alles nichts sich")
_BEFORE_ADJECTIVE = lazy_pattern(
    any_of(
        """
        der die das den dem des zwei drei vier [aiv][mn] vom zu[mr]? beim auf mit ohne für von bei durch gegen über
        unter ins? und oder sehr so bitte
        (?:k?ein|mein|dein|sein|ihr|unser|euer|dies|jen|jed|welch|solch|manch|all|viel|wenig|beid)(?:e[mnrs]?)?
        """
    )
)
_QUOTED = lazy_pattern(r"„[^„“”\"]*[“”\"]|»[^»«]*«|«[^«»]*»|“[^“”]*”|\"[^\"]*\"|‚[^‚‘’]*[‘’]|„[^„“”]*\Z")
_PUT_ON_RECORD = any_of(
    """
    gesagt erwähnt hinzugefügt angemerkt erinnert dahingestellt genannt verwiesen betont vermerkt bemerkt gedankt
    empfohlen verziehen gestattet erlaubt gegönnt vorausgeschickt ergänzt hingewiesen
    """
)
_FIXED = lazy_pattern(
    r"\b"
    + any_of(
        rf"""
        es_sei_denn sei_es wie_(?:(?:dem|das|es|auch)_)?(?:auch_)?(?:immer_)?sei Gott_sei sei_dank
        wie_immer\b[^,.;:]{{0,60}} als_(?:ob|wenn)\b[^,.;:]{{0,200}} wie_wenn\b[^,.;:]{{0,200}}
        (?:es|hoch|lang|lange)_lebe
        (?:was|wer|wen|wem|wo|wie|wohin|woher|wann|welche\w*)\b(?:_\w+){{0,2}}?_(?:auch|immer)\b[^.;:]{{0,200}}
        (?:koste|komme)\b[^.;:]{{0,30}}?\bwas\b[^.;:]{{0,20}}?\bwolle gesetzt_den_Fall\b[^.;:]{{0,200}}
        (?:Gott|Teufel)_\w+e so_sei_es sei[’']s (?:Ehre|Friede|Fluch|Dank|Lob|Preis)_sei dein_\w+_(?:komme|geschehe)
        (?:gelobt|gesegnet|gepriesen|verflucht|gegeben)_sei(?:en)? es_sei,_wie sei_(?:nun|doch|mir|uns|euch|ihm|ihr|dir)
        (?-i:Verwiesen|Erwähnt|Gesagt|Hingewiesen|Erinnert|Genannt|Angemerkt|Betont)_sei(?:en)?
        damit_(?:er|sie|es|man|niemand|keiner|d(?:er|ie|as)|ein\w*)\b[^,.;:]{{0,100}} lebe_hoch habe_denn
        man_(?:denke|beachte|betrachte|füge|wähle|bedenke|vergleiche|stelle_sich|erinnere_sich|nehme|lese|höre|sehe)
        (?:angenommen|sagen_wir|nehmen_wir_an),[^.;:]{{0,200}}
        geschweige_denn sage_und_schreibe in_Frieden sei(?:en)?_(?:gegrüßt|gewarnt|ferne?)
        sei(?:en)?\b(?:_[^\s,.;:]+){{0,6}}?_{_PUT_ON_RECORD}
        """
    )
    + r"\b",
    re.IGNORECASE,
)
"""Wishes and set phrases: nobody is said to say them."""
_WORD = lazy_pattern(r"[^\W\d_]+")
_UNREAL = lazy_pattern(
    r"\b(?:wenn|falls|sofern|sonst|gern|lieber|fast|beinahe|ohne|als wären|als hätten)\b", re.IGNORECASE
)
_ICH = lazy_pattern(r"\b[Ii]ch\b")
_CLAUSE_ENDS = lazy_pattern(r"\s*(?:[,.;:!?…)\]–—“”«\"]|\Z|(?:und|oder|aber|als|sowie|sondern)\b)")
_PRONOUN = lazy_pattern(r"\s+(?:es|er|sie|man|sich)\b")
_NOUN_OR_COMMA = lazy_pattern(r",|\s+[A-ZÄÖÜ]")
_SAID = lazy_pattern(
    r"\b"
    + any_of(
        r"""
        sag(?:t|te|ten|en) erklär(?:t|te|ten|en) behaupte(?:t|te|ten|n) berichte(?:t|te|ten|n) melde(?:t|te|ten|n)
        warn(?:t|te|ten|en) beton(?:t|te|ten|en) versicher(?:t|te|ten|n) bestätig(?:t|te|ten|en) beteuer(?:t|te|ten|n)
        teil(?:t|te|ten|en)\b[^.]{0,100}\bmit meint meinte meinten schrieb(?:en)? schreib(?:t|en) hieß heißt
        kritisier(?:t|te|ten|en) (?:klag|argumentier|vermute)(?:t|te|ten) zufolge Angaben [Ll]aut
        """
    )
    + r"\b"
)


class Reported(NamedTuple):
    """A German sentence in the Konjunktiv of reported speech, and the verb that shows it."""

    sentence: Span
    verb: Span


def without_quotations(german: str) -> str:
    """The text, with a “#” for each character that stands in quotation marks: as long as it was."""
    return _QUOTED.sub(lambda quoted: "#" * len(quoted[0]), german)


def reported(german: str, base: Base) -> tuple[Reported, ...]:
    """The sentences of a paragraph that report what somebody says, by their Konjunktiv.

    Konjunktiv I that cannot be anything else (sei, habe, werde, könne, gehe), and its stand-ins in the plural (hätten,
    würden, kämen) in a sentence that says who said it or that follows a reported one. No evidence are forms that are
    the indicative as well (wir gehen), ich habe, wishes and set phrases (es lebe, es sei denn, sei es, man nehme, als
    ob er sei), direct questions, conditions, and what stands in quotation marks. `base` leads from a form to its base
    form. Linear in the text.
    """
    return tuple(_found(german, base))


def _found(german: str, base: Base) -> Iterator[Reported]:
    plain = _FIXED.sub(lambda fixed: "#" * len(fixed[0]), without_quotations(german))
    before = False
    for span in plain_sentences(german):
        sentence = plain[slice(*span)]
        if sentence.endswith("?"):
            continue
        verb = _first_kind(sentence, base)
        if not verb and (before or _SAID.search(sentence)):
            verb = _stand_in(sentence, base)
        before = verb is not None or _SAID.search(sentence) is not None
        if verb:
            yield Reported(span, Span(span.start + verb.start, span.start + verb.end))


def _first_kind(sentence: str, base: Base) -> Span | None:
    """The first Konjunktiv I of a sentence that is one for certain."""
    says_ich = _ICH.search(sentence) is not None
    before = ""
    for match in _WORD.finditer(sentence):
        word = match[0]
        may_be = match.start() > 0 and before != "als" and word.islower()
        if may_be and (word in _SURE or (not says_ich and _is_third_person(sentence, match, before, base))):
            return Span(*match.span())
        before = word
    return None


def _is_third_person(sentence: str, match: re.Match[str], before: str, base: Base) -> bool:
    """Whether a word in -e is a verb's third person: no adjective, no order, no recipe (man nehme), no past tense."""
    word = match[0]
    if word in _NOT_WITH_ICH:
        return True
    if word in _NO_VERB and before.lower() not in ("er", "man"):
        return False
    if not word.endswith("e") or word in _NEVER_VERB or not _is_verb_in_e(word, base) or _is_past(word, base):
        return False
    return not (before.lower() == "man" and match.start() <= len("man ")) and _has_subject(sentence, match, before)


def _has_subject(sentence: str, match: re.Match[str], before: str) -> bool:
    """Whether a verb's form stands where a verb stands: behind its subject, or at the end of its clause."""
    between = sentence[: match.start()].rstrip()
    if before.lower() in _SUBJECT:
        return between.endswith(before)
    if before in _AFTER_PREPOSITION or between in ("Das", "Dies") or between.endswith((", das", ", dies")):
        return between.endswith(before) and not _NOUN_OR_COMMA.match(sentence, match.end())
    if _BEFORE_ADJECTIVE.fullmatch(before.lower()):
        return False
    if _CLAUSE_ENDS.match(sentence, match.end()) or _PRONOUN.match(sentence, match.end()):
        return not between.endswith((",", ":"))
    return _follows_noun(between, before)


def _follows_noun(between: str, before: str) -> bool:
    """Whether a clause up to its verb is a noun's or one word's, a figure's or a quotation's."""
    if before[:1].isupper() and between.endswith(before):
        return True
    return between.endswith(("#", ")")) or between[-1:].isdigit() or between == before


def _is_verb_in_e(word: str, base: Base) -> bool:
    """gehe of gehen, dauere of dauern, ermittle of ermitteln, ende of enden though there is das Ende."""
    stem, of = word[:-1], base(word)
    if of[:1].isupper():
        of = base(f"{word}n")
    return of in (f"{stem}en", f"{stem}n") or (stem[-1:] in "lr" and of in (f"{stem[:-1]}eln", f"{stem[:-1]}ern"))


def _is_past(word: str, base: Base) -> bool:
    """raste may be of rasten, and is the past of rasen."""
    return word.endswith("te") and base(f"{word[:-2]}en") == f"{word[:-2]}en"


def _stand_in(sentence: str, base: Base) -> Span | None:
    """A Konjunktiv II in the plural that stands for the Konjunktiv I, in a sentence without a condition."""
    if _UNREAL.search(sentence):
        return None
    for match in _WORD.finditer(sentence):
        word = match[0]
        if word in _STAND_IN or (word.islower() and word.endswith("en") and _is_second_kind(word, base(word))):
            return Span(*match.span())
    return None


def _is_second_kind(word: str, base: str) -> bool:
    """träfen of treffen, wüssten of wissen: an umlaut that the infinitive has not."""
    return base.endswith("n") and base != word and any(letter in word and letter not in base for letter in "äöü")

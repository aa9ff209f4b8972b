"""The forms of English verbs: irregular ones by a table, doubled letters and other doubts by the English word lists."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

from workbench.text.words.dictionary import has

_TABLE = """
abide abided/abode; arise arose arisen; awake awoke awoken; babysit babysat; bear bore borne/born; beat beat beaten;
become became become; befall befell befallen; beget begot begotten; begin began begun; behold beheld; bend bent;
bereave bereaved/bereft; beseech besought/beseeched; beset beset; bespeak bespoke bespoken;
bestride bestrode bestridden; bet bet; betake betook betaken; bethink bethought; bid bid|bade bidden; bide bided;
bind bound; bite bit bitten; bleed bled; blow blew blown; break broke broken; breastfeed breastfed; breed bred;
bring brought; browbeat browbeat browbeaten; build built; burn burned/burnt; burst burst; bust busted/bust;
buy bought; cast cast; catch caught; choose chose chosen; cleave cleaved/clove cleaved/cloven/cleft; cling clung;
come came come; cost cost|costed; creep crept; cut cut; deal dealt; dig dug; dive dived/dove dived; do did done;
draw drew drawn; dream dreamed/dreamt; drink drank drunk; drive drove driven; dwell dwelt/dwelled; eat ate eaten;
fall fell fallen; feed fed; feel felt; fight fought; find found; flee fled; fling flung; fly flew flown;
forbear forbore forborne; forbid forbade forbidden; forget forgot forgotten; forgive forgave forgiven;
forgo forwent forgone; forsake forsook forsaken; forswear forswore forsworn; freeze froze frozen;
frostbite frostbit frostbitten; gainsay gainsaid; get got got/gotten; ghostwrite ghostwrote ghostwritten;
gild gilded/gilt; gird girded/girt; give gave given; go went gone; grind ground; grow grew grown; hamstring hamstrung;
hang hung|hanged; have had; hear heard; heave heaved|hove; hew hewed hewn; hide hid hidden; hit hit; hold held;
hurt hurt; inbreed inbred; indwell indwelt; inlay inlaid; input input/inputted; inset inset;
joyride joyrode joyridden; keep kept; kneel knelt/kneeled; knit knitted/knit; know knew known; lade laded laden;
lay laid; lead led; lean leaned/leant; leap leapt/leaped; learn learned/learnt; leave left; lend lent; let let;
lie lay lain|lied; light lit/lighted; lose lost; make made; mean meant; meet met; mow mowed mown; offset offset;
outbid outbid; outfight outfought; output output/outputted; overbid overbid; overhang overhung;
overlie overlay overlain; partake partook partaken; pay paid; proofread proofread; prove proved proved/proven;
put put; quit quit/quitted; read read; rend rent; rid rid; ride rode ridden; ring rang rung|ringed; rise rose risen;
rive rived riven; run ran run; saw sawed sawn; say said; see saw seen; seek sought; sell sold; send sent; set set;
sew sewed sewn; shake shook shaken; shear sheared shorn; shed shed; shine shone|shined; shit shat/shit; shoe shod;
shoot shot; show showed shown; shrink shrank shrunk; shut shut; sing sang sung; sink sank sunk; sit sat;
slay slew slain; sleep slept; slide slid; sling slung; slink slunk; slit slit; smell smelled/smelt;
smite smote smitten; sow sowed sown; speak spoke spoken; speed sped/speeded; spell spelled/spelt;
spellbind spellbound; spend spent; spill spilled/spilt; spin spun; spit spat|spitted; split split;
spoil spoiled/spoilt; spread spread; spring sprang sprung; stand stood; steal stole stolen; stick stuck; sting stung;
stink stank stunk; strew strewed strewn; stride strode stridden; strike struck struck/stricken; string strung;
strive strove/strived striven/strived; sublet sublet; swear swore sworn; sweep swept; swell swelled swollen;
swim swam swum; swing swung; take took taken; teach taught; tear tore torn; tell told; think thought;
throw threw thrown; thrust thrust; tread trod trodden; typeset typeset; typewrite typewrote typewritten;
underbid underbid; underlie underlay underlain; understand understood; upset upset; wake woke woken; waylay waylaid;
wear wore worn; weave wove woven|weaved; wed wedded/wed; weep wept; wet wetted/wet; win won; wind wound;
withdraw withdrew withdrawn; withhold withheld; withstand withstood; wring wrung; write wrote written
"""
"""Verb, past, participle; the participle is left out where it is as the past. `/` parts what means the same, `|` the
forms of verbs that are alike in the infinitive only (lie, lay, lain; lie, lied)."""
_PREFIX = re.compile(
    r"(?:re|over|under|misunder|out|mis|un|fore|up|inter|counter|cross|pre|free|hand|back|down|broad|simul|tele|pod|web"
    r"|flood|deep|trouble)(?=\w{2})"
)
"""What may stand before an irregular verb: retook, overran, undone, floodlit. `be-` is no such prefix (behave)."""
_NO_PREFIX = frozenset(("relay", "reprove", "unwed"))
_LAST_PART = 3
"""Letters of either part of a verb that is made of two words (typecast)."""
_DOUBLED = re.compile(r"(?:^|[^aeiou]|qu)[aeiou][bdfgklmnprtvz]$")
_IN_DOUBT = re.compile(r"(?:[^aeiou]|qu)[aeiou][bdgklmnprstvz]$|(?:[iu]|qu)[ae]l$")
_SYLLABLE = re.compile(r"(?:[aeiou]|y(?![aeiou]))+")
_MODALS = frozenset(("can", "could", "may", "might", "must", "shall", "should", "will", "would", "ought"))


class PrincipalParts(NamedTuple):
    """The past tenses and the past participles that one English verb may have, the usual one first."""

    past: tuple[str, ...]
    participle: tuple[str, ...]


def _read_table() -> dict[str, tuple[PrincipalParts, ...]]:
    found = {}
    for entry in _TABLE.replace("\n", " ").split(";"):
        verb, _, forms = entry.strip().partition(" ")
        found[verb] = tuple(_parts_of(alike) for alike in forms.split("|"))
    return found


def _parts_of(forms: str) -> PrincipalParts:
    past, *participle = (tuple(form.split("/")) for form in forms.split())
    return PrincipalParts(past, participle[0] if participle else past)


IRREGULAR = _read_table()
"""Each irregular verb with its principal parts; several of verbs that are alike in the infinitive (lie, hang)."""


_AS_NOUNS = frozenset(("ground", "wound", "dove", "gilt", "clove", "cleft", "hove", "bade"))
_PASTS = {form for sets in IRREGULAR.values() for parts in sets for form in parts.past} - _AS_NOUNS


@lru_cache(maxsize=20_000)
def is_irregular_past(word: str) -> bool:
    """Whether an English word (in small letters) is the past of an irregular verb, also of one with a prefix.

    What is hardly ever one is none (ground), and no participle that is used as an adjective (unsold).

    >>> is_irregular_past("swept"), is_irregular_past("retook"), is_irregular_past("background")
    (True, True, False)
    """
    if word in _PASTS:
        return True
    prefix = _PREFIX.match(word)
    behind = word[prefix.end() :] if prefix else ""
    return behind in _PASTS and behind not in IRREGULAR and not word.startswith("un") and has(word)


@lru_cache(maxsize=20_000)
def principal_parts(verb: str) -> tuple[PrincipalParts, ...]:
    """The past and participle of an English verb in its infinitive; several where two verbs are alike in it.

    Of a verb with a hyphen the last part is looked at (re-run, dry-clean), of one with a prefix or another word before
    it (retake, typecast) what is behind that, if it is irregular. The English word lists are asked where letters do
    not tell, which waits until they are read.

    >>> principal_parts("undergo"), principal_parts("lie")[1].past
    ((PrincipalParts(past=('underwent',), participle=('undergone',)),), ('lied',))
    """
    before, hyphen, _ = verb.rpartition("-")
    begun = before + hyphen if hyphen else _before_irregular(verb)
    own = verb.removeprefix(begun)
    if own == "be":
        sets: tuple[PrincipalParts, ...] = (PrincipalParts(("was", "were"), ("been",)),)
    elif own in IRREGULAR:
        sets = IRREGULAR[own][:1] if begun and not hyphen else IRREGULAR[own]
    else:
        regular = _regular_past(own)
        sets = (PrincipalParts(regular, regular),)
    return tuple(
        PrincipalParts(tuple(begun + form for form in past), tuple(begun + form for form in participle))
        for past, participle in sets
    )


@lru_cache(maxsize=20_000)
def _before_irregular(verb: str) -> str:
    """What stands before an irregular verb; "" where nothing does, as before regular ones (reseal, behave)."""
    if verb in IRREGULAR or verb in _NO_PREFIX:
        return ""
    prefix = _PREFIX.match(verb)
    if prefix and verb[prefix.end() :] in IRREGULAR and (_is_known(verb, prefix.end()) or not _has_regular_past(verb)):
        return prefix[0]
    cuts = (cut for cut in range(_LAST_PART, len(verb) - _LAST_PART + 1) if verb[cut:] in IRREGULAR)
    return next((verb[:cut] for cut in cuts if _is_known(verb, cut) and not _has_regular_past(verb)), "")


def _is_known(verb: str, cut: int) -> bool:
    """Whether the English word lists have the past and the participle of a verb that is irregular behind `cut`."""
    parts = IRREGULAR[verb[cut:]][0]
    return has(verb[:cut] + parts.past[0]) and has(verb[:cut] + parts.participle[0])


def _has_regular_past(verb: str) -> bool:
    return any(has(form) for form in _regular_past(verb))


def _regular_past(verb: str) -> tuple[str, ...]:
    if verb.endswith("e"):
        return (f"{verb}d",)
    if re.search(r"(?:[^aeiou]|qu)y$", verb):
        return (f"{verb[:-1]}ied",)
    return tuple(f"{stem}ed" for stem in stems(verb, "ed"))


def third_person(verb: str) -> str:
    """`call` → `calls`, `carry` → `carries`, `quiz` → `quizzes`."""
    if verb in ("be", "have"):
        return {"be": "is", "have": "has"}[verb]
    if re.search(r"(?:^|[^aeiou]|qu)[aeiou]z$", verb):
        return f"{verb}zes"
    if re.search(r"(?:s|x|z|ch|sh|[^aeiou]o)$", verb):
        return f"{verb}s" if verb.endswith(("ch", "o")) and has(f"{verb}s") and not has(f"{verb}es") else f"{verb}es"
    if re.search(r"(?:[^aeiou]|qu)y$", verb):
        return f"{verb[:-1]}ies"
    return f"{verb}s"


@lru_cache(maxsize=20_000)
def present_participle(verb: str) -> tuple[str, ...]:
    """`call` → `calling`, `lie` → `lying`, `run` → `running`; `travel` → `travelling`, `traveling`."""
    before, hyphen, last = verb.rpartition("-")
    if hyphen:
        return tuple(f"{before}-{form}" for form in present_participle(last))
    if verb.endswith("ie"):
        short = f"{verb[:-2]}ying"
        return (short if has(short) else f"{verb}ing",)
    if verb.endswith("e") and not verb.endswith(("ee", "oe", "ye")) and verb != "be":
        keeps = verb.endswith("nge") and has(verb[:-1]) and has(f"{verb}ing")  # singe is no singing
        return (f"{verb}ing" if keeps else f"{verb[:-1]}ing",)
    begun = _before_irregular(verb)
    return tuple(f"{begun}{stem}ing" for stem in stems(verb.removeprefix(begun), "ing"))


def stems(word: str, ending: str) -> tuple[str, ...]:
    """A word as it stands before an ending that begins with a vowel: `stop` → `stopp`, `panic` → `panick`.

    Whether the last letter of a word of several syllables is doubled, the English word lists say; both ways where they
    have both (travelled, traveled).
    """
    if re.search(r"[aeiou]c$", word):
        return (f"{word}k",)
    double = word + word[-1:]
    if syllables(word) == 1 and _DOUBLED.search(word):
        return (double,)
    if not _IN_DOUBT.search(word) or not has(double + ending):
        return (word,)
    if not has(word + ending) or has(f"{word}e"):
        return (double,)
    return (double, word) if word.endswith(("l", "p")) else (word, double)


def is_modal(word: str) -> bool:
    """Whether an English verb has no other forms: can, could."""
    return word in _MODALS


def syllables(word: str) -> int:
    """How many syllables an English word in small letters has, as far as its letters tell; a mute e makes none."""
    spoken = re.sub(r"(?<![^aeiou]l)e$|e(?=ly$)", "", word)
    return len(_SYLLABLE.findall(spoken.replace("qu", "q")))

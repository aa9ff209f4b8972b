"""The forms of an English word or phrase of the dictionary: contortionist(s); convoke(s), convoked, convoking."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Literal

from workbench.dictionary.line import Kind
from workbench.glossary.english.plural import plural

_IRREGULAR = {
    line.split()[0]: (line.split()[1], line.split()[2])
    for line in """
arise arose arisen; awake awoke awoken; bear bore borne; beat beat beaten; become became become; begin began begun;
bend bent bent; bet bet bet; bid bid bid; bind bound bound; bite bit bitten; bleed bled bled; blow blew blown;
break broke broken; breed bred bred; bring brought brought; build built built; burst burst burst; buy bought bought;
cast cast cast; catch caught caught; choose chose chosen; cling clung clung; come came come; cost cost cost;
creep crept crept; cut cut cut; deal dealt dealt; dig dug dug; do did done; draw drew drawn; drink drank drunk;
drive drove driven; eat ate eaten; fall fell fallen; feed fed fed; feel felt felt; fight fought fought;
find found found; flee fled fled; fling flung flung; fly flew flown; forbid forbade forbidden;
forecast forecast forecast; foresee foresaw foreseen; forget forgot forgotten; forgive forgave forgiven;
freeze froze frozen; get got got; give gave given; go went gone; grind ground ground; grow grew grown;
hang hung hung; have had had; hear heard heard; hide hid hidden; hit hit hit; hold held held; hurt hurt hurt;
keep kept kept; kneel knelt knelt; know knew known; lay laid laid; lead led led; leap leapt leapt; leave left left;
lend lent lent; let let let; lie lay lain; light lit lit; lose lost lost; make made made; mean meant meant;
meet met met; mistake mistook mistaken; overcome overcame overcome; overtake overtook overtaken;
partake partook partaken; forswear forswore forsworn; forgo forwent forgone;
overthrow overthrew overthrown; pay paid paid; put put put; quit quit quit; read read read; rebuild rebuilt rebuilt;
rewrite rewrote rewritten; ride rode ridden; ring rang rung; rise rose risen; run ran run; say said said;
see saw seen; seek sought sought; sell sold sold; send sent sent; set set set; shake shook shaken; shed shed shed;
shine shone shone; shoot shot shot; show showed shown; shrink shrank shrunk; shut shut shut; sing sang sung;
sink sank sunk; sit sat sat; sleep slept slept; slide slid slid; sling slung slung; slit slit slit;
speak spoke spoken; speed sped sped; spend spent spent; spin spun spun;
sew sewed sewn; sow sowed sown; slay slew slain; spit spat spat; split split split; spread spread spread;
spring sprang sprung; stand stood stood; steal stole stolen; stick stuck stuck; sting stung stung; stink stank stunk;
strike struck struck; strive strove striven; swear swore sworn; sweep swept swept; swell swelled swollen;
swim swam swum; swing swung swung; take took taken; teach taught taught; tear tore torn; tell told told;
think thought thought; throw threw thrown; thrust thrust thrust; tread trod trodden; undergo underwent undergone;
understand understood understood; undertake undertook undertaken; uphold upheld upheld; upset upset upset;
wake woke woken; wear wore worn; weave wove woven; weep wept wept; win won won; wind wound wound;
withdraw withdrew withdrawn; withhold withheld withheld; withstand withstood withstood; wring wrung wrung;
write wrote written
""".replace("\n", " ").split("; ")
}
_PREFIX = re.compile(r"(?:re|over|under|out|mis|un|fore|up|inter|broad|type|be)(?=\w{3})")
"""What may stand before an irregular verb: retook, overran, misled."""
_MODALS = frozenset(("can", "could", "may", "might", "must", "shall", "should", "will", "would", "ought"))
_COMPARED = {
    "good": ("better", "best"), "well": ("better", "best"), "bad": ("worse", "worst"), "badly": ("worse", "worst"),
    "far": ("further", "furthest"), "little": ("less", "least"), "much": ("more", "most"), "many": ("more", "most"),
}  # fmt: skip
_TAKES_ENDING = re.compile(r"(?:[^aeiou]y|ow|le|er)$")
_VOWELS = "aeiou"
_DOUBLED = re.compile(r"(?:^|[^aeiou])[aeiou][bdgklmnprtvz]$")
_DOUBLING = """
admit commit occur refer prefer defer confer transfer infer incur deter control patrol enrol enroll compel propel expel
repel rebel cancel travel label model level signal dial fuel duel quarrel counsel marvel shovel equip regret permit
submit omit transmit emit annul distil instil appal fulfil handicap worship kidnap program begin forget upset abet abhor
"""
_LAST_STRESSED = frozenset(_DOUBLING.split())
"""Words of several syllables whose last letter is doubled, for the stress or as the British write them."""


@lru_cache(maxsize=5_000)
def english_forms(english: str, kind: Kind) -> tuple[str, ...]:
    """An English as a sentence may want it, the form it is given in first; each form once.

    Of a noun the singular and plural, of a verb (with or without “to”) all its forms, of an adjective or adverb
    nothing but itself.

    >>> english_forms("to call up", "verb")
    ('call up', 'calls up', 'called up', 'calling up')
    >>> english_forms("armadillo", "noun")
    ('armadillo', 'armadillos')
    """
    if kind == "noun":
        return tuple(dict.fromkeys((english, plural(english))))
    if kind != "verb":
        return (english,)
    forms: tuple[VerbForm, ...] = ("base", "third", "past", "participle", "ing")
    return tuple(dict.fromkeys(word for form in forms for word in verb_form(english, form)))


VerbForm = Literal["base", "third", "past", "participle", "ing"]
Degree = Literal["comparative", "superlative"]


def verb_form(english: str, form: VerbForm) -> tuple[str, ...]:
    """One form of an English verb or phrase, with or without “to”; the past of “be” is two.

    >>> verb_form("to take off", "participle")
    ('taken off',)
    """
    verb, _, rest = english.removeprefix("to ").partition(" ")
    if verb in _MODALS:
        return (english,)
    past = past_forms(verb)
    found = {
        "base": (verb,),
        "third": (third_person(verb),),
        "past": past[:-1] or past,
        "participle": past[-1:],
        "ing": (present_participle(verb),),
    }[form]
    return tuple(f"{word} {rest}".strip() for word in found)


def degree(english: str, wanted: Degree) -> tuple[str, ...]:
    """An English adjective compared: with an ending, with more or most, or both where both are usual.

    >>> degree("big", "comparative"), degree("narrow", "superlative"), degree("wonderful", "comparative")
    (('bigger',), ('narrowest', 'most narrow'), ('more wonderful',))
    """
    if english in _COMPARED:
        return (_COMPARED[english][wanted == "superlative"],)
    word = "more" if wanted == "comparative" else "most"
    syllables = len(re.findall(r"[aeiouy]+", english.removesuffix("e")))
    if syllables > 2 or " " in english or "-" in english or (syllables == 2 and not _TAKES_ENDING.search(english)):
        return (f"{word} {english}",)
    ending = "er" if wanted == "comparative" else "est"
    if english.endswith("e"):
        compared = f"{english[:-1]}{ending}"
    elif re.search(r"[^aeiou]y$", english):
        compared = f"{english[:-1]}i{ending}"
    else:
        compared = f"{_with_last_letter(english)}{ending}"
    return (compared,) if syllables == 1 else (compared, f"{word} {english}")


def third_person(verb: str) -> str:
    """`call` → `calls`, `carry` → `carries`."""
    if verb in ("be", "have"):
        return {"be": "is", "have": "has"}[verb]
    if re.search(r"(?:s|x|z|ch|sh|[^aeiou]o)$", verb):
        return f"{verb}es"
    if re.search(r"[^aeiou]y$", verb):
        return f"{verb[:-1]}ies"
    return f"{verb}s"


def past_forms(verb: str) -> tuple[str, ...]:
    """The past tense and the past participle of a verb, once where they are the same."""
    if verb == "be":
        return ("was", "were", "been")
    prefix = _PREFIX.match(verb)
    begun = prefix[0] if prefix and verb not in _IRREGULAR and verb != "relay" else ""
    if irregular := _IRREGULAR.get(verb.removeprefix(begun)):
        return tuple(dict.fromkeys(f"{begun}{form}" for form in irregular))
    if verb.endswith("e"):
        return (f"{verb}d",)
    if re.search(r"[^aeiou]y$", verb):
        return (f"{verb[:-1]}ied",)
    return (f"{_with_last_letter(verb)}ed",)


def present_participle(verb: str) -> str:
    """`call` → `calling`, `lie` → `lying`, `run` → `running`."""
    if verb.endswith("ie"):
        return f"{verb[:-2]}ying"
    if verb.endswith("e") and not verb.endswith(("ee", "oe", "ye")) and verb != "be":
        return f"{verb[:-1]}ing"
    return f"{_with_last_letter(verb)}ing"


def _with_last_letter(verb: str) -> str:
    """A verb with its last letter doubled where that is so before -ed and -ing."""
    one_syllable = len(re.findall(r"[aeiouy]+", verb)) == 1
    doubled = verb in _LAST_STRESSED or (one_syllable and bool(_DOUBLED.search(verb)))
    return f"{verb}{verb[-1]}" if doubled and verb[-1] not in _VOWELS and verb[-2:] != "ll" else verb

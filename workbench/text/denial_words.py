"""English words that may stand for a German “nicht”, and the German words that they may stand for instead."""

from __future__ import annotations

_UN = r"un(?!d\b|s\b|ter|ser|gar|iv|ion|iform|fall|fälle|glück|wetter)\w{3,}"

MAY_DENY: tuple[tuple[str, str], ...] = (
    ("hardly barely scarcely rarely seldom", r"kaum selten\w* gerade_(?:erst|mal|noch) knapp\w*"),
    (r"(?<!\ba_)little", r"wenige?\w* klein\w* gering\w* bisschen etwas"),
    ("only", r"nur erst lediglich blo(?:ß|ss) einzige?[mnrs]? allein noch gerade ausschlie(?:ß|ss)lich\w*"),
    ("too", r"zu auch ebenfalls ebenso allzu"),
    ("few fewer less", r"\w{0,20}wenige?\w* paar einige[mnrs]? gering\w* minder\w*"),
    ("until unless", r"bis solange sofern"),
    (
        "instead rather other_than except apart otherwise",
        r"(?:an)?statt\w* eher lieber außer\w* sonst abgesehen anders\w*",
    ),
    ("out_of far_from short_of", r"aus raus weit\w* fern\w* heraus knapp"),
    ("los(?:e|t|ing|es)", r"ver(?:lor|lier|lust)\w* \w{0,20}niederlage\w* \w{0,20}verlust\w*"),
    (r"miss(?:e[ds]|ing)?", r"\w{0,20}verpass\w* \w{0,20}fehl\w* vermiss\w* verschw\w*"),
    (
        r"fail\w* lack\w* absen\w*",
        r"\w{0,20}scheiter\w* \w{0,20}versag\w* miss\w+ \w{0,20}fehl\w* \w{0,20}m[aä]ngel\w* \w{0,20}versäum\w*",
    ),
    (
        r"""
        refus\w* reject\w* den(?:y|ie[sd]|ial) declin\w* oppos\w* disput\w* dismiss\w*
        turn\w*_down rul(?:e|es|ed|ing)_(?:\w+_){0,3}out rebuff\w* against out_for
        """,
        r"""
        \w{0,20}weiger\w* \w{0,20}lehn\w* \w{0,20}wies\w* \w{0,20}weis\w* bestr\w+ \w{0,20}leugn\w* dementi\w* gegen\w*
        \w{0,20}oppos\w* \w{0,20}gegner\w* \w{0,20}sink\w* sank\w* \w{0,20}rück\w* widers\w* \w{0,20}schl(?:oss|ieß)\w*
        """,
    ),
    (
        r"""
        avoid\w* avert\w* ke(?:pt|ep|eping)_(?:\w+_)?out prevent\w* stop\w* ceas\w* forbid\w* forbade bans? banned
        prohibit\w* exclud\w* barred abstain\w* withh[eo]ld\w*
        """,
        r"""
        \w{0,20}hinder\w* \w{0,20}stopp\w* \w{0,20}verb[io]\w* \w{0,20}untersag\w* \w{0,20}schl(?:oss|ieß|uss)\w*
        \w{0,20}vermeid\w* \w{0,20}waffen\w* \w{0,20}h[aie]+lt\w* \w{0,20}hör\w* \w{0,20}ein(?:ge)?stell\w*
        \w{0,20}enthalt\w* \w{0,20}feuer\w*
        """,
    ),
    (
        r"doubt\w* wrong\w* false\w* contrary despite amiss",
        r"\w{0,20}zweif\w* \w{0,20}falsch\w* \w{0,20}fälsch\w* trotz\w* \w{0,20}unrecht\w* gegen\w*",
    ),
    (
        r"""
        overlook\w* skip\w* le(?:ave|aves|aving|ft)_out ignor\w* neglect\w* omit\w* regardless vain devoid escap\w*
        exempt\w* reluctan\w*
        """,
        r"""
        ignor\w* \w{0,20}vernachl\w* \w{0,20}vergeb\w* \w{0,20}fl[iuo][eoh]\w* \w{0,20}flücht\w* \w+frei\w*
        \w{0,20}ausgenomm\w* egal überseh\w*
        """,
    ),
    (
        r"un(?!der|ion|it|iv|iform|iqu|til\b|less\b|ified|ilat|cle\b)[a-z]{3,}",
        rf"{_UN} ent(?:lass|deck|täusch|kräft)\w*",
    ),
    (
        r"""
        in(?:ability|acc|adeq|adm|capa|comp|cons|corr|def|dep|diff|dis|eff|equ|expl|suff|val|vis|vol|nocen)\w* imposs\w*
        impass\w* imperm\w* improb\w* immob\w* irr\w+ il(?:leg|lic|log)\w* non-?\w+
        """,
        rf"{_UN} in(?:direk|divid|dustr|kompet|stabil|offiz)\w* irr\w* ill\w* umfa\w* nicht-\w*",
    ),
    (
        r"dis(?!trict|cuss|play|tanc|tribut|put|miss)\w{4,} mis(?!s)\w{4,} \w+less(?:ly|ness)?",
        r"""
        \w+los(?:e[mnrs]?|igkeit)? dis\w{4,} miss\w{4,} ent(?:t|m|f|waff|wert)\w{4,} verschw\w*
        unord\w* \w{0,20}katastroph\w* kranke\w*
        """,
    ),
    (
        r"outside off[\-_]limits obscur\w* vague\w* abort\w* abandon\w*",
        r"außer\w* draußen abg\w* abbr\w* verlass\w* verließ\w* aufg\w*",
    ),
    (
        r"remain\w* continu\w* still_(?:to|open|pending|outstanding|wait\w*|await\w*|need\w*|ha(?:s|d|ve)_to)",
        r"bleib\w* blieb\w* verblieb\w* weiter\w* fort\w* still\w*",
    ),
    ("than_ever", r"de(?:nn|ssen)_je als_je"),
    ("low lower lowest", r"niedrig\w* tief\w* gering\w* unter\w*"),
    (r"difficult\w* hard tough", r"schwier\w* schwer\w* hart\w* zäh\w*"),
)
"""English and German, each a list of words for `any_of`."""

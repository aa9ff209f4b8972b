"""How much of the training each source gets: a weight per pair, by the source's name."""

from __future__ import annotations

from fnmatch import fnmatch

NEWS = ("news*", "gen_globalvoices", "gen_wmt2?", "gen_pud", "gen_ntrex", "gen_wmt19*")
"""Sources in the style of the users' texts: heaviest, and heavier still at the end of a run."""

SUITES = ("wmt??-suites-*", "mucow")
"""The test suites: texts in the style of news and of encyclopaedias, and drills, which suites.py tells apart."""

SHORT = "-short"
"""What the source of a drill ends with."""

NEWS_BOOST = 4.0
"""How many times heavier news is at the end, and the texts of the suites."""

_WEIGHTS: tuple[tuple[str, float], ...] = (
    (f"*{SHORT}", 0.15),
    ("wmt??-suites-de-en", 3.0),  # German that people wrote
    ("wmt??-suites-en-de", 1.5),  # German that systems made, English that people wrote, chat among it
    ("mucow", 2.0),
    *((news, 3.0) for news in NEWS),
    ("gen_gutleben", 3.0),  # reports of the federal government
    ("*europarl*", 2.5),
    ("gen_wmt14*", 2.0),
    ("gen_onmt*", 2.0),
    ("gen_mlqe*", 2.0),
    ("gen_xquad", 2.0),
    ("gen_sdg", 2.0),
    ("gen_udhr", 2.0),
    ("gen_party_names", 2.0),
    ("gen_bible", 0.2),  # archaic
    ("gen_*", 1.0),
    ("gh_progit", 0.0),  # not for commercial use
    ("gh_privacyguides", 0.0),  # no derivatives
    ("debian_ding", 0.15),  # a dictionary: words without sentences
    ("debian_names*", 0.5),
    ("*wesnoth*", 0.6),  # games: prose and dialogue
    ("debian_naev", 0.6),
    ("debian_freedroidrpg", 0.6),
    ("gh_cwa*", 0.6),
    ("gh_mdn", 0.12),
    ("gh_ms_*", 0.12),
    ("gh_adobe*", 0.12),
    ("*_ui", 0.12),
    ("debian_manpages", 0.12),
    ("debian_pkgdesc", 0.12),
)
_OTHER = 0.3


def is_news(source: str) -> bool:
    """Whether a source is written in the style of the users' texts."""
    return any(fnmatch(source, pattern) for pattern in NEWS)


def weight(source: str, *, late: bool = False) -> float:
    """The weight of one pair of this source; `late`: in the last part of a run. 0 leaves the source out."""
    found = next((value for pattern, value in _WEIGHTS if fnmatch(source, pattern)), _OTHER)
    return found * (NEWS_BOOST if late and (is_news(source) or _is_text_of_suites(source)) else 1.0)


def _is_text_of_suites(source: str) -> bool:
    return not source.endswith(SHORT) and any(fnmatch(source, pattern) for pattern in SUITES)

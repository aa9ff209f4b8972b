"""The glossary: entries, the file they are kept in, finding terms in German, judging English.

It never opens a model, and it knows no document but the text it is given.
"""

from typing import TYPE_CHECKING

from workbench.lazy_door import lazy_door

if TYPE_CHECKING:
    from workbench.glossary.candidates import Candidate, Proposal, as_entry
    from workbench.glossary.english.article import fit_article, sounds_open
    from workbench.glossary.english.before_noun import belongs_to_noun
    from workbench.glossary.english.form_places import form_places
    from workbench.glossary.english.judging import SmallLetters, Verdict, judge
    from workbench.glossary.english.letters import as_in_a_sentence, capitals_of_list
    from workbench.glossary.english.mentioned import Mention, find_mentions
    from workbench.glossary.english.mentions import opening, spare, with_mentions
    from workbench.glossary.english.plural import plural
    from workbench.glossary.english.put_mention import shortened, written_out
    from workbench.glossary.english.rewording import form_of, reworded
    from workbench.glossary.entry import KINDS, Entry, Kind, TermHit
    from workbench.glossary.file.edit import add_entry, remove_entry, replace_entry
    from workbench.glossary.file.yaml_file import GlossaryFile, read_glossary
    from workbench.glossary.finding.compounds import is_short_head, without_link
    from workbench.glossary.finding.matcher import Glossary
else:
    __getattr__ = lazy_door(
        __name__,
        candidates="Candidate Proposal as_entry",
        english__article="fit_article sounds_open",
        english__before_noun="belongs_to_noun",
        english__form_places="form_places",
        english__judging="SmallLetters Verdict judge",
        english__letters="as_in_a_sentence capitals_of_list",
        english__mentioned="Mention find_mentions",
        english__mentions="opening spare with_mentions",
        english__plural="plural",
        english__put_mention="shortened written_out",
        english__rewording="form_of reworded",
        entry="KINDS Entry Kind TermHit",
        file__edit="add_entry remove_entry replace_entry",
        file__yaml_file="GlossaryFile read_glossary",
        finding__compounds="is_short_head without_link",
        finding__matcher="Glossary",
    )

__all__ = [
    "KINDS",
    "Candidate",
    "Entry",
    "Glossary",
    "GlossaryFile",
    "Kind",
    "Mention",
    "Proposal",
    "SmallLetters",
    "TermHit",
    "Verdict",
    "add_entry",
    "as_entry",
    "as_in_a_sentence",
    "belongs_to_noun",
    "capitals_of_list",
    "find_mentions",
    "fit_article",
    "form_of",
    "form_places",
    "is_short_head",
    "judge",
    "opening",
    "plural",
    "read_glossary",
    "remove_entry",
    "replace_entry",
    "reworded",
    "shortened",
    "sounds_open",
    "spare",
    "with_mentions",
    "without_link",
    "written_out",
]

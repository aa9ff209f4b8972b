"""The German dictionary as simplemma packs it: every form is found in it, on any machine, and nothing else."""

from __future__ import annotations

import lzma
import subprocess
import sys
from functools import cache
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from simplemma.strategies.dictionaries import DEFAULT_DICTIONARY_FACTORY

from workbench.glossary.finding import lexicon
from workbench.glossary.finding.restart_points import restart_points
from workbench.glossary.finding.wordbook import POINTS, Wordbook, open_wordbook, packed_dictionary

WORDS = DEFAULT_DICTIONARY_FACTORY.get_dictionary("de")
FORMS = tuple(WORDS)


@cache
def wordbook() -> Wordbook:
    return open_wordbook()


def test_the_points_belong_to_the_installed_dictionary() -> None:
    """If this fails, simplemma has a new edition: python -m workbench.glossary.finding.restart_points."""
    ours, theirs = (
        lzma.decompress(data) for data in (POINTS.read_bytes(), restart_points(packed_dictionary().read_bytes()))
    )
    assert ours == theirs


def test_a_form_leads_to_its_base_form() -> None:
    assert [wordbook().get(form) for form in ("Häuser", "Haus", "rechts", "Verträgen")] == [
        *("Haus", "Haus", "rechts", "Vertrag")
    ]


def test_other_words_and_other_spellings_are_not_there() -> None:
    assert [wordbook().get(form) for form in ("häuser", "Hauß", "", "\0", "\uffff", "Haus\tHaus", "Verträgenx")] == [
        ""
    ] * 7
    assert wordbook().get("Kremlsprecherin", "none") == "none"


def test_every_hundredth_form_has_its_base_form_and_so_have_the_first_and_the_last() -> None:
    for form in (*FORMS[:100], *FORMS[::100], *FORMS[-100:]):
        assert wordbook().get(form) == WORDS[form]


@settings(max_examples=500, deadline=None)
@given(
    st.integers(0, len(FORMS) - 1).map(FORMS.__getitem__),
    st.text("abcdeßäöüABC-'1 ", max_size=3),
    st.integers(0, 4),
)
def test_it_has_what_simplemma_has_and_nothing_else(form: str, more: str, fewer: int) -> None:
    for word in (form, form[: len(form) - fewer] + more, more + form, form.lower(), form.upper()):
        assert wordbook().get(word) == WORDS.get(word, "")


def test_another_edition_is_read_as_simplemma_reads_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    other = tmp_path / "de.plzma"
    other.write_bytes(packed_dictionary().read_bytes() + lzma.compress(b""))
    with pytest.raises(ValueError, match="another edition"):
        open_wordbook(other)
    (tmp_path / "no.points").write_bytes(b"no points")
    with pytest.raises(lzma.LZMAError):
        open_wordbook(points=tmp_path / "no.points")
    with pytest.raises(FileNotFoundError):
        open_wordbook(tmp_path / "none")
    monkeypatch.setattr(lexicon, "open_wordbook", lambda: open_wordbook(other))
    monkeypatch.setattr(lexicon, "_open", [])
    assert lexicon.read().get("Verträgen", "") == "Vertrag"


def test_a_new_machine_has_it_at_once_and_nothing_is_kept_or_unfolded(own_home: Path) -> None:
    ask = """
import sys
from workbench.glossary.finding import lexicon
assert lexicon.lemma("Verträgen") == "Vertrag"
assert "simplemma" not in sys.modules
"""
    subprocess.run([sys.executable, "-c", ask], check=True)
    assert list(own_home.rglob("*.words")) == []


def test_the_dictionary_knows_german() -> None:
    assert lexicon.lemma("Verträgen") == "Vertrag"
    assert lexicon.lemma("Weisswurst") == lexicon.lemma("Weißwurst") == "Weißwurst"
    assert lexicon.lemma("Kremlsprechers") == ""
    assert lexicon.is_verb("Siegen")
    assert not lexicon.is_verb("Offen")

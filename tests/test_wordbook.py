"""The German dictionary as a file: every form is found in it, and the finder finds with it what it finds without."""

from __future__ import annotations

from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from workbench.glossary.finding import lexicon
from workbench.glossary.finding.wordbook import Wordbook, keep, kept_at

FORMS = st.text(st.characters(exclude_characters="\t\n", exclude_categories=["Cs"]), min_size=1, max_size=12)


def wordbook(folder: Path, words: dict[str, str]) -> Wordbook:
    keep(folder / "caches" / "german.words", words)
    return Wordbook(folder / "caches" / "german.words")


def test_a_form_leads_to_its_base_form(tmp_path: Path) -> None:
    words = wordbook(tmp_path, {"Häuser": "Haus", "Haus": "Haus", "rechts": "rechts", "Verträgen": "Vertrag"})
    assert [words.get(form) for form in ("Häuser", "Haus", "rechts", "Verträgen")] == [
        *("Haus", "Haus", "rechts", "Vertrag")
    ]


def test_other_words_and_other_spellings_are_not_there(tmp_path: Path) -> None:
    words = wordbook(tmp_path, {"Häuser": "Haus", "Haus": "Haus"})
    assert [words.get(form) for form in ("häuser", "Hau", "Hause", "", "A", "zzz", "Haus\tHaus")] == [""] * 7


@settings(max_examples=60, deadline=None)
@given(st.dictionaries(FORMS, FORMS, min_size=1, max_size=40), FORMS)
def test_it_has_what_was_kept_and_nothing_else(words: dict[str, str], other: str) -> None:
    with TemporaryDirectory() as folder:
        kept = wordbook(Path(folder), words)
        assert all(kept.get(form) == base for form, base in words.items())
        assert kept.get(other) == words.get(other, "")


def test_a_file_that_is_not_there_or_empty_is_told(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError):
        Wordbook(tmp_path / "german.words")
    (tmp_path / "german.words").touch()
    with pytest.raises(ValueError, match="empty"):
        Wordbook(tmp_path / "german.words")


def test_a_file_of_something_else_does_no_harm(tmp_path: Path) -> None:
    (tmp_path / "german.words").write_bytes(bytes(range(256)) * 40)
    words = Wordbook(tmp_path / "german.words")
    assert isinstance(words.get("Haus"), str)


def test_on_a_new_machine_the_dictionary_is_kept_for_the_next_start(
    own_home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(lexicon, "_AFTER_THE_SCREEN", 0)
    monkeypatch.setattr(lexicon, "_AFTER_THE_FIRST_DRAFTS", 0)
    monkeypatch.setattr(lexicon, "_open", [{"Verträgen": "Vertrag"}])
    kept_at().unlink()
    lexicon.keep_ready()
    monkeypatch.setattr(lexicon, "_open", [])
    assert kept_at().is_relative_to(own_home)
    assert lexicon.read().get("Verträgen", "") == "Vertrag"


def test_a_machine_that_keeps_nothing_reads_it_each_time(own_home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (own_home / "file").touch()
    monkeypatch.setenv("XDG_CACHE_HOME", str(own_home / "file"))
    monkeypatch.setattr(lexicon, "_AFTER_THE_SCREEN", 0)
    monkeypatch.setattr(lexicon, "_AFTER_THE_FIRST_DRAFTS", 0)
    lexicon.keep_ready()
    assert lexicon.read().get("Verträgen", "") == "Vertrag"


def test_the_dictionary_knows_german() -> None:
    assert lexicon.lemma("Verträgen") == "Vertrag"
    assert lexicon.lemma("Weisswurst") == lexicon.lemma("Weißwurst") == "Weißwurst"
    assert lexicon.lemma("Kremlsprechers") == ""
    assert lexicon.is_verb("Siegen")
    assert not lexicon.is_verb("Offen")

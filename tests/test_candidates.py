"""Candidates for the glossary: what a document has that the glossary does not."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.test_command_line import one_clear_line, workbench
from workbench.glossary import Entry, Glossary, as_entry, read_glossary
from workbench.glossary.candidates import Candidate, Proposal, candidates
from workbench.project import Project, document_candidates, english_for
from workbench.translation import Draft

NOTHING = Glossary()


def found(*paragraphs: str, glossary: Glossary = NOTHING) -> dict[str, Candidate]:
    return {candidate.german: candidate for candidate in candidates(paragraphs, glossary)}


def surfaces(candidate: Candidate, *paragraphs: str) -> list[str]:
    return [paragraphs[index][span.start : span.end] for index, span in candidate.contexts]


# People


def test_a_surname_alone_goes_with_the_full_name() -> None:
    text = "„Wir helfen“, sagte Wolha Sajzawa in Minsk. Sajzawa leitet die Stelle, und Sajzawas Bruder hilft."
    woman = found(text)["Wolha Sajzawa"]
    assert woman.short == "Sajzawa"
    assert (woman.kind, woman.reason, woman.count) == ("person", "name", 3)
    assert surfaces(woman, text) == ["Wolha Sajzawa", "Sajzawa", "Sajzawas"]
    assert woman.english[0] == Proposal("Volha Zaitsava", "press", "Вольга Зайцава", "Zaitsava")


def test_a_genitive_is_not_part_of_the_name() -> None:
    assert "Sachartschenko" in found("Sachartschenkos Einheit blieb zurück.")
    assert "Armenien" in found("Die Regierung Armeniens schwieg.")
    assert "Robert Gates" in found("Das sagte Robert Gates.")
    assert "Vilnius" in found("Sie lebt in Vilnius.")


def test_titles_and_particles() -> None:
    names = found("Kommissionspräsidentin Ursula von der Leyen traf Kanzler Merz und Dr. Hanna Ljubakowa in Brüssel.")
    assert names["Ursula von der Leyen"].kind == "person"
    assert names["Merz"].kind == "person"
    assert names["Hanna Ljubakowa"].english[0].english == "Hanna Liubakova"
    assert "Dr" not in names and "Kanzler" not in names


def test_a_strange_surname_is_known_by_who_speaks() -> None:
    names = found("„Nein“, sagte Artyom später.", "Regierungssprecherin Lilit Aramjan schwieg.")
    assert (names["Artyom"].kind, names["Artyom"].sure) == ("person", True)
    assert names["Lilit Aramjan"].kind == "person"


def test_two_surnames_side_by_side_are_two_people() -> None:
    names = found("Lässt Lukaschenko Putin fallen?")
    assert {"Lukaschenko", "Putin"} <= names.keys()


def test_a_name_does_not_go_on_over_the_end_of_a_sentence() -> None:
    names = found("Dort sagte Artyom. Hrynkewitsch schwieg.", "J. D. Vance kam.")
    assert {"Artyom", "Hrynkewitsch"} <= names.keys()


def test_common_nouns_are_no_names() -> None:
    text = "Die Speerspitze der Truppen fürchtet Nachtdienste, Einreiseverbote und das Kampftraining der Gegner."
    assert found(text) == {}


# Places and organisations


def test_places_have_their_english() -> None:
    names = found("Von Kiew und Tschernihiw reiste sie nach Brüssel, dann nach Białystok.")
    assert [names[place].english[0].english for place in ("Kiew", "Tschernihiw", "Brüssel", "Białystok")] == [
        "Kyiv",
        "Chernihiv",
        "Brussels",
        "Białystok",
    ]
    assert {names[place].kind for place in names} == {"place"}


def test_a_town_that_is_a_noun_too_needs_a_preposition() -> None:
    assert "Essen" in found("Sie wohnt in Essen und arbeitet dort.")
    assert "Essen" not in found("Das Essen war gut.")


def test_an_adjective_with_a_capital_makes_a_name() -> None:
    names = found("Sprecher des Staatlichen Grenzkomitees und ihr Vereinigtes Übergangskabinett schwiegen.")
    assert {"Staatliches Grenzkomitee", "Vereinigtes Übergangskabinett"} <= names.keys()
    assert names["Staatliches Grenzkomitee"].kind == "organisation"
    assert names["Staatliches Grenzkomitee"].english == ()


def test_names_in_compounds() -> None:
    text = "Der Putin-Sprecher und das Kastus-Kalinouski-Regiment nannten den AFU-Generalstab."
    names = found(text)
    assert surfaces(names["Putin"], text) == ["Putin"]
    assert names["Kastus-Kalinouski-Regiment"].kind == "organisation"
    assert surfaces(names["AFU"], text) == ["AFU"]


def test_foreign_names() -> None:
    names = found("Das berichtet das US-Magazin Foreign Policy; beim Atlantic Council sieht man es anders.")
    assert names["Foreign Policy"].kind == "organisation"
    assert "Atlantic Council" in names
    assert names["Foreign Policy"].english == (Proposal("Foreign Policy", "same spelling"),)


# Abbreviations


@pytest.mark.parametrize(
    ("text", "long", "short"),
    [
        (
            "vor dem Treffen der Organisation des Vertrags über kollektive Sicherheit (ODKB) in Duschanbe",
            "Organisation des Vertrags über kollektive Sicherheit",
            "ODKB",
        ),
        ("der Korrespondent der Frankfurter Allgemeinen Zeitung (F.A.Z.)", "Frankfurter Allgemeine Zeitung", "F.A.Z."),
        (
            "sagte der Sprecher des Bundesverbands der Deutschen Industrie (BDI).",
            "Bundesverband der Deutschen Industrie",
            "BDI",
        ),
        ("vor dem Internationalen Strafgerichtshof (IStGH) in Den Haag", "Internationaler Strafgerichtshof", "IStGH"),
        ("beim Bundesamt für Migration und Flüchtlinge (BAMF)", "Bundesamt für Migration und Flüchtlinge", "BAMF"),
    ],
)
def test_an_abbreviation_goes_with_what_it_stands_for(text: str, long: str, short: str) -> None:
    one = found(text)[long]
    assert (one.short, one.reason, one.kind) == (short, "abbreviation", "organisation")
    assert surfaces(one, text)[-1] == short


def test_what_stands_in_brackets_after_a_person_is_no_abbreviation_of_them() -> None:
    names = found("Das sagte Innenministerin Nancy Faeser (SPD) am Montag.")
    assert names["SPD"].short == "" and names["Nancy Faeser"].short == ""


def test_abbreviations_of_all_kinds() -> None:
    names = found("BELPOL und der EuGH streiten mit NGOs über die S-300-Rakete, meldete ByPol.")
    assert {"BELPOL", "EuGH", "NGO", "S-300", "ByPol"} <= names.keys()
    assert names["S-300"].kind == "term"


def test_a_headline_in_capitals_has_no_abbreviations() -> None:
    assert found("PUTIN DROHT DEM WESTEN ERNEUT") == {}


# Terms


def test_terms_that_recur() -> None:
    terms = found(
        "Die Beratungsstelle prüft jeden Asylantrag. Viele Asylanträge kamen aus belarussischen Städten.",
        "Zur Beratungsstelle gehen auch Belarussen. Ein belarussischer Soldat sprach mit Belarussen.",
    )
    assert (terms["Beratungsstelle"].reason, terms["Beratungsstelle"].kind) == ("recurring", "term")
    assert terms["Asylantrag"].count == 2
    assert {"Belarussen", "belarussisch"} <= terms.keys()
    assert "Stadt" not in terms and "Soldat" not in terms


def test_an_adjective_and_its_noun_are_one_term() -> None:
    terms = found(
        "Die politische Gefangene schwieg.", "Für politische Gefangene gilt das nicht, für kollektive Haft ja."
    )
    assert "kollektive Haft" not in terms
    fuel = found("Der fossile Brennstoff wird teurer.", "Ohne den fossilen Brennstoff geht es nicht.")
    assert "fossiler Brennstoff" in fuel


def test_a_ministry_is_named_once() -> None:
    ministry = found("Das meldete das Verteidigungsministerium in Minsk.")["Verteidigungsministerium"]
    assert (ministry.kind, ministry.count) == ("organisation", 1)


def test_names_come_first_then_what_is_frequent() -> None:
    texts = (
        "Die Beratungsstelle hilft. Die Beratungsstelle berät. In Minsk und in Hrodna kennt man die Beratungsstelle.",
        "Aus Minsk kommt Nachricht.",
    )
    assert [one.german for one in candidates(texts, NOTHING)] == ["Minsk", "Hrodna", "Beratungsstelle"]


# What is none


def test_what_the_glossary_finds_is_no_candidate() -> None:
    glossary = Glossary(
        [
            Entry(("Lukaschenko",), "Lukashenko", kind="person"),
            Entry(("Belarus",), "Belarus", kind="place"),
            Entry(("ODKB",), "CSTO", kind="organisation"),
        ]
    )
    text = (
        "Alexander Lukaschenko, der Belarus-Machthaber, reiste zum ODKB-Gipfel; Lukaschenkos Sprecher blieb in Minsk."
    )
    assert list(found(text, glossary=glossary)) == ["Minsk"]


def test_a_given_name_of_somebody_in_the_glossary_is_none_either() -> None:
    glossary = Glossary([Entry(("Sachartschenko",), "Zakharchenko", kind="person")])
    assert found("Stepan Sachartschenko floh. Daraufhin wurde Stepan gesucht.", glossary=glossary) == {}


@pytest.mark.parametrize(
    "furniture",
    [
        "Von: Patrick Mayer",
        "Von Patrick Mayer",
        "Foto: Marta Wenzel, © Bildstelle Nordost",
        "© IMAGO/Russian Presidency/apaimages",
        "Stand: 26. Mai, 14.30 Uhr",
        "Mehr zum Thema: Belarus, Litauen, Asyl",
        "Kommentare (8)",
        "Your email address will not be published. Required fields are marked *",
        "Am Montag, dem 3. Mai, kostete es 3,4 Millionen Euro. (dpa/pm)",
        "Mehr unter https://example.org/Minsk und auf ntv.de.",
    ],
)
def test_furniture(furniture: str) -> None:
    assert found(furniture) == {}


# The door


@settings(deadline=None)  # the first text waits for the dictionary
@given(st.lists(st.text(max_size=120), max_size=4))
def test_any_text_is_taken(paragraphs: list[str]) -> None:
    for candidate in candidates(paragraphs, NOTHING):
        assert candidate.count >= 1
        for index, span in candidate.contexts:
            assert 0 <= span.start < span.end <= len(paragraphs[index])


_PIECES = st.sampled_from(
    [
        "Wladimir",
        "Putin",
        "Minsk",
        "von",
        "der",
        "(ODKB)",
        "„",
        "“",
        "-",
        "AFU",
        "Staatlichen",
        "Grenzkomitee",
        ".",
        "’s",
        "sagte",
    ]
)


@given(st.lists(_PIECES, max_size=25).map(" ".join))
def test_any_order_of_words_is_taken_and_the_answer_is_always_the_same(text: str) -> None:
    once = candidates([text], NOTHING)
    assert candidates([text], NOTHING) == once
    assert len({candidate.german for candidate in once}) == len(once)


def test_a_candidate_becomes_an_entry() -> None:
    person = Candidate("Wolha Sajzawa", "Sajzawa", "person", "name", ())
    assert as_entry(person, "Volha Zaitsava", "Zaitsava") == Entry(
        ("Wolha Sajzawa", "Sajzawa"), "Zaitsava", kind="person", first="Volha Zaitsava"
    )
    pact = Candidate("Organisation des Vertrags", "ODKB", "organisation", "abbreviation", ())
    assert as_entry(pact, "Treaty Organization", "CSTO").first == "Treaty Organization (CSTO)"
    assert as_entry(pact, "Treaty Organization") == Entry(pact.forms, "Treaty Organization", kind="organisation")


# In a project


def test_the_english_that_the_translator_wrote_comes_first(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("Sergej Lawrow sprach in Moskau.\n\nSergej Lawrow schwieg.\n", encoding="utf-8")
    with Project.open(tmp_path) as project:
        translation = project.open_document("a.txt")
        before = document_candidates(project, translation)[0]
        assert [p.english for p in before.english[:2]] == ["Sergei Lavrov", "Sergey Lavrov"]
        translation.edit(1, "Sergey Lavrov was silent.")
        after = document_candidates(project, translation)[0]
        assert after.english[0].english == "Sergey Lavrov"
        assert after.english[0].source.startswith("in the English, ")


def test_english_is_found_by_alignment(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(
        "Die Beratungsstelle hilft den Soldaten.\n\nDie Beratungsstelle ist klein.\n", "utf-8"
    )
    with Project.open(tmp_path) as project:
        translation = project.open_document("a.txt")
        (term,) = document_candidates(project, translation)
        assert english_for(project, translation, term) == ()
        translation.edit(1, "The counselling centre is small.")
        (proposal,) = english_for(project, translation, term)
        assert proposal.source == "in the English"
        assert "centre" in proposal.english


def test_the_draft_is_asked_too(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("Sergej Lawrow sprach in Moskau.\n", encoding="utf-8")
    with Project.open(tmp_path) as project:
        translation = project.open_document("a.txt")
        translation.set_draft(0, Draft("Sergey Lavrov spoke in Moscow.", "p"))
        lavrov = document_candidates(project, translation)[0]
        assert (lavrov.english[0].english, lavrov.english[0].source.partition(",")[0]) == (
            "Sergey Lavrov",
            "in the draft",
        )


def test_skipped_paragraphs_have_no_candidates(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("Minsk schweigt.\n\nHomel auch.\n", encoding="utf-8")
    with Project.open(tmp_path) as project:
        translation = project.open_document("a.txt")
        translation.skip(0)
        assert [c.german for c in document_candidates(project, translation)] == ["Homel"]


# On the command line

ARTICLE = """\
Wolha Sajzawa arbeitet in Vilnius.

„Nein“, sagte Sajzawa. Die Beratungsstelle hilft. Die Beratungsstelle ist klein.
"""


def test_the_list_for_reading(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(ARTICLE, encoding="utf-8")
    done = workbench("glossary", "candidates", "a.txt", cwd=tmp_path)
    assert done.returncode == 0, done.stderr
    lines = done.stdout.splitlines()
    assert lines[0] == "   2  Wolha Sajzawa, Sajzawa  (person, name)"
    assert lines[1].startswith("      → Volha Zaitsava, Zaitsava (press); Volha Zaytsava, Zaytsava (BGN/PCGN 1979)")
    assert lines[2] == "      a.txt:1  Wolha Sajzawa arbeitet in Vilnius."
    assert lines[-1] == "3 candidates"


def test_entries_to_paste_are_a_valid_glossary(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(ARTICLE, encoding="utf-8")
    done = workbench("glossary", "candidates", "a.txt", "--format", "yaml", cwd=tmp_path)
    (tmp_path / "glossary.yaml").write_text(done.stdout, encoding="utf-8")
    file = read_glossary(tmp_path / "glossary.yaml")
    assert file.problems == ()
    assert [(entry.de, entry.en, entry.first) for entry in file.glossary.entries] == [
        (("Wolha Sajzawa", "Sajzawa"), "Zaitsava", "Volha Zaitsava"),
        (("Vilnius",), "Vilnius", ""),
    ]
    assert "  # or Volha Zaytsava, Zaytsava (BGN/PCGN 1979)" in done.stdout
    assert "# - de: Beratungsstelle" in done.stdout
    again = workbench("glossary", "candidates", "a.txt", "--format", "json", cwd=tmp_path)
    assert [row["german"] for row in json.loads(again.stdout)] == ["Beratungsstelle"]


def test_nothing_dangerous_reaches_the_terminal(tmp_path: Path) -> None:
    (tmp_path / "a\x1b[31m.txt").write_text("Sie lebt in \u202eMinsk und in Hrod\u200bna.\n", encoding="utf-8")
    done = workbench("glossary", "candidates", "a\x1b[31m.txt", "--all", cwd=tmp_path)
    assert done.returncode == 0, done.stderr
    assert "Hrodna" in done.stdout
    assert not {"\x1b", "\u202e", "\u200b"} & set(done.stdout)


def test_a_file_that_is_not_there(tmp_path: Path) -> None:
    assert "gibtesnicht.txt" in one_clear_line(workbench("glossary", "candidates", "gibtesnicht.txt", cwd=tmp_path))
    assert one_clear_line(workbench("glossary", "candidates", ".", cwd=tmp_path))

"""Judging English letter by letter: what is written like a form and is not one does not meet the entry."""

from __future__ import annotations

import pytest

from workbench.glossary import Entry, Kind, as_in_a_sentence, find_mentions, form_places, judge
from workbench.glossary.english.letters import list_capitals

DONBAS = Entry(("Donbass",), "Donbas", avoid=("Donbass",), kind="place")


def met(entry: Entry, english: str) -> list[str]:
    return [english[slice(*span)] for span in judge(entry, english).met]


def forbidden(entry: Entry, english: str) -> list[str]:
    return [english[slice(*span)] for span in judge(entry, english).forbidden]


def small(entry: Entry, english: str) -> list[tuple[str, str]]:
    return [(english[slice(*one.span)], one.wanted) for one in judge(entry, english).small]


@pytest.mark.parametrize(
    ("entry", "english", "told"),
    [
        (DONBAS, "in the Donbass region", ["Donbass"]),
        (DONBAS, "the Donbass’s mines", ["Donbass"]),
        (DONBAS, "THE DONBASS", ["DONBASS"]),
        (Entry(("Taliban",), "Taliban", avoid=("Talibans",)), "the Talibans fled", ["Talibans"]),
        (Entry(("Medien",), "media", avoid=("medias",)), "the medias", ["medias"]),
        (Entry(("Feuerpause",), "cease fire", avoid=("cease-fire",)), "a cease-fire", ["cease-fire"]),
        (Entry(("Staatschef",), "head of state", avoid=("heads of state",)), "Heads of state met", ["Heads of state"]),
        (Entry(("Präsident",), "President", avoid=("president",)), "the president spoke", ["president"]),
        (Entry(("Präsident",), "president", avoid=("President",)), "Then the President spoke", ["President"]),
        (Entry(("Präsident",), "president", avoid=("President",)), "both Presidents", ["Presidents"]),
        (Entry(("Internet",), "internet", avoid=("Internet",)), "on the Internet", ["Internet"]),
        (Entry(("Internet",), "Internet", avoid=("internet",)), "The internet is down", ["internet"]),
        (Entry(("Premier",), "prime minister", avoid=("Prime Minister",)), "a Prime Minister", ["Prime Minister"]),
    ],
)
def test_a_forbidden_form_is_told_where_an_accepted_one_might_be_inflected_so(
    entry: Entry, english: str, told: list[str]
) -> None:
    assert forbidden(entry, english) == told
    assert met(entry, english) == []


@pytest.mark.parametrize(
    ("entry", "english", "said"),
    [
        (DONBAS, "in Donbas", ["Donbas"]),
        (Entry(("Donbas",), "Donbass", avoid=("Donbas",)), "in the Donbass", ["Donbass"]),
        (Entry(("Belarussen",), "Belarusians", avoid=("Belarusian",)), "the Belarusians", ["Belarusians"]),
        (Entry(("Präsident",), "president", avoid=("President",)), "President Putin", ["President"]),
        (Entry(("Präsident",), "president", avoid=("President",)), "It rained. Presidents came.", ["Presidents"]),
        (Entry(("Präsident",), "president", avoid=("President",)), "PRESIDENT RESIGNS", ["PRESIDENT"]),
        (Entry(("Präsident",), "president", avoid=("President",)), "Gambian President Wins Fourth Term", ["President"]),
        (Entry(("Präsident",), "President", avoid=("president",)), "the President spoke", ["President"]),
    ],
)
def test_an_accepted_form_is_met_where_a_forbidden_one_might_be_inflected_so(
    entry: Entry, english: str, said: list[str]
) -> None:
    assert met(entry, english) == said
    assert forbidden(entry, english) == []


def test_a_forbidden_word_is_no_mention_of_a_name() -> None:
    entry = Entry(("Donbass",), "Donbas", avoid=("Donbass",), first="Donbas (Donets Basin)", kind="place")
    assert [mention.span for mention in find_mentions(entry, "In Donbass and Donbas.")] == [(15, 21)]
    assert find_mentions(entry, "SHELLING IN DONBASS") == ()


def test_what_names_an_entry_is_what_meets_it() -> None:
    may = Entry(("May", "Theresa May"), "May", first="Theresa May", kind="person")
    assert [mention.span for mention in find_mentions(may, "They may vote for May.")] == [(18, 21)]
    assert judge(may, "They may vote for May.").met == ((18, 21),)
    assert list(form_places("May", "They may vote.", may)) == []


def test_the_german_of_a_place_is_no_plural_of_its_english() -> None:
    assert met(Entry(("Donbass",), "Donbas", kind="place"), "Donbass, Donbas") == ["Donbas"]
    assert met(Entry(("Donbass",), "Donbas", kind="place"), "DONBASS SHELLED") == []
    assert met(Entry(("Jobs",), "job"), "two jobs") == ["jobs"]


@pytest.mark.parametrize(
    ("form", "kind", "english"),
    [
        ("Transnistria", "place", "in transnistria"),
        ("Black Sea", "place", "on the Black sea"),
        ("Lukashenko", "person", "lukashenko’s men"),
        ("Ursula von der Leyen", "person", "ursula von der leyen"),
        ("Viasna", "organisation", "the rights group viasna"),
        ("State Duma", "organisation", "the state duma"),
        ("State Duma", "organisation", "the State duma"),
        ("Prime Minister", "term", "prime minister Scholz"),
        ("Ministry of Defence", "term", "the ministry of defence"),
        ("Belarusian", "term", "the belarusian army"),
        ("Russian army", "term", "the russian army"),
        ("post-Soviet", "term", "post-soviet states"),
        ("German government", "organisation", "a german government"),
    ],
)
def test_names_and_titles_do_without_small_letters(form: str, kind: Kind, english: str) -> None:
    assert met(Entry(("x",), form, kind=kind), english) == []


@pytest.mark.parametrize(
    ("form", "kind", "english"),
    [
        ("Transnistria", "place", "TRANSNISTRIA VOTES"),
        ("Ursula von der Leyen", "person", "“Von der Leyen”, Ursula Von der Leyen"),
        ("The Hague", "place", "in the Hague"),
        ("State Duma", "organisation", "state dumas"),
        ("Prime Minister", "term", "a former prime minister"),
        ("Prime Minister", "term", "the prime ministers of both countries"),
        ("Foreign Ministry", "organisation", "a foreign ministry"),
        ("Belarusian", "term", "Belarusians"),
        ("Refugee", "term", "a refugee"),
        ("Border crossing", "term", "the border crossing"),
        ("ceasefire", "term", "Ceasefire holds"),
    ],
)
def test_letters_that_may_be_large_or_small(form: str, kind: Kind, english: str) -> None:
    assert len(met(Entry(("x",), form, kind=kind), english)) == 1


@pytest.mark.parametrize(
    ("form", "wrong", "right"),
    [
        ("exile government", "exiles governments", "exile governments"),
        ("head of state", "heads of states", "heads of state"),
        ("Ministry of Defence", "Ministries of Defences", "Ministries of Defence"),
        ("commander-in-chief", "commander-in-chiefs", "commanders-in-chief"),
        ("prisoner of war camp", "prisoner of wars camp", "prisoner of war camps"),
        ("arms dealer", "armss dealers", "arms dealers"),
        ("woman soldier", "womans soldier", "women soldiers"),
    ],
)
def test_one_word_of_a_phrase_has_the_plural(form: str, wrong: str, right: str) -> None:
    assert met(Entry(("x",), form), wrong) == []
    assert met(Entry(("x",), form), right) == [right]


@pytest.mark.parametrize(
    ("form", "kind", "english", "wanted"),
    [
        ("Transnistria", "place", "in transnistria", "Transnistria"),
        ("Black Sea", "place", "on the Black sea", "Black Sea"),
        ("Ursula von der Leyen", "person", "ursula von der leyen", "Ursula von der Leyen"),
        ("State Duma", "organisation", "the State duma", "State Duma"),
        ("Foreign Ministry", "organisation", "the foreign ministry said", "Foreign Ministry"),
        ("Chancellery", "organisation", "the chancellery said", "Chancellery"),
        ("Prime Minister", "term", "then prime minister Orbán came", "Prime Minister"),
        ("War in Ukraine", "term", "the war in ukraine", "war in Ukraine"),
        ("Sanctions against Iran", "term", "new sanctions against iran", "sanctions against Iran"),
        *(
            (people, "term", f"the {people.lower()} army", people)
            for people in ("Moldovan", "Crimean", "Azeri", "Omani")
        ),
        *(
            (people, "term", f"the {people.lower()} army", people)
            for people in ("Kosovan", "Korean", "Chilean", "Welsh")
        ),
    ],
)
def test_what_stands_there_in_small_letters_is_not_met_and_not_missing(
    form: str, kind: Kind, english: str, wanted: str
) -> None:
    entry = Entry(("x",), form, kind=kind)
    assert met(entry, english) == []
    ((said, put),) = small(entry, english)
    assert put == wanted
    assert said in english
    assert said.casefold() == wanted.casefold()


@pytest.mark.parametrize(
    ("form", "kind", "english"),
    [
        ("Foreign Ministry", "organisation", "the Belarusian foreign ministry said"),
        ("Foreign Ministry", "organisation", "Hungary’s foreign ministry"),
        ("Foreign Ministry", "organisation", "its foreign ministry"),
        ("Foreign Ministry", "organisation", "two foreign ministries"),
        ("Parliament", "organisation", "a rump parliament"),
        ("Parliament", "organisation", "the parliaments of both"),
        ("Prime Minister", "term", "as prime minister"),
        ("Prime Minister", "term", "a former Gambian prime minister"),
        ("Prime Minister", "term", "became prime minister in May"),
        ("Prime Minister", "term", "the then prime minister"),
        ("War in Ukraine", "term", "the war in Ukraine"),
        ("War in Ukraine", "term", "two wars in Ukraine"),
        ("Invasion of Ukraine", "term", "the invasion of Ukraine"),
        ("Pro-Russian", "term", "the pro-Russian forces"),
        ("Former Soviet republic", "term", "the former Soviet republic"),
        *((word, "term", f"the {word.lower()}") for word in ("Parish", "Skirmish", "Radish", "Shellfish", "Jellyfish")),
        *((word, "term", f"the {word.lower()}") for word in ("Theologian", "Barbarian", "Libertarian", "Meridian")),
    ],
)
def test_ordinary_english_in_small_letters_meets_a_term(form: str, kind: Kind, english: str) -> None:
    entry = Entry(("x",), form, kind=kind)
    assert len(met(entry, english)) == 1
    assert small(entry, english) == []


@pytest.mark.parametrize(
    ("entry", "english"),
    [
        (Entry(("May",), "May", kind="person"), "They may go."),
        (Entry(("An",), "An", kind="person"), "He ate an apple."),
        (Entry(("De",), "De", kind="place"), "the aide de camp"),
        (Entry(("Reading",), "Reading", kind="place"), "he was reading"),
        (Entry(("Apple",), "Apple", kind="organisation"), "an apple"),
        (Entry(("Memorial",), "Memorial", kind="organisation"), "at the memorial"),
    ],
)
def test_a_name_is_not_there_where_its_word_means_something_else(entry: Entry, english: str) -> None:
    verdict = judge(entry, english)
    assert verdict.there == ()


@pytest.mark.parametrize(
    ("form", "kind", "english"),
    [
        ("Turkey", "place", "Turkey exports turkey meat."),
        ("Guinea", "place", "Guinea pigs are no guinea fowl; Guinea has both."),
        ("China", "place", "Fine china comes from China."),
        ("Jersey", "place", "He wore a jersey in Jersey."),
        ("Polish", "term", "Polish shops sell floor polish."),
        ("Red Square", "place", "On Red Square they waved flags with a red square."),
        ("White House", "place", "From a white house he moved to the White House."),
        ("Black Sea", "place", "By the Black Sea there lay black sea urchins."),
    ],
)
def test_a_word_of_another_sense_beside_the_name_is_no_slip(form: str, kind: Kind, english: str) -> None:
    entry = Entry(("x",), form, kind=kind)
    assert form in met(entry, english)
    assert small(entry, english) == []


def test_a_name_in_small_letters_is_told_where_it_has_its_article() -> None:
    entry = Entry(("Schwarzes Meer",), "Black Sea", kind="place")
    assert small(entry, "The Black Sea fleet left the black sea.") == [("black sea", "Black Sea")]
    watch = Entry(("Human Rights Watch",), "Human Rights Watch", kind="organisation")
    assert len(small(watch, "Human Rights Watch, or human rights watch")) == 1
    assert small(Entry(("Belarus",), "Belarus", kind="place"), "Belarus and belarus") == [("belarus", "Belarus")]


@pytest.mark.parametrize(
    ("form", "english"),
    [
        ("Reporters Without Borders", "according to reporters without borders"),
        ("Human Rights Watch", "a report by human rights watch"),
        ("United Nations", "a united nations spokesman"),
        ("United Nations", "said united nations officials"),
        ("Security Council", "a vote in UN security council"),
        ("Security Council", "a UN security council resolution"),
        ("State Border Committee", "the Russian state border committee"),
        ("Open Door", "a member of open door"),
    ],
)
def test_the_name_of_an_organisation_wants_its_capitals(form: str, english: str) -> None:
    assert small(Entry(("x",), form, kind="organisation"), english) == [(form.lower(), form)]


@pytest.mark.parametrize(
    ("form", "english"),
    [
        ("Security Council", "Russia’s security council"),
        ("Security Council", "a security council"),
        ("Security Council", "its own security council"),
        ("Security Council", "the Russian security council met"),
        ("Security Council", "two security councils"),
        ("City Council", "Kyiv city council voted"),
        ("Parliament", "in parliament"),
        ("Ministry of Foreign Affairs", "at ministry of foreign affairs level"),
        ("Foreign Ministry", "according to foreign ministry sources"),
        ("Foreign Ministry", "Russian foreign ministry spokeswoman"),
        ("Foreign Ministry", "told Ukraine’s foreign ministry Monday"),
        ("Armed Forces", "Russian armed forces shelled the town"),
        ("Central Election Commission", "the Belarusian central election commission"),
        ("Secret Service", "secret service agents"),
        ("Presidential Administration", "a source in Zelensky’s presidential administration"),
    ],
)
def test_institutions_that_every_country_has_may_be_written_small(form: str, english: str) -> None:
    entry = Entry(("x",), form, kind="organisation")
    assert small(entry, english) == []
    assert len(met(entry, english)) == 1


@pytest.mark.parametrize(
    "day", ["Monday", "Sunday", "January 1", "March 3", "May 5", "August", "October", "December 2"]
)
def test_a_day_behind_a_title_is_nobodys_name(day: str) -> None:
    entry = Entry(("x",), "Prime Minister")
    assert small(entry, f"He was sworn in as prime minister {day}.") == []
    assert small(entry, "Then prime minister May spoke.") == [("prime minister", "Prime Minister")]


@pytest.mark.parametrize(
    ("entry", "english", "surely"),
    [
        (Entry(("x",), "Transnistria", kind="place"), "in transnistria", True),
        (Entry(("x",), "Moldovan"), "moldovan wine", True),
        (Entry(("x",), "Lukashenko", kind="person"), "with lukashenko", True),
        (Entry(("x",), "Black Sea", kind="place"), "the black sea", False),
        (Entry(("x",), "Red Square", kind="place"), "a red square on the flag", False),
        (Entry(("x",), "White House", kind="place"), "a white house by the sea", False),
        (Entry(("x",), "Turkey", kind="place"), "they ate turkey", False),
        (Entry(("x",), "China", kind="place"), "fine china", False),
        (Entry(("x",), "Black Sea", kind="place"), "the Black sea", False),
        (Entry(("x",), "Foreign Ministry", kind="organisation"), "the foreign ministry", False),
        (Entry(("x",), "Hromada"), "the hromada", False),
    ],
)
def test_only_names_in_small_letters_are_wrong_beyond_doubt(entry: Entry, english: str, surely: bool) -> None:
    (one,) = judge(entry, english).small
    assert one.surely is surely


def test_a_glossary_that_writes_its_terms_as_headlines_asks_for_no_capitals() -> None:
    words = ("Air Defence", "Border Crossing", "Rocket Launch", "Cease Fire", "Night Curfew")
    titled = [
        Entry((f"x{at}",), f"{word} {kind}") for at, word in enumerate(words) for kind in ("A", "Bed", "Car", "Dog")
    ]
    assert list_capitals(titled) == "all"
    assert list_capitals([Entry(entry.de, entry.en.capitalize()) for entry in titled]) == "first"
    assert list_capitals([Entry(entry.de, entry.en.lower()) for entry in titled]) == ""
    assert list_capitals(titled[:5]) == ""


def test_a_term_of_such_a_list_has_in_a_sentence_only_the_capitals_of_names() -> None:
    entry = Entry(("x",), "Moldovan Air Defence System", also=("AD System",))
    assert as_in_a_sentence(entry).accepted == ("Moldovan air defence system", "AD system")
    person = Entry(("x",), "Grey Bishop", kind="person")
    assert as_in_a_sentence(person) == person

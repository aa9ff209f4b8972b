"""Numbers, dates and names that alone differ from a sentence of the memory are right in what is offered."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from workbench.checks import check_paragraph
from workbench.glossary import Entry, Glossary
from workbench.project.memories.put_right import put_right
from workbench.text import Inline
from workbench.text.house_style import NO_STYLE, PRESETS, HouseStyle
from workbench.translation import ParagraphRecord, State

GLOSSARY = Glossary(
    (
        Entry(("Petrenko",), "Petrenko", kind="person"),
        Entry(("Kowalski",), "Kowalski", kind="person"),
        Entry(("Lemberg",), "Lviv", kind="place"),
        Entry(("Krakau",), "Kraków", kind="place"),
        Entry(("Oblast Odessa",), "Odesa region", kind="place"),
        Entry(("Ukraine",), "Ukraine", kind="place"),
        Entry(("Schweiz",), "Switzerland", kind="place"),
        Entry(("Nato",), "NATO", kind="organisation"),
        Entry(("EU",), "EU", kind="organisation", case="exact"),
        Entry(("WTO",), "WTO", kind="organisation", case="exact"),
        Entry(("Wasseramt",), "Water Agency", kind="organisation"),
        Entry(("Eisamt",), "Ice Agency", kind="organisation"),
        Entry(("Bürgermeister",), "mayor"),
        Entry(("Architekt",), "architect"),
    )
)


def offered(known: str, english: str, text: str, style: HouseStyle = NO_STYLE) -> str:
    target, changed = put_right(text, known, Inline(english), GLOSSARY, style)
    assert bool(changed) == (target.text != english)
    return target.text


@pytest.mark.feature("numbers put right in a match")
@pytest.mark.parametrize(
    ("known", "english", "text", "right"),
    [
        ("Am 3. Mai ruht das Amt.", "The office is shut on 3 May.", "Am 4. Juni ruht das Amt.", "4 June."),
        ("Am 3. Mai ruht das Amt.", "The office is shut on May 3.", "Am 24. Juni ruht das Amt.", "June 24."),
        ("Am 3. Mai ruht das Amt.", "The office is shut on May 3rd.", "Am 22. Juli ruht das Amt.", "July 22nd."),
        ("Ab dem 9.9.2021 gilt es.", "In force from 9 September 2021.", "Ab dem 1.10.2023 gilt es.", "1 October 2023."),
        ("Im Mai fror es.", "There was frost in May.", "Im September fror es.", "in September."),
        ("Sie kamen am Montag.", "They came on Monday.", "Sie kamen am Mittwoch.", "on Wednesday."),
        ("Sie kamen am Montagabend.", "They came on Monday evening.", "Sie kamen am Freitagabend.", "Friday evening."),
        ("Sie kamen um 14.30 Uhr.", "They came at 2.30pm.", "Sie kamen um 9 Uhr.", "at 9am."),
        ("Sie kamen um 14.30 Uhr.", "They came at 14:30.", "Sie kamen um 18.45 Uhr.", "at 18:45."),
        ("Es kamen 35.000 Gäste.", "There were 35,000 guests.", "Es kamen 1.500 Gäste.", "were 1,500 guests."),
        ("Es kamen drei Gäste.", "Three guests came.", "Es kamen zwölf Gäste.", "Twelve guests came."),
        ("Es kamen 3 Gäste.", "Some three guests came.", "Es kamen 25 Gäste.", "Some 25 guests came."),
        ("Es kostet 3,5 Millionen Euro.", "It costs €3.5m.", "Es kostet 4,25 Milliarden Euro.", "costs €4.25bn."),
        ("Der dritte Versuch gelang.", "The third try worked.", "Der fünfte Versuch gelang.", "The fifth try worked."),
        ("Im 19. Jahrhundert verfiel es.", "It decayed in the 19th century.", "Im 21. Jahrhundert verfiel es.", "21st"),
        ("Es fiel von 3 auf 5 Grad.", "It fell from 3 to 5 degrees.", "Es fiel von 5 auf 3 Grad.", "from 5 to 3"),
        ("Am 5. Mai fielen 5 Tore.", "On 5 May five goals were scored.", "Am 5. Mai fielen 7 Tore.", "5 May seven"),
        ("Sie verloren 1:3.", "They lost 3-1.", "Sie verloren 0:2.", "lost 2-0."),
        ("Ein 30-jähriger Koch kam.", "A 30-year-old cook came.", "Ein 18-jähriger Koch kam.", "An 18-year-old cook"),
        ("Die 1990er waren karg.", "The 1990s were lean.", "Die 1970er waren karg.", "The 1970s were"),
    ],
)  # fmt: skip
def test_numbers_dates_and_days_take_the_form_that_stood_there(known: str, english: str, text: str, right: str) -> None:
    assert right in offered(known, english, text)


@pytest.mark.feature("numbers put right in a match")
@pytest.mark.parametrize(
    ("known", "english", "text", "right"),
    [
        ("Petrenko sah Lemberg.", "Petrenko saw Lviv.", "Kowalski sah Krakau.", "Kowalski saw Kraków."),
        ("Petrenkos Haus brannte.", "Petrenko’s house burnt.", "Kowalskis Haus brannte.", "Kowalski’s house burnt."),
        ("Ein Bürgermeister sprach.", "A mayor spoke.", "Ein Architekt sprach.", "An architect spoke."),
        ("Die EU warnt.", "The EU warns.", "Die WTO warnt.", "The WTO warns."),
        ("Das Wasseramt warnt.", "The Water Agency warns.", "Das Eisamt warnt.", "The Ice Agency warns."),
        ("Nato-Busse kamen.", "NATO buses came.", "EU-Busse kamen.", "EU buses came."),
    ],
)  # fmt: skip
def test_names_come_with_article_and_possessive(known: str, english: str, text: str, right: str) -> None:
    assert offered(known, english, text) == right


@pytest.mark.parametrize(
    ("known", "english", "text"),
    [
        ("Es kamen 3 Gäste.", "Three guests came.", "Es gingen 5 Gäste."),  # another word differs as well
        ("Von 3 Gästen blieben 3.", "Of three guests three stayed.", "Von 3 Gästen blieben 2."),  # which three?
        ("Es waren 800 km.", "It was 500 miles.", "Es waren 900 km."),  # converted
        ("Es kamen 3 Gäste.", "There were four guests.", "Es kamen 5 Gäste."),  # wrong in the memory
        ("Er sprach mit 1 Minister.", "He spoke to 1 minister.", "Er sprach mit 3 Minister."),  # ministers
        ("Es ging zweimal gut.", "It went well twice.", "Es ging dreimal gut."),
        ("Die Sitzung dauerte zwei Tage.", "The session took both days.", "Die Sitzung dauerte drei Tage."),
        ("Sie kamen am Montagabend.", "They came on Monday evening.", "Sie kamen am Freitagmorgen."),
        ("Die Nato warnt.", "NATO warns.", "Die EU warnt."),  # the EU
        ("Die EU warnt.", "The EU warns.", "Die Nato warnt."),  # NATO
        ("Petrenko kam.", "He came.", "Kowalski kam."),
        ("Petrenko kam.", "Petrenko came.", "Petrenkos kam."),
        ("Bürgermeister kamen.", "Mayors came.", "Architekt kamen."),
        ("Es sind -3 Grad.", "It is minus 3 degrees.", "Es sind 5 Grad."),
    ],
)
def test_what_is_in_doubt_stays_as_it_was(known: str, english: str, text: str) -> None:
    assert put_right(text, known, Inline(english), GLOSSARY, NO_STYLE) == (Inline(english), ())


def test_what_was_put_in_is_told() -> None:
    changed = put_right(
        "Am 4. Juni kam Kowalski mit 7 Gästen.",
        "Am 3. Mai kam Petrenko mit 5 Gästen.",
        Inline("On 3 May Petrenko came with five guests."),
        GLOSSARY,
        NO_STYLE,
    )[1]
    assert changed == (("3 May", "4 June"), ("Petrenko", "Kowalski"), ("five", "seven"))


def test_the_house_style_writes_what_is_put_in() -> None:
    style = HouseStyle(numbers="to nine", times="14:30")
    assert (
        offered("Es kamen 35 Gäste.", "There were 35 guests.", "Es kamen 7 Gäste.", style) == "There were seven guests."
    )
    assert (
        offered("Sie kamen um 14 Uhr.", "They came at 2pm.", "Sie kamen um 18.30 Uhr.", style) == "They came at 18:30."
    )


def test_codes_stay_at_their_words() -> None:
    english = Inline.parsed("There were ⟨1⟩35⟨/1⟩ ⟨2⟩guests⟨/2⟩.")
    target, _ = put_right("Es kamen 7 Gäste.", "Es kamen 35 Gäste.", english, GLOSSARY, NO_STYLE)
    assert target.shown() == "There were ⟨1⟩7⟨/1⟩ ⟨2⟩guests⟨/2⟩."


MONTHS = ("Januar", "Februar", "März", "April", "Mai", "Juni", "Juli", "August", "September", "Oktober", "Dezember")
DAYS = ("Montag", "Dienstag", "Mittwoch", "Donnerstag", "Freitag", "Samstag", "Sonntag")
DATES = st.builds("{}. {}".format, st.integers(1, 31), st.sampled_from(MONTHS))
NUMBERS = st.one_of(
    st.integers(0, 3_000).map(str),
    st.integers(1, 900_000).map(lambda number: f"{number:,}".replace(",", ".")),
    st.builds("{},{}".format, st.integers(0, 99), st.integers(0, 99)),
    st.builds("{} {}".format, st.integers(2, 99), st.sampled_from(("Millionen", "Milliarden", "Mrd."))),
    st.sampled_from(("zwei", "drei", "zwölf", "fünfzig", "dreiundzwanzig", "dritte", "zweimal", "1990er", "2022/23")),
)
TIMES = st.builds("{}.{:02} Uhr".format, st.integers(0, 24), st.integers(0, 59))
SENTENCE = "Am {date} kamen {number} Gäste, am {day} um {time} {other}."
ENGLISH = (
    "On 3 May three guests came, on Monday at 2.30pm 35,000.",
    "On May 3, three guests came, on Monday at 14:30 35,000.",
)
KNOWN = {"date": "3. Mai", "number": "drei", "day": "Montag", "time": "14.30 Uhr", "other": "35.000"}


@settings(max_examples=150, deadline=None)
@given(
    values=st.fixed_dictionaries(
        {"date": DATES, "number": NUMBERS, "day": st.sampled_from(DAYS), "time": TIMES, "other": NUMBERS}
    ),
    kept=st.sets(st.sampled_from(tuple(KNOWN))),
    english=st.sampled_from(ENGLISH),
    style=st.sampled_from((NO_STYLE, *(preset.style for preset in PRESETS.values()))),
)
def test_what_is_put_right_passes_the_check_of_numbers(
    values: dict[str, str], kept: set[str], english: str, style: HouseStyle
) -> None:
    text = SENTENCE.format(**{name: KNOWN[name] if name in kept else value for name, value in values.items()})
    target, changed = put_right(text, SENTENCE.format(**KNOWN), Inline(english), GLOSSARY, style)
    if changed:
        record = ParagraphRecord(text, target.text, State.TRANSLATED)
        found = check_paragraph(0, record, GLOSSARY)
        assert [finding for finding in found if finding.check == "numbers" and finding.severity != "info"] == []
    else:
        assert target.text == english

"""Drafting with the real embedded package: sentences, paragraphs, the cache, alignment."""

from __future__ import annotations

import threading
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import pytest

from workbench.engine import DraftCache, Drafter, ParagraphDraft, SentenceDraft, draft_paragraphs, embedded_package
from workbench.engine.argos.decoder import Decoder
from workbench.engine.argos.tokens import Tokens
from workbench.engine.draft import Asked, Held
from workbench.engine.sentence.defects import defects, is_looped
from workbench.glossary import Entry, Glossary

MINSK = Entry(("Minsk",), "Minsk", kind="place")
EMPTY = Glossary(())

TEXTS = [
    "Der Minister reiste am Montag nach Minsk. Dort blieb er zwei Tage.",
    "1/6",
    "„Wir haben Zeit“, sagte er. „Wir warten.“",
    "Die Regierung hat 35.000 Soldaten.",
]


@pytest.fixture(scope="module")
def drafter() -> Drafter:
    return Drafter(embedded_package())


class Counting(Drafter):
    """A drafter that notes which sentences it is asked for."""

    def __init__(self, drafter: Drafter) -> None:
        super().__init__(drafter.package)
        self.asked: list[list[str]] = []

    def draft(self, sentences: Sequence[Asked], held: Sequence[Held] = ()) -> list[SentenceDraft]:
        if sentences:
            self.asked.append([sentence for sentence, _ in sentences])
        return super().draft(sentences, held)


def _all(texts: list[str], glossary: Glossary, drafter: Drafter, cache: DraftCache) -> dict[int, ParagraphDraft]:
    return dict(draft_paragraphs(texts, glossary, drafter, cache))


def test_drafts_come_in_the_order_asked(drafter: Drafter) -> None:
    german = ["Das Haus ist groß.", "1/6", "Die Frau liest ein Buch.", "https://a.example/b_c", "Der Hund schläft."]
    drafts = drafter.draft([(sentence, ()) for sentence in german])
    assert [draft.source for draft in drafts] == german
    assert "house" in drafts[0].english and "book" in drafts[2].english and "dog" in drafts[4].english
    assert [drafts[1].english, drafts[3].english] == ["1/6", "https://a.example/b_c"]


def test_a_draft_is_the_same_alone_and_among_others(drafter: Drafter) -> None:
    german = ["Der Präsident sprach mit den Journalisten.", "Die Stadt liegt am Fluss.", "Es regnete stark."]
    together = [draft.english for draft in drafter.draft([(sentence, ()) for sentence in german])]
    assert together == [drafter.draft([(sentence, ())])[0].english for sentence in german]


def test_english_signs_and_numbers(drafter: Drafter) -> None:
    quoted, number = drafter.draft([("„Wir haben keine Zeit“, sagte sie.", ()), ("Dort leben 35.000 Menschen.", ())])
    assert quoted.english[0] == "“" and "”" in quoted.english
    assert "35,000" in number.english


def test_a_link_stays_a_link(drafter: Drafter) -> None:
    english = drafter.draft([("Die [neue Liste](https://a.example/x_y) ist sehr lang.", ())])[0].english
    assert "](https://a.example/x_y)" in english
    assert "list" in english.lower()


@pytest.mark.parametrize("text", ["", " ", "a" * 5000, "sehr " * 100, "⟦x⟧ und ⟧", "\u2028", "¿?!", "Łódź 𝔘 ☃ 漢字"])
def test_odd_text_is_drafted_or_copied_and_loses_nobody(drafter: Drafter, text: str) -> None:
    odd, good = drafter.draft([(text, ()), ("Das Wetter ist gut.", ())])
    assert odd.source == text
    assert "weather" in good.english.lower()


def test_loops_and_copies_are_seen() -> None:
    assert (
        is_looped("It was very very very good") and is_looped("so it is so it is so it is") and is_looped("nanananana")
    )
    assert not is_looped("It was very, very good, and that is that")
    assert defects("Das Haus ist groß und die Tür ist rot.", "Das Haus ist groß und die Tür ist rot.")
    assert defects("Das Haus ist groß.", "") and not defects("Das Haus ist groß.", "The house is big.")


@pytest.mark.parametrize(
    ("german", "english"),
    [
        ("Die Muskelzellen und die Nervenzellen starben.", "The muscle cells and nerve cells died."),
        ("Vertreter Nordkoreas und Südkoreas kamen.", "Envoys of North Korea and South Korea came."),
        ("Er las die Zeitung. Die Zeitung war alt.", "He read the newspaper. The newspaper was old."),
        ("Dieses Jahr kamen mehr als im letzten Jahr.", "More came this year than last year."),
        ("Die Regierung löste die alte Regierung ab.", "The government replaced the old government."),
        ("Es geht schrittweise voran.", "It is moving ahead step by step."),
    ],
)
def test_a_word_that_the_german_has_twice_or_another_sentence_has_is_not_said_again(german: str, english: str) -> None:
    assert not defects(german, english)


@pytest.mark.parametrize(
    ("german", "poor", "good"),
    [
        ("Er kam aus der Stadt.", "He came out of the city, out of the city he came.", "He came from the city."),
        ("Es waren 20 bis 30 Leute.", "There were 20 to 30 to 30 people.", "There were 20 to 30 people."),
        ("Am 7. Mai kamen 1.200 Leute.", "In May 1,200 people came.", "On 7 May 1,200 people came."),
        ("Es drohen bis zu drei Jahre Haft.", "It is up to thirty years.", "Up to three years in prison are possible."),
        ("Er will auf keinen Fall gehen.", "He wants to go in any case.", "He does not want to go in any case."),
        (
            "Die Krise im Sudan spitzt sich zu.",
            "The crisis in Sudan crisis is escalating.",
            "The crisis in Sudan worsens.",
        ),
    ],
)
def test_words_said_again_and_a_lost_figure_or_not_are_defects(german: str, poor: str, good: str) -> None:
    assert defects(german, poor) > defects(german, good) == 0
    assert not defects(f"{german} {german}", f"{good} {good}")


def test_of_several_drafts_the_one_with_the_fewest_defects_is_taken(
    drafter: Drafter, monkeypatch: pytest.MonkeyPatch
) -> None:
    german = [
        "Mit 8 zu 5 Stimmen bei 2 Enthaltungen nahm der Ausschuss den Entwurf an.",
        "Hunderte Menschen standen Schlange, um jene zu sehen, die bei dem Unglück in der Grube verschüttet und "
        "nach neun Tagen lebend geborgen worden waren.",
        "Nach Angaben des Betreibers, der die Anlage erst im Frühjahr übernommen hatte, fiel am Dienstag kurz "
        "nach sechs Uhr in der Halle der Strom aus.",
    ]  # fmt: skip
    asked = [(sentence, ()) for sentence in german]
    drafts = [draft.english for draft in drafter.draft(asked)]
    monkeypatch.setattr("workbench.engine.free_drafts.defects", lambda german, english: 0)
    at_first = [draft.english for draft in drafter.draft(asked)]
    assert sum(map(defects, german, at_first)) > 0, "look for sentences that this package gets wrong at first"
    assert sum(map(defects, german, drafts)) < sum(map(defects, german, at_first))


def test_a_package_may_ask_for_longer_english_and_a_score_is_still_of_one_piece() -> None:
    german = [
        "Der Minister kam gestern nach Wien.",
        "Klebrige Finger und klebrige Küsse und winzige Stimmen und Buntstifte und dieses Lied.",
        "Das zuständige Gericht hob die umstrittene Entscheidung auf, die der Ausschuss im Frühjahr gefällt hatte.",
    ]
    usual, longer = (Decoder(replace(embedded_package(), length_penalty=power)) for power in (0.0, 5.0))
    sources = usual.german.encode(german)
    short, long = usual.best(sources), longer.best(sources)
    assert sum(len(draft.pieces) for draft in short) < sum(len(draft.pieces) for draft in long)
    assert short[0].pieces == long[0].pieces
    assert short[0].score == pytest.approx(long[0].score, abs=0.01)


def test_english_beginnings_with_words_that_no_shortlist_has_are_continued() -> None:
    decoder = Decoder(embedded_package())
    asked = [
        [("Guten Tag.", "Xylophone zebra")],
        [("Guten Tag.", "Xylophone zebra"), ("Der Minister kam.", "The")],
        [("Guten Tag.", "Xylophone zebra Żółw"), ("Der Minister kam gestern nach Wien.", "The hybridisation came on")],
    ]
    for pairs in asked:
        german, english = (decoder.german.encode(side) for side in zip(*pairs, strict=True))
        drafts = decoder.continued(german, english)
        begun = [list(draft.pieces[: len(words)]) for draft, words in zip(drafts, english, strict=True)]
        assert begun == [list(words) for words in english]


def test_alignment_tells_which_words_stand_for_each_other(drafter: Drafter) -> None:
    german, english = "Der Minister reiste nach Minsk.", "The minister travelled to Minsk."
    pairs = {(german[slice(*de)], english[slice(*en)]) for de, en in drafter.align(german, english)}
    assert {("Minister", "minister"), ("reiste", "travelled"), ("Minsk", "Minsk")} <= pairs
    assert drafter.align("", "x") == () and drafter.align("Haus", " ") == ()


def test_pieces_know_their_characters() -> None:
    tokens = Tokens(embedded_package().pieces)
    for text in ("Die AFU_x  lief… zum „Gipfel“", "Straße\u00a0 12", "☃ Łódź"):
        (pieces,) = tokens.encode([text])
        spans = tokens.spans(text, pieces)
        assert len(spans) == len(pieces)
        assert all(0 <= span.start <= span.end <= len(text) for span in spans)
    assert tokens.decode(tokens.encode(["a_b und c_d"])[0]) == "a_b und c_d"


def test_paragraphs_are_joined_as_the_german_was(drafter: Drafter) -> None:
    with DraftCache(None) as cache:
        drafts = _all(TEXTS, Glossary([MINSK]), drafter, cache)
    assert sorted(drafts) == [0, 1, 2, 3]
    assert drafts[1].english == "1/6"
    first = drafts[0]
    assert first.source == TEXTS[0] and first.package == drafter.package.id
    assert len(first.pairs) == 2
    (german, english), (_, second) = first.pairs
    assert TEXTS[0][slice(*german)].endswith("Minsk.")
    assert first.english[english.end : second.start] == " "
    (term,) = first.terms
    assert TEXTS[0][term.hit.start : term.hit.end] == "Minsk" and term.way != "missing"


def test_what_the_user_sees_is_drafted_first_and_in_a_small_batch(drafter: Drafter) -> None:
    texts = [f"Das ist der Satz mit der Nummer {number}." for number in range(40)]
    counting = Counting(drafter)
    order = []
    with DraftCache(None) as cache:
        for index, _ in draft_paragraphs(texts, EMPTY, counting, cache, lambda: [30, 31]):
            order.append(index)
    assert order[:3] == [30, 31, 0]
    assert sorted(order) == list(range(40))
    assert len(counting.asked[0]) <= 8


def test_what_the_user_turns_to_meanwhile_goes_next(drafter: Drafter) -> None:
    texts = [f"Das ist der Satz mit der Nummer {number}." for number in range(40)]
    seen = iter([[], [38, 20], []])
    with DraftCache(None) as cache:
        drafts = draft_paragraphs(texts, EMPTY, drafter, cache, lambda: next(seen))
        order = [index for index, _ in drafts]
    assert order[:4] == list(range(4)) and order[4:7] == [38, 20, 4]
    assert sorted(order) == list(range(40))


def test_an_equal_sentence_of_a_batch_at_hand_is_not_drafted_again(drafter: Drafter) -> None:
    texts = [
        "Die Sitzung ist beendet.",
        *(f"Es regnet am {number}. Mai. Die Sitzung ist beendet." for number in range(9)),
    ]
    counting = Counting(drafter)
    drafts = _all(texts, EMPTY, counting, DraftCache(None))
    asked = [sentence for sentences in counting.asked for sentence in sentences]
    assert asked.count("Die Sitzung ist beendet.") == 1 and len(asked) == 10
    assert all(draft.english.endswith("The session is over.") for draft in drafts.values())


def test_the_next_batch_is_begun_before_the_first_is_taken_and_no_other_after_closing(drafter: Drafter) -> None:
    texts = [f"Das ist der Satz mit der Nummer {number}." for number in range(200)]
    counting = Counting(drafter)
    with DraftCache(None) as cache:
        drafts = draft_paragraphs(texts, EMPTY, counting, cache)
        next(drafts)
        drafts.close()
    assert [len(asked) for asked in counting.asked] in ([4], [4, 16])


def test_nothing_is_drafted_twice(drafter: Drafter, tmp_path: Path) -> None:
    counting = Counting(drafter)
    with DraftCache(tmp_path / "drafts.sqlite") as cache:
        before = _all(TEXTS, Glossary([MINSK]), counting, cache)
    made = len(counting.asked)
    with DraftCache(tmp_path / "drafts.sqlite") as cache:
        assert _all(TEXTS, Glossary([MINSK]), counting, cache) == before
    assert len(counting.asked) == made


def test_an_edited_entry_redrafts_its_own_sentences_only(drafter: Drafter) -> None:
    counting = Counting(drafter)
    with DraftCache(None) as cache:
        _all(TEXTS, Glossary([MINSK]), counting, cache)
        counting.asked.clear()
        note = Entry(("Minsk",), "Minsk", kind="place", note="the capital", line=7)
        _all(TEXTS, Glossary([note]), counting, cache)
        assert counting.asked == []
        edited = Entry(("Minsk",), "Miensk", kind="place")
        drafts = _all(TEXTS, Glossary([edited]), counting, cache)
    assert counting.asked == [["Der Minister reiste am Montag nach Minsk."]]
    assert "Miensk" in drafts[0].english


def test_a_cache_with_nonsense_in_it_is_drafted_anew(drafter: Drafter) -> None:
    class Nonsense(DraftCache):
        def get_many(self, keys: Sequence[str]) -> dict[str, str]:
            return dict.fromkeys(keys, '["x", null, ["no way"]]')

    with Nonsense(None) as cache:
        drafts = _all(TEXTS[:1], Glossary([MINSK]), drafter, cache)
    assert "Minsk" in drafts[0].english


def test_closing_early_ends_the_work(drafter: Drafter) -> None:
    with DraftCache(None) as cache:
        work = draft_paragraphs(TEXTS * 3, EMPTY, drafter, cache)
        assert next(work)[0] == 0
        work.close()
        assert list(work) == []
    left = [thread for thread in threading.enumerate() if thread.name.startswith("sentences-ahead")]
    for thread in left:
        thread.join(timeout=30)
    assert not any(thread.is_alive() for thread in left)

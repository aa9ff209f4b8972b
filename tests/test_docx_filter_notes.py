"""Notes, comments and pictures of a Word file whose place in the English is lost: what has words is never unseen."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tests.docx_material import docx, p, part, r, read, shown, written
from workbench.export import Delivery, render
from workbench.formats.docx import DocxFilter
from workbench.formats.parts import joined
from workbench.glossary import Glossary
from workbench.text import Inline
from workbench.translation import State, TranslationRecord, rematch

NOTE = '<w:r><w:{}Reference w:id="2"/></w:r>'
PICTURE = '<w:r><w:drawing><wp:inline><wp:docPr id="1" name="a" descr="{}"/></wp:inline></w:drawing></w:r>'
COMMENTED = (
    '<w:commentRangeStart w:id="7"/>',
    r("Ein Satz."),
    '<w:commentRangeEnd w:id="7"/><w:r><w:commentReference w:id="7"/></w:r>',
)
COMMENT = {"comments": f'<w:comment w:id="7" w:author="A">{p(r("Stimmt das?"))}</w:comment>'}


def noted(kind: str) -> bytes:
    note = f'<w:{kind} w:id="2">{p(r("Die Quelle."))}</w:{kind}>'
    return docx(p(r("Ein Satz"), NOTE.format(kind), r(" geht weiter.")) + p(r("Noch einer.")), {f"{kind}s": note})


@pytest.mark.parametrize("kind", ["footnote", "endnote"])
def test_a_note_whose_mark_is_lost_stands_at_the_end_of_its_paragraph(kind: str) -> None:
    english = written(noted(kind), "A sentence goes on.", "Another.", "The source.")
    assert part(english).index("A sentence goes on.") < part(english).index(f"<w:{kind}Reference")
    assert part(english).index(f"<w:{kind}Reference") < part(english).index("Another.")
    assert shown(english) == ["A sentence goes on.", "Another.", "The source."]


@pytest.mark.parametrize("kind", ["footnote", "endnote"])
def test_a_note_goes_where_its_mark_is_lost_and_its_text_is_left_out(kind: str) -> None:
    english = written(noted(kind), "A sentence goes on.", "Another.", None)
    assert f"{kind}Reference" not in part(english) and f"<w:{kind} " not in part(english, f"{kind}s")


def test_a_note_whose_paragraph_is_left_out_stays_while_it_says_something() -> None:
    assert "footnoteReference" in part(written(noted("footnote"), None, "Another.", "The source."))
    gone = written(noted("footnote"), None, "Another.", None)
    assert "footnoteReference" not in part(gone) and "<w:footnote " not in part(gone, "footnotes")
    assert part(gone).count("<w:p>") == 1


def test_a_mark_that_is_there_stands_where_it_was_put() -> None:
    english = part(written(noted("footnote"), "A sentence⟨1/⟩ goes on.", "Another.", "The source."))
    assert english.count("footnoteReference") == 1 and english.index("footnoteReference") < english.index("goes on.")


def test_the_note_of_a_paragraph_that_was_joined_to_another_is_kept_as_well() -> None:
    note = f'<w:footnote w:id="2">{p(r("Die Quelle."))}</w:footnote>'
    document = read(docx(p(r("Ein Satz.")) + p(r("Noch einer."), NOTE.format("footnote")), {"footnotes": note}))
    one, other, source = document.paragraphs
    document = replace(document, paragraphs=(joined([one, other]), source))
    target = dict(zip(document.ids, map(Inline, ("A sentence. Another.", "The source.")), strict=True))
    assert "footnoteReference" in part(DocxFilter().write(document, target))


def test_a_picture_stays_without_its_code_and_its_description_is_read() -> None:
    file = docx(p(r("Das Bild "), PICTURE.format("Der Präsident am Pult"), r(" zeigt es.")))
    english = written(file, "It shows.", "The president")
    assert shown(english) == ["It shows.", "The president"]


def test_a_comment_whose_text_is_left_out_leaves_no_empty_balloon() -> None:
    english = part(written(docx(p(*COMMENTED), COMMENT), "A sentence.", None))
    assert "comment" not in english and "A sentence." in english


def test_a_comment_stays_where_only_the_paragraph_it_stands_in_is_left_out() -> None:
    english = written(docx(p(*COMMENTED) + p(r("Noch einer.")), COMMENT), None, "Another.", "Is that true?")
    assert "commentReference" in part(english) and "Is that true?" in part(english, "comments")


def test_what_lost_its_mark_is_handed_over() -> None:
    document = read(noted("footnote"))
    record = rematch(TranslationRecord("a.docx", ()), document)
    words = ("A sentence goes on.", "Another.", "The source.")
    done = tuple(
        one.with_target(Inline(text), State.REVIEWED) for one, text in zip(record.paragraphs, words, strict=True)
    )
    made = render(Delivery(replace(record, paragraphs=done), Glossary(())), "docx", "english")
    assert "footnoteReference" in part(made)

"""Making the documents that are handed over: what they are made of is taken up at once, the rest a lane can do."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from workbench.checks import Finding, check_document
from workbench.glossary import Glossary
from workbench.problem import Problem, WorkbenchError
from workbench.project.folder.layout import Layout
from workbench.project.folder.page_files import bring, is_page
from workbench.project.handing.delivered import Since, changed_since, remember_delivery
from workbench.project.handing.handing_over import hand_over
from workbench.project.settings.choice import Choice
from workbench.text.house_style import HouseStyle
from workbench.text.words import Vocabulary
from workbench.translation import Translation, TranslationRecord

if TYPE_CHECKING:
    from workbench.export import Delivery, What
    from workbench.project.project import Project


def always() -> bool:
    """Somebody waits for the documents until they are made."""
    return True


@dataclass(frozen=True, slots=True)
class Ordered:
    """One document to be made: in which format, of what, and where it usually goes."""

    to: str
    what: What
    usual: Path


@dataclass(frozen=True, slots=True)
class Orders:
    """The documents to be made of one translation as it is now. Nothing in it changes, so any thread can make them.

    `unchanged`: paragraphs (from 0) that are left out, since they were handed over before as they are now; `last_line`:
    the credit line of the house style; `since`: where only what has changed goes out, what is other than it was.
    """

    layout: Layout
    record: TranslationRecord
    glossary: Glossary
    house: HouseStyle
    vocabulary: Vocabulary | None
    choice: Choice
    documents: tuple[Ordered, ...]
    unchanged: frozenset[int] = frozenset()
    last_line: str = ""
    since: Since | None = None

    @property
    def unreviewed(self) -> tuple[int, ...]:
        """The paragraphs (from 0) that are neither reviewed nor skipped, of those that have changed."""
        from workbench.export import unreviewed

        return tuple(index for index in unreviewed(self.record) if index not in self.unchanged)

    def delivery(self, wanted: Callable[[], bool] = always) -> Delivery:
        """What the formats are given. With findings for bilingual documents, which takes a second for a long text."""
        from workbench.export import Delivery, only_changed, only_reviewed

        findings: dict[int, tuple[Finding, ...]] = {}
        if self.choice.findings and any(document.what == "bilingual" for document in self.documents):
            for finding in check_document(self.record, self.glossary, self.house, self.vocabulary):
                findings[finding.paragraph] = (*findings.get(finding.paragraph, ()), finding)
        made = Delivery(self.record, self.glossary, findings, house=self.house, last_line=self.last_line, wanted=wanted)
        made = only_changed(made, self.unchanged, self.since.beside if self.since else "")
        return only_reviewed(made) if self.choice.only_reviewed else made


def ordered(project: Project, translation: Translation, choice: Choice) -> Orders:
    """The documents that a user chose, ready to be made by any thread.

    Raises WorkbenchError for a format there is not, or one that cannot hold what is asked.
    """
    from workbench.export import credit_line, file_name

    layout, record, style = project.layout, translation.record, project.settings.style
    name = translation.path.relative_to(layout.translations).with_suffix("").as_posix()
    documents = []
    for one in choice.wanted:
        to = one.format_for(record.source)
        documents.append(Ordered(to, one.what, layout.exports / file_name(name, to, one.what, record.source)))
    checked_by = project.termbase.glossary, style, project.words.vocabulary
    since = changed_since(layout, record) if choice.only_changed else None
    unchanged = frozenset(range(len(record.paragraphs))) - since.changed if since else frozenset()
    line = credit_line(style, record.origin, date.today(), record.source)
    return Orders(layout, record, *checked_by, choice, tuple(dict.fromkeys(documents)), unchanged, line, since)


@dataclass(frozen=True, slots=True)
class Outcome:
    """What came of one document: where it lies now, or why it does not. `remarks`: what does not lie beside it."""

    document: Ordered
    path: Path | None = None
    problem: Problem | None = None
    remarks: tuple[Problem, ...] = ()


Place = Callable[[Ordered], Path | None]
"""Where the user wants a document; None for its usual place."""


def usual_place(document: Ordered) -> None:
    """Into exports/."""


def handed_over(
    orders: Orders,
    place: Place = usual_place,
    *,
    wanted: Callable[[], bool] = always,
    replace: bool = False,
    within: Path | None = None,
) -> Iterator[Outcome]:
    """Make and write the documents one after the other; what came of each. One that fails does not stop the others.

    `wanted`: whether the user still waits for them; the rest is left when not.
    """
    from workbench.export import is_whole

    delivery = None
    gone_out = False
    for document in orders.documents:
        if not wanted():
            return
        try:
            delivery = delivery or orders.delivery(wanted)
            data = rendered(delivery, document)
            path = hand_over(orders.layout, data, document.usual, place(document), replace=replace, within=within)
        except WorkbenchError as error:
            yield Outcome(document, problem=error.problem)
        else:
            if not gone_out and is_whole(document.to, document.what):
                gone_out = True
                with suppress(WorkbenchError):  # of a folder that cannot be written the next delivery is whole
                    remember_delivery(orders.layout, orders.record, delivery.left_out, date.today())
            told = _with_pictures(orders, document, path, data)
            yield Outcome(document, path, remarks=(*told, *without_comments(delivery, document, path)))


def without_comments(delivery: Delivery, document: Ordered, path: Path) -> Iterator[Problem]:
    """What is to be told of the comments in a source, which an English text in another format has not."""
    from workbench.export import comments_left_out, numbers

    if left := comments_left_out(delivery.record, document.to, document.what):
        what = f"has none of the comments in the source (paragraph{'' if len(left) == 1 else 's'} {numbers(left)})"
        yield Problem(path, what, "they are in the English in the source's own format, and in bilingual documents")


def _with_pictures(orders: Orders, document: Ordered, path: Path, data: bytes) -> tuple[Problem, ...]:
    """Put the folder of a page's pictures beside the English page; what is to be told of it."""
    source = orders.layout.sources / orders.record.source
    if document.what != "english" or not is_page(source.name) or source.suffix.lower() != f".{document.to}":
        return ()
    if path == document.usual:
        return tuple(bring(data, source.parent, orders.layout.root, path.parent, replace=True).problems)
    target = path.absolute().parent
    return tuple(bring(data, source.parent, target, target).problems)


def rendered(delivery: Delivery, document: Ordered) -> bytes:
    """A document's bytes. Raises WorkbenchError, for whatever goes wrong in making it."""
    from workbench.export import render

    try:
        return render(delivery, document.to, document.what)
    except OSError as error:
        what = f"cannot be made as {document.to} ({error.strerror})"
        raise WorkbenchError(Problem(document.usual, what, "look at the disk, or choose another format")) from error

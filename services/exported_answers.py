"""Reads the answers of the export page after page, questionnaire by questionnaire, and what adults said of mentees."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import datetime

from mentoring.confidential import closed
from mentoring.exported import Answered, Filled, Named
from mentoring.naming import full
from mentoring.notes import Party, for_curator
from mentoring.people import Person, Speaker
from mentoring.preferences import CHOSEN, FORMS
from mentoring.questionnaire import Answer, Form
from services.exported_names import as_covered
from services.notes import readable
from services.people import frame
from services.questionnaire_forms import Forms
from storage import exporting, people
from storage.database import Transaction
from storage.drafts import Submission
from storage.notes import Note


class Answers:
    """What was answered in one school, as one viewer may read it."""

    def __init__(self, tx: Transaction, viewer: Speaker, forms: Forms) -> None:
        self._tx, self._viewer, self._forms = tx, viewer, forms

    def filled(self) -> Iterator[Filled]:
        """Questionnaires that were sent, then those adults answered about mentees."""
        school = self._viewer.school_id
        for form in exporting.forms_sent(self._tx, school):
            versions = self._versions(form, exporting.versions_sent(self._tx, school, form))
            sent = (each for page in exporting.submissions(self._tx, school, form) for each, _ in page)
            yield Filled(form, versions, _names(map(_open, sent)), self._sent(form))
        for form, said in exporting.notes_said(self._tx, frame(self._tx, school)).items():
            names = _names(answers for page in self._readable(form) for _, answers in page)
            if names:
                yield Filled(form, self._versions(form, said), names, self._said(form))

    def _versions(self, form: str, versions: Iterable[str]) -> tuple[Form, ...]:
        if form not in self._forms:
            return ()
        return tuple(self._forms.of(self._tx, self._viewer.school_id, form, version) for version in versions)

    def _sent(self, form: str) -> Iterator[Answered]:
        for page in exporting.submissions(self._tx, self._viewer.school_id, form):
            known = people.some(
                self._tx, (each for sent, _ in page for each in (sent.person_id, sent.entered_by) if each)
            )
            chosen = as_covered(
                self._tx, self._viewer, exporting.takers(self._tx, {part for sent, _ in page for part in _chosen(sent)})
            )
            who = as_covered(self._tx, self._viewer, {sent.person_id: known[sent.person_id] for sent, _ in page})
            for sent, at in page:
                author = known.get(sent.entered_by or 0)
                yield self._answered(sent, at, who[sent.person_id], author, self._told(sent, chosen))

    def _answered(
        self, sent: Submission, at: datetime, who: Named, author: Person | None, answers: Mapping[str, Answer]
    ) -> Answered:
        by = full(author, self._viewer) if author else ""  # who entered it from paper
        return Answered(who, at, answers, sent.version, by)

    def _told(self, sent: Submission, chosen: Mapping[int, Named]) -> Mapping[str, Answer]:
        """The answers; where they are people, by their names, but never whom somebody would not work with."""
        if not sent.form.startswith(FORMS):
            return _open(sent)

        def name(part: str) -> str:
            person = chosen.get(int(part)) if part.isdecimal() else None
            return person.name if person else "\u2014"

        told: dict[str, Answer] = dict(_open(sent))
        for question in CHOSEN:
            if sent.answers.get(question):
                told[question] = "; ".join(name(part) for part in _parts(sent, question))
        return told

    def _readable(self, form: str) -> Iterator[list[tuple[Note, Mapping[str, Answer]]]]:
        """What the viewer may read; a psychologist's own words leave in no file, whoever takes it out."""
        for page in exporting.notes(self._tx, frame(self._tx, self._viewer.school_id), form):
            found = []
            for note in page:
                behind = note.party is Party.PSYCHOLOGIST
                answers = for_curator(note.answers) if behind else readable(self._viewer, note)
                if answers is not None:
                    found.append((note, answers))
            yield found

    def _said(self, form: str) -> Iterator[Answered]:
        for page in self._readable(form):
            known = people.some(self._tx, (each for note, _ in page for each in (note.person_id, note.author_id)))
            named = as_covered(self._tx, self._viewer, {note.person_id: known[note.person_id] for note, _ in page})
            for note, answers in page:
                who, author = named[note.person_id], known[note.author_id]
                yield Answered(who, note.at, answers, note.version, full(author, self._viewer))


def _names(every: Iterable[Mapping[str, Answer]]) -> frozenset[str]:
    found: set[str] = set()
    for answers in every:
        found.update(answers)
    return frozenset(found)


def _open(sent: Submission) -> Mapping[str, Answer]:
    """What may stand in a file: not what was said for curators alone."""
    return {name: answer for name, answer in sent.answers.items() if name not in closed(sent.form)}


def _chosen(sent: Submission) -> Iterator[int]:
    if sent.form.startswith(FORMS):
        for question in CHOSEN:
            yield from (int(part) for part in _parts(sent, question) if part.isdecimal())


def _parts(sent: Submission, question: str) -> tuple[str, ...]:
    chosen = sent.answers.get(question)
    return chosen if isinstance(chosen, tuple) else (str(chosen),) if chosen else ()

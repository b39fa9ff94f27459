"""Which questionnaires a person can be asked on paper: application and entry of each side they take, feedback, the end."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime

from mentoring.feedback_rounds import subject
from mentoring.people import Person, Side
from mentoring.preferences import FORMS
from mentoring.standing import Standing
from services.asking import key_of
from services.feedback import form_for
from services.participation import application_key, entry_key
from storage import answering, asking, feedback, matches, people, standing
from storage.asking import Round
from storage.database import Transaction

_Rounds = Mapping[int, Mapping[Round, datetime]]
_WORKING = ("active", "frozen")
_FIXED = ("application_", "entry_")


@dataclass(frozen=True, slots=True)
class Asked:
    """A questionnaire of a person: what it is about, when it was sent and changed, and who entered it, if it was paper."""

    form: str
    about: int
    sent_at: datetime | None = None
    changed_at: datetime | None = None
    entered_by: Person | None = None
    fixed: bool = False  # the order is signed: what was sent stands


def asked_of(tx: Transaction, person_id: int) -> list[Asked]:
    """The questionnaires of a person in the open programme, in the order in which they are asked. A few queries."""
    sent, states = answering.sendings(tx, person_id), answering.states(tx, person_id)
    found: list[Asked] = []
    authors = people.some(tx, (each.entered_by for each in sent.values() if each.entered_by is not None))
    rounds = asking.open_for(tx, person_id)
    for form, about in dict.fromkeys(_keys(tx, person_id, rounds)):
        sending = sent.get((form, about))
        if sending is None or _asked_anew(rounds, form, about, sending):
            found.append(Asked(form, about))
            continue
        fixed = form.startswith(_FIXED) and states.get(about, "") in _WORKING
        found.append(
            Asked(form, about, sending.sent_at, sending.changed_at, authors.get(sending.entered_by or 0), fixed)
        )
    return found


def _asked_anew(rounds: _Rounds, form: str, about: int, sending: answering.Sending) -> bool:
    """Whether it was sent before it was last asked for: after a second group meeting."""
    since = rounds.get(about, {}).get(Round.PREFERENCES) if form.startswith(FORMS) else None
    return since is not None and (sending.changed_at or sending.sent_at) < since


def _keys(tx: Transaction, person_id: int, rounds: _Rounds) -> Iterator[tuple[str, int]]:
    for each in standing.of_person(tx, person_id):
        part = each.participation
        if each.may_answer:
            yield from keys_of(each)
            yield from ((key_of(each, part.side, part.form), part.id) for each in sorted(rounds.get(part.id, ())))
    for member in matches.of_person(tx, person_id):
        if member.state in _WORKING:
            side = Side.MENTOR if member.mentor_person == person_id else Side.MENTEE
            last = feedback.last_round(tx, member.match_id)
            yield form_for(side, member.form), subject(member.match_id, last.number if last else 1)


def keys_of(each: Standing) -> Iterator[tuple[str, int]]:
    """Application and entry questionnaire of one side."""
    part = each.participation
    for form in (application_key(each), entry_key(part.side, part.form)):
        if form:
            yield form, part.id

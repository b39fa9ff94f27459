"""Questionnaires asked for at a time: the final one before the programme ends, and the one after the group meeting.

The curator asks for them by form; the final one begins by itself some days before the end (MR-42/02, annex 2, the second
pass). Everybody is asked once and reminded once.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta

from mentoring.people import MentoringForm, Person, Side, Speaker
from mentoring.refusal import NotYours, Refusal
from mentoring.rights import Deed
from services.authority import acting
from services.notices import Notice, Values
from storage import answering, asking, journal, matches, notices, people, schools, standing
from storage.asking import Round
from storage.database import Database, Transaction
from storage.notices import Lane

__all__ = ["Asking", "AskingForm", "Round", "nightly", "still_asked", "still_asked_preferences"]

KINDS = {Round.FINAL: "final-asked", Round.PREFERENCES: "preferences-asked"}
_REMINDED_AFTER = timedelta(days=4)


@dataclass(frozen=True, slots=True)
class Count:
    """How far one of the two is in a form: asked for at all, of how many, and how many have answered."""

    begun: bool
    asked: int
    answered: int


@dataclass(frozen=True, slots=True)
class AskingForm:
    """A form and both."""

    form: MentoringForm
    final: Count
    preferences: Count


class Asking:
    """The curator asks, and sees who has answered."""

    def __init__(self, database: Database) -> None:
        self._database = database

    async def overview(self, speaker: Speaker) -> list[AskingForm]:
        """Every form that is run."""
        return await self._database.read(lambda tx: _overview(tx, acting(tx, speaker, Deed.SEE_PEOPLE)))

    async def ask(self, speaker: Speaker, round: Round, form: MentoringForm) -> int:
        """Ask everybody of a form who was not asked yet; returns how many. Raises NotYours for a form that is not run."""

        def unit(tx: Transaction) -> int:
            curator = acting(tx, speaker, Deed.MATCH)
            programme = schools.programme(tx, curator.school_id)
            if programme is None or form not in programme.forms:
                raise NotYours
            asking.begin(tx, programme.id, form, round)
            count = _write(tx, curator.school_id, programme.id, form, round)
            deed = f"{round}-asked"
            journal.note(
                tx, deed, "programme", programme.id, school=curator.school_id, by=curator.person_id, details=form
            )
            return count

        return await self._database.work(unit)

    async def answered(self, speaker: Speaker, round: Round, form: MentoringForm) -> list[tuple[Side, Person]]:
        """Who has answered, by name."""

        def query(tx: Transaction) -> list[tuple[Side, Person]]:
            curator = acting(tx, speaker, Deed.SEE_PEOPLE)
            programme = schools.programme(tx, curator.school_id)
            found = asking.answered(tx, programme.id, form, round) if programme else []
            known = people.some(tx, (person for _, person in found))
            sides = {part: tx.value("SELECT side FROM participations WHERE id = :id", id=part) for part, _ in found}
            return [(Side(sides[part]), known[person]) for part, person in found]

        return await self._database.read(query)


def nightly(tx: Transaction, school_id: int) -> None:
    """Some days before the end the final questionnaire is asked for; whoever began to work later is asked then."""
    chosen = schools.settings(tx, school_id)
    today = tx.now.astimezone(chosen.zone).date()
    ending = asking.ending(tx, school_id, today + timedelta(days=chosen.final_days))
    programme = schools.programme(tx, school_id)
    if programme is None:
        return
    for each in asking.forms(tx, programme.id):
        if ending is not None and asking.begin(tx, programme.id, each.form, Round.FINAL):
            journal.note(tx, "final-asked", "programme", programme.id, school=school_id, by=None, details=each.form)
        elif each.since[Round.FINAL] is None:
            continue
        _write(tx, school_id, programme.id, each.form, Round.FINAL)


def still_asked(tx: Transaction, notice: Notice) -> Values | None:
    """True until the final questionnaire has been sent, while it may be."""
    return _still(tx, notice, Round.FINAL)


def still_asked_preferences(tx: Transaction, notice: Notice) -> Values | None:
    """The same for the questionnaire of the group meeting."""
    return _still(tx, notice, Round.PREFERENCES)


def _still(tx: Transaction, notice: Notice, round: Round) -> Values | None:
    found = standing.of_participation(tx, notice.about)
    if found is None or not found.may_answer:
        return None
    asked = asking.open_for(tx, found.person.id).get(notice.about, {})
    if round not in asked:
        return None
    part = found.participation
    key = key_of(round, part.side, part.form)
    if answered_since(tx, found.person.id, key, notice.about, asked[round]):
        return None
    return {"round": round.value, "side": part.side.value, "key": key, "again": notice.revision}


def answered_since(tx: Transaction, person_id: int, key: str, participation_id: int, since: datetime) -> bool:
    """Whether it was sent after it was last asked for: whoever came to a second group meeting may answer again."""
    found = answering.sendings(tx, person_id).get((key, participation_id))
    return found is not None and (found.changed_at or found.sent_at) >= since


def key_of(round: Round, side: Side, form: str) -> str:
    """The key of the questionnaire for this side of this form."""
    return f"final_{side}_{form}" if round is Round.FINAL else f"preferences_{side}"


def require_open(tx: Transaction, person_id: int, participation_id: int, round: Round) -> None:
    """Raise Refusal while it is not asked for."""
    if round not in asking.open_for(tx, person_id).get(participation_id, ()):
        raise Refusal("participant-not-asked")


def _overview(tx: Transaction, curator: Speaker) -> list[AskingForm]:
    programme = schools.programme(tx, curator.school_id)
    if programme is None:
        return []
    found = []
    for each in asking.forms(tx, programme.id):
        counts = [
            Count(
                each.since[round] is not None or bool(answered),
                len(_whom(tx, programme.id, each.form, round)),
                answered,
            )
            for round in Round
            for answered in (len(asking.answered(tx, programme.id, each.form, round)),)
        ]
        found.append(AskingForm(each.form, *counts))
    return found


def _whom(tx: Transaction, programme_id: int, form: str, round: Round) -> list[tuple[int, int]]:
    if round is Round.FINAL:
        return asking.worked(tx, programme_id, form)
    every = standing.of_programme(tx, programme_id, form)
    found = {each.mentee_id for each in matches.live(tx, programme_id, form)}  # nobody is looked for any more
    return [
        (each.participation.id, each.person.id) for each in every if each.ready and each.participation.id not in found
    ]


def _write(tx: Transaction, school_id: int, programme_id: int, form: str, round: Round) -> int:
    return ask_each(tx, school_id, round, _whom(tx, programme_id, form, round))


def ask_each(
    tx: Transaction, school_id: int, round: Round, whom: Iterable[tuple[int, int]], gathering_id: int = 0
) -> int:
    """Ask those (participation, person) who were not asked yet, and remind them once; after each group meeting anew."""
    count = 0
    for participation, person in whom:
        for number in (0, 1):
            at = tx.now + _REMINDED_AFTER * number
            written = notices.write(
                tx,
                KINDS[round],
                school=school_id,
                person=person,
                about=participation,
                revision=number,
                lane=Lane.REMINDER,
                not_before=at,
                not_after=at + timedelta(days=2),
                key=f"{KINDS[round]}:{person}:{participation}:{number}:{gathering_id}" if gathering_id else "",
            )
            count += written and not number
    return count

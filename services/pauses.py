"""A mentor's pause with a day of return: the pairs are kept, nothing new is offered, mentees are told kindly.

On the day of return the mentor is asked; a curator sees who has not answered. A curator may set it for a mentor too.
"""

from __future__ import annotations

from contextlib import suppress
from dataclasses import dataclass
from datetime import date, timedelta

from mentoring.partings import Away, Wanted
from mentoring.people import Person, Side, Speaker
from mentoring.refusal import NotYours, Refusal, TakenMeanwhile
from mentoring.rights import Deed
from mentoring.working_days import working_days_after
from services import ending, first_contact
from services.authority import acting
from services.matching_here import in_programme
from services.meeting_setting import drop
from services.parting_notices import after_day, ask_back, at_work, tell_curators
from services.rhythm_following import follow
from storage import journal, matches, meetings, notices, partings, pauses, people, schools
from storage.database import Database, Transaction
from storage.matches import State
from storage.pauses import Pause

__all__ = ["Pausing", "PausingMentor"]

_SUGGESTED = (7, 14, 21, 28)
_SHOWN = 20
_CANNOT = "pause"  # the reason of a request to end: cannot come back after a pause


@dataclass(frozen=True, slots=True)
class PausingMentor:
    """A mentor who pauses or is about to: what days of return may be chosen. `own`: the mentor is speaking."""

    mentor: Person
    pause: Pause | None
    today: date
    last: date
    suggested: tuple[date, ...]
    own: bool


class Pausing:
    """Pauses, as mentors and curators make and end them."""

    def __init__(self, database: Database) -> None:
        self._database = database

    async def look(self, speaker: Speaker, match_id: int) -> PausingMentor:
        """The mentor of a match: oneself, or for a curator anyone of the programme. Raises NotYours otherwise."""
        return await self._database.read(lambda tx: _look(tx, *_of_match(tx, speaker, match_id)))

    async def of(self, speaker: Speaker, pause_id: int) -> tuple[PausingMentor, int]:
        """The same by a pause that is on, with a match of the mentor's (0: none). Raises TakenMeanwhile when it is over."""

        def query(tx: Transaction) -> tuple[PausingMentor, int]:
            me, pause = _own(tx, speaker, pause_id)
            match = next((each.match_id for each in at_work(tx, pause)), 0)
            return _look(tx, me, pause.programme_id, pause.mentor_id), match

        return await self._database.read(query)

    async def set(self, speaker: Speaker, match_id: int, reason: str, until: date) -> PausingMentor:
        """Pause until a day, or put the day of return off. The same day twice changes nothing.

        Raises Refusal for a day gone by or after the programme's end, NotYours for a reason that is none.
        """

        def unit(tx: Transaction) -> PausingMentor:
            me, programme, mentor = _of_match(tx, speaker, match_id)
            look = _look(tx, me, programme, mentor)
            if not look.today < until <= look.last:
                raise Refusal("pauses-day")
            if look.pause is not None and look.pause.until_on == until:
                return look
            if look.pause is not None:
                pauses.put_off(tx, look.pause.id, until)
                pause, deed = pauses.get(tx, look.pause.id), "pause-put-off"
            else:
                if reason not in {*Away}:
                    raise NotYours
                pause, deed = pauses.get(tx, pauses.begin(tx, programme, mentor, reason, until, me.person_id)), "paused"
            _announce(tx, me, pause)
            journal.note(tx, deed, "person", mentor, school=me.school_id, by=me.person_id)
            return _look(tx, me, programme, mentor)

        return await self._database.work(unit)

    async def back(self, speaker: Speaker, pause_id: int) -> PausingMentor:
        """The mentor is back: mentees hear of it. Raises TakenMeanwhile when that was said already."""

        def unit(tx: Transaction) -> PausingMentor:
            me, pause = _own(tx, speaker, pause_id)
            pauses.end(tx, pause.id)
            first_contact.again(tx, {each.match_id for each in at_work(tx, pause)})
            for member in at_work(tx, pause):
                notices.write(tx, "pause-back", school=me.school_id, person=member.mentee_person, about=pause.id)
            journal.note(tx, "back-from-pause", "person", pause.mentor_id, school=me.school_id, by=me.person_id)
            return _look(tx, me, pause.programme_id, pause.mentor_id)

        return await self._database.work(unit)

    async def cannot(self, speaker: Speaker, pause_id: int) -> int:
        """The mentor cannot go on: every match is asked to be ended, curators decide. Returns how many were asked."""

        def unit(tx: Transaction) -> int:
            me, pause = _own(tx, speaker, pause_id)
            if me.person_id != pause.mentor_id:
                raise NotYours
            first = {each.match_id: each for each in reversed(at_work(tx, pause))}
            asked = partings.asked(tx, me.person_id, [each.id for each in first.values()])
            by = working_days_after(ending.today(tx, me.school_id), schools.settings(tx, me.school_id).parting_days)
            for member in first.values():
                if member.id not in asked:
                    made = partings.ask(
                        tx, member.id, me.person_id, Side.MENTOR, Wanted.END, by, reason=_CANNOT, whole=True
                    )
                    journal.note(tx, "asked-to-part", "member", member.id, school=me.school_id, by=me.person_id)
                    tell_curators(tx, "parting-asked", me.school_id, made)
            return len(first)

        return await self._database.work(unit)

    async def unanswered(self, speaker: Speaker) -> list[PausingMentor]:
        """For a curator: mentors whose day of return has gone by without a word."""

        def query(tx: Transaction) -> list[PausingMentor]:
            me, programme = in_programme(tx, speaker)
            found = pauses.over(tx, programme.id, ending.today(tx, me.school_id), _SHOWN)
            return [_look(tx, me, programme.id, each.mentor_id) for each in found]

        return await self._database.read(query)

    async def mine(self, speaker: Speaker) -> list[tuple[Side, Person, Pause]]:
        """For the home screen: one's own pause, and those of one's mentors."""
        person = speaker.person
        if person is None:
            return []

        def query(tx: Transaction) -> list[tuple[Side, Person, Pause]]:
            live = [each for each in matches.of_person(tx, person.id) if each.state is State.ACTIVE]
            found: dict[int, Pause] = {}
            for programme in {each.programme_id for each in live}:
                found |= pauses.running(tx, programme, {each.mentor_person for each in live})
            mentors = people.some(tx, found)
            own = Side.MENTOR
            return [(own if id_ == person.id else Side.MENTEE, mentors[id_], each) for id_, each in found.items()]

        return await self._database.read(query)


def _announce(tx: Transaction, me: Speaker, pause: Pause) -> None:
    """Meetings before the return are off, mentees are told until when, curators why, the mentor is asked on the day."""
    back = after_day(tx, me.school_id, pause.until_on - timedelta(days=1))
    members = at_work(tx, pause)
    for meeting in meetings.planned(tx, {each.match_id for each in members}).values():
        if tx.now < meeting.starts_at < back:
            drop(tx, meeting, me.school_id)
            follow(tx, meeting.match_id)
    for member in members:
        notices.write(
            tx, "pause-told", school=me.school_id, person=member.mentee_person, about=pause.id,
            revision=pause.until_on.toordinal(), not_after=back,
        )  # fmt: skip
    if me.person_id == pause.mentor_id:
        tell_curators(tx, "pause-set", me.school_id, pause.id, revision=pause.until_on.toordinal())
    ask_back(tx, me.school_id, pause)


def _of_match(tx: Transaction, speaker: Speaker, match_id: int) -> tuple[Speaker, int, int]:
    """Who acts, the programme, and the mentor of a live match of the speaker's, or of the curator's programme."""
    live = [each for each in matches.of_match(tx, match_id) if each.state in matches.LIVE]
    if not live:
        raise NotYours
    me = _acting(tx, speaker, live[0].programme_id, live[0].mentor_person)
    return me, live[0].programme_id, live[0].mentor_person


def _acting(tx: Transaction, speaker: Speaker, programme: int, mentor: int) -> Speaker:
    with suppress(NotYours):
        now = acting(tx, speaker, Deed.LEAD_MEETINGS)
        if now.person_id == mentor:
            return now
    me, here = in_programme(tx, speaker)
    if here.id != programme:
        raise NotYours
    return me


def _own(tx: Transaction, speaker: Speaker, pause_id: int) -> tuple[Speaker, Pause]:
    pause = pauses.get(tx, pause_id)
    me = _acting(tx, speaker, pause.programme_id, pause.mentor_id)
    if pause.ended:
        raise TakenMeanwhile("pauses-over")
    return me, pause


def _look(tx: Transaction, me: Speaker, programme_id: int, mentor_id: int) -> PausingMentor:
    programme = schools.programme(tx, me.school_id)
    if programme is None or programme.id != programme_id:
        raise NotYours
    day = ending.today(tx, me.school_id)
    return PausingMentor(
        mentor=people.get(tx, mentor_id),
        pause=pauses.running(tx, programme_id, [mentor_id]).get(mentor_id),
        today=day,
        last=programme.ends_on,
        suggested=tuple(each for each in (day + timedelta(days=n) for n in _SUGGESTED) if each <= programme.ends_on),
        own=me.person_id == mentor_id,
    )

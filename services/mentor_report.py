"""The mentor's report: filled from the diary and the plan, finished by the mentor, asked for before the programme ends."""

from __future__ import annotations

from datetime import UTC, datetime, time, timedelta

from mentoring.mentor_report import KEY, GoOn, PlanCount, Report
from mentoring.naming import shown
from mentoring.people import Person, Speaker
from mentoring.plans import Mark, Plan, PlanKind
from mentoring.questionnaire import Answers
from mentoring.refusal import NotYours, Refusal
from mentoring.rights import Deed, may
from services.diary import diary_of, watched
from services.filling import Sent
from services.meeting_records import whose
from services.notices import Notice, Still, Values, addressee
from storage import asking, drafts, journal, meeting_records, notices, plans, schools
from storage.database import Database, Transaction
from storage.meeting_records import Work
from storage.notices import Lane

NOTICE = "mentor-report"
_REMINDED_AFTER = (timedelta(), timedelta(days=5))


class MentorReports:
    """What a mentor and the curator do about reports."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def receive(self, tx: Transaction, speaker: Speaker, sent: Sent) -> int:
        """The report is written, or written anew; returns the match. Raises NotYours for another's pair."""
        me, work = _led(tx, speaker, sent.about)
        drafts.send(
            tx,
            school=work.school_id,
            person=me.person_id,
            form=sent.form,
            version=sent.version,
            about=work.match_id,
            answers=dict(sent.answers),
        )
        journal.note(tx, "report-written", "match", work.match_id, school=work.school_id, by=me.person_id)
        return work.match_id

    def proposed(self, tx: Transaction, speaker: Speaker, about: int) -> Answers:
        """The goal, as the development plan says it."""
        _led(tx, speaker, about)
        goals = [each.goal for (_, kind), each in _plans(tx, about).items() if kind is PlanKind.PLAN and each.goal]
        return {"goal": "\n".join(goals)[:500]} if goals else {}

    def require_own(self, tx: Transaction, speaker: Speaker, form: str, about: int) -> None:
        """Raise NotYours for whoever does not lead the pair."""
        _led(tx, speaker, about)

    async def mine(self, speaker: Speaker, match_id: int) -> Report:
        """The report the speaker has written. Raises Refusal before it is."""

        def query(tx: Transaction) -> Report:
            me, work = _led(tx, speaker, match_id)
            return _report(tx, me, work)

        return await self._database.read(query)

    async def of_pair(self, speaker: Speaker, match_id: int) -> Report:
        """Any report of the curator's school. Raises NotYours for another's, Refusal before it is written."""

        def query(tx: Transaction) -> Report:
            return _report(tx, *watched(tx, speaker, match_id))

        return await self._database.read(query)

    async def waiting(self, speaker: Speaker) -> list[tuple[int, tuple[Person, ...]]]:
        """The speaker's pairs whose report is asked for and not written: the match, the mentees."""

        def query(tx: Transaction) -> list[tuple[int, tuple[Person, ...]]]:
            if speaker.person is None or not may(speaker, Deed.LEAD_MEETINGS):
                return []
            found = meeting_records.works(
                tx,
                "t.person_id = :me AND m.id IN (SELECT about FROM notices WHERE kind = :kind AND person_id = :me) "
                "AND m.id NOT IN (SELECT about FROM submissions WHERE person_id = :me AND form = :form)",
                me=speaker.person_id,
                kind=NOTICE,
                form=KEY,
            )
            return [(each.match_id, each.mentees) for each in found]

        return await self._database.read(query)


def nightly(tx: Transaction, school_id: int) -> None:
    """Some days before the programme ends the mentor of every pair that has met is asked for a report, and once more."""
    chosen = schools.settings(tx, school_id)
    today = tx.now.astimezone(chosen.zone).date()
    ending = asking.ending(tx, school_id, today + timedelta(days=chosen.final_days))
    if ending is None:
        return
    met = "g.id = :programme AND EXISTS (SELECT 1 FROM meetings n WHERE n.match_id = m.id AND n.state = 'held')"
    for work in meeting_records.works(tx, met, programme=ending):
        until = datetime.combine(work.ends_on, time(23, 59), chosen.zone).astimezone(UTC)
        for number, after in enumerate(_REMINDED_AFTER):
            notices.write(
                tx,
                NOTICE,
                school=school_id,
                person=work.mentor.id,
                about=work.match_id,
                revision=number,
                lane=Lane.REMINDER,
                not_before=tx.now + after,
                not_after=until,
            )


def still_waiting(tx: Transaction, notice: Notice) -> Values | None:
    """True until the report is written, while the programme is open."""
    found = meeting_records.works(tx, "m.id = :id", id=notice.about)
    if not found or drafts.sent(tx, notice.person_id or 0, KEY, notice.about) is not None:
        return None
    viewer = addressee(tx, notice)
    who = ", ".join(shown(each, viewer) for each in found[0].mentees)
    return {"who": who, "match": notice.about, "again": notice.revision}


STILL: dict[str, Still] = {NOTICE: still_waiting}


def _led(tx: Transaction, speaker: Speaker, match_id: int) -> tuple[Speaker, Work]:
    me, work, leads = whose(tx, speaker, match_id)
    if not leads:
        raise NotYours
    return me, work


def _plans(tx: Transaction, match_id: int) -> dict[tuple[int, PlanKind], Plan]:
    members = tx.all("SELECT id FROM members WHERE match_id = :id ORDER BY id", id=match_id)
    return plans.of_members(tx, [row["id"] for row in members])


def _report(tx: Transaction, me: Speaker, work: Work) -> Report:
    sent = drafts.sent(tx, work.mentor.id, KEY, work.match_id)
    if sent is None:
        raise Refusal("report-refused-none")
    said = {name: value for name, value in sent.answers.items() if isinstance(value, str)}
    return Report(
        diary=diary_of(tx, me, work),
        plan=_counted(tx, work.match_id),
        goal=said.get("goal", ""),
        results=said.get("results", ""),
        troubles=said.get("troubles", ""),
        worked=said.get("worked", ""),
        go_on=GoOn(said.get("go_on", GoOn.TOGETHER)),
        proposals=said.get("proposals", ""),
    )


def _counted(tx: Transaction, match_id: int) -> PlanCount | None:
    found = [each.id for (_, kind), each in _plans(tx, match_id).items() if kind is PlanKind.PLAN]
    if not found:
        return None
    tasks = [each for items in plans.items_of(tx, found).values() for each in items]
    return PlanCount(
        len(tasks),
        sum(each.mark is Mark.DONE for each in tasks),
        sum(each.mark is Mark.PARTLY for each in tasks),
    )

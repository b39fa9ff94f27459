"""What is said when pairs end and pause: to curators with the reason, to the sides without a word of it."""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta

from mentoring.naming import shown
from mentoring.partings import Outcome
from mentoring.people import Role, Side
from services.notices import Notice, Still, Values, addressee
from storage import matches, notices, partings, pauses, people, schools
from storage.database import Transaction
from storage.matches import LIVE, Member, State
from storage.notices import Lane
from storage.partings import Parting
from storage.pauses import Pause

_MORNING = time(9)


def tell_curators(tx: Transaction, kind: str, school: int, about: int, *, revision: int = 0) -> None:
    """To every curator of the school."""
    for curator in people.with_role(tx, school, Role.CURATOR):
        notices.write(tx, kind, school=school, person=curator.id, about=about, revision=revision)


def after_day(tx: Transaction, school: int, day: date) -> datetime:
    """The first moment after a day of the school's calendar. UTC."""
    zone = schools.settings(tx, school).zone
    return datetime.combine(day + timedelta(days=1), time(), zone).astimezone(UTC)


def ask_back(tx: Transaction, school: int, pause: Pause) -> None:
    """The mentor is asked on the day of return whether they are back."""
    zone = schools.settings(tx, school).zone
    at = datetime.combine(pause.until_on, _MORNING, zone).astimezone(UTC)
    notices.write(
        tx, "pause-over", school=school, person=pause.mentor_id, about=pause.id,
        revision=pause.until_on.toordinal(), lane=Lane.REMINDER, not_before=at,
    )  # fmt: skip


def at_work(tx: Transaction, pause: Pause) -> list[Member]:
    """The mentees' places that a pause is about."""
    return [
        each
        for each in matches.of_person(tx, pause.mentor_id)
        if each.mentor_person == pause.mentor_id
        and each.programme_id == pause.programme_id
        and each.state is State.ACTIVE
    ]


def members_meant(tx: Transaction, parting: Parting) -> list[Member]:
    """The live members a request is about."""
    member = matches.get(tx, parting.member_id)
    found = matches.of_match(tx, member.match_id) if parting.whole else [member]
    return [each for each in found if each.state in LIVE]


def still_asked(tx: Transaction, notice: Notice) -> Values | None:
    """For a curator: who asks for what about which pair, and why; true until it is answered."""
    parting = partings.get(tx, notice.about)
    if parting.answer is not None:
        return None
    viewer = addressee(tx, notice)
    meant = members_meant(tx, parting) or [matches.get(tx, parting.member_id)]
    known = people.some(tx, [parting.asked_by, meant[0].mentor_person, *(each.mentee_person for each in meant)])
    return {
        "who": shown(known[parting.asked_by], viewer),
        "mentor": shown(known[meant[0].mentor_person], viewer),
        "mentees": ", ".join(shown(known[each.mentee_person], viewer) for each in meant),
        "kind": parting.kind.value,
        "reason": parting.reason or "none",
        "words": parting.words or "none",
        "day": parting.answer_by.day,
        "month": parting.answer_by.month,
    }


def still_taken_back(tx: Transaction, notice: Notice) -> Values | None:
    """For a curator: the request is no more."""
    parting = partings.get(tx, notice.about)
    if parting.answer is not Outcome.TAKEN_BACK:
        return None
    return {"who": shown(people.get(tx, parting.asked_by), addressee(tx, notice))}


def still_leaving(tx: Transaction, notice: Notice) -> Values | None:
    """For the head: a worker gives up a mentor's duty from a day on (ТК РФ, ст. 351.8)."""
    found = still_asked(tx, notice)
    return None if found is None else {name: found[name] for name in ("mentor", "mentees", "day", "month")}


def still_kept(tx: Transaction, notice: Notice) -> Values | None:
    """For whoever asked: the curator wants to talk, the pair goes on."""
    parting = partings.get(tx, notice.about)
    if parting.answer is not Outcome.KEPT or matches.get(tx, parting.member_id).state not in LIVE:
        return None
    return {"kind": parting.kind.value}


def still_ended(tx: Transaction, notice: Notice) -> Values | None:
    """For either side: the pair is over; what they may do next. Never who asked, never why."""
    member = matches.get(tx, notice.about)
    person = people.get(tx, notice.person_id or 0)
    if member.state not in (State.ENDED, State.UNDONE) or person.withdrawn_at or person.removed_at:
        return None
    leads = notice.person_id == member.mentor_person
    participation = member.mentor_id if leads else member.mentee_id
    other = people.get(tx, member.mentee_person if leads else member.mentor_person)
    went_on = any(each.state in LIVE for each in matches.of_match(tx, member.match_id))
    resting = any(id_ == participation for id_, _ in partings.resting_of(tx, person.id))
    return {
        "side": (Side.MENTOR if leads else Side.MENTEE).value,
        "name": shown(other, addressee(tx, notice)) if other.erased_at is None else "none",
        "group": "yes" if leads and went_on else "no",
        "resting": "yes" if resting else "no",
        "participation": participation,
    }


def still_paused(tx: Transaction, notice: Notice) -> Values | None:
    """For a mentee: the mentor is away until a day and the pair is kept; a meeting before that is off."""
    pause = pauses.get(tx, notice.about)
    if pause.ended or pause.until_on.toordinal() != notice.revision or notice.person_id is None:
        return None
    if not any(each.mentor_person == pause.mentor_id for each in matches.of_person(tx, notice.person_id)):
        return None
    mentor = people.get(tx, pause.mentor_id)
    return {"name": shown(mentor, addressee(tx, notice)), "day": pause.until_on.day, "month": pause.until_on.month}


def still_back(tx: Transaction, notice: Notice) -> Values | None:
    """For a mentee: the mentor is back."""
    pause = pauses.get(tx, notice.about)
    if not pause.ended or notice.person_id is None:
        return None
    if not any(each.mentor_person == pause.mentor_id for each in matches.of_person(tx, notice.person_id)):
        return None
    return {"name": shown(people.get(tx, pause.mentor_id), addressee(tx, notice))}


def still_to_return(tx: Transaction, notice: Notice) -> Values | None:
    """For the mentor: the day of return has come, unless it was put off or they are back."""
    pause = pauses.get(tx, notice.about)
    if pause.ended or pause.until_on.toordinal() != notice.revision or people.get(tx, pause.mentor_id).withdrawn_at:
        return None
    return {"match": next((each.match_id for each in at_work(tx, pause)), 0)}


def still_pausing(tx: Transaction, notice: Notice) -> Values | None:
    """For a curator: a mentor pauses, until when and why."""
    pause = pauses.get(tx, notice.about)
    if pause.ended or pause.until_on.toordinal() != notice.revision:
        return None
    mentor = people.get(tx, pause.mentor_id)
    return {
        "name": shown(mentor, addressee(tx, notice)),
        "reason": pause.reason or "none",
        "day": pause.until_on.day,
        "month": pause.until_on.month,
    }


STILL: dict[str, Still] = {
    "parting-asked": still_asked,
    "parting-taken-back": still_taken_back,
    "parting-leaves": still_leaving,
    "parting-kept": still_kept,
    "pair-ended": still_ended,
    "pause-told": still_paused,
    "pause-back": still_back,
    "pause-over": still_to_return,
    "pause-set": still_pausing,
}

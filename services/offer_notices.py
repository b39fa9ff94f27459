"""What is said about offers and pairs to those it concerns, and whether it is still true when it is said."""

from __future__ import annotations

from datetime import datetime, time, timedelta

from mentoring.naming import shown
from mentoring.people import MentoringForm, Role, Side, Speaker
from services.notices import Notice, Still, Values
from services.viewers import viewer
from storage import matches, notices, objections, offers, people, schools
from storage.database import Transaction
from storage.matches import Member, State
from storage.offers import Reply

_DIGEST_AT = time(17)


def tell(tx: Transaction, kind: str, member: Member, person: int, *, school: int) -> None:
    """Tell one person about one pair."""
    notices.write(tx, kind, school=school, person=person, about=member.id)


def tell_curators(tx: Transaction, kind: str, member: Member, *, school: int, daily: bool = False) -> None:
    """Tell every curator about one pair; good news are gathered and told once a day, in the afternoon."""
    for curator in people.with_role(tx, school, Role.CURATOR):
        if daily:
            at = _next_digest(tx, school)
            key = f"{kind}:{curator.id}:{at:%Y-%m-%d}"
            notices.write(tx, kind, school=school, person=curator.id, about=member.programme_id, not_before=at, key=key)
        else:
            notices.write(tx, kind, school=school, person=curator.id, about=member.id)


def _next_digest(tx: Transaction, school: int) -> datetime:
    local = tx.now.astimezone(schools.settings(tx, school).zone)
    at = datetime.combine(local.date(), _DIGEST_AT, local.tzinfo)
    return at if at > local else at + timedelta(days=1)


def still_offered(tx: Transaction, notice: Notice) -> Values | None:
    """An offer, or the reminder of it: true until it is answered."""
    offer = offers.get(tx, notice.about)
    if offer.answer is not None or notice.person_id is None:
        return None
    member = matches.get(tx, offer.member_id)
    if member.state is not State.OFFERED:
        return None
    other = people.get(tx, member.mentor_person if offer.side is Side.MENTEE else member.mentee_person)
    by = offer.answer_by.astimezone(schools.settings(tx, notice.school_id).zone)
    return {
        "side": offer.side.value,
        "name": shown(other, viewer(tx, notice.person_id)),
        "weekday": by.isoweekday(),
        "day": by.day,
        "month": by.month,
        "time": f"{by:%H:%M}",
    }


def _in(*states: State) -> Still:
    """A sentence about a pair that is true while it is in one of these states: `side` is the listener's."""

    def still(tx: Transaction, notice: Notice) -> Values | None:
        member = matches.get(tx, notice.about)
        if member.state not in states or notice.person_id is None:
            return None
        to = viewer(tx, notice.person_id)
        side = Side.MENTOR if member.mentor_person == notice.person_id else Side.MENTEE
        other = member.mentee_person if side is Side.MENTOR else member.mentor_person
        employed = side is Side.MENTOR and member.form == MentoringForm.TEACHER_TEACHER
        return {
            "side": side.value,
            "name": shown(people.get(tx, other), to),
            "match": member.match_id,
            "employed": "yes" if employed else "no",
        }

    return still


def _over(*states: State) -> Still:
    """The same of an offer that came to nothing; whoever never heard of it (at night, in lessons) hears nothing."""
    true = _in(*states)

    def still(tx: Transaction, notice: Notice) -> Values | None:
        to = notice.person_id or 0
        asked = next((each for each in offers.of_member(tx, notice.about) if each.person_id == to), None)
        if asked is None or not (asked.answer is Reply.ACCEPTED or notices.said(tx, to, asked.id, "offer")):
            return None
        return true(tx, notice)

    return still


def _to_curator(state: State) -> Still:
    """The same for a curator: both names, who refused or kept silent, and the reason."""

    def still(tx: Transaction, notice: Notice) -> Values | None:
        member = matches.get(tx, notice.about)
        if member.state is not state or notice.person_id is None:
            return None
        to = viewer(tx, notice.person_id)
        ended = {each.side: each for each in offers.of_member(tx, member.id) if each.answer is not Reply.ACCEPTED}
        guilty = [side for side, each in ended.items() if each.answer in (Reply.DECLINED, Reply.LAPSED)]
        reason = next((each.reason for each in ended.values() if each.reason), "")
        code, _, words = reason.partition("\n")
        return _two(tx, member, to) | {
            "who": "both" if len(guilty) > 1 else guilty[0].value if guilty else "both",
            "reason": code or "none",
            "words": words or "none",
        }

    return still


def still_objected(tx: Transaction, notice: Notice) -> Values | None:
    """A guardian stopped the pair of a child: told to curators only, with the reason."""
    member = matches.get(tx, notice.about)
    found = objections.of_member(tx, member.id)
    if found is None or notice.person_id is None:
        return None
    code, _, words = found.reason.partition("\n")
    side = Side.MENTOR if found.child_id == member.mentor_person else Side.MENTEE
    return _two(tx, member, viewer(tx, notice.person_id)) | {
        "who": side.value,
        "reason": code or "none",
        "words": words or "none",
    }


def _two(tx: Transaction, member: Member, to: Speaker) -> dict[str, object]:
    return {
        "mentor": shown(people.get(tx, member.mentor_person), to),
        "mentee": shown(people.get(tx, member.mentee_person), to),
        "mentee_id": member.mentee_id,
    }


def still_waiting_for_order(tx: Transaction, notice: Notice) -> Values | None:
    """How many pairs wait for the order: told to a curator once a day."""
    waiting = matches.waiting_for_order(matches.live(tx, notice.about))
    return {"count": len(waiting)} if waiting else None


STILL: dict[str, Still] = {
    "offer": still_offered,
    "offer-reminder": still_offered,
    "offer-both": _in(State.ACCEPTED),
    "offer-over": _over(State.DECLINED, State.RETURNED, State.UNDONE, State.ENDED),
    "offer-late": _in(State.RETURNED),
    "offer-undone": _over(State.UNDONE),
    "offers-accepted": still_waiting_for_order,
    "offer-declined": _to_curator(State.DECLINED),
    "offer-returned": _to_curator(State.RETURNED),
    "offer-objected": still_objected,
    "pair-active": _in(State.ACTIVE),
}

"""What is said about offers and pairs to those it concerns, and whether it is still true when it is said."""

from __future__ import annotations

from datetime import datetime, time, timedelta

from mentoring.naming import shown
from mentoring.people import MentoringForm, Role, Side, Speaker
from services.notices import Notice, Still, Values
from services.viewers import viewer
from storage import match_rules, matches, notices, objections, offers, people, schools
from storage.database import Transaction
from storage.matches import LIVE, Member, State
from storage.offers import Reply

_DIGEST_AT = time(17)


def tell(tx: Transaction, kind: str, member: Member, person: int, *, school: int) -> None:
    """Tell one person about one pair."""
    notices.write(tx, kind, school=school, person=person, about=member.id)


def tell_mentor_once(tx: Transaction, kind: str, member: Member, *, school: int) -> None:
    """Tell the mentor of what has just become of several mentees of a group at once, in one message."""
    key = f"{kind}:{member.mentor_person}:match-{member.match_id}:{tx.now.isoformat()}"
    notices.write(tx, kind, school=school, person=member.mentor_person, about=member.id, key=key)


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
    """An offer, or the reminder of it: true until it is answered; to a mentor of a group about all of it."""
    offer = offers.get(tx, notice.about)
    asked = offers.open_beside(tx, offer)
    if not asked or notice.person_id is None or (offer.side is Side.MENTEE and offer.answer is not None):
        return None
    member = matches.get(tx, offer.member_id)
    others = [member.mentor_person]
    if offer.side is Side.MENTOR:
        others = [matches.get(tx, each.member_id).mentee_person for each in asked]
    by = offer.answer_by.astimezone(schools.settings(tx, notice.school_id).zone)
    return {
        "side": offer.side.value,
        "name": _names(tx, others, viewer(tx, notice.person_id)),
        "count": len(others),
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
        others = [member.mentor_person]
        if side is Side.MENTOR:
            of_match = matches.of_match(tx, member.match_id)
            others = [
                each.mentee_person for each in of_match if each.id == member.id or _told_with(each, member, notice)
            ]
        employed = side is Side.MENTOR and member.form == MentoringForm.TEACHER_TEACHER
        return {
            "side": side.value,
            "name": _names(tx, others, to),
            "count": len(others),
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
        return (
            _two(tx, member, to)
            | _left(tx, member)
            | {
                "who": "both" if len(guilty) > 1 else guilty[0].value if guilty else "both",
                "reason": code or "none",
                "words": words or "none",
            }
        )

    return still


def still_objected(tx: Transaction, notice: Notice) -> Values | None:
    """A guardian stopped the pair of a child: told to curators only, with the reason."""
    member = matches.get(tx, notice.about)
    found = objections.of_member(tx, member.id)
    if found is None or notice.person_id is None:
        return None
    code, _, words = found.reason.partition("\n")
    side = Side.MENTOR if found.child_id == member.mentor_person else Side.MENTEE
    return (
        _two(tx, member, viewer(tx, notice.person_id))
        | _left(tx, member)
        | {
            "who": side.value,
            "reason": code or "none",
            "words": words or "none",
        }
    )


def _told_with(other: Member, member: Member, notice: Notice) -> bool:
    """Whether a mentor hears of the two in one message: their pairs began at once."""
    return notice.kind == "pair-active" and other.state is member.state and other.since == member.since


def _names(tx: Transaction, person_ids: list[int], to: Speaker) -> str:
    known = people.some(tx, person_ids)
    return ", ".join(shown(known[each], to) for each in person_ids)


def _left(tx: Transaction, member: Member) -> dict[str, object]:
    """Where a form makes groups: how many are left in this one, and whether that is fewer than the smallest group."""
    smallest = match_rules.of_form(tx, member.programme_id, member.form).rules.smallest
    left = sum(1 for each in matches.of_match(tx, member.match_id) if each.state in LIVE)
    return {
        "left": left,
        "smallest": smallest,
        "group": "no" if smallest < 2 else "few" if left < smallest else "enough",
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

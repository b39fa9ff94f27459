"""What the mentor hears of a time that a mentee proposes, and the mentee of the answer."""

from __future__ import annotations

from mentoring.naming import shown
from services.notices import Notice, Still, Values, addressee
from storage import meetings, notices, people, proposals, schools
from storage.database import Transaction
from storage.meetings import Meeting, Pair
from storage.proposals import Proposal, ProposalAnswer


def proposed(tx: Transaction, pair: Pair, made: Proposal, meeting: Meeting | None) -> None:
    """The mentor hears of it, while it can still come true."""
    until = min(made.starts_at, meeting.starts_at) if meeting is not None else made.starts_at
    notices.write(
        tx, "proposal", school=pair.school_id, person=pair.mentor.id, about=made.id,
        revision=meeting.revision if meeting else 0, not_after=until,
    )  # fmt: skip


def kept(tx: Transaction, pair: Pair, found: Proposal) -> None:
    """Whoever proposed hears that the time stays, or that the mentor will choose one."""
    notices.write(
        tx, "proposal-kept", school=pair.school_id, person=found.person_id, about=found.id, not_after=found.starts_at
    )


def still_proposed(tx: Transaction, notice: Notice) -> Values | None:
    """True until it is answered, as long as the meeting stands as it did and neither time has come."""
    found = proposals.get(tx, notice.about)
    standing = meetings.planned(tx, [found.match_id]).get(found.match_id)
    if found.answer is not None or found.starts_at <= tx.now:
        return None
    if (standing.id if standing else None) != found.meeting_id:
        return None
    if standing is not None and (standing.revision != notice.revision or standing.starts_at <= tx.now):
        return None
    return _values(tx, notice, found, standing)


def still_kept(tx: Transaction, notice: Notice) -> Values | None:
    """True while nothing else was planned or proposed since."""
    found = proposals.get(tx, notice.about)
    standing = meetings.planned(tx, [found.match_id]).get(found.match_id)
    if found.answer is not ProposalAnswer.KEPT or (standing.id if standing else None) != found.meeting_id:
        return None
    return _values(tx, notice, found, standing)


def _values(tx: Transaction, notice: Notice, found: Proposal, standing: Meeting | None) -> Values | None:
    pairs = meetings.pairs(tx, [found.match_id])
    if not pairs or notice.person_id not in {each.id for each in pairs[0].everyone}:
        return None
    zone = schools.settings(tx, notice.school_id).zone
    leads = notice.person_id == pairs[0].mentor.id
    other = people.get(tx, found.person_id) if leads else pairs[0].mentor
    return {
        "who": shown(other, addressee(tx, notice)),
        "starts": found.starts_at.astimezone(zone),
        "was": standing.starts_at.astimezone(zone) if standing else None,
        "today": tx.now.astimezone(zone).date(),
        "match": found.match_id,
        "meeting": found.meeting_id or 0,
    }


STILL: dict[str, Still] = {"proposal": still_proposed, "proposal-kept": still_kept}

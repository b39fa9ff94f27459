"""Pairs that stop while a consent is missing: offers are recalled, pairs frozen, and whoever stays is told kindly, never why."""

from __future__ import annotations

from mentoring.naming import shown
from mentoring.people import Person, Side
from services import offers
from services.guardian_notices import tell_guardians_of, tell_of_change
from services.meeting_setting import halt
from services.notices import Notice, Still, Values, addressee
from services.offer_notices import tell
from storage import matches, notices, people
from storage.database import Transaction
from storage.matches import Member, State

GROUND = "withdrawn"


def freeze(tx: Transaction, gone: Person, members: list[Member]) -> dict[str, int]:
    """Stop these pairs of a person; returns how many are frozen and how many offers recalled.

    A planned meeting and its rhythm are off when nobody else is left in it.
    """
    frozen = recalled = 0
    for member in members:
        stays = member.mentee_person if gone.id == member.mentor_person else member.mentor_person
        if member.state is State.OFFERED:
            offers.recall(tx, member)
            matches.turn(tx, member, State.UNDONE, GROUND)
            tell(tx, "offer-over", member, stays, school=gone.school_id)
            tell_guardians_of(tx, "offer-guardian-over", member, stays, school=gone.school_id)
            recalled += 1
            continue
        if member.state is not State.FROZEN:
            frozen += 1
            key = f"pair-frozen:{stays}:{member.id}:{tx.now.isoformat()}"
            notices.write(tx, "pair-frozen", school=gone.school_id, person=stays, about=member.id, key=key)
            if member.state is State.ACTIVE:
                tell_of_change(tx, "child-pair-frozen", member, school=gone.school_id)
        matches.turn(tx, member, State.FROZEN, GROUND)
        if not any(each.state is State.ACTIVE for each in matches.of_match(tx, member.match_id)):
            halt(tx, member.match_id, gone.school_id)
    return {"frozen": frozen, "recalled": recalled}


def still_frozen(tx: Transaction, notice: Notice) -> Values | None:
    """For whoever stays: the pair has stopped for now."""
    member = matches.get(tx, notice.about)
    if member.state is not State.FROZEN or people.get(tx, notice.person_id or 0).withdrawn_at is not None:
        return None
    leads = notice.person_id == member.mentor_person
    other = people.get(tx, member.mentee_person if leads else member.mentor_person)
    return {"side": (Side.MENTOR if leads else Side.MENTEE).value, "name": shown(other, addressee(tx, notice))}


STILL: dict[str, Still] = {"pair-frozen": still_frozen}

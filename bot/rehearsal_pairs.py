"""How pairs of the rehearsed school came about: confirmed, offered, answered, named in an order, meeting."""

from __future__ import annotations

from functools import partial
from typing import Any

from bot.rehearsal_story import Story, moment_of
from mentoring.diary import Line
from mentoring.meetings import MeetingKind, MeetingState
from mentoring.pacts import EDITIONS, Pace, PactWay
from mentoring.partings import Wanted
from mentoring.people import Side
from mentoring.working_days import working_days_after
from services import first_contact, meeting_notices
from services.offers import ask_both
from storage import journal, matches, meeting_records, meetings, offers, orders, pacts, partings, schools
from storage.database import Transaction
from storage.matches import State
from storage.offers import Reply
from storage.standing import of_participation

Told = dict[str, Any]

_STATES = (State.OFFERED, State.ACCEPTED, State.ACTIVE)


def pair(story: Story, told: Told) -> None:
    """Tell a pair's way as far as its state."""
    made: dict[str, int] = {}
    far = _STATES.index(State(told["state"]))
    story.on(told["confirmed"], 12, partial(_confirm, story, told, made))
    story.on(told["confirmed"], 14.5, partial(_mentor_agrees, story, made))
    if far >= _STATES.index(State.ACCEPTED):
        story.on(told["confirmed"], 16, partial(_mentee_agrees, story, made))
    if far >= _STATES.index(State.ACTIVE):
        story.on(told["signed"], 11, partial(_sign, story, told, made))
    for each in told.get("pacts", []):
        story.on(each["day"], 18, partial(_accept, told, made, each))
    if "parting" in told:
        story.on(told["parting"]["day"], 18.5, partial(_ask_to_part, story, told["parting"], made))
    previous = told.get("signed", "")
    for each in told.get("meetings", []):
        story.on(previous, 17, partial(_plan, story, told, made, each))
        if "result" in each or "missed" in each:
            story.on(each["day"], each["hour"] + 1, partial(_hold, story, told, made, each))
        previous = each["day"]


def _confirm(story: Story, told: Told, made: dict[str, int], tx: Transaction) -> None:
    programme = schools.programme(tx, story.school)
    mentee = of_participation(tx, story.sides[told["mentee"]])
    if programme is None or mentee is None:
        raise LookupError(told["mentee"])
    taken = mentee.participation
    made["member"] = matches.begin(
        tx,
        programme=programme.id,
        form=taken.form,
        role_model=taken.role_model,
        mentor=(story.sides[told["mentor"]], story.people[told["mentor"]]),
        mentee=taken.id,
        places=max(programme.forms.values()),
        by=story.curator,
    )
    ask_both(tx, matches.get(tx, made["member"]), story.school)
    journal.note(tx, "confirmed-pair", "member", made["member"], school=story.school, by=story.curator)


def _mentor_agrees(story: Story, made: dict[str, int], tx: Transaction) -> None:
    _answer(story, made, Side.MENTOR, tx)


def _mentee_agrees(story: Story, made: dict[str, int], tx: Transaction) -> None:
    _answer(story, made, Side.MENTEE, tx)
    matches.turn(tx, matches.get(tx, made["member"]), State.ACCEPTED)


def _answer(story: Story, made: dict[str, int], side: Side, tx: Transaction) -> None:
    offer = next(each for each in offers.of_member(tx, made["member"]) if each.side is side)
    offers.close(tx, offer.id, Reply.ACCEPTED)
    journal.note(tx, "accepted-offer", "offer", offer.id, school=story.school, by=offer.person_id)


def _accept(told: Told, made: dict[str, int], pact: Told, tx: Transaction) -> None:
    """A side reads the rules of the pair and accepts them."""
    member = matches.get(tx, made["member"])
    pacts.accept(tx, member.id, Side(pact["side"]), EDITIONS[member.form], Pace(pact["pace"]), PactWay.TAP)


def _ask_to_part(story: Story, parting: Told, made: dict[str, int], tx: Transaction) -> None:
    """A side quietly asks for another pair; the curator has so many working days to answer."""
    by, kind, side = story.people[parting["by"]], Wanted(parting["kind"]), Side(parting["side"])
    answer_by = working_days_after(tx.now.date(), schools.settings(tx, story.school).parting_days)
    partings.ask(tx, made["member"], by, side, kind, answer_by, reason=parting["reason"], words=parting["words"])
    journal.note(tx, "asked-to-part", "member", made["member"], school=story.school, by=by)


def _sign(story: Story, told: Told, made: dict[str, int], tx: Transaction) -> None:
    """The order is signed, and the pair begins."""
    member = matches.get(tx, made["member"])
    number, day = told["order"], tx.now.date()
    signed = orders.of_number(tx, member.programme_id, number, day)
    if signed is None:
        order = orders.draw_up(tx, member.programme_id, [member.id], story.curator, number=number, signed_on=day)
        journal.note(tx, "signed-order", "order", order, school=story.school, by=story.curator)
    else:
        orders.add_line(tx, signed.id, member.id)
    matches.turn(tx, member, State.ACTIVE)
    first_contact.begin(tx, member.match_id)
    journal.note(tx, "pair-active", "member", member.id, school=story.school, by=story.curator)


def _plan(story: Story, told: Told, made: dict[str, int], meeting: Told, tx: Transaction) -> None:
    mentor = story.people[told["mentor"]]
    match = matches.get(tx, made["member"]).match_id
    starts = moment_of(meeting["day"], meeting["hour"])
    planned = meetings.plan(tx, match, MeetingKind(meeting["kind"]), starts, place=told["place"], by=mentor)
    if planned is None:
        raise LookupError(match)
    meeting_notices.planned(tx, meetings.pair(tx, match), planned, by=mentor)
    journal.note(tx, "meeting-planned", "meeting", planned.id, school=story.school, by=mentor)


def _hold(story: Story, told: Told, made: dict[str, int], meeting: Told, tx: Transaction) -> None:
    """The meeting took place, or did not: the mentor logs it, the mentee says the same or otherwise."""
    mentor = story.people[told["mentor"]]
    match = matches.get(tx, made["member"]).match_id
    planned = meetings.planned(tx, [match])[match]
    state = MeetingState.MISSED if "missed" in meeting else MeetingState.HELD
    minutes, result = meeting.get("minutes"), meeting.get("result", "")
    meetings.answer(tx, planned, story.people[told["mentee"]], "took_place", yes=meeting["said"])
    meetings.log(tx, planned.id, state, by=mentor, minutes=minutes, result=result)
    for line in Line:
        if line in meeting:
            meeting_records.write(tx, planned.id, line, meeting[line])
    journal.note(tx, f"meeting-{state}", "meeting", planned.id, school=story.school, by=mentor)

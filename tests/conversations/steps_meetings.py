"""Steps of pairs at work, for conversations that begin when the order has been signed."""

from __future__ import annotations

from steps_people import add, sent
from steps_school import set_up_school

from mentoring.people import Kind, Side
from storage import matches


async def at_work(stage, *mentees, mentor="Котова", kind=Kind.PUPIL):
    """A mentor with a phone, and one mentee (or more, by family name) in one match whose order is signed.

    Each gets `person_id`, the mentor `match_id`.
    """
    families = mentees or ("Панин",)
    people = [await stage.someone(family) for family in (mentor, *families)]
    for each in people:
        await each.starts()

    def unit(tx):
        first, *rest = people
        first.person_id = add(tx, mentor, "Марина", kind, Side.MENTOR, "10А", phone=first)
        for someone, family in zip(rest, families, strict=True):
            someone.person_id = add(tx, family, "Илья", kind, Side.MENTEE, "7Б", phone=someone)
        first.match_id = match(tx, first.person_id, *(each.person_id for each in rest))

    await stage.app.database.work(unit)
    return people


def match(tx, mentor, *mentees):
    """A match at work: the mentor's person, the mentees' persons; returns its id."""
    side = tx.one("SELECT * FROM participations WHERE person_id = :id", id=mentor)
    made = tx.insert(
        "matches", programme_id=side["programme_id"], form=side["form"], mentor_id=side["id"], confirmed_at=tx.now
    )
    taken = tx.value("SELECT count(*) FROM members WHERE mentor_person_id = :id AND live = 1", id=mentor)
    for form in ("", side["form"]):
        matches.offer_places(tx, side["programme_id"], mentor, taken + len(mentees), form)
    for place, mentee in enumerate(mentees, start=taken + 1):
        tx.insert(
            "members", match_id=made, programme_id=side["programme_id"], form=side["form"], mentor_person_id=mentor,
            mentee_id=tx.value("SELECT id FROM participations WHERE person_id = :id", id=mentee), place=place,
            state="active", accepted=1, since=tx.now,
        )  # fmt: skip
    return made


async def free_hours(stage, someone, form, *slots):
    """The person has ticked these hours in their application."""
    await stage.app.database.work(lambda tx: sent(tx, someone.person_id, form, {"free": slots}))


async def school_with_a_pair(stage, *mentees):
    """A curator, a mentor and mentees at work; everyone's lessons are over."""
    curator = await set_up_school(stage)
    return curator, *await at_work(stage, *mentees)


async def sets_a_meeting(mentor, day="13", hour="15:00"):
    """The mentor sets the next meeting by the calendar: from home, a day of this month and an hour."""
    await mentor.says("/menu")
    await mentor.taps(*[button for button in mentor.buttons if "назначить встречу" in button][:1])
    return await mentor.taps("Другой день", day, hour)


async def holds_a_meeting(stage, mentor, day, hour="15:00", outcome="Состоялась"):
    """Set it, let its time come, log it."""
    await sets_a_meeting(mentor, day, hour)
    start = stage.clock().replace(day=int(day), hour=int(hour[:2]) - 3, minute=int(hour[3:]))
    await stage.waits(minutes=(start - stage.clock()).total_seconds() / 60 + 65)
    await mentor.taps(outcome)
    if outcome == "Состоялась":
        await mentor.taps("45 мин", "Получилось")
    return mentor

"""How stages 1 and 2 went at the rehearsed school: the poll, the further permissions, what adults told, how it all began."""

from __future__ import annotations

from datetime import date
from functools import partial
from typing import Any

from bot.rehearsal_answers import plausible
from bot.rehearsal_story import Story
from locales.consents import every_edition
from mentoring.baseline import FORMS, Phase, Source, subject
from mentoring.consents import Capacity, Purpose, Way
from mentoring.notes import Party, form_of
from mentoring.people import Kind, Role, SchoolClass
from mentoring.poll import PollAnswer, Wish
from mentoring.questionnaire import Given
from mentoring.questionnaire_catalogue import catalogue
from services import measuring, notes
from services.filling import Sent
from storage import accounts, asks, consents, guardianships, journal, links, people, poll, schools
from storage.database import Transaction


def begin(story: Story) -> None:
    """Tell all of it, each on its day."""
    told = story.told["beginning"]
    story.on(told["poll"]["day"], 9.5, partial(_poll, story, told["poll"]["answers"]))
    for each in told["confirmed"]:
        story.on(each["day"], 12, partial(_confirm, story, each))
    for each in told["permissions"]:
        story.on(each["day"], 19.5, partial(_permit, story, each))
    for each in told["class_teachers"]:
        story.on(each["day"], 10, partial(_lead_a_class, story, each))
    for each in told["asked"]:
        story.on(each["day"], 11, partial(_ask, story, each))
    for each in told["notes"]:
        story.on(each["day"], 13, partial(_note, story, each))
    for each in told["measured"]:
        story.on(each["day"], 17, partial(_measure, story, each["account"]))


def _poll(story: Story, answers: list[dict[str, Any]], tx: Transaction) -> None:
    """The poll is opened and answered."""
    link = links.make(tx, links.Purpose.POLL, school_id=story.school, made_by=story.curator)
    journal.note(tx, "opened-poll", "link", link.id, school=story.school, by=story.curator)
    ballots = 0
    for each in answers:
        answer = PollAnswer(Kind(each["who"]), each.get("level", 0), Wish(each["wish"]), each.get("form", ""))
        for _ in range(each["times"]):
            ballots += 1
            poll.keep(tx, _programme(story, tx), f"{ballots:08x}", answer)


def _confirm(story: Story, each: dict[str, Any], tx: Transaction) -> None:
    """The curator has met a parent and made sure who it is."""
    child, guardian = story.people[each["child"]], story.people[each["guardian"]]
    guardianships.confirm(tx, guardian, child, story.curator)
    journal.note(
        tx, "guardian-confirmed", "person", child, school=story.school, by=story.curator, details=str(guardian)
    )


def _permit(story: Story, each: dict[str, Any], tx: Transaction) -> None:
    """Somebody answers about one purpose more."""
    purpose, capacity = Purpose(each["purpose"]), Capacity(each["capacity"])
    person, by = story.people[each["person"]], story.people[each["by"]]
    consents.give(
        tx,
        person,
        capacity,
        Way.TAP,
        every_edition()[purpose, capacity],
        agreed=each["agreed"],
        given_by=by,
        until=date.fromisoformat(story.told["setup"]["programme_end"]),
        purpose=purpose,
    )
    deed = "permitted" if each["agreed"] else "declined-permission"
    journal.note(tx, deed, "person", person, school=story.school, by=by, details=purpose)


def _lead_a_class(story: Story, each: dict[str, Any], tx: Transaction) -> None:
    """A teacher is the class teacher of a class."""
    person = story.people[each["account"]]
    people.give_role(tx, person, Role.CLASS_TEACHER, SchoolClass(each["level"], each["letter"]))
    journal.note(tx, "became-staff", "person", person, school=story.school, by=person, details=Role.CLASS_TEACHER)


def _ask(story: Story, each: dict[str, Any], tx: Transaction) -> None:
    """The curator sends an adult the list of their pupils."""
    about = [story.people[account] for account in each["about"]]
    asks.ask(tx, _programme(story, tx), Party(each["party"]), about, story.curator)


def _note(story: Story, each: dict[str, Any], tx: Transaction) -> None:
    """An adult tells about a pupil of the list."""
    form = catalogue()[form_of(Party(each["party"]))]
    given = Given(tx.now.date(), {})
    answers = form.result(plausible(form, given, each["said"], each["about"]), given)
    sent = Sent(form.key, form.version, story.people[each["about"]], answers)
    if speaker := accounts.speaking(tx, each["by"]):
        notes.receive(tx, speaker, sent)


def _measure(story: Story, account: int, tx: Transaction) -> None:
    """A pupil answers the questions on how it all began."""
    form = catalogue()[FORMS[Kind.PUPIL, Source.SELF]]
    given = Given(tx.now.date(), {})
    answers = form.result(plausible(form, given, {}, account), given)
    sent = Sent(form.key, form.version, subject(story.sides[account], Phase.ENTRY), answers)
    if speaker := accounts.speaking(tx, account):
        measuring.receive_own(tx, speaker, sent)


def _programme(story: Story, tx: Transaction) -> int:
    programme = schools.programme(tx, story.school)
    if programme is None:
        raise LookupError(story.school)
    return programme.id

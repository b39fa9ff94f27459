"""The coded mode, walked through: nothing the bot sends names anybody."""

from __future__ import annotations

import json
from datetime import date

import pytest
from steps_people import add
from steps_school import set_up_school

from mentoring.people import Kind, Name, SchoolClass, Side
from mentoring.privacy_mode import PrivacyMode, ShownAs
from mentoring.refusal import Refusal
from services.privacy_modes import change_privacy
from storage import accounts, links, people
from storage.links import Purpose


async def coded_school(stage, shown_as=ShownAs.CODE):
    """A school in coded mode, its people named on the server: one who mentors, one who is helped, one who is to come."""
    curator = await set_up_school(stage, curator_name=Name("Терентьева", "Вера", "Ивановна"))
    mentor, mentee = await stage.someone(), await stage.someone()
    await mentor.starts()
    await mentee.starts()

    def unit(tx):
        speaker = accounts.speaking(tx, curator.user.id)
        change_privacy(tx, speaker, PrivacyMode.CODED, shown_as)
        school = speaker.school_id
        add(tx, "Гройсман", "Ян", side=Side.MENTOR, phone=mentor, born=date(2011, 4, 7))
        add(tx, "Скворцова", "Дарья", phone=mentee, born=date(2013, 3, 5), entered=False)
        coming = people.add(
            tx, school, Kind.PUPIL, name=Name("Ключева", "Марина", "Олеговна"), birth_date=date(2012, 6, 9),
            school_class=SchoolClass(7, "Б"), admitted_by=speaker.person_id, side=Side.MENTEE,
        )  # fmt: skip
        return links.make(tx, Purpose.PERSONAL, school_id=school, person_id=coming, uses=1).token

    token = await stage.app.database.work(unit)
    stage.app.tripwire.every = 0.0
    return curator, mentor, mentee, token


def said(stage) -> str:
    """Everything the bot sent to anybody, every call of it."""
    return "\n".join(json.dumps(each.params, ensure_ascii=False, default=str) for each in stage.telegram.calls)


def assert_nobody_is_named(stage):
    text = said(stage).casefold()
    for stem in ("гройсман", "ключев", "скворцов", "терентьев", "07.04.2011", "05.03.2013", "09.06.2012"):
        assert stem not in text, text[max(0, text.index(stem) - 300) : text.index(stem) + 100]


@pytest.mark.parametrize("shown_as", list(ShownAs))
async def test_screens_of_the_curator_and_participants_name_nobody(stage, shown_as):
    curator, mentor, mentee, token = await coded_school(stage, shown_as)
    for someone in (curator, mentor, mentee):
        for command in (
            "/menu",
            "/privacy",
            "/today",
            "/people",
            "/match",
            "/roadmap",
            "/invite",
            "/letters",
            "/export",
        ):
            await someone.says(command)
    await curator.says("/people")
    await curator.taps(curator.buttons[0])
    assert ("Ян Г." if shown_as is ShownAs.GIVEN_INITIAL else "У-001") in curator.sees
    assert "7 «А»" not in curator.sees
    pupil = await stage.someone()
    await pupil.starts(token)
    assert_nobody_is_named(stage)
    assert not stage.app.tripwire.tripped, "the first lock held"


async def test_a_surname_is_sought_for_nobody_and_not_kept(stage):
    curator, *_ = await coded_school(stage)
    await curator.says("/people")
    await curator.taps("🔎 Найти")
    await curator.says("Гройсман")
    assert "Ищите по коду" in curator.sees
    kept = await stage.app.database.read(lambda tx: tx.value("SELECT group_concat(sought, '') FROM accounts"))
    assert kept == ""
    await curator.says("/people")
    await curator.taps("🔎 Найти")
    await curator.says("h-3")
    assert any("Н-003" in each for each in curator.buttons), curator.sees
    assert_nobody_is_named(stage)


async def test_what_slips_through_is_held_back_and_the_curator_is_told(stage):
    _, mentor, *_ = await coded_school(stage)
    await stage.app.bot.send_message(mentor.user.id, "Завтра у Гройсмана встреча, а мороз крепкий")
    assert mentor.sees == "Завтра у У-001 встреча, а мороз крепкий"
    assert stage.app.tripwire.tripped["surname"] == 1
    await stage.waits(minutes=20)
    assert "Сработала защита" in said(stage)
    assert_nobody_is_named(stage)


async def test_names_come_back_to_chat_by_no_form(stage):
    curator, *_ = await coded_school(stage)

    def unit(tx):
        speaker = accounts.speaking(tx, curator.user.id)
        with pytest.raises(Refusal, match="privacy-only-tighter"):
            change_privacy(tx, speaker, PrivacyMode.OPEN, ShownAs.CODE)
        return accounts.speaking(tx, curator.user.id).privacy.coded

    assert await stage.app.database.work(unit)

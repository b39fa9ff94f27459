"""Help by what a person is, the language of the interface, the commands a phone offers."""

from __future__ import annotations

import importlib
import pkgutil
import re

import pytest
from aiogram.filters.callback_data import CallbackData
from steps_joining import set_up_school, staff_joins
from steps_matching import guardian_of, ready

import handlers

CYRILLIC = re.compile("[а-яё]", re.IGNORECASE)


@pytest.fixture
async def curator(stage):
    return await set_up_school(stage)


def offered(stage, someone, language="ru"):
    found = stage.telegram.profile.commands_for(someone.user.chat.id, language)
    return [each["command"] for each in found]


async def test_each_is_told_what_concerns_them(stage, curator):
    mentee = await ready(stage, "Петров Илья", "mentee")
    for someone, told in (
        (curator, "Куратору"),
        (mentee.phone, "Наставляемому"),
        (await guardian_of(stage, mentee), "Родителю"),
        (await staff_joins(stage, "head"), "Сотруднику"),
        (await stage.someone(), "нужна ссылка"),
    ):
        await someone.says("/help")
        assert told in someone.sees
        assert ("Куратору" in someone.sees) is (someone is curator)
        assert "/menu" in someone.sees


async def test_whoever_studies_is_told_of_the_quiet_row_on_either_side(stage, curator):
    mentor = await ready(stage, "Котова Марина", "mentor")
    mentee = await ready(stage, "Петров Илья", "mentee")
    for someone, told in ((mentor.phone, True), (mentee.phone, True), (curator, False)):
        await someone.says("/help")
        assert ("строка «Мне неспокойно»" in someone.sees) is told


async def test_the_interface_speaks_english_when_asked_and_russian_again(stage, curator):
    await curator.says("/language")
    assert "✅ Русский" in curator.buttons
    await curator.taps("English")
    assert "I speak English now" in curator.sees
    assert "Today, 11" in curator.sees
    await curator.says("/roadmap")
    assert "Closing the programme" in curator.sees
    assert not CYRILLIC.search("".join(curator.buttons))
    await curator.says("/language")
    await curator.taps("Русский")
    assert "Сегодня, 11 января" in curator.sees


async def test_a_language_without_words_is_not_taken(curator):
    await curator.says("/language")
    await curator.taps_data(curator.screen.id, "lng1:xx")
    await curator.says("/today")
    assert "Сегодня" in curator.sees


async def test_any_phone_offers_what_anyone_can_do_and_a_curator_s_more(stage, curator):
    stranger = await stage.someone()
    assert offered(stage, stranger) == ["menu", "help", "notices", "language", "privacy", "cancel"]
    assert offered(stage, stranger, "en") == ["menu", "help", "notices", "language", "privacy", "cancel"]
    assert {"today", "people", "match", "roadmap", "invite", "export", "broadcast"} <= set(offered(stage, curator))
    head = await staff_joins(stage, "head")
    await head.says("/help")
    assert "roadmap" in offered(stage, head)
    assert "export" not in offered(stage, head)


async def test_every_command_that_is_offered_is_answered(stage, curator):
    for command in offered(stage, curator):
        await curator.says(f"/{command}")
        assert "не понял" not in curator.sees, command
        assert "наша ошибка" not in curator.sees, command


def test_no_two_kinds_of_buttons_begin_alike():
    for module in pkgutil.walk_packages(handlers.__path__, "handlers."):
        importlib.import_module(module.name)
    taps = [each for each in CallbackData.__subclasses__() if each.__module__.startswith("handlers.")]
    prefixes = [each.__prefix__ for each in taps]
    assert len(prefixes) > 50
    assert sorted(prefixes) == sorted(set(prefixes))


async def test_staff_and_a_second_curator_are_offered_their_commands_as_they_join(stage, curator):
    assert "roadmap" in offered(stage, await staff_joins(stage, "head"))
    assert "people" in offered(stage, await staff_joins(stage, "curator", "Вторая Анна"))

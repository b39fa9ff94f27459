"""Every screen and every file of a school in coded mode, tapped by everybody there is: nobody is named on any."""

from __future__ import annotations

import itertools
import logging

import pytest
from crawler import CURATOR, MENTEE, MENTOR, MIDDLE_OF_THE_PROGRAMME, PARENT, PSYCHOLOGIST, Crawler, phone
from looking import inspector
from stage import playing

from bot.rehearsal_school import furnish
from mentoring.people import Kind, Name, Role, SchoolClass
from mentoring.privacy_mode import PrivacyMode, ShownAs
from services.privacy_modes import change_privacy
from storage import accounts, people

CLASS_TEACHER = 503
ROOTS = ("Гжатск", "Кшештоф", "Брулмск", "Цвиндж", "Рхотиаб", "Щедлинск", "Мхитарщ", "Фрунжев")
ENDS = ("ов", "ев", "ин", "ский")
GIVEN = ("Модест", "Прохор", "Елисей", "Савелий"), ("Аглая", "Евдокия", "Пелагея", "Серафима")


FAR = {CURATOR: 130, PSYCHOLOGIST: 25, CLASS_TEACHER: 25, MENTOR: 25, MENTEE: 25, PARENT: 25}
NEAR = {CURATOR: 35, CLASS_TEACHER: 10, MENTOR: 10, MENTEE: 10}
OUTSIDE = pytest.mark.outside
WALKS = [
    pytest.param((ShownAs.GIVEN_INITIAL, NEAR), id="near"),
    *(pytest.param((shown_as, FAR), id=f"far-{shown_as}", marks=OUTSIDE) for shown_as in ShownAs),
]


@pytest.fixture(params=WALKS)
async def school(tmp_path, request):
    """The fictional school, its people under names that are no words, all of it in coded mode; how far each taps."""
    async with playing(tmp_path, MIDDLE_OF_THE_PROGRAMME) as stage:
        await furnish(stage.app)
        stage.shown_as, stage.taps = request.param
        await stage.app.database.work(lambda tx: _coded(tx, stage.shown_as))
        yield stage


def _coded(tx, shown_as):
    names = itertools.product(ROOTS, ENDS)
    for number, (row, (root, end)) in enumerate(zip(tx.all("SELECT * FROM persons ORDER BY id"), names, strict=False)):
        if not row["given"]:
            continue
        woman = row["patronymic"].endswith("на") or row["given"][-1] in "ая"
        ending = {"ский": "ская"}.get(end, f"{end}а") if woman else end
        patronymic = ("Модестовна" if woman else "Модестович") if row["patronymic"] else ""
        people.rename(tx, row["id"], Name(root + ending, GIVEN[woman][number % 4], patronymic))
    school = tx.value("SELECT id FROM schools")
    curator = accounts.speaking(tx, CURATOR)
    teacher = people.add(
        tx, school, Kind.STAFF, name=Name("Кшнакова", "Аглая", "Модестовна"), admitted_by=curator.person_id
    )
    people.give_role(tx, teacher, Role.CLASS_TEACHER, SchoolClass(7, "Б"))
    accounts.speak_for(tx, accounts.meet(tx, CLASS_TEACHER, "ru").account_id, teacher)
    change_privacy(tx, accounts.speaking(tx, CURATOR), PrivacyMode.CODED, shown_as)


async def test_no_screen_and_no_file_names_anybody(school, caplog):
    caplog.set_level(logging.ERROR)
    for account, most in school.taps.items():
        crawler = Crawler(await phone(school, account), most, each=2)
        crawler.tapped["lng1:en"] = 0  # in Russian all the way: its words are declined
        await crawler.goes_everywhere()
    faults = (await inspector(school, given=school.shown_as is ShownAs.GIVEN_INITIAL)).faults(school)
    assert not faults, f"{len(faults)}:\n" + "\n".join([*dict.fromkeys(faults)][:40])
    assert not school.app.tripwire.tripped
    assert not caplog.records, caplog.text

"""A questionnaire is found by school and version."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from mentoring.questionnaire_catalogue import catalogue, sources
from mentoring.settings import Settings
from mentoring.xlsform_tables import tables_of
from services.questionnaire_forms import Forms
from storage import form_versions, schools
from storage.database import Database
from storage.migrate import migrate

KEY = "entry_mentee_pupil_pupil"
NOW = datetime(2027, 1, 31, 9, 0, tzinfo=UTC)


@pytest.fixture
async def database(tmp_path):
    path = tmp_path / "mentoring.db"
    migrate(path)
    async with Database.open(path, lambda: NOW) as database:
        yield database


def bring(tx, school, version, title, *, put=True):
    tables = tables_of(sources()[KEY])
    source = tables.named(version, {}).source().replace("Анкета наставляемого", title)
    made = form_versions.add(tx, school=school, form=KEY, version=version, source=source, digest=title, by=None)
    if put:
        form_versions.put_in_force(tx, made)


async def titles(database, forms, school, *versions):
    def query(tx):
        now = forms.in_force(tx, school, KEY).title.to("ru")
        return [now, *(forms.of(tx, school, KEY, version).title.to("ru") for version in versions)]

    return await database.read(query)


async def test_a_schools_version_is_its_own_and_answers_keep_theirs(database):
    forms = Forms(catalogue())

    def unit(tx):
        first, second = schools.add(tx, Settings()), schools.add(tx, Settings())
        bring(tx, first, "1-1", "Первая")
        bring(tx, first, "1-2", "Вторая")
        bring(tx, first, "1-3", "Только проба", put=False)
        return first, second

    first, second = await database.work(unit)
    assert await titles(database, forms, first, "1", "1-1", "1-3") == [
        "Вторая",
        "Анкета наставляемого",
        "Первая",
        "Только проба",
    ]
    assert await titles(database, forms, second, "1-1") == ["Анкета наставляемого", "Анкета наставляемого"]


async def test_a_shipped_version_stays_readable_after_the_next_release(database):
    def unit(tx):
        school = schools.add(tx, Settings())
        bring(tx, None, "0", "Как было в прошлом выпуске", put=False)
        form_versions.keep_shipped(tx, [(KEY, "0", "", "не эта")])
        return school

    school = await database.work(unit)
    found = await titles(database, Forms(catalogue()), school, "0", "никакая")
    assert found == ["Анкета наставляемого", "Как было в прошлом выпуске", "Анкета наставляемого"]


async def test_the_version_in_force_and_any_known_one_cost_no_query_to_read(database):
    forms = Forms(catalogue())

    def unit(tx):
        school = schools.add(tx, Settings())
        bring(tx, school, "1-1", "Своя")
        return school

    school = await database.work(unit)
    await titles(database, forms, school, "1-1")
    assert forms.of(None, school, KEY, "1-1").title.to("ru") == "Своя"
    assert forms.of(None, school, KEY, "1") is catalogue()[KEY]

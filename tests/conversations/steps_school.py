"""Steps of a school's first day, for conversations that begin after it."""

from __future__ import annotations

from mentoring.people import Kind, Name, Role
from storage import accounts, people

SETTING_UP = ("МБОУ «Школа № 5»", "Школа № 5", "г. Энск", "Образцова Анна Петровна")


async def set_up_school(stage):
    """A curator who has set the school up: 11 January to 30 June 2027, both forms, a paper from guardians."""
    curator = await stage.curator()
    await curator.taps("Настроить школу")
    await curator.says(*SETTING_UP)
    await curator.taps("Оставить: Директор", "Москва", "11", "›", "›", "›", "›", "›", "30")
    return await curator.taps("Готово", "Ответ здесь и бумага", "Отправить")


async def staff_member(stage, role, name=None):
    """Somebody of the staff with a phone, in one role; a name is family, given name and patronymic."""
    someone = await stage.someone()
    await someone.starts()

    def unit(tx):
        school = tx.value("SELECT min(id) FROM schools")
        person = people.add(tx, school, Kind.STAFF, name=name or Name("Иванов", "Пётр", "Олегович"), admitted_by=1)
        people.give_role(tx, person, Role(role))
        account = accounts.speaking(tx, someone.user.id).account_id
        accounts.speak_for(tx, account, person)
        return person

    someone.person_id = await stage.app.database.work(unit)
    return someone

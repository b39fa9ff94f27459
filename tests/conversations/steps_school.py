"""Steps of a school's first day, for conversations that begin after it."""

from __future__ import annotations

from mentoring.people import Kind, Name, Role
from mentoring.settings import GuardianRule
from services.filling import Sent
from storage import accounts, people, switches


async def set_up_school(
    stage,
    guardian_rule=GuardianRule.PAPER,
    forms=("pupil_pupil", "teacher_teacher"),
    name="Школа № 5",
    curator_name=None,
    digest="",
):
    """A curator of a school set up: 11 January to 30 June 2027. What `test_setup` does by tapping is sent at once here."""
    curator = await stage.curator()
    answers = {
        "school_name": f"МБОУ «{name}»",
        "school_short": name,
        "town": "г. Энск",
        "director_name": "Образцова Анна Петровна",
        "director_post": "Директор",
        "time_zone": "Europe_Moscow",
        "programme_start": "2027-01-11",
        "programme_end": "2027-06-30",
        "forms": tuple(forms),
        "guardian_rule": str(guardian_rule),
    }

    def unit(tx):
        speaker = accounts.speaking(tx, curator.user.id)
        stage.app.parts.schools.receive_setup(tx, speaker, Sent("setup", "1", 0, answers))
        if curator_name:
            people.rename(tx, speaker.person_id, curator_name)
        switches.choose_digest_hour(tx, speaker.person_id, digest)

    await stage.app.database.work(unit)
    return await curator.starts()


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

"""Steps of joining that other conversations begin with: a school set up, people come in, parents agree, curators admit."""

from __future__ import annotations

import re

import steps_school
from stage import Someone, Stage

from mentoring.people import Name
from mentoring.settings import GuardianRule
from storage import links
from storage.links import Purpose

LINK = re.compile(r"https://t\.me/\S+\?start=\w+")
_SIDES = {"mentee": "Мне нужен наставник", "mentor": "Хочу быть наставником"}


async def set_up_school(
    stage: Stage,
    guardian_rule: str = GuardianRule.TAP,
    forms: tuple[str, ...] = ("pupil_pupil", "teacher_teacher"),
    name: str = "Школа № 5",
) -> Someone:
    """A school set up by its first curator, who is returned; its programme runs till June."""
    return await steps_school.set_up_school(stage, guardian_rule, forms, name, Name("Кураторова", "Вера", "Ивановна"))


async def join_link(stage: Stage, role: str = "", school: int = 1) -> str:
    """The token of an open join link, for anyone or for one kind of people."""
    return await _link(stage, Purpose.JOIN, role, school)


async def staff_link(stage: Stage, role: str, school: int = 1) -> str:
    """The token of a staff invitation."""
    return await _link(stage, Purpose.STAFF, role, school)


async def _link(stage: Stage, purpose: Purpose, role: str, school: int) -> str:
    def unit(tx):
        curator = tx.value(
            "SELECT r.person_id FROM staff_roles r JOIN persons p ON p.id = r.person_id "
            "WHERE r.role = 'curator' AND p.school_id = :school",
            school=school,
        )
        return links.make(tx, purpose, school_id=school, role=role, made_by=curator).token

    return await stage.app.database.work(unit)


async def pupil_joins(
    stage: Stage,
    name: str = "Петров Илья",
    side: str = "mentee",
    birth: str = "12.05.2013",
    class_: str = "7Б",
    agrees: bool = True,
) -> Someone:
    """A pupil comes by an open link, agrees, and gives name («Фамилия Имя [Отчество]») and class («7Б», «10»)."""
    pupil = await stage.someone(name)
    await pupil.starts(await join_link(stage, "pupil"))
    await pupil.taps(_SIDES[side])
    await pupil.says(birth)
    assert "Согласие на участие" in pupil.sees, pupil.sees
    if not agrees:
        return await pupil.taps("Не согласен(на)")
    await pupil.taps("Согласен(на)")
    await _names(pupil, name)
    level, letter = re.fullmatch(r"(\d+)(\w?)", class_).groups()
    await pupil.taps(level)
    return await pupil.says(letter) if letter else await pupil.taps("Пропустить")


async def teacher_joins(
    stage: Stage, name: str = "Учителева Мария Петровна", side: str = "mentor", post: str = "учитель физики"
) -> Someone:
    """A teacher comes by an open link, agrees, and gives name and post."""
    teacher = await stage.someone(name)
    await teacher.starts(await join_link(stage, "teacher"))
    await teacher.taps(_SIDES[side], "Согласен(на)")
    await _names(teacher, name)
    return await teacher.says(post)


async def outsider_joins(stage: Stage, name: str = "Партнёров Олег", workplace: str = "ООО «Завод»") -> Someone:
    """A partner of the school comes by an open link, agrees, and gives name and place of work."""
    partner = await stage.someone(name)
    await partner.starts(await join_link(stage, "partner"))
    await partner.taps("Согласен(на)")
    await _names(partner, name)
    return await partner.says(workplace)


async def guardian_token(pupil: Someone) -> str:
    """The token of the link that a pupil hands on to a parent."""
    if not LINK.search(pupil.sees):
        await pupil.starts()
        await pupil.taps("Ссылка для родителя")
    return LINK.search(pupil.sees)[0].rpartition("=")[2]


async def parent_agrees(
    pupil: Someone, name: str = "Петрова Ольга Ивановна", parent: Someone | None = None, agrees: bool = True
) -> Someone:
    """A parent opens the pupil's link on a phone of their own (or `parent`'s), answers and gives a name."""
    newcomer = parent is None
    parent = parent or await pupil.stage.someone(name)
    await parent.starts(await guardian_token(pupil))
    assert "Ребёнок:" in parent.sees, parent.sees
    await parent.taps("Согласен(на)" if agrees else "Не согласен(на)")
    if agrees and newcomer:
        await _names(parent, name)
    return parent


async def curator_admits_all(curator: Someone) -> Someone:
    """The curator lets everyone in who is new."""
    await curator.starts()
    await curator.taps("Все разделы", "Новые участники")
    all_of_them = any(button.startswith("Принять всех") for button in curator.buttons)
    return await curator.taps("Принять всех" if all_of_them else "Принять")


async def staff_joins(stage: Stage, role: str, name: str = "Сотрудников Пётр Ильич") -> Someone:
    """A member of staff comes by an invitation that carries the role, and gives a name."""
    someone = await stage.someone(name)
    await someone.starts(await staff_link(stage, role))
    await _names(someone, name)
    return someone


async def _names(someone: Someone, name: str) -> None:
    family, given, *rest = name.split()
    await someone.says(family, given)
    if rest:
        await someone.says(rest[0])
    else:
        await someone.taps("Пропустить")

"""Steps of matching: people who are ready for it, put in by storage, with or without a phone; pairs asked and at work."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from stage import Someone, Stage

from mentoring.people import Kind, Name, SchoolClass
from storage import accounts, drafts, matches, people, schools
from storage.matches import State

FREE = ("tue_2", "thu_2")


@dataclass
class Ready:
    """Someone ready for matching."""

    person: int
    participation: int
    name: str
    phone: Someone | None = None


async def ready(
    stage: Stage,
    name: str,
    side: str = "mentee",
    *,
    kind: str = "pupil",
    class_: tuple[int, str] | None = None,
    birth: date | None = None,
    areas: tuple[str, ...] = ("physics",),
    free: tuple[str, ...] = FREE,
    places: int = 2,
    model: str = "leader",
    phone: bool = True,
    school: int = 1,
    applied: bool = True,
    **answers,
) -> Ready:
    """One person («Фамилия Имя Отчество») with consents, an admission, a confirmed form and both questionnaires."""
    level = class_ or ((10, "А") if side == "mentor" else (7, "Б"))
    birth = birth or (date(2010, 5, 5) if side == "mentor" else date(2013, 5, 5))
    if kind == "teacher":
        birth = date(1980, 5, 5)
    given = {"areas": areas, "free": free, "meets": "any", **answers}
    given |= {"places": places, "competences": "Кружок физики"} if side == "mentor" else {"request": "Помочь с физикой"}

    def unit(tx):
        curator = tx.value("SELECT person_id FROM staff_roles WHERE role = 'curator'")
        programme = schools.programme(tx, school)
        person = people.add(
            tx,
            school,
            Kind(kind),
            name=Name(*name.split()),
            birth_date=birth,
            school_class=SchoolClass(*level) if kind == "pupil" else None,
            post="" if kind == "pupil" else "учитель физики",
            admitted_by=curator,
        )
        for capacity in ("assent", "guardian") if kind == "pupil" else ("self",):
            tx.insert(
                "consents",
                person_id=person,
                purpose="participation",
                capacity=capacity,
                way="tap",
                answer="agreed",
                text_version="1",
                text_hash="x",
                given_at=tx.now,
            )
        participation = tx.insert(
            "participations",
            programme_id=programme.id,
            person_id=person,
            side=side,
            form=f"{kind}_{kind}",
            role_model=model if kind == "pupil" else "experienced_young",
            form_confirmed_at=tx.now,
            places=places if side == "mentor" else 0,
            joined_at=tx.now,
            applied_at=tx.now if applied else None,
            entered_at=tx.now if applied else None,
        )
        if applied:
            drafts.send(
                tx,
                school=school,
                person=person,
                form=f"application_{side}_{kind}",
                version="1",
                about=participation,
                answers=given,
            )
            entry = f"entry_{side}_{kind}_{kind}"
            drafts.send(tx, school=school, person=person, form=entry, version="1", about=participation, answers={})
        return person, participation

    person, participation = await stage.app.database.work(unit)
    found = Ready(person, participation, name)
    if phone:
        found.phone = await with_phone(stage, person, name)
    return found


async def with_phone(stage: Stage, person: int, name: str = "Кто-то") -> Someone:
    """A phone of a person already there; nothing is on its screen but the greeting."""
    someone = await stage.someone(name)
    await someone.starts()

    def unit(tx):
        accounts.speak_for(tx, accounts.meet(tx, someone.user.id, "ru").account_id, person)

    await stage.app.database.work(unit)
    return someone


async def guardian_of(
    stage: Stage, child: Ready, name: str = "Петрова Ольга Ивановна", *, known: bool = True
) -> Someone:
    """A parent with a phone, of whom the school has made sure unless they are not `known`."""

    def unit(tx):
        guardian = people.add(tx, 1, Kind.GUARDIAN, name=Name(*name.split()))
        tx.run(
            "INSERT INTO guardianships (guardian_id, child_id, since, confirmed_at) VALUES (:g, :c, :now, :known)",
            g=guardian,
            c=child.person,
            now=tx.now,
            known=tx.now if known else None,
        )
        return guardian

    return await with_phone(stage, await stage.app.database.work(unit), name)


async def ready_participants(
    stage: Stage, mentees: int = 2, mentors: int = 1, *, places: int = 2, phones: bool = True
) -> tuple[list[Ready], list[Ready]]:
    """Several ready pupils on both sides: (mentees, mentors)."""
    letters = "АБВГДЕЖЗИКЛМНОП"
    first = [await ready(stage, f"Учеников{letters[n]} Илья", "mentee", phone=phones) for n in range(mentees)]
    second = [
        await ready(stage, f"Наставников{letters[n]} Марина", "mentor", places=places, phone=phones)
        for n in range(mentors)
    ]
    return first, second


async def asked_pair(stage: Stage, curator: Someone, **values) -> tuple[Ready, Ready]:
    """One mentee and one mentor whose pair the curator has just confirmed: (mentee, mentor)."""
    mentee = await ready(stage, "Петров Илья", "mentee", **values)
    mentor = await ready(stage, "Котова Марина", "mentor")
    await curator.says("/match")
    if "ученик – ученик" in curator.buttons:
        await curator.taps("ученик – ученик")
    await curator.taps("Смотреть пары", "Подтвердить")
    return mentee, mentor


async def agreed_pair(stage: Stage, curator: Someone) -> tuple[Ready, Ready]:
    """The same, and both have agreed."""
    pair = await asked_pair(stage, curator)
    for each in pair:
        await each.phone.taps("Посмотреть предложение", "Согласен(на)")
    return pair


async def active_pair(stage: Stage, mentee: str = "Петров Илья", mentor: str = "Котова Марина") -> tuple[Ready, Ready]:
    """A pair whose order is signed, put in by storage: (mentee, mentor), both with phones."""
    pair = await ready(stage, mentee, "mentee"), await ready(stage, mentor, "mentor")
    await stage.app.database.work(lambda tx: insert_active(tx, *pair))
    return pair


def insert_active(tx, mentee: Ready, mentor: Ready) -> int:
    """An active pair under a signed order; returns the match's id."""
    programme = schools.programme(tx, 1).id
    member = matches.begin(
        tx,
        programme=programme,
        form=tx.value("SELECT form FROM participations WHERE id = :id", id=mentee.participation),
        role_model="leader",
        mentor=(mentor.participation, mentor.person),
        mentee=mentee.participation,
        places=3,
        by=None,
        state=State.ACTIVE,
    )
    order = tx.insert("orders", programme_id=programme, number="1-ОД", signed_on=tx.now.date(), made_at=tx.now)
    tx.run("INSERT INTO order_lines (order_id, member_id) VALUES (:o, :m)", o=order, m=member)
    return matches.get(tx, member).match_id


async def members(stage: Stage) -> list[tuple[str, int]]:
    """Every member there ever was: state and place."""
    rows = await stage.app.database.read(lambda tx: tx.all("SELECT state, place FROM members ORDER BY id"))
    return [(row["state"], row["place"]) for row in rows]

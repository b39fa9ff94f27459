"""Steps for conversations about many people: they are put into the school by its tables, as if they had joined."""

from __future__ import annotations

from datetime import date

from mentoring.people import FORMS_OF, Kind, Name, SchoolClass, Side
from storage import accounts, drafts, people


async def known(stage, family, given="Илья", *, kind=Kind.PUPIL, side=Side.MENTEE, school_class="7Б", **more):
    """Put a person into the school, and return the id; `more`: see `_add`."""
    return await stage.app.database.work(lambda tx: add(tx, family, given, kind, side, school_class, **more))


def _form(tx, programme, kind, side):
    run = {row["form"] for row in tx.all("SELECT form FROM programme_forms WHERE programme_id = :id", id=programme)}
    return next((form for form in FORMS_OF.get((kind, side), ()) if form in run), "")


def add(
    tx, family, given="Илья", kind=Kind.PUPIL, side=Side.MENTEE, school_class="7Б", *, patronymic="", complete=True,
    consents=True, paper=True, admitted=True, applied=True, entered=True, form=True, born=date(2013, 3, 5), phone=None,
):  # fmt: skip
    """A person of the first school; everything is there unless it is said to be missing. `phone` is a Someone."""
    school = tx.value("SELECT min(id) FROM schools")
    curator = tx.value("SELECT person_id FROM staff_roles WHERE role = 'curator'")
    of_class = None
    if kind is Kind.PUPIL and school_class:
        of_class = SchoolClass(int(school_class[:-1]), school_class[-1])
    person = people.add(
        tx, school, kind, name=Name(family, given, patronymic), birth_date=born if kind is Kind.PUPIL else date(1990, 5, 1),
        school_class=of_class, admitted_by=curator if admitted else None,
    )  # fmt: skip
    if side is not None:
        programme = tx.value("SELECT id FROM programmes WHERE school_id = :id", id=school)
        tx.insert(
            "participations", programme_id=programme, person_id=person, side=side, form=_form(tx, programme, kind, side),
            places=2 if side is Side.MENTOR else 0, joined_at=tx.now,
            form_confirmed_at=tx.now if form and complete else None,
            applied_at=tx.now if applied and complete else None,
            entered_at=tx.now if entered and complete else None,
        )  # fmt: skip
    if consents and complete:
        _consents(tx, person, minor=kind is Kind.PUPIL, paper=paper)
    if phone is not None:
        account = accounts.meet(tx, phone.user.id, "ru")
        accounts.speak_for(tx, account.account_id, person)
    return person


def consent(tx, person, capacity, way="tap", answer="agreed"):
    """One answer about a person's data."""
    tx.insert(
        "consents", person_id=person, purpose="participation", capacity=capacity, way=way, answer=answer,
        text_version="1", text_hash="x", given_at=tx.now,
    )  # fmt: skip


def _consents(tx, person, *, minor, paper):
    if not minor:
        consent(tx, person, "self")
        return
    consent(tx, person, "assent")
    consent(tx, person, "guardian")
    if paper:
        consent(tx, person, "guardian", "paper")


def sent(tx, person, form, answers, about=0):
    """A questionnaire a person has sent."""
    school = tx.value("SELECT school_id FROM persons WHERE id = :id", id=person)
    drafts.send(tx, school=school, person=person, form=form, version="1", about=about, answers=answers)

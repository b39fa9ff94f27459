"""Schools, what each has chosen, and its open programme."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from datetime import date

from mentoring.people import MentoringForm
from mentoring.settings import Settings, from_texts
from storage.database import Transaction
from storage.moments import to_date


@dataclass(frozen=True, slots=True)
class School:
    """A school's details, as its papers name them."""

    id: int
    full_name: str
    short_name: str
    town: str
    director_name: str
    director_post: str
    set_up: bool
    address: str = ""
    taxpayer_number: str = ""
    register_number: str = ""
    contact: str = ""
    sites: tuple[str, ...] = ()  # exact addresses people may be shown at
    partners: tuple[str, ...] = ()  # organisations data may be passed to


@dataclass(frozen=True, slots=True)
class Programme:
    """The open programme of a school: its dates, and the forms it runs with the most mentees of a mentor."""

    id: int
    school_id: int
    starts_on: date
    ends_on: date
    forms: dict[MentoringForm, int]


def add(tx: Transaction, defaults: Settings) -> int:
    """A new school, not yet set up, with the first defaults written down as its own."""
    school = tx.insert("schools", created_at=tx.now)
    choose(tx, school, **{name: str(value) for name, value in asdict(defaults).items()})
    return school


def get(tx: Transaction, school_id: int) -> School:
    """The school's details."""
    row = tx.one("SELECT * FROM schools WHERE id = :id", id=school_id)
    if row is None:
        raise LookupError(school_id)
    return School(
        id=row["id"],
        full_name=row["full_name"],
        short_name=row["short_name"],
        town=row["town"],
        director_name=row["director_name"],
        director_post=row["director_post"],
        set_up=row["set_up_at"] is not None,
        address=row["address"],
        taxpayer_number=row["taxpayer_number"],
        register_number=row["register_number"],
        contact=row["contact"],
        sites=tuple(row["sites"].splitlines()),
        partners=tuple(row["partners"].splitlines()),
    )


def settings(tx: Transaction, school_id: int) -> Settings:
    """What the school has chosen."""
    rows = tx.all("SELECT name, value FROM settings WHERE school_id = :id", id=school_id)
    return from_texts({row["name"]: row["value"] for row in rows})


def choose(tx: Transaction, school_id: int, **values: str) -> None:
    """Write settings down."""
    tx.run_many(
        "INSERT INTO settings (school_id, name, value) VALUES (:school, :name, :value) "
        "ON CONFLICT (school_id, name) DO UPDATE SET value = excluded.value",
        [{"school": school_id, "name": name, "value": value} for name, value in values.items()],
    )


def programme(tx: Transaction, school_id: int) -> Programme | None:
    """The open programme, if there is one."""
    row = tx.one("SELECT * FROM programmes WHERE school_id = :school AND closed_at IS NULL", school=school_id)
    if row is None:
        return None
    forms = tx.all(
        "SELECT form, most_mentees FROM programme_forms WHERE programme_id = :id ORDER BY form", id=row["id"]
    )
    return Programme(
        id=row["id"],
        school_id=school_id,
        starts_on=to_date(row["starts_on"]),
        ends_on=to_date(row["ends_on"]),
        forms={MentoringForm(each["form"]): each["most_mentees"] for each in forms},
    )


def allow(tx: Transaction, programme_id: int, form: MentoringForm, most: int) -> bool:
    """Set the most mentees of a mentor in a form; False when the programme does not run it."""
    return bool(
        tx.run(
            "UPDATE programme_forms SET most_mentees = :most WHERE programme_id = :id AND form = :form",
            most=most,
            id=programme_id,
            form=form,
        )
    )

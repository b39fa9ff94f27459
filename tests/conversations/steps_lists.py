"""A school in a file, set up by its tables, and lists as a secretary saves them."""

from __future__ import annotations

from contextlib import asynccontextmanager
from datetime import UTC, datetime
from io import BytesIO

from openpyxl import Workbook

from mentoring.people import Kind, Name, Role
from mentoring.privacy_mode import PrivacyMode
from mentoring.settings import Settings
from services.operator import place
from storage import people, schools
from storage.database import Database
from storage.migrate import migrate

NOW = datetime(2027, 1, 11, 12, tzinfo=UTC)


def furnish(tx):
    """A school in coded mode with a curator and an open programme."""
    school = schools.add(tx, Settings(privacy_mode=PrivacyMode.CODED))
    tx.run("UPDATE schools SET full_name = 'МБОУ «Школа № 5»', short_name = 'Школа № 5', set_up_at = :now", now=tx.now)
    programme = tx.insert("programmes", school_id=school, starts_on="2027-01-11", ends_on="2027-06-30")
    for form in ("pupil_pupil", "teacher_teacher"):
        tx.run(
            "INSERT INTO programme_forms (programme_id, form, most_mentees) VALUES (:programme, :form, 3)",
            programme=programme,
            form=form,
        )
    curator = people.add(tx, school, Kind.STAFF, name=Name("Кураторова", "Ирина", "Львовна"), admitted_by=None)
    people.give_role(tx, curator, Role.CURATOR)
    return school


@asynccontextmanager
async def a_school(path, now=NOW):
    """The database of such a school, open, and its place for the operator."""
    migrate(path)
    async with Database.open(path, lambda: now) as database:
        await database.work(furnish)
        yield database, await place(database)


def csv(*lines: str) -> bytes:
    """A table as Excel saves it in Russian."""
    return "\r\n".join(lines).encode("cp1251")


def xlsx(*rows) -> bytes:
    """The same as a workbook."""
    return sheets(rows)


def sheets(*pages) -> bytes:
    """A workbook of several sheets: Sheet, Sheet1, …"""
    book = Workbook()
    for number, rows in enumerate(pages):
        page = book.create_sheet() if number else book.active
        for row in rows:
            page.append(list(row))
    file = BytesIO()
    book.save(file)
    return file.getvalue()

"""Pairs at work in a real file, the real services and the real delivery; who is written to is a list of what was said.

What was said is looked up in the file again through a connection of its own, at the moment of saying.
"""

from __future__ import annotations

import shutil
import sqlite3
from contextlib import AsyncExitStack, closing
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from types import SimpleNamespace

from aiogram.exceptions import TelegramForbiddenError
from aiogram.methods import SendMessage
from life_rules import LAST_DAY, Calendar
from steps_meetings import match
from steps_people import add, consent

from bot.clock import MovableClock
from bot.delivery import Delivery
from bot.pace import Pace
from bot.parts import parts
from bot.settings import BotSettings
from bot.workshop import Workshop
from handlers import notice_views
from handlers.screen import screen
from locales.words import Words
from mentoring.consents import Purpose
from mentoring.partings import Ground
from mentoring.people import Kind, MentoringForm, Name, Role, Side
from mentoring.school_days import Holiday
from mentoring.settings import Settings
from services import calls, ending
from services.filling import Sent
from services.withdrawing import come_back, withdraw
from storage import accounts, matches, people, school_days, schools
from storage.database import Database, Transaction
from storage.migrate import migrate

PHONE = 5000  # a person's phone is this and their id
ABOUT_MEETINGS = {
    "meeting-set", "meeting-moved", "meeting-called-off", "meeting-day", "meeting-hour", "meeting-how",
    "meeting-how-again", "meeting-took-place", "meeting-cannot", "meeting-asked-to-move",
}  # fmt: skip
_ASKED_BY_EACH = {"meeting-cannot", "meeting-asked-to-move"}  # of a group each may say no: one word for each


def template(folder: Path) -> Path:
    """A school with four pairs: two pupils, a teacher with two pupils, a teacher with two colleagues apart."""
    path = folder / "template.db"
    migrate(path)
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        connection.row_factory = sqlite3.Row
        _furnish(Transaction(connection, datetime(2026, 12, 1, tzinfo=UTC)))
    return path


def _furnish(tx) -> None:
    school = schools.add(tx, Settings())
    tx.run("UPDATE schools SET set_up_at = :now, full_name = 'Школа № 5', short_name = 'Школа № 5'", now=tx.now)
    programme = tx.insert("programmes", school_id=school, starts_on=date(2026, 12, 1), ends_on=LAST_DAY)
    for form in (MentoringForm.PUPIL_PUPIL, MentoringForm.TEACHER_PUPIL, MentoringForm.TEACHER_TEACHER):
        tx.run("INSERT INTO programme_forms (programme_id, form, most_mentees) VALUES (:p, :f, 3)", p=programme, f=form)
    curator = people.add(tx, school, Kind.STAFF, name=Name("Кураторова", "Вера"))
    people.give_role(tx, curator, Role.CURATOR)
    born = date(2012, 3, 5)
    made = [
        add(tx, family, kind=kind, side=side, school_class="8Б", born=born)
        for family, kind, side in (
            ("Котова", Kind.PUPIL, Side.MENTOR),
            ("Панин", Kind.PUPIL, Side.MENTEE),
            ("Орлова", Kind.TEACHER, Side.MENTOR),
            ("Рябов", Kind.PUPIL, Side.MENTEE),
            ("Белова", Kind.PUPIL, Side.MENTEE),
            ("Седова", Kind.TEACHER, Side.MENTOR),
            ("Юдин", Kind.TEACHER, Side.MENTEE),
            ("Зотов", Kind.TEACHER, Side.MENTEE),
        )
    ]
    tx.run("UPDATE participations SET form = 'teacher_pupil' WHERE person_id = :id", id=made[2])
    tx.run("UPDATE participations SET form = 'teacher_pupil' WHERE person_id IN (:a, :b)", a=made[3], b=made[4])
    order = tx.insert("orders", programme_id=programme, number="1", signed_on=date(2026, 12, 2), made_at=tx.now)
    for mentor, *mentees in ((made[0], made[1]), (made[2], made[3], made[4]), (made[5], made[6]), (made[5], made[7])):
        for row in tx.all("SELECT id FROM members WHERE match_id = :id", id=match(tx, mentor, *mentees)):
            tx.run("INSERT INTO order_lines (order_id, member_id) VALUES (:o, :m)", o=order, m=row["id"])
    for person in (curator, *made):
        accounts.speak_for(tx, accounts.meet(tx, PHONE + person, "ru").account_id, person)


class Said:
    """One thing that was said: the notice, what its words were given, when."""

    def __init__(self, notice, values, at: datetime) -> None:
        self.notice, self.values, self.at = notice, values, at

    @property
    def key(self) -> tuple[str, int, int, int, datetime]:
        each = self.notice
        return each.kind, each.person_id, each.about, each.revision, self.at

    def __repr__(self) -> str:
        return f"{self.notice.kind} to {self.notice.person_id} at {self.at:%d.%m %H:%M}"


class World:
    """A file, the services over it, and phones that take down what they are told."""

    def __init__(self, path: Path, at: datetime, calendar: Calendar) -> None:
        self.path, self.calendar = path, calendar
        self.clock = MovableClock(at)
        self.said: list[Said] = []
        self.wrong: list[str] = []
        self.blocked: set[int] = set()  # persons
        self._stack = AsyncExitStack()
        self._viewed: Said | None = None

    async def open(self) -> World:
        """Open the file and wire everything as in production, save the messenger."""
        database = await self._stack.enter_async_context(Database.open(self.path, self.clock))
        settings = BotSettings(_env_file=None, bot_token="42:TEST", data_dir=self.path.parent)
        self.database = database
        self.parts = parts(database, settings, Workshop(apart=False))
        words, views = Words.shipped(), notice_views()

        def view_of(kind):
            def view(say, values, notice):
                self._viewed = Said(notice, dict(values), self.clock())
                known = views.get(kind)
                return known(say, values, notice) if known else screen(say(f"notice-{kind}", **values))

            return view

        async def at_once(seconds: float) -> None:
            return None

        recording = SimpleNamespace(get=view_of)
        self.delivery = Delivery(self, self.parts.notices, words, recording, self.clock, Pace(at_once))
        await database.work(self._chooses)
        self.look = sqlite3.connect(self.path)
        self.look.row_factory = sqlite3.Row
        self.kinds = {row["id"]: row["kind"] for row in self.look.execute("SELECT id, kind FROM persons")}
        return self

    def _chooses(self, tx) -> None:
        schools.choose(tx, 1, time_zone=self.calendar.zone)
        for first, last in self.calendar.holidays:
            school_days.add(tx, 1, Holiday(first, last))

    async def close(self) -> None:
        self.look.close()
        await self._stack.aclose()
        for each in self.path.parent.glob(self.path.name + "*"):
            each.unlink()

    # The messenger

    async def send_message(self, chat_id: int, text: str, reply_markup=None) -> None:
        said, self._viewed = self._viewed, None
        assert said is not None
        person = said.notice.person_id
        if chat_id != PHONE + person:
            self.wrong.append(f"{said} went to {chat_id}")
        if person in self.blocked:
            raise TelegramForbiddenError(SendMessage(chat_id=chat_id, text=text), "Forbidden: bot was blocked")
        self.said.append(said)
        self._check(said)

    def _check(self, said: Said) -> None:
        notice = said.notice
        pupil = self.kinds[notice.person_id] == "pupil"
        if not notice.any_hour and not self.calendar.may_hear(pupil, said.at):
            self.wrong.append(f"{said} in forbidden hours")
        if notice.id in [each.notice.id for each in self.said[:-1]]:
            self.wrong.append(f"{said} went out twice")
        if notice.kind in ABOUT_MEETINGS:
            self._check_meeting(said)

    def _check_meeting(self, said: Said) -> None:
        """By the file, read by another door: the meeting stands so, in a pair at work, at the time that is told."""
        notice = said.notice
        times = sum(each.key[:4] == said.key[:4] for each in self.said)
        if times > (2 if notice.kind in _ASKED_BY_EACH else 1):
            self.wrong.append(f"{said} was said before")
        row = self.look.execute("SELECT * FROM meetings WHERE id = ?", (notice.about,)).fetchone()
        at_work = {
            each[0]
            for each in self.look.execute(
                "SELECT t.person_id FROM members b JOIN participations t ON t.id = b.mentee_id JOIN matches m ON m.id = b.match_id "
                "WHERE b.match_id = ? AND b.state = 'active' AND m.ended_at IS NULL "
                "UNION SELECT b.mentor_person_id FROM members b WHERE b.match_id = ? AND b.state = 'active'",
                (row["match_id"], row["match_id"]),
            )
        }
        starts = datetime.fromisoformat(row["starts_at"]).replace(tzinfo=UTC)
        if notice.person_id not in at_work:
            self.wrong.append(f"{said}, whose work is not on")
        if said.values["match"] != row["match_id"] or said.values["starts"] != starts:
            self.wrong.append(f"{said} tells of {said.values['starts']} in {said.values['match']}, it is {dict(row)}")
        if row["revision"] != notice.revision:
            self.wrong.append(f"{said} is of the past: {dict(row)}")
        after = notice.kind in ("meeting-how", "meeting-how-again", "meeting-took-place")
        if not after and notice.kind != "meeting-called-off" and (row["state"] != "planned" or starts <= said.at):
            self.wrong.append(f"{said} speaks of what is not ahead: {dict(row)}")
        if (notice.kind == "meeting-called-off") != (row["state"] == "cancelled"):
            self.wrong.append(f"{said} of {row['state']}")

    # What people do

    async def speaker(self, person: int):
        return await self.database.read(lambda tx: accounts.speaking(tx, PHONE + person))

    async def logs(self, mentor: int, meeting: int, outcome: str):
        speaker = await self.speaker(mentor)
        sent = Sent("meeting_log", "1", meeting, {"outcome": outcome, "minutes": "45", "result": "good"})
        return await self.database.work(lambda tx: self.parts.meeting_log.receive_log(tx, speaker, sent))

    async def withdraws(self, person: int) -> None:
        def unit(tx):
            one = people.get(tx, person)
            withdraw(tx, one, one, Purpose.PARTICIPATION)

        await self.database.work(unit)

    async def returns(self, person: int, curator: int) -> list[int]:
        """They agree anew, and the curator lets every frozen pair go on that can; returns the other persons of those."""

        def unit(tx):
            one = people.get(tx, person)
            if one.kind is Kind.PUPIL:
                for capacity, way in (("assent", "tap"), ("guardian", "tap"), ("guardian", "paper")):
                    consent(tx, person, capacity, way)
            else:
                consent(tx, person, "self")
            come_back(tx, one, one)
            return people.get(tx, person).withdrawn_at is None

        assert await self.database.work(unit)
        speaker, gone_on = await self.speaker(curator), []
        for each in await self.parts.withdrawing.frozen(speaker):
            if each.ready:
                await self.parts.withdrawing.unfreeze(speaker, each.member.id)
                gone_on.append((each.member.match_id, each.mentee.id))
        return gone_on

    async def ends(self, match_id: int, mentee: int, curator: int) -> None:
        def unit(tx):
            for member in matches.of_match(tx, match_id):
                if member.mentee_person == mentee:
                    ending.close(tx, member, Ground.GOALS, ending.today(tx, 1), curator)

        await self.database.work(unit)

    async def unblocks(self, person: int) -> None:
        await self.database.work(lambda tx: calls.found(tx, PHONE + person))

    async def passes(self, by: timedelta) -> None:
        await self.delivery.advance(self.clock, by)


def copied(source: Path, folder: Path, number: int) -> Path:
    """A fresh copy of the template."""
    return Path(shutil.copyfile(source, folder / f"life-{number}.db"))

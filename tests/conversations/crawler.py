"""Somebody who taps every button there is, and looks at every screen that comes of it."""

from __future__ import annotations

import csv
import re
from collections import Counter, deque
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path

from stage import Someone, Stage

from bot import rehearsal_school

MIDDLE_OF_THE_PROGRAMME = datetime(2027, 2, 5, 12, 10, tzinfo=UTC)  # a Friday, 15:10 in Moscow
CURATOR, PSYCHOLOGIST, MENTOR, MENTEE, PARENT = 501, 502, 512, 523, 541  # phones of the fictional school
QUIET = ("home", "none")  # one is there already; an empty day of a calendar
EACH_KIND = 4  # buttons of one kind that are tapped, however long the list they stand in

COMMANDS = (
    "/start",
    "/menu",
    "/help",
    "/today",
    "/people",
    "/match",
    "/roadmap",
    "/invite",
    "/export",
    "/broadcast",
    "/letters",
    "/letter",
    "/privacy",
    "/language",
    "/cancel",
)


async def phone(stage: Stage, account: int) -> Someone:
    """Somebody of the fictional school with their phone in hand, who has just opened the bot."""
    return await (await stage.someone(f"Телефон {account}", account)).starts()


def families() -> frozenset[str]:
    """Every surname of the fictional school."""
    path = Path(rehearsal_school.__file__).with_name("rehearsal_people.csv")
    with path.open(encoding="utf-8", newline="") as file:
        return frozenset(row["family"] for row in csv.DictReader(file) if len(row["family"]) > 3)


@dataclass
class Crawler:
    """Taps breadth-first, a few buttons of each kind."""

    someone: Someone
    most: int = 250
    each: int = EACH_KIND
    tapped: dict[str, int] = field(default_factory=dict)  # data: the message it stood under
    texts: dict[str, str] = field(default_factory=dict)  # of the screens, by what led there
    faults: list[str] = field(default_factory=list)
    _home: list[str] = field(default_factory=list)
    _ways: dict[str, list[str]] = field(default_factory=dict)
    _waiting: deque[tuple[str, int, str]] = field(default_factory=deque)
    _kinds: Counter[str] = field(default_factory=Counter)

    async def goes_everywhere(self) -> None:
        """Every command, then every button seen, until there is no new one or it has been enough."""
        for command in COMMANDS:
            await self.someone.says(command)
            self._look(command)
        while self._waiting and len(self.tapped) < self.most:
            data, message_id, where = self._waiting.popleft()
            await self._tap(data, message_id, where)
        self._find_dead_ends()

    async def _tap(self, data: str, message_id: int, where: str) -> None:
        telegram = self.someone.stage.telegram
        before = self.someone.user.chat.revision
        self.tapped[data] = message_id
        last = self.someone.screen
        shown = self.someone.user.chat.find(message_id) or last
        in_sight = any(button.data == data for row in shown.keyboard for button in row)  # else long replaced
        await self.someone.taps_data(shown.id, data)
        made = next(reversed(telegram.taps._taps.values()))
        if not made.answered:
            self.faults.append(f"{data} (from {where}): the tap is not answered")
        silent = self.someone.user.chat.revision == before and not made.toast
        if silent and in_sight and not data.startswith(QUIET):
            self.faults.append(f"{data} (from {where}): nothing happens")
        self._look(data)

    def _look(self, where: str) -> None:
        """Note the screen and every button in sight; a file that came with it is no screen."""
        screen = next(each for each in reversed(self.someone.user.chat.from_bot) if each.file is None)
        self.texts[where] = screen.text
        self._ways[where] = [button.data or "" for row in screen.keyboard for button in row]
        if where == "/menu":
            self._home = self._ways[where]
        for message in self.someone.user.chat.visible[-4:]:
            for row in message.keyboard if message.from_bot else ():
                for button in row:
                    self._note(button.data or "", message.id, where)

    def _note(self, data: str, message_id: int, where: str) -> None:
        if not data or data in self.tapped or any(data == each for each, _, _ in self._waiting):
            return
        self._kinds[kind_of(data)] += 1
        if self._kinds[kind_of(data)] <= self.each:
            self._waiting.append((data, message_id, where))

    def _find_dead_ends(self) -> None:
        """A screen without a way home, over as many screens as it takes. Of untapped buttons the kind is known."""
        led = {kind_of(where): {*map(kind_of, ways)} for where, ways in self._ways.items()}
        good = {"home#", *map(kind_of, (where for where, ways in self._ways.items() if ways == self._home))}
        while more := {where for where, ways in led.items() if where not in good and good & ways}:
            good |= more
        for where, ways in self._ways.items():
            if not good & {kind_of(where), *map(kind_of, ways)}:
                self.faults.append(f"{where}: no way home from\n{self.texts[where]}")


def kind_of(data: str) -> str:
    """A kind of button: what it carries with every number left out."""
    return re.sub(r"\d+", "#", data)

"""People around a pair: a curator who confirms, participants who agree; each by what stands on their screen."""

from __future__ import annotations

import random
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

from life import PATIENCE

from simulator import Message, Telegram
from simulator.keyboards import Button


def buttons_of(message: Message, prefix: str) -> list[Button]:
    return [each for row in message.keyboard for each in row if (each.data or "").startswith(prefix)]


@dataclass
class Confirmer:
    """A curator who confirms one proposed pair after the other."""

    telegram: Telegram
    account: int
    confirmed: set[int] = field(default_factory=set)  # participations of mentees, whose pair was shown as confirmed
    doing: int | None = None
    done: bool = False

    @property
    def screen(self) -> Message:
        return self.telegram.users[self.account].chat.last

    def state(self) -> tuple[str, ...]:
        """A pair, the overview, or anything else that is on the screen."""
        if not self.telegram.users[self.account].chat.from_bot:
            return ("nothing",)
        assert "наша ошибка" not in self.screen.text, self.screen.text
        if confirm := buttons_of(self.screen, "mtd1:c:"):
            return ("pair", str(confirm[0].data))
        if look := buttons_of(self.screen, "mtp1:"):
            return ("overview", str(look[0].data))
        if more := buttons_of(self.screen, "mto1:"):
            return ("overview", str(more[0].data))
        if again := buttons_of(self.screen, "mtf1:"):
            return ("forms", str(again[0].data))
        return ("elsewhere", str(self.screen.id))

    async def confirms_everything(self) -> None:
        user = self.telegram.user(self.account)
        before = self.state()
        user.sends_text("/match")
        while not self.done:
            await self.telegram.until(lambda before=before: self.state() != before, PATIENCE)
            before = self.state()
            self.act(before)
        self.telegram.bell.ring()

    def act(self, state: tuple[str, ...]) -> None:
        user = self.telegram.users[self.account]
        if state[0] == "elsewhere":  # shown again after a restart: what was asked since may still come
            user.sends_text("/match")
            return
        if self.doing is not None and "Пара подтверждена" in self.screen.text:
            self.confirmed.add(self.doing)  # anything else may be an earlier screen, shown again after a restart
        self.doing = None
        if state[0] == "pair":
            self.doing = int(state[1].split(":")[3])
            user.taps(buttons_of(self.screen, "mtd1:c:")[0])
        elif look := buttons_of(self.screen, "mtp1:"):
            user.taps(look[0])
        elif state[0] == "forms":
            user.taps(buttons_of(self.screen, "mtf1:")[0])
        else:
            self.done = True


@dataclass
class Agreer:
    """A participant who opens every offer and agrees, once."""

    telegram: Telegram
    account: int
    dice: random.Random
    agreed: set[str] = field(default_factory=set)
    answered: set[str] = field(default_factory=set)  # agreed, and shown so in the same place

    def offered(self) -> Iterator[tuple[Message, Button]]:
        """What is to be tapped now: agreeing where an offer is open, else looking at one."""
        for letter in ("a", "s"):
            for message in self.telegram.users[self.account].chat.from_bot:
                for button in buttons_of(message, "off1:"):
                    _, offer, what = str(button.data).split(":")
                    if what == letter and offer not in self.agreed:
                        yield message, button

    async def agrees(self, over: Callable[[], bool]) -> None:
        user = self.telegram.user(self.account)
        user.starts()
        while not over():
            await self.telegram.until(
                lambda: over() or next(self.offered(), None), 10 * PATIENCE
            )  # the last pair's turn
            message, button = next(self.offered(), (None, None))
            if message is None or button is None:
                return
            _, offer, what = str(button.data).split(":")
            if what == "a":
                self.agreed.add(offer)
            newest = user.chat.last.id
            user.taps_data(message.id, str(button.data))  # of two offers the buttons may say the same
            await self.telegram.until(lambda m=message, b=button, n=newest: over() or self.changed(m, b, n), PATIENCE)
            if what == "a" and not message.deleted and message.text.startswith("✅"):
                self.answered.add(offer)

    def changed(self, message: Message, button: Button, newest: int) -> bool:
        """Whether there is an answer to a tap: another screen in its place, or a newer one below."""
        last = self.telegram.users[self.account].chat.last
        assert "наша ошибка" not in last.text
        return message.deleted or last.id != newest or button not in buttons_of(message, "off1:")

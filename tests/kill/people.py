"""People who fill in questionnaires by what they see, and remember what they were told is saved."""

from __future__ import annotations

import random
from collections.abc import Iterator
from dataclasses import dataclass, field

from life import PATIENCE

from simulator import Message, Telegram
from simulator.keyboards import Button

TICK = "✅ "
State = tuple[object, ...]


@dataclass
class Filler:
    """Somebody who answers as soon as a question is on the screen, and never acts twice on the same one."""

    telegram: Telegram
    account: int
    dice: random.Random
    saved: dict[tuple[str, int], tuple[str, ...]] = field(default_factory=dict)
    doing: tuple[str, int] | None = None  # the question acted on, its answer not shown yet
    form: str = ""
    done: bool = False
    count: int = 0

    @property
    def screen(self) -> Message:
        return self.telegram.users[self.account].chat.last

    def buttons(self, prefix: str) -> list[Button]:
        return [each for row in self.screen.keyboard for each in row if (each.data or "").startswith(prefix)]

    def step(self, letter: str) -> Button | None:
        return next((each for each in self.buttons("qs1:") if (each.data or "").endswith(f":{letter}")), None)

    def state(self) -> State:
        """Where this person is, by the screen: the same question with the same ticks is the same place."""
        if not self.telegram.users[self.account].chat.from_bot:
            return ("nothing",)
        assert "наша ошибка" not in self.screen.text, self.screen.text
        if send := self.step("y"):
            return ("review", send.data)
        if go_on := self.step("r"):
            return ("resume", go_on.data)
        if later := self.step("l"):
            return ("question", later.data, self.ticks())
        return ("home", *[each.data for each in self.buttons("fil1:")])

    def ticks(self) -> tuple[str, ...]:
        return tuple(each.text.removeprefix(TICK) for each in self.buttons("qo1:") if each.text.startswith(TICK))

    async def fills_everything(self) -> None:
        """Go on until there is nothing to fill in."""
        user = self.telegram.user(self.account)
        before: State = self.state()
        user.starts()
        while True:
            try:
                await self.telegram.until(lambda before=before: self.state() != before, PATIENCE)
            except TimeoutError:
                raise AssertionError(f"{self.account} waits in vain, at {before}:\n{self.screen.text}") from None
            before = self.state()
            if before[0] == "home" and len(before) == 1:
                self.done = True
                self.telegram.bell.ring()
                return
            self.act(before)

    async def looks_where_they_are(self) -> None:
        """`/start` is answered, whatever happened before: nobody stands at a dead end."""
        user, newest = self.telegram.users[self.account], self.screen.id
        user.starts()
        await self.telegram.until(lambda: self.screen.id != newest, PATIENCE)
        assert self.state() == ("home",), self.screen.text
        assert "отправлена" in self.screen.text

    def act(self, state: State) -> None:
        """One act on what is seen; what was seen before is saved now, by what was said."""
        user = self.telegram.users[self.account]
        self.doing = None
        match state[0]:
            case "home":
                begin = self.buttons("fil1:")[0]
                self.form = str(begin.data).split(":")[1]
                user.taps(begin)
            case "resume":
                user.taps(self.step("r"))
            case "review":
                user.taps(self.step("y"))
            case "question":
                self.answer(int(str(state[1]).split(":")[2]))

    def answer(self, question: int) -> None:
        user = self.telegram.users[self.account]
        place = self.doing = (self.form, question)
        options = self.buttons("qo1:")
        ready = self.step("g")
        if not options:
            self.count += 1
            text = f"Ответ {self.account}/{self.count} & <b>"
            self.saved[place] = (text,)
            user.sends_text(text)
        elif ready is None or not ready.text.startswith("Готово"):
            chosen = self.dice.choice(options)
            self.saved[place] = (chosen.text.removeprefix(TICK),)
            user.taps(chosen)
        elif len(self.ticks()) < 3:
            chosen = self.dice.choice([each for each in options if not each.text.startswith(TICK)])
            self.saved[place] = (*self.ticks(), chosen.text)
            user.taps(chosen)
        else:
            self.saved[place] = self.ticks()
            user.taps(ready)

    def known(self) -> Iterator[tuple[str, int, frozenset[str]]]:
        """Every answer whose reply was shown: form, question, what was said."""
        for (form, question), said in self.saved.items():
            if (form, question) != self.doing:
                yield form, question, frozenset(said)

"""A stage for conversations: the real bot over a real file, talking HTTP to the stand-in; people who type and tap."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress
from datetime import UTC, datetime, timedelta
from pathlib import Path

from bot.app import App, build
from bot.clock import MovableClock
from bot.settings import BotSettings
from bot.workshop import Workshop
from simulator import Message, Telegram, User

TOKEN = "42:TEST"
STANDING = frozenset({"Мне неспокойно", "I feel uneasy"})
FIRST_DAY = datetime(2027, 1, 11, 12, 0, tzinfo=UTC)  # a Monday, 15:00 in Moscow: lessons are over


class Someone:
    """A person with a phone. Every act returns when the bot has done all it does about it."""

    def __init__(self, stage: Stage, user: User) -> None:
        self.stage = stage
        self.user = user

    @property
    def screen(self) -> Message:
        """The last message of the bot that is still there."""
        return self.user.chat.last

    @property
    def sees(self) -> str:
        """Its text."""
        return self.screen.text

    @property
    def buttons(self) -> list[str]:
        """The buttons under it, but for the row that stands below every pupil's screen (see `uneasy`)."""
        return [each for each in self.screen.buttons if each not in STANDING]

    @property
    def uneasy(self) -> bool:
        """Whether «Мне неспокойно» is there."""
        return not STANDING.isdisjoint(self.screen.buttons)

    @property
    def toast(self) -> str:
        """The last pop-up."""
        return self.user.toasts[-1].text if self.user.toasts else ""

    async def starts(self, payload: str = "") -> Someone:
        """Open the bot, by a link's payload or without."""
        return await self._acts(lambda: self.user.starts(payload))

    async def opens(self, link: str) -> Someone:
        """Open a t.me link."""
        return await self._acts(lambda: self.user.opens(link))

    async def says(self, *texts: str) -> Someone:
        """Type one text after another."""
        for text in texts:
            await self._acts(lambda text=text: self.user.sends_text(text))
        return self

    async def taps(self, *buttons: str) -> Someone:
        """Tap buttons one after another, each by its words or their beginning, on the newest message that has it."""
        for words in buttons:
            message, whole = self.find_button(words)
            await self._acts(lambda message=message, whole=whole: self.user.taps(whole, message))
        return self

    async def taps_data(self, message_id: int, data: str) -> Someone:
        """Send a callback as it is, whether there is such a button or not."""
        return await self._acts(lambda: self.user.taps_data(message_id, data))

    async def sends_file(self, name: str, content: bytes) -> Someone:
        """Send a document."""
        return await self._acts(lambda: self.user.sends_document(name, content))

    def find_button(self, words: str) -> tuple[Message, str]:
        """The newest visible message with a button of these words, or that begins with them."""
        for message in reversed(self.user.chat.visible):
            if message.from_bot:
                for button in message.buttons:
                    if button == words:
                        return message, button
        for message in reversed(self.user.chat.visible):
            if message.from_bot:
                for button in message.buttons:
                    if button.removeprefix("\u2705 ").startswith(words):
                        return message, button
        raise AssertionError(f"no button «{words}»; the screen is:\n{self.sees}\n{self.buttons}")

    async def _acts(self, act) -> Someone:
        self.stage.pace += 5  # people are slower than limits
        act()
        await self.stage.settled()
        return self


class Stage:
    """The bot, the stand-in and the clock."""

    def __init__(self, clock: MovableClock) -> None:
        self.clock = clock
        self.pace = 0.0
        self.telegram = Telegram(TOKEN, clock, pace=lambda: self.pace)
        self.app: App
        self._next_id = 1000

    async def someone(self, name: str = "Кто-то", id: int | None = None) -> Someone:
        """A person whom the bot has never seen."""
        self._next_id += 1
        return Someone(self, self.telegram.user(id or self._next_id, name))

    async def curator(self) -> Someone:
        """The first curator, by the claim link; the school is not set up yet."""
        link = await self.app.parts.schools.claim_link()
        someone = await self.someone("Куратор")
        return await someone.starts(link.token)

    async def pause(self, seconds: float) -> None:
        """What the bot does instead of waiting: the pace clock runs on."""
        self.pace += seconds

    async def settled(self) -> None:
        """Wait until the bot has taken in, handled and written off everything people did."""
        await self.telegram.idle(60)
        await self.app.intake.settle()
        await self.app.delivery.tick()

    async def waits(self, **time: float) -> None:
        """Let time pass (`days=1, hours=2`), stopping at every due moment."""
        await self.app.delivery.advance(self.clock, timedelta(**time))


@asynccontextmanager
async def playing(folder: Path, at: datetime = FIRST_DAY) -> AsyncIterator[Stage]:
    """Put the bot on a stage; leave it by stopping it as a SIGTERM would."""
    stage = Stage(MovableClock(at))
    async with stage.telegram.serving() as url, running(stage, folder, url):
        yield stage


@asynccontextmanager
async def running(stage: Stage, folder: Path, url: str) -> AsyncIterator[App]:
    """Run the bot; again after a stop, over the same file, to try a restart."""
    settings = BotSettings(_env_file=None, bot_token=TOKEN, bot_api_url=url, data_dir=folder)
    async with build(settings, stage.clock, stage.pause, Workshop(apart=False)) as app:
        stage.app = app
        polling = asyncio.create_task(app.run())
        try:
            yield app
        finally:
            polling.cancel()
            with suppress(asyncio.CancelledError):
                await polling

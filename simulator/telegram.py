"""Telegram, pretended: one bot, the people it may talk to, and everything said between them."""

import asyncio
import itertools
import time
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

from simulator import people
from simulator.bell import Bell
from simulator.chats import Chat, Message
from simulator.faults import Faults
from simulator.files import Files
from simulator.limits import Limits
from simulator.methods import METHODS
from simulator.pace import Pace
from simulator.params import Params
from simulator.people import User
from simulator.profile import Profile
from simulator.queries import Taps
from simulator.refusals import NO_SUCH_METHOD, Refused
from simulator.server import Server
from simulator.updates import Updates


@dataclass(frozen=True, slots=True)
class Call:
    """One call of the bot: what it asked and what came of it."""

    method: str
    params: dict[str, Any]
    ok: bool
    error: str | None = None


def real_time() -> datetime:
    """Return the present moment in UTC."""
    return datetime.now(UTC)


class Telegram:
    """The whole stand-in; `clock` dates messages and ages taps, `pace` (real seconds) counts calls a second."""

    def __init__(
        self,
        token: str = "42:TEST",  # noqa: S107
        clock: Callable[[], datetime] = real_time,
        username: str = "school_mentoring_bot",
        *,
        pace: Callable[[], float] = time.monotonic,
        limits: Limits | None = None,
    ) -> None:
        self.token, self.clock, self.username = token, clock, username
        self.limits = limits or Limits()
        self.limits_on = True
        self.recording = True
        self.calls: list[Call] = []
        self.faults = Faults()
        self.bell = Bell()
        self.files = Files(self.limits)
        self.taps = Taps()
        self.updates = Updates(self.limits, clock, self.bell, pace)
        self.profile = Profile("Наставничество")
        self.users: dict[int, User] = {}
        self._pace = Pace(self.limits, pace)
        self._message_ids = itertools.count(1)
        self._revisions = itertools.count(1)
        self.bot_json: dict[str, Any] = {
            "id": int(token.partition(":")[0]),
            "is_bot": True,
            "first_name": self.profile.name,
            "username": username,
        }

    # People

    def user(
        self,
        id: int,
        first_name: str | None = None,
        username: str | None = None,
        language_code: str | None = "ru",
        last_name: str | None = None,
    ) -> User:
        """Return the person with this account, made on first mention."""
        if id not in self.users:
            more = {"last_name": last_name, "username": username, "language_code": language_code}
            self.users[id] = User(self, id, first_name or f"Человек {id}", **more)
            self.bell.ring()
        return self.users[id]

    def link(self, payload: str = "") -> str:
        """Return the address that opens this bot, with a payload."""
        return f"https://t.me/{self.username}" + (f"?start={payload}" if payload else "")

    def payload_of(self, link: str) -> str | None:
        """Return the payload of a link to this bot; None when it leads elsewhere."""
        return people.payload_of(link, self.username)

    # What tests ask

    @property
    def pending(self) -> int:
        """How many updates the bot has not confirmed yet."""
        return len(self.updates)

    async def idle(self, seconds: float = 10) -> None:
        """Return when the bot has fetched and confirmed every update; raises TimeoutError."""
        await self.bell.until(lambda: not len(self.updates), seconds)

    async def until(self, holds: Callable[[], object], seconds: float = 10) -> None:
        """Return when `holds()` becomes true; it is asked after every call and every act of a person."""
        await self.bell.until(holds, seconds)

    def calls_of(self, method: str) -> list[Call]:
        """Return the recorded calls of one method, oldest first."""
        return [call for call in self.calls if call.method == method]

    # What methods use

    def next_message_id(self) -> int:
        """Return the next message's number; they grow over all chats, as in a bot's account."""
        return next(self._message_ids)

    def touch(self, chat: Chat, message: Message | None = None) -> None:
        """Mark a chat, and a message in it, as changed."""
        chat.revision = next(self._revisions)
        if message is not None:
            message.revision = chat.revision
        self.bell.ring()

    def message_json(self, message: Message) -> dict[str, Any]:
        """Return the Message object as the bot sees it."""
        user = self.users[message.chat_id]
        shown = message.json(self.bot_json if message.from_bot else user.json, user.chat.json)
        if message.reply_to is not None and (original := user.chat.find(message.reply_to)) is not None:
            shown["reply_to_message"] = original.json(self.bot_json if original.from_bot else user.json, user.chat.json)
        if message.forwarded:
            origin = {"type": "user", "date": shown["date"], "sender_user": self.bot_json}
            shown["forward_origin"] = origin
        return shown

    def keep_pace(self, chat_id: int) -> None:
        """Count one send or edit; raises Refused 429 when the bot talks too fast."""
        if self.limits_on:
            self._pace.spend(chat_id)

    # Calls

    async def call(self, method: str, params: Params) -> Any:
        """Perform one call and return its result; raises Refused."""
        perform = METHODS.get(method.lower())
        if perform is None:
            raise Refused(*NO_SUCH_METHOD)
        result = perform(self, params)
        return await result if asyncio.iscoroutine(result) else result

    def record(self, method: str, params: Params, error: str | None) -> None:
        """Remember a call, unless recording is switched off."""
        if self.recording:
            self.calls.append(Call(method, params.record(), error is None, error))
        self.bell.ring()

    @asynccontextmanager
    async def serving(self, host: str = "127.0.0.1", port: int = 0) -> AsyncIterator[str]:
        """Serve the Bot API over HTTP; gives the address to use instead of api.telegram.org."""
        async with Server(self).serving(host, port) as url:
            yield url

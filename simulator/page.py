"""The page of phones: serves one HTML file, tells it live what changed, and does what people do on it."""

import asyncio
import json
import secrets
from collections.abc import AsyncIterator, Awaitable, Callable, Iterable
from contextlib import asynccontextmanager, suppress
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any
from urllib.parse import quote

from aiohttp import web

from simulator.people import NotOnScreen, User, parts_of
from simulator.phones import Person, chat_view
from simulator.refusals import Refused
from simulator.server import Server
from simulator.telegram import Telegram

Advance = Callable[[timedelta], Awaitable[object]]

_FIRST_NEWCOMER = 7_000_001
_BREATH = 0.03
_HEARTBEAT = 10.0
_PATIENCE = 8.0
_LONGEST_LEAP = timedelta(days=366)
_OPENED_IN_PLACE = ("image/", "application/pdf", "text/plain", "text/html")


class Page:
    """Phones of some people, served beside the Bot API on one port.

    `advance` moves the rehearsal's clock (None: no clock buttons), `now` tells its time, `zone` is an IANA name.
    """

    def __init__(
        self,
        telegram: Telegram,
        *,
        title: str = "Репетиция",
        people: Iterable[tuple[int, str, str]] = (),
        advance: Advance | None = None,
        now: Callable[[], datetime] | None = None,
        zone: str = "Europe/Moscow",
    ) -> None:
        self.telegram, self.title, self.zone = telegram, title, zone
        self._advance, self._now = advance, now or telegram.clock
        self._people: dict[int, Person] = {}
        self._version = 0
        self.rehearsal = secrets.token_hex(4)
        self._html = Path(__file__).with_name("page.html").read_text("utf-8")
        self._acts: dict[str, Callable[[dict[str, Any]], Awaitable[Any]]] = {
            "say": self._say,
            "tap": self._tap,
            "open": self._open,
            "people": self._newcomer,
            "block": self._block,
            "advance": self._leap,
        }
        for person in people:
            self.add(*person)

    def add(self, user_id: int, name: str, role: str) -> User:
        """Put a person's phone on the page, or write another name or role over it."""
        self._people[user_id] = Person(user_id, name, role)
        self._version += 1
        user = self.telegram.user(user_id, name)
        self.telegram.bell.ring()
        return user

    @asynccontextmanager
    async def serving(self, host: str = "127.0.0.1", port: int = 8080) -> AsyncIterator[str]:
        """Serve the page at / and the Bot API beside it; gives the address of both."""
        async with Server(self.telegram, self.answer).serving(host, port) as url:
            yield url

    async def answer(self, request: web.BaseRequest) -> web.StreamResponse:
        """Answer one request that is not for the Bot API."""
        match request.method, request.path.strip("/").split("/"):
            case "GET", [""]:
                return self._shown()
            case "GET", ["page", "live"]:
                return await self._live(request)
            case "GET", ["page", "file", file_id, *_]:
                return self._file(file_id)
            case "POST", ["page", act] if request.headers.get("X-Rehearsal") != "1":
                return web.json_response({"error": "not from the page"}, status=403)
            case "POST", ["page", "file"]:
                return await self._done(self._send_file(request))
            case "POST", ["page", act] if act in self._acts:
                return await self._done(self._acts[act](await request.json()))
        return web.Response(status=404, text="Такой страницы нет")

    def _shown(self) -> web.Response:
        nonce = secrets.token_urlsafe(12)
        policy = (
            f"default-src 'none'; script-src 'nonce-{nonce}'; style-src 'nonce-{nonce}'; "
            "img-src 'self' data: blob:; connect-src 'self'; base-uri 'none'; form-action 'none'"
        )
        html = self._html.replace("__NONCE__", nonce)
        headers = {"Content-Security-Policy": policy, "Cache-Control": "no-store"}
        return web.Response(text=html, content_type="text/html", headers=headers)

    async def _live(self, request: web.BaseRequest) -> web.StreamResponse:
        headers = {"Content-Type": "text/event-stream", "Cache-Control": "no-store"}
        response = web.StreamResponse(headers=headers)
        with suppress(ConnectionResetError):  # the window was closed
            await response.prepare(request)
            await self._tell(response)
        return response

    async def _tell(self, response: web.StreamResponse) -> None:
        bell, glance = self.telegram.bell, Glance(self)
        while not self.telegram.updates.closed:
            news = json.dumps(glance.news(), ensure_ascii=False)
            await response.write(f"data: {news}\n\n".encode())
            with suppress(TimeoutError):
                await bell.until(lambda: self.telegram.updates.closed or glance.stale(), _HEARTBEAT)
                await asyncio.sleep(_BREATH)

    def _file(self, file_id: str) -> web.Response:
        file = self.telegram.files.find(file_id)
        if file is None:
            return web.Response(status=404, text="Такого файла нет")
        place = "inline" if file.mime_type.startswith(_OPENED_IN_PLACE) else "attachment"
        headers = {
            "Content-Disposition": f"{place}; filename*=UTF-8''{quote(file.name)}",
            "Content-Type": file.mime_type + ("; charset=utf-8" if file.mime_type.startswith("text/") else ""),
            "X-Content-Type-Options": "nosniff",
        }
        if file.mime_type == "text/html":
            headers["Content-Security-Policy"] = "sandbox; default-src 'none'; style-src 'unsafe-inline'; img-src data:"
        return web.Response(body=file.content, headers=headers)

    async def _done(self, act: Awaitable[Any]) -> web.Response:
        try:
            return web.json_response(await act or {})
        except NotOnScreen as absent:
            return web.json_response({"error": str(absent)}, status=409)
        except Refused as refused:
            return web.json_response({"error": refused.description}, status=409)

    def _user(self, act: dict[str, Any]) -> User:
        person = int(act["person"])
        if person not in self._people:
            raise NotOnScreen("Такого человека на странице нет")
        return self.telegram.users[person]

    async def _say(self, act: dict[str, Any]) -> None:
        user = self._user(act)
        for part in parts_of(str(act["text"]).strip()):
            if part.strip():
                user.sends_text(part.strip())

    async def _tap(self, act: dict[str, Any]) -> dict[str, bool]:
        tap = self._user(act).taps_data(int(act["message"]), str(act["data"]))
        try:
            await self.telegram.until(lambda: tap.answered, _PATIENCE)
        except TimeoutError:
            return {"answered": False}
        return {"answered": True}

    async def _open(self, act: dict[str, Any]) -> None:
        self._user(act).opens(str(act["link"]))

    async def _newcomer(self, act: dict[str, Any]) -> dict[str, int]:
        name = str(act.get("name", "")).strip()[:40] or "Новый человек"
        number = max([_FIRST_NEWCOMER - 1, *(person for person in self._people if person >= _FIRST_NEWCOMER)]) + 1
        self.add(number, name, "новый человек")
        return {"person": number}

    async def _block(self, act: dict[str, Any]) -> None:
        user = self._user(act)
        if user.chat.blocked:
            user.unblocks()
        else:
            user.blocks_bot()

    async def _leap(self, act: dict[str, Any]) -> None:
        by = timedelta(seconds=float(act["seconds"]))
        if self._advance is None or not timedelta(0) < by <= _LONGEST_LEAP:
            raise NotOnScreen("Эти часы так не переводятся")
        await self._advance(by)
        self.telegram.bell.ring()

    async def _send_file(self, request: web.BaseRequest) -> None:
        user = self._user(dict(request.query))
        name = request.query.get("name", "file")
        content = await request.read()
        if request.content_type in ("image/png", "image/jpeg") and len(content) <= self.telegram.limits.photo:
            user.sends_photo(content)
        else:
            user.sends_document(name, content)


class Glance:
    """What one open page has already been told."""

    def __init__(self, page: Page) -> None:
        self._page = page
        self._version = -1
        self._moment = ""
        self._seen: dict[int, int] = {}
        self._toasts: dict[int, int] = {}

    def stale(self) -> bool:
        """Say whether there is something to tell."""
        page = self._page
        return (
            self._version != page._version
            or self._moment != page._now().isoformat(timespec="minutes")
            or any(page.telegram.users[person].chat.revision > self._seen.get(person, -1) for person in page._people)
        )

    def news(self) -> dict[str, Any]:
        """Return what changed since the last time; everything at the first."""
        page, telegram = self._page, self._page.telegram
        now = page._now()
        self._moment = now.isoformat(timespec="minutes")
        told: dict[str, Any] = {"now": int(now.timestamp() * 1000)}
        if self._version != page._version:
            self._version = page._version
            told |= {"title": page.title, "bot": telegram.username, "zone": page.zone, "rehearsal": page.rehearsal}
            told["clock"] = page._advance is not None
            told["people"] = [{"id": p.id, "name": p.name, "role": p.role} for p in page._people.values()]
        told["chats"] = [self._chat(person) for person in page._people.values() if self._changed(person)]
        return told

    def _changed(self, person: Person) -> bool:
        return self._page.telegram.users[person.id].chat.revision > self._seen.get(person.id, -1)

    def _chat(self, person: Person) -> dict[str, Any]:
        telegram = self._page.telegram
        chat = telegram.users[person.id].chat
        toasts = self._toasts.get(person.id, len(chat.toasts))
        view = chat_view(telegram, person, max(self._seen.get(person.id, 0), 0), toasts)
        self._seen[person.id], self._toasts[person.id] = chat.revision, len(chat.toasts)
        return view

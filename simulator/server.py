"""HTTP in front of the stand-in: /bot<token>/<method>, /file/bot<token>/<path>, and whatever page is beside it."""

import json
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from typing import TYPE_CHECKING, Any
from urllib.parse import parse_qsl, unquote

from aiohttp import BodyPartReader, web

from simulator.faults import Fault
from simulator.files import Upload
from simulator.params import Params
from simulator.refusals import TOO_LARGE, UNAUTHORIZED, Refused, bad_request

if TYPE_CHECKING:
    from simulator.telegram import Telegram

Elsewhere = Callable[[web.BaseRequest], Awaitable[web.StreamResponse]]

_ROOM_FOR_FIELDS = 1024 * 1024
_SECONDS_TO_FINISH = 2.0
_encode = json.JSONEncoder(ensure_ascii=False, separators=(",", ":")).encode


class Server:
    """One port for the Bot API and, when `elsewhere` is given, for every other address."""

    def __init__(self, telegram: "Telegram", elsewhere: Elsewhere | None = None) -> None:
        self._telegram, self._elsewhere = telegram, elsewhere

    @asynccontextmanager
    async def serving(self, host: str, port: int) -> AsyncIterator[str]:
        """Listen; gives the address. On leaving, waiting pollers go home with nothing."""
        telegram = self._telegram
        telegram.updates.closed = False
        server = web.Server(self._answer, request_factory=self._request, handler_cancellation=True, access_log=None)
        runner = web.ServerRunner(server, shutdown_timeout=_SECONDS_TO_FINISH)
        await runner.setup()
        site = web.TCPSite(runner, host, port, reuse_address=True)
        try:
            await site.start()
            bound = runner.addresses[0]
            yield f"http://{host}:{bound[1]}"
        finally:
            telegram.updates.close()
            telegram.bell.ring()
            await runner.cleanup()

    def _request(self, message: Any, payload: Any, protocol: Any, writer: Any, task: Any) -> web.BaseRequest:
        room = self._telegram.limits.upload + _ROOM_FOR_FIELDS
        return web.BaseRequest(message, payload, protocol, writer, task, protocol._loop, client_max_size=room)

    async def _answer(self, request: web.BaseRequest) -> web.StreamResponse:
        path = request.path
        if path.startswith("/bot"):
            token, _, method = path[4:].partition("/")
            return await self._api(request, token, method)
        if path.startswith("/file/bot"):
            token, _, place = path[9:].partition("/")
            return self._download(token, unquote(place))
        if self._elsewhere is not None:
            return await self._elsewhere(request)
        return _response(404, {"ok": False, "error_code": 404, "description": "Not Found"})

    async def _api(self, request: web.BaseRequest, token: str, method: str) -> web.StreamResponse:
        telegram = self._telegram
        if unquote(token) != telegram.token:
            return _refusal(Refused(*UNAUTHORIZED))
        try:
            params = await _params(request, telegram.limits.upload)
        except (web.HTTPRequestEntityTooLarge, Refused):
            return _refusal(Refused(*TOO_LARGE))
        except ValueError:
            return _refusal(bad_request("can't parse the request"))
        fault = telegram.faults.next(method)
        if fault is not None and fault.kind != "lose_answer":
            return self._trouble(request, method, params, fault)
        try:
            result = await telegram.call(method, params)
        except Refused as refused:
            telegram.record(method, params, refused.description)
            response = _refusal(refused)
        else:
            telegram.record(method, params, None)
            response = _response(200, {"ok": True, "result": result})
        if fault is not None:
            _hang_up(request)
        return response

    def _trouble(self, request: web.BaseRequest, method: str, params: Params, fault: Fault) -> web.Response:
        refusal = fault.refusal
        if refusal is None:
            _hang_up(request)
            return web.Response()
        self._telegram.record(method, params, refusal.description)
        if fault.page is not None:
            return web.Response(status=refusal.code, text=fault.page, content_type="text/html")
        return _refusal(refusal)

    def _download(self, token: str, place: str) -> web.Response:
        if unquote(token) != self._telegram.token:
            return _refusal(Refused(*UNAUTHORIZED))
        file = self._telegram.files.at(place)
        if file is None:
            return _refusal(Refused(404, "Not Found"))
        return web.Response(body=file.content, content_type="application/octet-stream")


def _hang_up(request: web.BaseRequest) -> None:
    if request.transport is not None:
        request.transport.abort()


def _refusal(refused: Refused) -> web.Response:
    return _response(refused.code, refused.answer())


def _response(status: int, body: dict[str, Any]) -> web.Response:
    return web.Response(status=status, body=_encode(body).encode(), content_type="application/json")


async def _params(request: web.BaseRequest, largest: int) -> Params:
    kind = request.content_type
    if kind == "multipart/form-data":
        return await _multipart(request, largest)
    values: dict[str, Any] = dict(parse_qsl(request.query_string, keep_blank_values=True))
    body = await request.read()
    if kind == "application/json" and body:
        given = json.loads(body)
        values.update(given if isinstance(given, dict) else {})
    elif body:
        values.update(parse_qsl(body.decode(), keep_blank_values=True))
    return Params(values)


async def _multipart(request: web.BaseRequest, largest: int) -> Params:
    values: dict[str, Any] = {}
    files: dict[str, Upload] = {}
    too_large = False
    async for part in await request.multipart():
        if not isinstance(part, BodyPartReader) or part.name is None:
            continue
        content = bytearray()
        while chunk := await part.read_chunk(65536):
            if len(content) <= largest:
                content += chunk
        too_large = too_large or len(content) > largest
        if part.filename is None:
            values[part.name] = content.decode()
        else:
            files[part.name] = Upload(part.filename, bytes(content))
    if too_large:
        raise Refused(*TOO_LARGE)
    return Params(values, files)

"""What most methods begin with: the chat they speak to, the words they bring, the buttons under them."""

from typing import TYPE_CHECKING, Any

from simulator import entities, keyboards
from simulator.chats import Chat
from simulator.entities import Entity
from simulator.files import Kind, StoredFile, Upload
from simulator.keyboards import Markup
from simulator.markup import parse_html
from simulator.params import Params
from simulator.refusals import BLOCKED, Refused, bad_request

if TYPE_CHECKING:
    from simulator.telegram import Telegram


def chat_of(telegram: "Telegram", params: Params, name: str = "chat_id", *, writing: bool = True) -> Chat:
    """Return the chat a call names; raises Refused when it never started or, for writing, has blocked the bot."""
    if not params.given(name):
        raise bad_request(f"{name} is empty")
    user = telegram.users.get(params.integer(name))
    if user is None or not user.chat.started:
        raise bad_request("chat not found")
    if writing and user.chat.blocked:
        raise Refused(*BLOCKED)
    return user.chat


def words_of(telegram: "Telegram", params: Params) -> tuple[str, list[Entity]]:
    """Return the text of a message; raises Refused when it is missing, empty or too long after parsing."""
    given = params.text("text")
    if not given:
        raise bad_request("message text is empty")
    text, found = parsed(given, params.text("parse_mode"), params.json("entities"))
    if not text:
        raise bad_request("text must be non-empty" if not given.strip() else "message text is empty")
    if entities.units(text) > telegram.limits.text:
        raise bad_request("message is too long")
    return text, found


def caption_of(telegram: "Telegram", params: Params) -> tuple[str, list[Entity]]:
    """Return a caption, which may be empty; raises Refused when it is too long after parsing."""
    text, found = parsed(params.text("caption"), params.text("parse_mode"), params.json("caption_entities"))
    if entities.units(text) > telegram.limits.caption:
        raise bad_request("message caption is too long")
    return text, found


def parsed(given: str, mode: str, counted: Any) -> tuple[str, list[Entity]]:
    """Return plain text and entities, by HTML or as the bot has counted them itself."""
    match mode.lower():
        case "html":
            text, found = parse_html(given)
        case "":
            text, found = given, entities.checked(given, counted or [])
        case _:
            raise bad_request("unsupported parse_mode")
    text, found = entities.trimmed(text, found)
    return text, entities.with_found(text, found)


def markup_of(telegram: "Telegram", params: Params, *, inline_only: bool = False) -> Markup:
    """Return the buttons a call brings."""
    return keyboards.read(params.json("reply_markup"), telegram.limits, inline_only=inline_only)


def file_of(telegram: "Telegram", kind: Kind, given: Upload | str) -> StoredFile:
    """Return the file a call sends up or names; raises Refused for an address, which is not fetched here."""
    if isinstance(given, Upload):
        return telegram.files.keep(kind, given)
    if given.startswith(("http://", "https://")):
        raise bad_request("failed to get HTTP URL content")
    file = telegram.files.known(given)
    if file.kind != kind:
        raise bad_request("type of file mismatch")
    return file

"""How a bot changes what it has said: text, caption, file or buttons of a message that is its own and still there."""

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from simulator.chats import Chat, Message
from simulator.entities import Entity
from simulator.files import Kind, StoredFile
from simulator.keyboards import Markup
from simulator.methods.common import caption_of, chat_of, file_of, markup_of, words_of
from simulator.params import Params
from simulator.refusals import NOT_MODIFIED, bad_request

if TYPE_CHECKING:
    from simulator.telegram import Telegram


@dataclass(frozen=True, slots=True)
class _Content:
    text: str
    entities: list[Entity]
    file: StoredFile | None
    markup: Markup


def edit_message_text(telegram: "Telegram", params: Params) -> dict[str, Any]:
    """Change a text and its buttons."""
    text, found = words_of(telegram, params)
    chat, message = _own(telegram, params)
    if message.file is not None:
        raise bad_request("there is no text in the message to edit")
    return _change(telegram, params, chat, message, text, found, None)


def edit_message_caption(telegram: "Telegram", params: Params) -> dict[str, Any]:
    """Change the words under a file."""
    caption, found = caption_of(telegram, params)
    chat, message = _own(telegram, params)
    if message.file is None:
        raise bad_request("there is no caption in the message to edit")
    return _change(telegram, params, chat, message, caption, found, message.file)


def edit_message_media(telegram: "Telegram", params: Params) -> dict[str, Any]:
    """Put another file, with its words, in the place of a file or a text."""
    media = params.json("media")
    if not isinstance(media, dict) or media.get("type") not in ("document", "photo"):
        raise bad_request("can't parse InputMedia: Unsupported type")
    caption, found = caption_of(telegram, Params(media))
    chat, message = _own(telegram, params)
    kind: Kind = media["type"]
    file = file_of(telegram, kind, params.attached(media.get("media"), kind))
    return _change(telegram, params, chat, message, caption, found, file)


def edit_message_reply_markup(telegram: "Telegram", params: Params) -> dict[str, Any]:
    """Change, or take away, the buttons only."""
    chat, message = _own(telegram, params)
    return _change(telegram, params, chat, message, message.text, message.entities, message.file)


def _own(telegram: "Telegram", params: Params) -> tuple[Chat, Message]:
    if params.given("inline_message_id"):
        raise bad_request("MESSAGE_ID_INVALID")
    chat = chat_of(telegram, params)
    if not params.given("message_id"):
        raise bad_request("message identifier is not specified")
    message = chat.find(params.integer("message_id"))
    if message is None:
        raise bad_request("message to edit not found")
    if not message.from_bot or message.forwarded:
        raise bad_request("message can't be edited")
    return chat, message


def _change(
    telegram: "Telegram",
    params: Params,
    chat: Chat,
    message: Message,
    text: str,
    found: list[Entity],
    file: StoredFile | None,
) -> dict[str, Any]:
    markup = markup_of(telegram, params, inline_only=True)
    after = _Content(text, found, file, markup)
    if after == _Content(message.text, message.entities, message.file, _shown(message.markup)):
        raise bad_request(NOT_MODIFIED)
    telegram.keep_pace(chat.id)
    message.text, message.entities, message.file, message.markup = text, found, file, markup
    message.edited_at = telegram.clock()
    telegram.touch(chat, message)
    return telegram.message_json(message)


def _shown(markup: Markup) -> Markup:
    return Markup(inline=markup.inline, sent=markup.sent)


METHODS = {
    "editMessageText": edit_message_text,
    "editMessageCaption": edit_message_caption,
    "editMessageMedia": edit_message_media,
    "editMessageReplyMarkup": edit_message_reply_markup,
}

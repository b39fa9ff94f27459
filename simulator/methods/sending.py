"""How a bot speaks: texts, documents, pictures, copies; nothing to those who never came or have left."""

from typing import TYPE_CHECKING, Any

from simulator.chats import Chat, Message
from simulator.entities import Entity
from simulator.files import Kind, StoredFile
from simulator.keyboards import NO_MARKUP, Markup
from simulator.methods.common import caption_of, chat_of, file_of, markup_of, words_of
from simulator.params import Params
from simulator.refusals import bad_request

if TYPE_CHECKING:
    from simulator.telegram import Telegram

_ACTIONS = frozenset(
    [
        "typing",
        "upload_photo",
        "record_video",
        "upload_video",
        "record_voice",
        "upload_voice",
        "upload_document",
        "choose_sticker",
        "find_location",
        "record_video_note",
        "upload_video_note",
    ]
)


def send_message(telegram: "Telegram", params: Params) -> dict[str, Any]:
    """Send a text."""
    text, found = words_of(telegram, params)
    chat = chat_of(telegram, params)
    return _send(telegram, params, chat, text, found)


def send_document(telegram: "Telegram", params: Params) -> dict[str, Any]:
    """Send a file."""
    return _send_file(telegram, params, "document")


def send_photo(telegram: "Telegram", params: Params) -> dict[str, Any]:
    """Send a picture."""
    return _send_file(telegram, params, "photo")


def send_voice(telegram: "Telegram", params: Params) -> dict[str, Any]:
    """Send a voice message, by the number of one that is there already or by its bytes."""
    return _send_file(telegram, params, "voice")


def _send_file(telegram: "Telegram", params: Params, kind: Kind) -> dict[str, Any]:
    caption, found = caption_of(telegram, params)
    chat = chat_of(telegram, params)
    file = file_of(telegram, kind, params.upload(kind))
    return _send(telegram, params, chat, caption, found, file)


def _send(
    telegram: "Telegram",
    params: Params,
    chat: Chat,
    text: str,
    found: list[Entity],
    file: StoredFile | None = None,
) -> dict[str, Any]:
    markup = markup_of(telegram, params)
    reply_to = _replied(params, chat)
    telegram.keep_pace(chat.id)
    message = Message(
        id=telegram.next_message_id(),
        chat_id=chat.id,
        from_bot=True,
        date=telegram.clock(),
        text=text,
        entities=found,
        markup=markup,
        file=file,
        reply_to=reply_to,
        protected=params.flag("protect_content"),
        silent=params.flag("disable_notification"),
        link_preview=params.json("link_preview_options"),
    )
    return _posted(telegram, chat, message)


def _posted(telegram: "Telegram", chat: Chat, message: Message) -> dict[str, Any]:
    chat.add(message)
    chat.action = None
    _change_keyboard(chat, message.markup)
    telegram.touch(chat, message)
    return telegram.message_json(message)


def _change_keyboard(chat: Chat, markup: Markup) -> None:
    if markup.keyboard is not None:
        chat.reply_keyboard = markup.keyboard
    elif markup.removes_keyboard:
        chat.reply_keyboard = ()
    if markup.keyboard is not None or markup.removes_keyboard or markup.asks_for_reply:
        chat.placeholder = markup.placeholder


def _replied(params: Params, chat: Chat) -> int | None:
    reply = params.json("reply_parameters")
    if reply is None:
        if not params.given("reply_to_message_id"):
            return None
        reply = {"message_id": params.integer("reply_to_message_id")}
    if "message_id" not in reply:
        raise bad_request('can\'t find field "message_id"')
    if chat.find(int(reply["message_id"])) is not None:
        return int(reply["message_id"])
    if reply.get("allow_sending_without_reply") or params.flag("allow_sending_without_reply"):
        return None
    raise bad_request("message to be replied not found")


def copy_message(telegram: "Telegram", params: Params) -> dict[str, Any]:
    """Send the same once more, with another caption or buttons where given; return its number only."""
    chat = chat_of(telegram, params)
    original = _original(telegram, params, "copy")
    text, found = original.text, original.entities
    if original.file is not None and params.values.get("caption") is not None:
        text, found = caption_of(telegram, params)
    sent = _send(telegram, params, chat, text, found, original.file)
    return {"message_id": sent["message_id"]}


def forward_message(telegram: "Telegram", params: Params) -> dict[str, Any]:
    """Send a message on, showing where it comes from."""
    chat = chat_of(telegram, params)
    original = _original(telegram, params, "forward")
    telegram.keep_pace(chat.id)
    message = Message(
        id=telegram.next_message_id(),
        chat_id=chat.id,
        from_bot=True,
        date=telegram.clock(),
        text=original.text,
        entities=original.entities,
        markup=NO_MARKUP,
        file=original.file,
        forwarded=True,
        protected=params.flag("protect_content"),
    )
    return _posted(telegram, chat, message)


def _original(telegram: "Telegram", params: Params, verb: str) -> Message:
    source = chat_of(telegram, params, "from_chat_id", writing=False)
    original = source.find(params.integer("message_id"))
    if original is None:
        raise bad_request(f"message to {verb} not found")
    if original.protected:
        raise bad_request(f"message can't be {'copied' if verb == 'copy' else 'forwarded'}")
    return original


def send_chat_action(telegram: "Telegram", params: Params) -> bool:
    """Show that the bot is busy."""
    chat = chat_of(telegram, params)
    action = params.text("action")
    if action not in _ACTIONS:
        raise bad_request("wrong parameter action in request")
    chat.action = action
    telegram.touch(chat)
    return True


METHODS = {
    "sendMessage": send_message,
    "sendDocument": send_document,
    "sendPhoto": send_photo,
    "sendVoice": send_voice,
    "copyMessage": copy_message,
    "forwardMessage": forward_message,
    "sendChatAction": send_chat_action,
}

"""How a bot takes back what was said: its own and the person's messages, for two days."""

from typing import TYPE_CHECKING

from simulator.chats import Chat, Message
from simulator.methods.common import chat_of
from simulator.params import Params
from simulator.refusals import bad_request

if TYPE_CHECKING:
    from simulator.telegram import Telegram


def delete_message(telegram: "Telegram", params: Params) -> bool:
    """Delete one message."""
    chat = chat_of(telegram, params, writing=False)
    message = chat.find(params.integer("message_id"))
    if message is None:
        raise bad_request("message to delete not found")
    if _too_old(telegram, message):
        raise bad_request("message can't be deleted for everyone")
    _delete(telegram, chat, message)
    return True


def delete_messages(telegram: "Telegram", params: Params) -> bool:
    """Delete up to a hundred messages; those that are not there are passed over."""
    chat = chat_of(telegram, params, writing=False)
    ids = params.json("message_ids")
    if not isinstance(ids, list) or not ids:
        raise bad_request("message identifiers are not specified")
    if len(ids) > telegram.limits.bulk:
        raise bad_request("too many message identifiers specified")
    for message in filter(None, (chat.find(int(number)) for number in ids)):
        if not _too_old(telegram, message):
            _delete(telegram, chat, message)
    return True


def _too_old(telegram: "Telegram", message: Message) -> bool:
    return telegram.clock() - message.date > telegram.limits.message_can_be_deleted_for


def _delete(telegram: "Telegram", chat: Chat, message: Message) -> None:
    message.deleted = True
    telegram.touch(chat, message)


METHODS = {"deleteMessage": delete_message, "deleteMessages": delete_messages}

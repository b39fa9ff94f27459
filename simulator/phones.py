"""What the page of phones shows: people, their chats and bubbles, as plain values for its script."""

from collections.abc import Iterable
from dataclasses import dataclass
from html import escape
from typing import Any
from urllib.parse import quote

from simulator.chats import Chat, Message
from simulator.entities import SIMPLE, Entity, good_link, telegram_tags, to_html
from simulator.files import StoredFile
from simulator.keyboards import Button, Rows
from simulator.telegram import Telegram

_SHOWN_AT_FIRST = 200
_QUOTED = 80


@dataclass(frozen=True, slots=True)
class Person:
    """Whose phone it is: the account, the name and the role written over it."""

    id: int
    name: str
    role: str


def chat_view(telegram: Telegram, person: Person, since: int, toasts_seen: int) -> dict[str, Any]:
    """Return a chat with what changed after revision `since` (0: everything that is recent)."""
    user = telegram.users[person.id]
    chat = user.chat
    recent = chat.messages[-_SHOWN_AT_FIRST:] if since == 0 else reversed_until(chat, since)
    return {
        "id": chat.id,
        "started": chat.started,
        "blocked": chat.blocked,
        "busy": chat.action is not None,
        "keyboard": [[button.text for button in row] for row in chat.reply_keyboard],
        "placeholder": chat.placeholder,
        "commands": telegram.profile.commands_for(chat.id, user.json.get("language_code", "")),
        "messages": [bubble(telegram, chat, message) for message in recent],
        "toasts": [{"text": toast.text, "alert": toast.alert} for toast in chat.toasts[toasts_seen:]],
    }


def reversed_until(chat: Chat, since: int) -> Iterable[Message]:
    """Return the messages changed after a revision, oldest first."""
    return [message for message in chat.messages if message.revision > since]


def bubble(telegram: Telegram, chat: Chat, message: Message) -> dict[str, Any]:
    """Return one bubble: safe HTML, buttons row by row, a file by its address."""
    if message.deleted:
        return {"id": message.id, "deleted": True}
    return {
        "id": message.id,
        "mine": not message.from_bot,
        "html": to_html(message.text, message.entities, _page_tags(message.text)),
        "rows": _rows(telegram, message.keyboard),
        "file": _file(message.file) if message.file else None,
        "time": int(message.date.timestamp() * 1000),
        "edited": message.edited,
        "forwarded": message.forwarded,
        "protected": message.protected,
        "quote": _quote(chat, message.reply_to),
    }


def _quote(chat: Chat, message_id: int | None) -> str | None:
    original = chat.find(message_id) if message_id is not None else None
    if original is None:
        return None
    return (original.text or "Файл")[:_QUOTED]


def _rows(telegram: Telegram, rows: Rows) -> list[list[dict[str, Any]]]:
    return [[_button(telegram, button) for button in row] for row in rows]


def _button(telegram: Telegram, button: Button) -> dict[str, Any]:
    if button.url is not None:
        opens_bot = telegram.payload_of(button.url) is not None
        return {"text": button.text, "kind": "start" if opens_bot else "url", "value": button.url}
    if button.copy is not None:
        return {"text": button.text, "kind": "copy", "value": button.copy}
    if button.web_app is not None:
        return {"text": button.text, "kind": "url", "value": button.web_app}
    return {"text": button.text, "kind": "data", "value": button.data}


def _file(file: StoredFile) -> dict[str, Any]:
    address = f"/page/file/{file.file_id}/{quote(file.name or 'file')}"
    size = {"width": file.width, "height": file.height}
    return {"kind": file.kind, "name": file.name, "size": len(file.content), "url": address, **size}


def _page_tags(text: str) -> Any:
    encoded = text.encode("utf-16-le")

    def tags(entity: Entity, words: str) -> tuple[str, str]:
        match entity["type"]:
            case "url":
                address = encoded[entity["offset"] * 2 : (entity["offset"] + entity["length"]) * 2].decode("utf-16-le")
                return _anchor(address if "://" in address else f"https://{address}")
            case "text_link":
                return _anchor(entity["url"])
            case "bot_command":
                return f'<button type="button" class="command" data-command="{escape(words)}">', "</button>"
            case "spoiler":
                return '<span class="spoiler" tabindex="0">', "</span>"
            case "expandable_blockquote":
                return "<blockquote>", "</blockquote>"
            case kind if kind in SIMPLE or kind == "pre":
                return telegram_tags(entity, words)
            case _:
                return "", ""

    return tags


def _anchor(address: str) -> tuple[str, str]:
    if not good_link(address) or not address.startswith(("http://", "https://", "tg://", "mailto:", "tel:")):
        return "", ""
    return f'<a href="{escape(address)}" target="_blank" rel="noopener noreferrer">', "</a>"

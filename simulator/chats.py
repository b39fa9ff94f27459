"""Chats as both sides see them: messages with their text, files and buttons, and the toasts over them."""

from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from simulator.entities import Entity, to_html
from simulator.files import StoredFile
from simulator.keyboards import NO_MARKUP, Button, Markup, Rows


@dataclass(frozen=True, slots=True)
class Document:
    """A file under its name."""

    name: str
    content: bytes
    mime_type: str
    file_id: str


@dataclass(frozen=True, slots=True)
class Toast:
    """What answerCallbackQuery showed: over the chat for a moment, or as an alert to be closed."""

    text: str
    alert: bool = False
    url: str | None = None


@dataclass(slots=True, eq=False)
class Message:
    """One message; `text` is plain and is the caption where there is a file."""

    id: int
    chat_id: int
    from_bot: bool
    date: datetime
    text: str = ""
    entities: list[Entity] = field(default_factory=list)
    markup: Markup = NO_MARKUP
    file: StoredFile | None = None
    reply_to: int | None = None
    forwarded: bool = False
    protected: bool = False
    silent: bool = False
    link_preview: dict[str, Any] | None = None
    edited_at: datetime | None = None
    deleted: bool = False
    revision: int = 0

    @property
    def html(self) -> str:
        """The text with its formatting, as HTML a bot could have sent."""
        return to_html(self.text, self.entities)

    @property
    def keyboard(self) -> Rows:
        """The inline buttons, row by row."""
        return self.markup.inline

    @property
    def buttons(self) -> list[str]:
        """The texts of the inline buttons, left to right, top to bottom."""
        return [button.text for row in self.keyboard for button in row]

    @property
    def edited(self) -> bool:
        """Whether it was changed after it was sent."""
        return self.edited_at is not None

    @property
    def document(self) -> Document | None:
        """The document it carries."""
        if self.file is None or self.file.kind != "document":
            return None
        return Document(self.file.name, self.file.content, self.file.mime_type, self.file.file_id)

    @property
    def photo(self) -> bytes | None:
        """The picture it carries."""
        return self.file.content if self.file is not None and self.file.kind == "photo" else None

    def button(self, text: str) -> Button | None:
        """Return the inline button with exactly this text."""
        return next((button for row in self.keyboard for button in row if button.text == text), None)

    def json(self, sender: dict[str, Any], chat: dict[str, Any]) -> dict[str, Any]:
        """Return the Message object of the Bot API."""
        shown: dict[str, Any] = {
            "message_id": self.id,
            "from": sender,
            "chat": chat,
            "date": int(self.date.timestamp()),
        }
        if self.file is not None:
            shown[self.file.kind] = self.file.json()
        if self.text:
            shown["caption" if self.file else "text"] = self.text
        if self.entities:
            shown["caption_entities" if self.file else "entities"] = self.entities
        if self.markup.sent is not None:
            shown["reply_markup"] = self.markup.sent
        if self.edited_at is not None:
            shown["edit_date"] = int(self.edited_at.timestamp())
        if self.link_preview is not None and self.file is None:
            shown["link_preview_options"] = self.link_preview
        if self.protected:
            shown["has_protected_content"] = True
        return shown


class Chat:
    """The private chat of one person with the bot."""

    def __init__(self, chat_id: int, describe: dict[str, Any]) -> None:
        self.id = chat_id
        self.json = describe
        self.messages: list[Message] = []
        self.toasts: list[Toast] = []
        self.started = False
        self.blocked = False
        self.reply_keyboard: Rows = ()
        self.placeholder: str | None = None
        self.action: str | None = None
        self.revision = 0
        self._by_id: dict[int, Message] = {}

    def add(self, message: Message) -> None:
        """Put a message at the end."""
        self.messages.append(message)
        self._by_id[message.id] = message

    def find(self, message_id: int) -> Message | None:
        """Return a message that is there and not deleted."""
        message = self._by_id.get(message_id)
        return None if message is None or message.deleted else message

    def even_deleted(self, message_id: int) -> Message | None:
        """Return a message that is or was there."""
        return self._by_id.get(message_id)

    @property
    def visible(self) -> list[Message]:
        """What a person sees: everything not deleted."""
        return [message for message in self.messages if not message.deleted]

    @property
    def from_bot(self) -> list[Message]:
        """What the bot said and has not taken back."""
        return [message for message in self.messages if message.from_bot and not message.deleted]

    @property
    def last(self) -> Message:
        """The bot's last message; raises LookupError when there is none."""
        for message in reversed(self.messages):
            if message.from_bot and not message.deleted:
                return message
        raise LookupError(f"the bot has said nothing in chat {self.id}")

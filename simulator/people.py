"""A person with a phone: writes, taps, sends files, blocks the bot, and sees what the bot shows."""

import re
import struct
import zlib
from typing import TYPE_CHECKING, Any
from urllib.parse import parse_qs, urlsplit

from simulator.chats import Chat, Message, Toast
from simulator.entities import Entity, units, with_found
from simulator.files import Kind, Upload
from simulator.keyboards import Button
from simulator.queries import Tap

if TYPE_CHECKING:
    from simulator.telegram import Telegram

_PAYLOAD = re.compile(r"[A-Za-z0-9_-]{0,64}")


class NotOnScreen(LookupError):
    """The person cannot do this: there is no such button, or they have blocked the bot."""


class User:
    """Somebody's account; everything here happens at once and reaches the bot by getUpdates."""

    def __init__(self, telegram: "Telegram", user_id: int, first_name: str, **more: str | None) -> None:
        self._telegram = telegram
        self.id = user_id
        self.first_name = first_name
        named = {"first_name": first_name, **{name: value for name, value in more.items() if value}}
        self.json: dict[str, Any] = {"id": user_id, "is_bot": False, **named}
        shown = {name: value for name, value in named.items() if name != "language_code"}
        self.chat = Chat(user_id, {"id": user_id, "type": "private", **shown})

    def __repr__(self) -> str:
        return f"<User {self.id} {self.first_name}>"

    @property
    def toasts(self) -> list[Toast]:
        """What popped up after this person's taps, oldest first."""
        return self.chat.toasts

    @property
    def sees(self) -> Message:
        """The bot's last message."""
        return self.chat.last

    def starts(self, payload: str = "") -> Message:
        """Press «Start», or open the bot by a deep link with a payload."""
        if not _PAYLOAD.fullmatch(payload):
            raise NotOnScreen(f"a deep link carries up to 64 of A-Za-z0-9_-, not {payload!r}")
        if self.chat.blocked:
            self.unblocks()
        return self.sends_text(f"/start {payload}".strip())

    def opens(self, link: str) -> Message:
        """Open a t.me link of this bot; raises NotOnScreen for any other address."""
        payload = self._telegram.payload_of(link)
        if payload is None:
            raise NotOnScreen(f"{link} does not lead to this bot")
        return self.starts(payload)

    def sends_text(self, text: str) -> Message:
        """Type a text and send it."""
        message = self._message(text=text, entities=_typed(text))
        return self._sent(message)

    def sends_document(self, name: str, content: bytes, caption: str = "") -> Message:
        """Send a file under a name."""
        return self._sends_file("document", Upload(name, content), caption)

    def sends_photo(self, content: bytes | None = None, caption: str = "") -> Message:
        """Send a picture: this PNG or JPEG, or a small grey one."""
        return self._sends_file("photo", Upload("photo.png", content or SMALL_PICTURE), caption)

    def sends_sticker(self, emoji: str = "👍") -> Message:
        """Send a sticker."""
        return self._sends_file("sticker", Upload(emoji, b"RIFF....WEBPVP8 "))

    def sends_voice(self) -> Message:
        """Send a voice message."""
        return self._sends_file("voice", Upload("voice.ogg", b"OggS"))

    def edits(self, message: Message, text: str) -> None:
        """Change one's own message."""
        message.text, message.entities = text, _typed(text)
        message.edited_at = self._telegram.clock()
        self._telegram.touch(self.chat, message)
        self._telegram.updates.add("edited_message", message.json(self.json, self.chat.json))

    def taps(self, button: str | Button, on: Message | None = None) -> Tap | Message:
        """Tap a button by its text, on this message or the newest one that has it; of the reply keyboard, too.

        Returns the tap, or the message it made of itself (a reply button, a deep link to this bot).
        Raises NotOnScreen with the buttons that are there.
        """
        text = button if isinstance(button, str) else button.text
        for message in [on] if on is not None else reversed(self.chat.visible):
            found = message.button(text)
            if found is not None and (isinstance(button, str) or found == button):
                return self._pressed(message, found)
        if on is None and any(key.text == text for row in self.chat.reply_keyboard for key in row):
            return self.sends_text(text)
        raise NotOnScreen(f"no button {text!r}; there are {self._buttons_on_screen()}")

    def taps_data(self, message_id: int, data: str) -> Tap:
        """Send a callback query with any data for any message, as a modified client or an old screen would."""
        self._must_not_have_blocked()
        telegram, chat = self._telegram, self.chat
        chat.started = True
        tap = telegram.taps.make(chat.id, message_id, data, telegram.clock())
        message = chat.find(message_id)
        shown = {"chat": chat.json, "message_id": message_id, "date": 0}
        if message is not None:
            shown = telegram.message_json(message)
        query = {"id": tap.id, "from": self.json, "message": shown, "chat_instance": str(chat.id), "data": data}
        tap.update_id = telegram.updates.add("callback_query", query)
        telegram.bell.ring()
        return tap

    def blocks_bot(self) -> None:
        """Stop the bot: it gets 403 from now on."""
        if not self.chat.blocked:
            self.chat.blocked = True
            self._membership("member", "kicked")

    def unblocks(self) -> None:
        """Let the bot write again."""
        if self.chat.blocked:
            self.chat.blocked = False
            self._membership("kicked", "member")

    def deletes_chat(self) -> None:
        """Clear the history on both sides; the bot's old messages are gone."""
        for message in self.chat.visible:
            message.deleted = True
            self._telegram.touch(self.chat, message)

    def _pressed(self, message: Message, button: Button) -> Tap | Message:
        if button.data is not None:
            return self.taps_data(message.id, button.data)
        if button.url is not None:
            return self.opens(button.url)
        raise NotOnScreen(f"the button {button.text!r} does nothing a bot would hear of")

    def _buttons_on_screen(self) -> list[list[str]]:
        return [message.buttons for message in self.chat.visible[-5:] if message.buttons]

    def _must_not_have_blocked(self) -> None:
        if self.chat.blocked:
            raise NotOnScreen(f"{self.first_name} has blocked the bot")

    def _message(self, **what: Any) -> Message:
        self._must_not_have_blocked()
        telegram = self._telegram
        return Message(id=telegram.next_message_id(), chat_id=self.id, from_bot=False, date=telegram.clock(), **what)

    def _sends_file(self, kind: Kind, upload: Upload, caption: str = "") -> Message:
        file = self._telegram.files.keep(kind, upload)
        return self._sent(self._message(text=caption, entities=_typed(caption), file=file))

    def _sent(self, message: Message) -> Message:
        self.chat.started = True
        self.chat.add(message)
        self._telegram.touch(self.chat, message)
        self._telegram.updates.add("message", message.json(self.json, self.chat.json))
        return message

    def _membership(self, old: str, new: str) -> None:
        telegram = self._telegram
        bot = telegram.bot_json
        change = {
            "chat": self.chat.json,
            "from": self.json,
            "date": int(telegram.clock().timestamp()),
            "old_chat_member": _member(bot, old),
            "new_chat_member": _member(bot, new),
        }
        telegram.updates.add("my_chat_member", change)
        telegram.touch(self.chat)


def _member(bot: dict[str, Any], status: str) -> dict[str, Any]:
    until = {"until_date": 0} if status == "kicked" else {}
    return {"status": status, "user": bot, **until}


def _typed(text: str) -> list[Entity]:
    return with_found(text, [])


def payload_of(link: str, username: str) -> str | None:
    """Return the payload of a deep link to a bot, "" when it has none, None when it leads elsewhere."""
    address = link if "://" in link else f"https://{link}"
    parts = urlsplit(address)
    query = parse_qs(parts.query)
    if parts.scheme == "tg" and parts.netloc == "resolve":
        name = query.get("domain", [""])[0]
    elif parts.netloc in {"t.me", "telegram.me", "telegram.dog"}:
        name = parts.path.strip("/")
    else:
        return None
    return query.get("start", [""])[0] if name.lower() == username.lower() else None


def _grey_picture(side: int = 32) -> bytes:
    def chunk(kind: bytes, body: bytes) -> bytes:
        return struct.pack(">I", len(body)) + kind + body + struct.pack(">I", zlib.crc32(kind + body))

    header = struct.pack(">IIBBBBB", side, side, 8, 0, 0, 0, 0)
    rows = zlib.compress((b"\x00" + b"\x99" * side) * side)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", header) + chunk(b"IDAT", rows) + chunk(b"IEND", b"")


SMALL_PICTURE = _grey_picture()
LONGEST_TYPED = 4096


def parts_of(text: str) -> list[str]:
    """Return a long typed text in the pieces a Telegram app would send: up to 4096 units each."""
    pieces, rest = [], text
    while units(rest) > LONGEST_TYPED:
        cut = rest.encode("utf-16-le")[: LONGEST_TYPED * 2].decode("utf-16-le", "ignore")
        pieces.append(cut)
        rest = rest[len(cut) :]
    return [*pieces, rest]

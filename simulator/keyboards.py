"""Keyboards under and beside messages: read from what a bot sends, refused when Telegram would refuse them."""

from dataclasses import dataclass
from typing import Any

from simulator.entities import good_link
from simulator.limits import Limits
from simulator.refusals import bad_request


@dataclass(frozen=True, slots=True)
class Button:
    """A button a person sees; exactly one of the other fields says what it does (none: it types its text)."""

    text: str
    data: str | None = None
    url: str | None = None
    copy: str | None = None
    web_app: str | None = None


Rows = tuple[tuple[Button, ...], ...]


@dataclass(frozen=True, slots=True)
class Markup:
    """A read reply_markup: inline rows as sent, or a keyboard instead of the letters, or its removal."""

    inline: Rows = ()
    sent: dict[str, Any] | None = None
    keyboard: Rows | None = None
    removes_keyboard: bool = False
    placeholder: str | None = None
    asks_for_reply: bool = False


NO_MARKUP = Markup()


def read(markup: Any, limits: Limits, *, inline_only: bool = False) -> Markup:
    """Return what a reply_markup says; raises Refused in Telegram's words."""
    if markup is None or markup == {}:
        return NO_MARKUP
    if not isinstance(markup, dict):
        raise bad_request("object expected as reply markup")
    if "inline_keyboard" in markup:
        rows = _rows(markup["inline_keyboard"], "inline_keyboard", limits, _inline_button)
        return Markup(inline=rows, sent={"inline_keyboard": _bare(markup["inline_keyboard"])} if rows else None)
    if inline_only:
        raise bad_request("inline keyboard expected")
    for flag in (
        "resize_keyboard",
        "one_time_keyboard",
        "is_persistent",
        "selective",
        "force_reply",
        "remove_keyboard",
    ):
        if not isinstance(markup.get(flag) or False, bool):
            raise bad_request(f'field "{flag}" must be of type Boolean')
    placeholder = markup.get("input_field_placeholder") or None
    if placeholder and len(placeholder) > limits.placeholder:
        raise bad_request("INPUT_FIELD_PLACEHOLDER_INVALID")
    if "keyboard" in markup:
        rows = _rows(markup["keyboard"], "keyboard", limits, _reply_button)
        return Markup(keyboard=rows, placeholder=placeholder)
    if markup.get("remove_keyboard"):
        return Markup(removes_keyboard=True)
    return Markup(asks_for_reply=bool(markup.get("force_reply")), placeholder=placeholder)


def _bare(rows: list[list[dict[str, Any]]]) -> list[list[dict[str, Any]]]:
    return [[{k: v for k, v in button.items() if v is not None} for button in row] for row in rows if row]


def _rows(rows: Any, field: str, limits: Limits, read_button: Any) -> Rows:
    if not isinstance(rows, list) or not all(isinstance(row, list) for row in rows):
        raise bad_request(f'field "{field}" must be of type Array')
    longest = max((len(row) for row in rows), default=0)
    count = sum(len(row) for row in rows)
    if field == "inline_keyboard" and (count > limits.buttons or longest > limits.buttons_in_a_row):
        raise bad_request("reply markup is too long")
    return tuple(tuple(read_button(button, limits) for button in row) for row in rows if row)


def _text_of(button: Any, what: str) -> str:
    if not isinstance(button, dict):
        raise bad_request(f"can't parse {what}: Object expected")
    text = button.get("text")
    if text is None:
        raise bad_request(f"can't parse {what}: Can't find field \"text\"")
    if not isinstance(text, str):
        raise bad_request(f'can\'t parse {what}: Field "text" must be of type String')
    if not text.strip():
        raise bad_request(f"{what} text is empty")
    return text


def _inline_button(button: Any, limits: Limits) -> Button:
    what = "inline keyboard button"
    text = _text_of(button, what)
    if (data := button.get("callback_data")) not in (None, ""):
        if not isinstance(data, str) or len(data.encode()) > limits.callback_data:
            raise bad_request("BUTTON_DATA_INVALID")
        return Button(text, data=data)
    if url := button.get("url"):
        return Button(text, url=_link(url, what))
    if (copied := button.get("copy_text")) is not None:
        words = copied.get("text", "") if isinstance(copied, dict) else ""
        if not 1 <= len(words) <= limits.copied_text:
            raise bad_request("BUTTON_COPY_TEXT_INVALID")
        return Button(text, copy=words)
    if (web_app := button.get("web_app")) is not None:
        return Button(text, web_app=_web_app(web_app, what))
    if button.get("pay") or button.get("callback_game") is not None:
        raise bad_request("BUTTON_TYPE_INVALID")
    raise bad_request(f"can't parse {what}: Text buttons are unallowed in the {what.removesuffix(' button')}")


def _reply_button(button: Any, limits: Limits) -> Button:
    what = "keyboard button"
    if isinstance(button, str):
        button = {"text": button}
    text = _text_of(button, what)
    web_app = button.get("web_app")
    return Button(text, web_app=_web_app(web_app, what) if web_app is not None else None)


def _link(url: Any, what: str) -> str:
    if isinstance(url, str) and "://" in url and url.partition("://")[0].lower() not in {"http", "https", "tg", "ton"}:
        raise bad_request(f"{what} URL '{url}' is invalid: Unsupported URL protocol")
    if not isinstance(url, str) or not good_link(url):
        raise bad_request(f"{what} URL '{url}' is invalid: Wrong HTTP URL")
    return url


def _web_app(web_app: Any, what: str) -> str:
    url = web_app.get("url", "") if isinstance(web_app, dict) else ""
    if not url.startswith("https://"):
        raise bad_request(f"{what} Web App URL '{url}' is invalid: Only HTTPS links are allowed")
    return str(url)

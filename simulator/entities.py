"""Entities of a text: counted in UTF-16 units, checked, found in plain text, and shown again as HTML."""

import re
from collections.abc import Callable, Iterable
from html import escape
from typing import Any
from urllib.parse import urlsplit

from simulator.refusals import bad_request

Entity = dict[str, Any]

SIMPLE = {
    "bold": "b",
    "italic": "i",
    "underline": "u",
    "strikethrough": "s",
    "spoiler": "tg-spoiler",
    "code": "code",
    "blockquote": "blockquote",
}
FOUND = {"url", "bot_command", "mention", "hashtag", "cashtag", "email", "phone_number"}
KINDS = {*SIMPLE, *FOUND, "pre", "text_link", "text_mention", "custom_emoji", "expandable_blockquote", "date_time"}

_FINDABLE = re.compile(
    r"(?P<url>(?:https?://|(?<!\w)t\.me/|(?<!\w)www\.)[^\s<>\"«»]+)|(?<![\w/.:@])(?P<bot_command>/[A-Za-z0-9_]{1,32})(?![\w/])"
)
_CLOSING_MARKS = ".,;:!?)"


def units(text: str) -> int:
    """Return a text's length as Telegram counts it: UTF-16 code units (an emoji is two)."""
    return len(text) if text.isascii() else len(text.encode("utf-16-le")) // 2


def good_link(url: str) -> bool:
    """Say whether Telegram would make a link of it: http(s), tg:// or a bare host with a dot."""
    if url.startswith(("tg://", "mailto:", "tel:")):
        return True
    try:
        parts = urlsplit(url if "://" in url else f"http://{url}")
    except ValueError:
        return False
    return parts.scheme in {"http", "https"} and bool(parts.hostname) and ("." in parts.netloc)


def trimmed(text: str, entities: list[Entity]) -> tuple[str, list[Entity]]:
    """Return the text without the white space around it, the entities moved and cut accordingly."""
    stripped = text.strip()
    if len(stripped) == len(text):
        return text, entities
    shift = units(text[: len(text) - len(text.lstrip())])
    end = units(stripped)
    kept = []
    for entity in entities:
        start = max(entity["offset"] - shift, 0)
        stop = min(entity["offset"] + entity["length"] - shift, end)
        if stop > start:
            kept.append({**entity, "offset": start, "length": stop - start})
    return stripped, kept


def checked(text: str, entities: Iterable[Any]) -> list[Entity]:
    """Return entities a bot has counted itself; raises Refused as Telegram does when they do not fit the text."""
    end = units(text)
    taken: list[Entity] = []
    for entity in entities:
        if not isinstance(entity, dict) or entity.get("type") not in KINDS:
            raise bad_request("can't parse MessageEntity: Unsupported type specified")
        offset, length = int(entity.get("offset", 0)), int(entity.get("length", 0))
        _check_place(offset, length, end)
        if entity["type"] == "text_link":
            _check_link(entity)
        if length > 0:
            taken.append({key: value for key, value in entity.items() if value is not None})
    return in_order(taken)


def _check_place(offset: int, length: int, end: int) -> None:
    if offset < 0:
        raise bad_request(f"receive an entity with incorrect offset {offset}")
    if length < 0:
        raise bad_request(f"receive an entity with incorrect length {length}")
    if offset > end:
        raise bad_request(f"entity begins after the end of the text at UTF-16 offset {offset}")
    if offset + length > end:
        raise bad_request(
            f"entity beginning at UTF-16 offset {offset} ends after the end of the text at UTF-16 offset {offset + length}"
        )


def _check_link(entity: Entity) -> None:
    if "url" not in entity:
        raise bad_request("can't parse MessageEntity: Can't find field \"url\"")
    if not entity["url"]:
        raise bad_request("entity URL '' is invalid: URL host is empty")
    if not good_link(entity["url"]):
        raise bad_request(f"entity URL '{entity['url']}' is invalid: Wrong HTTP URL")


def in_order(entities: list[Entity]) -> list[Entity]:
    """Return entities as Telegram lists them: by place, the longer first."""
    return sorted(entities, key=lambda entity: (entity["offset"], -entity["length"]))


def with_found(text: str, entities: list[Entity]) -> list[Entity]:
    """Return the entities with links and commands that Telegram finds by itself in plain text."""
    if "/" not in text and "www." not in text:
        return entities
    found = [entity for match in _FINDABLE.finditer(text) if (entity := _found(text, match, entities)) is not None]
    return in_order([*entities, *found]) if found else entities


def _found(text: str, match: re.Match[str], entities: list[Entity]) -> Entity | None:
    kind = str(match.lastgroup)
    shown = match.group().rstrip(_CLOSING_MARKS) if kind == "url" else match.group()
    offset, length = units(text[: match.start()]), units(shown)
    for entity in entities:
        overlaps = entity["offset"] < offset + length and offset < entity["offset"] + entity["length"]
        if overlaps and entity["type"] in {"pre", "code", "text_link"}:
            return None
    return {"type": kind, "offset": offset, "length": length}


def to_html(
    text: str, entities: Iterable[Entity], tags: "Callable[[Entity, str], tuple[str, str]] | None" = None
) -> str:
    """Return the text as HTML; `tags` gives the opening and closing tag of an entity over its words."""
    tags = tags or telegram_tags
    encoded = text.encode("utf-16-le")

    def words(start: int, stop: int) -> str:
        return encoded[start * 2 : stop * 2].decode("utf-16-le", "replace")

    shown = [entity for entity in entities if entity["length"] > 0]
    edges = sorted({0, len(encoded) // 2, *(e["offset"] for e in shown), *(e["offset"] + e["length"] for e in shown)})
    out: list[str] = []
    opened: list[tuple[Entity, str]] = []
    for start, stop in zip(edges, [*edges[1:], edges[-1]], strict=True):
        _close_and_open(start, shown, opened, out, lambda e: tags(e, words(e["offset"], e["offset"] + e["length"])))
        out.append(escape(words(start, stop), quote=False))
    return "".join(out)


def _close_and_open(
    place: int,
    entities: list[Entity],
    opened: list[tuple[Entity, str]],
    out: list[str],
    tags: "Callable[[Entity], tuple[str, str]]",
) -> None:
    reopened: list[Entity] = []
    while any(entity["offset"] + entity["length"] == place for entity, _ in opened):
        entity, closing = opened.pop()
        out.append(closing)
        if entity["offset"] + entity["length"] != place:
            reopened.append(entity)
    for entity in [*reversed(reopened), *(entity for entity in entities if entity["offset"] == place)]:
        opening, closing = tags(entity)
        out.append(opening)
        opened.append((entity, closing))


def telegram_tags(entity: Entity, words: str) -> tuple[str, str]:
    """Return the tags a bot would have written in HTML for this entity; none for what Telegram found by itself."""
    kind = entity["type"]
    match kind:
        case "pre":
            language = entity.get("language")
            if language:
                return f'<pre><code class="language-{escape(language)}">', "</code></pre>"
            return "<pre>", "</pre>"
        case "text_link":
            return f'<a href="{escape(entity["url"])}">', "</a>"
        case "expandable_blockquote":
            return "<blockquote expandable>", "</blockquote>"
        case _ if kind in SIMPLE:
            return f"<{SIMPLE[kind]}>", f"</{SIMPLE[kind]}>"
        case _:
            return "", ""

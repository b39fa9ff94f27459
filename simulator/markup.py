"""HTML as Telegram reads it: a few tags, byte offsets in its complaints, everything else refused."""

import re

from simulator.entities import Entity, good_link, in_order, units
from simulator.refusals import Refused, bad_request

TAGS = {
    "b": "bold",
    "strong": "bold",
    "i": "italic",
    "em": "italic",
    "s": "strikethrough",
    "strike": "strikethrough",
    "del": "strikethrough",
    "u": "underline",
    "ins": "underline",
    "tg-spoiler": "spoiler",
    "span": "spoiler",
    "a": "text_link",
    "tg-emoji": "custom_emoji",
    "tg-time": "date_time",
    "pre": "pre",
    "code": "code",
    "blockquote": "blockquote",
}

_SPECIAL = re.compile("[<&]")
_NAMED = {"lt": "<", "gt": ">", "amp": "&", "quot": '"'}
_CHARACTER = re.compile(r"&(?:#(?:x(?P<hex>[0-9a-fA-F]+)|(?P<decimal>[0-9]+))|(?P<name>lt|gt|amp|quot));?")
_TAG_NAME = re.compile(r"[^\s>]*")
_ATTRIBUTE_NAME = re.compile(r"[^\s=>/\"']*")
_TOKEN = re.compile(r"[A-Za-z0-9.\-]*")
_SPACES = re.compile(r"\s*")


def parse_html(source: str) -> tuple[str, list[Entity]]:
    """Return the plain text and its entities; raises Refused in Telegram's words, with a byte offset."""
    if "<" not in source and "&" not in source:
        return source, []
    return _Reader(source).read()


def _decoded(source: str, at: int) -> tuple[str, int] | None:
    match = _CHARACTER.match(source, at)
    if match is None:
        return None
    if match["name"]:
        return _NAMED[match["name"]], match.end()
    number = int(match["hex"], 16) if match["hex"] else int(match["decimal"])
    if not 0 < number < 0x10FFFF or 0xD800 <= number < 0xE000:
        return None
    return chr(number), match.end()


class _Open:
    __slots__ = ("argument", "name", "offset")

    def __init__(self, name: str, argument: str, offset: int) -> None:
        self.name, self.argument, self.offset = name, argument, offset


class _Reader:
    def __init__(self, source: str) -> None:
        self._source = source
        self._at = 0
        self._out: list[str] = []
        self._units = 0
        self._opened: list[_Open] = []
        self._entities: list[Entity] = []

    def read(self) -> tuple[str, list[Entity]]:
        source = self._source
        while (match := _SPECIAL.search(source, self._at)) is not None:
            self._keep(source[self._at : match.start()])
            self._at = match.start()
            if match.group() == "<":
                self._tag()
            else:
                self._ampersand()
        self._keep(source[self._at :])
        if self._opened:
            name = self._opened[-1].name
            raise bad_request(f"can't parse entities: Can't find end tag corresponding to start tag \"{name}\"")
        return "".join(self._out), in_order(self._entities)

    def _keep(self, words: str) -> None:
        if words:
            self._out.append(words)
            self._units += units(words)

    def _ampersand(self) -> None:
        character, self._at = _decoded(self._source, self._at) or ("&", self._at + 1)
        self._keep(character)

    def _fault(self, begin: int, words: str, end: str = "") -> Refused:
        offset = len(self._source[:begin].encode())
        return bad_request(f"can't parse entities: {words} at byte offset {offset}{end}")

    def _next(self) -> str:
        return self._source[self._at : self._at + 1]

    def _skip_spaces(self) -> None:
        match = _SPACES.match(self._source, self._at)
        self._at = match.end() if match else self._at

    def _take(self, pattern: re.Pattern[str]) -> str:
        match = pattern.match(self._source, self._at)
        taken = match.group() if match else ""
        self._at += len(taken)
        return taken

    def _tag(self) -> None:
        begin = self._at
        self._at += 1
        if self._next() == "/":
            self._at += 1
            self._end_tag(begin)
        else:
            self._start_tag(begin)

    def _start_tag(self, begin: int) -> None:
        name = self._take(_TAG_NAME).lower()
        if not self._next():
            raise self._fault(begin, "Unclosed start tag")
        if name not in TAGS:
            raise self._fault(begin, f'Unsupported start tag "{name}"')
        argument = self._attributes(name, begin)
        if name == "span" and argument != "spoiler":
            raise self._fault(begin, 'Tag "span" must have class "tg-spoiler"')
        if name == "tg-emoji" and not (argument.isdigit() and int(argument) < 2**63):
            raise bad_request("can't parse entities: Invalid custom emoji identifier specified")
        self._opened.append(_Open(name, argument, self._units))

    def _attributes(self, tag: str, begin: int) -> str:
        argument = ""
        while True:
            self._skip_spaces()
            if self._next() == ">":
                self._at += 1
                return argument
            if not self._next():
                raise self._fault(begin, "Unclosed start tag")
            name = self._take(_ATTRIBUTE_NAME)
            if not name:
                raise self._fault(begin, f'Empty attribute name in the tag "{tag}"')
            value = self._attribute_value(tag, begin)
            argument = _argument(tag, name, value) or argument

    def _attribute_value(self, tag: str, begin: int) -> str:
        self._skip_spaces()
        if self._next() != "=":
            if tag == "blockquote":
                return ""
            raise self._fault(begin, f'Expected equal sign in declaration of an attribute of the tag "{tag}"')
        self._at += 1
        self._skip_spaces()
        quote = self._next()
        if quote in {"'", '"'}:
            return self._quoted(quote, begin)
        token_begin = self._at
        token = self._take(_TOKEN)
        if self._next() and self._next() != ">" and not self._next().isspace():
            raise self._fault(token_begin, "Unexpected end of name token")
        return token.lower()

    def _quoted(self, quote: str, begin: int) -> str:
        self._at += 1
        stop = self._source.find(quote, self._at)
        if stop < 0:
            raise self._fault(begin, "Unclosed start tag")
        raw, self._at = self._source[self._at : stop], stop + 1
        return _CHARACTER.sub(lambda match: (_decoded(match.group(), 0) or (match.group(), 0))[0], raw)

    def _end_tag(self, begin: int) -> None:
        if not self._opened:
            raise self._fault(begin, "Unexpected end tag")
        name = self._take(_TAG_NAME)
        self._skip_spaces()
        if self._next() != ">":
            raise self._fault(begin, "Unclosed end tag")
        self._at += 1
        opened = self._opened.pop()
        if name and name != opened.name:
            raise self._fault(begin, "Unmatched end tag", f', expected "</{opened.name}>", found "</{name}>"')
        if self._units > opened.offset:
            self._entities.extend(self._entity(opened))

    def _entity(self, opened: _Open) -> list[Entity]:
        entity: Entity = {"type": TAGS[opened.name], "offset": opened.offset, "length": self._units - opened.offset}
        match opened.name:
            case "a":
                return self._link(entity, opened.argument)
            case "tg-emoji":
                entity["custom_emoji_id"] = opened.argument
            case "blockquote" if opened.argument:
                entity["type"] = "expandable_blockquote"
            case "code" if opened.argument:
                entity["language"] = opened.argument
            case "pre":
                self._adopt_language(entity)
        return [entity]

    def _link(self, entity: Entity, address: str) -> list[Entity]:
        if not address:
            text, offset = "".join(self._out).encode("utf-16-le"), entity["offset"]
            address = text[offset * 2 :].decode("utf-16-le")
        return [{**entity, "url": address}] if good_link(address) else []

    def _adopt_language(self, pre: Entity) -> None:
        for inner in self._entities:
            same = inner["offset"] == pre["offset"] and inner["length"] == pre["length"]
            if inner["type"] == "code" and same:
                self._entities.remove(inner)
                if "language" in inner:
                    pre["language"] = inner["language"]
                return


def _argument(tag: str, name: str, value: str) -> str:
    match tag, name:
        case "a", "href":
            return value
        case "code", "class" if value.startswith("language-"):
            return value.removeprefix("language-")
        case "span", "class" if value.startswith("tg-"):
            return value.removeprefix("tg-")
        case "tg-emoji", "emoji-id":
            return value
        case "blockquote", "expandable":
            return "expandable"
        case _:
            return ""

"""What a bot says about itself: name, descriptions, commands for each scope and language, menu button."""

import json
import re
from dataclasses import dataclass, field
from typing import Any

from simulator.limits import Limits
from simulator.refusals import bad_request

_COMMAND = re.compile(r"[a-z0-9_]+")
DEFAULT_SCOPE = {"type": "default"}


@dataclass(slots=True)
class Profile:
    """The bot's own page; texts are kept by language ("" for everybody else)."""

    name: str
    names: dict[str, str] = field(default_factory=dict)
    descriptions: dict[str, str] = field(default_factory=dict)
    short_descriptions: dict[str, str] = field(default_factory=dict)
    commands: dict[tuple[str, str], list[dict[str, str]]] = field(default_factory=dict)
    menu_buttons: dict[int, dict[str, Any]] = field(default_factory=dict)

    def commands_for(self, chat_id: int, language: str) -> list[dict[str, str]]:
        """Return the commands a person sees: the narrowest scope wins, their language before none."""
        for scope in ({"chat_id": chat_id, "type": "chat"}, {"type": "all_private_chats"}, DEFAULT_SCOPE):
            for code in (language, ""):
                if found := self.commands.get((scope_key(scope), code)):
                    return found
        return []


def scope_key(scope: dict[str, Any] | None) -> str:
    """Return one text for one scope, whatever the order of its fields."""
    return json.dumps(scope or DEFAULT_SCOPE, sort_keys=True)


def read_commands(given: Any, limits: Limits) -> list[dict[str, str]]:
    """Return the commands as Telegram keeps them: without a leading slash, each once; raises Refused."""
    if not isinstance(given, list):
        raise bad_request("expected an Array of BotCommand")
    if len(given) > limits.commands:
        raise bad_request("BOT_COMMANDS_TOO_MUCH")
    kept: dict[str, str] = {}
    for command in given:
        name = str(command.get("command", "")).strip().removeprefix("/")
        kept[_checked_name(name, limits)] = _checked_description(str(command.get("description", "")).strip(), limits)
    return [{"command": name, "description": description} for name, description in kept.items()]


def _checked_name(name: str, limits: Limits) -> str:
    if not name:
        raise bad_request("command must be non-empty")
    if len(name) > limits.command_name:
        raise bad_request(f"command length must not exceed {limits.command_name}")
    if not _COMMAND.fullmatch(name):
        raise bad_request("BOT_COMMAND_INVALID")
    return name


def _checked_description(description: str, limits: Limits) -> str:
    if not description:
        raise bad_request("command description must be non-empty")
    if len(description) > limits.command_description:
        raise bad_request(f"command description length must not exceed {limits.command_description}")
    return description

"""How a bot presents itself: commands, descriptions, name, menu button."""

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from simulator.methods.common import chat_of
from simulator.params import Params
from simulator.profile import read_commands, scope_key
from simulator.refusals import bad_request

if TYPE_CHECKING:
    from simulator.telegram import Telegram

_SCOPES = frozenset(
    [
        "default",
        "all_private_chats",
        "all_group_chats",
        "all_chat_administrators",
        "chat",
        "chat_administrators",
        "chat_member",
    ]
)


def set_my_commands(telegram: "Telegram", params: Params) -> bool:
    """Set the commands of a scope and language."""
    commands = read_commands(params.json("commands"), telegram.limits)
    telegram.profile.commands[_key(telegram, params)] = commands
    _show_everybody(telegram)
    return True


def get_my_commands(telegram: "Telegram", params: Params) -> list[dict[str, str]]:
    """Return the commands of exactly this scope and language."""
    return telegram.profile.commands.get(_key(telegram, params), [])


def delete_my_commands(telegram: "Telegram", params: Params) -> bool:
    """Forget the commands of a scope and language."""
    telegram.profile.commands.pop(_key(telegram, params), None)
    _show_everybody(telegram)
    return True


def _show_everybody(telegram: "Telegram") -> None:
    for user in telegram.users.values():
        telegram.touch(user.chat)


def _key(telegram: "Telegram", params: Params) -> tuple[str, str]:
    scope = params.json("scope") or {"type": "default"}
    if scope.get("type") not in _SCOPES:
        raise bad_request("can't parse BotCommandScope: Unsupported type specified")
    if scope["type"] == "chat":
        chat = chat_of(telegram, Params({"chat_id": scope.get("chat_id")}), writing=False)
        scope = {"type": "chat", "chat_id": chat.id}
    return scope_key(scope), params.text("language_code")


def _text_setter(field: str, longest: str, kept: str, refusal: str) -> Callable[["Telegram", Params], bool]:
    def set_text(telegram: "Telegram", params: Params) -> bool:
        text = params.text(field).strip()
        if len(text) > getattr(telegram.limits, longest):
            raise bad_request(refusal)
        getattr(telegram.profile, kept)[params.text("language_code")] = text
        return True

    return set_text


def _text_getter(field: str, kept: str) -> Callable[["Telegram", Params], dict[str, str]]:
    def get_text(telegram: "Telegram", params: Params) -> dict[str, str]:
        texts: dict[str, str] = getattr(telegram.profile, kept)
        default = telegram.profile.name if field == "name" else ""
        return {field: texts.get(params.text("language_code")) or texts.get("") or default}

    return get_text


def set_chat_menu_button(telegram: "Telegram", params: Params) -> bool:
    """Set the button beside the text field, for one chat or (0) for all."""
    chat_id = chat_of(telegram, params, writing=False).id if params.given("chat_id") else 0
    telegram.profile.menu_buttons[chat_id] = params.json("menu_button") or {"type": "default"}
    return True


def get_chat_menu_button(telegram: "Telegram", params: Params) -> dict[str, Any]:
    """Return the button beside the text field."""
    buttons = telegram.profile.menu_buttons
    return buttons.get(params.integer("chat_id")) or buttons.get(0) or {"type": "default"}


METHODS: dict[str, Callable[..., Any]] = {
    "setMyCommands": set_my_commands,
    "getMyCommands": get_my_commands,
    "deleteMyCommands": delete_my_commands,
    "setMyName": _text_setter("name", "name", "names", "BOT_TITLE_INVALID"),
    "getMyName": _text_getter("name", "names"),
    "setMyDescription": _text_setter("description", "description", "descriptions", "BOT_DESCRIPTION_TOO_LONG"),
    "getMyDescription": _text_getter("description", "descriptions"),
    "setMyShortDescription": _text_setter(
        "short_description", "short_description", "short_descriptions", "BOT_ABOUT_TOO_LONG"
    ),
    "getMyShortDescription": _text_getter("short_description", "short_descriptions"),
    "setChatMenuButton": set_chat_menu_button,
    "getChatMenuButton": get_chat_menu_button,
}

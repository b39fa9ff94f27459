"""How a bot hears: itself, updates, taps to answer, files to fetch, chats to look at."""

from typing import TYPE_CHECKING, Any

from simulator.chats import Toast
from simulator.methods.common import chat_of
from simulator.params import Params
from simulator.refusals import STALE_QUERY, bad_request

if TYPE_CHECKING:
    from simulator.telegram import Telegram


def get_me(telegram: "Telegram", params: Params) -> dict[str, Any]:
    """Return the bot itself."""
    return {
        **telegram.bot_json,
        "can_join_groups": False,
        "can_read_all_group_messages": False,
        "supports_inline_queries": False,
    }


async def get_updates(telegram: "Telegram", params: Params) -> list[dict[str, Any]]:
    """Confirm what was before `offset` and return what waits, or wait for it."""
    updates = telegram.updates
    updates.hurried = telegram.limits_on
    limit = params.integer("limit", 100)
    wanted = params.json("allowed_updates")
    return await updates.get(params.integer("offset"), limit, params.integer("timeout"), wanted)


def delete_webhook(telegram: "Telegram", params: Params) -> bool:
    """There never is a webhook; waiting updates are dropped when asked."""
    if params.flag("drop_pending_updates"):
        telegram.updates.forget_all()
    return True


def get_webhook_info(telegram: "Telegram", params: Params) -> dict[str, Any]:
    """Return that updates are polled and how many wait."""
    return {"url": "", "has_custom_certificate": False, "pending_update_count": telegram.pending}


def answer_callback_query(telegram: "Telegram", params: Params) -> bool:
    """Answer a tap, once and in time."""
    text = params.text("text")
    if len(text) > telegram.limits.toast:
        raise bad_request("MESSAGE_TOO_LONG")
    tap = telegram.taps.find(params.text("callback_query_id"))
    if tap is None or tap.answered or telegram.clock() - tap.made_at > telegram.limits.query_lives:
        raise bad_request(STALE_QUERY)
    tap.answered = True
    if text or params.given("url"):
        tap.toast = Toast(text, params.flag("show_alert"), params.text("url") or None)
        chat = telegram.users[tap.chat_id].chat
        chat.toasts.append(tap.toast)
        telegram.touch(chat)
    return True


def get_file(telegram: "Telegram", params: Params) -> dict[str, Any]:
    """Return where a file can be downloaded."""
    file = telegram.files.to_download(params.text("file_id"))
    return {
        "file_id": file.file_id,
        "file_unique_id": file.unique_id,
        "file_size": len(file.content),
        "file_path": file.path,
    }


def get_chat(telegram: "Telegram", params: Params) -> dict[str, Any]:
    """Return what is known of a chat."""
    chat = chat_of(telegram, params, writing=False)
    return {**chat.json, "accent_color_id": 0, "max_reaction_count": 11, "accepted_gift_types": _NO_GIFTS}


_NO_GIFTS = {
    "unlimited_gifts": False,
    "limited_gifts": False,
    "unique_gifts": False,
    "premium_subscription": False,
    "gifts_from_channels": False,
}

METHODS = {
    "getMe": get_me,
    "getUpdates": get_updates,
    "deleteWebhook": delete_webhook,
    "getWebhookInfo": get_webhook_info,
    "answerCallbackQuery": answer_callback_query,
    "getFile": get_file,
    "getChat": get_chat,
}

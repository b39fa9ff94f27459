"""The address of an invitation, as people open and forward it."""

from __future__ import annotations

from urllib.parse import quote

from aiogram import Bot


async def address(bot: Bot, token: str) -> str:
    """The link that opens the bot with this token."""
    me = await bot.me()
    return f"https://t.me/{me.username}?start={token}"


def sharing(link: str, text: str) -> str:
    """The link that lets one forward another link with a few words."""
    return f"https://t.me/share/url?url={quote(link, safe='')}&text={quote(text)}"

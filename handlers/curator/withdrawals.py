"""Consents taken back, as the curator sees them: what each touched, what is left to do, pairs that may go on."""

from __future__ import annotations

from aiogram import Router
from aiogram.filters.callback_data import CallbackData

from handlers.chat import Chat
from handlers.curator.acts import ActTap
from handlers.curator.back import ways_back
from handlers.curator.door import CuratorOnly
from handlers.curator.paper_returns import PaperTap
from handlers.screen import Button, HomeTap, Row, Screen, screen
from locales.words import Say
from mentoring.consents import Purpose
from mentoring.naming import shown
from mentoring.people import Speaker
from services.notices import Notice, Values
from services.withdrawing import Frozen, Seen, WithdrawalPage, Withdrawing


class WithdrawalTap(CallbackData, prefix="wdl1"):
    """l the list (`id`: older than this one), o one, d done, f frozen pairs, u let one go on."""

    step: str = "l"
    id: int = 0


async def tapped(
    chat: Chat, say: Say, speaker: Speaker, callback_data: WithdrawalTap, withdrawing: Withdrawing
) -> None:
    """Whatever is done about withdrawals."""
    about = callback_data.id
    match callback_data.step:
        case "o":
            await chat.show(one_screen(say, speaker, await withdrawing.one(speaker, about)))
        case "d":
            seen = await withdrawing.finish(speaker, about)
            await chat.show(one_screen(say, speaker, seen).under(say("withdrawal-noted")))
        case "f":
            await chat.show(_frozen(say, speaker, await withdrawing.frozen(speaker)))
        case "u":
            await withdrawing.unfreeze(speaker, about)
            await chat.show(_frozen(say, speaker, await withdrawing.frozen(speaker)).under(say("withdrawal-goes-on")))
        case _:
            await chat.show(_list(say, speaker, await withdrawing.page(speaker, about)))


def _list(say: Say, speaker: Speaker, page: WithdrawalPage) -> Screen:
    rows: list[Row] = [
        [
            Button(
                say.plain("withdrawal-button", name=shown(each.person, speaker), purpose=each.withdrawal.purpose,
                          state=_state(each)),
                WithdrawalTap(step="o", id=each.withdrawal.id),
            )
        ]
        for each in page.seen
    ]  # fmt: skip
    if page.more:
        rows.append([Button(say.plain("acts-older"), WithdrawalTap(id=page.seen[-1].withdrawal.id))])
    if page.frozen:
        rows.append([Button(say.plain("withdrawal-frozen", count=page.frozen), WithdrawalTap(step="f"))])
    rows.append([Button(say.plain("acts-section"), ActTap())])
    return screen(say("withdrawals-title" if page.seen else "withdrawals-none"), *rows, ways_back(say))


def _state(seen: Seen) -> str:
    withdrawal = seen.withdrawal
    if seen.person.erased_at is not None:
        return "erased"
    if withdrawal.cancelled_at is not None:
        return "back"
    return "due" if withdrawal.due_on is not None and withdrawal.done_at is None else "noted"


def one_screen(say: Say, speaker: Speaker, seen: Seen) -> Screen:
    """One withdrawal, line by line."""
    withdrawal, state = seen.withdrawal, _state(seen)
    title = say("withdrawal-one", name=shown(seen.person, speaker), purpose=withdrawal.purpose)
    lines: list[str] = [
        title,
        say("withdrawal-when", date=say.date(seen.on), by=_by(seen)),
        "",
        say("withdrawal-touched"),
    ]
    touched = [say("withdrawal-line", what=what, count=count) for what, count in withdrawal.touched.items()]
    lines += touched or [say("withdrawal-line", what="nothing", count=0)]
    lines += ["", say("withdrawal-next", purpose=withdrawal.purpose, state=state, due=_due(seen))]
    rows: list[Row] = []
    if state == "due":
        rows.append([Button(say.plain("withdrawal-done"), WithdrawalTap(step="d", id=withdrawal.id))])
    if withdrawal.purpose is Purpose.PARTICIPATION and state not in ("erased", "back"):
        own = _by(seen) == "own" and seen.minor
        tap = PaperTap(step="s" if own else "r", id=seen.person.id)
        rows.append([Button(say.plain("withdrawal-paper"), tap)])
    rows.append([Button(say.plain("withdrawals-to-list"), WithdrawalTap()), Button(say.plain("to-home"), HomeTap())])
    return screen("\n".join(lines), *rows)


def _by(seen: Seen) -> str:
    return "own" if seen.by is not None and seen.by.id == seen.person.id else "guardian"


def _due(seen: Seen) -> str:
    return f"{seen.withdrawal.due_on:%d.%m.%Y}" if seen.withdrawal.due_on else ""


def _frozen(say: Say, speaker: Speaker, pairs: list[Frozen]) -> Screen:
    lines: list[str] = [say("withdrawal-frozen-title" if pairs else "withdrawal-frozen-none"), ""]
    rows: list[Row] = []
    for each in pairs:
        names = {"mentor": shown(each.mentor, speaker), "mentee": shown(each.mentee, speaker)}
        lines.append(say("withdrawal-pair", ready="yes" if each.ready else "no", **names))
        if each.ready:
            words = say.plain("withdrawal-unfreeze", **names)
            rows.append([Button(words, WithdrawalTap(step="u", id=each.member.id))])
    rows.append([Button(say.plain("withdrawals-to-list"), WithdrawalTap()), Button(say.plain("to-home"), HomeTap())])
    return screen("\n".join(lines), *rows)


def of_purpose(say: Say, values: Values, notice: Notice) -> Screen:
    """The curator hears that one consent was taken back."""
    more = Button(say.plain("withdrawal-look"), WithdrawalTap(step="o", id=notice.about))
    return screen(say("notice-withdrew-purpose", **values), [more], [Button(say.plain("to-home"), HomeTap())])


def back(say: Say, values: Values, notice: Notice) -> Screen:
    """The curator hears that somebody came back."""
    rows: list[Row] = []
    if values["frozen"]:
        rows.append([Button(say.plain("withdrawal-frozen", count=values["frozen"]), WithdrawalTap(step="f"))])
    return screen(say("notice-came-back", **values), *rows, [Button(say.plain("to-home"), HomeTap())])


def router() -> Router:
    """Withdrawals, for curators."""
    routes = Router(name="withdrawals")
    routes.callback_query.filter(CuratorOnly())
    routes.callback_query.register(tapped, WithdrawalTap.filter())
    return routes

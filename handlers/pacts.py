"""The rules of a pair in chat: six short lines, how often to meet, «Принимаю»; on home until they are accepted."""

from __future__ import annotations

from aiogram import Router

from handlers import home
from handlers.chat import Chat
from handlers.home import Panel
from handlers.meeting_parts import PactTap, names
from handlers.screen import Button, HomeTap, Row, Screen, grid, screen
from locales.words import Say
from mentoring.pacts import RULES
from mentoring.people import Speaker
from mentoring.refusal import NotYours
from services.notices import Notice, Values
from services.pacts import Pace, Pacts, PactView


async def tapped(chat: Chat, say: Say, speaker: Speaker, callback_data: PactTap, pacts: Pacts) -> None:
    """Read, choose how often to meet, accept."""
    tap = callback_data
    if tap.deed == "a":
        view = await pacts.accept(speaker, tap.match, tap.edition, _pace(tap.pace))
        await chat.call(home.show, note=say("pact-kept", pace=(view.mine or Pace.AGREED).value))
        return
    now, view = await pacts.look(speaker, tap.match)
    if tap.deed == "p":
        await chat.show(_pace_screen(say, tap.match))
        return
    await chat.show(pact_screen(say, now, view, _pace(tap.pace) if tap.deed == "c" else None))


def _pace(name: str) -> Pace:
    if name not in set(Pace):
        raise NotYours
    return Pace(name)


def rule_lines(say: Say, edition: str, pace: Pace | None) -> list[str]:
    """The lines of an edition, numbered."""
    lines = []
    for number, rule in enumerate(RULES, 1):
        values = {"pace": pace.value if pace else "none"} if rule == "meetings" else {}
        lines.append(f"{number}. {say(f'pact-rule-{edition}-{rule}', **values)}")
    return lines


def pact_screen(say: Say, viewer: Speaker, view: PactView, chosen: Pace | None = None) -> Screen:
    """The rules, how often the other side would meet, and what may be answered."""
    pace = chosen or view.theirs or view.mine
    lines: list[str] = [
        say("pact-title", side=view.side.value, who=names(view.others, viewer), count=len(view.others)),
        say("pact-until", date=say.date(view.until)),
        "",
        *rule_lines(say, view.edition, pace),
        "",
    ]
    rows: list[Row] = []
    if chosen is None and not view.waits:
        lines.append(say("pact-whole" if view.whole else "pact-accepted"))
        rows.append([Button(say.plain("pact-other-pace"), PactTap(match=view.match_id, deed="p"))])
    elif pace is None:
        lines.append(say("pact-ask-pace"))
        rows += _paces(say, view.match_id)
    else:
        words = "pact-proposed" if chosen is None else "pact-chosen"
        lines.append(say(words, pace=pace.value))
        accept = PactTap(match=view.match_id, deed="a", pace=pace.value, edition=view.edition)
        rows.append([Button(say.plain("pact-accept"), accept)])
        rows.append([Button(say.plain("pact-other-pace"), PactTap(match=view.match_id, deed="p"))])
    return screen("\n".join(lines), *rows, [Button(say.plain("to-home"), HomeTap())])


def _paces(say: Say, match: int) -> list[Row]:
    return grid(
        [
            Button(say.plain("pact-pace-button", pace=each.value), PactTap(match=match, deed="c", pace=each.value))
            for each in Pace
        ],
        2,
    )


def _pace_screen(say: Say, match: int) -> Screen:
    back = Button(say.plain("pact-open"), PactTap(match=match))
    return screen(say("pact-ask-pace"), *_paces(say, match), [back, Button(say.plain("to-home"), HomeTap())])


def open_row(say: Say, match: int) -> Row:
    """The way to the rules of a pair."""
    return [Button(say.plain("pact-open"), PactTap(match=match))]


def notice_view(say: Say, values: Values, notice: Notice) -> Screen:
    """Both agreed, a reminder, another pace: the rules are one tap away."""
    home_row = [Button(say.plain("to-home"), HomeTap())]
    return screen(say(f"notice-{notice.kind}", **values), open_row(say, values["match"]), home_row)


async def panel(say: Say, speaker: Speaker, pacts: Pacts) -> Panel | None:
    """The rules that wait for one's word."""
    panel = Panel()
    for view in await pacts.mine(speaker):
        who = names(view.others, speaker)
        if view.mine is None or view.theirs is None:
            panel.lines.append(say("pact-line", who=who))
        else:
            panel.lines.append(say("pact-line-pace", who=who, pace=view.theirs.value))
        panel.rows.append(open_row(say, view.match_id))
    return panel if panel.lines else None


def router() -> Router:
    """The rules of a pair."""
    routes = Router(name="pacts")
    routes.callback_query.register(tapped, PactTap.filter())
    return routes

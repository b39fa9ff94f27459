"""The first measurement in chat: a participant about themselves."""

from __future__ import annotations

from handlers import home
from handlers.chat import Chat
from handlers.home import Panel
from handlers.participant import FillTap
from handlers.screen import Button, HomeTap, Screen, screen
from locales.words import Say
from mentoring.people import Role, Speaker
from services.baseline import Baseline
from services.notices import Notice, Values


async def panel(say: Say, speaker: Speaker, baseline: Baseline) -> Panel | None:
    """One's own questionnaire while it is not sent; one that was begun is offered by the line of what was stopped at."""
    if not {Role.MENTEE, Role.MENTOR} & speaker.roles or (mine := await baseline.own(speaker)) is None:
        return None
    form, about, begun = mine
    fill = Button(say.plain("baseline-fill"), FillTap(form=form, about=about))
    return Panel([say("baseline-panel")], [] if begun else [[fill]])


def nudged(say: Say, values: Values, notice: Notice) -> Screen:
    """The one reminder."""
    fill = Button(say.plain("baseline-fill"), FillTap(form=values["form"], about=notice.about))
    return screen(say("notice-baseline"), [fill], [Button(say.plain("to-home"), HomeTap())])


async def after_own(chat: Chat, say: Say) -> None:
    """Sent."""
    await chat.call(home.show, note=say("baseline-thanks"))

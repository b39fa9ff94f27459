"""Notices about meetings, each with what one can do about it at once."""

from __future__ import annotations

from handlers.meeting_parts import MeetTap, PairTap, PlanTap, answer_rows, log_rows, took_place_row, when
from handlers.notices import View
from handlers.screen import Button, HomeTap, Row, Screen, screen
from locales.words import Markup, Say
from services.notices import Notice, Values


def told(say: Say, values: Values, notice: Notice) -> Screen:
    """A meeting was set or moved."""
    return screen(_text(say, values, notice), *answer_rows(say, notice.about, notice.revision), *_more(say, notice))


def reminded(say: Say, values: Values, notice: Notice) -> Screen:
    """The day before, the hour before: a reminder that can be acted on."""
    if not values["leads"]:
        return screen(_text(say, values, notice), *answer_rows(say, notice.about, notice.revision), [_home(say)])
    text = _text(say, values, notice)
    if values["absent"]:
        text = Markup(text + "\n" + say("meeting-comes-not", who=values["absent"]))
    will = [_do(say, "meeting-will-come", notice, "c"), _do(say, "meeting-will-not", notice, "n")]
    return screen(text, will, [_move(say, values, notice)], [_home(say)])


def called_off(say: Say, values: Values, notice: Notice) -> Screen:
    """It will not take place."""
    return screen(_text(say, values, notice), [_home(say)])


def asked_how(say: Say, values: Values, notice: Notice) -> Screen:
    """«Как прошла встреча?», of the mentor."""
    text = say("meeting-how", who=values["who"], when=_when(say, values))
    return screen(text, *log_rows(say, notice.about), [_home(say)])


def asked_whether(say: Say, values: Values, notice: Notice) -> Screen:
    """Whether it took place, of the mentee."""
    text = say("meeting-took-place", who=values["who"], when=_when(say, values))
    return screen(text, took_place_row(say, notice.about, notice.revision), [_home(say)])


def cannot(say: Say, values: Values, notice: Notice) -> Screen:
    """A mentee cannot come, or asks for another time."""
    off = _do(say, "meeting-call-off", notice, "o")
    return screen(_text(say, values, notice), [_move(say, values, notice), off], [_home(say)])


def nudged(say: Say, values: Values, notice: Notice) -> Screen:
    """The curator reminds that no meeting is planned."""
    text = say("notice-meeting-nudge", who=values["who"])
    return screen(text, [Button(say.plain("meeting-set"), PairTap(match=values["match"]))], [_home(say)])


VIEWS: dict[str, View] = {
    "meeting-set": told,
    "meeting-moved": told,
    "meeting-called-off": called_off,
    "meeting-day": reminded,
    "meeting-hour": reminded,
    "meeting-how": asked_how,
    "meeting-how-again": asked_how,
    "meeting-took-place": asked_whether,
    "meeting-cannot": cannot,
    "meeting-asked-to-move": cannot,
    "meeting-nudge": nudged,
}


def _text(say: Say, values: Values, notice: Notice) -> Markup:
    text = say(f"notice-{notice.kind}", who=values["who"], when=_when(say, values), kind=say(values["kind"].words))
    place = values["place"]
    return (
        Markup(text + "\n" + say("meeting-where", place=place))
        if place and notice.kind != "meeting-called-off"
        else text
    )


def _when(say: Say, values: Values) -> str:
    return when(say, values["starts"], values["today"])


def _do(say: Say, words: str, notice: Notice, do: str) -> Button:
    return Button(say.plain(words), MeetTap(meeting=notice.about, revision=notice.revision, do=do))


def _move(say: Say, values: Values, notice: Notice) -> Button:
    tap = PlanTap(match=values["match"], meeting=notice.about, closing=False, leaf="")
    return Button(say.plain("meeting-move"), tap)


def _more(say: Say, notice: Notice) -> list[Row]:
    return [[_do(say, "meeting-to-calendar", notice, "i"), _home(say)]]


def _home(say: Say) -> Button:
    return Button(say.plain("to-home"), HomeTap())

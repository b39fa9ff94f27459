"""Notices about meetings, each with what one can do about it at once."""

from __future__ import annotations

from handlers.meeting_parts import (
    MeetTap,
    PairTap,
    PlanTap,
    answer_rows,
    join_row,
    log_rows,
    place_line,
    took_place_row,
    when,
)
from handlers.notices import View
from handlers.screen import Button, HomeTap, Row, Screen, screen
from locales.words import Markup, Say
from services.notices import Notice, Values


def told(say: Say, values: Values, notice: Notice) -> Screen:
    """A meeting was set or moved."""
    text = Markup(_text(say, values, notice) + "\n\n" + say(values["kind"].brief))
    if values["leads"]:
        rows: list[Row] = [[_move(say, values, notice), _do(say, "meeting-call-off", notice, "o")]]
    else:
        rows = [*answer_rows(say, values["match"], notice.about, notice.revision)]
    return screen(text, *rows, *join_row(say, values["place"]), *_more(say, notice))


def reminded(say: Say, values: Values, notice: Notice) -> Screen:
    """The day before, the hour before: a reminder that can be acted on."""
    if not values["leads"]:
        answers = answer_rows(say, values["match"], notice.about, notice.revision)
        return screen(_text(say, values, notice), *join_row(say, values["place"]), *answers, [_home(say)])
    text = _text(say, values, notice)
    if values["absent"]:
        text = Markup(text + "\n" + say("meeting-comes-not", who=values["absent"]))
    will = [_do(say, "meeting-will-come", notice, "c"), _do(say, "meeting-will-not", notice, "n")]
    join = join_row(say, values["place"])
    return screen(text, *join, will, [_move(say, values, notice)], [_home(say)])


def called_off(say: Say, values: Values, notice: Notice) -> Screen:
    """It will not take place."""
    if values["next"] is None:
        return screen(_text(say, values, notice), [_home(say)])
    following = when(say, values["next"], values["today"])
    text = say("notice-meeting-skipped", when=_when(say, values), who=values["who"], next=following)
    return screen(text, [Button(say.plain("meeting-to-pair"), PairTap(match=values["match"])), _home(say)])


def placed(say: Say, values: Values, notice: Notice) -> Screen:
    """There is another place."""
    text = say("notice-meeting-place", when=_when(say, values))
    lines = Markup("\n").join([text, *place_line(say, values["place"])])
    return screen(lines, *join_row(say, values["place"]), [_home(say)])


def asked_how(say: Say, values: Values, notice: Notice) -> Screen:
    """«Как прошла встреча?», of the mentor."""
    text = say("meeting-how", who=values["who"], when=_when(say, values))
    return screen(text, *log_rows(say, notice.about), [_home(say)])


def asked_whether(say: Say, values: Values, notice: Notice) -> Screen:
    """Whether it took place, of the mentee."""
    text = say("meeting-took-place", who=values["who"], when=_when(say, values), group=values["group"])
    return screen(text, took_place_row(say, notice.about, notice.revision), [_home(say)])


def cannot(say: Say, values: Values, notice: Notice) -> Screen:
    """A mentee cannot come, or asks for another time."""
    off = _do(say, "meeting-call-off", notice, "o")
    text = _text(say, values, notice)
    if values["goes_on"]:
        text = Markup(text + "\n" + say("meeting-goes-on"))
    return screen(text, [_move(say, values, notice), off], [_home(say)])


def nudged(say: Say, values: Values, notice: Notice) -> Screen:
    """The curator reminds that no meeting is planned."""
    text = say("notice-meeting-nudge", who=values["who"])
    return screen(text, [Button(say.plain("meeting-set"), PairTap(match=values["match"]))], [_home(say)])


VIEWS: dict[str, View] = {
    "meeting-set": told,
    "meeting-moved": told,
    "meeting-closing": told,
    "meeting-place": placed,
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
    where = [] if notice.kind == "meeting-called-off" else place_line(say, values["place"])
    return Markup(Markup("\n").join([text, *where]))


def _when(say: Say, values: Values) -> str:
    return when(say, values["starts"], values["today"])


def _do(say: Say, words: str, notice: Notice, do: str) -> Button:
    return Button(say.plain(words), MeetTap(meeting=notice.about, revision=notice.revision, do=do))


def _move(say: Say, values: Values, notice: Notice) -> Button:
    tap = PlanTap(match=values["match"], meeting=notice.about, closing=False, leaf="")
    return Button(say.plain("meeting-move"), tap)


def _more(say: Say, notice: Notice) -> list[Row]:
    about = _do(say, "meeting-agenda-button", notice, "g")
    return [[about, _do(say, "meeting-to-calendar", notice, "i")], [_home(say)]]


def _home(say: Say) -> Button:
    return Button(say.plain("to-home"), HomeTap())

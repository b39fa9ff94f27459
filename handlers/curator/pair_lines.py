"""A pair's timeline in words, a line for everything that happened. For curators only."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from datetime import datetime, tzinfo

from handlers.meeting_parts import short_day, short_time
from locales.words import Markup, Say
from mentoring.naming import shown
from mentoring.people import Speaker
from services.pair_page import Entry, PairPage, Source

_LONGEST = 180  # letters of what somebody wrote: the whole of it stands in the diary, the plan, the request

_LineOf = Callable[[Say, Entry, str, tzinfo], list[str]]


def timeline(say: Say, viewer: Speaker, page: PairPage) -> list[str]:
    """The lines of a page, each with its day."""
    lines: list[str] = []
    for entry in page.entries:
        person = page.people.get(entry.person_id or 0)
        who = shown(person, viewer) if person else ""
        first, *more = _LINES[entry.source](say, entry, who, page.zone)
        day = short_day(say, entry.at.astimezone(page.zone))
        lines.append(say("pair-line", day=day, text=Markup(first)))
        lines += more
    return lines


def _cut(text: str) -> str:
    return text if len(text) <= _LONGEST else text[: _LONGEST - 1].rstrip() + "\u2026"


def _local(text: str, zone: tzinfo) -> datetime:
    return datetime.fromisoformat(text).astimezone(zone)


def _named(words: str) -> _LineOf:
    """A line that says what it was and who, and nothing more."""
    return lambda say, entry, who, zone: [say(words, what=entry.what or "none", who=who or "none")]


def _ordered(say: Say, entry: Entry, who: str, zone: tzinfo) -> list[str]:
    return [say("pair-ordered", number=entry.words or "\u2014")]


def _contact(say: Say, entry: Entry, who: str, zone: tzinfo) -> list[str]:
    return [say("pair-contact", when=short_time(say, _local(entry.other_at, zone)))]


def _meeting(say: Say, entry: Entry, who: str, zone: tzinfo) -> list[str]:
    state, result, settled, disputed, kind = entry.what.split(":")
    topic, _, note = entry.words.partition("\n")
    time = f"{entry.at.astimezone(zone):%H:%M}"
    lines: list[str] = [
        say("pair-meeting", state=state, kind=kind, time=time, minutes=entry.number, result=result or "none")
    ]
    lines += [say("pair-words", text=_cut(each)) for each in (topic, note) if each]
    if disputed == "1":
        lines.append(say("pairs-disputed-held" if state == "held" else "pairs-disputed-missed"))
    elif settled == "1":
        lines.append(say("pairs-settled-line"))
    return lines


def _moved(say: Say, entry: Entry, who: str, zone: tzinfo) -> list[str]:
    was, _, now = entry.other_at.partition(" ")
    values = {
        "was": short_time(say, _local(was, zone)),
        "now": short_time(say, _local(now, zone)) if now else "none",
        "reason": entry.words or "none",
    }
    return [say("pair-moved", what=entry.what, who=who or "none", **values)]


def _plan(say: Say, entry: Entry, who: str, zone: tzinfo) -> list[str]:
    what, _, became = entry.what.partition(":")
    mark = became if what == "mark" else "none"
    return [say("pair-plan", what=what, mark=mark or "none", task=_cut(entry.words) or "none", who=who or "none")]


def _feedback(say: Say, entry: Entry, who: str, zone: tzinfo) -> list[str]:
    answers: Mapping[str, object] = json.loads(entry.words or "{}")
    lines: list[str] = [say("pair-feedback", who=who)]
    if answers.get("change_pair") == "yes":
        lines.append(say("pairs-feedback-change-pair", who=who))
    if answers.get("curator_help") == "yes":
        lines.append(say("pairs-feedback-curator-help", who=who))
    if answers.get("obstacles"):
        lines.append(say("pairs-feedback-obstacles", who=who, text=_cut(str(answers["obstacles"]))))
    return lines


def _rated(say: Say, entry: Entry, who: str, zone: tzinfo) -> list[str]:
    words = [say("pair-words", text=_cut(entry.words))] if entry.words else []
    return [say("pair-rated", who=who, mark=entry.number), *words]


def _step(say: Say, entry: Entry, who: str, zone: tzinfo) -> list[str]:
    words = [say("pair-words", text=_cut(entry.words))] if entry.words else []
    return [say("pair-step", what=entry.what, who=who or "none"), *words]


def _paused(say: Say, entry: Entry, who: str, zone: tzinfo) -> list[str]:
    day = datetime.fromisoformat(entry.other_at)
    return [say("pair-paused", reason=entry.words or "none", until=short_day(say, day))]


def _asked(say: Say, entry: Entry, who: str, zone: tzinfo) -> list[str]:
    return [say("pair-asked", what=entry.what, who=who, reason=entry.words or "none")]


_LINES: Mapping[Source, _LineOf] = {
    Source.PROPOSED: _named("pair-proposed"),
    Source.ANSWERED: _named("pair-answered"),
    Source.ORDERED: _ordered,
    Source.CONTACT: _contact,
    Source.MEETING: _meeting,
    Source.MOVED: _moved,
    Source.PLAN: _plan,
    Source.FEEDBACK: _feedback,
    Source.RATED: _rated,
    Source.SIGNAL: _named("pair-signal"),
    Source.STEP: _step,
    Source.NUDGED: _named("pair-nudged"),
    Source.PAUSED: _paused,
    Source.BACK: _named("pair-back"),
    Source.ASKED: _asked,
    Source.SETTLED: _named("pair-settled"),
    Source.FROZEN: _named("pair-frozen"),
    Source.ENDED: _named("pair-ended"),
}

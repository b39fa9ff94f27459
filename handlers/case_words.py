"""Cases of those without a pair as sentences: who waits how long, why, what would help, what was done."""

from __future__ import annotations

from handlers import matching_words
from handlers.roadmap_screens import day_words
from locales.words import Say
from mentoring.cases import Step
from mentoring.naming import shown
from mentoring.people import Speaker
from services.case_here import Labels, Seen, Told


def why(say: Say, speaker: Speaker, seen: Seen, labels: Labels) -> list[str]:
    """The cause and the smallest change that would help: for curators."""
    if seen.lacks:
        lacks = ", ".join(say.plain("people-lack", lack=lack) for lack in seen.lacks)
        return [say("cases-cause", text=say.plain("cases-lacks", lacks=lacks))]
    if seen.offered:
        return [say("cases-cause", text=say.plain("cases-cause-offered"))]
    if seen.case.proposed:
        return [say("cases-cause", text=say.plain("cases-cause-proposed"))]
    found = seen.case.found
    if found is None:
        return [say("cases-cause", text=say.plain("cases-cause-fell"))]
    names = {key: matching_words.who(say, person, speaker) for key, person in seen.mentors.items()}
    lines: list[str] = [say("cases-cause", text=matching_words.cause(say, found.cause, labels.areas, names))]
    if found.remedy:
        lines.append(say("cases-help", text=matching_words.remedy(say, found.remedy, names)))
    return lines


def care(say: Say, speaker: Speaker, seen: Seen) -> list[str]:
    """Who looks after the case, and when the next try is."""
    lines: list[str] = []
    if seen.carer is not None:
        who = shown(seen.carer, speaker)
        asked = seen.case.care
        lines.append(say("cases-carer-for", who=who, care=asked.value) if asked else say("cases-carer", who=who))
    day = seen.case.next_try_on
    if day is not None:
        lines.append(say("cases-try" if day > seen.today else "cases-try-late", day=say.day(day)))
    return lines


def history(say: Say, speaker: Speaker, told: tuple[Told, ...]) -> list[str]:
    """What was done, the newest first."""
    if not told:
        return [say("cases-done-none")]
    return [say("cases-done-title"), *(_done(say, speaker, each) for each in told)]


def _done(say: Say, speaker: Speaker, told: Told) -> str:
    day = day_words(say, told.day)
    if told.kind is None:
        return say("cases-done-nudged", day=day)
    by = shown(told.by, speaker) if told.by else ""
    if told.kind is Step.WORDS:
        return say("cases-done-words", day=day, words=told.words, by=by)
    about = shown(told.about, speaker) if told.about else by
    return say("cases-done-line", day=day, detail=told.kind.value, about=about or "none")

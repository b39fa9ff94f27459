"""«О черновике» and «Что изменилось»: where a draft came from, what it changed and why, what curators decided about it."""

from __future__ import annotations

from aiogram import Router

from handlers import matching_words
from handlers.chat import Chat
from handlers.curator.back import ways_back
from handlers.curator.door import CuratorOnly
from handlers.curator.matching_taps import HistoryTap, MatchingTap
from handlers.screen import Button, Row, Screen, screen
from locales.words import Say
from mentoring.matching_changes import Changed, Why
from mentoring.matching_criteria import Level
from mentoring.matching_outcome import Cause, Said
from mentoring.naming import shown
from mentoring.people import Speaker
from services.draft_history import PAGE, AboutDraft, ChangedPage, DraftHistory, RunChange

_SHORT = 12  # letters of a fingerprint that people can compare


async def tapped(
    chat: Chat, say: Say, speaker: Speaker, callback_data: HistoryTap, draft_history: DraftHistory
) -> None:
    """About a draft, what it changed, or computed once more."""
    tap = callback_data
    if tap.what == "c":
        await chat.show(_changed(say, speaker, await draft_history.changed(speaker, tap.run, tap.at)))
        return
    if tap.what == "v":
        verdict, about = await draft_history.verify(speaker, tap.run)
        told = say("matching-verified", verdict=verdict, digest=about.digest[:_SHORT])
        await chat.show(_about(say, speaker, about).under(told))
        return
    await chat.show(_about(say, speaker, await draft_history.about(speaker, tap.run)))


def _about(say: Say, speaker: Speaker, seen: AboutDraft) -> Screen:
    run = seen.run
    who = shown(seen.author, speaker) if seen.author else say.plain("matching-wish-nobody")
    lines: list[str] = [
        say("matching-about-title", form=run.form),
        "",
        say("matching-about-made", on=say.moment(seen.at), who=who),
        say("matching-about-number", number=str(run.id), digest=run.draft.digest[:_SHORT]),
    ]
    if run.kept_from is not None:
        lines.append(say("matching-about-kept", number=str(run.kept_from)))
    lines.append(say("matching-about-data", same="yes" if seen.same_data else "no"))
    lines += ["", say("matching-about-rules"), *_rules(say, seen), ""]
    lines += [say("matching-about-changes") if seen.decided else say("matching-about-no-changes")]
    lines += [_decided(say, speaker, seen, each) for each in reversed(seen.decided)]
    if seen.more:
        lines.append(say("matching-about-more", count=seen.more))
    buttons: list[Row] = [[Button(say.plain("matching-about-verify"), HistoryTap(what="v", run=run.id))]]
    if run.changes:
        words = say.plain("matching-changes", count=len(run.changes))
        buttons.append([Button(words, HistoryTap(what="c", run=run.id))])
    back = [Button(say.plain("matching-back"), MatchingTap(form=run.form))]
    return screen("\n".join(lines), *buttons, back, ways_back(say))


def _rules(say: Say, seen: AboutDraft) -> list[str]:
    rules = seen.run.rules
    lines: list[str] = []
    for level in Level:
        named = [
            say.plain("matching-criterion", criterion=each) for each in seen.criteria if rules.level(each) is level
        ]
        if named:
            lines.append(say("matching-rules-level", level=level, criteria=", ".join(named)))
    lines.append(say("matching-rules-group", least=rules.smallest))
    lines.append(say("matching-about-knob", knob=rules.knob.name.lower()))
    return lines


def _decided(say: Say, speaker: Speaker, seen: AboutDraft, each: RunChange) -> str:
    curator = seen.curators.get(each.by or 0)
    values = {
        "on": say.moment(each.at.astimezone(seen.at.tzinfo)),
        "who": shown(curator, speaker) if curator else say.plain("matching-wish-nobody"),
        "deed": each.deed,
    }
    mentor, mentee = seen.people.get(each.mentor_id or 0), seen.people.get(each.mentee_id or 0)
    if mentor is None or mentee is None:
        return say("matching-about-line", **values)
    return say("matching-about-pair", mentor=shown(mentor, speaker), mentee=shown(mentee, speaker), **values)


def _changed(say: Say, speaker: Speaker, page: ChangedPage) -> Screen:
    back = [Button(say.plain("matching-back"), MatchingTap(form=page.run.form))]
    if not page.lines:
        return screen(say("matching-changes-none"), back, ways_back(say))
    lines: list[str] = [say("matching-changes-title", form=page.run.form)]
    for each in page.lines:
        lines += ["", _line(say, speaker, page, each)]
    turns: list[Button] = []
    if page.at > 0:
        at = max(page.at - PAGE, 0)
        turns.append(Button(say.plain("matching-less"), HistoryTap(what="c", run=page.run.id, at=at)))
    if page.at + PAGE < page.total:
        turns.append(Button(say.plain("matching-more"), HistoryTap(what="c", run=page.run.id, at=page.at + PAGE)))
    return screen("\n".join(lines), turns, back, ways_back(say))


def _line(say: Say, speaker: Speaker, page: ChangedPage, each: Changed) -> str:
    def who(id_: object) -> str:
        person = page.people.get(id_) if isinstance(id_, int) else None
        return shown(person, speaker) if person else say.plain("matching-changed-nobody")

    least = each.params.get("least", 0)
    forbidden = ""
    if each.why is Why.FORBIDDEN:
        said = Said(Cause(str(each.params["cause"])), {k: v for k, v in each.params.items() if k != "cause"})
        forbidden = matching_words.forbidden(say, said, page.labels)
    told = say.plain(
        "matching-changed-why", why=each.why, cause=forbidden, least=least, other=who(each.params.get("other"))
    )
    return say("matching-changed-line", who=who(each.mentee), before=who(each.before), now=who(each.now), why=told)


def router() -> Router:
    """The history of drafts, for curators."""
    routes = Router(name="draft history")
    routes.callback_query.filter(CuratorOnly())
    routes.callback_query.register(tapped, HistoryTap.filter())
    return routes

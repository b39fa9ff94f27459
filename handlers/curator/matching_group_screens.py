"""How the curator sees a group of a draft: the mentor, who is there already, each mentee with the reasons."""

from __future__ import annotations

from handlers import matching_words
from handlers.curator.matching_screens import round_row
from handlers.curator.matching_taps import GroupTap, MatchingTap
from handlers.screen import Button, Screen, grid, screen
from locales.words import Say
from mentoring.naming import shown
from mentoring.people import Speaker
from services.matching import PAGE
from services.matching_views import Group


def group_screen(say: Say, speaker: Speaker, group: Group) -> Screen:
    """«Группа 2 из 5»: the mentor and each of their mentees with the reasons."""
    lines: list[str] = [
        say("matching-group-title", at=group.at + 1, total=group.total, form=group.form),
        say("matching-card-mentor", who=matching_words.who(say, group.mentor, speaker), free=group.free),
    ]
    if group.there:
        there = "; ".join(shown(each, speaker) for each in group.there)
        lines.append(say("matching-group-there", who=there))
    for number, (pair, mentee) in enumerate(group.members, 1):
        lines += ["", say("matching-group-member", number=number, who=matching_words.who(say, mentee, speaker))]
        why = [matching_words.reason(say, each, group.labels) for each in pair.reasons]
        lines += [say("matching-line", text=each) for each in why] or [say("matching-no-reasons")]
        if pair.weakness:
            lines.append(say("matching-choice-against", text=matching_words.weakness(say, pair.weakness, group.labels)))
    numbers = [
        Button(str(number), GroupTap(deed="s", run=group.run_id, who=pair.mentee))
        for number, (pair, _) in enumerate(group.members, 1)
    ]
    whole = Button(
        say.plain("matching-confirm-group", count=len(group.members)),
        GroupTap(deed="c", run=group.run_id, who=group.mentor_id),
    )
    lines += ["", say("matching-group-choose")]
    return screen(
        "\n".join(lines),
        [whole],
        *grid(numbers, PAGE),
        round_row(say, group.run_id, group.at, group.total),
        [Button(say.plain("matching-back"), MatchingTap(form=group.form))],
    )

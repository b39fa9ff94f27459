"""How the curator sees the rules of a form: every criterion with its level, what a level means, the knob and its numbers."""

from __future__ import annotations

from handlers.curator.back import ways_back
from handlers.curator.matching_taps import KnobTap, MatchingTap, RulesTap
from handlers.screen import Button, Row, Screen, fitting, grid, screen
from locales.words import Say
from mentoring.matching_criteria import Criterion, Knob, Level
from mentoring.naming import shown
from mentoring.people import Speaker
from mentoring.settings_choices import MOST_MENTEES_CHOICES
from services.match_rules import SeenRules, Switch, levels_of
from services.matching_views import Overview

_MARKS = {Level.MUST: "\u2757", Level.IMPORTANT: "\u2b50", Level.WISHED: "", Level.IGNORED: "\u2716\ufe0f"}


def rules_screen(say: Say, speaker: Speaker, seen: SeenRules) -> Screen:
    """All rules: criteria by level, groups, the cap, training, class teachers; who changed them last."""
    held, rules = seen.held, seen.held.rules
    lines: list[str] = [say("matching-rules-title", form=held.form), ""]
    for level in Level:
        named = [
            say.plain("matching-criterion", criterion=each) for each in seen.criteria if rules.level(each) is level
        ]
        if named:
            told = say("matching-rules-level", level=level, criteria=", ".join(named))
            lines.append(f"{_MARKS[level]} {told}".strip())
    lines += ["", say("matching-rules-always"), ""]
    lines.append(say("matching-rules-group", least=rules.smallest))
    lines.append(say("matching-rules-cap", most=seen.most))
    lines += [say("matching-rules-switch", which=each, on=_on(seen, each)) for each in seen.switches]
    if seen.author is not None and seen.at is not None:
        who = shown(seen.author, speaker)
        lines += ["", say("matching-rules-author", who=who, on=say.moment(seen.at))]
    buttons = [
        Button(
            f"{_MARKS[rules.level(each)]} {say.plain('matching-criterion', criterion=each)}".strip(),
            _tap(seen, "c", at=seen.criteria.index(each)),
        )
        for each in seen.criteria
    ]
    buttons.append(Button(say.plain("matching-rules-do-group"), _tap(seen, "g")))
    buttons.append(Button(say.plain("matching-rules-do-cap"), _tap(seen, "m")))
    for each in seen.switches:
        on = _on(seen, each)
        words = say.plain("matching-rules-do-switch", which=each, on=on)
        buttons.append(Button(words, _tap(seen, "s", at=tuple(Switch).index(each), value=int(on == "no"))))
    rows: list[Row] = [*fitting(buttons, 40)]
    if held.revision:
        rows.append([Button(say.plain("matching-rules-do-reset"), _tap(seen, "r"))])
    rows.append([Button(say.plain("matching-back"), MatchingTap(form=held.form))])
    return screen("\n".join(lines), *rows, ways_back(say))


def criterion_screen(say: Say, seen: SeenRules, criterion: Criterion) -> Screen:
    """One criterion: what is compared, and what each level of it would mean."""
    now = seen.held.rules.level(criterion)
    levels = levels_of(criterion)
    lines: list[str] = [
        say("matching-criterion-title", criterion=criterion),
        "",
        say("matching-criterion-what", criterion=criterion),
        "",
    ]
    for level in levels:
        if level is Level.MUST:
            lines.append(say("matching-criterion-must", criterion=criterion))
        else:
            lines.append(say("matching-level-means", level=level, between=_between(criterion)))
    at = seen.criteria.index(criterion)
    rows = [
        [Button(_ticked(say.plain("matching-level", level=level), level is now), _tap(seen, "l", at=at, value=place))]
        for place, level in enumerate(levels)
    ]
    return screen("\n".join(lines), *rows, _back(say, seen))


def group_screen(say: Say, seen: SeenRules) -> Screen:
    """Pairs, or groups of at least so many."""
    now = seen.held.rules.smallest
    pairs = [Button(_ticked(say.plain("matching-rules-pairs"), now == 1), _tap(seen, "g", value=1))]
    numbers = [
        Button(_ticked(str(least), least == now), _tap(seen, "g", value=least)) for least in range(2, seen.most + 1)
    ]
    return screen(say("matching-rules-ask-group", most=seen.most), pairs, *grid(numbers, 5), _back(say, seen))


def cap_screen(say: Say, seen: SeenRules) -> Screen:
    """How many mentees a mentor may have at most."""
    numbers = [
        Button(_ticked(str(most), most == seen.most), _tap(seen, "m", value=most)) for most in MOST_MENTEES_CHOICES
    ]
    return screen(say("matching-rules-ask-cap"), *grid(numbers, 5), _back(say, seen))


def reset_screen(say: Say, seen: SeenRules) -> Screen:
    """«Вернуть обычные?»"""
    yes = Button(say.plain("matching-rules-reset-yes"), _tap(seen, "r", value=1))
    return screen(say("matching-rules-reset-sure"), [yes], _back(say, seen))


def knob_lines(say: Say, seen: Overview) -> list[str]:
    """Where the knob stands and what that means."""
    if not seen.numbers:
        return []
    knob = seen.rules.rules.knob
    return [
        "",
        say("matching-knob-means", knob=knob.name.lower()),
        say("matching-knob-hint"),
        "",
        say("matching-knob-title"),
    ]


def knob_row(say: Say, seen: Overview) -> Row:
    """«‹ больше пар … лучше пары ›»: pairs and strong pairs at each of the five positions."""
    rules = seen.rules
    return [
        Button(
            _here(f"{pairs}/{strong}", rules.rules.knob == place),
            KnobTap(form=seen.form, knob=place, revision=rules.revision),
        )
        for place, (pairs, strong) in zip(Knob, seen.numbers, strict=False)
    ]


def _between(criterion: Criterion) -> str:
    """Whether something between two people is compared, or only who goes first."""
    return "people" if Level.MUST in levels_of(criterion) else "order"


def _on(seen: SeenRules, which: Switch) -> str:
    return "yes" if (seen.held.training if which is Switch.TRAINING else seen.held.class_teacher) else "no"


def _here(text: str, here: bool) -> str:
    return f"\u2022{text}\u2022" if here else text


def _ticked(text: str, ticked: bool) -> str:
    return f"\u2705 {text}" if ticked else text


def _tap(seen: SeenRules, step: str, *, at: int = 0, value: int = -1) -> RulesTap:
    return RulesTap(form=seen.held.form, step=step, at=at, value=value, revision=seen.held.revision)


def _back(say: Say, seen: SeenRules) -> Row:
    return [Button(say.plain("matching-rules-back"), RulesTap(form=seen.held.form))]

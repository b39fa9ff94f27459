"""Every word the bot says exists in both languages, is said somewhere, and is asked for by its right name."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator

import pytest
from fluent.syntax import FluentParser
from fluent.syntax import ast as fluent
from fluent.syntax.visitor import Visitor
from sources import OURS, modules, none_of, strings

from locales.words import LANGUAGES, texts
from mentoring.matching_outcome import Cause, Reason, Weakness
from mentoring.ratings import Alarm
from mentoring.standing import Lack
from mentoring.stuck_pairs import Cause as StuckCause

SAYING = {"say", "plain", "knows", "Refusal", "TakenMeanwhile", "Unacceptable"}
PLURALS = {"zero", "one", "two", "few", "many", "other"}

# What follows the prefix comes from data, so that the ids cannot be read off the code.
SUFFIXES = {
    "stuck-taken-": ("called", "put-off", "done"),
    "stuck-do-": ("nudge-mentor", "nudge-mentee", "talk", "change", "look"),
    "stuck-was-": ("nudged", "called", "put-off", "done"),
    "stuck-cause-": tuple(each.replace("_", "-") for each in StuckCause),
    "notice-pair-signal-": ("no-contact", "no-answer"),
    "rating-alarm-": tuple(Alarm),
    "pair-nudge-": ("first", "meeting", "plan", "how"),
    "broadcast-": "states of a broadcast",
    "card-": "what may be done about a person",
    "cases-care-": "Care",
    "cases-mark-": "MARKED",
    "cases-told-": "Told",
    "command-": "names of commands",
    "consent-": "whose consent is asked for",
    "diary-as-": "kinds of a file",
    "diary-column-": "columns of the diary on paper",
    "diary-line-": "Line",
    "diary-was-": "Way",
    "diary-write-": "Line",
    "existing-snag-": "what is wrong with a pair that is entered",
    "exported-": "words of the exported workbook",
    "feedback-asks-": "questions whose answer the curators are told",
    "help-": "Role",
    "language-": "LANGUAGES",
    "match-forbidden-": "Cause",
    "matching-cause-": "Cause",
    "matching-forbidden-": "Cause",
    "matching-reason-": "Reason",
    "matching-remedy-": "Cause",
    "matching-weakness-": "Weakness",
    "meeting-agenda-": "MeetingKind",
    "meeting-brief-": "MeetingKind",
    "meeting-reason-": "reasons of a move",
    "meeting-kind-": "MeetingKind",
    "meeting-panel-": "what stands on the home screen about a meeting",
    "meeting-result-": "results of a meeting",
    "notice-": "kinds registered in bot/parts.py; checked by name in test_wiring.py",
    "offer-already-": "Reply",
    "offers-": "side and state of an offer",
    "pact-rule-": "EDITIONS and RULES of mentoring/pacts.py",
    "pairs-which-": "Which",
    "paper-register-": "columns of the journal of concerns",
    "paper-register-sheet-": "its two sheets",
    "paper-": "columns of the two registers",
    "paper-list-": "class list or pairs list",
    "paper-missing-": "columns of the sheet",
    "paper-poster-line-": "lines of the poster",
    "paper-sheet-": "sheets of the workbook",
    "paper-ledger-": "columns of the ledger of consents",
    "papers-": "what may be done about a paper",
    "permission-": "Purpose",
    "privacy-mode-": "PrivacyMode",
    "privacy-text-": "kinds of mentoring/private_text.py",
    "roadmap-activity-": "activities of mentoring/roadmap.py",
    "roadmap-item-": "points of mentoring/roadmap.py",
    "roadmap-result-": "points of mentoring/roadmap.py",
    "roadmap-stage-": "stages 1 to 7",
    "server-hitch-": "Hitch",
    "settings-ask-": "SETTINGS",
    "settings-do-": "SETTINGS",
    "today-": "what waits for the curator",
    "today-do-": "what waits for the curator",
    "where-next-": "what somebody's next step is",
}
# Enums whose members are said: a topic that says one of them by a prefix has words for all.
SAID_WHOLE = {"Lack": Lack, "Reason": Reason, "Weakness": Weakness, "Cause": Cause}


class Variables(Visitor):
    """The variables of an entry; and, of those that choose between words, between which."""

    def __init__(self) -> None:
        self.named: set[str] = set()
        self.choices: dict[str, set[str]] = {}
        self.references: set[str] = set()

    def visit_VariableReference(self, node: fluent.VariableReference) -> None:  # noqa: N802
        self.named.add(node.id.name)

    def visit_MessageReference(self, node: fluent.MessageReference) -> None:  # noqa: N802
        self.references.add(node.id.name)

    def visit_SelectExpression(self, node: fluent.SelectExpression) -> None:  # noqa: N802
        keys = {each.key.name if isinstance(each.key, fluent.Identifier) else each.key.value for each in node.variants}
        if isinstance(node.selector, fluent.VariableReference):
            self.choices.setdefault(node.selector.id.name, set()).update(keys)
        self.generic_visit(node)


def entries(language: str) -> Iterator[tuple[str, str, fluent.EntryType]]:
    """(file, id, entry) of every entry of a language."""
    for file, text in texts(language).items():
        for entry in FluentParser().parse(text).body:
            match entry:
                case fluent.Message():
                    yield file, entry.id.name, entry
                case fluent.Term():
                    yield file, f"-{entry.id.name}", entry
                case fluent.Junk():
                    yield file, f"JUNK {entry.content!r}", entry


def read(language: str) -> dict[str, Variables]:
    """What every entry of a language asks for."""
    known = {}
    for _, name, entry in entries(language):
        known[name] = Variables()
        known[name].visit(entry)
    return known


RUSSIAN = read("ru")
LITERAL = {each.value for tree in modules(*OURS).values() for each in strings(tree)}


def asked_for() -> Iterator[tuple[str, str, bool]]:
    """(where, id or prefix, whether only a prefix) of everything the code says by a literal."""
    for path, tree in modules(*OURS).items():
        for node in ast.walk(tree):
            if not isinstance(node, ast.Call) or not node.args:
                continue
            called = node.func.attr if isinstance(node.func, ast.Attribute) else getattr(node.func, "id", "")
            if called not in SAYING:
                continue
            if called == "say" and path == "bot/doctor.py":  # it speaks to a terminal
                continue
            for first in _branches(node.args[0]):
                where = f"{path}:{node.lineno}"
                if isinstance(first, ast.Constant) and isinstance(first.value, str):
                    yield where, first.value, False
                elif isinstance(first, ast.JoinedStr) and isinstance(first.values[0], ast.Constant):
                    yield where, str(first.values[0].value), True
                elif isinstance(first, ast.BinOp) and isinstance(first.left, ast.Constant):
                    yield where, str(first.left.value), True


def _branches(node: ast.expr) -> list[ast.expr]:
    if isinstance(node, ast.IfExp):
        return [*_branches(node.body), *_branches(node.orelse)]
    return [node]


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_entry_can_be_read(language):
    none_of(f"{file}: {name}" for file, name, entry in entries(language) if isinstance(entry, fluent.Junk))


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_entry_is_written_twice(language):
    seen: dict[str, str] = {}
    twice: list[str] = []
    for file, name, _ in entries(language):
        if name in seen:
            twice.append(f"{name}: {seen[name]}, {file}")
        seen[name] = file
    none_of(twice)


def test_both_languages_say_the_same_things_in_files_of_the_same_name():
    homes = {language: {name: file for file, name, _ in entries(language)} for language in LANGUAGES}
    every = {name for home in homes.values() for name in home}
    none_of(
        f"{name}: " + ", ".join(f"{language} in {home.get(name, 'no file')}" for language, home in homes.items())
        for name in every
        if len({home.get(name) for home in homes.values()}) > 1
    )


def test_both_languages_use_the_same_variables():
    english = read("en")
    none_of(
        f"{name}: only in Russian {sorted(russian.named - english[name].named)}, "
        f"only in English {sorted(english[name].named - russian.named)}"
        for name, russian in RUSSIAN.items()
        if name in english and russian.named != english[name].named
    )


def test_both_languages_choose_between_the_same_words():
    """Forms of number are a language's own business; other choices, like a state, are the programme's."""
    english = read("en")
    apart = []
    for name, russian in RUSSIAN.items():
        for variable, keys in russian.choices.items():
            others = english[name].choices.get(variable) if name in english else None
            if others is None or keys & PLURALS or others & PLURALS:
                continue
            if keys != others:
                apart.append(f"{name}: ${variable}: {sorted(keys ^ others)}")
    none_of(apart)


def test_what_the_code_says_exists():
    none_of(f"{where}: {name}" for where, name, prefix in asked_for() if not prefix and name not in RUSSIAN)


def test_what_is_said_by_a_prefix_is_known_to_be():
    """Whoever adds a prefix writes down in SUFFIXES what follows it."""
    none_of(f"{where}: {name}…" for where, name, prefix in asked_for() if prefix and name not in SUFFIXES)


def test_every_prefix_is_said_and_has_words():
    asked = {name for _, name, prefix in asked_for() if prefix}
    none_of(f"{name}… has no words" for name in asked if not any(each.startswith(name) for each in RUSSIAN))
    none_of(f"{name}… is said no longer" for name in set(SUFFIXES) - asked - _prefixes(LITERAL))


def test_no_words_are_left_that_nobody_says():
    said = {name for name in RUSSIAN if name in LITERAL or name.startswith(tuple(_prefixes(LITERAL)))}
    while more := {each for name in said for each in RUSSIAN[name].references} - said:
        said |= more
    none_of(set(RUSSIAN) - said)


def _prefixes(literal: set[str]) -> set[str]:
    return {each for each in literal if re.fullmatch(r"[a-z][a-z0-9-]*-", each)}


@pytest.mark.parametrize("enum", SAID_WHOLE)
def test_whoever_says_one_member_by_a_prefix_says_them_all(enum):
    """A prefix under which at least half of the members have words is taken to say this enum."""
    members = {each.value.replace("_", "-") for each in SAID_WHOLE[enum]}
    silent = []
    for prefix in sorted({name for _, name, only in asked_for() if only}):
        under = {name.removeprefix(prefix).replace("_", "-") for name in RUSSIAN if name.startswith(prefix)}
        if len(under & members) * 2 > len(members) and (left := members - under):
            silent.append(f"{prefix}…: {sorted(left)}")
    none_of(silent)

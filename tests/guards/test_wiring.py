"""Everything a conversation asks for by name is there, and every button leads somewhere."""

from __future__ import annotations

import ast
import importlib
import inspect
import re
from collections import Counter
from collections.abc import Callable, Iterator
from enum import Enum
from types import UnionType
from typing import Any, Union, get_args, get_origin, get_type_hints

from aiogram import Router
from aiogram.dispatcher.event.handler import HandlerObject
from aiogram.filters import Command, Filter
from aiogram.filters.callback_data import CallbackData, CallbackQueryFilter
from sources import modules, none_of

from bot.app import App
from handlers import notice_views, panels, routes
from locales.words import Words
from mentoring.manners import MANNERS
from mentoring.questionnaire_catalogue import catalogue

EVERYWHERE = {"say", "speaker", "bot", "chat"}  # bot/conversation.py gives them
LONGEST_ID = 2**53  # what a messenger's or a database's number may grow to
LONGEST_TEXT = "9" * 10  # of a text field of a button: a date, the leaf of a calendar, the code of a filter
SMALL: dict[str, int | str] = {
    "go": "n",
    "step": "n",
    "found": 1,
    "sure": 1,
    "sheet": 1,
    "level": 11,
    "stage": 7,
    "deed": "y",
    "at": 9999,
    "ago": 99,
    "weeks": 2,
    "lasting": 99,
    "ground": 9,
    "role": 9,
    "purpose": 9,
    "state": 9,
}  # no ids


def given(app: App) -> set[str]:
    return {*app.parts.by_name(), *EVERYWHERE}


def asked(function: Callable[..., Any]) -> set[str]:
    """Names of the parameters that must be given."""
    return {
        each.name
        for each in inspect.signature(function).parameters.values()
        if each.default is each.empty and each.kind in (each.POSITIONAL_OR_KEYWORD, each.KEYWORD_ONLY)
    }


def named(function: Callable[..., Any]) -> str:
    return f"{function.__module__}.{function.__qualname__}"


def handlers() -> Iterator[tuple[Router, HandlerObject]]:
    for each in routes():
        for router in each.chain_tail:
            for observer in router.observers.values():
                for handler in observer.handlers:
                    yield router, handler


def filters_of(handler: HandlerObject) -> list[Any]:
    return [each.callback for each in handler.filters or []]


def gives(check: Any) -> set[str]:
    """What a filter of ours gives the handler by name, beside letting it through."""
    if not isinstance(check, Filter):
        return set()
    return set(re.findall(r'\{"(\w+)":', inspect.getsource(type(check))))


def buttons() -> set[type[CallbackData]]:
    """Every kind of button of the conversations."""
    routes()

    def below(kind: type[CallbackData]) -> Iterator[type[CallbackData]]:
        for each in kind.__subclasses__():
            yield each
            yield from below(each)

    return {each for each in below(CallbackData) if each.__module__.startswith("handlers")}


async def test_every_handler_is_given_what_it_asks_for(app):
    missing = []
    for _, handler in handlers():
        first, *_ = inspect.signature(handler.callback).parameters
        there = given(app) | {first}
        for each in filters_of(handler):
            there |= {"command"} if isinstance(each, Command) else set()
            there |= {"callback_data"} if isinstance(each, CallbackQueryFilter) else gives(each)
        missing += [f"{named(handler.callback)}: {name}" for name in asked(handler.callback) - there]
    none_of(missing)


async def test_every_filter_is_given_what_it_asks_for(app):
    missing = []
    for router, handler in handlers():
        shared = [each.callback for observer in router.observers.values() for each in observer._handler.filters or []]
        for each in [*filters_of(handler), *shared]:
            call = each if inspect.isroutine(each) else type(each).__call__
            _, *names = [name for name in inspect.signature(call).parameters if name != "self"]
            there = given(app) | {"args", "kwargs"}
            missing += [
                f"{type(each).__name__} of {named(handler.callback)}: {name}" for name in names if name not in there
            ]
    none_of(set(missing))


async def test_every_continuation_is_given_what_it_asks_for(app):
    there = given(app) | {"turn", "sent", "outcome"}
    none_of(
        f"{form}: {named(after)}: {name}" for form, after in app.parts.after.items() for name in asked(after) - there
    )


async def test_every_panel_is_given_what_it_asks_for(app):
    none_of(f"{named(panel)}: {name}" for panel in panels() for name in asked(panel) - given(app))


async def test_every_kind_of_notice_that_is_said_has_its_manner_and_no_manner_is_of_none(app):
    said = set(app.parts.notices._still)
    none_of(f"{kind}: add a line to mentoring/manners.py" for kind in said - set(MANNERS))
    none_of(f"{kind}: nothing of this kind is ever said" for kind in set(MANNERS) - said)


def test_every_view_of_a_notice_takes_words_values_and_the_notice():
    none_of(
        f"{kind}: {named(view)}{inspect.signature(view)}"
        for kind, view in notice_views().items()
        if len(asked(view)) != 3
    )


async def test_whoever_is_called_by_another_conversation_is_given_what_it_asks_for(app):
    """`chat.call(talk, note=…)`: by name, like a handler, and what the caller adds."""
    missing = []
    for path, tree in modules("handlers", "bot").items():
        space = vars(importlib.import_module(path.removesuffix(".py").replace("/", ".").removesuffix(".__init__")))
        for call in ast.walk(tree):
            if not (isinstance(call, ast.Call) and isinstance(call.func, ast.Attribute) and call.func.attr == "call"):
                continue
            called = _named_in(space, call.args[0]) if call.args else None
            if called is None:
                continue
            added = {each.arg for each in call.keywords}
            missing += [f"{path}:{call.lineno}: {named(called)}: {name}" for name in asked(called) - given(app) - added]
            missing += [
                f"{path}:{call.lineno}: {named(called)} knows no {name}"
                for name in added - set(inspect.signature(called).parameters)
            ]
    none_of(missing)


def _named_in(space: dict[str, Any], node: ast.expr) -> Any:
    match node:
        case ast.Name(id=name):
            found = space.get(name)
        case ast.Attribute(value=ast.Name(id=module), attr=name):
            module = space.get(module) or importlib.import_module(f"handlers.{module}")
            found = getattr(module, name)
        case _:
            return None
    return found if inspect.isfunction(found) else None


def test_no_router_stands_twice_and_leftovers_come_last():
    names = [each.name for each in routes()]
    none_of(name for name, times in Counter(names).items() if times > 1)
    assert names[-1] == "leftovers"
    assert names[-2] == "questionnaire", "what is typed answers the open form, unless somebody before it took it"


def test_no_update_is_taken_by_two_conversations():
    seen: Counter[str] = Counter()
    for _, handler in handlers():
        for each in filters_of(handler):
            if isinstance(each, CallbackQueryFilter) and each.rule is None:
                seen[f"a tap on {each.callback_data.__prefix__}"] += 1
            if isinstance(each, Command):
                seen.update(f"/{command}" for command in each.commands if isinstance(command, str))
    none_of(what for what, times in seen.items() if times > 1)


def test_every_button_has_somebody_who_takes_it():
    taken = set()
    for _, handler in handlers():
        for each in filters_of(handler):
            if isinstance(each, CallbackQueryFilter):
                taken.add(each.callback_data.__name__)
            elif isinstance(each, Filter):
                taken |= set(re.findall(r"(\w+)\.unpack\(", inspect.getsource(type(each))))
    none_of(f"{each.__module__}.{each.__name__}" for each in buttons() if each.__name__ not in taken)


def test_prefixes_of_buttons_are_short_versioned_and_nobody_elses():
    none_of(
        f"{each.__name__}: {each.__prefix__}"
        for each in buttons()
        if not re.fullmatch(r"[a-z]{2,6}\d", each.__prefix__)
    )
    prefixes = Counter(each.__prefix__ for each in buttons())
    none_of(prefix for prefix, times in prefixes.items() if times > 1)


def test_the_longest_button_fits():
    """64 bytes, Bot API: with every id as long as it may grow."""
    too_long = []
    for each in buttons():
        hints = get_type_hints(each)
        longest = {name: _longest(hints[name]) for name in each.model_fields}
        tap = each(**{n: SMALL[n] if type(SMALL.get(n)) is type(long) else long for n, long in longest.items()})
        try:
            tap.pack()
        except ValueError as refused:
            too_long.append(f"{each.__name__}: {refused}")
    none_of(too_long)


def _longest(kind: Any) -> Any:
    if get_origin(kind) in (Union, UnionType):
        return max(
            (_longest(each) for each in get_args(kind) if each is not type(None)), key=lambda value: len(str(value))
        )
    if isinstance(kind, type) and issubclass(kind, Enum):
        return max(kind, key=lambda member: len(str(member.value)))
    return {int: LONGEST_ID, str: LONGEST_TEXT, bool: False}[kind]


async def test_every_form_that_is_begun_is_received_and_answered(app):
    receivers, after = set(app.parts.filling._receivers), set(app.parts.after)
    begun = set()
    for path, tree in modules("handlers", "services").items():
        for call in ast.walk(tree):
            if (
                isinstance(call, ast.Call)
                and isinstance(call.func, ast.Attribute)
                and call.func.attr in ("begin", "open")
            ):
                begun |= {
                    (f"{path}:{call.lineno}", each.value)
                    for each in call.args[1:3]
                    if isinstance(each, ast.Constant) and isinstance(each.value, str)
                }
    none_of(f"{where}: no form {form}" for where, form in begun if form not in catalogue())
    none_of(f"{where}: nobody receives {form}" for where, form in begun if form not in receivers)
    none_of(f"{where}: nothing is said after {form}" for where, form in begun if form not in after)


async def test_whatever_is_received_is_a_form_and_is_answered(app):
    receivers, after = set(app.parts.filling._receivers), set(app.parts.after)
    none_of(
        f"{form} is no form"
        for form in (receivers | after | set(app.parts.filling._desk._proposers)) - set(catalogue())
    )
    none_of(f"{form} is received, and nothing is said" for form in receivers - after)
    none_of(f"{form} is answered, and nobody receives it" for form in after - receivers)


async def test_no_form_is_shipped_that_nobody_receives(app):
    none_of(set(catalogue()) - set(app.parts.filling._receivers))


async def test_every_notice_has_words_or_a_look_and_somebody_who_knows_whether_it_is_true(app):
    still, deeds = set(app.parts.notices._still), set(app.parts.notices._deeds)
    views, words = notice_views(), Words.shipped()
    none_of(
        f"{kind}: no words notice-{kind}" for kind in still if kind not in views and not words.knows(f"notice-{kind}")
    )
    none_of(f"{kind} has a look, and nobody says it" for kind in set(views) - still)
    none_of(f"{kind} is both said and done" for kind in still & deeds)


async def test_every_notice_that_is_written_is_known(app):
    known = {*app.parts.notices._still, *app.parts.notices._deeds}
    unknown = []
    for path, tree in modules("services").items():
        for call in ast.walk(tree):
            if not isinstance(call, ast.Call) or len(call.args) < 2:
                continue
            name = call.func.attr if isinstance(call.func, ast.Attribute) else getattr(call.func, "id", "")
            if name not in ("write", "_write"):
                continue
            for each in ast.walk(call.args[1]):
                if isinstance(each, ast.Constant) and isinstance(each.value, str) and each.value not in known:
                    unknown.append(f"{path}:{call.lineno}: {each.value}")
    none_of(unknown)

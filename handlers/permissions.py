"""Permissions beside taking part: a list, and a screen for each; nothing is ticked beforehand, everything may wait."""

from __future__ import annotations

from html import escape

from aiogram import Router
from aiogram.filters.callback_data import CallbackData

from handlers.chat import Chat
from handlers.home import Panel
from handlers.screen import Button, HomeTap, Row, Screen, screen
from locales import consents
from locales.words import Markup, Say
from mentoring.consents import Capacity, ConsentLack, Purpose, Terms
from mentoring.naming import shown
from mentoring.people import Speaker
from services.notices import Notice, Values
from services.permissions import Item, Offered, Permissions, Put, School

_PLACES = list(Purpose)


class PermissionsTap(CallbackData, prefix="pms1"):
    """The list about a person; `later`: not now."""

    person: int
    later: int = 0


class PermissionTap(CallbackData, prefix="pmi1"):
    """One permission by its place: s in short, f the whole text, n decline, y or the place of the terms: agree."""

    person: int
    purpose: int
    step: str
    mark: str = ""


async def panel(say: Say, speaker: Speaker, permissions: Permissions) -> Panel | None:
    """Once taking part is agreed: what else may be permitted, in one line each."""
    found = await permissions.waiting(speaker)
    if not found:
        return None
    lines: list[str] = []
    rows: list[Row] = []
    for each in found:
        own = "yes" if each.capacity is not Capacity.GUARDIAN else "no"
        child = shown(each.person, speaker)
        if each.required:
            lines.append(say("permissions-wanted", own=own, child=child))
        words = say.plain("permissions-offer", count=each.fresh, own=own, child=child)
        rows.append([Button(words, PermissionsTap(person=each.person.id))])
    return Panel(lines, rows)


def _list(say: Say, viewer: Speaker, offered: Offered) -> Screen:
    person = offered.person
    own = "no" if offered.capacity is Capacity.GUARDIAN else "yes"
    lines: list[str] = [say("permissions-title", own=own, child=shown(person, viewer))]
    rows: list[Row] = []
    for item in offered.items:
        lines.append(say("permissions-line", name=say("permission-name", purpose=item.purpose), state=_state(item)))
        if item.purpose is not Purpose.WORKER_DUTY:
            rows.append(
                [Button(say.plain("permission-name", purpose=item.purpose), _tap(person.id, item.purpose, "s"))]
            )
    if not offered.items:
        lines.append(say("permissions-none", capacity=offered.capacity))
    elif offered.fresh:
        rows.append([Button(say.plain("permissions-later"), PermissionsTap(person=person.id, later=1))])
    return screen("\n".join(lines), *rows, [Button(say.plain("to-home"), HomeTap())])


def _state(item: Item) -> str:
    if item.purpose is Purpose.WORKER_DUTY:
        return "kept" if not item.missing else "paper"
    if item.said is None:
        return "changed" if item.before else "required" if item.required else "open"
    if not item.said or ConsentLack.DECLINED in item.missing:
        return "declined"
    if not item.missing:
        return "kept"
    lack = item.missing[0]
    known = {ConsentLack.ASSENT: "child", ConsentLack.GUARDIAN: "guardian", ConsentLack.PAPER: "paper"}
    return known.get(lack, "unconfirmed")


def _tap(person: int, purpose: Purpose, step: str, mark: str = "") -> PermissionTap:
    return PermissionTap(person=person, purpose=_PLACES.index(purpose), step=step, mark=mark)


def operator_details(say: Say, school: School) -> str:
    """Address, numbers and contact of the operator, as far as they are known."""
    parts = [school.address or school.town]
    parts += [say.plain("operator-inn", number=school.taxpayer_number)] if school.taxpayer_number else []
    parts += [say.plain("operator-ogrn", number=school.register_number)] if school.register_number else []
    parts += [school.contact]
    return ", ".join(part for part in parts if part)


def _one(say: Say, viewer: Speaker, put: Put, *, whole: bool = False) -> Screen:
    person, purpose = put.person, put.purpose
    until = f"{put.until:%d.%m.%Y}" if put.until else "\u2014"
    title = say(
        "permission-title",
        purpose=purpose,
        version=put.edition.version,
        released=f"{put.edition.released:%d.%m.%Y}",
    )
    child = shown(person, viewer) if put.capacity is Capacity.GUARDIAN else ""
    if whole:
        text = consents.text(
            put.capacity,
            put.edition.version,
            say.language,
            purpose=purpose,
            operator=put.school.full_name,
            details=operator_details(say, put.school),
            until=until,
            addresses=put.scope,
            partners=put.scope,
            terms=say.plain("permission-terms-by-button"),
        )
        body: str = Markup(escape(text, quote=False))
    else:
        body = say(
            f"permission-{purpose.replace('_', '-')}",
            capacity=put.capacity,
            school=put.school.short_name,
            until=until,
            scope=put.scope.replace("\n", ", "),
        )
    head = [title, say("permission-child", child=child)] if child else [title]
    said = [say("permission-said", agreed="yes" if put.said else "no")] if put.said is not None else []
    return screen("\n\n".join([*head, body, *said]), *_answers(say, put, whole=whole))


def _answers(say: Say, put: Put, *, whole: bool) -> list[Row]:
    person, purpose, mark = put.person.id, put.purpose, put.mark
    other = ("permission-short", "s") if whole else ("permission-full", "f")
    rows: list[Row] = [[Button(say.plain(other[0]), _tap(person, purpose, other[1]))]]
    no = Button(say.plain("consent-decline"), _tap(person, purpose, "n", mark))
    later = Button(say.plain("permission-later"), PermissionsTap(person=person))
    if purpose is Purpose.DISTRIBUTION:
        rows += [
            [Button(say.plain("permission-agree-terms", terms=terms), _tap(person, purpose, str(place), mark))]
            for place, terms in enumerate(Terms)
        ]
        return [*rows, [no, later]]
    return [*rows, [Button(say.plain("consent-agree"), _tap(person, purpose, "y", mark)), no], [later]]


async def listed(
    chat: Chat, say: Say, speaker: Speaker, callback_data: PermissionsTap, permissions: Permissions
) -> None:
    """All permissions about a person, or «Позже»."""
    if callback_data.later:
        await permissions.later(speaker, callback_data.person)
        offered = await permissions.offered(speaker, callback_data.person)
        await chat.show(_list(say, speaker, offered), say.plain("permissions-later-noted"))
        return
    await chat.show(_list(say, speaker, await permissions.offered(speaker, callback_data.person)))


async def tapped(
    chat: Chat, say: Say, speaker: Speaker, callback_data: PermissionTap, permissions: Permissions
) -> None:
    """One permission: read it, agree, decline."""
    person, step = callback_data.person, callback_data.step
    purpose = _PLACES[callback_data.purpose % len(_PLACES)]
    if step in ("s", "f"):
        put = await permissions.put(speaker, person, purpose)
        await chat.show(_one(say, speaker, put, whole=step == "f"))
        return
    terms = list(Terms)[int(step) % len(Terms)] if step.isdecimal() else ""
    said = await permissions.answer(speaker, person, purpose, callback_data.mark, agreed=step != "n", terms=terms)
    if said.stale:
        await chat.show(_one(say, speaker, said.put), say.plain("consent-stale"))
        return
    note = say("permission-thanks") if said.agreed else say("permission-without", purpose=purpose)
    await chat.show(_list(say, speaker, await permissions.offered(speaker, person)).under(note))


def asked(say: Say, values: Values, notice: Notice) -> Screen:
    """Somebody is asked for a permission."""
    read = Button(say.plain("permissions-open"), PermissionsTap(person=notice.about))
    return screen(say("notice-permission-asked", **values), [read], [Button(say.plain("to-home"), HomeTap())])


def router() -> Router:
    """Permissions of everyone about themselves and their children."""
    routes = Router(name="permissions")
    routes.callback_query.register(listed, PermissionsTap.filter())
    routes.callback_query.register(tapped, PermissionTap.filter())
    return routes

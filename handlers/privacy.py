"""`/privacy`: what is stored about me, who agreed to it and when, and how to withdraw."""

from __future__ import annotations

from aiogram import Router
from aiogram.filters import Command
from aiogram.filters.callback_data import CallbackData

from handlers.chat import Chat
from handlers.curator.door import CuratorOnly
from handlers.my_data import MyDataTap
from handlers.permissions import PermissionsTap
from handlers.places import place_of
from handlers.screen import Button, HomeTap, Row, Screen, screen
from locales.words import Say
from mentoring.consents import Purpose
from mentoring.naming import shown, spelled
from mentoring.people import Kind, Speaker
from mentoring.refusal import NotYours
from services.filling import Filling
from services.notices import Notice, Values
from services.privacy import Kept, Privacy, Record

_PLACES = list(Purpose)


class PrivacyTap(CallbackData, prefix="prv1"):
    """s what is stored about a person, w withdraw, y really."""

    step: str
    person: int


class WithdrawTap(CallbackData, prefix="wdr1"):
    """One purpose: w ask, y really; the purpose by its place."""

    step: str
    person: int
    purpose: int


class EraseTap(CallbackData, prefix="era1"):
    """The curator erases at once: a ask, y really."""

    step: str
    person: int


async def opened(chat: Chat, say: Say, speaker: Speaker, privacy: Privacy, filling: Filling) -> None:
    """`/privacy`: of one person at once, of several by choice."""
    await filling.leave(speaker)
    mine = await privacy.about(speaker)
    if not mine:
        await chat.show(screen(say("privacy-nobody"), [_home(say)]))
    elif len(mine) == 1:
        await chat.show(_kept(say, speaker, await privacy.kept(speaker, mine[0].id)))
    else:
        rows: list[Row] = [
            [
                Button(
                    say.plain("who-person", kind=each.kind, name=shown(each, speaker)),
                    PrivacyTap(step="s", person=each.id),
                )
            ]
            for each in mine
        ]
        await chat.show(screen(say("privacy-whose"), *rows, [_home(say)]))


def _home(say: Say) -> Button:
    return Button(say.plain("to-home"), HomeTap())


def _kept(say: Say, viewer: Speaker, kept: Kept) -> Screen:
    person = kept.person
    own = "no" if person.kind is Kind.PUPIL and viewer.person != person else "yes"
    lines = [say("privacy-title", own=own), ""]
    lines.append(say("privacy-name", name=spelled(person, viewer) if person.name else "\u2014"))
    if place := place_of(say, person, viewer):
        lines.append(say("privacy-place", place=place))
    if person.birth_date is not None and not viewer.privacy.coded:
        lines.append(say("privacy-birth", date=f"{person.birth_date:%d.%m.%Y}"))
    lines.append(
        say("privacy-counts", questionnaires=kept.questionnaires, meetings=kept.meetings, letters=kept.letters)
    )
    lines += ["", say("privacy-consents")]
    lines += [_record(say, each, own) for each in kept.records] or [say("privacy-no-consents", kind=person.kind)]
    if person.withdrawn_at is not None and kept.erased_on is not None:
        lines += ["", say("privacy-will-erase", date=f"{kept.erased_on:%d.%m.%Y}")]
    elif kept.until is not None:
        lines += ["", say("privacy-until", date=f"{kept.until:%d.%m.%Y}")]
    rows: list[Row] = []
    rows.append([Button(say.plain("my-data"), MyDataTap(person=person.id))])
    if kept.records:
        rows.append([Button(say.plain("permissions-mine"), PermissionsTap(person=person.id))])
    for purpose in kept.may_withdraw:
        if purpose is Purpose.PARTICIPATION:
            rows.append([Button(say.plain("privacy-withdraw"), PrivacyTap(step="w", person=person.id))])
        else:
            words = say.plain("privacy-withdraw-one", purpose=purpose)
            rows.append([Button(words, WithdrawTap(step="w", person=person.id, purpose=_PLACES.index(purpose)))])
    return screen("\n".join(lines), *rows, [_home(say)])


def _record(say: Say, record: Record, own: str) -> str:
    return say(
        "privacy-record",
        purpose=record.purpose,
        capacity=record.capacity,
        own=own,
        agreed="yes" if record.agreed else "no",
        way=record.way,
        given=f"{record.given_at:%d.%m.%Y}",
        version=record.version,
        withdrawn=f"{record.withdrawn_at:%d.%m.%Y}" if record.withdrawn_at else "no",
    )


async def tapped(chat: Chat, say: Say, speaker: Speaker, callback_data: PrivacyTap, privacy: Privacy) -> None:
    """See it, withdraw, withdraw indeed."""
    person_id = callback_data.person
    match callback_data.step:
        case "w":
            kept = await privacy.kept(speaker, person_id)
            sure = Button(say.plain("privacy-withdraw-sure"), PrivacyTap(step="y", person=person_id))
            back = Button(say.plain("privacy-stay"), PrivacyTap(step="s", person=person_id))
            own = "yes" if kept.person.kind is not Kind.PUPIL or speaker.person == kept.person else "no"
            text = say("privacy-ask", name=shown(kept.person, speaker), own=own)
            await chat.show(screen(text, [sure], [back]))
        case "y":
            left = await privacy.withdraw(speaker, person_id)
            await chat.show(screen(say("privacy-withdrawn", date=f"{left.by:%d.%m.%Y}"), [_home(say)]))
        case _:
            await chat.show(_kept(say, speaker, await privacy.kept(speaker, person_id)))


async def one_tapped(chat: Chat, say: Say, speaker: Speaker, callback_data: WithdrawTap, privacy: Privacy) -> None:
    """One purpose: asked first what will change, then withdrawn."""
    person_id, place = callback_data.person, callback_data.purpose
    if not 0 < place < len(_PLACES):
        raise NotYours
    purpose = _PLACES[place]
    if callback_data.step == "y":
        await privacy.withdraw(speaker, person_id, purpose)
        kept = await privacy.kept(speaker, person_id)
        await chat.show(_kept(say, speaker, kept).under(say("privacy-withdrawn-one", purpose=purpose)))
        return
    sure = Button(say.plain("privacy-withdraw-sure"), WithdrawTap(step="y", person=person_id, purpose=place))
    back = Button(say.plain("privacy-keep"), PrivacyTap(step="s", person=person_id))
    kept = await privacy.kept(speaker, person_id)
    title = say("privacy-ask-one", purpose=purpose, name=shown(kept.person, speaker))
    await chat.show(screen(f"{title}\n\n{say('privacy-changes', purpose=purpose)}", [sure], [back]))


def withdrew(say: Say, values: Values, notice: Notice) -> Screen:
    """The curator hears that somebody left, and may erase at once."""
    erase = Button(say.plain("privacy-erase"), EraseTap(step="a", person=notice.about))
    return screen(say("notice-withdrew", **values), [erase], [_home(say)])


async def erase_tapped(chat: Chat, say: Say, callback_data: EraseTap, speaker: Speaker, privacy: Privacy) -> None:
    """Erase at once: asked first, then done."""
    if callback_data.step != "y":
        sure = Button(say.plain("privacy-erase-sure"), EraseTap(step="y", person=callback_data.person))
        await chat.show(screen(say("privacy-erase-ask"), [sure], [_home(say)]))
        return
    await privacy.erase_now(speaker, callback_data.person)
    await chat.show(screen(say("privacy-erased"), [_home(say)]))


def router() -> Router:
    """/privacy for everyone."""
    routes = Router(name="privacy")
    routes.message.register(opened, Command("privacy"))
    routes.callback_query.register(tapped, PrivacyTap.filter())
    routes.callback_query.register(one_tapped, WithdrawTap.filter())
    routes.callback_query.register(erase_tapped, EraseTap.filter(), CuratorOnly())
    return routes

"""The school's settings by topics: what holds now, and every one changed by tapping one of few values."""

from __future__ import annotations

from collections.abc import Mapping

from aiogram import Router
from aiogram.filters.callback_data import CallbackData

from handlers.chat import Chat
from handlers.curator.back import ways_back
from handlers.curator.door import CuratorOnly
from handlers.curator.settings_groups import LINES, NAMES, SCREENS, WHOLE, Group
from handlers.questionnaire import Continuation, show_turn
from handlers.screen import Button, HomeTap, Screen, fitting, grid, screen
from locales.words import Say
from mentoring.people import MentoringForm, Speaker
from mentoring.settings_choices import CHOICES, MOST_MENTEES_CHOICES, SETTINGS
from services.choices import Choices, Chosen
from services.filling import Filling

_NAMED = (
    "guardian_rule",
    "time_zone",
    "guardian_may_object",
    "feedback_again",
    "rated",
)  # their values have words, one a row; others are short


class SettingsTap(CallbackData, prefix="stg1"):
    """«Настройки», or one of their topics."""

    group: Group | None = None


class SettingTap(CallbackData, prefix="sts1"):
    """One setting, by its place."""

    setting: int


class ChooseTap(CallbackData, prefix="stc1"):
    """One value of a setting, both by their places."""

    setting: int
    value: int


class MostTap(CallbackData, prefix="stm1"):
    """The most mentees of a mentor in a form; 0: show the values."""

    form: MentoringForm
    most: int = 0


class FormsTap(CallbackData, prefix="stf1"):
    """The forms of mentoring that run; one with `runs`: run it from now on, or no longer."""

    form: MentoringForm | None = None
    runs: bool = True


class TitleTap(CallbackData, prefix="stt1"):
    """«Название программы»."""


class ContactTap(CallbackData, prefix="spc1"):
    """«Телефон для родителей»."""


async def opened(chat: Chat, say: Say, speaker: Speaker, callback_data: SettingsTap, choices: Choices) -> None:
    """«Настройки»: the topics, or the settings of one."""
    now = await choices.chosen(speaker)
    if callback_data.group is None:
        groups = [
            [Button(say.plain("settings-group", group=each), WHOLE.get(each, SettingsTap(group=each)))]
            for each in Group
        ]
        await chat.show(screen(say("settings-title"), *groups, ways_back(say)))
        return
    await chat.show(_group(say, now, callback_data.group))


async def setting_opened(chat: Chat, say: Say, speaker: Speaker, callback_data: SettingTap, choices: Choices) -> None:
    """The values of one setting, the present one ticked."""
    place = callback_data.setting % len(SETTINGS)
    name = SETTINGS[place]
    now = str(getattr((await choices.chosen(speaker)).settings, name))
    buttons = [
        Button(_ticked(_value(say, name, value), value == now), ChooseTap(setting=place, value=at))
        for at, value in enumerate(CHOICES[name])
    ]
    rows = fitting(buttons) if name in _NAMED else grid(buttons, 4)
    await chat.show(screen(say(f"settings-ask-{_id(name)}"), *rows, _back(say, _group_of(name))))


async def chosen(chat: Chat, say: Say, speaker: Speaker, callback_data: ChooseTap, choices: Choices) -> None:
    """Another value holds now."""
    name = SETTINGS[callback_data.setting % len(SETTINGS)]
    value = CHOICES[name][callback_data.value % len(CHOICES[name])]
    now = await choices.choose(speaker, name, value)
    await chat.show(_group(say, now, _group_of(name)), say.plain("settings-changed"))


async def most_tapped(chat: Chat, say: Say, speaker: Speaker, callback_data: MostTap, choices: Choices) -> None:
    """How many mentees a mentor may have in a form: the values, or one of them."""
    form = callback_data.form
    if callback_data.most:
        now = await choices.choose_most(speaker, form, callback_data.most)
        await chat.show(_group(say, now, Group.PAIRS), say.plain("settings-changed"))
        return
    standing = (await choices.chosen(speaker)).most_mentees.get(form)
    buttons = [
        Button(_ticked(str(most), most == standing), MostTap(form=form, most=most)) for most in MOST_MENTEES_CHOICES
    ]
    await chat.show(screen(say("settings-ask-most", form=form), *grid(buttons, 5), _back(say, Group.PAIRS)))


async def forms_tapped(chat: Chat, say: Say, speaker: Speaker, callback_data: FormsTap, choices: Choices) -> None:
    """The forms, those that run ticked; a tap on one changes that."""
    form = callback_data.form
    if form is None:
        await chat.show(_forms(say, await choices.chosen(speaker)))
        return
    now = await choices.run_form(speaker, form, runs=callback_data.runs)
    await chat.show(_forms(say, now), say.plain("settings-changed"))


async def title_asked(
    chat: Chat, say: Say, speaker: Speaker, filling: Filling, after: Mapping[str, Continuation]
) -> None:
    """«Название программы»."""
    await show_turn(chat, say, await filling.begin(speaker, "programme_title"), after)


async def after_title(chat: Chat, say: Say, outcome: Chosen) -> None:
    """The programme's name is kept."""
    await chat.show(_group(say, outcome, Group.PROGRAMME).under(say("settings-title-kept")))


async def contact_asked(
    chat: Chat, say: Say, speaker: Speaker, filling: Filling, after: Mapping[str, Continuation]
) -> None:
    """«Телефон для родителей»."""
    await show_turn(chat, say, await filling.begin(speaker, "parents_contact"), after)


async def after_contact(chat: Chat, say: Say, outcome: Chosen) -> None:
    """Whom parents call is kept."""
    await chat.show(_group(say, outcome, Group.PROGRAMME).under(say("settings-contact-kept")))


def _group(say: Say, now: Chosen, group: Group) -> Screen:
    """What holds in a topic, a line each, and a button for each that may be changed."""
    lines = [say("settings-group-title", group=group), ""]
    lines += [line for name in NAMES[group] if (line := _line(say, now, name))]
    buttons = [Button(say.plain(f"settings-do-{_id(name)}"), SettingTap(setting=_place(name))) for name in NAMES[group]]
    if group is Group.PAIRS:
        lines += [say("settings-most", form=form, most=most) for form, most in now.most_mentees.items()]
        buttons += [Button(say.plain("settings-do-most", form=form), MostTap(form=form)) for form in now.most_mentees]
    if group is Group.PROGRAMME:
        lines += _programme(say, now)
        buttons.append(Button(say.plain("settings-do-title"), TitleTap()))
        buttons.append(Button(say.plain("settings-do-contact"), ContactTap()))
        if now.most_mentees:
            buttons.append(Button(say.plain("settings-do-forms"), FormsTap()))
    if group is Group.CONSENTS:
        lines.append(say("settings-privacy", mode=now.settings.privacy_mode))
    buttons += [Button(say.plain(words), tap) for words, tap in SCREENS.get(group, ())]
    return screen("\n".join(lines), *fitting(buttons, 44), _back(say))


def _line(say: Say, now: Chosen, name: str) -> str:
    words, parameters = LINES.get(name, (f"settings-is-{_id(name)}", {"value": name}))
    if not words:
        return ""
    values = {each: getattr(now.settings, setting) for each, setting in parameters.items()}
    if name in _NAMED and name not in LINES:
        values["value"] = _value(say, name, str(values["value"]))
    return say(words, **values)


def _programme(say: Say, now: Chosen) -> list[str]:
    forms = ", ".join(say.plain("settings-form", form=form) for form in now.most_mentees)
    title = now.settings.programme_title or "\u2014"
    contact = say("settings-contact", contact=now.settings.parents_contact or "none")
    return [say("settings-programme", title=title), contact, say("settings-forms", forms=forms)]


def _group_of(name: str) -> Group:
    return next(group for group, names in NAMES.items() if name in names)


def _place(name: str) -> int:
    return SETTINGS.index(name)


def _id(name: str) -> str:
    return name.replace("_", "-")


def _forms(say: Say, now: Chosen) -> Screen:
    buttons = [
        Button(
            _ticked(say.plain("settings-form", form=form), form in now.most_mentees),
            FormsTap(form=form, runs=form not in now.most_mentees),
        )
        for form in MentoringForm
    ]
    return screen(say("settings-ask-forms"), *([each] for each in buttons), _back(say, Group.PROGRAMME))


def _value(say: Say, name: str, value: str) -> str:
    if name == "guardian_rule":
        return say.plain("settings-rule", rule=value)
    if name == "guardian_may_object":
        return say.plain("settings-objecting-may", may=value)
    if name == "feedback_again":
        return say.plain("settings-again-how", again=value)
    if name == "rated":
        return say.plain("settings-rated-how", rated=value)
    if name == "time_zone":
        return say.plain("settings-zone-name", zone=value.replace("/", "_", 1))
    return value


def _ticked(text: str, ticked: bool) -> str:
    return f"\u2705 {text}" if ticked else text


def _back(say: Say, group: Group | None = None) -> list[Button]:
    return [Button(say.plain("settings-back"), SettingsTap(group=group)), Button(say.plain("to-home"), HomeTap())]


def router() -> Router:
    """The settings, for curators."""
    routes = Router(name="settings")
    routes.callback_query.filter(CuratorOnly())
    routes.callback_query.register(opened, SettingsTap.filter())
    routes.callback_query.register(setting_opened, SettingTap.filter())
    routes.callback_query.register(chosen, ChooseTap.filter())
    routes.callback_query.register(most_tapped, MostTap.filter())
    routes.callback_query.register(forms_tapped, FormsTap.filter())
    routes.callback_query.register(title_asked, TitleTap.filter())
    routes.callback_query.register(contact_asked, ContactTap.filter())
    return routes

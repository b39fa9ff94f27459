"""The questionnaires that come with the programme are whole, in both languages, and fit a phone."""

import re

import pytest
from questionnaire_samples import GIVEN, LISTS

from mentoring import curator_own
from mentoring.free_time import DAYS
from mentoring.matching_people import Meets, WishedAge
from mentoring.people import FORMS_OF, MOST_MENTEES, Kind, MentoringForm, Side
from mentoring.questionnaire import Form, Given, Option, Phrase, Style, Unacceptable
from mentoring.questionnaire import Kind as QuestionKind
from mentoring.questionnaire_catalogue import area_options, catalogue, default_areas, sources, wish_options
from mentoring.settings import GuardianRule, Settings
from services.feedback import form_for

FORMS = sorted(catalogue().values(), key=lambda form: form.key)
LANGUAGES = {"ru", "en"}
QUESTIONNAIRES = {
    *(
        "application_mentee_pupil",
        "application_mentee_teacher",
        "application_mentor_pupil",
        "application_mentor_teacher",
    ),
    *("application_mentor_student", "application_mentor_partner"),
    *(f"{when}_{side}_{form}" for when in ("entry", "final") for side in Side for form in MentoringForm),
    *(form_for(side, form) for side in Side for form in MentoringForm),
    *("preferences_mentee", "preferences_mentor", "curator_own", "setup", "baseline_pupil", "baseline_teacher"),
    "mentor_report",
}
QUICK = {
    *(
        "person",
        "name",
        "meeting_log",
        "meeting_correction",
        "order_sign",
        "worker_consent",
        "clearance",
        "paper_return",
        "letter",
        "letter_answer",
    ),
    *(
        "decline_reason",
        "broadcast",
        "roadmap_note",
        "roadmap_dates",
        "search",
        "match_search",
        "pairs_search",
        "meeting_note",
        *(
            "plan_goal",
            "plan_task",
            "plan_path_task",
            "plan_text",
            "plan_expected",
            "plan_due",
            "plan_word",
            "plan_signed",
        ),
        "meeting_place",
    ),
    *("join", "join_pupil", "join_side", "join_birth", "paper_return_class", "paper_return_own"),
    *("link_class", "class_list", "pairs_list", "order_scan", "existing_pair"),
    *("area", "programme_title", "parents_contact"),
    *("about_person", "about_pupil", "about_teacher", "about_outsider"),
}
OPEN_TEXTS = {
    "request",
    "expected",
    "valuable",
    "competences",
    "achievements",
    "motivation",
    "obstacles",
    "mentor_qualities",
    "lacked",
    "goals",
}


def options(form: Form, name: str) -> list[str]:
    return [option.name for option in form.question(name).options]


def test_all_forms_are_there_and_end_as_they_should():
    assert {form.key for form in FORMS if form.style is Style.QUESTIONNAIRE} == QUESTIONNAIRES
    assert {form.key for form in FORMS if form.style is Style.QUICK} >= QUICK


@pytest.mark.parametrize("form", FORMS, ids=lambda form: form.key)
def test_every_word_is_in_both_languages(form):
    phrases = [form.title]
    for question in form.questions:
        phrases += [question.label, question.hint, question.constraint_message]
        phrases += [option.label for option in question.options]
        phrases += [question.part.title] if question.part else []
        if question.constraint:
            assert question.constraint_message, question.name
    for phrase in phrases:
        assert not phrase or set(phrase.by_language) == LANGUAGES, phrase
        assert not re.search("[а-яё]", phrase.to("en") if phrase else "", re.IGNORECASE), phrase


@pytest.mark.parametrize("form", FORMS, ids=lambda form: form.key)
def test_nothing_in_a_shipped_form_is_ignored(form):
    assert form.notes == ()


@pytest.mark.parametrize("form", FORMS, ids=lambda form: form.key)
def test_a_question_fits_a_message_and_its_options_fit_a_phone(form):
    for question in form.questions:
        assert len(question.label.to("ru")) + len(question.hint.to("ru")) <= 400, question.name
        assert len(question.options) <= 21, question.name
        found = re.fullmatch(r"columns-(\d)|no-calendar|", question.appearance)
        assert found, question.appearance
        widest = {"1": 45, "2": 21, "3": 12, "4": 9}.get(found[1] or "1", 3)
        for option in question.options:
            assert len(option.label.to("ru")) <= widest, option


@pytest.mark.parametrize("form", FORMS, ids=lambda form: form.key)
def test_open_questions_ask_for_no_diagnoses_addresses_or_phones(form):
    for question in form.questions:
        if question.name in OPEN_TEXTS:
            assert question.kind is QuestionKind.TEXT
            assert "не указывайте диагнозы" in question.hint.to("ru").lower(), question.name


def test_every_question_of_a_questionnaire_stands_in_a_part_where_there_are_many():
    for form in FORMS:
        if len(form.questions) > 9:
            assert all(question.part for question in form.questions), form.key


OFFICIAL = {
    ("pupil_pupil", "mentee"): (15, 24),
    ("pupil_pupil", "mentor"): (14, 24),
    ("teacher_teacher", "mentee"): (16, 25),
    ("teacher_teacher", "mentor"): (15, 22),
}
PAIRED = {  # the table of matched items of the official set: entry and final ask these of a pupil as mentee
    *("comfort", "meetings_personal", "meetings_group", "support"),
    *("help", "plan", "safety", "expectations"),
}


def scores(key):
    return {each.name for each in catalogue()[key].questions if each.kind is QuestionKind.RANGE}


@pytest.mark.parametrize(("form", "side"), OFFICIAL)
def test_entry_and_final_questionnaires_have_the_official_number_of_items(form, side):
    assert (
        tuple(len(catalogue()[f"{when}_{side}_{form}"].questions) for when in ("entry", "final"))
        == OFFICIAL[form, side]
    )


@pytest.mark.parametrize("form", list(MentoringForm))
@pytest.mark.parametrize("side", ["mentee", "mentor"])
def test_every_form_has_its_entry_and_final_and_the_adapted_ones_say_so(form, side):
    for when in ("entry", "final"):
        found = catalogue()[f"{when}_{side}_{form}"]
        ranges = [question for question in found.questions if question.kind is QuestionKind.RANGE]
        assert all(question.values == tuple(range(1, 11)) and question.required for question in ranges)
        adapted = form not in (MentoringForm.PUPIL_PUPIL, MentoringForm.TEACHER_TEACHER)
        assert ("адаптированная" in found.title.to("ru")) == adapted
        assert ("(adapted)" in found.title.to("en")) == adapted
        assert ("(адаптированная)" in sources()[found.key].splitlines()[0]) == adapted


@pytest.mark.parametrize("form", list(MentoringForm))
@pytest.mark.parametrize("side", list(Side))
def test_what_is_asked_before_and_in_between_is_asked_at_the_end_by_the_same_names(form, side):
    entry, final = scores(f"entry_{side}_{form}"), scores(f"final_{side}_{form}")
    interim = scores(form_for(side, form))
    assert interim <= final
    assert interim - {"progress"} <= entry
    only_before = {"changes", "usefulness"}
    assert entry - only_before <= final
    if form is not MentoringForm.TEACHER_TEACHER and side is Side.MENTEE:
        assert entry >= PAIRED <= final


@pytest.mark.parametrize("side", list(Side))
def test_after_the_group_meeting_three_names_at_most_and_nobody_both_wished_for_and_avoided(side):
    form = catalogue()[f"preferences_{side}"]
    given = Given(
        GIVEN.today, {"others.csv": tuple(Option(str(each), Phrase({"ru": f"И{each}"})) for each in range(9))}
    )
    answers = form.tap({}, "first", "1", given)
    with pytest.raises(Unacceptable):
        form.tap(answers, "second", "1", given)
    answers = form.skip(form.tap(answers, "second", "2", given), "third")
    answers = form.toggle(form.skip(answers, "goals"), "avoid", "2", given)
    with pytest.raises(Unacceptable):
        form.go_on(answers, "avoid", given)
    assert "только куратор" in form.question("avoid").hint.to("ru")
    assert form.walk(form.skip({}, "first"), given).question.name == "goals"


def test_the_curators_sum_has_its_level():
    form = catalogue()[curator_own.KEY]
    assert len(form.questions) == 9
    names = [question.name for question in form.questions]
    answers = dict.fromkeys(names, "2")
    assert curator_own.total(answers) == curator_own.MOST
    levels = [curator_own.level(points) for points in (0, 8, 9, 14, 15, 18)]
    assert levels == ["inadmissible", "inadmissible", "admissible", "admissible", "optimal", "optimal"]


def test_where_one_met_mentoring_before_is_asked_only_of_those_who_did():
    entry = catalogue()["entry_mentee_pupil_pupil"]
    assert entry.walk({"been_before": "no"}, GIVEN).question.name == "comfort"
    assert entry.walk({"been_before": "yes"}, GIVEN).question.name == "been_where"


def test_interim_questions_are_the_entrys_so_that_answers_can_be_compared():
    forms = catalogue()
    for side, common in (
        ("mentee", {"comfort", "meetings_personal", "support", "plan", "safety"}),
        ("mentor", {"comfort", "meetings_personal", "plan", "involvement"}),
    ):
        interim = {question.name for question in forms[f"interim_{side}"].questions}
        entry = {question.name for question in forms[f"entry_{side}_pupil_pupil"].questions}
        assert common <= interim & entry
        assert {"change_pair", "curator_help", "obstacles", "progress"} <= interim
        assert len(interim) <= 9


@pytest.mark.parametrize("kind", [Kind.PUPIL, Kind.TEACHER])
def test_an_application_answers_what_matching_asks(kind):
    mentee, mentor = (catalogue()[f"application_{side}_{kind}"] for side in ("mentee", "mentor"))
    for form in (mentee, mentor):
        assert options(form, "meets") == list(Meets)[:3]
        slots = options(form, "free")
        assert slots == [f"{day}_{part}" for day in DAYS[:6] for part in (1, 2, 3)]
        assert form.question("areas").list_name == "areas.csv"
        assert form.question("areas").required
    assert options(mentee, "interests") == options(mentor, "interests")
    if kind is Kind.PUPIL:
        assert options(mentee, "wished_age") == list(WishedAge)


@pytest.mark.parametrize("kind", [kind for kind, side in FORMS_OF if side is Side.MENTOR])
def test_a_mentor_may_offer_as_many_places_as_a_form_of_theirs_has(kind):
    mentor = catalogue()[f"application_mentor_{kind}"]
    assert mentor.question("places").values[-1] == max(MOST_MENTEES[form] for form in FORMS_OF[kind, Side.MENTOR])
    names = {question.name for question in mentor.questions}
    assert names >= {"competences", "achievements", "interests", "experience", "motivation", "hours", "free", "meets"}
    assert names >= {"areas", "any_class", "youngest", "oldest"}


def test_the_wish_is_asked_only_where_several_forms_are_run_and_leaves_out_what_does_not_matter():
    pupil, teacher = catalogue()["application_mentee_pupil"], catalogue()["application_mentor_teacher"]
    nothing = dict.fromkeys(("from_whom.csv", "to_whom.csv", "pupil_areas.csv"), ())
    asked = lambda form, lists, answers: [  # noqa: E731
        line.question.name for line in form.review(answers, Given(GIVEN.today, LISTS | nothing | lists))
    ]
    assert "from_whom" not in asked(pupil, {}, {})
    wishes = {"from_whom.csv": wish_options("from_whom.csv")}
    assert "wished_age" not in asked(pupil, wishes, {"from_whom": ("student_pupil",)})
    assert "wished_age" in asked(pupil, wishes, {"from_whom": ("any",)})
    whom = {"to_whom.csv": wish_options("to_whom.csv"), "pupil_areas.csv": LISTS["areas.csv"]}
    assert not {"to_whom", "pupil_areas", "any_class"} & {*asked(teacher, {}, {"areas": ("x",)})}
    only = asked(teacher, whom, {"to_whom": ("teacher_pupil",), "pupil_areas": ("x",)})
    assert {"pupil_areas", "any_class"} <= {*only}
    assert not {"areas", "whom"} & {*only}


def test_wishes_are_forms_a_person_may_be_in():
    for file, kind, side in (("from_whom.csv", Kind.PUPIL, Side.MENTEE), ("to_whom.csv", Kind.TEACHER, Side.MENTOR)):
        names = [option.name for option in wish_options(file)]
        assert names == [*FORMS_OF[kind, side], "any"]


def test_a_mentor_of_any_class_is_not_asked_which():
    form = catalogue()["application_mentor_pupil"]
    before = {
        "areas": ("x",),
        "competences": "а",
        "achievements": "",
        "experience": "",
        "interests": "",
        "motivation": "б",
    }
    assert form.walk(before | {"any_class": "yes"}, GIVEN).question.name == "places"
    answers = before | {"any_class": "no", "youngest": 5}
    with pytest.raises(Unacceptable):
        form.tap(answers, "oldest", 4, GIVEN)
    assert form.tap(answers, "oldest", 5, GIVEN)["oldest"] == 5


def test_the_set_up_speaks_of_values_the_school_keeps():
    setup = catalogue()["setup"]
    assert options(setup, "forms") == list(MentoringForm)
    assert set(options(setup, "guardian_rule")) == set(GuardianRule)
    assert setup.question("guardian_rule").default == GuardianRule.PAPER
    zones = options(setup, "time_zone")
    assert len(zones) == 11
    for zone in zones:
        assert Settings(time_zone=zone.replace("_", "/", 1)).zone
    assert setup.question("director_post").default == "Директор"
    with pytest.raises(Unacceptable):
        setup.take({"programme_start": "2027-01-11"}, "programme_end", "11.01.2027", GIVEN)


def test_a_person_is_asked_only_what_belongs_to_their_kind():
    person = catalogue()["person"]
    asked = {}
    for kind in options(person, "kind"):
        lines = person.review({"kind": kind}, GIVEN)
        asked[kind] = [line.question.name for line in lines][4:]
    assert asked == {
        "pupil": ["class_level", "class_letter", "side"],
        "teacher": ["post", "side"],
        "student": ["workplace", "side"],
        "partner": ["workplace", "side"],
    }
    assert set(options(person, "kind")) <= set(Kind)


def test_a_meeting_is_logged_in_three_taps_and_an_absence_in_one():
    log = catalogue()["meeting_log"]
    held = log.tap({}, "outcome", "happened", GIVEN)
    held = log.tap(log.tap(held, "minutes", "60", GIVEN), "result", "good", GIVEN)
    assert log.walk(held, GIVEN).question is None
    absent = log.tap({}, "outcome", "absent", GIVEN)
    assert log.walk(absent, GIVEN).question is None


def test_a_paper_cannot_come_back_tomorrow():
    with pytest.raises(Unacceptable):
        catalogue()["paper_return"].take({}, "returned_on", "6.2.2027", GIVEN)
    assert catalogue()["paper_return"].go_on({}, "returned_on", GIVEN) == {"returned_on": "2027-02-05"}


@pytest.mark.parametrize(("key", "limit"), [("letter", 1000), ("broadcast", 3000)])
def test_a_letter_has_its_limit(key, limit):
    form = catalogue()[key]
    assert form.take({}, "text", "а" * limit, GIVEN)
    with pytest.raises(Unacceptable):
        form.take({}, "text", "а" * (limit + 1), GIVEN)


def test_the_first_list_of_areas_serves_pupils_and_teachers():
    areas = default_areas()
    assert len({area.name for area in areas}) == len(areas) >= 30
    assert {area.audience for area in areas} == {"pupil", "teacher", "all"}
    for area in areas:
        assert set(area.label.by_language) == LANGUAGES
        assert len(area.label.to("ru")) <= 24
        assert re.fullmatch("[a-z_]+", area.name)
    for audience in ("pupil", "teacher"):
        assert 8 <= len(area_options(areas, audience)) <= 26

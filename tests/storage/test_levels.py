"""Who may be measured is the same in the psychologist's list and by the rules of consents."""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from test_roster import PEOPLE, TODAY, put, school, written

from mentoring.baseline import Phase, Source, concerns, level_of
from mentoring.consents import Purpose, covers
from mentoring.settings import GuardianRule
from mentoring.standing import CONSENT_LACKS, Lack
from storage import levels, standing
from storage.migrate import migrate
from storage.roster import Go


@pytest.fixture(scope="module")
def empty(tmp_path_factory):
    path = tmp_path_factory.mktemp("levels") / "empty.db"
    migrate(path)
    return path


def by_the_rules(tx, frame, ids, rule):
    """Those whose consents to take part and to be measured are both complete, on a side that is measured."""
    consents = standing.consents_of(tx, ids)
    return {
        each.person.code
        for each in standing.of_people(tx, ids)
        if each.participation.form
        and level_of(each.person.kind)
        and concerns(Source.PSYCHOLOGIST, each.person.kind, each.participation.side)
        and not {*CONSENT_LACKS, Lack.WITHDRAWN} & {*each.lacks}
        and covers(consents.get(each.person.id, ()), Purpose.PSYCHOLOGICAL, "", each.person, rule, TODAY)
    }


@given(st.lists(PEOPLE, min_size=1, max_size=10), st.sampled_from(list(GuardianRule)))
@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_a_level_is_entered_of_exactly_those_who_agreed_to_it(empty, everyone, rule):
    with written(empty) as tx:
        frame = school(tx, rule)
        for each in everyone:
            each["consents"] = {
                (key[0], key[1], key[2].replace("transfer", "psychological"), key[3]): answer
                for key, answer in each["consents"].items()
            }
        ids = [put(tx, frame, each) for each in everyone]
        listed = levels.page(tx, frame, Phase.ENTRY, Go.ON, 0, 100).codes
        assert {each.code for each in listed} == by_the_rules(tx, frame, ids, rule)
        assert len(listed) == len({each.code for each in listed}), "one line a person, in however many forms"
        assert levels.counts(tx, frame, Phase.ENTRY) == (len(listed), 0)
        for each in listed:
            found = levels.one(tx, frame, Phase.ENTRY, each.participation)
            assert found is not None
            levels.keep(tx, frame, found[0], Phase.ENTRY, each.parameter, 2, found[0])
        assert levels.counts(tx, frame, Phase.ENTRY) == (len(listed), len(listed))

"""Working days: weekends and public holidays do not count."""

from __future__ import annotations

from datetime import date

import pytest

from mentoring.partings import Wanted, of_subject, subject
from mentoring.working_days import working_days_after


@pytest.mark.parametrize(
    ("day", "count", "last"),
    [
        (date(2027, 1, 11), 3, date(2027, 1, 14)),
        (date(2027, 1, 14), 3, date(2027, 1, 19)),  # over a weekend
        (date(2027, 2, 19), 3, date(2027, 2, 25)),  # and 23 February
        (date(2026, 12, 30), 2, date(2027, 1, 11)),  # 1-8 January
        (date(2027, 1, 16), 1, date(2027, 1, 18)),
    ],
)
def test_so_many_working_days_later(day, count, last):
    assert working_days_after(day, count) == last


@pytest.mark.parametrize("kind", [Wanted.CHANGE, Wanted.END])
@pytest.mark.parametrize("whole", [True, False])
def test_what_a_form_of_asking_is_about_comes_back_as_it_was(kind, whole):
    assert of_subject(subject(17, kind, whole=whole)) == (17, kind, whole)

"""Free hours of a week."""

from mentoring import free_time


def test_slots_come_as_the_week_goes():
    assert free_time.in_order({"sun_1", "mon_2", "wed_1", "mon_1"}) == ("mon_1", "mon_2", "wed_1", "sun_1")


def test_a_tenth_part_of_a_day_comes_after_the_second():
    assert free_time.in_order({"mon_10", "mon_2"}) == ("mon_2", "mon_10")


def test_a_slot_of_no_known_day_comes_last():
    assert free_time.in_order({"any", "sat_1"}) == ("sat_1", "any")


def test_common_slots_are_those_both_have():
    assert free_time.common({"tue_1", "mon_3", "fri_1"}, {"mon_3", "fri_1"}) == ("mon_3", "fri_1")

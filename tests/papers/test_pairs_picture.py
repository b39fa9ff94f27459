"""Pairs at a glance: a picture that a phone can show, each state by a colour and a shape of its own."""

from __future__ import annotations

from datetime import date
from io import BytesIO

from matplotlib.image import imread

from mentoring.meetings import MeetingState
from mentoring.pair_weeks import Cell, Mark, Met, row, weeks
from papers.pairs_picture import COLOURS, DOTS, Group, Line, Week, column, pairs_png, placed

TODAY = date(2027, 2, 10)


def test_a_week_says_what_tells_most_and_silence_only_after_the_pair_began():
    mondays = weeks(TODAY)
    met = [Met(date(2027, 1, 12), MeetingState.HELD, True), Met(date(2027, 1, 14), MeetingState.CANCELLED, True)]
    marks = [each.mark for each in row(mondays, met, began=date(2027, 1, 11), today=TODAY)]
    assert len(marks) == 10
    assert marks[3] is Mark.HELD
    assert marks[2] is Mark.NOTHING
    assert marks[4] is Mark.SILENT


def test_the_picture_shows_every_mark_in_its_colour_where_it_is_placed():
    cells = [Cell(mark, 1) for mark in Mark if mark is not Mark.NOTHING]
    groups = [Group("Форма", [Line(1, "Марина К. → Илья П.", cells)])]
    names = [Week(str(n)) for n in range(len(cells))]
    png = pairs_png("Пары", names, groups, [])
    assert len(png) < 500_000
    pixels = imread(BytesIO(png))
    assert pixels.shape[1] == 1080
    for at, mark in enumerate(each.mark for each in cells):
        (place,) = [each for each in placed(groups, len(cells)) if each.cell and each.cell.mark is mark]
        assert abs(place.x - column(len(cells), at)) < 0.01
        x, y = int(place.x * DOTS), int(place.y * DOTS)
        around = pixels[y - 20 : y + 20, x - 24 : x + 24, :3] * 255
        wanted = [int(COLOURS[mark][n : n + 2], 16) for n in (1, 3, 5)]
        assert (abs(around - wanted).max(axis=2) < 6).any(), mark

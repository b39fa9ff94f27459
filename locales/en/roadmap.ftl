# Screens and reminders of the roadmap. Points and results are in roadmap_points.ftl.

roadmap = Roadmap
roadmap-day = { $day } { month-of }
roadmap-title = <b>Roadmap</b> · { $span }
roadmap-stage-line =
    <b>{ $mark }{ $stage }. { $title }</b>
    until { $until } · { $done } of { $points } done{ $late ->
        [0] {""}
       *[other] , { $late } late
    }
roadmap-stage-title = <b>Stage { $stage } of 7: { $title }</b>
roadmap-activity = <b>{ $title }</b>
roadmap-point = { $mark } { $number }. { $title }
roadmap-point-when = <i>by { $until } · { $who }</i>
roadmap-named = a named member of staff
roadmap-task =
    { $mark } { $number }. { $title }
    <i>until { $until }</i>
roadmap-tasks = My tasks
roadmap-tasks-title = { $count ->
    [0] <b>My tasks</b> · all done ✅
   *[other] <b>My tasks</b> · { $count }
}
roadmap-late-title = { $count ->
    [0] <b>Late</b> · nothing ✅
   *[other] <b>Late</b> · { $count }
}
roadmap-tasks-rest = … and { $count } more, by stages.
roadmap-back = ‹ Stages
roadmap-back-to-stage = ‹ Stage { $stage }
roadmap-back-to-point = ‹ The point
roadmap-more = More ›
roadmap-panel = { $count ->
    [0] <b>Roadmap</b> · no tasks of yours now.
   *[other] <b>Roadmap</b> · { $count ->
        [one] { $count } task
       *[other] { $count } tasks
    } of yours{ $late ->
        [0] {""}
       *[other] , { $late } late
    }
}

roadmap-card-title =
    <b>Point { $number }</b>
    { $title }
roadmap-card-dates = Dates: { $span }
roadmap-card-late = ⚠️ { $days ->
    [one] { $days } day late
   *[other] { $days } days late
}
roadmap-card-who = Responsible: { $who }
roadmap-card-result = What should come of it: { $text }
roadmap-card-done = ✅ Done { $day } · { $who }
roadmap-card-note = Note: { $text }
roadmap-done = Done
roadmap-undo = Take back
roadmap-dates = Change dates
roadmap-who = Who is responsible
roadmap-who-title =
    <b>Who is responsible for point { $number }?</b>
    { $title }

    A role means everybody in it; a person means only them.
roadmap-role = { $role ->
    [curator] curator
    [head] head
    [deputy] deputy head
    [psychologist] psychologist
    [class_teacher] class teachers
    [methodist] methodist
    [trainer] mentors’ trainer
    [social_worker] social worker
   *[editor] site’s editor
}
roadmap-role-all = { $role ->
    [curator] Curator
    [head] Head
    [deputy] Deputy head
    [psychologist] Psychologist
    [class_teacher] Class teachers
    [methodist] Methodist
    [trainer] Trainer
    [social_worker] Social worker
   *[editor] Site’s editor
}
roadmap-open-point = Open the point

roadmap-closed = ✅ The point is marked done.
roadmap-reopened = The point is open again.
roadmap-moved = ✅ The dates are changed, reminders follow them.
roadmap-assigned = The person responsible is set.
roadmap-moved-already = While you were choosing, another curator changed these dates. Here are the new ones; change them again if needed.
roadmap-assigned-already = While you were choosing, somebody else was made responsible. The card shows whom.
roadmap-done-already = Somebody marked this point before you. Here it is.
roadmap-open-already = Somebody took the mark back before you. Open the point again.
roadmap-not-yet = There is no roadmap yet: the curator sets the school up first.

notice-roadmap-soon = ⏳ { $count ->
    [one] In three days, on { $day }, a point of the roadmap is due:
   *[other] In three days, on { $day }, { $count } points of the roadmap are due:
}
notice-roadmap-late = ⚠️ { $count ->
    [one] It was due on { $day } and is not marked done:
   *[other] They were due on { $day }, and { $count } points are not marked done:
}

# A mentee's development plan and individual learning path.

plans-title = <b>{ $kind ->
    [path] Learning path
   *[plan] Development plan
}</b> · { $who ->
    [mentor] { $mentee }
    [mentee] mentor: { $mentor }
   *[curator] { $mentee }, mentor: { $mentor }
}
plans-of = <b>Plan and path</b> · { $who ->
    [mentor] { $mentee }
    [mentee] mentor: { $mentor }
   *[curator] { $mentee }, mentor: { $mentor }
}
plans-goal = 🎯 { $goal }
plans-progress = { $bar } { $done } of { $planned }
plans-progress-partly = partly: { $count }
plans-progress-undone = not done: { $count }
plans-progress-late = past their day: { $count }
plans-being-made = { $who ->
    [mentor] While you are making the plan nobody is reminded of its days. The mentee sees it already.
   *[other] The mentor is still making the plan.
}
plans-signed = Signed on { $day }.
plans-waiting = <b>Waiting for your mark</b>
plans-next = <b>Next</b>
plans-task-line = { $sign } { $number } { $task } — by { $day }
plans-tick-hint = Done? Tap the task: the mentor will see it.
plans-all-done = Every task has been gone through.
plans-all = All tasks
plans-change-plan = Change the plan
plans-history = What has changed
plans-picture = Picture
plans-print = Print
plans-sign = Signed
plans-ready = ✅ The plan is ready
plans-back = ‹ To the plan
plans-open = Open the plan
plans-to-pair = ‹ To the pair
plans-section = <b>Section { $number }. { $name }</b>
plans-open-hint = Tap a number to open the task.
plans-choose = Tasks in the plan: { $count }. Untick what is not needed; 📅 changes the day.
plans-choose-line = { $task }
plans-own-task = A task of your own
plans-change-goal = Change the goal
plans-task = <b>{ $number } { $task }</b>
plans-task-day = By { $day }{ $late ->
    [yes] {" "}(gone by)
   *[no] {""}
}
plans-task-place = Where and with whom: { $text }
plans-task-expected = Expected result: { $text }
plans-task-actual = What came of it: { $text }
plans-task-word = The mentor’s word: { $text }
plans-task-removed = The task was taken out of the plan.
plans-task-state = { $sign } { $state ->
    [done] The mentor’s mark: done.
    [partly] The mentor’s mark: partly done.
    [not] The mentor’s mark: not done.
   *[ticked] The mentee has ticked it as done.
}
plans-put-back = Put back
plans-tick = Done
plans-untick = Not done yet
plans-mark = { $mark ->
    [done] Done
    [partly] Partly
   *[not] Not done
}
plans-add-word = Add a word
plans-change-day = Day
plans-change-text = Task
plans-change-expected = Result
plans-take-out = Take out
plans-history-title = <b>What has changed in the plan</b>
plans-changed = { $when } · { $who }: { $what ->
    [made] the plan was begun
    [ready] the plan is ready
    [goal] a new goal: “{ $became }”
    [added] added “{ $task }”
    [removed] taken out “{ $task }”
    [restored] put back “{ $task }”
    [task] the task is now “{ $became }” (was “{ $was }”)
    [due] “{ $task }” is due on { $became } (was { $was })
    [expected] expected of “{ $task }”: { $became }
    [ticked] done “{ $task }”
    [unticked] not done yet “{ $task }”
    [mark] “{ $task }”: { $became }
    [actual] came of “{ $task }”: { $became }
    [word] a word on “{ $task }”: { $became }
   *[signed] the plan was signed on { $became }
}
plans-by-curator = the curator
plans-earlier = Earlier ›
plans-new-title = <b>{ $kind ->
    [path] Learning path
   *[plan] Development plan
}</b> · { $mentee }
plans-request = Request: “{ $text }”
plans-sample = <b>{ $name }</b>, tasks: { $count }
plans-new-hint = Days will be spread until { $day }. After that you can untick tasks, change days and the goal, add your own.
plans-make = { $kind ->
    [path] Make a path
   *[plan] Make a plan
}
plans-other-sample = Another sample
plans-samples = { $kind ->
    [path] Which path is closer?
   *[plan] Which plan is closer to the request?
}
plans-button = { $kind ->
    [path] Path
   *[plan] Plan
} ({ $done } of { $planned })
plans-button-none = { $kind ->
    [path] Path
   *[plan] Development plan
}
plans-count = { $done } of { $planned }
plans-line = { $kind ->
    [path] Path:
   *[plan] Development plan:
}
plans-none = { $kind ->
    [path] There is no path yet. { $who ->
        [mentor] It holds courses, clubs, olympiads, events, reading.
       *[other] {""}
    }
   *[plan] There is no plan yet. { $who ->
        [mentor] It is usually made together at the third meeting.
        [mentee] It is usually made together with the mentor at the third meeting.
       *[curator] The mentor makes it, usually at the third meeting.
    }
}
plans-group = Whose plan?
plans-group-none = no plan
plans-is-ready = ✅ The plan is ready. The mentee will get a message, and a reminder two days before each day.
plans-ticked = Ticked
plans-unticked = Unticked
plans-marked = Marked
plans-kept = ✅ Noted.
plans-printing = Making the document
plans-printed = The document is sent: print it, sign it, tap “Signed”.
plans-file-name = { $kind ->
    [path] learning path
   *[plan] development plan
}
plans-drawing = Drawing
plans-picture-title = { $done } of { $planned } done
plans-legend = { $state ->
    [done] done
    [partly] partly
    [not] not done
    [ticked] ticked, not marked yet
    [late] past its day
   *[ahead] ahead
}
plans-panel-next = 🎯 By the plan: { $task } — by { $day }
plans-panel-waiting = 🎯 { $who }: { $count ->
    [one] { $count } task waits
   *[other] { $count } tasks wait
} for your mark.

plans-not-at-work = The plan is open while the pair is at work.
plans-empty = There is no task in the plan. Keep at least one.
plans-full = There are thirty tasks in the plan already. Take one out to add another.
plans-after-end = This day is after the end of the programme. Choose an earlier one.
plans-marked-already = The mentor has marked it already.
plans-removed-already = The task was taken out of the plan.

notice-plan-ready =
    { $kind ->
        [path] 🎯 Your mentor ({ $who }) has made a learning path for you, steps in it: { $count }.
       *[plan] 🎯 Your mentor ({ $who }) has made your development plan, tasks in it: { $count }.
    }
    Have a look. Tick what you have done.
notice-plan-news =
    { $side ->
        [mentor] { $who }: done by the { $kind ->
            [path] path
           *[plan] plan
        }. Have a look and mark it.
       *[mentee] Your mentor ({ $who }): news in your { $kind ->
            [path] path
           *[plan] plan
        }.
    }
    { $tasks }
notice-plan-soon =
    ⏳ By { $day }, by the { $kind ->
        [path] path
       *[plan] plan
    }:
    { $tasks }
    Tick it when done. If it does not work out, tell your mentor ({ $who }).
notice-plan-overdue =
    { $who }: by the { $kind ->
        [path] path
       *[plan] plan
    } this was due on { $day }, and there is no mark yet.
    { $tasks }
    If it is done, mark it; if not, agree on another day.

# Pairs week by week as a picture, a page for each pair.

glance-title = { $count ->
    [1] Pairs week by week
   *[other] Pairs week by week: { $first }–{ $last } of { $count }
}
glance-form = { $form ->
    [pupil_pupil] Pupil to pupil
    [teacher_teacher] Teacher to teacher
    [teacher_pupil] Teacher to pupil
    [student_pupil] Student to pupil
   *[employer_pupil] Employer to pupil
}
glance-mark = { $mark ->
    [held] held
    [missed] did not happen
    [silent] silence
    [planned] planned
    [open] not noted yet
    [cancelled] cancelled
   *[away] mentor pauses
}
glance-counts =
    <b>Pairs: { $pairs }</b>{ $silent ->
        [0] {""}
       *[other] {" "}· silent: { $silent }
    }
    Meetings of these weeks: held { $held }, did not happen { $missed }, cancelled { $cancelled }, planned or not noted yet { $planned }.
glance-drawing = Drawing…
glance-open = Open a pair by its number in the picture:
glance-list = As a list
glance-picture = As a picture, by weeks

pair-title = <b>{ $who }</b>
pair-since = { glance-form }{ $day ->
    [none] {""}
   *[other] {" "}· together since { $day }
}
pair-member = • { $who }{ $state ->
    [active] {""}
    [offered] {" "}— awaiting an answer
    [accepted] {" "}— awaiting the order
    [frozen] {" "}— suspended
    [ended] {" "}— ended
   *[other] {" "}— came to nothing
}
pair-line = <b>{ $day }</b> { $text }
pair-words = <i>{ $text }</i>
pair-nothing = Nothing has happened yet.
pair-proposed = Pair proposed: { $who }
pair-answered = { $who }: { $what ->
    [accepted] agreed
    [declined] declined
    [lapsed] no answer in time
   *[other] proposal recalled
}
pair-ordered = 📄 Order № { $number }
pair-contact = First meeting set: { $when }
pair-meeting = { $state ->
    [held] ✅ { pair-meeting-kind } · { $minutes } min{ pair-meeting-result }
    [missed] ✖️ { pair-meeting-kind } — did not happen
    [cancelled] { pair-meeting-kind } — cancelled
   *[planned] 🗓 { pair-meeting-kind }, { $time }
}
pair-meeting-kind = { $kind ->
    [first] Getting to know each other
    [trial] Trial meeting
    [planning] Planning
    [closing] Closing meeting
   *[regular] Meeting
}
pair-meeting-result = { $result ->
    [good] {" "}· went well
    [partly] {" "}· partly
    [stuck] {" "}· stuck
   *[none] {""}
}
pair-moved = { $what ->
    [moved] Moved: { $was } → { $now }
   *[cancelled] Meeting cancelled: { $was }
}{ $who ->
    [none] {""}
   *[other] {" "}· { $who }
}{ $reason ->
    [ill] {" "}(ill)
    [busy] {" "}(study, work)
    [late] {" "}(no time for it)
    [other] {" "}(another reason)
   *[none] {""}
}
pair-plan = { $what ->
    [ready] The plan is ready
    [goal] A new goal in the plan
    [ticked] Ticked as done: { $task }
    [mark] Plan, { $mark ->
        [done] done
        [partly] partly done
        [not] not done
       *[none] mark taken off
    }: { $task }
   *[signed] The plan is signed
}{ $who ->
    [none] {""}
   *[other] {" "}· { $who }
}
pair-feedback = Feedback: { $who }
pair-rated = Rated { $mark } of 10: { $who }
pair-signal = ⚠️ { $who }: { $what ->
    [no_contact] the mentor has not been in touch
    [no_answer] the other side does not answer
    [change_pair] wants another pair
   *[other] needs the curator's help
}
pair-step = { $what ->
    [nudged] Reminded: { $who }
    [called] Talked to
    [put_off] Put off
   *[done] Noted as done
}
pair-nudged = Reminded of a meeting: { $who }
pair-paused = ⏸ The mentor pauses until { $until }{ $reason ->
    [study] {" "}(much study or work)
    [trip] {" "}(away)
    [personal] {" "}(personal matters)
   *[none] {""}
}
pair-back = The mentor's pause is over
pair-asked = ⚠️ { $who }: { $what ->
    [change] asks for another pair
    [end] asks to end the pair
   *[leave] gives up the mentor's duty
}{ $reason ->
    [none] {""}
   *[other] {" "}({ partings-reason })
}
pair-settled = The request ({ $who }): { $what ->
    [agreed] the pair is closed
    [kept] talked over, the pair goes on
   *[other] taken back
}
pair-frozen = The pair is suspended: { $who }
pair-ended = The pair is over: { $who } ({ $what ->
    [request] at a side's request
    [goals] goals reached
    [not_worked] did not work out
    [left] left
    [circumstances] circumstances
    [worker] art. 351.8 of the Labour Code
    [withdrawn] consent withdrawn
    [removed] taken off the list
   *[other] other
})
pair-needs-help = ⚠️ Needs help: { $why }
pair-help = { $prepared ->
    [nudge_mentor] A reminder ready for the mentor
    [nudge_mentee] A message ready for the mentee
    [talk] Call or talk
    [change] Replace the pair
   *[look] What can be done
}
pair-more = More
pair-more-title = <b>{ $who }</b>

    What is to be done?
pair-earlier = Earlier ›
pair-newest = ‹ Newest
pair-list = ‹ To the list

pairs-which-silent = Silent: { $count }
pairs-find = Find
pairs-find-again = Search again
pairs-all = ‹ All pairs
pairs-found = <b>Pairs found</b>
pairs-found-none = There are no such pairs now.
pairs-found-more =

    There are more. Type more of the name.

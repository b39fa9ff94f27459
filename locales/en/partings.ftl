# How pairs change and end, a mentor's pause. Reasons are for the curator only.

partings-open-change = Change the pair
partings-whom = <b>Change the pair</b>

    Whom is it about?
partings-whole = The whole group
partings-title = { $whole ->
    [yes] <b>Change the pair</b> · the whole group
   *[no] <b>Change the pair</b> · { $side ->
        [mentor] mentee: { $who }
       *[mentee] mentor: { $who }
    }
}
partings-title-child = <b>Your child’s pair</b> · { $child }
    { $side ->
        [mentor] Mentee: { $who }
       *[mentee] Mentor: { $who }
    }
partings-quiet = Only the curator will see what you ask for and why. I will tell the other side nothing.
partings-change = { $side ->
    [mentor] I want another mentee
   *[mentee] I want another mentor
}
partings-end = I want to finish
partings-duty = Give up the mentor’s duty
partings-duty-sure = You may give up the mentor’s duty early with three working days’ notice (art. 351.8 of the Labour Code). No reason is needed.

    The last day: <b>{ $day } { month-of }</b>. The curator and the head will know at once, on that day the pair will end.
partings-duty-yes = Give it up
partings-duty-done = Noted: you are a mentor until { $day } { month-of } inclusive. The curator and the head will know.
partings-sent = ✅ The curator has it and will answer by { $day } { month-of }. The other side will not know.
partings-until = { $late ->
    [yes] The answer was due by { $day } { month-of }; the curator has been reminded.
   *[no] The answer comes by { $day } { month-of }.
}
partings-open = { $kind ->
    [change] ⏳ You have asked the curator for another pair. { partings-until } The other side does not know.
    [end] ⏳ You have asked the curator to end the pair. { partings-until } The other side does not know.
   *[leave] You have given up the mentor’s duty. The last day: { $day } { month-of }.
}
partings-take-back = Take it back
partings-taken-back = Taken back, the pair goes on.
partings-seek-yes = Yes
partings-seek-no = Not now
partings-seek-again = Back to the search
partings-seeks = { $side ->
    [mentor] ✅ You are among the mentors again. As soon as the curator proposes a pair, I will write.
   *[mentee] ✅ You are in the search again. As soon as the curator proposes a pair, I will write.
}
partings-rests = { $side ->
    [mentor] Very well, no new mentees for now. You may come back any day from the home screen.
   *[mentee] Very well, we are not looking for now. You may come back any day from the home screen.
}
partings-resting = { $side ->
    [mentor] No new mentees are offered to you for now.
   *[mentee] We are not looking for a mentor for you now.
} When you want to come back, tap the button.

notice-pair-ended = { $group ->
    [yes] Your group is smaller by one{ $name ->
        [none] {""}
       *[other] : { $name }
    }. Thank you for the work, the group goes on meeting as before.
   *[no] Your pair has ended.{ $name ->
        [none] {""}
       *[other] {" "}{ $side ->
            [mentor] Mentee: { $name }
           *[mentee] Mentor: { $name }
        }
    }
    Thank you for the time together. Pairs change and end, that is an ordinary part of the programme.

    { $side ->
        [mentor] Would you take another mentee?
       *[mentee] Back to the search for a mentor?
    } { $resting ->
        [yes] We are not looking for now.
       *[no] Until you answer, we are looking.
    }
}
notice-pair-frozen = { $side ->
    [mentor] Your pair with this mentee ({ $name })
   *[mentee] Your pair with this mentor ({ $name })
} is on hold: that happens, it is not about you. No meetings are set for now. The curator knows and will contact you.
notice-parting-kept = The curator has read your request and wants to talk with you first. The pair goes on for now. If nothing changes, ask again: that is all right.
notice-parting-taken-back = The request about a pair is no more: <b>{ $who }</b> has taken it back.
notice-parting-leaves = The mentor’s duty is given up (art. 351.8 of the Labour Code): <b>{ $mentor }</b>
    Mentee: { $mentees }. The last day: { $day } { month-of }.
notice-parting-asked = { $kind ->
    [leave] The mentor’s duty is given up (art. 351.8 of the Labour Code): <b>{ $mentor }</b> — { $mentees }
        The last day: { $day } { month-of }, the pair will end by itself.
   *[other] ⚠️ { $kind ->
            [change] Another pair is asked for
           *[other] The end of a pair is asked for
        }: <b>{ $mentor }</b> — <b>{ $mentees }</b>
        Asked by: { $who }. Reason: { partings-reason }.{ $words ->
            [none] {""}
           *[other] {" "}“{ $words }”
        }
        The other side does not know. Please answer by { $day } { month-of }.
}
partings-reason = { $reason ->
    [time] there is not enough time
    [contact] it is hard to get on
    [request] another kind of help is needed
    [silent] the other side does not answer
    [uneasy] ⚠️ does not feel at ease in this pair
    [goals] they have done what they wanted
    [changes] circumstances have changed
    [pause] cannot come back after the pause
   *[other] another one
}
partings-open-request = Open the request

partings-none = <b>Requests about pairs</b>

    Nobody asks for anything now.
partings-list-title = <b>Requests about pairs</b>
    The longest waiting stand first.
partings-line =
    {""}
    { $late ->
        [yes] ⚠️ {""}
       *[no] {""}
    }<b>{ $number }.</b> { $mentor } — { $mentees }
    { partings-kind } · since { $asked }, { $kind ->
        [leave] last day { $until }
       *[other] answer by { $until }
    }
partings-kind = { $kind ->
    [change] another pair
    [end] to end
   *[leave] the mentor’s duty is given up
}
partings-card = <b>{ $mentor }</b> — <b>{ $mentees }</b>
partings-card-who = Asked by: { $who } ({ $side ->
    [mentor] on the mentor’s side
   *[mentee] on the mentee’s side
}). { $kind ->
    [change] Wants another pair.
    [end] Wants to finish.
   *[leave] Gives up the mentor’s duty (art. 351.8 of the Labour Code).
}
partings-card-child = About their child’s pair: { $child }. The child does not know of the request.
partings-card-reason = Reason: { partings-reason }
partings-card-words = <i>{ $words }</i>
partings-card-when = { $late ->
    [yes] ⚠️ Waiting since { $asked }, to be answered by { $until }.
   *[no] { $kind ->
        [leave] Noted { $asked }, last day { $until }: the pair will end by itself.
       *[other] Waiting since { $asked }, answer by { $until }.
    }
}
partings-card-quiet = Only you see who asked and why. The sides will learn only what is decided.
partings-close = Close the pair
partings-find = Find another one
partings-keep = Talk and keep
partings-kept = Noted: the pair goes on. I have written to the one who asked that you want to talk.
partings-choices = Who would fit
partings-more = Other requests
partings-answered = This request was answered already, or taken back.
partings-asked-already = You have asked for this already, the curator will answer. Open /menu.
partings-over = This pair has ended already. Open /menu.

endings-whom = <b>Close the pair</b> · mentor: { $mentor }

    Who leaves?
endings-whole = The mentor: close the whole group
endings-ground = <b>Close the pair</b> · { $mentor } — { $mentees }

    On what ground? It goes into the order; who asked is not named there.
endings-ground-name = { $ground ->
    [request] At a side’s request
    [goals] Goals are reached
    [not_worked] It did not work out
    [left] Left the school
    [circumstances] Personal circumstances
    [worker] A worker’s notice
    [withdrawn] Consent taken back
    [removed] Left the programme
   *[other] Other
}
endings-day = <b>Close the pair</b> · { $mentor } — { $mentees }
    Ground: { endings-ground-name }

    Since what day?
endings-today = Today
endings-yesterday = Yesterday
endings-sure = Close the pair { $mentor } — { $mentees }?
    Ground: { endings-ground-name }
    Day: { $day }

    I will write to both with care, without reasons, and ask whether to look for another pair.
endings-yes = Close it
endings-done = ✅ The pair is closed. I have written to both with care, without reasons. If it stood in an order, it waits for an amending one.
endings-over = This pair is closed already.

pauses-begin = Take a pause
pauses-for-mentor = The mentor’s pause
pauses-why = { $own ->
    [yes] <b>A pause</b>

    Your places and your mentees’ are kept, nobody new is offered. Why? Only the curator will see the answer.
   *[no] <b>The mentor’s pause</b> · { $who }

    The places are kept, nobody new is offered. Why?
}
pauses-reason = { $reason ->
    [study] Exams, much work
    [trip] Going away
    [personal] Personal circumstances
   *[none] Not said
}
pauses-until = { $own ->
    [yes] When will you be back?
   *[no] When will the mentor be back?
} Meetings before that day are cancelled, the mentees learn the day, not the reason.
pauses-set = { $own ->
    [yes] ✅ Noted. I will write to the mentees and ask you on the day of return.
   *[no] ✅ Noted. I will write to the mentees and ask the mentor on the day of return.
}
pauses-running = { $own ->
    [yes] You pause. The day of return: <b>{ $day }</b>. The pairs are kept.
   *[no] <b>{ $who }</b> pauses. The day of return: <b>{ $day }</b>. The pairs are kept.
}
pauses-none = { $own ->
    [yes] You do not pause.
   *[no] The mentor does not pause.
}
pauses-back = { $own ->
    [yes] I am back
   *[no] The mentor is back
}
pauses-longer = Another day
pauses-cannot = I cannot go on
pauses-cannot-sure = I will tell the curator that you cannot go on, and your pairs will be ended with care. Tell the curator?
pauses-cannot-yes = Tell the curator
pauses-cannot-done = { $count ->
    [0] You have no pairs now.
   *[other] ✅ The curator has it. I tell the mentees nothing yet.
}
pauses-is-back = { $own ->
    [yes] Welcome back. I will write to the mentees; please set a meeting.
   *[no] ✅ Noted: the mentor is back, I will write to the mentees.
}
pauses-panel = { $side ->
    [mentor] ⏸ You are on a break. The day of return: { $day }. The pairs are kept.
   *[mentee] ⏸ Your mentor ({ $who }) pauses and will be back { $day }. Your pair is kept.
}
pauses-open = The pause
pauses-unanswered-title = <b>Pauses</b>
    The day of return has gone by, the mentor has not answered.
pauses-unanswered-line = • { $who }: expected { $day }
pauses-unanswered-none = Everybody who paused has answered.
pauses-already = The pause was noted from another phone. Open /menu.
pauses-over = The pause is over already.
pauses-day = Choose a day after today and not after the programme’s end.
notice-pause-told = ⏸ Your mentor ({ $name }) pauses and will be back on { $day } { month-of }. Your pair is kept, there are no meetings before that day.
notice-pause-back = Your mentor ({ $name }) is back. When they choose a time for a meeting, I will write.
notice-pause-over = Today is the day of your return. Are you back?
notice-pause-set = ⏸ A mentor pauses: <b>{ $name }</b>, until { $day } { month-of }. Reason: { pauses-reason }.

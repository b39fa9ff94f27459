# Meetings of pairs, reminders, feedback; the curator's look at pairs.

meeting-kind-first = First meeting: getting to know each other
meeting-kind-trial = Second meeting: a trial task
meeting-kind-planning = Third meeting: planning
meeting-kind-regular = Working meeting
meeting-kind-closing = Closing meeting

meeting-agenda-first =
    1. Tell each other about yourselves: interests, what works and what does not
    2. The mentee says in their own words what they wish for
    3. Agree: how you talk, what stays between you, when and where you meet
    4. Set the next meeting
    The curator is invited. 30–60 minutes.
meeting-agenda-trial =
    1. Choose one small task
    2. Solve it together
    3. Talk over: what helped, what hindered, whether you suit each other
    If not, the curator will find another pair. About an hour.
meeting-agenda-planning =
    1. Name the goal: what will change, by when
    2. Divide it into steps with dates
    3. Decide how many meetings you need and how often
    4. Write the plan down and sign it
    The curator is invited. About an hour.
meeting-agenda-regular =
    1. What has changed since last time
    2. Work by the plan
    3. What went well, what is hard
    4. The goal and day of the next meeting
    About an hour.
meeting-agenda-closing =
    1. Hold the result against the goal
    2. Say what both of you have learnt
    3. Thank each other
    4. Decide whether to go on, and answer the final questionnaires
    The curator is invited. About an hour.

meeting-time-short = { weekday-short } { $day } { month-short }, { $time }
meeting-day-short = { $day } { month-short }
meeting-today = today at { $time }
meeting-tomorrow = tomorrow at { $time }
meeting-head = <b>{ $kind }</b> · { $who }
meeting-when = 🗓 { $when }
meeting-where = Place: { $place }
meeting-is-at = Planned now: { $when }
meeting-when-ask = When?
meeting-which-day = Which day?
meeting-which-hour = { $day }. At what time?
meeting-none-yet =
    Your mentor: <b>{ $who }</b>

    The next meeting is not set yet. I will write as soon as your mentor chooses a time.
meeting-comes = ✅ Will come: { $who }
meeting-comes-not = ⚠️ Cannot come: { $who }

meeting-set = Set a meeting
meeting-other-day = Another day
meeting-closing = This is the closing meeting
meeting-not-closing = This is a usual meeting
meeting-move = Move
meeting-call-off = Cancel the meeting
meeting-place = Place
meeting-to-calendar = To calendar
meeting-past = Past meetings
meeting-will-come = I will come
meeting-will-not = I cannot
meeting-happened = Took place
meeting-moved = Moved
meeting-absent = Did not come
meeting-yes = Yes
meeting-no = No
meeting-note = Note

meeting-is-set = ✅ The meeting is set. { $count ->
    [one] Your mentee will get a message, both of you reminders.
   *[other] Your mentees will get a message, all of you reminders.
}
meeting-is-off = The meeting is cancelled. { $count ->
    [one] Your mentee will get a message.
   *[other] Your mentees will get a message.
}
meeting-move-or-off =
    Meeting { $when } · { $who }

    Move it or cancel it?
meeting-noted = Noted
meeting-noted-yes = ✅ Noted: you will come.
meeting-noted-no = Noted: you cannot come. I will tell your mentor, who will choose another time.
meeting-noted-move = I will tell your mentor that you ask for another time.
meeting-and-more = { $who } and { $more } more
meeting-written = ✅ Written down.
meeting-thanks = Thank you for the answer.

meeting-how = Meeting { $when } · { $who }: how did it go?
meeting-took-place =
    { $group ->
        [yes] Were you at the meeting { $when } · { $who }?
       *[no] Meeting { $when } · { $who }: did it take place?
    }
    <i>Only the curator will see the answer.</i>
meeting-logged-held =
    Written down: { $minutes ->
        [60] 1 hour
        [90] 1.5 hours
       *[other] { $minutes } min
    }, { $result }.
meeting-logged-missed = Written down: there was no meeting.
meeting-logged-next =
    { $logged }

    The next one: { $when }?
meeting-result-good = went well
meeting-result-partly = in part
meeting-result-none = no result noted
meeting-result-stuck = stuck

meeting-past-title = <b>Past meetings</b> · { $who }
meeting-past-none = There were no meetings yet.
meeting-past-held = ✅ { $when } · { $minutes } min
meeting-past-missed = ⚠️ { $when } · did not take place
meeting-past-note = <i>{ $note }</i>

meeting-calendar-title = { $kind }: { $who }
meeting-calendar-caption = Open the file to add the meeting to your phone’s calendar.

meeting-panel-mentor =
    { $count ->
        [one] Your mentee
       *[other] Your mentees
    }: <b>{ $who }</b>
    { $state ->
        [set] Meeting: <b>{ $when }</b>
        [over] ⏳ Say how the meeting of { $when } went
       *[none] No meeting is set
    }
meeting-panel-mentor-button =
    { $state ->
        [set] { $who }: { $when }
        [over] { $who }: how did it go?
       *[none] { $who }: set a meeting
    }
meeting-panel-mentee =
    Your mentor: <b>{ $who }</b>
    { $state ->
        [set] Meeting: <b>{ $when }</b>
        [over] The meeting was { $when }
       *[none] No meeting is set yet
    }
meeting-panel-mentee-button =
    { $state ->
        [set] Meeting { $when }
        [over] Did the meeting take place?
       *[none] Meetings with your mentor
    }

meeting-refused-past = That time has gone by. Choose another.
meeting-refused-after-end = The programme will be over by that day. Choose an earlier one.
meeting-refused-planned-already = A meeting was set from another phone meanwhile. Open /menu.
meeting-refused-not-planned = This meeting has been logged or cancelled. Open /menu.
meeting-refused-changed = The meeting has changed: here is how it stands.
meeting-refused-logged = This meeting has been written down already.

notice-meeting-set =
    A meeting is set: <b>{ $when }</b>
    { $kind } · { $who }
notice-meeting-moved =
    The meeting was moved. New time: <b>{ $when }</b>
    { $kind } · { $who }
notice-meeting-called-off = The meeting { $when } ({ $who }) is cancelled. I will write when there is a new time.
notice-meeting-day = A reminder: meeting { $when } · <b>{ $who }</b>
notice-meeting-hour = Meeting soon: { $when } · <b>{ $who }</b>
notice-meeting-cannot = ⚠️ Cannot come to the meeting { $when }: <b>{ $who }</b>
notice-meeting-asked-to-move = Asks to move the meeting { $when }: <b>{ $who }</b>
notice-meeting-nudge = The curator reminds you: no next meeting is set ({ $who }). It takes two taps.

notice-feedback =
    { $again ->
        [0] How does your work go ({ $who })? Nine short questions, about two minutes.
       *[other] A reminder of the short questionnaire about your work ({ $who }): about two minutes.
    } { $side ->
        [mentee] Your mentor will not see your answers.
       *[mentor] Your mentee will not see your answers.
    }
feedback-answer = Answer: how it goes
feedback-waits = 📎 A short questionnaire about how it goes is waiting for you.
feedback-thanks = Thank you. The answers are kept, only the curator will see them.

notice-feedback-asks = <b>{ $who }</b>, from the interim questionnaire:
feedback-asks-change-pair = ⚠️ would like to change the pair
feedback-asks-curator-help = ⚠️ needs the curator’s help

notice-person-unreachable = ⚠️ Out of reach: <b>{ $who }</b>. Messages do not arrive any more: the bot is blocked or the account is deleted. Better call.
notice-for = 👤 For: { $who }
notice-answer-for = Answer: { $who }

pairs-section = Pairs and meetings
pairs-title = <b>Pairs and meetings</b>
pairs-none = <b>Pairs and meetings</b>

    Nobody here yet.
pairs-which-all = All: { $count }
pairs-which-without = Without meetings: { $count }
pairs-which-disputed = Disagreements: { $count }
pairs-line =
    {""}
    <b>{ $number }.</b> { $mentor } — { $mentees }
    { $state ->
        [set] { $next }
        [over] ⏳ not logged: { $next }
       *[none] no meeting planned
    } · held { $held }{ $disputed ->
        [0] {""}
       *[other] {" "}· ⚠️ answers differ
    }
pairs-first-page = ‹ To the beginning
pairs-next-page = Next ›
pairs-open = Open the pair
pairs-card-next = Planned: { $kind }, { $when }
pairs-card-over = ⏳ The mentor has not said how it went: { $kind }, { $when }
pairs-card-no-next = ⚠️ No next meeting is planned.
pairs-card-away = ⏸ The mentor pauses and will be back { $day }.
pairs-disputed-held = ⚠️ mentor: took place, mentee: did not
pairs-disputed-missed = ⚠️ mentor: did not take place, mentee: did
pairs-settle-held = Held { $day }
pairs-settle-missed = Not held { $day }
pairs-settled = ✅ Noted, there is no disagreement any more.
pairs-settled-line = <i>written down as you decided</i>
pairs-refused-settled = This has been settled.
pairs-feedback-change-pair = ⚠️ { $who }: would like to change the pair
pairs-feedback-curator-help = ⚠️ { $who }: needs the curator’s help
pairs-feedback-obstacles = { $who }, what gets in the way: <i>{ $text }</i>
pairs-nudge = Remind the mentor
pairs-nudged = The reminder has been sent.
pairs-refused-planned = A meeting is planned already, no need to remind.
pairs-refused-away = The mentor pauses, there is nothing to remind of.
pairs-refused-nudged = You have reminded them today.

# How meetings are arranged: what each is for, place, repeating, another time, why it was moved, inviting the curator.

meeting-brief-first =
    <b>What for:</b> to meet and talk the request over
    <b>What we do:</b> agree on manners, time and place
    <b>Result:</b> both are ready to go on, the next meeting is set
meeting-brief-trial =
    <b>What for:</b> to try working together
    <b>What we do:</b> solve one small task
    <b>Result:</b> a first result; you see whether you suit each other
meeting-brief-planning =
    <b>What for:</b> to agree on a goal
    <b>What we do:</b> set steps, dates and the number of meetings
    <b>Result:</b> goal and plan are written down
meeting-brief-regular =
    <b>What for:</b> to take the next step of the plan
    <b>What we do:</b> what has changed, work, a summary
    <b>Result:</b> progress is seen, the next goal is named
meeting-brief-closing =
    <b>What for:</b> to sum up
    <b>What we do:</b> hold the result against the goal, say what was learnt
    <b>Result:</b> it is decided whether to go on

meeting-agenda-button = What it is about
meeting-agenda-note = { $side ->
    [mentor] How long will it be?
   *[mentee] It usually takes { $minutes } minutes.
}
meeting-length = { $minutes } min
meeting-lasts = { $minutes } min
meeting-make-closing = Make it the closing one
meeting-make-regular = Make it a usual one
meeting-closing-soon = The programme ends soon: I propose the closing meeting.

meeting-join = Join
meeting-online = Online, by the link
meeting-online-more = Online, by the link · { $words }
meeting-place-ask = Where do you meet? Or type it: a room, an address, a link to a meeting online.
meeting-place-own = Type it
meeting-place-school = At school
meeting-place-library = In the school library
meeting-place-workplace = At the workplace

meeting-is-moved = ✅ The meeting is moved: { $when }. { $count ->
    [one] Your mentee will get a message.
   *[other] Your mentees will get a message.
}
meeting-why =
    { $done }

    Why? <i>Only the curator will see. You need not answer.</i>
meeting-reason-ill = Illness
meeting-reason-busy = Study, work
meeting-reason-late = No time for it
meeting-reason-other = Something else
meeting-reason-none = No reason
meeting-to-pair = To the meetings
meeting-log-late = Log: { $when }

meeting-curator = { $comes ->
    [yes] 👤 The curator will come
    [no] 👤 The curator cannot come, you meet without them
   *[asked] 👤 The curator is invited and has not answered yet
}

rhythm-open = Repeat
rhythm-line = 🔁 { $weeks ->
    [1] Every week
   *[2] Every two weeks
}, until { $until }
rhythm-title = <b>Meetings that repeat</b> · { $who }
rhythm-none = The next meeting: { $when }. How often shall it repeat?
rhythm-how-long = { $weeks ->
    [1] Every week: { $when }.
   *[2] Every two weeks: { $when }.
} Until when?
rhythm-now = { $weeks ->
    [1] Every week
   *[2] Every two weeks
}: { $when }. Until { $until }.
rhythm-ahead = Then: { $days }.
rhythm-rule = <i>I set the next meeting when the one before is over. Holidays, the mentor's pause and hours that are taken are left out. Moving one meeting does not move the others.</i>
rhythm-on-day = { $weekday ->
    [1] on Mondays
    [2] on Tuesdays
    [3] on Wednesdays
    [4] on Thursdays
    [5] on Fridays
    [6] on Saturdays
   *[7] on Sundays
} at { $time }
rhythm-weekly = Every week
rhythm-fortnightly = Every two weeks
rhythm-to-end = Until the programme ends
rhythm-for-weeks = { $weeks ->
    [one] { $weeks } week
   *[other] { $weeks } weeks
}
rhythm-change = Change
rhythm-stop = Stop repeating
rhythm-set = ✅ Done: the meetings repeat. { $count ->
    [one] Your mentee will get a message.
   *[other] Your mentees will get a message.
}
rhythm-stopped = The meetings repeat no more. The one that is set stands.
rhythm-refused-no-meeting = Set the next meeting first, then it can repeat.
rhythm-refused-running = It repeats already, from another phone. Open /menu.

proposal-ask = Propose another time
proposal-when = When shall we meet?
proposal-title = Meeting · <b>{ $who }</b>
proposal-choose = What time suits you? Your mentor will see it and answer.
proposal-dont-know = Let the mentor choose
proposal-sent = ✅ Sent to your mentor. I will write when they answer.
proposal-own = 🕓 You proposed: { $when }. Your mentor has not answered yet.
proposal-waits = 🕓 { $who } proposes { $when }
proposal-agree = Agree
proposal-agree-to = Agree: { $when }
proposal-keep = Leave it as it is
proposal-agreed = ✅ Agreed: { $when }. Everyone will get a message.
proposal-kept = I have passed on that the time stays.
proposal-refused-over = This proposal was answered already, or the meeting has changed.
proposal-refused-same = The meeting is set for this time anyway.

notice-proposal = { $planned ->
    [yes] <b>{ $who }</b> proposes another time: <b>{ $when }</b>. Set now: { $was }.
   *[no] <b>{ $who }</b> proposes to meet: <b>{ $when }</b>.
}
notice-proposal-kept = { $planned ->
    [yes] Your mentor has kept the time: <b>{ $was }</b>. If you cannot come, tap “I cannot”.
   *[no] Your mentor has not set a meeting for this time yet. I will write when they choose one.
}
notice-meeting-place = Meeting { $when }: a new place.
notice-meeting-closing =
    The meeting { $when } will be the closing one.
    { $kind } · { $who }
notice-meeting-repeats = Meetings ({ $who }) repeat from now on: { $weeks ->
    [1] every week
   *[2] every two weeks
}, { $when }, until { $until }. I will remind you of each.
notice-meeting-skipped = There is no meeting { $when } ({ $who }). The next one: <b>{ $next }</b>
meeting-goes-on = The others are invited, the meeting stands.

notice-visit-asked =
    You are invited to a meeting of a pair: <b>{ $when }</b>
    { $kind } · { $mentor } — { $mentees }
    <i>If you cannot come, they meet without you.</i>
notice-visit-moved =
    The meeting you promised to come to is moved: <b>{ $when }</b>
    { $kind } · { $mentor } — { $mentees }
notice-visit-off = The meeting of a pair { $when } is cancelled: { $mentor } — { $mentees }
notice-visit-day = Reminder: { $when } you are at a meeting of a pair · { $mentor } — { $mentees }
notice-visit-hour = A meeting of a pair soon: { $when } · { $mentor } — { $mentees }
visit-panel = 👤 Meetings of pairs you are invited to: { $count }
visit-list = Meetings with the curator
visit-title = <b>Meetings with the curator</b>
visit-none = There are none ahead.
visit-line =
    {""}
    <b>{ $number }.</b> { $when } · { $kind }
    { $mentor } — { $mentees } · { $comes ->
        [yes] you will come
       *[asked] you are invited
    }
visit-one =
    <b>{ $kind }</b>
    🗓 { $when }
    { $mentor } — { $mentees }
visit-noted-yes = ✅ Noted: you will come. The mentor sees it.
visit-noted-no = Noted: you will not come. They meet without you.
visit-refused-taken = Another curator goes to this meeting already.
visit-refused-over = This meeting is over, cancelled, or no longer one for the curator.

# The log of meetings, the diary of a pair, the mentor's report.

diary-complete = Add to the entry
diary-earlier = Earlier ›
diary-unplanned = We met without a plan
diary-as-docx = Diary: DOCX
diary-as-xlsx = Diary: XLSX
diary-to-log = ⏳ { $day }: log it
diary-open-entry = { $day }: add
diary-making = Making the file…
diary-file-name = Diary of meetings { $day }

diary-entry-title = <b>Meeting { $when }</b> · { $who }
diary-entry-empty = Only the log so far. The rest can be added now or later, until the programme ends.
diary-entry-voice = 🎙 By voice, too: choose a line and send a voice message, it stays with the meeting. You and the curator can hear it.
diary-where = { $way }, { $place }
diary-way = { $way ->
        [online] online
       *[place] in person
    }
diary-was-online = It was online
diary-was-place = It was in person
diary-who-came = Who came
diary-came = Came: { $who }
diary-absent = Did not come: { $who }
diary-listen = 🎙 Listen
diary-listen-of = 🎙 Listen: { $day }
diary-voices = 🎙 { $count ->
        [one] { $count } voice note
       *[other] { $count } voice notes
    }
diary-write-topic = Topic, purpose
diary-write-summary = What was done
diary-write-task = Agreed
diary-write-trouble = Difficulties
diary-write-note = Note
diary-line-topic = Topic: <i>{ $text }</i>
diary-line-summary = What was done: <i>{ $text }</i>
diary-line-task = For the next meeting: <i>{ $text }</i>
diary-line-trouble = Difficulties (only the curator sees them): <i>{ $text }</i>
diary-line-note = Note: <i>{ $text }</i>
diary-refused-future = That time has not come yet. Such a meeting can be planned.
diary-refused-before = There was no pair then. Please check the day.
diary-refused-twice = A meeting at that time is in the diary already.
diary-correct = Correct the log
diary-corrected = ✅ Corrected.
diary-refused-settled = The curator has already settled whether this meeting took place. If that is wrong, write to them.
diary-refused-none = There are no pairs yet, so no diaries.

meeting-roll =
    Who came to the meeting { $when }?
    Take the tick away from those who did not.
meeting-roll-done = Done
meeting-roll-somebody = The meeting took place, so somebody came.
meeting-score-ask =
    How was the meeting?
    <i>You need not answer; only the curator will see it.</i>
meeting-scored = Thank you. Only the curator will see the score.
meeting-logged-score =
    { $logged }

    How was the meeting? <i>Only the curator will see the score.</i>
meeting-logged-ahead =
    { $logged }

    The next meeting: { $when }
meeting-logged-put-off = Noted: there was no meeting that day, it was moved.
meeting-past-unlogged = ⏳ { $when } · not logged

voice-kept = 🎙 The voice note on the meeting { $when } is kept. You and the curator can hear it.
voice-coded = I take no voice messages: names are heard in them, and in your school no names go into the chat. This one was not kept; please delete it and write instead, without surnames.
voice-nowhere = I need a text or a button here: I do not read pictures, voice or files. A voice note on a meeting can be left from its entry.
voice-too-long = This message is longer than five minutes, so it was not kept. Please say it in fewer words, or write the main thing.
voice-too-many = There are five voice notes on this meeting, no more are kept. The rest can be written.

diary-of-pair = The pair’s diary
diary-of-all = All diaries in one file
diary-sent-all = All diaries are in the file: a sheet for each pair.
diary-look-title =
    <b>The pair’s diary</b>
    { $mentor } — { $mentees }
diary-check = Checked ({ $count })
diary-checked-toast = Noted
diary-all-checked = ✅ All is checked.
diary-scores = Scores: mentor { $mentor }, mentee { $mentees }

## The diary on paper

diary-totals = Meetings held: { $held } ({ $hours }). Not held: { $missed }. Cancelled: { $cancelled }. Planned: { $planned }. Not logged: { $unlogged }.
diary-hours = { $hours } h{ $minutes ->
        [0] {""}
       *[other] {" "}{ $minutes } min
    }
diary-time = { $time }{ $held ->
        [yes] , { $minutes } min
       *[no] {""}
    }
diary-kind = { $kind ->
        [first] getting to know
        [trial] trial
        [planning] planning
        [closing] closing
       *[regular] working
    }
diary-state = { $state ->
        [held] held
        [missed] not held
        [cancelled] cancelled
        [unlogged] not logged
       *[planned] planned
    }
diary-result = { $result ->
        [good] went well
        [partly] in part
       *[stuck] stuck
    }
diary-paper-voices = { $count ->
        [one] { $count } voice note
       *[other] { $count } voice notes
    }
diary-moved = { $what ->
        [cancelled] cancelled: { $was }
       *[moved] moved from { $was } to { $now }
    }
diary-moved-by = { $by ->
        [mentor] mentor
        [mentee] mentee
        [curator] curator
       *[bot] with the pair
    }{ $reason ->
        [ill] : ill
        [busy] : busy
        [late] : cannot be in time
        [other] : another reason
       *[none] {""}
    }
diary-column-number = No.
diary-column-date = Date
diary-column-time = Time, length
diary-column-kind = Kind
diary-column-state = Held
diary-column-way = Way, place
diary-column-topic = Topic, purpose
diary-column-summary = What was done
diary-column-result = Result
diary-column-task = Agreed for the next one
diary-column-trouble = Difficulties
diary-column-came = Came
diary-column-absent = Did not come
diary-column-mentor-score = Mentor’s score
diary-column-mentee-score = Mentee’s score
diary-column-moves = Moved, cancelled
diary-column-check = Curator’s mark

## The mentor's report

report-write = Write the mentor’s report
report-write-of = Report: { $who }
report-edit = Change the report
report-file = The mentor’s report: DOCX
report-file-name = Mentor’s report
report-waits = 📎 The programme ends soon: your report is needed (<b>{ $who }</b>). Meetings and hours are counted already.
report-written =
    ✅ The report is kept, the curator sees it.

    The file can be printed and signed. The report may be changed until the programme ends.
report-refused-none = There is no such report yet.
report-none-yet = There is no mentor’s report yet.
report-meetings = planned { $planned }, held { $held }
report-plan = tasks { $tasks }, done { $done }, in part { $partly }
report-no-plan = no plan was made in the bot
report-go-on = { $way ->
        [together] go on as the same pair
        [other] go on with another mentor
        [alone] end: the mentee can go on without a mentor
       *[not] end: the pair has not worked
    }
notice-mentor-report =
    { $again ->
        [0] The programme ends soon. It is time to write the report: <b>{ $who }</b>.
       *[other] A reminder of the report: <b>{ $who }</b>.
    } Meetings, hours and the plan are in it already; six questions are left.

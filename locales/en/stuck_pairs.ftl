# Pairs that need the curator's help: why, and one action prepared.

stuck-title = <b>Pairs that need help: { $count }</b>
stuck-none = ✅ <b>All pairs are well.</b> Nobody needs help now.
stuck-pair = { $mentor } — { $mentees }
stuck-named = {"   "}{ $who }: { $why } → <i>{ $do }</i>
stuck-do-nudge-mentor = remind the mentor
stuck-do-nudge-mentee = write to the mentee
stuck-do-talk = call
stuck-do-change = replace the pair
stuck-do-look = look at the meetings
stuck-line = • <b>{ $who }</b>: { $why }{ $more ->
    [0] {""}
   *[other] {" "}(and { $more } more)
}
stuck-open = Open
stuck-back = ‹ Who needs help

stuck-cause-change-pair = wish to change the pair
stuck-cause-low = a low mark
stuck-cause-curator-help = ask the curator for help
stuck-cause-no-contact = nobody has been in touch with the mentee
stuck-cause-contact-late = the first meeting was not set in time
stuck-cause-mentor-silent = the mentor does not answer
stuck-cause-mentee-silent = the mentee does not answer
stuck-cause-apart = the sides’ marks differ
stuck-cause-falling = the marks are falling
stuck-cause-no-meeting = { $days ->
    [one] { $days } day without a meeting
   *[other] { $days } days without a meeting
}
stuck-cause-cancelled = two meetings in a row were called off
stuck-cause-mismatch = the sides disagree about a meeting
stuck-cause-plan-overdue = { $days ->
    [0] a task of the plan is overdue
    [one] a task of the plan is { $days } day overdue
   *[other] a task of the plan is { $days } days overdue
}

stuck-card-title = <b>Needs help:</b> { $who }
stuck-card-why = • { $why }
stuck-card-well = ✅ All is well now.
stuck-card-marks = Marks by month, for your eyes only: mentor { $mentor }; mentee { $mentee }
stuck-card-words = { $who }: <i>{ $text }</i>
stuck-card-taken = Done before:
stuck-was-nudged = { $day }: a reminder ({ $by })
stuck-was-called = { $day }: a talk ({ $by })
stuck-was-put-off = { $day }: put off ({ $by })
stuck-was-done = { $day }: marked as done ({ $by })
stuck-ready = A text is ready, to { $who }:
    <i>{ $text }</i>
stuck-ready-copy = The ready text; tap it to copy, and change it as you like:
    <code>{ $text }</code>
stuck-send = Send
stuck-own = In my own words
stuck-call = Call
stuck-change = Replace the pair
stuck-look = The pair’s meetings
stuck-nudged = ✅ Sent.
stuck-step-called = We have talked
stuck-step-put-off = Put off for a week
stuck-step-done = Done
stuck-taken-called = ✅ { $who }: the talk is noted.
stuck-taken-put-off = ✅ { $who }: I shall come back to this pair in a week.
stuck-taken-done = ✅ { $who }: noted. If nothing changes in a week, the pair will be here again.
stuck-refused-well = There is nothing to remind this pair of now.
stuck-refused-nudged = This pair has been reminded today.

stuck-call-title = <b>To call:</b> { $mentor } — { $mentees }
stuck-call-line = • { $who }: { $contact }
stuck-call-guardian = • { $who } (parent: { $child }): { $contact }
stuck-call-none = no contact in the bot
stuck-call-nothing = The class teacher or the office has the pupils’ telephones.

pair-nudge-first = The first meeting is not set yet ({ $who }). Please choose a time: it takes a minute.
pair-nudge-meeting = There has been no meeting for long ({ $who }). Please set the next one, even a short one.
pair-nudge-plan = Some tasks of the plan are past their day ({ $who }). Tick what is done, or move the days.
pair-nudge-how = { $side ->
    [mentor] How are things ({ $who })? If you cannot agree on a meeting, write to me, I shall help.
   *[mentee] How are things with your mentor ({ $who })? If you cannot agree on a meeting, write to me, I shall help.
}
pair-nudge-open = Open the pair
notice-pair-nudge = ✉️ <b>Curator:</b> { $text }

notice-pair-signal-no-contact = ⚠️ <b>{ $by }</b>: nobody has been in touch. Mentor: { $who }.
notice-pair-signal-no-answer = ⚠️ <b>{ $by }</b>: no answer from { $who }.
notice-first-contact-late = ⚠️ The first meeting is not set: <b>{ $mentor } — { $who }</b> (it was to be { $until }).

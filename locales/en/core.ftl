# Words everybody needs: days, home, questionnaires, refusals, failures.

weekday-short = { $weekday ->
    [1] Mon
    [2] Tue
    [3] Wed
    [4] Thu
    [5] Fri
    [6] Sat
   *[7] Sun
}
month-of = { $month ->
    [1] January
    [2] February
    [3] March
    [4] April
    [5] May
    [6] June
    [7] July
    [8] August
    [9] September
    [10] October
    [11] November
   *[12] December
}
month-name = { $month ->
    [1] January
    [2] February
    [3] March
    [4] April
    [5] May
    [6] June
    [7] July
    [8] August
    [9] September
    [10] October
    [11] November
   *[12] December
}
month-short = { $month ->
    [1] Jan
    [2] Feb
    [3] Mar
    [4] Apr
    [5] May
    [6] Jun
    [7] Jul
    [8] Aug
    [9] Sep
    [10] Oct
    [11] Nov
   *[12] Dec
}
month-title = { month-name } { $year }
day-long = { weekday-short } { $day } { month-of }
date-long = { $day } { month-of } { $year }

to-home = ‹ Home
home-empty = Hello! This is the bot of the school mentoring programme. To come in you need a link or a personal code from the school's curator.
leftover-text = I did not understand this message. Tap a button below or open /menu.
stale-screen = This screen is out of date: here is a fresh one.
stale-question = That was an earlier question. Here is the current one.
trouble-ours = That did not work, and it is our mistake. Your answers are saved. Please try again.

refused-not-yours = This is not yours, or it is no more. Open /menu.
link-unknown = This link does not work: it is closed, used up or mistyped. Ask the curator for a new one.

form-title = <b>{ $form }</b>
form-part = <b>{ $form }</b> · part { $part } of { $parts }: { $name }
form-question = { $text }
form-hint = <i>{ $text }</i>
form-answered = Written down: { $text }
form-problem = { $text }
form-back = ‹ Back
form-skip = Skip
form-later = Later
form-cancel = Cancel
form-next = Next
form-done = Done ({ $count })
form-keep = Keep: { $answer }
form-to-review = ‹ To the review
form-kept = Everything is saved.
answer-with-text = A text or a button is needed here: I do not read pictures, voice or files. Here is the question again.
answer-no-command = There is no such command. Here is the question again; the menu is /menu.

review-title = <b>{ $form }</b> · check and send
review-line = { $number }. { $question }
review-answer = <b>{ $answer }</b>
review-skipped = — skipped
review-send = Send
review-typed = To change an answer, tap the button with its number.

resume-text =
    ⏳ <b>{ $form }</b>
    You stopped at “{ $question }”: { $answered ->
        [one] { $answered } answer
       *[other] { $answered } answers
    } given, { $left } left.
resume-ready =
    ⏳ <b>{ $form }</b>
    The answers are ready: check and send them.
resume-go-on = Go on
resume-go-on-named = Go on: { $form }
resume-anew = Start anew

picker-earlier = ‹ Earlier
picker-later = Later ›

# Why an answer is no good (mentoring/questionnaire_items.py)
answer-empty = The answer is empty. Write a few words or tap a button.
text-too-long = Too long: { $length } characters, and { $limit } fit. Please shorten it.
not-a-number = A number is needed here. For example: 8
not-a-whole-number = A whole number is needed here. For example: 8
number-out-of-range = A number from { $min } to { $max } is needed here.
not-a-date = There is no such date, or it was not understood. Tap a button or write, for example: 12.05.2013
not-a-time = A time is needed here. Tap a button or write, for example: 15:00
not-an-option = There is no such option. Choose with a button.
choose-at-least-one = Tick at least one option.
answer-not-accepted = That will not do: see the hint under the question.
nothing-to-answer = Nothing to answer here, tap the button.
answer-required = This question needs an answer.

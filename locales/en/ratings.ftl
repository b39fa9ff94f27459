# The monthly rating: seen by the curator only.

notice-rating = <b>{ $who }</b>: how is your work together going this month?

    1 means it does not work, 10 means excellent.
    🔒 Only the curator will see the mark.
notice-rating-again = <b>{ $who }</b>: you have not rated your work together this month yet. One tap, and it is done.

    1 means it does not work, 10 means excellent.
    🔒 Only the curator will see the mark.
rating-waits = 📎 Rate the month’s work together: one tap, only the curator will see it.
rating-rate = Rate: { $who }
rating-toast = Noted: { $mark }
rating-kept-one = Noted: { $who }, { $mark }.
rating-kept = <b>Thank you, noted.</b> Only the curator will see it. It can be changed until the end of the day.
rating-line = { $who }: { $mark }
rating-change = Change: { $who }
rating-words = Add a word for the curator
rating-words-kept = The word is kept; only the curator will see it.
rating-refused-month = That month is over. The next question comes in the next one.
rating-refused-later = A mark could only be changed on its own day.

notice-rating-alarm = ⚠️ <b>{ $who }</b>: worth a talk.
rating-alarm-low = • a low mark for the work together
rating-alarm-apart = • the sides rate the work very differently
rating-alarm-falling = • the marks are falling

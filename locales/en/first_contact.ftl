# The first meeting as a task with a date; what a side quietly tells the curator about its pair.

first-contact-until = by { $weekday ->
    [1] Monday
    [2] Tuesday
    [3] Wednesday
    [4] Thursday
    [5] Friday
    [6] Saturday
   *[7] Sunday
}, { $day } { month-of }, { $time }
first-contact-task = 📌 <b>{ $who }</b>: set the first meeting { $until }.
first-contact-late = 📌 <b>{ $who }</b>: the first meeting is not set yet (it was to be { $until }).
first-contact-set = Set the first meeting
first-contact-mentee = Your first meeting is not set yet. If your mentor has not been in touch, say so: only the curator will know.
first-contact-none = Nobody has been in touch with me
first-contact-told = The curator knows that nobody has been in touch with you, and will help.
first-contact-noted = Thank you for saying so. Only the curator will know, and will help.

notice-first-contact = 📌 The first meeting is not set yet: <b>{ $who }</b> (it was to be { $until }). Choosing a time takes a minute.

signal-silent = No answer
signal-silent-who = Who does not answer? Only the curator will know.
signal-silent-told = { $side ->
    [mentor] The curator has been told that you get no answer. Nobody else will know.
   *[mentee] The curator has been told that your mentor does not answer. Nobody else will know.
}
signal-refused-week = The curator knows already. You can say so again a week after the last time.
signal-refused-contact = The first meeting is set, or its date has not gone by yet.

# Pairs that worked before the bot came: as a list, or one by one.

pairs-existing = Enter pairs at work
pairs-title =
    <b>Pairs at work</b>

    If there are pairs already, enter them: all at once as a table, or one by one. I add whoever is not in the school yet.
pairs-by-list = An XLSX table
pairs-by-hand = One pair by hand
pairs-by-hand-again = One more pair
pairs-blank = The empty table
pairs-blank-file = Pairs at work
pairs-preview =
    ✅ The list was read. Pairs and groups: { $count }, new people: { $newcomers }.

    Pairs with an order’s number and date begin at once, the others wait for an order.
pairs-bring-in = Enter ({ $count })
pairs-done = { $count ->
    [one] ✅ { $count } pair was entered.
   *[other] ✅ { $count } pairs were entered.
}
pairs-problems = { $count ->
    [one] ⚠️ There is { $count } mistake in the list, nothing was entered.
   *[other] ⚠️ There are { $count } mistakes in the list, nothing was entered.
}
pairs-send-again = Correct the file and send it again.
pairs-gone = The file is not available any more. Send it once more.
pairs-changed-meanwhile = The data have changed meanwhile, and the list does not fit any more. Send the file once more.
pairs-row = Row { $row }: { $text }
pairs-snag-form_not_run = The school does not run this form of mentoring.
pairs-snag-namesakes = Several people are called so: { $name }. Add the class or the patronymic.
pairs-snag-same_person = Mentor and mentee are one person: { $name }.
pairs-snag-both_sides = Takes part on the other side of this form: { $name }.
pairs-snag-has_mentor = Has a pair already: { $name }.
pairs-snag-twice = Twice in the list: { $name }.
pairs-snag-half_an_order = An order needs both a number and a date.
pairs-snag-no_class = The class is missing: { $name }.
pairs-snag-too_many = Too many mentees for one mentor: { $name }.

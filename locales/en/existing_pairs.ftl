# Pairs that worked before the bot came: as a list, or one by one.

existing-section = Enter pairs at work
existing-title =
    <b>Pairs at work</b>

    If there are pairs already, enter them: all at once as a table, or one by one. I add whoever is not in the school yet.
existing-by-list = An XLSX table
existing-by-hand = One pair by hand
existing-by-hand-again = One more pair
existing-blank = The empty table
existing-blank-file = Pairs at work
existing-preview =
    ✅ The list was read. Pairs and groups: { $count }, new people: { $newcomers }.

    Pairs with an order’s number and date begin at once, the others wait for an order.
existing-bring-in = Enter ({ $count })
existing-done = { $count ->
    [one] ✅ { $count } pair was entered.
   *[other] ✅ { $count } pairs were entered.
}
existing-problems = { $count ->
    [one] ⚠️ There is { $count } mistake in the list, nothing was entered.
   *[other] ⚠️ There are { $count } mistakes in the list, nothing was entered.
}
existing-send-again = Correct the file and send it again.
existing-gone = The file is not available any more. Send it once more.
existing-changed-meanwhile = The data have changed meanwhile, and the list does not fit any more. Send the file once more.
existing-row = Row { $row }: { $text }
existing-snag-form_not_run = The school does not run this form of mentoring.
existing-snag-namesakes = Several people are called so: { $name }. Add the class or the patronymic.
existing-snag-same_person = Mentor and mentee are one person: { $name }.
existing-snag-both_sides = Takes part on the other side of this form: { $name }.
existing-snag-has_mentor = Has a pair already: { $name }.
existing-snag-twice = Twice in the list: { $name }.
existing-snag-half_an_order = An order needs both a number and a date.
existing-snag-no_class = The class is missing: { $name }.
existing-snag-too_many = Too many mentees for one mentor: { $name }.

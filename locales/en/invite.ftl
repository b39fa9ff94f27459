# Invitations: links, codes, the poster, the class list, handing over.

sections-invite = Invite
invite-menu =
    <b>Invite to the programme</b>
    The link for everyone: { $link }

    Whoever comes by it is a newcomer until you admit them. Parents get their link from the child.
invite-qr = QR code
invite-poster = Poster
invite-poster-file = Poster.pdf
invite-programme = Mentoring programme
invite-share = Forward
invite-share-text = The school's mentoring programme
invite-for = { $role ->
    [pupil] pupils
    [teacher] teachers
    [student] students
    [partner] partners
   *[all] everyone
}
invite-make = { $role ->
    [pupil] For pupils
    [teacher] For teachers
    [student] For students
   *[partner] For partners
}
invite-class = For one class
invite-staff = For the staff
invite-staff-ask =
    <b>Whom to invite?</b>
    An invitation works once, for 14 days. Whoever opens it gets the rights of the role, so hand it over in person.
invite-list = Class list (XLSX)
invite-codes = Personal codes: { $count }
invite-open = Open links: { $count }
invite-open-title = <b>Open links: { $count }</b>
invite-one =
    <b>Link: { $what }</b>
    { $link }

    The code, if the link does not open: <code>{ $code }</code>
invite-one-staff =
    <b>Invitation: { $what }</b>
    { $link }

    It works once, for 14 days. Hand it over in person.
invite-close = Close the link
invite-close-ask =
    <b>Close the link?</b>
    Nobody will come in by it or its code any more. Whoever is in stays.
invite-close-sure = Yes, close
invite-closed = The link is closed.
invite-back = ‹ Invitations

list-blank = Empty table
list-blank-file = Class list.xlsx
list-preview = ✅ The list is read: new { $new }, known { $known }.

    The new ones get personal codes and are admitted at once: you know them. Everyone consents for themselves.
list-bring-in = Add ({ $count })
list-problems = ⚠️ { $count ->
    [one] { $count } mistake
   *[other] { $count } mistakes
} in the list, so nobody was added.
list-problem = • { $text }
list-more-problems = … and { $count } more
list-send-again = Correct it and send the file again.
list-gone = The file is no longer available. Please send it again.
list-done = ✅ { $count ->
    [one] { $count } pupil added
   *[other] { $count } pupils added
}. Hand the codes out in person: each is for one person, once.
list-codes = Sheet of codes (PDF)
list-codes-file = Personal codes.pdf
list-no-codes = There are no unused codes.

hand-over = Hand over
hand-over-title = <b>Curators: { $count }</b>
hand-over-how = Invite a second curator: they get the same rights. You can leave when somebody else remains.
hand-over-line = • { $name }
hand-over-invite = Invite a curator
hand-over-leave = Hand over and leave
hand-over-leave-ask =
    <b>Stop being a curator?</b>
    The programme will be run by: { $names }. You can come back only by their invitation.
hand-over-leave-sure = Yes, leave
hand-over-alone = You are the only curator now. Invite another one first and wait until they come in.
hand-over-left = You are no longer a curator. Thank you for your work.
notice-curator-left = { $name }: no longer a curator. You run the programme now.

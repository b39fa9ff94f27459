# Acts of destruction of personal data and extracts from the journal (Roskomnadzor's order 179).

acts-section = Acts of destruction
acts-title = <b>Acts of destruction</b>

    { $count ->
        [0] All are signed.
        [one] { $count } act waits for a signature.
       *[other] { $count } acts wait for a signature.
    } An act is kept for three years.
acts-none =
    <b>Acts of destruction</b>

    None yet. An act appears by itself when the data of somebody who withdrew are erased.
acts-button = { $signed ->
    [yes] ✅
   *[no] ✍️
} No. { $number } · { $subject }
acts-older = Earlier ones ›
acts-one = <b>Act No. { $number }</b> of { $date }
    About: { $subject }. The name is gone; the number was drawn at random.
acts-reason = Reason: { $ground ->
    [withdrawn] the consent was withdrawn
    [turned_away] not admitted to the programme
   *[over] the purpose is reached
}.
acts-categories = Destroyed:
acts-line = • { $what }
acts-unsigned = Print the act and the extract, have them signed by the head, and note where they lie.
acts-signed = Signed on { $date }, lies: { $place }
acts-print = Print the act and the extract
acts-sign = It is signed
acts-correct = Correct the note
acts-to-list = ‹ All acts
acts-noted = Noted.
acts-file = Act { $number } of destruction.docx
acts-extract-file = Extract from the journal to act { $number }.docx
acts-open = To the acts
notice-acts-made = { $count ->
    [one] The data are erased. The act of destruction waits for a signature.
   *[other] The data are erased. { $count } acts of destruction wait for a signature.
}

## Words of the papers themselves

act-curator = curator of the mentoring programme
act-system = Information system of the mentoring programme (the bot and its database on the operator's server)
act-way = Deleting the records with zeros written over them, writing the database file anew, cutting its log to nothing
act-reason = { $ground ->
    [withdrawn] Withdrawal of the consent{ $asked ->
        [none] {""}
       *[other] {" "}of { $asked }
    } (152-FZ, article 21, part 5)
    [turned_away] No purpose: not admitted to the programme (152-FZ, article 5, part 7)
   *[over] The purpose is reached (152-FZ, article 21, part 4)
}
act-category = { $name ->
    [identity] name, gender
    [birth] birth date, age
    [place] class, post, place of work or study
    [contacts] contacts
    [account] number of the messenger's account
    [answers] answers to questionnaires and applications
    [letters] letters to the curator and answers to them
    [meetings] places of meetings and notes about them
    [plans] development plans and the marks in them
    [reasons] explanations about offers of pairs
    [clearance] the check of the permission to work with children
    [others_notes] what teachers, specialists and parents said
    [measures] parameters before and after the programme
    [levels] levels of psychological measures
   *[links] personal invitations and codes
}
act-staying = { $name ->
    [consents] the record of the consents (purpose, edition, day, way, where the original lies), up to three years, to prove that they were given (152-FZ, article 9, part 3)
    [journal] lines of the journal under the number of this act, without a name (Roskomnadzor's order 179)
    [scores] scores without a name, a day or a word of the participant, for statistics (152-FZ, article 6, part 1, item 9)
    [orders] signed orders about pairs, on paper (125-FZ)
    [exports] files taken out to the server’s export folder before this day: the programme deletes them by itself, the last by { $by }
    [lists] lists brought in from the server’s folder before this day and put away: the programme deletes them by itself, the last by { $by }
   *[copies] backup copies of the database made by the operator before this day: the operator deletes them as copies are renewed
}

# The ledger of consents: for each purpose who has given it, who is awaited, who declined, whose paper is not back.

sections-ledger = Consents
ledger-title = <b>Ledger of consents</b>
ledger-nobody = There are no participants yet.
ledger-purpose = <b>{ $name }</b>: given { $kept }, awaited { $waiting }, no paper { $paper }, parent to check { $unconfirmed }, declined { $declined }
ledger-details-missing = ⚠️ The details are missing: taxpayer and register numbers, contact, addresses of the site. Without addresses publishing cannot be asked about, without partners passing data on cannot.
ledger-details = Details for consents
ledger-details-kept = ✅ The details are kept. Earlier consents hold for the earlier addresses; ask about new ones from the list.
ledger-guardians = Parents to confirm: { $count }
ledger-purpose-title = <b>{ $name }</b>
ledger-state = { $state ->
    [kept] given
    [waiting] awaited
    [paper] the paper is not back
    [unconfirmed] the parent is not confirmed
   *[declined] declined
}
ledger-state-count = { $state ->
    [kept] Given
    [waiting] Awaited
    [paper] No paper
    [unconfirmed] Parent to check
   *[declined] Declined
}: { $count }
ledger-list = <b>{ $name }</b> · { $state }: { $count }
ledger-list-how = Tick everybody whose paper has come back, then tell date and place once.
ledger-tick = { $sign } came back
ledger-ticked = Record the ticked: { $count }
ledger-none-ticked = Nobody is ticked.
ledger-blanks = Blanks for all (DOCX)
ledger-by-class = Blanks by class
ledger-by-class-how = <b>{ $name }</b>: blanks for a whole class. The file holds everybody without this consent: for the parents and, from 14, for the pupils themselves.
ledger-my-class = Consent blanks of my class
ledger-my-class-how = Blanks for the whole class: the file holds the pupils without the consent. Please hand the signed ones to the curator.
ledger-my-class-none = There is nothing to print: everybody taking part in your class has answered.
ledger-my-class-purpose = { $place ->
    [none] {""}
   *[other] { $place } ·{" "}
}{ $name }: { $count }
ledger-ask = Ask in the bot: { $count }
ledger-asked = { $count ->
    [one] Asking about { $count } participant
   *[other] Asking about { $count } participants
}: themselves and the parents.
ledger-person = <b>{ $name }</b>, { $place }
ledger-need = • { $name }{ $required ->
    [yes] {" "}(needed)
   *[no] {""}
}: { $lacks }
ledger-complete = given
ledger-lack = { $lack ->
    [declined] declined
    [no_consent] no consent
    [no_assent] no consent of the pupil
    [no_guardian] no answer of a parent
    [no_paper] no paper
   *[guardian_unconfirmed] the parent is not confirmed
}
ledger-record = <b>{ $name }</b>: { $answer ->
    [agreed] agreed
   *[declined] declined
}, { $capacity ->
    [guardian] a parent
    [assent] the pupil
   *[self] for themselves
} ({ $who }), { $way ->
    [tap] in the bot
    [paper] on paper
   *[document] an electronic document
}, { $given }–{ $until }, version { $version } ({ $digest }){ $scope ->
    [none] {""}
   *[other] ; for: { $scope }
}{ $kept ->
    [none] {""}
   *[other] ; original: { $kept }
}{ $checked ->
    [none] {""}
   *[other] ; checked by: { $checked }
}{ $withdrawn ->
    [no] {""}
   *[other] ; not in force since { $withdrawn }
}
ledger-blank = Blank (DOCX)
ledger-blank-own = The pupil's own blank (DOCX)
ledger-document = Signed electronically
ledger-card = The card
ledger-back = ‹ Back
ledger-file = { $name } — { $capacity ->
    [guardian] for a parent
    [assent] for a pupil
   *[self] for a participant
}.docx
permission-terms-on-paper = ☐ name and class (post)   ☐ the name only   ☐ none of these (tick what is meant)
ledger-xlsx = The ledger as a file (XLSX)
ledger-xlsx-file = Ledger of consents.xlsx
ledger-document-kind = { $kind ->
    [gosuslugi] Gosuslugi
    [qualified] a qualified signature
   *[other] by the school's rules
}
ledger-terms = { $terms ->
    [name_class] name and class
    [name] the name only
   *[nameless] without a name
}
ledger-answer = { $answer ->
    [agreed] agreed
   *[declined] declined
}
ledger-capacity = { $capacity ->
    [guardian] legal guardian
    [assent] the minor
   *[self] for themselves
}
ledger-way = { $way ->
    [tap] in the messenger
    [paper] on paper
   *[document] an electronic document
}
paper-ledger-title = Consents
paper-ledger-person = Whose data
paper-ledger-place = Class, post
paper-ledger-purpose = Purpose
paper-ledger-scope = Addresses or partners
paper-ledger-terms = What may be told
paper-ledger-answer = Answer
paper-ledger-version = Version
paper-ledger-hash = Hash of the text
paper-ledger-giver = Who gave it
paper-ledger-capacity = In what capacity
paper-ledger-way = How
paper-ledger-document = Kind of document
paper-ledger-given = When
paper-ledger-until = Until
paper-ledger-original = Where the original lies
paper-ledger-checked-by = Who checked
paper-ledger-checked = When checked
paper-ledger-withdrawn = Not in force since

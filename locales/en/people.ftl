# The programme's people as the curator sees them: lists, filters, a card, who has not sent, reminders, merging, removing.

sections-people = People
people-title = <b>People</b>
people-counts = { $all } in all: mentors { $mentors }, mentees { $mentees }
people-lacking = ⏳ Something is missing: { $count }
people-new = 🆕 Waiting to be admitted: { $count }
people-absent = Not joined yet: { $count }
people-shown = Shown: { $filters }
people-found = Search: { $text }
people-nobody = Nobody was found.
people-line = { $name }: { $missing }
people-line-absent = { $name }: has not joined the programme yet
people-line-ready = { $name }: nothing is missing

people-find = 🔎 Find
people-filter = Filter
people-owing = Who has not sent
people-add = Add
people-all = Show everyone
people-to-card = ‹ To the card

people-filters =
    <b>Whom to show</b>
    { $filters }

    Tap to choose, tap again to take away.
people-everyone = Now: everyone who takes part
people-show = Show
people-class-any = Class: any
people-class-chosen = Class: { $name }
people-class-choose = <b>Which class?</b>
people-class-none = There are no classes yet: they come with the pupils.
people-level = All classes of year { $level }
people-no-class = without a class

people-kind = { $kind ->
    [pupil] pupil
    [teacher] teacher
    [student] student
    [partner] partner
    [guardian] parent
   *[staff] staff
}
people-kinds = { $kind ->
    [pupil] Pupils
    [teacher] Teachers
    [student] Students
    [partner] Partners
    [guardian] Parents
   *[staff] Staff
}
people-side = { $side ->
    [mentor] mentor
   *[mentee] mentee
}
people-base = { $side ->
    [mentor] { $kind ->
        [pupil] Mentors, pupils
        [teacher] Mentors, teachers
        [student] Mentors, students
       *[partner] Mentors, partners
    }
   *[mentee] { $kind ->
        [pupil] Mentees, pupils
       *[teacher] Mentees, teachers
    }
}
people-sides = { $side ->
    [mentor] Mentors
   *[mentee] Mentees
}
people-form = { $form ->
    [pupil_pupil] pupil – pupil
    [teacher_teacher] teacher – teacher
    [teacher_pupil] teacher – pupil
    [student_pupil] student – pupil
    [employer_pupil] employer – pupil
   *[other] { $form }
}
people-sign = { $sign ->
    [new] New
    [absent] Not joined
    [lacking] Something missing
    [owing] Not sent
    [ready] All there
    [withdrawn] Consent withdrawn
    [declined] Declined
    [no_consent] No consent
    [no_assent] No pupil’s assent
    [no_guardian] No parent’s answer
    [no_paper] No paper
    [guardian_unconfirmed] Parent not confirmed
    [no_transfer] No consent to pass data to a partner
    [no_name] No name
    [not_admitted] Not admitted
    [not_cleared] Not cleared (351.1)
    [not_trained] Not trained
    [no_form] No form chosen
    [no_application] No application
   *[no_entry] No entry questionnaire
}
people-lack = { $lack ->
    [withdrawn] consent withdrawn
    [declined] declined
    [no_consent] consent
    [no_assent] the pupil’s assent
    [no_guardian] a parent’s answer
    [no_paper] the parent’s paper
    [guardian_unconfirmed] that this is the parent confirmed
    [no_transfer] the consent to pass data to a partner
    [no_name] name
    [not_admitted] admission by the curator
    [not_cleared] clearance (art. 351.1)
    [not_trained] a mentor’s training
    [no_form] mentoring form
    [no_application] application
   *[no_entry] entry questionnaire
}
people-takes-part = This person takes part already, or no programme is open yet.

card-title = <b>{ $name }</b> · { $code }
card-title-code = <b>{ $code }</b>
card-kind = { $kind }
card-kind-place = { $kind }, { $place }
card-side = { $side }, no form chosen yet
card-side-form = { $side } · { $form }
card-guardians = Parents: { $names }
card-children = Children: { $names }
card-missing = ⏳ Missing:
card-lack = • { $lack } — since { $since }
card-ready = ✅ All there: in the list for matching.
card-match = { $side ->
    [mentor] Mentor
   *[mentee] Mentee
}: { $name } · { $state ->
    [offered] the pair is offered
    [accepted] both sides agree
    [frozen] the pair is paused
   *[active] the pair is at work
}
card-no-account = Has not been in the bot yet: hand over a personal code.
card-unreachable = ⚠️ Messages do not arrive: the bot is blocked. Better to call.
card-step = { $lack ->
    [no_guardian] Remind the parent
    [no_paper] The paper came back
    [guardian_unconfirmed] Confirm the parent
    [no_transfer] Passing data to the partner
    [no_name] Write the name
    [not_admitted] Admit
    [not_cleared] Clearance checked
    [not_trained] Training done
    [no_form] Confirm the form
    [no_consent] Remind about the consent
    [no_assent] Remind about the assent
    [no_application] Remind about the application
   *[other] Remind about the questionnaire
}
card-trained = ✅ Noted: the training is done.
card-step-parent = A link for the parent
card-step-blank = A paper for the parent
card-no-form = The school runs no mentoring form for this participant yet: no questionnaires and no pair.
card-step-paper = Consent on paper
card-step-code = Give a personal code
card-name = Name and class
card-answers = Answers
card-mentor = Make a mentor
card-mentee = Make a mentee
card-code = Personal code
card-merge = Merge
card-remove = Remove
card-to-list = ‹ To the list
card-corrected = ✅ Written down.
card-added = ✅ Added and admitted by you. Hand over the personal code so that they can come in.
card-code-text =
    <b>Personal code</b> · { $name }

    Link: { $link }
    Or a code for the command /start: <code>{ $code }</code>

    One person can come in by it. Hand it over in person.
card-parent-text =
    <b>A link for the parent</b> · { $name }

    { $link }

    A parent opens it on their own phone, reads the consent and answers. It cannot be answered from the child’s phone.
card-code-copy = Copy the link
card-answers-title = <b>Answers</b> · { $name }
card-answers-one = { $form } · { $day }
card-answers-of = <b>{ $form }</b> · { $name }

people-merge-choose =
    <b>Merge with whom?</b>
    Find the second entry of the same person.

owing-title = <b>Who has not sent</b> · { $count ->
    [one] { $count } person
   *[other] { $count } people
}
owing-nobody = <b>Who has not sent</b>

    ✅ Everyone has sent everything.
owing-line = { $place } — { $count }
owing-sheet = 📎 A sheet to print
owing-sheet-name = Who has not sent.pdf
owing-sheet-sent = The sheet is on its way.
owing-nudge = Remind
owing-absent = has not joined the programme yet

nudge-preview =
    <b>Remind those who have not answered</b>

    { $now ->
        [0] There is nobody to remind now.
        [one] { $now } person will get it.
       *[other] { $now } people will get it.
    }
nudge-today = Reminded within a day already: { $count }
nudge-twice = Reminded twice already, not again: { $count }
nudge-unreached = Not to be reached in the bot, call them: { $count }
nudge-paper = Only the paper is awaited, a reminder would not help: { $count }
nudge-send = Send ({ $count })
nudge-sent = ✅ { $count ->
    [one] I will remind { $count } person.
   *[other] I will remind { $count } people.
} Whoever answers before will not get it.
nudge-go-on = Answer
notice-nudge = { $lack ->
    [no_guardian] A reminder: a parent’s answer is still needed. Hand on the link or show the code: they are on the home screen.
    [no_application] A reminder: we are waiting for your application. Answers are kept, you may pause.
    [no_entry] A reminder: we are waiting for the entry questionnaire. Answers are kept, you may pause.
   *[other] A reminder: to take part, answer the question about consent. You may decline too.
}
notice-nudge-guardian = A reminder: the school is waiting for your answer about consent. Child: { $child }. You may decline too.

merge-compare =
    <b>Is this one person?</b>

    <b>Stays:</b>
    { $kept }

    <b>Goes into it:</b>
    { $other }

    Accounts, consents, questionnaires, pairs, meetings and letters move to the entry that stays. Where both have something, that of the one that stays is kept. This cannot be undone.
merge-entry = { $name } · { $code }
    { $who }
    { $linked ->
        [yes] in the bot
       *[no] has not been in the bot
    }; consents { $consents }, questionnaires { $answers }, pairs { $matches }
merge-swap = Keep the second
merge-sure = Yes, merge
merge-other = Choose another
merge-done = ✅ The entries are one now.
merge-two-matches = They cannot be merged: both have a pair in the same form. End one of them first.
merge-two-sides = They cannot be merged: in one form one entry is a mentor, the other a mentee, and they have pairs. End those first.
merge-own-pair = They cannot be merged: the two are a pair.
merge-withdrawn = They cannot be merged: one of the entries has withdrawn its consent or is removed.
merge-places = They cannot be merged: the mentor would have too many mentees.

remove-sure =
    <b>Remove from the people?</b>

    { $name }

    The person leaves all lists and cannot come in any more.
remove-matches = Their pairs end; I will tell the other side.
remove-yes = Yes, remove
remove-no = Do not remove
remove-done = Removed: { $name }
remove-yourself = You cannot remove yourself.
remove-curator = This is a curator. Let them hand over their role first.
notice-match-over = Your pair has ended: the other side does not take part in the programme any more. The curator will tell you what comes next.

# Questionnaires on paper: printing, entering answers, who enters them.

paper-entry-over = 📝 Entering from paper: <b>{ $who }</b>
paper-entry-resume = From paper · { $who } · { $form }
paper-entry-done = ✅ { $form }: entered from paper for { $who }.
paper-entry-title =
    <b>Questionnaires on paper</b>
    { $who }
paper-entry-wanted = ▫️ { $form }: not there yet
paper-entry-sent = ✅ { $form }: { $day }
paper-entry-entered = ✅ { $form }: { $day }, entered from paper by { $by }
paper-entry-none = No questionnaires yet: a form of mentoring comes first.
paper-entry-first = Nothing can be entered yet: { $lack ->
    [withdrawn] the consent was withdrawn
    [declined] the consent was declined
    [no_consent] the participant’s consent is missing
    [no_assent] the pupil’s own consent is missing
    [no_guardian] a parent’s consent is missing
    [no_paper] a parent’s consent on paper is missing
   *[no_name] the name is missing
}.
paper-entry-waits = { paper-entry-first }
paper-entry-fixed = The pair is confirmed by an order, these answers no longer change.
paper-entry-enter = Enter: { $form }
paper-entry-correct = Correct: { $form }
paper-entry-print = Print: { $form }
paper-entry-card = Questionnaires on paper
card-answers-entered = 📝 Entered from paper: { $by }, { $day }
paper-entry-mine = Enter questionnaires from paper
paper-entry-helper =
    <b>Questionnaires on paper</b>
    Point a camera at the code of the sheet, or write the letters and digits under it here: the questionnaire opens. The curator will see the answers.
paper-entry-helper-class = Your class, and how many questionnaires are still to be entered:
paper-entry-ward = { $count ->
    [0] ✅ { $who }
   *[other] { $who } · { $count }
}
paper-entry-to-person = ‹ To the questionnaires
paper-entry-to-class = ‹ To the list
paper-entry-own = ✅ { participant-sheet-name }: entered from your sheet of paper, { $day }

paper-forms-section = Questionnaires on paper
paper-forms-title =
    <b>Questionnaires on paper</b>
    For those without a phone: print a sheet, hand it out, and enter it when it is filled in: by the code on it or from the person’s card.
paper-forms-helpers = Who enters answers
paper-forms-form =
    <b>{ $form }</b>
    Whom to print it for? Personal sheets go to those who have agreed and have not answered yet.
paper-forms-print = Print a sheet
paper-forms-empty = Empty sheet
paper-forms-no-phone = Without a phone: { $count }
paper-forms-class = { $class }: { $count }
paper-forms-others = Outside classes: { $count }
paper-forms-all-sent = ✅ Everyone who can be asked has answered.
paper-forms-back = ‹ To the questionnaires
paper-forms-file = Sheet · { $form }.pdf
paper-forms-making = Printing…
blank-nobody-owes = There is nobody to print for: everyone who can be asked has answered.
paper-helpers-title =
    <b>Who enters answers from paper</b>
    Besides the curator. A class teacher sees the names of their class, others only whose sheet they hold. They see no answers but the questionnaire they enter.
paper-helpers-nobody = There is no staff yet: invite them in “Invite”.
paper-helpers-name = { $named ->
    [yes] ✅ { $who }
   *[no] { $who }
}
paper-helpers-named = { $who } may now enter questionnaires from paper.
paper-helpers-revoked = { $who } no longer enters questionnaires from paper.

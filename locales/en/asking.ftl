# Questionnaires in their time: the final ones, those of the group meeting, the curator's own.

asking-section = Final and group meeting
asking-title = <b>Final questionnaires and the group meeting</b>

    After the group meeting ask with whom participants would like to work: only you will see the names. Final questionnaires are sent by themselves shortly before the programme ends; you may ask for them earlier.
asking-form = <b>{ asking-form-name }</b>
asking-form-name = { $form ->
    [pupil_pupil] pupil – pupil
    [teacher_teacher] teacher – teacher
    [teacher_pupil] teacher – pupil
    [student_pupil] student – pupil
   *[employer_pupil] employer – pupil
}
asking-line = { $round ->
    [final] Final
   *[preferences] Group meeting
}: { $state ->
    [begun] { $answered } of { $asked } have answered
   *[not] not asked for yet
}
asking-button = { $round ->
    [final] Ask for the final ones
   *[preferences] Ask with whom to work
} · { asking-form-name }
asking-who-button = Answered: { $count }
asking-ask = { $round ->
    [final] Ask for the final questionnaires in the form “{ asking-form-name }”?
   *[preferences] Ask in the form “{ asking-form-name }” with whom participants would like to work, and with whom not?
} { $count ->
    [0] There is nobody to ask yet: { $round ->
        [final] no pair of this form has been approved.
       *[preferences] nobody in this form has everything ready.
    }
    [one] { $count } person gets it unless asked already, and one reminder in four days.
   *[other] { $count } people get it, except those asked already; one reminder in four days.
}
asking-sure = Ask
asking-done = { $count ->
    [0] Nobody new: everyone has been asked already.
    [one] ✅ Asked { $count } person.
   *[other] ✅ Asked { $count } people.
}
asking-answered = <b>{ $round ->
    [final] Final questionnaire
   *[preferences] Group meeting
}, { asking-form-name }</b>

    { $count ->
    [0] Nobody has answered yet.
    [one] { $count } person has answered. The answers are on the card.
   *[other] { $count } people have answered. The answers are on the card.
}
asking-who = { $name } · { $side ->
    [mentor] mentor
   *[mentee] mentee
}
asking-back = ‹ To questionnaires in their time
asking-no-programme = Set up the school first: there is no programme yet.
notice-final-asked = { $again ->
    [0] The work is drawing to its end. Please fill in the final questionnaire: it shows the school what came of it, and you what has changed.
   *[other] A reminder of the final questionnaire: without it nobody can see what the programme gave. It takes a few minutes, and you may pause.
}
notice-preferences-asked = { $again ->
    [0] After the group meeting the curator asks { $side ->
        [mentor] with which of the mentees
       *[mentee] with which of the mentors
    } you would like to work. The curator will see the answers (whom you would rather not work with – the psychologist too), and nobody else.
   *[other] A reminder: the curator would like to know with whom you would like to work. The curator will see the answers (whom you would rather not work with – the psychologist too), and nobody else.
}
curator-own-section = The curator’s questionnaire
curator-own = <b>The curator’s questionnaire</b>

    Sum: { $points } of { $most }.
    Level: <b>{ $level ->
    [optimal] optimal
    [admissible] admissible
   *[inadmissible] inadmissible
}</b>

    15–18 is optimal, 9–14 admissible, 0–8 inadmissible. The answers may be changed until the programme is closed.
curator-own-change = Look and change

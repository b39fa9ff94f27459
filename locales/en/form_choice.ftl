# Form and role model: proposed by the request, decided by the curator.

form-choice-title = <b>Forms and roles</b>
form-choice-section = Forms and roles
form-choice-count = { $count ->
    [one] { $count } person waits for a decision.
   *[other] { $count } people wait for a decision.
}
form-choice-nobody = ✅ Everything is decided. New applications will appear here.
form-choice-line = • { $who }: { $model }
form-choice-who = { $name }, { $place }
form-choice-more = More ›
form-choice-all = Confirm all that is proposed ({ $count })
form-choice-all-ask = { $count ->
    [one] Confirm { $count } proposal as it is? It can be changed later, while there is no pair.
   *[other] Confirm { $count } proposals as they are? Each can be changed later, while there is no pair.
}
form-choice-all-sure = Confirm ({ $count })
form-choice-all-done = { $count ->
    [one] ✅ { $count } decision confirmed.
   *[other] ✅ { $count } decisions confirmed.
}
form-choice-back = ‹ To the list
form-choice-side = { $side ->
    [mentor] mentor
   *[mentee] mentee
}
form-choice-person = <b>{ $who }</b> · { $side }
form-choice-form-name = { $form ->
    [pupil_pupil] pupil to pupil
    [teacher_teacher] teacher to teacher
    [teacher_pupil] teacher to pupil
    [student_pupil] student to pupil
    [employer_pupil] employer to pupil
   *[none] not decided yet
}
form-choice-form = Form: { form-choice-form-name }
form-choice-request = { $side ->
    [mentor] Is good at: “{ $text }”
   *[mentee] Asks for: “{ $text }”
}
form-choice-model-line = Role model: <b>{ $model }</b>
form-choice-model = { $model ->
    [achiever] achiever and struggling pupil
    [leader] leader and passive pupil
    [peer] equal to equal
    [adapted] settled pupil and newcomer
    [experienced_young] experienced and young teacher
    [leader_struggling] leader and teacher in difficulties
    [innovator_conservative] innovator and conservative
    [subject_expert] subject expert and beginner
    [teacher_results] teacher and struggling pupil
    [teacher_passive] teacher and passive pupil
    [teacher_gifted] teacher and gifted pupil
    [leader_indifferent] leader and indifferent pupil
    [equal_other] equal to another
    [project_author] curator and project author
    [professional] professional and indifferent pupil
    [colleague] colleague and young colleague
    [employer] employer and future employee
    [mentor] by the mentee’s request
   *[none] not decided
}
form-choice-form-only = The school runs no other form that fits.
form-choice-form-wished = The participant chose this form in the application.
form-choice-form-of-several = The application names several forms; this one is closest to the goal. You may choose another.
form-choice-form-goal = The application names no form; this one follows from the goal. You may choose another.
form-choice-form-none = The school runs no form that fits now.
form-choice-form-proposed = By the application the form was: { form-choice-form-name }.
form-choice-other-form = Form: { form-choice-form-name }
form-choice-form-toast = The form was changed; confirm the role
form-choice-proposed = By the request it was: { $model }.
form-choice-confirm = ✅ Confirm
form-choice-confirmed = ✅ Confirmed. It can be changed while there is no pair.
form-choice-confirmed-toast = Confirmed
form-choice-nothing-to-confirm = There is nothing to confirm yet: choose a role model first.
form-choice-pair-under-way = A pair has been offered or is at work. To change the role, undo the pair first.

form-choice-why-results = Why: wants better results. If the mentor is a pupil, they should be from an older class.
form-choice-why-leadership = Why: wants to grow more confident.
form-choice-why-exchange = Why: wants to do a project or trade skills; a peer would do, too.
form-choice-why-adaptation = Why: is settling in at school.
form-choice-why-talent = Why: wants to develop a talent, is preparing for a contest.
form-choice-why-profession = Why: wants to choose a profession.
form-choice-why-starting = Why: is starting to work, or is back at school.
form-choice-why-difficulties = Why: wants to cope with difficulties.
form-choice-why-innovation = Why: wants to learn new methods and tools.
form-choice-why-subject = Why: wants to teach the subject better.
form-choice-why-mentor = The mentor takes the role that the mentee needs.
form-choice-why-not-said = There is no application yet, nothing to propose from.
form-choice-why-no-form = There is no form of mentoring for these participants yet.

# The programme taken out as XLSX.

sections-export = Export
export-what =
    <b>Export</b>

    An XLSX table: the bases of mentees and mentors in official columns, pairs, meetings, consents and answers.

    ⚠️ The file holds personal data: keep it on a school computer and forward it to nobody.
export-make = Make the file
export-making = Making the file. A large school takes up to a minute.
export-file = Mentoring, { $school }.xlsx
export-sent = Personal data: do not forward.
export-done = ✅ Done. The journal has a line about it.
export-not-yet = There is nothing to export yet: set the school up first.

exported-form = { $form ->
    [pupil_pupil] pupil – pupil
    [teacher_teacher] teacher – teacher
    [teacher_pupil] teacher – pupil
    [student_pupil] student – pupil
    [employer_pupil] employer – pupil
   *[none] not decided
}
exported-hours = { $hours ->
    [one] { $hours } hour a week
   *[other] { $hours } hours a week
}
exported-classes = classes { $youngest }–{ $oldest }
exported-any-class = any class
exported-pair-state = { $state ->
    [offered] offered
    [accepted] agreed
    [active] at work
    [frozen] frozen
   *[ended] ended
}
exported-meeting-kind = { $kind ->
    [first] first, organising
    [trial] trial
    [planning] planning
    [closing] closing
   *[regular] regular
}
exported-meeting-state = { $state ->
    [held] held
    [missed] not held
   *[planned] planned
}
exported-meeting-result = { $result ->
    [good] went well
    [partly] partly
   *[stuck] stuck
}
exported-meeting-confirmed = { $answer ->
    [yes] it was
    [no] it was not
    [both] answers differ
   *[none] no answer
}
exported-consent-kind = { $capacity ->
    [self] consent
    [assent] minor’s assent
   *[guardian] guardian’s consent
}, { $way ->
    [tap] in the messenger
    [paper] on paper
   *[document] as an electronic document
}
exported-consent-answer = { $answer ->
    [agreed] agreed
   *[declined] declined
}

# “Questionnaires”: the school's versions, Excel, trying out, how they are answered.

questionnaires = Questionnaires
questionnaires-to-all = ‹ Questionnaires
questionnaires-title = <b>Questionnaires</b>
questionnaires-whom = { $whom ->
    [pupil] {" · "}pupil
    [teacher] {" · "}teacher
    [pupil_pupil] {" · "}pupil to pupil
    [teacher_teacher] {" · "}teacher to teacher
    [teacher_pupil] {" · "}teacher to pupil
    [student_pupil] {" · "}student to pupil
    [employer_pupil] {" · "}employer to pupil
    [mentee] {" · "}mentee
    [mentor] {" · "}mentor
   *[all] {""}
}
questionnaires-group = { $group ->
    [application] Applications
    [entry] Before the work
    [interim] In the middle
    [final] At the end
   *[other] Others
}
questionnaires-to-group = ‹ { questionnaires-group }
questionnaires-times = • { questionnaires-group }: { $sent } sent{ $own ->
    [0] {""}
   *[other] {", "}own versions { $own }
}
questionnaires-title-group = <b>Questionnaires. { questionnaires-group }</b>
questionnaires-line = • { $title }{ questionnaires-whom }: { $sent } sent{ $own ->
    [yes] {", "}own version
   *[no] {""}
}
questionnaires-button = { $title }{ questionnaires-whom }
questionnaires-card =
    <b>{ $title }</b>{ questionnaires-whom }

    { $questions ->
        [one] { $questions } question
       *[other] { $questions } questions
    } · { $own ->
        [yes] own version { $version }, since { $since }
       *[no] official, version { $version }
    } · sent: { $sent }
questionnaires-take = Take as Excel
questionnaires-bring = Send my own
questionnaires-try = Try it out
questionnaires-try-present = Try the present one
questionnaires-waiting = You have sent a new version. Walk it and decide whether to put it in force.
questionnaires-measures = How it is answered
questionnaires-back = Back to the one before
questionnaires-to-card = ‹ The questionnaire
questionnaires-file = { $title } ({ $key }).xlsx
questionnaires-file-note = How to edit it stands on the last sheet. KoboToolbox and ODK open the file too.
questionnaires-flaws = ⚠️ { $count ->
    [one] { $count } mistake
   *[other] { $count } mistakes
} in the questionnaire; nothing has changed yet.
questionnaires-flaw = • { $text }
questionnaires-brought = ✅ <b>{ $title }</b>: the file is read, { $questions ->
    [one] { $questions } question
   *[other] { $questions } questions
}.
questionnaires-difference = { $what ->
    [added] New
    [removed] Removed
   *[changed] Changed
} ({ $count }): { $names }
questionnaires-otherwise = { $what ->
    [title] The title is another.
   *[order] The questions stand in another order.
}
questionnaires-same = Nothing differs from the present one.
questionnaires-notable = ⚠️ { $text }
questionnaires-try-first = Walk it as a participant will see it. It is asked only when you put it in force.
questionnaires-trial-mark = <i>Trying out: answers are not kept</i>
questionnaires-trial-end = <b>This was a trial.</b> So a participant will see it; no answer went anywhere.
questionnaires-trial-stop = End the trial
questionnaires-put = Put in force
questionnaires-drop = Not needed
questionnaires-in-force = ✅ Version { $version } is in force: whoever begins now answers it.{ $others ->
    [0] {""}
    [one] {" "}{ $others } person has begun the earlier one and will finish it.
   *[other] {" "}{ $others } people have begun the earlier one and will finish it.
}
questionnaires-dropped = All right, everything stays as it was.
questionnaires-taken-back = ✅ Version { $version } is in force again. Answers that have come stay with theirs.
questionnaires-official-already = The official questionnaire is in force, there is nothing to take back.
questionnaires-version-gone = This version has been put in force or dropped already.
questionnaires-renewed = The questionnaire has changed since. Your answers that fit it are in place; answer the new questions and look at the others.

questionnaires-measures-title = <b>How it is answered: { $title }</b>
questionnaires-few = Few answers so far: { $begun } begun, { $sent } sent. Once { $enough } have begun, you will see how long it takes and where people stop.
questionnaires-asked = { $answered } of the { $asked } asked have answered: { $share } %.
questionnaires-share = { $sent } of { $begun } who began have sent it: { $share } %.
questionnaires-minutes = It usually takes { $minutes ->
    [one] { $minutes } minute
   *[other] { $minutes } minutes
} (without breaks).
questionnaires-stops = Where people stop for more than a day:
questionnaires-stop = • “{ $question }”: { $count }

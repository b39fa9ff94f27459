# The first measurement: a questionnaire about oneself, adults’ scores, indicators of forms, levels by code.

baseline-panel = 📏 A short measurement: a minute on how things are now. At the end of the programme we shall compare. It does not affect matching.
baseline-fill = Answer: how things are now
baseline-thanks = ✅ Thank you, it is kept. At the end of the programme we shall compare.
baseline-no-consent = The consent to take part comes first.
notice-baseline = A short questionnaire is left: how things are now. It takes a minute, nearly all by taps. At the end of the programme the answers are compared with new ones. They do not affect matching.

baseline-section = First measurement
baseline-title =
    <b>First measurement</b>
    The same is asked at the end of the programme, and compared. Matching does not wait for it. Among teachers, mentors answer too.
baseline-form = <b>{ $form }</b> · measured: { $count ->
    [one] { $count } person
   *[other] { $count } people
}
baseline-share = { $source ->
    [self] Answered themselves: { $done } of { $everyone }
    [class_teacher] Scores of class teachers: { $done } of { $everyone }
   *[methodist] Scores of the methodist: { $done } of { $everyone }
}
baseline-sheet = Indicators of the form: { $entered } of { $lines }
baseline-level = { $parameter ->
    [anxiety] Anxiety
   *[burnout] Burnout
}
baseline-level-person = { $parameter ->
    [anxiety] anxiety
   *[burnout] burnout
}
baseline-totals = { $parameter } (psychologist): low — { $low }, middle — { $middle }, high — { $high }
baseline-few = { $parameter } (psychologist): { $measured } entered. Totals are seen when five or more are measured.
baseline-none = No programme is open yet: there is nobody to measure.
baseline-missing = { $source ->
    [self] Who has not answered
    [class_teacher] Who has no scores of class teachers
   *[methodist] Who has no scores of the methodist
}
baseline-missing-title = { $source ->
    [self] <b>Have not answered themselves</b>
    [class_teacher] <b>No scores of class teachers</b>
   *[methodist] <b>No scores of the methodist</b>
}
baseline-missing-nobody = Nothing is missing but those whose consent is not complete yet.
baseline-enter = Indicators: { $form }
baseline-remind = Remind of the measurement
baseline-reminded = { $count ->
    [0] No new messages: everyone is reminded once.
    [one] ✅ I have reminded { $count } person.
   *[other] ✅ I have reminded { $count } people.
}
baseline-kept = ✅ The indicators are kept.

levels-panel = 📏 Levels by code: { $done } of { $everyone } entered.
levels-open = Enter levels · { $done } of { $everyone }
levels-look = Levels by code
levels-title =
    <b>Levels by code</b>
    { $done } of { $everyone } entered. Only those who agreed to psychological measurement are here. Only a level is entered. Psychologists see it, and the participant and the parents in the file of their own data; the curator sees only totals of five or more.
levels-none = Nobody has a complete consent to psychological measurement yet.
levels-code = { $code } · { $parameter } · { $level ->
    [0] —
    [1] low
    [2] middle
   *[3] high
}
levels-ask = <b>{ $code }</b> · { $parameter }
    Which level?
levels-choose = { $level ->
    [1] Low
    [2] Middle
   *[3] High
}
levels-kept = ✅ { $code }: the level is kept.

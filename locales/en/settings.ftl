# The school’s settings and its list of areas.

settings = Settings
settings-title =
    <b>Settings</b>

    Choose what to set.
settings-group = { $group ->
    [times] ⏰ When to write
    [pairs] 👥 Pairs and meetings
    [forms] 📋 Questionnaires and feedback
    [safety] 🛟 Safety
    [consents] 📎 Consents and data
   *[programme] 🎓 Programme
}
settings-group-title = <b>{ settings-group }</b>
settings-is-school-week = School week: { $value ->
    [5] five days
   *[other] six days
}
settings-is-nudges-a-day = Reminders about one thing: at most { $value } a day
settings-is-parting-days = For a curator's answer about another pair: { $value ->
    [one] { $value } working day
   *[other] { $value } working days
}
settings-is-time-zone = Time zone: { $value }
settings-quiet = Quiet hours: { $start } – { $end }
settings-lessons = Lessons, when pupils are not written to: { $start } – { $end }
settings-feedback = Interim questionnaire: { $meetings ->
    [one] after { $meetings } meeting
   *[other] after { $meetings } meetings
} or in { $days ->
    [one] { $days } day
   *[other] { $days } days
}
settings-final = Final questionnaire: { $days ->
    [one] { $days } day
   *[other] { $days } days
} before the programme ends
settings-offer = To answer an offer: { $days ->
    [one] { $days } day
   *[other] { $days } days
}
settings-erase = Data are erased { $days ->
    [one] { $days } day
   *[other] { $days } days
} after a consent is withdrawn
settings-age = Mentees who are pupils: from { $age } years
settings-forms = Forms of mentoring: { $forms }
settings-most = Mentees of one mentor ({ settings-form }): up to { $most }
settings-form = { $form ->
    [pupil_pupil] pupil – pupil
    [teacher_teacher] teacher – teacher
    [teacher_pupil] teacher – pupil
    [student_pupil] student – pupil
   *[employer_pupil] employer – pupil
}
settings-guardian = From a parent: { settings-rule }
settings-rule = { $rule ->
    [tap_only] an answer here is enough
   *[tap_and_paper] an answer here and a paper
}
settings-objecting = A parent and their child’s pair: { settings-objecting-may }
settings-objecting-may = { $may ->
    [yes] may object themselves
   *[no] asks the curator
}
settings-waiting = “Long without a pair”: more than { $days ->
    [one] { $days } day
   *[other] { $days } days
}
settings-adult = After turning 18, on the parent’s consent: { $days ->
    [0] stops at once
    [one] { $days } more day
   *[other] { $days } more days
}
settings-zone-name = { $zone ->
    [Europe_Kaliningrad] Kaliningrad, MSK−1
    [Europe_Moscow] Moscow, MSK
    [Europe_Samara] Samara, MSK+1
    [Asia_Yekaterinburg] Yekaterinburg, MSK+2
    [Asia_Omsk] Omsk, MSK+3
    [Asia_Krasnoyarsk] Krasnoyarsk, MSK+4
    [Asia_Irkutsk] Irkutsk, MSK+5
    [Asia_Yakutsk] Yakutsk, MSK+6
    [Asia_Vladivostok] Vladivostok, MSK+7
    [Asia_Magadan] Magadan, MSK+8
    [Asia_Kamchatka] Kamchatka, MSK+9
   *[other] { $zone }
}
settings-programme = Name of the programme: { $title }
settings-contact = Phone for parents: { $contact ->
    [none] not set, the contact of the consents is shown
   *[other] { $contact }
}

settings-do-quiet-from = Quiet: from
settings-do-quiet-until = Quiet: until
settings-do-lessons-from = Lessons: from
settings-do-lessons-until = Lessons: until
settings-do-school-week = School week
settings-do-nudges-a-day = Reminders a day
settings-do-digest = ☀️ My digest
settings-do-feedback-after-meetings = Feedback: meetings
settings-do-feedback-after-days = Feedback: days
settings-do-final-days = Final questionnaire
settings-do-offer-days = Answer to an offer
settings-do-erase-after-days = Erasing data
settings-do-least-age = Age
settings-do-guardian-rule = Parent’s consent
settings-do-adult-grace-days = After turning 18
settings-do-parting-days = Answering about a pair
settings-do-guardian-may-object = A parent’s objection
settings-do-waiting-days-alarm = Long without a pair
settings-do-time-zone = Time zone
settings-do-most = Places: { settings-form }
settings-do-forms = Forms of mentoring
settings-do-title = Programme’s name
settings-do-contact = Phone for parents

settings-ask-quiet-from = From what hour in the evening should nothing be sent?
settings-ask-quiet-until = Until what hour in the morning should nothing be sent?
settings-ask-lessons-from = When do lessons begin? Pupils are not written to during lessons.
settings-ask-lessons-until = When do lessons end? Pupils are not written to during lessons.
settings-ask-school-week = How many days a week is there school? On days off and in holidays the bot sends no questionnaires, news or reminders of things to do. Of a meeting it reminds on any day.
settings-ask-nudges-a-day = How many reminders about one thing may a person get in a day?
settings-ask-feedback-after-meetings = After how many meetings should a pair get the interim questionnaire?
settings-ask-feedback-after-days = After how many days should it come if there were fewer meetings?
settings-ask-final-days = How many days before the programme ends should final questionnaires be sent?
settings-ask-offer-days = How many days are there to answer an offer of a pair?
settings-ask-erase-after-days = How many days after a withdrawal are data erased? By law within 30.
settings-ask-least-age = From what age may a pupil be a mentee?
settings-ask-guardian-rule = What is needed from a minor’s parent? A tap in a messenger does not replace a written consent.
settings-ask-guardian-may-object = When a pair is proposed to a minor, the parent is told at once. May they object themselves until the order is signed? Only the curator sees the reason.
settings-ask-adult-grace-days = A participant has turned 18 and must now consent in person. For how many days does participation go on under the parent’s consent until they answer? 0 stops it at once.
settings-ask-waiting-days-alarm = After how many days without a pair shall I remind you of a person on your “Today”?
settings-ask-parting-days = In how many working days does a curator answer who asks for another pair? Unanswered, it stands first on the “Today” screen.
settings-ask-time-zone = In which time zone is the school?
settings-ask-forms = <b>Forms of mentoring</b>

    ✅ the school runs this form: people may join it, its questionnaires are there. One in which nobody takes part yet may be taken away.
settings-form-used = There are participants in this form already, so it cannot be taken away.
settings-form-last = At least one form has to stay.
settings-ask-most = How many mentees may one mentor have ({ settings-form })? Pairs there are already stay.
settings-changed = Noted.
settings-title-kept = ✅ The name is kept.
settings-contact-kept = ✅ Noted: parents will see whom to call.
settings-back = ‹ Settings

areas = Areas of help
areas-title =
    <b>Areas of requests and offers</b>
    Mentees choose from this list what they need help with, mentors what they can help with. Closed ones are marked ✖. Languages of work and buildings are added here too: the questionnaire asks about them where there are several.
areas-add = Add an area
areas-more = More ›
areas-first = ‹ The beginning
areas-back = ‹ The list
areas-rename = Rename
areas-close = Close
areas-open = Open again
areas-closed = Closed: new questionnaires will not offer it.
areas-opened = Offered again.
areas-kept = ✅ Noted.
areas-taken = There is an area of this name already. Write another name or tap «Cancel».
areas-card =
    <b>{ $label }</b>
    { $audience ->
        [pupil] For pupils
        [teacher] For teachers
        [language] A language of work
        [building] A school or building
       *[all] For everyone
    }{ $open ->
        [0] {" · closed: new questionnaires do not offer it"}
       *[other] {""}
    }

settings-is-first-contact-hours = The first meeting is set within { $value } h of the order
settings-is-stuck-days = A pair needs help after { $value ->
    [one] { $value } day
   *[other] { $value } days
} without a meeting
settings-is-feedback-again = The interim questionnaire again: { $value }
settings-again-how = { $again ->
    [once] no, once
    [meetings] after as many meetings more
   *[days] after as many days more
}
settings-is-rated = The pair’s work rated once a month: { $value }
settings-rated-how = { $rated ->
    [monthly] yes
   *[off] no
}
settings-do-first-contact-hours = First meeting by
settings-do-stuck-days = Days without a meeting
settings-do-feedback-again = Questionnaire again
settings-do-rated = Monthly rating
settings-ask-first-contact-hours = Within how many hours of the order is a mentor to set the first meeting? Where the date falls on a day off it moves to the next school day.
settings-ask-stuck-days = After how many days without a meeting is a pair among those that need help?
settings-ask-feedback-again = Is a pair to be asked again how its work goes?
settings-ask-rated = Are both sides to be asked once a month how their work together goes (from 1 to 10)? Only the curator sees the marks.

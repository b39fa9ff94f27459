# Third parties (class teacher, psychologist, social worker, parents, methodist) speak of mentees.

form-about = 👤 { $who }
notes-section = Adults and measuring
notes-party = { $party ->
    [class_teacher] Class teacher
    [psychologist] Psychologist
    [social_worker] Social worker
    [parent] Parents
   *[methodist] Methodist
}
notes-panel = { $party ->
    [class_teacher] 💬 The curator asks about pupils of your class: { $done } of { $everyone } done.
    [psychologist] 💬 The curator asks about pupils who look for a mentor: { $done } of { $everyone } done.
    [social_worker] 💬 The curator asks about pupils who look for a mentor: { $done } of { $everyone } done.
    [parent] 💬 Tell about your child, so that a mentor can be found: { $done } of { $everyone } done.
   *[methodist] 💬 The curator asks about teachers who look for a mentor: { $done } of { $everyone } done.
}
notes-open = { $party ->
    [class_teacher] Tell about pupils · { $done } of { $everyone }
    [psychologist] Tell about pupils · { $done } of { $everyone }
    [social_worker] Tell about pupils · { $done } of { $everyone }
    [parent] Tell about your child · { $done } of { $everyone }
   *[methodist] Tell about teachers · { $done } of { $everyone }
}
notes-to-tell = { $party ->
    [class_teacher] Tell about pupils
    [psychologist] Tell about pupils
    [social_worker] Tell about pupils
    [parent] Tell about my child
   *[methodist] Enter the facts
}
notes-look = { $party ->
    [class_teacher] What I said about pupils
    [psychologist] Pupils who look for a mentor
    [social_worker] What I said about pupils
    [parent] What I said about my child
   *[methodist] Facts about teachers
}
notes-list = { $party ->
    [class_teacher] <b>Pupils of your class who look for a mentor</b>
        { $done } of { $everyone } done. A minute for each: what would help, what goes well, with whom it works best, and three scores.

        The curator and the psychologist will read the answers; mentors and other pupils will not. By law the pupil and the parents may ask for everything stored about them.
    [psychologist] <b>Pupils who look for a mentor</b>
        { $done } of { $everyone } done. Every question says who will read it: the curator or psychologists. By law the pupil and the parents may ask for everything stored about them.
    [social_worker] <b>Pupils who look for a mentor</b>
        { $done } of { $everyone } done. A minute for each: what would help, what goes well, with whom it works best.

        The curator and the psychologist will read the answers; mentors and other pupils will not. By law the pupil and the parents may ask for everything stored about them.
    [parent] <b>Your children who look for a mentor</b>
        { $done } of { $everyone } done. A minute for each: it helps the curator to find a mentor.

        The curator and the psychologist will read the answers; the mentor will not. By law the child may ask for everything stored about them.
   *[methodist] <b>Teachers who look for a mentor</b>
        { $done } of { $everyone } done. Two minutes for each: the personal file, methodical work, certification, the professional standard, two scores.

        The curator will read the answers. By law the teacher may ask for everything stored about them.
}
notes-none = There is nobody to speak of now. When new people join, the curator will ask again.
notes-pupil = { $done ->
    [yes] ✅ { $who }
   *[no] { $who }
}
notes-pupil-class = { $done ->
    [yes] ✅ { $who } · { $place }
   *[no] { $who } · { $place }
}
notes-written = ✅ Written down: { $who }
notes-about = <b>{ $who }</b> · what adults say
notes-own = <b>{ $who }</b> · what you said
notes-by = <b>{ $party }</b>, { $who } · { $day }
notes-line = { $question } — { $answer }
notes-kept-back = 🔒 The psychologist has a note. The curator does not see it.
notes-nothing = Nobody has said anything yet.
notes-wait = { $party }: asked, no answer yet.
notes-no-consent = The consent to take part is not complete, so nothing may be asked about this participant yet.
notes-no-programme = No programme is open: there is nobody to ask about.
notes-tell = Tell
notes-change = Change
notes-to-list = ‹ To the list

notes-overview =
    <b>What adults say about mentees</b>
    Each gets one message with the list of their pupils. We ask only about those whose consent is complete.
notes-progress = { $party }: asked about { $asked } of { $everyone }, told about { $noted }
notes-silent = — nobody can tell about { $count }: their adults are not in the bot
notes-classes = No class teacher in the bot: { $classes }.
notes-nobody = There is nobody to ask about yet: no mentee has a complete consent.
notes-ask-all = Ask about everyone not asked about yet
notes-remind = Remind those who have not answered
notes-invite = Invite staff
notes-asked = { $told ->
    [0] No new messages: they were written to today.
    [one] ✅ I have written to { $told } adult.
   *[other] ✅ I have written to { $told } adults.
}
notes-asked-about = Participants asked about: { $about }.
notes-unreached = ⚠️ Participants about whom some adult could not be asked: { $count }. Those adults are not in the bot yet and can be invited. The list will wait for them.
notes-card = What adults say
notes-ask = { $party ->
    [class_teacher] Ask the class teacher
    [psychologist] Ask the psychologist
    [social_worker] Ask the social worker
    [parent] Ask the parents
   *[methodist] Ask the methodist
}
notes-ask-every = Ask everyone

notice-notes-asked = { $party ->
    [class_teacher] Hello! The curator of the mentoring programme asks you about pupils of your class. Left: { $left }. A minute for each, nearly all by taps.
    [psychologist] Hello! The curator of the mentoring programme asks you about pupils who look for a mentor. Left: { $left }.
    [social_worker] Hello! The curator of the mentoring programme asks you about pupils who look for a mentor. Left: { $left }. A minute for each, nearly all by taps.
    [parent] Hello! To find a mentor for your child, the curator asks a few questions. It takes a minute, nearly all by taps. The curator and the psychologist will read the answers; your family too, if it asks for its data. Children left: { $left }.
   *[methodist] Hello! The curator of the mentoring programme asks you for facts about teachers who look for a mentor. Left: { $left }.
}

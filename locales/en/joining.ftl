# Joining: a link, a personal code, who I am, where a person stands on the way into the programme.

join-already = You take part already. Everything of yours is in /menu.
join-parents-phone = A parent answers for the pupil through this phone. The pupil needs a phone of their own: one cannot agree both for oneself and for the parent. If there is none, see the curator.
join-staff-not-pupil = This invitation is for staff, and a pupil came in with this phone. Open it on your own.
join-no-programme = The programme is not open now. Ask the school's curator when it begins.
join-too-young =
    One can look for a mentor from the age of { $age }. It is too early yet, but the time will come.

    I have kept nothing. If the year of birth was mistyped, open the link again.
join-staff-welcome = ✅ The invitation is accepted: { role-name }.
role-name = { $role ->
    [curator] curator of the programme
    [head] head of the school
    [deputy] deputy head
    [psychologist] psychologist
    [class_teacher] class teacher
    [methodist] methodist
    [trainer] trainer
    [editor] editor of the site
    [social_worker] social worker
   *[other] staff
}

where-title = <b>{ $school } · mentoring</b>
where-side = { $side ->
    [mentor] You take part as a mentor
   *[mentee] You take part as a mentee
}
where-next-join = The school has put you on the programme's list. You can join, or ask the curator first.
where-join = Join
where-next-consent = The first step is your consent. Before it I ask nothing more.
where-next-name = Your name is still missing: a few short questions.
where-next-guardian = ⏳ A parent's answer is needed. Forward the link or show the code on your screen. I will write when they have answered.
where-next-no_paper = ⏳ Your parent has agreed here. The paper is still missing: the curator or the class teacher has the blank, bring it back signed.
where-next-not_admitted = ⏳ You are among the newcomers. The curator will look and let you in; I will write at once.
where-next-not_cleared = ⏳ The school is checking whether you may work with children (Labour Code, 351.1). Bring the curator a certificate of no criminal record.
where-no-form = There is no such form of mentoring in the programme. You are on the list; the curator will write how you can help.
where-form-closed = The school does not run this form of mentoring now. You are on the list, and the curator will write when it begins.
where-declined = There is no consent, so I ask nothing more. You can change your mind at any moment, here.
where-declined-guardian = Your parent declined, so nothing more is asked. If they change their mind, they can open their link again.
where-next-withdrawn = The consent is withdrawn: you take no part any more, the data will soon be deleted. Until then you can change your mind.
where-back = Come back
where-read = Read and answer
where-name = Give my name
where-guardian = The link for a parent
where-ward = <b>{ $child }</b>: { $lack ->
    [none] the consent is there
    [withdrawn] the consent was withdrawn
    [declined] there is no consent
    [no_guardian] your answer is needed
    [no_paper] your signature on paper is missing: the curator or the class teacher has the blank
    [guardian_unconfirmed] consent received; the school will make sure that you are the parent
   *[no_assent] waiting for the child's own answer
}
where-ward-read = Answer: { $child }
where-ward-alone = The child appears here when you open their link.
where-staff = You are: { role-name }.
where-staff-class = You are: { role-name }, { $classes }.

about-saved = ✅ Written down.

who-now = You are now: { $who } ▾
who-title =
    <b>For whom do you speak?</b>
    You answer for several people through this phone.
who-chosen = You are now: { $who }
who-person = { $kind ->
    [pupil] pupil · { $name }
    [teacher] teacher · { $name }
    [student] student · { $name }
    [partner] partner · { $name }
    [guardian] parent · { $name }
   *[staff] staff · { $name }
}

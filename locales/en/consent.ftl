# Consents: the screen before everything else, a parent's answer, the paper.

consent-title = <b>Consent to take part and to the processing of data</b> · version { $version } of { $released }
consent-self =
    { $school } (the operator) asks to keep: your name, { $kind ->
        [teacher] post
        [pupil] class, date of birth
        [student] place of study, date of birth
       *[other] place of work
    }, answers to questionnaires, notes of meetings.
    <b>Why:</b> to find a pair and to run the programme.
    <b>Who sees it:</b> the curator; your pair sees only the name and the request.
    <b>How long:</b> until { $until }, then the data are deleted.
    <b>Withdraw</b> at any moment: /privacy
consent-assent =
    { $school } asks to keep: your name, class, date of birth, answers to questionnaires, notes of meetings.
    <b>Why:</b> to find a pair and to run the programme.
    <b>Who sees it:</b> the curator; your pair sees only the name and the request.
    <b>How long:</b> until { $until }, then the data are deleted.
    <b>Withdraw</b> at any moment: /privacy

    You are under 18, so we will ask a parent as well.
consent-guardian =
    Child: <b>{ $child }</b>

    { $school } (the operator) asks to keep: the child's name, class and date of birth, answers to questionnaires, notes of meetings; your name.
    <b>Why:</b> to find a mentor or mentee and to run the programme.
    <b>Who sees it:</b> the curator; the child's pair sees only the name and the request.
    <b>How long:</b> until { $until }, then the data are deleted.
    <b>Withdraw</b> at any moment: /privacy
consent-full = Read it all
consent-short = ‹ In short
consent-agree = I agree
consent-decline = I do not agree
consent-stale = The text has changed: please read the new version.
consent-stands = You have already agreed. The consent can be withdrawn in /privacy.
consent-first = The consent comes first: without it I write nothing down.
consent-gone =
    You did not agree, and I have kept nothing about you.

    You can still ask the school's curator about the programme or come to an open meeting. If you change your mind, open the link again.
consent-declined =
    Your answer is written down. I will ask nothing more.

    You can change your mind at any moment: /menu.
consent-declined-guardian =
    Your answer is written down: { $child } does not take part. It does not affect lessons in any way.

    You can change your mind at any moment: /menu. Questions go to the school's curator.
consent-thanks = ✅ Thank you, your consent is written down.
consent-thanks-guardian = ✅ Thank you, your consent is written down, and the child will hear of it.

guardian-ask =
    Thank you! A parent's answer is still needed.
    Forward them this link or show the code on your screen. I will write when they have answered.

    { $link }
guardian-share-text = Your answer is needed: the school's mentoring programme
guardian-share = Forward the link
guardian-code = Show the code
guardian-code-caption = The code for a parent: point a phone's camera at it.
guardian-paper = A parent will sign on paper
guardian-paper-noted =
    All right. The curator or the class teacher has the blank: let your parent sign it and bring it back.

    The link still works if the phone is easier.
guardian-own-phone = This is a pupil's phone. Only a parent consents for a child, on their own phone: forward them this link. Without a phone a parent can sign the blank on paper.
guardian-not-needed = This participant is 18 already and answers alone: no parent's consent is needed.
guardian-enough = Parents answer for this child already. If that is a mistake, see the school's curator.
notice-guardian-answered = { $agreed ->
    [yes] ✅ Your parent has agreed. { $rule ->
        [tap_and_paper] The paper is still missing: the curator or the class teacher has the blank.
       *[other] You can go on: /menu
    }
   *[no] Your parent did not agree, so this is where it stops. If they change their mind, let them open their link again.
}
notice-papers-wanted = 📎 Paper consents: { $count ->
    [one] { $count } pupil needs a blank
   *[other] { $count } pupils need a blank
}. Blanks are under “Paper consents”.
notice-come-of-age =
    You are 18 now: from here on you consent for yourself.

    { $until ->
        [none] Your parent’s consent no longer holds, so your participation is paused. Please read and answer to go on.
       *[other] Until { $until } you go on taking part under your parent’s consent. Please read and answer by then to stay in the programme.
    }

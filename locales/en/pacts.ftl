# The rules of a pair: what mentor, mentee and parents read and accept. The words of an accepted edition do not change.

pact-title = <b>Rules of the pair.</b> { $side ->
    [mentee] The mentor: { $who }
   *[mentor] { $count ->
        [one] The mentee: { $who }
       *[other] The mentees: { $who }
    }
}
pact-until = The pair works until { $date }.
pact-pace = { $pace ->
    [twice] twice a week
    [weekly] once a week
    [fortnightly] once in two weeks
    [none] as often as we agree
    [blank] ________________________
   *[agreed] by arrangement
}
pact-pace-button = { $pace ->
    [twice] Twice a week
    [weekly] Once a week
    [fortnightly] Once in two weeks
   *[agreed] By arrangement
}
pact-ask-pace = How often would you like to meet?
pact-proposed = The other side proposes to meet { pact-pace }.
pact-chosen = You propose to meet { pact-pace }.
pact-accepted = ✅ You have accepted the rules.
pact-whole = ✅ Both sides have accepted the rules.
pact-accept = I accept
pact-other-pace = Another pace
pact-open = Rules of the pair
pact-line = 📄 Read and accept the rules of the pair ({ $who }).
pact-line-pace = 📄 The other side ({ $who }) proposes to meet { pact-pace }.
pact-kept = ✅ You have accepted the rules and agree to meet { pact-pace }.
pact-newer = The rules have changed. Please read the new ones.
pact-none = There are no rules for this pair now.

pact-rule-pupil-1-meetings = We meet { pact-pace }. If we want it otherwise, we agree anew.
pact-rule-pupil-1-private = What we talk about stays between us. With one exception: if somebody is in danger, an adult must know.
pact-rule-pupil-1-moving = We come on time. If we cannot, we say so in advance, better a day before, and propose another time.
pact-rule-pupil-1-leaving = If it does not suit, you may ask for another pair or leave: tell the curator, only they see the reason.
pact-rule-pupil-1-worry = If something worries you or seems wrong, tell the curator, the psychologist or your parents at once.
pact-rule-pupil-1-gifts = No money, no expensive presents, no secrets from parents and school.

pact-rule-grown-1-meetings = We meet { pact-pace }; aims and dates are written in the development plan.
pact-rule-grown-1-private = What is said at meetings is not discussed with others, the administration included. The exception is a danger to somebody’s life, health or safety.
pact-rule-grown-1-moving = We respect each other’s time: a meeting is moved a day before at the latest, with another time proposed.
pact-rule-grown-1-leaving = Each may ask for another pair or end the work by telling the curator. Under an addition to the contract three working days’ notice is given (Labour Code, 351.8).
pact-rule-grown-1-worry = If something worries us, we tell the curator: they help, or say whom to turn to.
pact-rule-grown-1-gifts = Mentoring is neither a service nor an inspection: no money, presents or obligations outside the programme.

notice-pact-reminder = 📄 A reminder: please read and accept the rules of the pair ({ $name }). They are six short lines.
notice-pact-pace = 📄 { $name } proposes to meet { pact-pace }. Do you agree?
notice-pact-guardian = { $side ->
    [mentee] Your child ({ $child }) has accepted the rules of the pair. The mentor: { $name }
   *[mentor] Your child ({ $child }) has accepted the rules of the pair. The mentee: { $name }
}
    Meetings: { pact-pace }.

## With the curator

pact-card = Rules of the pair · { $side ->
    [mentor] mentor
   *[mentee] mentee
}: { $way ->
    [tap] ✅ { $date }
    [paper] ✅ on paper, { $date }
   *[none] not accepted yet
}{ $way ->
    [none] {""}
   *[other] , meetings { pact-pace }
}
pact-file = The agreement to be signed (DOCX)
pact-paper = The agreement is signed on paper
pact-paper-ask = How often does the pair meet under the signed agreement?
pact-paper-kept = ✅ Noted: both sides accepted the rules on paper.
pact-sending = Preparing the agreement…
pact-card-back = ‹ To the pair
pact-sent = The agreement to be signed is ready: print two copies. When it is signed, note it on the pair’s card.
pact-file-name = Agreement of the pair
pact-worker = Consent and agreement (351.8)
pact-worker-lacks = Before the order the mentor’s written consent and an addition to the contract are needed.
pact-worker-has = The mentor’s consent of { $consent }, addition to the contract No. { $number } of { $signed }.

# “I feel uneasy”: the pupil's screens, those of the adult who answers for it, the school's settings.

concern-row = I feel uneasy
concern-post = { $post ->
    [psychologist] the psychologist
    [social_worker] the social worker
    [curator] the curator
    [head] the head
    [deputy] the deputy head
    [methodist] the methodologist
    [class_teacher] a class teacher
   *[adult] an adult of the school
}
concern-who = { concern-post } — { $name }

concern-ask =
    If you feel bad or scared, or something is not right, tell an adult of the school. You can do so too when you worry about somebody else.
    You need not explain anything: I shall only pass on who you are and that you feel uneasy.
concern-ask-one = I shall tell: { $who }.
concern-ask-several = Choose whom to tell. If nobody answers in { $minutes } { $minutes ->
        [one] minute
       *[other] minutes
    }, I shall tell the next one.
concern-ask-secret = I shall tell nobody else: not your pair, not your parents, not teachers, not your class.
concern-say = { $post ->
    [psychologist] Tell the psychologist
    [social_worker] Tell the social worker
    [curator] Tell the curator
    [head] Tell the head
    [deputy] Tell the deputy head
    [methodist] Tell the methodologist
    [class_teacher] Tell the class teacher
   *[adult] Tell an adult
}
concern-say-named = { concern-say }: { $name }
concern-whom-not = Whom not to tell…
concern-whom-not-ask = Whom should I not tell? Tap a name. Whoever has a cross will not know.
concern-barred = ❌ { $who }
concern-not-barred = { $who }
concern-barred-done = Done
concern-back = ‹ Back
concern-nobody = At present there is no adult in the bot whom I could tell. Tell somebody you trust: at home, at school, or by the phone below.
concern-thanks = Thank you for telling. { $when ->
        [today] You will hear today from { concern-post }: { $name }.
        [morning] You will hear from { concern-post }, { $name }, in the morning or as soon as they see this.
       *[seen] You will hear from { concern-post }, { $name }, as soon as they see this. School is off now, so it may take a while.
    }
concern-then = If nobody answers in { $minutes } { $minutes ->
        [one] minute
       *[other] minutes
    }, I shall tell them again, or another adult.
concern-seen = It has been taken by { concern-post }: { $name }. You need not do anything, they will talk to you in person.
concern-nobody-yet = Thank you for telling. I shall pass it on as soon as an adult of the school can be reached. Do not wait if you need help now.
concern-contacts =
    If you need help right now:
    <b>8-800-2000-122</b> — the children's helpline, free and anonymous
    <b>112</b> — if there is danger
concern-contacts-own =
    If you need help right now:
    { $contacts }
concern-add-words = Add words
concern-another = Tell again
concern-mistake = I tapped by accident
concern-good = OK
concern-write = Write here if you like. Only the adult who takes this will read it. Your message will disappear from the chat at once.
concern-words-back = ‹ Do not write
concern-words-taken = Your words have been passed on.
concern-tap-first = To pass words on, first choose whom to tell. What you wrote I have deleted and not kept.
concern-text-only = I can only pass on words written as text.
concern-recalled = Fine, I have passed on that it was tapped by accident. If something is not right after all, say so again.
concern-say-again = Say it again

notice-concern-call = 🔔 <b>Your attention is needed.</b> A pupil asks an adult to talk. Tap “Take it” if you can see to it now: who it is I shall show after the tap. If nobody takes it in { $minutes } { $minutes ->
        [one] minute
       *[other] minutes
    }, I shall tell the next one.
notice-concern-taken = The pupil's request I told you of has been taken by: { $who }.
notice-concern-again = 🔔 The pupil whose request is yours has asked again. Please open it.
notice-concern-added = Words were added to a pupil's request. Please open it.
notice-concern-recalled = A pupil's request was withdrawn: “by accident”. It is worth asking all the same.
notice-concern-open = A pupil's request has been open for days. Mark what was done, or close it.
notice-concern-trial = 🔔 <b>A trial.</b> This is no pupil's request. It is how an alarm will come when a pupil says “I feel uneasy”. Tap “Received”.

concerns-panel = 🔔 Pupils' requests: { $waiting } waiting, { $mine } with you
concerns-open = Pupils' requests
concerns-title = <b>Pupils' requests</b>
concerns-none = There are no open requests.
concerns-line = { $at }: { $state ->
    [mine] with you
    [taken] taken, { $who }
   *[waits] waits
}
concerns-closed = Closed ones
concerns-closed-title = <b>You have closed</b>
    The pupil is a code only; no words or notes are shown.
concerns-closed-line = No. { $number } · { $code }: { $at } — { $closed }. { concern-outcome }
concerns-none-closed = You have not closed any yet.
concerns-all = ‹ Requests
concern-take = Take it
concern-look = Open
concern-to-take = A pupil's request, { $at }. Nobody has taken it yet.{ $recalled ->
        [1] {" "}Withdrawn: “by accident”, it is worth asking all the same.
       *[0] {""}
    } Who it is I shall show when you take it.
concern-taken-by = A pupil's request, { $at }. Taken by: { $who }. Only they see who the pupil is.
concern-is-closed = The request is closed.
concern-card = <b>I feel uneasy</b> — { $who }
    Said: { $at }
concern-code = The name behind the code: on the school's server, in the key of codes (whoever keeps the server opens it; you need not say why).
concern-was-recalled = ⚠️ Withdrawn: “by accident”. It is worth asking all the same.
concern-words = Words: “{ $text }”
concern-no-words = No words.
concern-pair = { $side ->
    [mentor] Mentor: { $who }
   *[mentee] Mentee: { $who }
}
concern-no-pair = No pair at present.
concern-guardian = Parent: { $who }, { $present ->
    [1] in the bot
   *[0] not in the bot
}
concern-no-guardian = No parents in the bot.
concern-shared = ⚠️ Others use this phone too: talk in person, not by phone.
concern-first = First talk to the pupil in person and alone. Do not write to them about it in chat. If there is danger: 112.
concern-done = <b>What was done</b>
concern-do = { $step ->
    [talked] We talked
    [parents] Parents know
    [curator] Curator knows
    [head] Head, commission
   *[referred] Passed further
}
concern-do-note = Write it down
concern-do-journal = Journal
concern-do-pass = I cannot, pass it on
concern-do-close = Close
concern-passed = I am telling the next adult.
concern-journal = <b>Journal of the request</b>
    Who was told, who opened it, what was done.
concern-back-to = ‹ To the request
concern-line = { $at }: { $step ->
    [said] the pupil said it
    [again] the pupil said it again
    [added] the pupil added words
    [recalled] “by accident”
    [called] told: { $who }
    [unreachable] out of reach: { $who }
    [nobody] nobody to tell
    [taken] taken: { $who }
    [passed] passed on: { $who }
    [looked] opened: { $who }
    [talked] talked with the pupil: { $who }
    [parents] parents know: { $who }
    [curator] the curator knows: { $who }
    [head] the head or commission knows: { $who }
    [referred] passed to specialists: { $who }
    [noted] a note: { $who }
   *[closed] closed: { $who }
}
concern-line-words = {" "}— “{ $text }”
concern-close-ask = How did it end? After this nobody sees the words and the notes. A line stays for inspections: number, the pupil's code, dates, who did what. Whoever closed it sees it; the whole journal is taken out at the server only.
concern-outcome = { $outcome ->
    [settled] Settled, all is calm
    [watched] We keep an eye, the pair goes on
    [parted] The pair has ended
    [referred] Passed to specialists
   *[mistake] Tapped by accident
}
concern-closed = ✅ The request is closed.

safety-title = <b>Safety: “I feel uneasy”</b>
safety-what = Every pupil has this button. The alarm reaches the adults named here at any hour; only the one who takes it sees who the pupil is. Nobody who is in a pair with the pupil or related to them is told. When those named have been told twice and have not answered, psychologists, curators and the head are told too, except whom the pupil has crossed out. Nobody else learns of a request, and neither do you unless you are on the list.
safety-named = I tell, in this order:
safety-none-named = Nobody is named. Then I tell psychologists, then curators, then the head:
safety-gap = ⚠️ At present nobody would receive a pupil's request: name an adult who is in the bot.
safety-minutes = Without an answer the next one is told after { $minutes } { $minutes ->
        [one] minute
       *[other] minutes
    }.
safety-contacts = Contacts on the pupil's screen: { $contacts }
safety-contacts-usual = 8-800-2000-122, 112
safety-adult = { $who }{ $state ->
    [lost] {" "}— ⚠️ out of reach
    [waits] {" "}— trial sent, { $at }
    [heard] {" "}— ✅ trial received, { $at }
   *[new] {""}
}
safety-do-name = Name an adult
safety-do-minutes = Minutes until the next one
safety-do-contacts = Contacts for help
safety-do-try = Try it out
safety-do-heard = Received
safety-do-first = Tell first
safety-do-drop = Tell no longer
safety-choice = Whom to name? Better somebody who leads no pair: a psychologist, a social worker.
safety-choice-none = There is nobody else: invite an adult as staff.
safety-ask-minutes = After how many minutes without an answer is the next one told?
safety-back = ‹ Safety
safety-tried = The trial is on its way.
safety-heard = Thank you, the trial was received.
concern-in-person = What was told to the psychologist or another adult of the school in person, they tell in person: it is not in this file.

paper-register-sheet-concerns = Concerns of pupils
paper-register-sheet-steps = What was done
paper-register-number = No.
paper-register-code = Pupil, code
paper-register-said = Said
paper-register-taken = Taken
paper-register-adult = Adult
paper-register-post = Who this is
paper-register-closed = Closed
paper-register-outcome = How it ended
paper-register-at = When
paper-register-step = What
paper-register-ended = { $outcome ->
    [open] not closed
   *[closed] { concern-outcome }
}
paper-register-done = { $step ->
    [said] the pupil said it
    [again] the pupil said it again
    [added] the pupil added words
    [recalled] the pupil: “by accident”
    [called] was told
    [unreachable] could not be reached
    [nobody] there was nobody to tell
    [taken] took it
    [passed] passed it on
    [looked] looked
    [talked] talked with the pupil
    [parents] the parents know
    [curator] the curator knows
    [head] the head or the commission know
    [referred] referred to specialists
    [noted] wrote a note
   *[closed] closed it
}

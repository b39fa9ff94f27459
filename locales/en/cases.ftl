# Without a pair: the curator's list, a card, who looks after it, what was done; what the person sees, what a mentor is asked.

cases-waits = { $days ->
    [0] waiting since today
    [one] waiting for { $days } day
   *[other] waiting for { $days } days
}
cases-title = <b>Without a pair</b> · { $form ->
    [all] all forms
   *[other] { matching-form }
}: { $count ->
    [one] { $count } person
   *[other] { $count } people
}
cases-none = Nobody is without a pair: everybody who was matched has one.
cases-drafted = Causes are of the draft of { $moment }.
cases-line = { $number }. <b>{ $who }</b> — { cases-waits }
cases-cause = Cause: { $text }
cases-help = What would help: { $text }
cases-lacks = missing: { $lacks }.
cases-cause-offered = a pair was offered, we wait for answers.
cases-cause-proposed = the draft has a pair, it waits for your decision.
cases-cause-fell = the pair before is over or did not come about. Compute the draft again.
cases-carer = Looked after by: { $who }
cases-carer-for = Looked after by: { $who } ({ $care ->
    [talk] to talk to the person
    [family] to talk to the family
   *[find_out] to find out what would help
})
cases-try = Next try: { $day }
cases-try-late = ⚠️ A try was planned for: { $day }
cases-form = { matching-form } ({ $count })
cases-form-all = All forms ({ $count })
cases-to-list = ‹ To the list
cases-to-case = ‹ To the card
cases-open = Open the card

cases-card-title = <b>{ $who }</b> · { matching-form }
cases-card-waits = Without a pair, { cases-waits }.
cases-card-closed = { $outcome ->
    [paired] ✅ There is a pair, nothing more to look for.
    [left] No longer takes part.
   *[not_wanted] Closed: no mentor is wanted any more.
}
cases-done-title = What was done:
cases-done-none = Nothing has been done yet.
cases-done-line = • { $day }: { cases-did }{ $about ->
    [none] {""}
   *[other] {" "}({ $about })
}
cases-done-words = • { $day }: “{ $words }” ({ $by })
cases-done-nudged = • { $day }: reminded of what is missing
cases-did = { $detail ->
    [asked_mentor] a mentor was asked for a place
    [mentor_yes] the mentor will take one more
    [mentor_no] the mentor cannot take one more
    [given] handed over
    [planned] the next try was set
    [talked] talked
    [family] talked to the family
    [group] a group was offered
    [other_form] another form was offered
   *[words] a note
}
cases-mentor-yes = ✅ The mentor will take one more ({ $mentor }). Compute the draft again: there is a place.

cases-ask-mentor = Ask for a place: { $mentor }
cases-unban = Lift the ban: { $mentor }
cases-other-mentor = Another mentor
cases-person = Answers and consents
cases-redo = Compute again
cases-other-form = Another form
cases-give = Hand over
cases-plan = Next try
cases-done = What was done
cases-close = No mentor wanted

cases-asked = ✅ I have asked the mentor and will tell you the answer.
cases-give-title = <b>Who helps to find a pair?</b>
    { $who }

    This adult will see who waits and how long, and can note what was done.
cases-give-none = There is nobody to hand over to: invite a psychologist, a social worker or a class teacher.
cases-carer-line = { $who } · { role-name }
cases-care-title = <b>What to ask for?</b>
    { $who }
cases-care-talk = Talk to the person
cases-care-family = Talk to the family
cases-care-find_out = Find out what would help
cases-given = ✅ Handed over, a message was sent.
cases-given-self = ✅ You look after it now.
cases-plan-title = <b>When to try again?</b>
    { $who }

    I will remind you that day, and tell the person when to expect news.
cases-plan-in = { $days ->
    [1] Tomorrow
    [7] In a week
    [14] In two weeks
    [30] In a month
   *[other] In { $days } days
}
cases-plan-not = No date
cases-planned = ✅ Noted.
cases-mark-title = <b>What was done?</b>
    { $who }
cases-mark-talked = Talked
cases-mark-family = Talked to the family
cases-mark-group = Offered a group
cases-mark-other_form = Offered another form
cases-mark-words = In words
cases-marked = ✅ Noted.
cases-close-sure = <b>Is no mentor wanted any more?</b>
    { $who }

    The person leaves the search and is told kindly. They can be brought back from their card.
cases-close-yes = Yes, close
cases-close-no = No, go on looking
cases-closed = Closed.

# Refusals
cases-over = This has been settled already.
cases-asked-already = This mentor has been asked about this person before.
cases-mentor-thinks = This mentor has not yet answered the last such question.
cases-no-more-places = This mentor has as many places as the form allows. The limit can be raised in the settings.
cases-no-consent = The consent is not complete yet: until then other adults may not be told about the person.
cases-has-offer = A pair is offered to this person now. Wait for the answer or undo it first.
cases-answered = This question has been answered, or is no longer needed.

# Whoever was asked to look after
cases-care-panel = 🤝 Looking for a mentor, and the curator asks you to help: { $count }
cases-care-open = Who waits for a pair ({ $count })
cases-care-list = <b>Who waits for a pair</b>
    The curator asks you to help. You and the curators see this.
cases-care-none = Nobody is in your care now.
cases-care-asked = The curator asks: { $care ->
    [talk] talk to the person.
    [family] talk to the family.
   *[find_out] find out what would help.
}
cases-care-hint = Note what you did: the curators will see it. Notes for psychologists are behind “Tell”.
cases-care-tell = Tell
cases-care-person-line = { $number }. <b>{ $who }</b> — { cases-waits }

# The person
cases-told-no_mentors = There is no ready mentor for you in the programme yet: the curator is looking.
cases-told-no_places = The mentors who fit have no free place now.
cases-told-not_offered = So far nobody helps with this request. If another topic suits you too, add it to the application.
cases-told-hours = So far your free time does not meet the mentors’ time. If you can, add more time to the application: it makes finding easier.
cases-told-format = So far you and the mentors who fit want to meet in different ways. If both ways suit you, say so in the application.
cases-told-searching = The curator is looking for a mentor who suits just you.
cases-told-mentor = There is no mentee for you yet: we wait for a request that fits. Your readiness to help matters.
cases-told-try = The curator will come back to it on { $day }.
cases-told-until = Pairs are made until { $day }.
cases-change = { $told ->
    [hours] Add time
    [format] Change the way to meet
   *[not_offered] Add a topic
}
notice-case-plan = You are not forgotten: the curator will look for a mentor again on { $day }. As soon as there is a pair I will write.
notice-case-closed = The curator has noted that you want no mentor any more, and the search is over. If that is not so or you change your mind, write to the curator from the menu.

# What a mentor is asked
cases-place-asked = 🙋 The curator asks: could you take one mentee more?
    Places you have offered: { $places }. Who it is you will learn from the offer, and may decline it.
cases-place-yes = Yes, I will
cases-place-no = No, I cannot
cases-place-thanks-yes = ✅ Thank you! One more place is noted. I will write when the curator offers a pair.
cases-place-thanks-no = Thank you for being honest. Nothing changes.
notice-place-asked = { cases-place-asked }
notice-place-answered = { $answer ->
    [yes] ✅ The mentor will take one mentee more ({ $mentor }): there is a place.
   *[no] The mentor cannot take one mentee more ({ $mentor }).
}
    Waiting: { $mentee }
notice-case-given = 🤝 The curator asks you to help to find a pair: { $who }, { cases-waits }.
    { cases-care-asked }
notice-case-step = 🤝 { $by }: { cases-did } — { $who }

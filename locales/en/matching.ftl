# Matching: the draft, a pair's card, those left, choosing a mentor, confirming.

sections-matching = Matching

matching-form = { $form ->
    [pupil_pupil] pupil – pupil
    [teacher_teacher] teacher – teacher
    [teacher_pupil] teacher – pupil
    [student_pupil] student – pupil
    [employer_pupil] employer – pupil
   *[other] another form
}
matching-choose-form = <b>Matching</b>

    For which form of mentoring?
match-no-programme = Set up the school and the programme’s dates first.

matching-who = { $name }, { $place }

matching-title = <b>Matching</b> · { matching-form }
matching-recomputed = { $why ->
    [rules] The draft has been computed by the rules as they are now.
   *[data] The data have changed, the draft was computed again.
}
matching-redone = The draft was computed again.
matching-pairs = { $count ->
    [0] There are no new pairs to propose now.
    [one] I propose { $count } pair. Until you confirm, nobody knows of it.
   *[other] I propose { $count } pairs. Until you confirm, nobody knows of them.
}
matching-unpaired = Without a pair: { $count }
matching-free = Free places with mentors: { $places } (mentors: { $mentors })
matching-unready = Not ready yet: { $count }. What is missing is seen in “People”.
matching-asked = Waiting for answers: { $count }
matching-agreed = Both sides agreed: { $count }
matching-active = Pairs by order: { $count }
matching-broken-pins = ⚠️ Could not be pinned:
matching-broken-pin = { $mentor } — { $mentee }: { $cause }

matching-further = More
matching-further-title = <b>Matching</b> · { matching-form } · more

    What is needed less often.
matching-look = See pairs ({ $count })
matching-look-unpaired = Without a pair ({ $count })
matching-look-confirmed = Confirmed ({ $count })
matching-redo = Compute again
matching-redo-afresh = Compute without regard to the past
matching-all = Confirm all ({ $count })
matching-back = ‹ Matching

matching-card-title = <b>Pair { $at } of { $total }</b> · { matching-form }
matching-card-mentor = Mentor: <b>{ $who }</b> — { $free ->
    [one] { $free } place free
   *[other] { $free } places free
}
matching-card-mentee = Mentee: <b>{ $who }</b>
matching-why = Why:
matching-no-reasons = The questionnaires have nothing in common.
matching-weakness = Weak point: { $text }
matching-line = • { $text }
matching-confirm = Confirm
matching-ban = Never together
matching-unban = Lift the ban
matching-pin = Pin
matching-unpin = Unpin
matching-other = Another mentor
matching-at = { $at }/{ $total }
matching-confirmed = ✅ The pair is confirmed, both sides have been asked.
matching-banned = I will not propose this pair again.
matching-unbanned = The ban is lifted.
matching-pinned = The pair is pinned: it stays when computed again.
matching-unpinned = The pair is not pinned any more.

matching-all-sure = { $count ->
    [one] <b>Confirm { $count } pair?</b>
   *[other] <b>Confirm { $count } pairs?</b>
}

    Everyone gets an offer; they have { $days ->
        [one] { $days } day
       *[other] { $days } days
    } to answer.
matching-all-yes = Yes, confirm
matching-all-no = No, go back
matching-all-done = ✅ Pairs confirmed: { $done }.
matching-all-failed = Not possible: { $failed }. A place was taken or the data changed meanwhile.

matching-unpaired-title = <b>Without a pair</b> · { matching-form }: { $count }
matching-unpaired-none = Everyone who is ready has a pair.
matching-unpaired-line = { $number }. <b>{ $who }</b> — { $days ->
    [0] the first day in matching
    [one] waiting { $days } day
   *[other] waiting { $days } days
}
matching-unpaired-cause = Cause: { $text }
matching-unpaired-help = What would help: { $text }
matching-unpaired-choose = Tap a number to choose a mentor yourself.

matching-choices-title = <b>A mentor for:</b> { $who }
matching-choices-none = There is no mentor in this form yet.
matching-choice = { $number }. <b>{ $who }</b> — { $free ->
    [one] { $free } place free
   *[other] { $free } places free
}
matching-choice-for = For: { $text }
matching-choice-against = Against: { $text }
matching-choice-forbidden = ⚠️ Not possible: { $text }
matching-choice-waivable = ⚠️ Against the rules: { $text } You may decide otherwise.
matching-hand-sure = <b>Bring them together?</b>

    Mentor: { $mentor }
    Mentee: { $mentee }
matching-hand-yes = Bring together
matching-more = More ›
matching-less = ‹ Back

matching-confirmed-title = <b>Confirmed pairs</b>
matching-confirmed-none = There are no confirmed pairs yet.
matching-confirmed-line = { $number }. { $mentor } — { $mentee }
    { matching-state }
matching-state = { $state ->
    [offered] ⏳ waiting for answers
    [accepted] ✅ both sides agreed
    [active] ✅ by order
   *[frozen] suspended
}
matching-one-title = <b>A confirmed pair</b> · { matching-form }
matching-one-mentor = Mentor: <b>{ $who }</b>
matching-one-mentee = Mentee: <b>{ $who }</b>
matching-one-others = In the same group: { $who }
matching-answer = { $side ->
    [mentor] The mentor’s answer
   *[mentee] The mentee’s answer
}: { $answer ->
    [accepted] ✅ agreed
    [declined] declined
    [lapsed] none in time
    [recalled] the offer was recalled
   *[none] ⏳ waiting until { $day } { month-of }
}
matching-undo = Undo the pair
matching-undo-sure = <b>Undo this pair?</b>

    Both get a polite message. The mentor’s place becomes free again.
matching-undo-yes = Yes, undo
matching-undone = The pair is undone.

match-no-place = This mentor has no free place any more: it has just been taken. Choose another one.
match-has-mentor = This mentee has a pair already.
match-not-ready = These two cannot be a pair now: one of them has a pair already, or something is missing. Open matching again.
match-draft-old = There is a newer draft. Open matching again.
match-over = This pair is no more.
match-in-order = This pair is in an order already. Drop the draft of the order first.
match-forbidden-own_hindrance = The mentee is not ready for matching yet.
match-forbidden-other_form = These people are in different forms of mentoring.
match-forbidden-same_person = This is one and the same person.
match-forbidden-mentor_hindrance = The mentor is not ready for matching yet.
match-forbidden-banned = These two are not to be brought together. By: { match-by }. Lift the ban first.
match-forbidden-loop = These two are mentor and mentee already, the other way round.
match-forbidden-partner = There is no consent to pass the mentee’s data to this mentor’s organisation. Check that the mentor’s card and the details for consents name it alike, and ask for the consent in the ledger of consents.
match-forbidden-avoided = After the meeting one of the two named the other among those they would not like to work with. Talk to both. Only you see this.
match-forbidden-relatives = The mentor and the mentee are relatives.
match-forbidden-class_teacher = The mentor is the teacher of this class. Such pairs can be allowed in the rules of matching.

matching-reason-request = the request fits what the mentor helps with: { $areas }
matching-reason-hours = both are free: { $slots }
matching-reason-age = { $wish ->
    [older] an older mentor was wished for, and so it is
    [peer] a mentor of the same age was wished for, and so it is
   *[any] the age fits
}
matching-reason-classes = the mentor wished to help just such a class
matching-reason-interests = common interests: { $interests }
matching-reason-gender = the wish for a woman or a man is met
matching-reason-format = { $meets ->
    [in_person] both would rather meet in person
    [online] both would rather meet online
   *[any] both may meet in person and online
}
matching-reason-waiting = { $days ->
    [one] has been waiting { $days } day
   *[other] has been waiting { $days } days
}
matching-reason-left_before = last time it came to nothing
matching-reason-mutual = they named each other after the meeting
matching-reason-chosen = { $who ->
    [mentor] the mentor would like to work with this very mentee
   *[mentee] the mentee would like to work with this very mentor
}
matching-reason-language = a language in common: { $languages }
matching-reason-building = they study or work in one building
matching-reason-pinned = you pinned this pair

matching-weakness-part_of_request = the mentor does not help with a part of the request: { $missing }
matching-weakness-request_not_said = the application does not say what help is needed
matching-weakness-few_hours = little time in common: { $slots }
matching-weakness-no_hours = no time in common
matching-weakness-hours_not_said = { $who ->
    [mentor] the mentor named no free time
    [mentee] the mentee named no free time
   *[both] neither named any free time
}
matching-weakness-age = { $wish ->
    [older] an older mentor was wished for
    [peer] a mentor of the same age was wished for
   *[any] the age does not fit
}
matching-weakness-classes = the mentor wished to help other classes
matching-weakness-interests = no interests in common
matching-weakness-gender = the wish for a woman or a man is not met
matching-weakness-not_chosen = { $who ->
    [mentor] after the meeting the mentor named others
    [mentee] after the meeting the mentee named others
   *[both] after the meeting both named others
}
matching-weakness-language = no language in common
matching-weakness-building = different buildings
matching-weakness-small_group = you pinned these, but the group is smaller than the smallest: at least { $least } are needed
matching-weakness-rule = { $cause ->
    [not_offered] the mentor does not help with what is asked for
    [no_common_hours] no free time in common
    [format] one meets in person, the other online
    [class_rule] the mentor is not in a higher class
    [must] what you called a must is not met: { matching-criterion }
   *[other] brought together against the rules of matching
}

matching-cause-own_hindrance = { matching-hindrance }
matching-cause-no_mentors = there is no mentor ready in this form yet.
matching-cause-other_form = these are different forms of mentoring.
matching-cause-same_person = this is one and the same person.
matching-cause-mentor_hindrance = the mentor is not ready yet: { matching-hindrance }
matching-cause-not_offered = nobody offers help with this: { $areas }.
matching-cause-no_common_hours = no free time in common with suitable mentors.
matching-cause-format = suitable mentors meet in another way, in person or online.
matching-cause-class_rule = suitable mentors are not in a higher class.
matching-cause-banned = the suitable mentors are not to be brought together with this person: there is a ban.
matching-cause-loop = the suitable mentor is this person’s mentee.
matching-cause-partner = the mentee’s consents to pass data on name no organisation of suitable mentors.
matching-cause-no_places = suitable mentors have no places left.
matching-cause-has_mentor = another mentor is pinned.
matching-cause-avoided = after the meeting one of the two named the other among those they would not like to work with.
matching-cause-relatives = the suitable mentors are relatives.
matching-cause-class_teacher = the suitable mentor is the teacher of this class.
matching-cause-must = nobody fits in what you called a must: { matching-criterion }.
matching-cause-small_group = not enough people for a group: { $least } are needed at least.
matching-cause-weak = a pair could be found, but a weak one or at the price of somebody else’s strong one, and you chose “better pairs”.
matching-cause-mentors = These are: { $mentors }.

matching-forbidden-own_hindrance = the mentee is not ready yet: { matching-hindrance }
matching-forbidden-mentor_hindrance = the mentor is not ready yet: { matching-hindrance }
matching-forbidden-other_form = these are different forms of mentoring.
matching-forbidden-same_person = this is one and the same person.
matching-forbidden-not_offered = does not help with this: { $areas }.
matching-forbidden-no_common_hours = no free time in common.
matching-forbidden-format = one meets only in person, the other only online.
matching-forbidden-class_rule = the mentor is not in a higher class.
matching-forbidden-banned = these two are not to be brought together.
matching-forbidden-loop = these two are a pair already, the other way round.
matching-forbidden-partner = no consent to pass the mentee’s data to this mentor’s organisation.
matching-forbidden-no_places = no places left.
matching-forbidden-no_mentors = there are no mentors.
matching-forbidden-has_mentor = another mentor is pinned.
matching-forbidden-avoided = after the meeting one of the two named the other among those they would not like to work with. Only you see this.
matching-forbidden-relatives = they are relatives.
matching-forbidden-class_teacher = the mentor is the teacher of this class.
matching-forbidden-must = you called this a must, and it does not fit: { matching-criterion }.
matching-forbidden-small_group = not enough people for a group: { $least } are needed at least.
matching-forbidden-weak = a weak pair, and you chose “better pairs”.

matching-criterion = { $criterion ->
    [request] request and competences
    [mutual] mutual choice
    [hours] free time in common
    [format] in person or online
    [age] age and class
    [classes] which classes the mentor would like
    [gender] the wish for a woman or a man
    [interests] interests
    [language] language
    [building] school or building
    [waiting] who waits longest
   *[left_before] who was left without a pair before
}

matching-hindrance = { $hindrance ->
    [not_admitted] not admitted by a curator.
    [consent_missing] the consent is not complete.
    [paper_missing] the paper consent is missing.
    [clearance_missing] the clearance is not checked.
    [training_missing] the training is not done.
    [form_unconfirmed] the form of mentoring is not confirmed by a curator.
   *[questionnaire_missing] the questionnaire is not sent.
}

matching-remedy-no_places = one more place with the mentor: { $mentor }.
matching-remedy-mentor_hindrance = the mentor ({ $mentor }) getting ready: { matching-hindrance }
matching-remedy-no_common_hours = time in common with the mentor: { $mentor }. Ask both.
matching-remedy-format = agreeing on how to meet: { $mentor }.
matching-remedy-banned = lifting the ban: { $mentor }.
matching-remedy-partner = a consent to pass data to the mentor’s organisation ({ $mentor }): ask for it in the ledger of consents.

matching-slot = { weekday-short } { $part ->
    [1] morning
    [2] afternoon
   *[3] evening
}

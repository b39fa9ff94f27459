# An offer of a pair: what a pupil, a teacher, a parent and the curator see.

offers-mentee = <b>A mentor was found for you:</b> { $who }
offers-mentor = <b>A mentee is proposed to you:</b> { $who }
offers-group = <b>A group of mentees is proposed to you:</b> { $count }
offers-group-line = { $number }. { $who }
offers-group-terms = If somebody does not suit, decline only them: only the curator sees why.
    Please answer by { $moment }.
offers-accept-group = I agree to the whole group
offers-decline-one = Does not suit: { $name }
offers-areas = { $side ->
    [mentee] Will help with what you asked for: { $areas }.
   *[mentor] Needs the help you offered: { $areas }.
}
offers-slots = You are both free: { $slots }.
offers-competences = About them: “{ $words }”
offers-request = The request: “{ $words }”
offers-terms = If something is wrong, you may decline: only the curator sees the reason.
    Please answer by { $moment }.
offers-accept = I agree
offers-decline = It does not suit me
offers-see = See the offer
offers-accepted = ✅ Thank you. We are waiting for the other side, I will write.
offers-accepted-both = ✅ You both agree. The pair begins when the director signs the order. I will write.
offers-declined = Thank you for saying so. Only the curator sees the reason and will look for another way.

offers-waiting = { $side ->
    [mentee] ⏳ Mentor ({ $name }): waiting for the other side.
   *[mentor] ⏳ Mentee ({ $name }): waiting for the other side.
}
offers-agreed = { $side ->
    [mentee] ✅ Your mentor: { $name } — waiting for the director’s order.
   *[mentor] ✅ Your mentee: { $name } — waiting for the director’s order.
}
offers-frozen = { $side ->
    [mentee] Mentor ({ $name }): the pair is suspended. The curator knows and will contact you.
   *[mentor] Mentee ({ $name }): the pair is suspended. The curator knows and will contact you.
}
offers-searching = ⏳ We are looking for a mentor for you. As soon as the curator proposes a pair, I will write.
offers-spare = ⏳ You are in the list of mentors. As soon as the curator proposes a pair, I will write.

offer-already-accepted = You have agreed already. Open /menu.
offer-already-declined = You have declined this offer already. The curator will look for another way.
offer-already-lapsed = The time to answer has passed, the offer went back to the curator. Write to them from the menu if you like.
offer-already-recalled = This offer is no more: things have changed. The curator will look for another way.

notice-offer = { $side ->
    [mentee] A mentor was found for you: { $name }
   *[mentor] { $count ->
        [1] A mentee is proposed to you: { $name }
       *[other] A group of mentees is proposed to you: { $name }
    }
}
    Please answer by { $day } { month-of }, { $time }.
notice-offer-reminder = ⏳ A reminder: we wait for your answer about the pair ({ $name }) until { $day } { month-of }, { $time }.
notice-offer-both = { $side ->
    [mentee] ✅ You both agree. Your mentor: { $name }
   *[mentor] ✅ You both agree. Your mentee: { $name }
}
    The pair begins when the director signs the order.{ $employed ->
    [yes] {" "}Before it your written consent and an addition to your contract are needed (Labour Code, 351.8): the school prepares them, the curator will help.
   *[no] {""}
    }
notice-offer-over = { $side ->
    [mentee] The pair with this mentor ({ $name }) did not come together: it happens, it is not about you.
   *[mentor] The pair with this mentee ({ $name }) did not come together: it happens, it is not about you.
} The curator will look for another way.
notice-offer-late = The time to answer about the pair ({ $name }) has passed, the offer went back to the curator. You stay in matching.
notice-offer-undone = The curator took the pair ({ $name }) back: things have changed, it is not about you. You stay in matching.
notice-offer-told-guardian = { $side ->
    [mentee] A mentor is proposed to your child ({ $child }): { $name }
   *[mentor] Your child ({ $child }) is proposed as a mentor. The mentee: { $name }
}
notice-offer-guardian = { $side ->
    [mentee] Your child ({ $child }) agreed to a pair. The mentor: { $name }
   *[mentor] Your child ({ $child }) agreed to be a mentor. The mentee: { $name }
}
    { objection-how }
notice-offer-guardian-over = { $side ->
    [mentee] The pair of your child ({ $child }) with the mentor ({ $name }) did not work out: it happens and says nothing about your child.
   *[mentor] The pair of your child ({ $child }) with the mentee ({ $name }) did not work out: it happens and says nothing about your child.
} The curator will look for another way.
notice-offer-objected = ⚠️ A parent objects: { $mentor } — { $mentee }
    { $who ->
    [mentor] The mentor’s parent.
   *[mentee] The mentee’s parent.
    } The reason: { objection-reason }.{ $words ->
    [none] {""}
   *[other] {" "}“{ $words }”
    }
    The others only heard that the pair did not work out. I will not propose it again.{ offers-group-left }
offers-who-else = Who else could it be
objection-reason = { $reason ->
    [person] does not want this very person
    [load] the child has too much on already
    [hours] the time or place does not suit
    [request] another kind of help is needed
    [talk] would like to talk to the curator first
   *[other] another one
}

## What a parent sees

objection-pair = { $side ->
    [mentee] <b>A mentor proposed to your child ({ $child }):</b> { $who }
   *[mentor] <b>A mentee proposed to your child ({ $child }):</b> { $who }
}
objection-pair-agreed = { $side ->
    [mentee] <b>The mentor of your child ({ $child }):</b> { $who }. We are waiting for the director’s order.
   *[mentor] <b>The mentee of your child ({ $child }):</b> { $who }. We are waiting for the director’s order.
}
objection-pair-active = { $side ->
    [mentee] <b>The mentor of your child ({ $child }):</b> { $who }. The order is signed.
   *[mentor] <b>The mentee of your child ({ $child }):</b> { $who }. The order is signed.
}
objection-areas = { $side ->
    [mentee] Will help with what your child asked for: { $areas }.
   *[mentor] Needs the help your child offered: { $areas }.
}
objection-slots = Both are free: { $slots }.
objection-answer-by = Your child answers by { $moment }.
objection-how = { $may ->
    [yes] If you are against it, tap “I object”: you may until the order is signed. Only the curator sees the reason.
   *[no] If you are against it, write to the curator: they will help to change or end the pair.
}
objection-object = I object
objection-see = About the pair: { $child }
objection-see-one = About the pair
objection-rules = Rules of the pair
objection-done = Noted, there will be no such pair. Only the curator sees the reason; the others only hear that it did not work out.
objection-over = This pair is no more: things have changed. There is nothing to do.
objection-late = The order is signed. You can quietly ask the curator to change or end the pair.
objection-how-late = The order is signed, so it is too late to object. If the pair does not suit, ask the curator to change or end it: the other side will not know.
objection-ask-change = Change or end the pair
objection-asks = In your school the curator is to be told of an objection: write to them from the menu.

## How many mentees a mentor takes

offers-accept-last = I agree, but nobody else
offers-accept-more = I agree, and can take more
places-title = <b>How many mentees can you take?</b>
    { $taken ->
    [0] You have nobody now.
    [one] You have { $taken } mentee now (those proposed included).
   *[other] You have { $taken } mentees now (those proposed included).
    } You may change it any day: the curator will not propose more than you say.
places-title-form = { matching-form }
places-shared = You are a mentor in more than one form: over all of them there will be no more than the greatest of your numbers. Now, over all forms: { $used }.
places-button = Mentees I take: { $places }
places-button-form = I take { $places } · { matching-form }
places-kept = ✅ Noted: { $places ->
    [0] nobody for now.
   *[other] { $places } at most.
}
places-taken = You have so many mentees already. If a pair is to end, tell the curator.
offers-employed = A pair of two workers: before the order your written consent and an addition to your contract are needed (Labour Code, 351.8). The school prepares them, the curator will help.

notice-offers-accepted = ✅ { $count ->
    [one] { $count } pair is ready for the order
   *[other] { $count } pairs are ready for the order
}: both sides agreed.
notice-offer-declined = ⚠️ A pair was declined: { $mentor } — { $mentee }
    { $who ->
    [mentor] The mentor declined.
   *[mentee] The mentee declined.
    } Reason: { offers-reason }.{ $words ->
    [none] {""}
   *[other] {" "}“{ $words }”
    }
    I will not propose this pair again.{ offers-group-left }
offers-group-left = { $group ->
    [few] {" "}Left in the group: { $left }, the smallest group is { $smallest }. A mentee can be added from matching, it can begin so, or the others be undone under “Confirmed” before the order.
    [enough] {" "}Left in the group: { $left }, which is enough.
   *[no] {""}
}
offers-reason = { $reason ->
    [time] no time now
    [hours] free hours differ
    [request] another kind of help is needed
    [person] would rather work with someone else
    [format] the way of meeting does not suit
   *[other] another one
}
notice-offer-returned = ⚠️ No answer in time: { $mentor } — { $mentee }
    { $who ->
    [mentor] The mentor did not answer.
    [mentee] The mentee did not answer.
   *[both] Neither answered.
    } The mentee is in matching again.{ offers-group-left }
notice-pair-active = { $side ->
    [mentee] ✅ The order is signed. Your mentor: { $name }
    The mentor sets the first meeting, I will remind you.
   *[mentor] ✅ The order is signed. { $count ->
        [1] Your mentee: { $name }
       *[other] Your mentees: { $name }
    }
    Set the first meeting.
}

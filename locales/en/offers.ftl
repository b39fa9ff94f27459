# An offer of a pair: what a pupil, a teacher, a parent and the curator see.

offers-mentee = <b>A mentor was found for you:</b> { $who }
offers-mentor = <b>A mentee is proposed to you:</b> { $who }
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
   *[mentor] A mentee is proposed to you: { $name }
}
    Please answer by { $day } { month-of }, { $time }.
notice-offer-reminder = ⏳ A reminder: we wait for your answer about the pair ({ $name }) until { $day } { month-of }, { $time }.
notice-offer-both = { $side ->
    [mentee] ✅ You both agree. Your mentor: { $name }
   *[mentor] ✅ You both agree. Your mentee: { $name }
}
    The pair begins when the director signs the order.
notice-offer-over = { $side ->
    [mentee] The pair with this mentor ({ $name }) did not come together: it happens, it is not about you.
   *[mentor] The pair with this mentee ({ $name }) did not come together: it happens, it is not about you.
} The curator will look for another way.
notice-offer-late = The time to answer about the pair ({ $name }) has passed, the offer went back to the curator. You stay in matching.
notice-offer-undone = The curator took the pair ({ $name }) back: things have changed, it is not about you. You stay in matching.
notice-offer-guardian = { $side ->
    [mentee] Your child ({ $child }) agreed to a pair. Mentor: { $name }
   *[mentor] Your child ({ $child }) agreed to be a mentor. Mentee: { $name }
}
    If you are against it, write to the curator from the menu.
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
    I will not propose this pair again.
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
    } The mentee is in matching again.
notice-pair-active = { $side ->
    [mentee] ✅ The order is signed. Your mentor: { $name }
    The mentor sets the first meeting, I will remind you.
   *[mentor] ✅ The order is signed. Your mentee: { $name }
    Set the first meeting.
}

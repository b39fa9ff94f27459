# Rules of matching, more pairs or better ones, groups, bans and pins, the history of a draft.

matching-rules = Rules of matching
matching-rules-title = <b>Rules of matching</b> · { matching-form }
matching-rules-level = <b>{ matching-level }:</b> { $criteria }
matching-level = { $level ->
    [must] A must
    [important] Important
    [wished] Wished
   *[ignored] Ignored
}
matching-rules-always = Always a must: consents, questionnaires sent, clearance of outside adults checked, a free place, bans, “would rather not with”, kinship.
matching-rules-group = Together: { $least ->
    [1] pairs, one to one
   *[other] groups of at least { $least } with a mentor
}
matching-rules-cap = With one mentor: at most { $most } { $most ->
    [one] mentee
   *[other] mentees
}, even if they would take more
matching-rules-switch = { $which ->
    [training] A mentor’s training: { $on ->
        [yes] a must
       *[no] not needed
    }
   *[class_teacher] A class teacher with their own class: { $on ->
        [yes] allowed
       *[no] not allowed
    }
}
matching-rules-author = Last changed: { $who }, { $on }
matching-rules-do-group = Pairs or groups
matching-rules-do-cap = How many with a mentor
matching-rules-do-switch = { $which ->
    [training] Training: { $on ->
        [yes] no longer a must
       *[no] make it a must
    }
   *[class_teacher] Own class: { $on ->
        [yes] forbid
       *[no] allow
    }
}
matching-rules-do-reset = Back to the usual
matching-rules-back = ‹ To the rules
matching-rules-changed = Done
matching-rules-ask-group = <b>Pairs or groups?</b>

    A group is one mentor and several mentees. Choose how many there must be at least: whoever no group comes together for stays without a pair, and the cause is told. There will be no more than { $most } with a mentor: so the rules say.
matching-rules-pairs = Pairs, one to one
matching-rules-ask-cap = <b>How many mentees with one mentor?</b>

    Mentors say how many they would take. This number is the limit for all. Pairs that stand do not change.
matching-rules-reset-sure = <b>Back to the usual rules?</b>

    All levels, pairs or groups, training and class teachers will be as they were at first. The limit of a mentor stays. The draft will be computed again.
matching-rules-reset-yes = Yes, back

matching-criterion-title = <b>Rules of matching:</b> { matching-criterion }
matching-criterion-what = { $criterion ->
    [request] What help is needed, and what the mentor can help with.
    [mutual] Whom people named after the group meeting: whoever named nobody loses nothing.
    [hours] When both are free.
    [format] How they would rather meet: in person or online.
    [age] The wish about the mentor’s age, and the distance in classes by the role model.
    [classes] Which classes the mentor would like to work with.
    [gender] The mentee’s wish, a boy or a girl.
    [interests] Whether they share interests.
    [language] Whether they share a language they like to speak.
    [building] Whether both are in one building.
    [waiting] How many days the mentee has waited.
   *[left_before] Whether the mentee was left without a pair before.
}
matching-criterion-must = <b>A must:</b> { $criterion ->
    [request] no pair without a request the mentor can answer.
    [mutual] no pair if one of the two named others and not this person.
    [hours] no pair without common free time.
    [format] no pair if one meets in person only and the other online only.
    [age] no pair if the mentor is not as much older as needed.
    [classes] no pair if the mentor wanted other classes.
    [gender] no pair if the wish is not met.
    [interests] no pair without common interests.
    [language] no pair without a common language.
   *[building] no pair from different buildings.
}
matching-level-means = { $level ->
    [important] <b>Important:</b> { $between ->
        [people] met, the pair is strong; not met, it is weak.
       *[order] helps a good deal to get a pair before others.
    }
    [wished] <b>Wished:</b> { $between ->
        [people] helps to choose among those that suit, but makes no pair weak.
       *[order] helps a little to get a pair when all else is equal.
    }
   *[ignored] <b>Ignored:</b> does not matter.
}

# More pairs or better ones
matching-knob-title = <b>‹ more pairs … better pairs ›</b>
matching-knob-means = Now: { $knob ->
    [most_pairs] as many pairs as can be, even if many become weak.
    [more_pairs] for one pair more at most two strong ones may become weak.
    [balanced] for one pair more at most one strong one may become weak.
    [keep_strong] for one pair more no strong one becomes weak.
   *[only_strong] strong pairs only; weak ones are not proposed.
}
matching-knob-hint = On the buttons: pairs / strong ones. Strong means: everything important or a must fits at least by half.
matching-strong = Strong ones among them: { $count }

# Groups
matching-groups = { $count ->
    [one] This is { $count } group.
   *[other] These are { $count } groups.
}
matching-look-groups = See the groups ({ $count })
matching-group-title = <b>Group { $at } of { $total }</b> · { matching-form }
matching-group-there = In the group already: { $who }
matching-group-member = { $number }. <b>{ $who }</b>
matching-group-choose = To see or change one of them, tap the number.
matching-confirm-group = Confirm the whole group ({ $count })
matching-group-confirmed = ✅ The group is confirmed, everybody has got an offer.
matching-member-title = <b>Group { $at } of { $total }: one of it</b> · { matching-form }
matching-take-out = Take out of the group
matching-taken-out = Taken out of the group: not proposed with this mentor any more. It can be taken back among the bans.
matching-to-group = ‹ To the group

# Bans and pins
matching-ban-ask = <b>Why not together?</b>

    { $mentor } — { $mentee }

    Only curators will see the reason.
matching-wish-why = { $why ->
    [relatives] Relatives
    [conflict] There was a conflict
    [family] The family asked for it
    [teachers] The teachers decided so
    [declined] Declined the offer
    [taken_out] Taken out of the group
    [other] Something else
   *[none] No reason given
}
matching-wishes = Bans and pins
matching-wishes-title = <b>Bans and pins</b>

    They hold in all drafts to come. Only curators see the reasons.
matching-wishes-none = <b>No bans and no pins</b>

    They are set on a pair’s card: “Never together” and “Pin”.
matching-wish-line = { $number }. { $kind ->
    [ban] 🚫
   *[pin] 📌
} { $mentor } — { $mentee }
    { matching-wish-why }
matching-wish-title = { $kind ->
    [ban] 🚫 <b>Never together</b>
   *[pin] 📌 <b>Pinned together</b>
}
matching-wish-mentor = Mentor: { $who }
matching-wish-mentee = Mentee: { $who }
matching-wish-reason = Why: { matching-wish-why }
matching-wish-words = “{ $text }”
matching-wish-author = By whom and when: { $who }, { $on }
matching-wish-nobody = unknown
matching-wish-say = Write down why
matching-wish-back = { $kind ->
    [ban] Lift the ban
   *[pin] Unpin
}
matching-wish-sure = { $kind ->
    [ban] <b>Lift the ban?</b> This pair may be proposed again.
   *[pin] <b>Unpin?</b> The pair stays only if nothing better is found.
}
matching-wish-taken-back = Done: it holds no longer.
matching-wish-kept = The reason is written down.
matching-to-wishes = ‹ To the list

# What has changed
matching-changes = What has changed ({ $count })
matching-kept-changes = Earlier pairs are kept where possible. Changed: { $count }
matching-changes-title = <b>What has changed in the draft</b> · { matching-form }
matching-changes-none = Nothing has changed since the draft before.
matching-changed-line = <b>{ $who }</b>
    { $before } → { $now }
    { $why }
matching-changed-nobody = no pair
matching-changed-why = { $why ->
    [joined] new in matching.
    [left] takes part in matching no longer.
    [mentor_left] the mentor before takes part no longer.
    [mentor_full] the mentor before is not free any more.
    [forbidden] not with the mentor before any more: { $cause }
    [pinned] you have pinned this pair.
    [unpinned] the pin is gone.
    [rules] the rules of matching have changed.
    [small_group] no group comes together with the mentor before: at least { $least } are needed.
    [freed] a mentor has got a free place.
    [others] somebody else needs the place with the mentor before: { $other }.
   *[data] answers in the questionnaires have changed.
}

# About the draft
matching-about = About the draft
matching-about-title = <b>About the draft</b> · { matching-form }
matching-about-made = Computed: { $on }, { $who }
matching-about-number = Draft No. { $number }, fingerprint of the data: <code>{ $digest }</code>
matching-about-kept = Keeps the pairs of draft No. { $number } where possible.
matching-about-data = { $same ->
    [yes] The data have not changed since.
   *[no] The data have changed since.
}
matching-about-rules = <b>The rules then</b>
matching-about-knob = More pairs or better ones: { $knob ->
    [most_pairs] as many pairs as can be
    [more_pairs] up to two strong ones for one
    [balanced] up to one strong one for one
    [keep_strong] strong ones are left alone
   *[only_strong] strong ones only
}
matching-about-changes = <b>What curators decided</b>
matching-about-no-changes = Nothing has been decided about this draft yet.
matching-about-more = … and { $count } more
matching-about-deed = { $deed ->
    [looked] looked through the pairs
    [confirmed] ✅ confirmed
    [by_hand] ✋ paired by hand
    [banned] 🚫 never together
    [taken_out] 🚫 taken out of the group
    [unbanned] ban lifted
    [pinned] 📌 pinned
   *[unpinned] unpinned
}
matching-about-line = { $on } · { $who }: { matching-about-deed }
matching-about-pair = { matching-about-line }, { $mentor } — { $mentee }
matching-about-verify = Check: compute once more
matching-verified = { $verdict ->
    [same] ✅ Computed once more on the same data: the same pairs.
    [left] ✅ Computed once more on those who are left: the pairs left are the same.
    [changed] The data have changed since, so there is nothing to compare. The fingerprint now: { $digest }.
   *[other] ⚠️ The same data gave other pairs. Please write to those who look after the bot.
}

# Refusals
match-rules-newer = While you were looking, another curator changed the rules ({ match-by }). Your change is not kept; these are the rules now.
match-by = { $by ->
    [me] that was you
    [nobody] it is not known who
   *[other] { $who }
}
match-draft-newer = { $deed ->
    [confirmed] This pair is confirmed already.
    [by_hand] A pair for this person has been made by hand already.
    [banned] These two are not to be brought together already.
    [taken_out] This person has been taken out of the group already.
    [unbanned] The ban on this pair is lifted already.
    [pinned] This pair is pinned already.
    [unpinned] This pair is unpinned already.
    [rules] The rules of matching have changed, the draft is another one.
   *[redone] The draft has been computed again.
} By: { match-by }. This is the draft now.
match-all-other = { $left ->
    [0] There is nothing left to confirm: the pairs of this draft are confirmed already.
    [one] Some pairs were confirmed while you looked: { $left } is left.
   *[other] Some pairs were confirmed while you looked: { $left } are left.
} By: { match-by }. This is the draft now.
match-pinned-other = This mentee is pinned to another mentor already: { $mentor }. By: { match-by }. Unpin that pair first.
match-confirmed-already = This pair is confirmed already{ $by ->
    [me] .
    [nobody] .
   *[other] : { $who }.
}
match-has-mentor-by = This mentee has a pair already{ $by ->
    [me] .
    [nobody] .
   *[other] , confirmed by { $who }.
}

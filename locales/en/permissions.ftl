# Permissions beside taking part: each is a document and a screen of its own, and may wait.

permission-name = { $purpose ->
    [distribution] The name on the school's site
    [photo] Photos and video
    [transfer] Passing data to a partner
    [psychological] The psychologist's questions
    [worker_duty] A mentor's duty (Labour Code, 351.8)
   *[participation] Taking part
}
permissions-offer = { $own ->
    [no] { $child }: { $count ->
        [one] { $count } more permission
       *[other] { $count } more permissions
    }
   *[yes] { $count ->
        [one] { $count } more permission
       *[other] { $count } more permissions
    }
}
permissions-wanted = { $own ->
    [no] <b>{ $child }</b>: for a partner's mentor to begin, your permission to pass data on is needed.
   *[yes] Your mentor comes from a partner organisation: your permission to pass it data is needed.
}
permissions-title =
    { $own ->
        [no] <b>Permissions · { $child }</b>
       *[yes] <b>My permissions</b>
    }
    Each is apart, and may be withdrawn: /privacy

permissions-line = • { $name }: { $state ->
    [kept] ✅ given
    [declined] no
    [required] to be decided
    [changed] the addresses or partners have changed; nothing is permitted for the new ones
    [child] you permitted it, the child has not answered yet
    [guardian] you permitted it, the parent has not answered yet
    [paper] the signature on paper is missing
    [unconfirmed] you permitted it; the school will make sure that you are the parent
   *[open] if you like
}
permissions-none = { $capacity ->
    [assent] Until you are 14 your parent decides about this.
   *[other] The school asks for nothing else now.
}
permissions-mine = Permissions: give or decline
permissions-later = Later
permissions-later-noted = All right. You can come back by /privacy.
permissions-open = Look
permission-title = <b>{ permission-name }</b> · version { $version } of { $released }
permission-child = Child: <b>{ $child }</b>
permission-said = { $agreed ->
    [yes] Now: you agreed.
   *[no] Now: you did not agree.
}
permission-distribution =
    { $school } would like to tell about the programme's results { $capacity ->
        [guardian] and to name the child
       *[other] and to name you
    }, at these addresses only: { $scope }.
    <b>What everybody sees:</b> only what you choose below.
    <b>How long:</b> until { $until }. <b>If you change your mind</b> it is taken away in three working days: /privacy
permission-photo =
    { $school } takes pictures of meetings, training and awards.
    <b>What for:</b> pictures { $capacity ->
        [guardian] of the child
       *[other] of you
    } for the school's reports and boards; on a site only if the name there is permitted too.
    <b>How long:</b> until { $until }. <b>Withdraw:</b> /privacy
permission-transfer =
    The mentor comes from a partner organisation of the school.
    <b>What is passed on:</b> the given name, { $capacity ->
        [self] place of study
       *[other] class
    }, request, days and results of meetings.
    <b>To whom:</b> { $scope }.
    <b>How long:</b> until { $until }. <b>Withdraw:</b> /privacy
permission-psychological =
    The school's psychologist compares how one feels before and after the programme.
    <b>What is noted:</b> only a level (low, middle, high) under a code, without a name.
    <b>Who sees it:</b> { $capacity ->
        [guardian] the psychologist, the child and you.
        [assent] the psychologist, you and your parents.
       *[self] the psychologist and you.
    }
    <b>How long:</b> until { $until }. <b>Withdraw:</b> /privacy
permission-full = Read it all
permission-short = ‹ In short
permission-later = Later
permission-agree-terms = I agree: { $terms ->
    [name_class] name and class
    [name] the name only
   *[nameless] without a name
}
permission-terms-by-button = what is chosen by the button: name and class (post), the name only, or nothing
permission-none = There is nothing to decide about this now.
permission-thanks = ✅ Thank you, it is written down.
permission-without = { $purpose ->
    [distribution] Written down. The site will tell without a name; nothing changes in the programme.
    [photo] Written down. No pictures are taken; nothing changes in the programme.
    [transfer] Written down. A partner's mentor cannot begin; you may take part where the mentor is from the school: ask the curator.
   *[psychological] Written down. The psychologist asks nothing; nothing changes in the programme.
}
notice-permission-asked = { $own ->
    [yes] The school needs your permission.
   *[no] { $child }: the school needs your permission.
} Each is apart, and you may decline.
operator-inn = taxpayer number { $number }
operator-ogrn = register number { $number }

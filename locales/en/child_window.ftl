# The parent's window: the child's mentor, meetings, plan, consents, whom to call.

child-open = Child: { $child }
child-other = Show: { $child } ▾
child-title = <b>You are looking at: { $child }</b>
child-closed = { $why ->
    [grown] This participant is eighteen: from now on they alone decide and look. Thank you for having been there.
    [withdrawn] Taking part has stopped: the consent was withdrawn. There are no meetings and no pair any more.
   *[unconfirmed] The school has not confirmed yet that you answer for this child. As soon as the curator has, the mentor, the meetings and the plan will be here.
}
child-no-pair = There is no pair yet. As soon as one is proposed, I will write.
child-pair = { $side ->
    [mentor] <b>The child's mentee:</b> { $who }
   *[mentee] <b>Mentor:</b> { $who }
}{ $age ->
    [0] {""}
   *[other] , aged { $age }
}{ $state ->
    [offered] {" "}— proposed, awaiting answers
    [accepted] {" "}— awaiting the order
    [frozen] {" "}— meetings are suspended
   *[active] {""}
}
child-since = Together since { $day }
child-next = 🗓 Next meeting: { $when }{ $place ->
    [none] {""}
   *[other] . Place: { $place }
}
child-no-next = The next meeting is not set yet.
child-held = { $count ->
    [0] There have been no meetings yet.
   *[other] Meetings held: { $count }.
}
child-past = Latest: { $days }
child-met = { $was ->
    [held] { $day }
    [without] { $day } (the group met, the child was not ticked)
   *[missed] { $day } (not held)
}
child-day = { $day } { month-of }
child-plan = 🎯 <b>{ $kind ->
    [path] Learning path
   *[plan] Development plan
}</b>: { $done } of { $count } done
child-plan-title = <b>{ $child }</b>
child-plan-whole = { $kind ->
    [path] The whole path
   *[plan] The whole plan
}
child-no-plan = There is no development plan yet: it is usually made together at the third meeting.
child-goal = Goal: { $goal }
child-task = { $done ->
    [yes] ✅
   *[no] ▫️
} { $text } — by { $due }
child-consents = <b>Consents</b>
child-consent = • { $name }: { $given }
child-consent-by = { $capacity ->
    [guardian] the parent
    [assent] the child
   *[self] the child
}, { $way ->
    [tap] in the bot
    [paper] on paper
   *[document] by a document
}, { $day }
child-contacts = <b>Whom to call</b>
    { $contact ->
        [none] The school has not given a phone yet. Write to the curator by the button below, the answer comes here.
       *[other] { $contact }
    }
    { $curators ->
        [none] { $school }
       *[other] { $school }, curator: { $curators }
    }
child-withdraw = Consents: details and withdrawing
child-hear = { $hears ->
    [yes] Do not tell me of meetings
   *[no] Tell me of meetings
}
child-hears = { $hears ->
    [yes] I will tell you of every meeting.
   *[no] I tell you of meetings no longer.
}
child-see-pair = About the proposed pair{ $who ->
    [none] {""}
   *[other] : { $who }
}
child-rules = The pair's rules{ $who ->
    [none] {""}
   *[other] : { $who }
}
child-change = Change or end it{ $who ->
    [none] {""}
   *[other] : { $who }
}
notice-child-pair = { $kind ->
    [child-pair-ended] Your child's pair ({ $child }) is over. Pairs change and end, that is a usual part of the programme.
    [child-pair-frozen] Your child's pair ({ $child }) is suspended, there are no meetings for now. The curator knows.
   *[child-pair-again] Your child's pair ({ $child }) is at work again.
} { $side ->
    [mentor] Your child is the mentor in it.
   *[mentee] {""}
}
notice-child-meeting = { $off ->
    [yes] Meeting called off: { $child }, { $when }.
   *[no] { $moved ->
        [yes] The meeting is at another time now: { $child }, <b>{ $when }</b>.
       *[no] Meeting set: { $child }, <b>{ $when }</b>.
    }{ $place ->
        [none] {""}
       *[other] {" "}Place: { $place }
    }
}

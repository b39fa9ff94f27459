# The curator’s home: what waits today.

today-title = <b>Today, { $day }</b> · { $title }
today-stage =
    Stage { $stage } of 7: { $title }
    until { $until }
today-waiting = <b>⏳ Waiting for you</b>
today-nothing = ✅ Nothing waits now.
today-line = • { $text }
today-line-since = • { $text } (since { $day })
today-newcomers = { $count ->
    [one] { $count } newcomer is not admitted
   *[other] { $count } newcomers are not admitted
}
today-partings-late = ⚠️ <b>{ $count ->
    [one] { $count } request about a pair is overdue
   *[other] { $count } requests about pairs are overdue
}</b>
today-partings = { $count ->
    [one] { $count } request about a pair
   *[other] { $count } requests about pairs
}
today-pauses = { $count ->
    [one] { $count } mentor has not said whether they are back
   *[other] { $count } mentors have not said whether they are back
}
today-safety = ⚠️ nobody would receive “I feel uneasy” at present
today-stuck = 🤝 pairs that need help: { $count }
today-more = { $count } more
today-calls = To call: { $count }
today-letters = { $count ->
    [one] { $count } letter has no answer
   *[other] { $count } letters have no answer
}
today-consents = { $count ->
    [one] { $count } participant has no full consent
   *[other] { $count } participants have no full consent
}
today-papers = { $count ->
    [one] { $count } parent’s consent has not come on paper
   *[other] { $count } parents’ consents have not come on paper
}
today-forms = { $count ->
    [one] { $count } participant’s form and role are to be confirmed
   *[other] { $count } participants’ forms and roles are to be confirmed
}
today-questionnaires = { $count ->
    [one] { $count } participant has not sent a questionnaire
   *[other] { $count } participants have not sent questionnaires
}
today-refused = { $count ->
    [one] { $count } mentee is without a pair again
   *[other] { $count } mentees are without a pair again
}
today-tries-due = { $count ->
    [one] time to look for a pair: { $count } person
   *[other] time to look for a pair: { $count } people
}
today-long-waiting = { $count ->
    [one] { $count } person long without a pair
   *[other] { $count } people long without a pair
}
today-unanswered = { $count ->
    [one] { $count } offer of a pair has no answer
   *[other] { $count } offers of a pair have no answer
}
today-pairs-for-order = { $count ->
    [one] order on pairs: { $count } pair is ready
   *[other] order on pairs: { $count } pairs are ready
}
today-agreements = { $count ->
    [one] { $count } pair of teachers needs a consent
   *[other] { $count } pairs of teachers need a consent
}
today-orders-unsigned = { $count ->
    [one] { $count } order waits for its signature
   *[other] { $count } orders wait for their signatures
}
today-amendments = changes to the order: { $count }
today-gatherings = { $count ->
    [one] { $count } group meeting is over: mark who came
   *[other] { $count } group meetings are over: mark who came
}
today-withdrawals = { $count ->
    [one] { $count } withdrawn consent waits for action
   *[other] { $count } withdrawn consents wait for action
}
today-acts = { $count ->
    [one] { $count } act of destruction waits for a signature
   *[other] { $count } acts of destruction wait for a signature
}
today-late = { $count ->
    [one] { $count } point of the roadmap is late
   *[other] { $count } points of the roadmap are late
}
today-week = This week: { $meetings ->
    [one] { $meetings } meeting
   *[other] { $meetings } meetings
}, { $questionnaires ->
    [one] { $questionnaires } questionnaire
   *[other] { $questionnaires } questionnaires
}

today-do-newcomers = Admit newcomers
today-do-partings-late = ⚠️ Answer about pairs
today-do-partings = Requests about pairs
today-do-pauses = Pauses
today-do-safety = ⚠️ Name an adult
today-do-stuck = All that need help
today-do-calls = Call
today-do-letters = Read letters
today-do-consents = Consents
today-do-papers = Record papers
today-do-forms = Forms and models
today-do-questionnaires = Not answered
today-do-refused = Without a pair
today-do-tries-due = Look for a pair
today-do-long-waiting = Long without a pair
today-do-unanswered = Waiting
today-do-pairs-for-order = Make the order
today-do-agreements = Record consents
today-do-orders-unsigned = Record signature
today-do-amendments = Changes to the order
today-do-gatherings = Mark who came
today-do-withdrawals = Withdrawn consents
today-do-acts = Acts of destruction
today-do-late = Late points

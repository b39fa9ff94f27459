# Newcomers: the curator admits, turns away, notes the clearance of adults from outside.

place-class = { $letter ->
    [none] class { $level }
   *[other] { $level } “{ $letter }”
}

admission-title = <b>Newcomers: { $count }</b>
admission-how = They came by an open link. Make sure you know everyone: until then they are in no list and no draft.
admission-nobody = No newcomers now. Whoever comes by a link appears here.
admission-uncleared = ⚠️ { $count ->
    [one] { $count } adult from outside has
   *[other] { $count } adults from outside have
} no clearance noted (Labour Code, 351.1).
admission-admit-short = Admit
admission-clear-short = Clearance
admission-all = Admit all ({ $count })
admission-card-title = <b>{ $name }</b>
admission-kind = { $kind ->
    [pupil] Pupil
    [teacher] Teacher
    [student] Student, from outside
   *[other] Partner, from outside
}: { $place }
admission-born = Date of birth: { $day }
admission-side = { $side ->
    [mentor] Wants to be a mentor
   *[mentee] Is looking for a mentor
}
admission-lack = ⏳ Still missing: { $lack ->
    [declined] the consent (it was declined)
    [no_consent] the consent
    [no_assent] the pupil's own consent
    [no_guardian] a parent's answer
    [no_paper] a parent's paper
    [guardian_unconfirmed] that this is the parent confirmed
   *[not_cleared] the clearance (Labour Code, 351.1)
}
admission-admit = Admit
admission-turn-away = Turn away
admission-turn-away-ask =
    <b>{ $name }: turn away?</b>
    They will hear of it, and their data will be deleted tomorrow.
admission-turn-away-sure = Yes, turn away
admission-turned-away = Turned away, the data will be deleted tomorrow.
admission-clear = Clearance checked
admission-cleared = ✅ The clearance is noted.
admission-guardian = This really is the parent: { $name }
admission-back = ‹ To the list
admission-admitted = Admitted: { $name }
admission-admitted-uncleared = Admitted: { $name }. The clearance is still to be noted (351.1).
admission-admitted-all = { $count ->
    [one] { $count } person admitted
   *[other] { $count } people admitted
}
sections-admission = Newcomers
notice-newcomers = { $count ->
    [one] { $count } newcomer is waiting
   *[other] { $count } newcomers are waiting
} to be admitted.
notice-admitted = { $cleared ->
    [no] ✅ The curator has admitted you. Your clearance to work with children is still to be checked (Labour Code, 351.1): bring the curator the certificate.
   *[yes] ✅ The curator has admitted you to the programme. What comes next is in /menu.
}
notice-turned-away = The curator has not admitted you to the programme. Your data will be deleted tomorrow. If that is a mistake, see the school's curator.

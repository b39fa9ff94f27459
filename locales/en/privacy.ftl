# What is stored about a person, withdrawing, erasing.

privacy-nobody = Nothing is stored about you but the number of the account you write from: without it there is no answering.
privacy-whose = <b>About whom?</b>
privacy-title = { $own ->
    [yes] <b>What is stored about you</b>
   *[no] <b>What is stored about the child</b>
}
privacy-name = Name: { $name }
privacy-place = Class, post or place: { $place }
privacy-birth = Date of birth: { $date }
privacy-counts = Questionnaires sent: { $questionnaires }, meetings noted: { $meetings }, letters to the curator: { $letters }. And the number of your messenger account.
privacy-consents = <b>Consents</b>
privacy-no-consents = { $kind ->
    [staff] You are here by your work. Ask the school's curator about your data.
    [guardian] Your name is kept beside the consent for your child, and is withdrawn there.
   *[other] None yet.
}
privacy-record = • { $capacity ->
    [guardian] a parent's
    [assent] { $own ->
        [yes] yours
       *[no] the child's
    }, under 18
   *[self] { $own ->
        [yes] yours
       *[no] the child's
    }
}: { $agreed ->
    [yes] agreed
   *[no] declined
}, { $way ->
    [tap] in the bot
    [paper] on paper
   *[document] by a document
}, { $given }, version { $version }{ $withdrawn ->
    [no] {""}
   *[other] {" "}(no longer in force since { $withdrawn })
}
privacy-until = The data are kept until { $date }, then deleted.
privacy-will-erase = The consent is withdrawn. The data will be deleted on { $date }.
privacy-withdraw = Withdraw the consent
privacy-ask = { $own ->
    [yes] <b>Withdraw the consent?</b>
   *[no] <b>{ $name }: withdraw the consent?</b>
}

    Participation stops at once: matching, the pair and meetings. The curator will hear of it. Questionnaires and the name will be deleted; that there was a consent is kept for up to three years.
privacy-withdraw-sure = Yes, withdraw
privacy-stay = No, stay
privacy-withdrawn =
    The consent is withdrawn, participation has stopped.

    The data will be deleted on { $date }. Until then you can change your mind: /menu. If it should be sooner, tell the curator.
privacy-nothing = There is nothing to withdraw: no consent is in force.
privacy-erase = Delete the data now
privacy-erase-ask =
    <b>Delete the data now?</b>
    Name, questionnaires, letters and notes go for good and cannot be brought back. Numbers and the record of the consent stay.
privacy-erase-sure = Yes, delete
privacy-erased = The data are deleted.
notice-withdrew = ⚠️ { $name }: the consent was withdrawn. { $frozen ->
    [0] {""}
    [one] One pair is paused.{" "}
   *[other] Pairs paused: { $frozen }.{" "}
}The data will be deleted on { $date }, or sooner.
notice-child-withdrawn = Your parent withdrew the consent, so your participation has stopped. If you need to talk, see the school's curator.

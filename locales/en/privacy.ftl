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
privacy-record = • { $purpose ->
    [participation] {""}
   *[other] { permission-name },{" "}
}{ $capacity ->
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

privacy-withdraw-one = Withdraw: { $purpose ->
    [distribution] name on the site
    [photo] photos and video
    [transfer] passing to a partner
    [psychological] psychologist's survey
    [worker_duty] work as a mentor
   *[participation] taking part
}
privacy-ask-one = <b>{ $name }: withdraw the consent?</b>
    { permission-name }
privacy-changes = { $purpose ->
    [distribution] The name will be in no new publication; the school takes down what is there within three working days. Taking part goes on.
    [photo] No more pictures for publication; the school takes down what is published within three working days. Taking part goes on.
    [transfer] The pair with the partner's mentor is paused at once: it cannot work without passing data. The school asks the partner to delete what it got. The rest goes on.
    [psychological] The levels the psychologist entered are erased at once and for good. Taking part goes on.
    [worker_duty] The work as a mentor is paused at once, and the curator hears of it.
   *[participation] Taking part stops at once.
}
privacy-keep = No, keep it
privacy-withdrawn-one = Withdrawn: { permission-name }. The curator will hear of it.

## All my data in one file

my-data = Get all the data in a file
my-data-making = Making the file
my-data-sent = The file is made: everything that is stored is in it. Do not pass it to people you do not trust.
my-data-file = my data.pdf
my-data-title = Everything stored in the mentoring programme · { $date }
my-data-part = { $part ->
    [identity] The person
    [consents] Consents
    [sides] Taking part and pairs
    [answers] Answers to questionnaires
    [meetings] Meetings
    [letters] Letters to the curator and answers
    [measures] Parameters
    [others] What teachers, specialists and parents told
    [facts] What else is stored
    [notices] Notices
   *[opened] Who opened the card
}
my-data-field = { $field ->
    [name] Name
    [code] Code in the programme
    [birth] Birth date
    [band] Age
    [gender] Gender
    [place] Class, post or place
    [contact] Contacts
    [accounts] Numbers of messenger accounts
   *[relatives] Parents or children in the programme
}: { $value }
my-data-band = { $band ->
    [child] under 14
    [teen] 14 to 17
   *[adult] 18 or older
}
my-data-gender = { $gender ->
    [woman] female
   *[man] male
}
my-data-consent = { $purpose }: { $agreed ->
    [yes] agreed
   *[no] declined
} { $capacity ->
    [guardian] by the parent
    [assent] by the child
   *[self] by the person
}, { $way ->
    [tap] in the bot
    [paper] on paper
   *[document] by a document
}, { $given }{ $until ->
    [no] {""}
   *[other] , in force until { $until }
}{ $withdrawn ->
    [no] {""}
   *[other] , withdrawn or replaced on { $withdrawn }
}
my-data-since = { $what }, since { $date }
my-data-pair = Pair: { $other }{ $form ->
    [none] {""}
   *[other] , { $form }
} · { $state ->
    [offered] offered
    [accepted] both sides agreed
    [active] working
    [frozen] paused
    [declined] declined
    [returned] no answer came
    [undone] undone
   *[ended] ended
}
my-data-sent-on = “{ $title }”, { $date }{ $sent ->
    [yes] {""}
   *[no] {" "}(not sent yet)
}
my-data-meeting = { $at } · { $kind ->
    [first] getting acquainted
    [trial] trial
    [planning] planning
    [closing] closing
   *[regular] regular
} · { $state ->
    [planned] planned
    [held] held
    [missed] missed
   *[cancelled] cancelled
}
my-data-letter = { $own ->
    [yes] Letter
   *[no] Answer
}, { $at }: { $text }
my-data-measure = { $parameter }, { $phase ->
    [entry] at the start
   *[final] at the end
}: { $value }
my-data-level = { $parameter }, level { $phase ->
    [entry] at the start
   *[final] at the end
}: { $value ->
    [1] low
    [2] middle
   *[3] high
}
my-data-note = { $party ->
    [class_teacher] Class teacher
    [psychologist] Psychologist
    [social_worker] Social worker
    [methodist] Methodist
   *[parent] Parent
}, { $date }
my-data-notice = { $date } · { $kind ->
    [broadcast] a message of the school
    [pair] about a pair or an offer
    [meeting] about a meeting
    [consent] about a consent
    [questionnaire] about a questionnaire
    [letter] about a letter or an answer
   *[other] something else
}
my-data-fact = { $date } · { $kind ->
    [joined] the person’s record was made
    [admitted] admitted to the programme
    [cleared] clearance to work with children checked
    [role] role in the programme: { $detail }
    [helper] helps to enter questionnaires from paper
    [invited] { $detail ->
        [guardian] an invitation for a parent
        [sheet] a printed questionnaire
       *[personal] a personal invitation
    }
    [asked] the curator asked to tell about the person: { $detail ->
        [class_teacher] the class teacher
        [psychologist] the psychologist
        [social_worker] the social worker
        [methodist] the methodist
       *[parent] a parent
    }
    [offer] a pair offered, { $detail ->
        [accepted] accepted
        [declined] declined
        [lapsed] left without an answer
        [recalled] taken back
       *[none] not answered yet
    }
    [parting] a request to the curator: { $detail ->
        [change] another pair
        [end] to end the pair
       *[leave] the mentor’s duty given up
    }
    [pause] a mentor’s pause
    [objection] an objection to a child’s pair
    [plan] { $detail ->
        [path] an individual learning path
       *[plan] a development plan
    }
    [plan-item] a task of the plan, { $detail ->
        [done] done
        [partly] partly done
        [not] not done
        [ticked] ticked as done
       *[none] no mark yet
    }
    [plan-change] a change in the plan
    [pact] the rules of the pair accepted, meetings: { $detail ->
        [twice] twice a week
        [weekly] once a week
        [fortnightly] once in two weeks
       *[agreed] by arrangement
    }
    [wish] { $detail ->
        [ban] the curator noted with whom not to be in a pair
       *[pin] the curator noted with whom to be in a pair
    }
    [rating] how the work together is rated: { $detail } of 10
    [signal] { $detail ->
        [no_contact] told the curator that nobody has been in touch
        [no_answer] told the curator that there is no answer
        [change_pair] told the curator of a wish to change the pair
       *[curator_help] asked the curator for help
    }
    [pair-nudge] a reminder from the curator
    [moved] { $detail ->
        [off] cancelled a meeting
       *[moved] moved a meeting
    }
    [proposed] proposed a time for a meeting
    [rhythm] set meetings { $detail ->
        [weekly] every week
       *[fortnightly] every two weeks
    }
    [came] { $detail ->
        [coming-yes] a meeting: answered “I will come”
        [coming-no] a meeting: answered “I cannot come”
        [took_place-yes] a meeting: took place, as answered
       *[took_place-no] a meeting: did not take place, as answered
    }
    [attended] group’s meeting: the mentor noted “{ $detail ->
        [yes] came
       *[no] did not come
    }”
    [voice] a voice note on a meeting, { $detail } s
    [scored] score of a meeting: { $detail } of 5
    [gathering] group meeting: { $detail ->
        [yes-yes] answered “I shall come”, marked as there
        [yes-no] answered “I shall come”, marked as not there
        [no-yes] answered “I cannot”, marked as there
        [no-no] answered “I cannot”, marked as not there
        [none-yes] marked as there
        [none-no] marked as not there
        [yes-unknown] answered “I shall come”
        [no-unknown] answered “I cannot”
       *[none-unknown] an invitation
    }
    [agreement] agreement to the order, its number
    [case] the search for a mentor: { $detail ->
        [open] going on
        [paired] a pair was found
        [left] no longer takes part
       *[not_wanted] no mentor is wanted any more
    }
    [case-step] done to find a mentor: { cases-did }
    [place] asked whether you would take one mentee more: { $detail ->
        [yes] yes
        [no] no
        [over] no longer needed
       *[none] no answer yet
    }
    [switched-off] switched off: { $detail ->
        [meetings] reminders of meetings
        [nudges] questionnaires and reminders of things to do
       *[news] news of the programme
    }
    [digest] the hour of the curator's digest
    [call] the bot could not reach you: { $detail ->
        [open] the curator is to call
        [back] you came back
       *[done] the curator called
    }
    [paper] ticked in the curator’s list: the paper “{ $detail }” came back
   *[withdrew] consent taken back: “{ $detail }”
}
my-data-opened = { $at } · { $name }

## Withdrawals, for the curator

withdrawals-section = Withdrawals and acts
withdrawals-title = <b>Withdrawn consents</b>

    ⚠️ something is left to do, ↩️ came back in time, ✅ nothing to do.
withdrawals-none =
    <b>Withdrawn consents</b>

    Nobody has withdrawn anything.
withdrawal-button = { $state ->
    [due] ⚠️{" "}
    [back] ↩️{" "}
   *[noted] ✅{" "}
}{ $name } · { withdrawal-purpose }
withdrawal-purpose = { $purpose ->
    [distribution] name on the site
    [photo] photos and video
    [transfer] partner
    [psychological] psychologist
    [worker_duty] work as a mentor
   *[participation] taking part
}
withdrawal-one = <b>{ $name }</b>
    Withdrawn: { permission-name }
withdrawal-when = { $date }, { $by ->
    [own] by the participant
   *[guardian] by a parent
}
withdrawal-touched = What has stopped:
withdrawal-line = • { $what ->
    [frozen] pairs paused: { $count }
    [recalled] offers recalled: { $count }
    [levels] psychologist's levels erased: { $count }
   *[nothing] nothing else depended on this consent
}
withdrawal-next = { $state ->
    [erased] The data are destroyed; the act is among the acts.
    [back] The consent was given anew, the clock has stopped.
    [due] { $purpose ->
        [transfer] By { $due } ask the partner to delete what it got and to confirm it.
       *[distribution] By { $due } take the publications down from the site, boards and pages of the school.
    }
   *[noted] { $purpose ->
        [participation] The data will be erased in time, and the act will appear by itself.
        [worker_duty] Find another mentor, or close the pair.
       *[other] Nothing is left to do.
    }
}
withdrawal-done = Done
withdrawal-paper = A signed consent came back
withdrawal-noted = Noted.
withdrawals-to-list = ‹ All withdrawals
withdrawal-look = What it touched
withdrawal-frozen = { $count ->
    [one] { $count } paused pair
   *[other] { $count } paused pairs
}
withdrawal-frozen-title = <b>Paused pairs</b>
    A pair may go on when the consents of both sides are complete again.
withdrawal-frozen-none = There are no paused pairs.
withdrawal-pair = • { $mentor } — { $mentee }{ $ready ->
    [yes] {""}
   *[no] : consents are still missing
}
withdrawal-unfreeze = Go on: { $mentor } — { $mentee }
withdrawal-goes-on = The pair works again; both sides will hear of it.
withdrawal-not-ready = Consents are still missing, the pair cannot go on yet.
notice-withdrew-purpose = ⚠️ { $name }: the consent “{ permission-name }” was withdrawn. { $frozen ->
    [0] {""}
    [one] One pair has stopped.{" "}
   *[other] Pairs stopped: { $frozen }.{" "}
}{ $levels ->
    [0] {""}
   *[other] The psychologist's levels are erased.{" "}
}{ $due ->
    [none] {""}
   *[other] Something is left to do by { $due }.
}
notice-came-back = ↩️ { $name }: the consent was given anew, nothing will be erased.{ $frozen ->
    [0] {""}
   *[other] {" "}The pair is paused: it may go on when the consents are complete.
}
notice-pair-unfrozen = The pair works again: { $other }. A meeting may be set.

## The journal of opened cards

card-opened = The card was opened by: { $list }
card-opened-one = { $name } { $at }
card-opened-all = Who opened the card
card-opened-title = <b>{ $name }: who opened the card</b>
card-opened-line = • { $at } · { $name }
card-opened-none = Nobody yet.
card-opened-older = Earlier ›

## Ages

notice-come-of-fourteen = You are 14 now. Beside your parent's consent your own is needed. You go on taking part; please answer by { $date }.
age-again = Tell my age
notice-age-again = A new school year has begun. Please tell how old you are now: it decides who must agree to your taking part.

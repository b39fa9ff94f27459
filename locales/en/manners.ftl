# Notifications: what may be switched off, the curator's digest, whom to call, the school's calendar.

digest-title = <b>☀️ Digest of the day</b>
missed-title = <b>While you were away</b>
digest-one = ☀️ Digest of the day
missed-one = While you were away
digest-line = { $kind ->
    [newcomers] Would like to join
    [guardians-waiting] Parents wait to be confirmed
    [papers-wanted] Consents on paper are needed
    [paper-noted] The paper consent has come
    [offers-accepted] Pairs agreed, an order is needed
    [offer-declined] Declined a pair
    [offer-returned] Did not answer about a pair in time
    [offer] A pair is offered
    [offer-reminder] An answer about a pair is awaited
    [acts-made] Acts of destruction of data
    [came-back] Took a withdrawal of consent back
    [feedback-asks] Requests from interim questionnaires
    [feedback] Interim questionnaire
    [final-asked] Final questionnaire
    [baseline] Short questionnaire
    [parting-taken-back] A request about a pair was taken back
    [pause-set] A mentor pauses
    [place-answered] Answers whether they take one more
    [case-step] Looking for a pair: what was done
    [gathering-over] Mark a group meeting
    [gathering-set] Group meeting
    [roadmap-soon] Roadmap: due soon
    [roadmap-late] Roadmap: overdue
    [person-unreachable] To call: out of reach
    [letter] Letters
    [letter-answer] An answer of the curator
    [meeting-set] A meeting is set
    [meeting-moved] A meeting was moved
    [meeting-called-off] A meeting was called off
    [meeting-how] How the meeting went
    [meeting-how-again] Note a meeting
    [pair-active] The pair has begun
    [pair-ended] The pair has ended
    [rating-alarm] Ratings in pairs worth a look
    [first-contact-late] No first meeting agreed yet
    [pair-signal] Quiet requests for help with a pair
    [admitted] You were admitted
    [permission-asked] A consent is needed
    [guardian-answered] A parent’s answer
    [guardians-disagree] Parents answered differently
    [notes-asked] Tell about pupils
    [preferences-asked] Whom you would like to work with
    [mentor-report] The mentor’s report
    [rating] Rating of the month
    [rating-again] Rating of the month
    [offer-both] Both have agreed
    [offer-over] The pair did not come about
    [offer-told-guardian] A pair is offered to the child
    [offer-guardian] The child agreed to a pair
    [offer-guardian-over] The child’s pair did not come about
    [child-pair-ended] The child’s pair has ended
    [child-pair-frozen] The child’s pair has stopped for now
    [child-pair-again] The child’s pair goes on
    [child-meeting] The child’s meetings
    [first-contact] Set the first meeting
    [pair-nudge] The curator’s word about a pair
    [pair-frozen] The pair has stopped for now
    [pair-unfrozen] The pair goes on
    [match-over] The pair is no more
    [pact-reminder] Rules of the pair
    [pact-pace] How often to meet
    [parting-asked] A request to change or end a pair
    [parting-kept] An answer about your pair
    [pause-told] The mentor pauses
    [pause-back] The mentor is back
    [place-asked] Whether you take one more
    [case-plan] News of looking for a pair
    [case-given] You were asked to help
    [meeting-cannot] Cannot come to a meeting
    [meeting-closing] The closing meeting
    [meeting-place] A new place of the meeting
    [meeting-repeats] Meetings repeat
    [meeting-took-place] Whether the meeting took place
    [proposal] Another time is proposed
    [proposal-kept] An answer about the time
    [visit-asked] You are asked to a pair’s meeting
    [visit-moved] A pair’s meeting was moved
    [visit-off] A pair’s meeting was called off
    [gathering-moved] The group meeting was moved
    [gathering-off] The group meeting was called off
    [gathering-parent] The child’s group meeting
    [plan-ready] The development plan is ready
    [plan-news] News of the plan
    [plan-soon] Due soon by the plan
    [plan-overdue] Overdue by the plan
    [broadcast] Announcements
   *[other] More news
}: { $count }
digest-open = Open { $number }
digest-more = And { $count } more.
digest-nothing = This is over: the matter is settled.

calls = To call: { $count }
calls-title =
    <b>Whom to call: { $count }</b>

    Here is whoever the bot cannot write to any more: it is blocked or the account is deleted. When they come back, the task closes by itself.
calls-none =
    <b>Whom to call</b>

    Everybody can be reached.
calls-row = { $who } · since { $day } { month-of }
calls-card =
    <b>{ $who }</b>
    Out of reach since { $day } { month-of }.
calls-phone = ☎️ Contact: { $contact }
calls-ask = ☎️ { $who }: { $contact }
calls-no-phone = There is no number in the bot: ask the class teacher.
calls-by-list = Who this is and the number are in your list on paper, code { $code }.
calls-waits = Waits for them:
calls-what = Did you get through? How did it end?
calls-outcome = { $outcome ->
    [will_be] Will come back to the bot
    [otherwise] I shall tell them by phone
   *[leaves] Does not take part any longer
}
calls-noted = { $outcome ->
    [will_be] Noted. If they are not back in three days I will ask you to call again.
    [otherwise] Noted. I will not remind you: you pass on whatever matters.
   *[leaves] Noted. To end their participation open their card in “People”.
}
calls-over = No need to call any more: they came back, or another curator has called.
calls-next = More ›
calls-back = ‹ List

switches = 🔔 Notifications
switches-title =
    <b>🔔 Notifications</b>

    Tap to switch on or off.
switches-always = These always come: offers of a pair and answers to them, meetings set and called off, consents, letters and everything about safety. The bot is silent at night, and to pupils during lessons.
switches-switch = { $on ->
    [yes] 🔔
   *[no] 🔕
} { $switch ->
    [meetings] Reminders of meetings
    [nudges] Questionnaires and things to do
   *[news] News of the programme
}
switches-digest = ☀️ Digest of the day: { $hour ->
    [stream] at once, no digest
   *[other] { $hour }
}
switches-ask-digest =
    <b>☀️ Digest of the day</b>

    What is not urgent is gathered into one message at this hour, on school days. What is urgent comes at once. When shall it come?
switches-stream = At once, no digest
switches-turned = { $on ->
    [yes] Switched on.
   *[no] Switched off.
}
switches-back = ‹ Notifications

calls-open = ☎️ Whom to call

holidays = 🗓 Holidays and days off
holidays-title =
    <b>🗓 Holidays and days off</b>

    On these days the bot sends no questionnaires, news or reminders of things to do, and pupils may be written to in the morning too: there are no lessons. State holidays are known anyway. Tap ➕ to add, ➖ to remove.
holidays-none = Nothing has been added yet.
holidays-kind = { $kind ->
    [autumn] Autumn holidays
    [winter] Winter holidays
    [spring] Spring holidays
    [summer] Summer holidays
   *[other] Days off
}
holidays-one = { holidays-kind }: { $first } – { $last }
holidays-day = { holidays-kind }: { $first }
holidays-other = 🗓 Other days
holidays-ask-first = From which day are there no lessons?
holidays-ask-last = From { $day } until which day? If it is one day, tap it again.
holidays-out = Removed.
holidays-back = ‹ Holidays
holidays-backwards = The last day is before the first. Choose again.
holidays-long = Over a hundred days without lessons are too many. Choose again.
holidays-overlap = Some of these days are marked already. Remove the earlier ones first.

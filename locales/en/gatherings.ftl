# The group meeting: planning, invitations, who came, minutes; who would not like to work with whom.

gathering-section = Group meeting
gathering-list-title = <b>Group meetings</b>
gathering-list-none = Mentors and mentees get to know each other before you make pairs. Choose a day, and I shall invite everybody who is ready.
gathering-plan =
    { $count ->
        [1] Plan a meeting
       *[other] Plan: { $form }
    }
gathering-line =
    { $state ->
        [held] ✅ { $day } · { $form }
       *[planned] 🗓 { $day } · { $form }
    }
gathering-title = <b>Group meeting</b> · { $form }
gathering-when = 🗓 { $when }
gathering-where = 📍 { $place }
gathering-nowhere = 📍 no place yet
gathering-ready =
    { $count ->
        [0] There is nobody to invite yet: nobody of this form is ready for a pair. I shall invite them at night as they become ready.
        [one] Nobody knows of the meeting yet. { $count } person is ready for it.
       *[other] Nobody knows of the meeting yet. { $count } people are ready for it.
    }
gathering-told =
    Invited: { $mentees ->
        [one] { $mentees } mentee
       *[other] { $mentees } mentees
    }, { $mentors ->
        [one] { $mentors } mentor
       *[other] { $mentors } mentors
    }
    Coming { $yes } · cannot { $no } · silent { $silent }
gathering-later =
    { $count ->
        [one] { $count } more person is ready; I shall invite them at night.
       *[other] { $count } more people are ready; I shall invite them at night.
    }
gathering-over = ⏳ Mark who came.
gathering-came = ✅ Held. { $came } of { $invited } came.
gathering-unmarked = Not marked: { $count }.
gathering-is-off = The meeting is cancelled.
gathering-asked = Preferences: { $answered } of { $asked } have answered.
gathering-not-asked = Now those who came can be asked whom they would like to work with.
gathering-minutes-signed = Minutes No. { $number } of { $day }

gathering-invite =
    { $count ->
        [one] Invite { $count } person
       *[other] Invite { $count } people
    }
gathering-invite-later = Invite as they become ready
gathering-place = Place
gathering-move = Another time
gathering-off = Cancel the meeting
gathering-off-sure = Cancel the meeting { $when }? { $told ->
        [yes] Everybody I invited will get a message.
       *[no] Nobody knows of it, there will be no messages.
    }
gathering-off-yes = Yes, cancel
gathering-off-no = Keep it
gathering-who-came = Who came
gathering-ask =
    { $count ->
        [one] Ask for preferences: { $count } person
       *[other] Ask for preferences: { $count } people
    }
gathering-minutes = Minutes
gathering-back = ‹ To the meeting
gathering-all = ‹ All meetings
gathering-elsewhere = Another place
gathering-place-ask = Where will you meet?
gathering-which-day = On which day? · { $form }
gathering-which-hour = { $day }. At what hour?

gathering-set = ✅ The time is chosen. Check the place and invite.
gathering-changed-told = ✅ Changed. Everybody I invited will get a message.
gathering-changed = ✅ Changed.
gathering-invited = ✅ Invited. Parents of minors are told too. I shall remind everybody a day before.
gathering-called-off = The meeting is cancelled.
gathering-ask-done =
    { $count ->
        [0] Everybody who came has been asked already.
        [one] ✅ Asked { $count } person. I shall remind them in four days if they do not answer.
       *[other] ✅ Asked { $count } people. I shall remind those who do not answer in four days.
    }

gathering-attendance = <b>Who came</b> · { $form } · { $when }
gathering-attendance-count = { $came } of { $invited } came. Tap a name to change it.
gathering-attendance-none = Nobody was invited to the meeting.
gathering-guest =
    { $came ->
        [yes] ✅
        [no] ▫️
       *[unknown] ▫️
    } { $who } · { $side ->
        [mentor] mentor
       *[mentee] mentee
    }
gathering-everybody = Everybody came


gathering-mine = 👥 Group meeting: <b>{ $when }</b>{ $place ->
        [none] {""}
       *[other] {""}, { $place }
    }{ $reply ->
        [yes] {" "}· you are coming
        [no] {" "}· you cannot come
       *[none] {""}
    }
gathering-mine-button = Group meeting { $when }
gathering-mine-what = Mentors and mentees get to know each other, to say afterwards whom they would like to work with. Form: { $form }.
gathering-come = I shall come
gathering-come-not = I cannot
gathering-to-calendar = To the calendar
gathering-noted-yes = ✅ Noted: you are coming.
gathering-noted-no = Noted: you cannot come. Never mind, a pair is found without the meeting too.
gathering-noted = Noted
gathering-calendar-title = Group meeting of mentors and mentees
gathering-calendar-caption = Open the file to add the meeting to your phone's calendar.

notice-gathering-set =
    👥 You are invited to a group meeting: <b>{ $when }</b>
    Mentors and mentees get to know each other, to say afterwards whom they would like to work with.
notice-gathering-moved =
    👥 The group meeting is now: <b>{ $when }</b>
    Please say whether you are coming.
notice-gathering-day = A reminder: { $when }, group meeting of mentors and mentees.
notice-gathering-off = The group meeting { $when } is cancelled. If there is another one, I shall write.
notice-gathering-parent =
    👥 Invited to a group meeting of the mentoring programme: <b>{ $who }</b>
    { $when }. Mentors and mentees get to know each other, with the curator present.
notice-gathering-parent-moved =
    👥 The group meeting of the mentoring programme ({ $who }) is now: <b>{ $when }</b>
notice-gathering-parent-off = The group meeting of the mentoring programme { $when } ({ $who }) is cancelled.
notice-gathering-over = ⏳ The group meeting { $when } ({ $form }) is over. Mark who came: it takes a few taps.

gathering-refused-over = This meeting is over or cancelled. Open /menu.
gathering-refused-changed = The meeting has changed: this is how it stands now.
gathering-refused-early = The meeting has not begun yet. Who came can be marked after it begins.
gathering-refused-nobody = First mark who came to the meeting.

avoided-section = Who would not like to work with whom
avoided-title = <b>Who would not like to work with whom</b>
avoided-about = Only curators and the psychologist see this. Those named are not told, and no file holds it.
avoided-none = Nobody has named anyone they would not like to work with.
avoided-line = { $who } ({ $side ->
        [mentor] mentor
       *[mentee] mentee
    }) — not with: { $whom }
avoided-next = More ›
avoided-first = ‹ To the beginning

minutes-title = <b>Minutes of the group meeting</b> · { $form } · { $when }
minutes-present = Present: { $mentors } mentors, { $mentees } mentees.
minutes-of-agenda = <b>Agenda:</b>
minutes-of-decided = <b>Decided:</b>
minutes-signed = Signed: No. { $number } of { $day }.
minutes-next = Check, print and sign them, then write down number and date.
minutes-file = Download the minutes
minutes-edit = Agenda and decisions
minutes-sign = Signed: number and date
minutes-correct = Correct number and date
minutes-making = Making the minutes
minutes-file-name = Minutes of the group meeting { $day }
minutes-text = { $text }
minutes-kept = ✅ Noted.
minutes-agenda =
    Mentors and mentees get to know each other.
    The curator tells about the mentoring programme, rights and duties of those who take part.
    Talks in small groups.
minutes-decided =
    Ask everybody which mentor (mentee) they prefer.
    Form mentoring pairs and groups by the answers.

# A participant's questionnaires: what was sent, what is next, what is waited for.

participant-side = <b>{ $side ->
    [mentor] You are a mentor
   *[mentee] You are a mentee
}</b>{ $form ->
    [pupil_pupil] {" · "}pupil to pupil
    [teacher_teacher] {" · "}teacher to teacher
    [teacher_pupil] {" · "}teacher to pupil
    [student_pupil] {" · "}student to pupil
    [employer_pupil] {" · "}employer to pupil
   *[none] {""}
}
participant-sheet-name = { $sheet ->
    [application] Application
    [final] Final questionnaire
    [preferences] Group meeting questionnaire
   *[entry] Questionnaire
}
participant-sheet-wanted = ▫️ { participant-sheet-name }: not filled in yet
participant-sheet-sent = ✅ { participant-sheet-name }: sent on { $day }
participant-sheet-changed = ✅ { participant-sheet-name }: sent on { $day }, changed on { $changed }
participant-until = Questionnaires are gathered until { $day }.
participant-next = It takes a few minutes; you can stop any time, everything is kept.
participant-waits = ⏳ The curator has your answers and is deciding which kind of mentoring suits you.
participant-fill = { $sheet ->
    [application] Fill in the application
    [final] Fill in the final questionnaire
    [preferences] Say with whom I’d like to work
   *[entry] Fill in the questionnaire
}
participant-change = { $sheet ->
    [application] See and change the application
    [final] See and change the final questionnaire
    [preferences] Change with whom I’d like to work
   *[entry] See and change the questionnaire
}
participant-as = { $side ->
    [mentor] mentor
   *[mentee] mentee
}
participant-also = { $side ->
    [mentor] { $again ->
        [yes] I’d like to help in another form, too
       *[no] I’d like to help others, too
    }
   *[mentee] I need a mentor, too
}
participant-also-done = { $side ->
    [mentor] ✅ You are a mentor as well. This part has an application and a questionnaire of its own.
   *[mentee] ✅ You are a mentee as well. This part has an application and a questionnaire of its own.
}
participant-also-none = The school runs no other form now in which you could take part.
participant-not-asked = This questionnaire is not asked for now. I will write when it is.
participant-sheets = My questionnaires
participant-sheets-title = <b>My questionnaires</b>
participant-changeable = Answers may be changed until the order about the pair is signed.
participant-fixed = The order about the pair is signed, so the answers stand. If something important has changed, write to the curator.
participant-sent = ✅ { $form }: sent. Thank you!
participant-changed = ✅ { $form }: changes saved.
participant-places-cut = { $places ->
    [one] The school lets one mentor have { $places } mentee, so that is what I wrote down.
   *[other] The school lets one mentor have at most { $places } mentees, so that is what I wrote down.
}
participant-locked = The order about the pair is signed, so the answers stand. If something important has changed, write to the curator.

# Why a questionnaire cannot be filled in yet
participant-waits-withdrawn = You have left the programme, questionnaires are not needed any more.
participant-waits-declined = There is no consent, so questionnaires are closed. You may change your mind in the menu: /menu
participant-waits-consent = Your consent is needed first: open /menu and answer.
participant-waits-assent = Your consent is needed first: open /menu and answer.
participant-waits-guardian = Your parent’s answer is needed first. Send them the link from /menu, and I will write when they answer.
participant-waits-paper = We are waiting for your parent’s consent on paper. The questionnaire opens when the curator has noted its return.
participant-waits-guardian-known = Your parent has answered. The curator will make sure that it is them; then you are in the matching.
participant-waits-name = Your name is needed first: open /menu.
participant-waits-admission = The curator has not admitted you yet. I will write when they have.
participant-waits-clearance = The school is checking your clearance for work with children. I will write when that is done.
participant-waits-form = The curator has not decided on the form of mentoring yet. The questionnaire opens when they have.
participant-waits-training = Before the work with mentees the school trains its mentors. The curator will say when and where.

# The interest poll: what everybody sees, and what the curator sees.

poll-ask-who = <b>A poll about mentoring</b>

    Three taps. No name is asked or kept; only totals are seen.

    Who are you?
poll-level = { $level } cl.
poll-who = { $who ->
    [teacher] Teacher
    [guardian] Parent
    [student] Student, graduate
   *[partner] Partner of the school
}
poll-ask-wish = { $who ->
    [guardian] <b>Does your child need a mentor?</b>
    [student] <b>Would you be a mentor to a pupil?</b>
    [partner] <b>Would you be a mentor to a pupil?</b>
   *[other] <b>What would you like?</b>
    } { $who ->
    [pupil] {""}

    A mentor helps with a subject, with settling in, with a talent.
   *[other] {""}
}
poll-wish = { $who ->
    [guardian] { $wish ->
        [mentee] Yes
       *[other] Not now
    }
    [student] { $wish ->
        [mentor] Yes
       *[other] Not now
    }
    [partner] { $wish ->
        [mentor] Yes
       *[other] Not now
    }
   *[other] { $wish ->
        [mentee] To have a mentor
        [mentor] To be a mentor
        [both] Both
       *[other] Nothing for now
    }
}
poll-ask-form = { $who ->
    [teacher] <b>Whom would you like to help?</b>
    [guardian] <b>With whom would it suit your child?</b>
   *[other] <b>Who could be your mentor?</b>
}
poll-with = { $form ->
    [pupil_pupil] An older pupil
    [teacher_pupil] { $who ->
        [teacher] Pupils
       *[other] A teacher
    }
    [student_pupil] A student
    [employer_pupil] A professional
    [teacher_teacher] Colleagues
   *[any] I do not know yet
}
poll-thanks = <b>Thank you, your answer counts.</b>

    { $wish ->
        [nothing] If you change your mind, the answer can be changed.
       *[other] { $who ->
            [guardian] When joining begins, the school will invite people.
           *[other] To take part is the next step. There the bot asks for a consent and gets to know you.
        }
    }
poll-join = I want to take part
poll-again = Change my answer
poll-back = ‹ Back
poll-closed = This poll is over. Thank you for your interest.

# The curator
polls-section = Interest poll
poll-title = <b>Interest poll</b> · { $state ->
        [open] open
       *[closed] not open
    }

    { $count ->
        [0] No answers yet.
        [one] { $count } answer.
       *[other] { $count } answers.
    }
poll-link = { $link }
    Code: <code>{ $code }</code>
poll-nobody-yet = { $state ->
        [open] Send the link to classes and teachers or put the poster up: no name is needed.
       *[closed] Three taps for the whole school: who wants a mentor, who would be one and with whom. No consents are needed: nothing personal is kept.
    }
poll-open = Open the poll
poll-close = Close the poll
poll-close-ask = Close the poll? The link will stop working, the totals stay.
poll-close-sure = Yes, close it
poll-picture = Show as a picture
poll-share-text = Would you like a mentor? Three taps, no name.
poll-qr-caption = A poll about mentoring
poll-poster-file = Poll poster.pdf
poll-picture-title = A poll about mentoring · answers: { $count }
poll-line = { $who ->
    [pupil] class { $level }
    [teacher] teachers
    [guardian] parents
    [student] students
   *[partner] partners
}
poll-column = { $wish ->
    [mentee] want
    [mentor] help
    [both] both
   *[nothing] no
}
poll-total = total
poll-legend = <i>want — want a mentor · help — would be a mentor · both · no — not now</i>
poll-legend-name = { $wish ->
    [mentee] want a mentor
    [mentor] would be a mentor
    [both] both
   *[nothing] not now
}
poll-forms = <b>With whom</b>
poll-form-line = { $form ->
    [pupil_pupil] Pupil – pupil
    [teacher_teacher] Teacher – teacher
    [teacher_pupil] Teacher – pupil
    [student_pupil] Student – pupil
    [employer_pupil] Employer – pupil
   *[any] Do not know yet
    }: want a mentor { $mentees }, would help { $mentors }

# The first set-up of a school.

claimed =
    You are the curator of the mentoring programme.

    First tell about the school and the dates: about three minutes, you may stop at any moment.
set-up-begin = Set the school up
set-up-first = <b>The school is not set up yet.</b> This comes first: nobody can be invited without it.
set-up-done = ✅ The school is set up; the roadmap of seven stages is ready.

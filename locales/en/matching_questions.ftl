# Questions to a draft of pairs: why not these two, what if, the runner-up on a card.

questions-why = Why not …?
questions-what-if = What if …
questions-what-if-title = <b>What if …</b> · { matching-form }

    I will compute the draft anew and show the difference. The draft itself stays.
questions-try-place = A mentor has one more place
questions-try-allow = Allow a forbidden pair
questions-try-mentee-leaves = A mentee leaves the programme
questions-try-mentor-leaves = A mentor leaves the programme

# Choosing people
questions-choose-why-mentee = <b>Why not …?</b>

    Which mentee is it about?
questions-choose-why-mentor = <b>Why not …?</b>

    With which mentor?
questions-choose-allow-mentee = <b>What if a pair is allowed?</b>

    Who is the mentee?
questions-choose-allow-mentor = <b>What if a pair is allowed?</b>

    Who is the mentor?
questions-choose-place = <b>What if there is one more place?</b>

    With which mentor?
questions-choose-mentee-leaves = <b>What if a mentee leaves?</b>

    Who is it?
questions-choose-mentor-leaves = <b>What if a mentor leaves?</b>

    Who is it?
questions-seek = Find
questions-everybody = Whole list
questions-other-mentee = Another mentee
questions-back-what-if = ‹ What if …
questions-nobody = Nobody is here yet.
questions-nobody-found = Nobody was found. Try another part of the name.
questions-found-more = The first { $count } are shown. If the right person is not here, type more of the name.

# The answer
questions-title-why = <b>Why not these two?</b>
questions-title-allow = <b>What if this pair is allowed?</b>
questions-title-place = <b>What if there is one more place?</b>
questions-title-mentee-leaves = <b>What if this person leaves?</b>
questions-title-mentor-leaves = <b>What if this person leaves?</b>
questions-mentor = Mentor: <b>{ $who }</b>
questions-mentee = Mentee: <b>{ $who }</b>

questions-together = They are a pair in this draft already.
questions-forbidden = It is not allowed:
questions-waivable = You may go over this rule: the decision is yours.
questions-lacking = { $who }: not in matching yet. Missing: { $missing }.
questions-not-in-matching = { $who }: not in matching yet.
questions-allowed = In the way now:
questions-apart = Even without the ban the draft would pair them otherwise.
questions-nothing-changes = Nothing in the draft would change.
questions-nobody-else = It is possible, and nothing changes for anybody else:
questions-nobody-moves = Nothing changes for anybody else.
questions-then = This would change:
questions-and-more = … and for { $count ->
    [one] { $count } more person
   *[other] { $count } more people
}
questions-gets = { $who }: gets a mentor, { $becomes }
questions-changes = { $who }: { $was } → { $becomes }
questions-loses = { $who }: is left without a pair (the mentor now: { $was })
questions-takes-place = { $line }; the place is left by { $who }
questions-numbers = It would be: pairs { $pairs } ({ $pairs_more }), strong { $strong } ({ $strong_more }).

questions-if-allowed = What if it is allowed?
questions-pin = Pin this pair
questions-ask-mentor = Ask the mentor for a place
questions-again = Ask about others

# The runner-up on a pair’s card
questions-runner-up = Runner-up: { $who }, but then { $cost }.
questions-runner-up-free = Runner-up: { $who }. Nothing changes for anybody else.
questions-runner-up-none = There is no runner-up: nobody else suits.
questions-cost-lost = left without a pair: { $names }
questions-cost-moved = with another mentor: { $names }
questions-cost-gained = gets a pair: { $names }
questions-cost-weaker = strong pairs fewer by { $count }
questions-names-more = { $names } and { $count } more

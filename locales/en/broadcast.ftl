# A message to many: to whom, how many, what; sending and stopping.

sections-broadcast = Message to many
broadcast-title =
    <b>Message to many</b>
    One message to mentees, mentors, parents or staff. Before it goes you will see how many will get it.
broadcast-title-latest =
    { broadcast-title }

    The latest ones are under the buttons:
broadcast-write = Write
broadcast-preview = <b>Look before you send</b>
broadcast-role = { $role ->
    [mentee] Mentees
    [mentor] Mentors
    [guardian] Parents
   *[staff] Staff
}: { $count }
broadcast-all = { $count ->
    [0] Nobody will get it: none of them is admitted with consent and has opened the bot.
    [one] { $count } person will get it.
   *[other] { $count } people will get it.
}
broadcast-without = { $count ->
    [one] { $count } more is not in the bot: tell them yourself.
   *[other] { $count } more are not in the bot: tell them yourself.
}
broadcast-send = Send ({ $count })
broadcast-waits = 📅 The next school day is { $day }: the message goes out then. If it is urgent, send it now; I still do not write at night.
broadcast-send-on = Send on { $day }
broadcast-send-now = Send now
broadcast-cancel = Cancel
broadcast-cancelled = Cancelled, nothing went to anybody.
broadcast-going = ⏳ <b>It is being sent</b>
broadcast-over = ✅ <b>All sent</b>
broadcast-stopped = <b>Stopped</b>
broadcast-progress = { $sent } of { $all } sent
broadcast-held = <i>I do not write during lessons, at night and in holidays: those who cannot read now will get it later.</i>
broadcast-missed = { $count } did not get it (blocked the bot, left the programme, or it was stopped).
broadcast-text = <blockquote expandable>{ $text }</blockquote>
broadcast-refresh = Refresh
broadcast-stop = Stop
broadcast-back = ‹ Messages to many
broadcast-nobody = There is nobody to send it to now.
broadcast-not-yet = Set the school up first.

notice-broadcast =
    <b>Message from the curator</b>

    { $text }
broadcast-ended = This one was sent or cancelled already. Open «Message to many».

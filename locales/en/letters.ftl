# Writing to the curator, and the answer.

letter-write = ✉️ Write to the curator
letter-sent = ✅ Sent to the curator. The answer will come here.
letter-go-on = Write again
letter-nobody-to-write-to = There is nobody to write to yet: first come in by a link or code of the school.
notice-letter-answer =
    <b>The curator’s answer</b>

    { $text }

sections-letters = Letters
letters-title =
    <b>Letters waiting for an answer</b>
    Those that came first are first.
letters-none = No letter waits for an answer.
letters-all = All letters
letter-line = { $who }: { $text }
letter-thread = <b>Letters</b> · { $who }
letter-block =
    <b>{ $who }</b>, { $at }
    { $text }
letter-from-curator = Curator
letter-answer = Answer
letter-open = Open the letters
letter-close = Close without an answer
letter-closed = ✅ Closed without an answer.
letter-person = Card
letter-answered = ✅ The answer is on its way.
letter-answered-meanwhile = This letter has been answered or closed already. Open the letters again.
notice-letter =
    ✉️ <b>A letter to the curator</b> · { $who }

    { $text }

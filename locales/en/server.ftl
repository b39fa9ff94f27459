# The server: lists with names come in and go out by it.

server-no-school = The school is not set up yet. First the first curator opens the one-time link and answers about the school.
server-no-curator = The school has no curator: nobody answers for the list. Invite a curator first.
server-which-school = There are several schools: { $schools }. Say which: --school NUMBER.
server-no-file = No such file: { $path }.
server-file-large = The file is larger than 5 MB. Leave nothing but the list in it.
server-no-address = The bot's address is not known yet, and without it a QR code leads nowhere. Run the bot once, or give the address: --bot BOT_NAME.
server-nothing-waiting = There are no unused invitations: everyone of the lists has come in.
server-no-orders = There are no orders yet: they come when pairs have agreed.
server-nobody = There is nobody yet.

server-list = List: { $file }
server-people-done = People added: { $added }, completed: { $updated }, unchanged: { $same }.
server-people-nothing = Nothing was written.
server-pairs-done = Pairs and groups added: { $added }, known already: { $same }.
server-wrong = { $count ->
    [one] { $count } line with a mistake:
   *[other] { $count } lines with mistakes:
}
server-wrong-skipped = { $count ->
    [one] { $count } line with a mistake was skipped:
   *[other] { $count } lines with mistakes were skipped:
}
server-send-again = Correct them and bring the list in again: whoever is there is not added twice. To leave these lines out: --skip-wrong.
server-send-whole = Correct the file and give it again: nothing of it was taken.
server-send-again-folder = Correct them and put the file there again: whoever is there is not added twice.
server-line = Line { $row }: { $outcome ->
    [added] added, code { $code }
   *[updated] completed, code { $code }
}
server-hitch = Line { $row }: { $text }
server-hitch-no_code = nobody has the code “{ $code }”.
server-hitch-other_name = the code { $code } belongs to somebody of another surname and name. Check the code.
server-hitch-other_kind = the code { $code } belongs to somebody of another kind. Check the code or the column of kinds.
server-hitch-namesakes = several people are called so. Add the code or the birth date.
server-hitch-gone = { $code }: consent was withdrawn, the data are being erased. A list does not bring them back.
server-hitch-twice = { $code }: this person stands in another line of the list too. Leave one of them; if they are two people, add birth dates.
server-hitch-guardians = { $code }: the child has three guardians already.

server-exported = { $what ->
    [key] Key of codes and names
    [people] List of people (correct it and bring it in again)
    [registers] Registers, pairs, meetings, consents, answers
    [consents] Ledger of consents
    [orders] Orders about pairs
    [concerns] Journal of pupils’ concerns: numbers, codes, dates, who did what
   *[invitations] Personal invitations, parents’ too
}: { $path }
server-export-note = There are names in these files. Remove them when they are no longer needed.

paper-key-title = Key of codes · { $place }
paper-key-note = { $school }. Keep locked; do not photograph or forward.
paper-key-code = Code
paper-key-name = Surname, name, patronymic
paper-key-guardian = guardian of { $code }

# The coded mode: no names in the messenger.

file-on-server = The file is ready. There are names in it, so it is not sent in chat: it is on the server, in the export folder, under the name “{ $name }”. Whoever runs the bot can take it.
file-in-archive = The archive opens with the password set on the server: the names inside are not seen in chat.

notice-tripped =
    🛡 The guard has worked: a surname, a birth date or a phone got into the bot’s messages. They did not leave: a code went in their place. In the last day: { $count }.
    Tell whoever runs the bot: the details are in the journal on the server.

settings-do-privacy = Names in chat
settings-privacy = Names in the messenger: { $mode ->
    [coded] none, people are codes
   *[open] shown
}
privacy-mode-open =
    <b>Names in the messenger</b>
    Names are seen in chat now. The law forbids schools to pass personal data through foreign messengers (149-FZ, art. 10.8). You may go over to codes: lists with names then come in and go out on the server only.
privacy-mode-coded =
    <b>Names in the messenger</b>
    There are no family names, birth dates or phones in chat. Lists with names come in and go out on the server. Names cannot be brought back from here.
privacy-mode-tighten = Take names out of the chat
privacy-mode-ask =
    <b>Take names out of the chat?</b>
    People become codes, the search is by code, names and classes are no longer asked for here. Answers with names that were begun are dropped.
    Messages already sent stay in Telegram until they are deleted: delete the chat with the bot and ask the others to.
    Names cannot be brought back from here.
privacy-mode-yes = Yes, take them out
privacy-mode-tightened = ✅ Done. From this minute the bot names nobody.
privacy-mode-shown = { $shown ->
    [given_initial] Given name and initial
   *[code] Only the code: Н-007
}
privacy-only-tighter = Names cannot be brought back to the chat: the school works with codes.
privacy-names-on-server = No names are written here: the school works with codes. Whoever runs the bot loads a list with family names on the server.
privacy-lists-on-server = Lists of classes and of pairs at work are brought in at the server by whoever runs the bot: there are no names in chat.
privacy-file-not-taken = The bot takes no files, photos or contacts in chat: there may be names in them. This one was neither opened nor kept; please delete it from the conversation. Lists are brought in at the server.
privacy-search-by-code = Search by code, for example: Н-007. Family names are neither sought nor kept here.
privacy-search-by-code-or-given = Search by code or given name, for example: Н-007 or Илья. Family names are neither sought nor kept here.
privacy-text-phone = There seems to be a phone number in the answer. Please write without it: the bot or the curator will bring you together. This answer was not kept.
privacy-text-email = There seems to be an e-mail address in the answer. Please write without it. This answer was not kept.
privacy-text-address = There seems to be a home address in the answer. Please write without it. This answer was not kept.
privacy-text-number = There seems to be a long number in the answer. Please write without it. This answer was not kept.
privacy-level = Year { $level }

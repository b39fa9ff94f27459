# The coded mode: no names in the messenger.

file-on-server = The file is ready. There are names in it, so it is not sent in chat: it is on the server, in the export folder, under the name “{ $name }”. Whoever runs the bot can take it.
file-in-archive = The archive opens with the password set on the server: the names inside are not seen in chat.

notice-tripped =
    🛡 The guard has worked: a surname, a birth date or a phone got into the bot’s messages. They did not leave: a code went in their place. In the last day: { $count }.
    Tell whoever runs the bot: the details are in the journal on the server.

# The coded mode: no names in the messenger.

file-on-server = The file is ready. There are names in it, so it is not sent in chat: it is on the server, in the export folder, under the name “{ $name }”. Whoever runs the bot can take it.
file-in-archive = The archive opens with the password set on the server: the names inside are not seen in chat.

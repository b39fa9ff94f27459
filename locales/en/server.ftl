# Coded mode: names come in and go out by the server only.

way-out-server =
    🔒 There are names in this file, and names are not sent in chat. It is on the server, in the folder export:
    <code>{ $name }</code>

    Fetch it from whoever runs the bot. In a few weeks it is removed by itself.
way-out-archive = 🔒 The archive is shut with a password: whoever runs the bot knows it. Do not send the password by messenger.

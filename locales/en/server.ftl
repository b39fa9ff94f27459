# The server: lists with names come in and go out by it.

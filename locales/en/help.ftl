# Help by role, the language, the list of commands.

help-curator =
    <b>For the curator</b>
    /today — what waits today, each line one tap away
    /people — participants: what is missing, remind, correct
    /match — make pairs and offer them to both sides
    /roadmap — the roadmap and its dates
    /invite — a link, a QR code and a poster
    /export — everything in one XLSX table
    /broadcast — a message to many
    The rest is on the home screen under «All sections».
help-mentor =
    <b>For the mentor</b>
    Your mentees are on the home screen: set a meeting in three taps and note afterwards how it went. I remind you both.
help-mentee =
    <b>For the mentee</b>
    Fill in the questionnaires, answer the offer of a mentor, then see on the home screen when you meet. If something is wrong, write to the curator.
help-guardian =
    <b>For the parent</b>
    Here you agree for your child, and may withdraw at any moment: /privacy
help-staff =
    <b>For the staff</b>
    /roadmap — the roadmap. Your tasks are on the home screen: mark a point when it is done.
help-uneasy = If you worry about yourself or somebody else: the row “I feel uneasy” below every screen. Only an adult of the school will know.
help-stranger = To come in you need a link, a QR code or a personal code from your school’s curator. The code may simply be sent here.
help-everyone =
    <b>Always</b>
    /menu — the home screen, /cancel — put aside what was begun
    /language — the language, /privacy — what is stored about you and how to withdraw it

language-ask = Which language shall I speak? Questionnaires without a translation stay in Russian.
language-ru = Русский
language-en = English
language-changed = ✅ I speak English now.

command-today = What waits today
command-people = Participants
command-match = Making pairs
command-pairs = Pairs by week
command-roadmap = The roadmap
command-invite = Invite
command-export = Export to XLSX
command-broadcast = A message to many
command-menu = Home screen
command-help = What can be done here
command-notices = Notifications: what to send
command-language = Language, Язык
command-privacy = My data and consents
command-cancel = Put aside what was begun

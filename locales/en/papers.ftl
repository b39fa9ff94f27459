# Words of printed papers. The texts of orders and consents are in papers/templates/ru.

# Unbreakable spaces: a date is never torn between two lines.
paper-date = { $day }{"\u00A0"}{ $month ->
    [1] January
    [2] February
    [3] March
    [4] April
    [5] May
    [6] June
    [7] July
    [8] August
    [9] September
    [10] October
    [11] November
   *[12] December
}{"\u00A0"}{ $year }
paper-page = Page { $page } of { $pages }

## The poster with the join code

paper-poster-title = Mentoring
paper-poster-line-1 = { $about ->
    [poll] Would you like a mentor?
   *[join] A question? There is a mentor.
}
paper-poster-line-2 = Point your phone’s camera at the code.
paper-poster-line-3 = { $about ->
    [poll] Three taps. No names asked.
   *[join] The bot will tell you the rest.
}
paper-poster-code = Code: { $code }
paper-poster-help = Does not open? Ask the curator.

## Personal codes

paper-codes-title = Personal codes to join · { $place }
paper-codes-parent = { $place }, for the parent
paper-codes-note = Cut along the lines and hand out in person. A code works only for the one whose name is on it.
paper-codes-hint = Point the camera, or open the link and type the code

## Who has not sent

paper-missing-title = Still missing · { $place }
paper-missing-as-of = As of { $date }
paper-missing-total = { $count ->
    [one] { $count } person
   *[other] { $count } people
}
paper-missing-number = No.
paper-missing-name = Name
paper-missing-what = What is missing
paper-missing-mark = Mark
paper-missing-nobody = Nothing is missing.

## Export: sheets

paper-sheet-mentees-pupils = Mentees - pupils
paper-sheet-mentees-teachers = Mentees - teachers
paper-sheet-mentors-pupils = Mentors - pupils
paper-sheet-mentors-teachers = Mentors - teachers
paper-sheet-mentors-outsiders = Mentors - from outside
paper-sheet-matches = Pairs and groups
paper-sheet-meetings = Meetings
paper-sheet-consents = Consents
paper-sheet-labels = Questionnaire labels

## Export: the registers' official columns

paper-mentee-number = No.
paper-mentee-name = Mentee’s full name
paper-mentee-contact = Contact (guardian’s)
paper-mentee-birth-year = Mentee’s year of birth
paper-mentee-request = Mentee’s main request
paper-mentee-joined = Joined the programme
paper-mentee-mentor = Mentor’s full name
paper-mentee-form = Mentoring form
paper-mentee-mentor-place = Mentor’s place of work or study
paper-mentee-finished = Finished the programme
paper-mentee-results = Results of the programme
paper-mentee-story = Link to the mentee’s case or review on the organisation’s site
paper-mentee-passed = Programme completed

paper-mentor-number = No.
paper-mentor-name = Mentor’s full name
paper-mentor-contact = Contact
paper-mentor-place = Mentor’s place of work or study
paper-mentor-competences = Mentor’s main competences
paper-mentor-achievements = Mentor’s achievements that matter for the programme
paper-mentor-interests = Mentor’s interests
paper-mentor-wished-age = Wished age of mentees
paper-mentor-time = Time for the mentoring programme
paper-mentor-joined = Joined the programme
paper-mentor-mentees = Full name of the mentee (mentees)
paper-mentor-form = Mentoring form
paper-mentor-mentee-place = Mentee’s place of work or study
paper-mentor-finished = Finished the programme
paper-mentor-results = Results of the programme
paper-mentor-story = Link to the mentor’s case or review on the organisation’s site

## Export: other columns

paper-match-number = No.
paper-match-mentor = Mentor
paper-match-mentor-place = Mentor’s class or post
paper-match-mentees = Mentee (mentees)
paper-match-mentee-place = Mentee’s class or post
paper-match-form = Form
paper-match-role-model = Role model
paper-match-state = State
paper-match-starts = Starts
paper-match-ends = Ends
paper-match-order-number = Order No.
paper-match-order-date = Order’s date
paper-match-meetings = Meetings held

paper-meeting-match = Pair No.
paper-meeting-mentor = Mentor
paper-meeting-mentees = Mentee (mentees)
paper-meeting-kind = Kind of meeting
paper-meeting-starts = Date and time
paper-meeting-state = State
paper-meeting-minutes = Minutes
paper-meeting-result = Result
paper-meeting-confirmed = Mentee’s confirmation
paper-meeting-note = Note

paper-consent-person = Whose data
paper-consent-place = Class or post
paper-consent-kind = Kind of consent
paper-consent-signer = Given by
paper-consent-answer = Answer
paper-consent-given = When
paper-consent-version = Version of the text
paper-consent-hash = Fingerprint of the text
paper-consent-paper-date = Date of the paper consent
paper-consent-kept-at = Where it lies
paper-consent-withdrawn = Withdrawn

paper-answer-name = Full name
paper-answer-place = Class or post
paper-answer-sent = Sent
paper-answer-entered = Entered by
paper-answer-version = Version
paper-label-questionnaire = Questionnaire
paper-label-question = Question’s name
paper-label-question-text = Question
paper-label-option = Option’s name
paper-label-option-text = Option

## Blanks to fill and send

paper-list-sheet = List
paper-list-how-sheet = How to fill
paper-list-class-how =
    Fill the first sheet: one row, one person.
    Surname, given name and class are required. Patronymic, birth date and role may stay empty.
    Class: 7Б, 7 «Б» or 7-б are all fine. Birth date: 05.03.2012.
    Role: mentee, mentor or both. Empty: the person chooses.
    Merge no cells and put in no formulas. No more than { $limit } rows.
    If there is a mistake in the list, nothing is loaded: the bot names the rows, and the file can be sent again.
paper-list-pairs-how =
    Fill the first sheet: one row, one mentor with a pair or a group.
    Separate the mentees of a group by semicolons; their classes likewise and in the same order, or one for all.
    For teachers write the post instead of the class.
    Form: { $forms }.
    Copy the order’s number and date from the signed order.
    Merge no cells and put in no formulas. No more than { $limit } rows.

## What is wrong with the table sent

paper-list-no-table = This is not an XLSX table. Send a file saved in Excel as “Excel Workbook (*.xlsx)”.
paper-list-too-large = The file is too large. Leave nothing but the list in it.
paper-list-too-many-rows = More than { $limit } rows. Split the list into several files.
paper-list-no-rows = There is no filled row in the table.
paper-list-two-sheets = There are lists on several sheets, another one is “{ $value }”. Leave one sheet, or send each as a file of its own.
paper-list-no-header = No row of headings was found. These columns are needed: { $value }.
paper-list-no-column = There is no column “{ $column }”.
paper-list-unknown-column = The column “{ $column }” is not known.
paper-list-two-columns = The column “{ $column }” is there twice.
paper-list-merged = The cells { $value } are merged. Unmerge them and fill in each.
paper-list-formula = Row { $row }, column “{ $column }”: a formula. Put in the value itself.
paper-list-empty = Row { $row }, column “{ $column }”: empty.
paper-list-no-name = Row { $row }, column “{ $column }”: “{ $value }” does not look like a name.
paper-list-no-class = Row { $row }, column “{ $column }”: “{ $value }”: there is no such class. Write it like this: 7Б.
paper-list-no-date = Row { $row }, column “{ $column }”: “{ $value }”: there is no such date. Write it like this: 05.03.2012.
paper-list-unknown = Row { $row }, column “{ $column }”: the value “{ $value }” is not known.
paper-list-twice = Row { $row }: “{ $value }” is already in row { $other }.
paper-list-uneven = Row { $row }, column “{ $column }”: “{ $value }”: classes and mentees differ in number.
paper-list-nearest = Did you mean “{ $nearest }”?

# The decision, and changes, in an order about pairs.
paper-order-run = draft of matching No. { $run } of { $date } (fingerprint { $fingerprint }{ $numbers ->
    [none] )
   *[other] ; pairs { $numbers })
}
paper-order-decision = the curator’s decision
paper-order-by-hand = pairs { $numbers } were made by the curator without a draft
paper-order-ground = { $ground ->
    [request] at a side’s request
    [goals] the goals are reached
    [not_worked] the meetings did not work out
    [left] the participant has left
    [circumstances] circumstances
    [worker] the worker’s notice (art. 351.8 of the Labour Code)
    [withdrawn] consent withdrawn
    [consent-withdrawn] consent withdrawn
    [removed] the participant has left
   *[other] the curator’s decision
}
paper-pairs-list = List of pairs and groups

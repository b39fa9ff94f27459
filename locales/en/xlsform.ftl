# A questionnaire in Excel: how to edit it, and what is wrong with the file that was sent.

xlsform-how-sheet = How to edit
xlsform-how =
    How to edit this questionnaire
    There are three sheets: survey holds the questions in order, choices the options, settings the title and the code.
    Reword freely: the column “label::Русский (ru)” is the question, “hint::Русский (ru)” the hint. The English columns may stay empty.
    The column name is the question’s code in Latin letters. Keep it for questions that stay: answers are compared and pairs are matched by it.
    A new question is a new row: type, name and the words. Types: text, integer, range, date, select_one LIST for one option, select_multiple LIST for several.
    Options are rows of the sheet choices: list_name (the same LIST), name (a code in Latin letters) and the words.
    To remove a question delete its whole row. A required question has yes in the column required.
    The column relevant says when the question is asked. See how other questions have it.
    A list whose code ends in _csv is kept by the bot and is here for reference. The list areas_csv is changed in the bot: “School”, “Areas of help”.
    Save the file as .xlsx and send it to the bot: “Questionnaires”, this questionnaire, “Send my own”.

xlsform-where = { $sheet ->
    [choices] sheet choices, row { $row }
    [settings] sheet settings, row { $row }
   *[survey] row { $row }
}
xlsform-where-sheet = sheet { $sheet }
xlsform-perhaps = , perhaps “{ $nearest }”?

xlsform-no-book = this is no Excel table. An .xlsx file is needed, the one you took from the bot
xlsform-locked = the file has a password or is in the old .xls format. Take the password off and save it as .xlsx
xlsform-too-large = the file is too large for a questionnaire: 2 MB and 2,000 rows at most
xlsform-no-sheet = there is no sheet “{ $value }”
xlsform-no-column = there is no column “{ $value }”
xlsform-unknown-column = unknown column “{ $value }”
xlsform-column-not-taken = the bot does not understand the column “{ $value }”, which changes the meaning. Clear it
xlsform-other-form = this is another questionnaire: form_id is “{ $value }”, “{ $nearest }” is needed
xlsform-no-type = the type is missing
xlsform-unknown-type = there is no type “{ $value }”{ $nearest ->
    [none] {" "}(there are text, integer, range, date, time, note, select_one, select_multiple)
   *[other] {""}
}
xlsform-no-name = there is no code in the column name
xlsform-bad-name = code “{ $value }”: Latin letters, digits and _ are needed, no spaces
xlsform-twice = the code “{ $value }” is taken in row { $other }
xlsform-no-label = “{ $value }” has no Russian words (column label::Русский (ru))
xlsform-long = the words of “{ $value }” are too long: { $length }, the chat holds { $limit }
xlsform-within-words = the words of “{ $value }” hold another answer. The bot cannot do that, write without it
xlsform-no-list = there are no options “{ $value }” on the sheet choices
xlsform-few-options = the list “{ $value }” has fewer than two options
xlsform-many-options = the list “{ $value }” has { $length } options, { $limit } fit
xlsform-option-twice = the option “{ $value }” is already in row { $other }
xlsform-option-no-label = the option “{ $value }” has no Russian words
xlsform-option-long = the option “{ $value }” does not fit a button: { $length }, { $limit } may be
xlsform-group-not-open = a part ends here (end group) that was not begun
xlsform-group-not-closed = the part “{ $value }” begins (begin group) and does not end
xlsform-not-yes-or-no = the column required says “{ $value }”; it is yes or empty
xlsform-bad-condition = “{ $value }” cannot be read
xlsform-no-question = there is no question “{ $value }”
xlsform-asked-later = the condition refers to “{ $value }”, which is not asked before (row { $other })
xlsform-no-option = there is no option “{ $value }”
xlsform-read-gone = the question “{ $value }” is needed for matching and lists. Reword it, but do not remove it
xlsform-read-kind = the type of “{ $value }” may not change: pairs are matched by it. It was { $nearest }
xlsform-read-option = the question “{ $nearest }” has a new option “{ $value }”. Pairs are matched by it: options may be removed and reworded, new codes mean nothing to matching
xlsform-no-questions = the questionnaire has no questions
xlsform-too-many = { $length } questions, { $limit } may be
xlsform-other = cannot be read: { $value }

xlsform-compared-gone = the question “{ $value }” is asked before and after. Without it nothing can be compared
xlsform-compared-kind = the question “{ $value }” has another scale or type. It cannot be compared with earlier answers

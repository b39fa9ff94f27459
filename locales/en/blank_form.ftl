# A questionnaire to be filled in by hand.

blank-how = Use a pen and write clearly. Mark your answer with a cross. No diagnoses, addresses or phone numbers, please. Hand the sheet to the curator or your class teacher: the answers will be entered into the programme.
blank-star = Questions with an asterisk (*) must be answered, the others may be left out.
blank-nobody = Code (or name and class):
blank-page = { $page } of { $pages }
blank-several = You may choose several.
blank-low = lowest
blank-high = highest
# Letters are boxes for digits.
blank-date = DD.MM.YYYY
blank-time = HH:MM
blank-quoted = “{ $text }”
blank-or = {" "}or{" "}
blank-and = {" "}and{" "}
blank-if = Answer if { $condition }.
blank-if-fits = Answer if the question fits you.
blank-if-ticked = { $options } is marked in question { $number }
blank-if-answered = you have answered question { $number }
blank-if-number = question { $number } has { $sign ->
    [least] { $value } or more
    [most] { $value } or less
    [more] more than { $value }
    [less] less than { $value }
   *[exactly] { $value }
}

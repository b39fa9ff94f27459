# All sections of the curator: each button opens one.

sections = All sections
sections-title = <b>All sections</b>
sections-school = School and dates
sections-of-school = School
sections-of-school-title =
    <b>School</b>
    Name, dates of the programme, areas of help and handing over.

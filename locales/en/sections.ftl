# All sections of the curator: each button opens one.

sections = All sections
sections-title = <b>All sections</b>
sections-school = School and dates

# Paper consents: blanks and their return.

sections-papers = Paper consents
papers-title = <b>Parents' paper consents</b> · missing: { $count }
papers-how = Choose a class: print the blanks, and when they come back signed, note them one by one or all at once.
papers-all-there = ✅ All papers are there.
papers-class = { $name }: { $count }
papers-no-class = No class
papers-class-title =
    <b>Consents · { $name }</b>
    Here are those whose paper has not come back.
papers-blanks = Blanks (DOCX)
papers-returned-all = All came back
papers-person = <b>{ $name }</b>, { $place }
papers-wanted = • { $capacity ->
    [guardian] There is no parent's consent on paper yet.
    [assent] The pupil has not agreed yet. Without a phone, they may sign a blank.
   *[self] There is no consent on paper: it may be given here or a blank may be signed.
}
papers-there = • { $capacity ->
    [guardian] You have the parent's consent on paper.
   *[self] You have the consent on paper.
}
papers-blank = Blank (DOCX)
papers-returned = The paper came back
papers-blank-own = Pupil's blank (DOCX)
papers-returned-own = The pupil's came back
papers-back = ‹ To the list
papers-file = Consents.docx
papers-before-withdrawal = This paper was signed before the consent was withdrawn and no longer holds. A new one, signed later, is needed.
papers-none = Nobody needs a blank: all papers are there.
papers-noted = ✅ { $count ->
    [one] { $count } consent noted
   *[other] { $count } consents noted
}.
notice-paper-noted = ✅ The paper consent has come. What comes next is in /menu.

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
papers-person =
    <b>{ $name }</b>, { $place }
    { $capacity ->
        [guardian] A parent's consent on paper is needed.
       *[self] A grown-up's consent may also be taken on paper.
    }
papers-blank = Blank (DOCX)
papers-returned = The paper came back
papers-back = ‹ To the list
papers-file = Consents.docx
papers-none = Nobody needs a blank: all papers are there.
papers-noted = ✅ { $count ->
    [one] { $count } consent noted
   *[other] { $count } consents noted
}.
notice-paper-noted = ✅ The paper consent has come. What comes next is in /menu.

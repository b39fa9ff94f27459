# Parents: the curator confirms once that they are, or notes that they may not decide for the child.

family-title = <b>Parents to confirm</b> · { $count }
family-how = They answered by the child's link. Make sure that this really is the parent (legal guardian): until then the answer does not count.
family-nobody = ✅ Nobody to check: all who answered are confirmed.
family-pair = { $child } — { $guardian }
family-child = <b>{ $name }</b>, { $place }
family-guardian = • { $name }: { $state ->
    [confirmed] a parent, checked
    [barred] may not decide, the answers do not count
   *[announced] answered by the link, not checked yet
}
family-none = Nobody has come by the link. The consent may come on paper too.
family-confirm = This really is the parent: { $name }
family-confirmed = Noted: this is the parent.
family-bar = May not decide: { $name }
family-bar-ask =
    <b>{ $name }: may not decide for the child?</b>
    This person's answers will no longer count. I keep no reason. Another guardian's answer or a paper is needed.
family-bar-sure = Yes, may not decide
family-barred = Noted. The answers do not count.
family-back = ‹ Back
family-card = The child's card
family-list = Who else to check
family-open = Check
guardian-barred = The school cannot take your answer for this child now. Please speak to the school's curator.
notice-guardians-waiting = { $count ->
    [one] { $count } parent has answered by the link and waits
   *[other] { $count } parents have answered by the link and wait
} to be confirmed.
notice-guardian-confirmed = ✅ The school has confirmed your parent: the answer counts. What comes next: /menu.
notice-guardians-disagree = ⚠️ { $name }: one parent has agreed, the other has not. Until they settle it, the child does not take part.

# The order that approves pairs.

sections-orders = Orders about pairs
orders-title = <b>Orders about pairs</b>
orders-ready = { $count ->
    [0] There are no pairs ready for an order now.
    [one] { $count } pair is ready for an order: both sides agreed.
   *[other] { $count } pairs are ready for an order: both sides agreed.
}
orders-draw-up = Draw up the order ({ $count })
orders-obstacles = ⚠️ The worker’s written consent and an agreement to the contract are needed (Labour Code, art. 351.8):
orders-unready = ⏳ Waiting for consents: somebody’s are not complete now. The card says what is missing.
orders-lapsed = Since the draft was made somebody’s consents have become incomplete. Drop the draft and draw the order up again: that pair will wait.
orders-obstacle = • { $mentor } — { $mentee }
orders-agreement = Consent: { $mentor }
orders-consent-kept = ✅ The consent and the agreement are recorded.
orders-draft-of = Draft of { $date }: { $count ->
    [one] { $count } pair
   *[other] { $count } pairs
}
orders-signed-of = No. { $number } of { $date }
orders-one-title = <b>Order</b> · { $title }
orders-line = • { $mentor } — { $mentees }
orders-more = … and { $count } more
orders-next = Print the file and give it to the director. When the order is signed, enter its number and date: the pairs begin.
orders-file = The order’s file
orders-sending = The file is being made.
orders-file-draft = Order about pairs
orders-file-signed = Order about pairs No. { $number }
orders-sign = The order is signed
orders-correct = Correct number and date
orders-drop = Drop the draft
orders-drop-sure = <b>Drop the draft of the order?</b>

    The pairs stay ready for an order.
orders-drop-yes = Yes, drop it
orders-drop-no = No, go back
orders-dropped = The draft is dropped.
orders-back = ‹ Orders
orders-signed-now = ✅ The order is signed, the pairs have begun. Everyone gets a message.
orders-corrected = ✅ Number and date are corrected.
orders-programme = Mentoring { $year }

orders-nothing = There are no pairs ready for an order now: they stand in an order already, or somebody has not answered yet.
orders-taken = These pairs have just been put into another order.
orders-signed-already = The order is signed and cannot be dropped.

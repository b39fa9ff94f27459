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
orders-fallen = ⚠️ { $count ->
    [one] { $count } pair has
   *[other] { $count } pairs have
} dropped out of a draft order: the signed order will not name them. If the file is printed already, take a new one.
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
orders-next = Print the file and give it to the director. When the order is signed, enter its number and date: { $coming ->
    [0] the changes take effect
   *[other] the pairs begin
}.
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
orders-signed-now = ✅ The order is signed, { $coming ->
    [0] the changes have taken effect.
   *[other] the pairs have begun. Everyone gets a message.
}
orders-corrected = ✅ Number and date are corrected.
orders-programme = Mentoring { $year }

orders-nothing = There are no pairs ready for an order now: they stand in an order already, or somebody has not answered yet.
orders-taken = These pairs have just been put into another order.
orders-signed-already = The order is signed and cannot be dropped.

# Amending an order.
orders-leaving = { $count ->
    [one] { $count } pair named in an order is over and has to be taken out.
   *[other] { $count } pairs named in orders are over and have to be taken out.
}
orders-either = { $leaving ->
    [0] New pairs may be approved by an order of their own or added to the earlier one.
   *[other] New pairs may be approved by an order of their own or by the same amendment.
}
orders-amend = Amend order No. { $number }
orders-amends = Amends order No. { $number } of { $date }
orders-going = <b>Taken out</b>
orders-coming = <b>Added</b>
orders-left-line = { $line }: { $ground }, since { $date }
orders-amendment-draft = Draft amendment of { $date }: { $left } out, { $came } in
orders-amendment-of = No. { $number } of { $date }, amendment
orders-file-amendment = { $number ->
    [none] Amendment of the order about pairs
   *[other] Amendment of the order about pairs No. { $number }
}
orders-nothing-to-amend = Nothing has changed: pairs that are over have been taken out, and no new pairs are ready.
orders-acquaintance = Acquaintance list
orders-file-acquaintance = { $number ->
    [none] Acquaintance list
   *[other] Acquaintance list, order No. { $number }
}
orders-list-xlsx = List of pairs, Excel
orders-list-docx = List of pairs, Word

# Scans of a signed order.
scans-of-order = Scans of the order
scans-title = <b>Scans of order No. { $number }</b>
scans-none = Nothing is attached yet. A scan is kept with the order and seen by curators only.
scans-line = { $number }. { $kind ->
    [pdf] PDF
   *[other] Photo
}, { $size } KB, { $date }{ $who ->
    [none] { "" }
   *[other] , { $who }
}
scans-attach = Attach a scan
scans-take = Open { $number }
scans-remove = Remove { $number }
scans-remove-sure = <b>Remove this scan?</b>

    It is deleted for good. The order itself stays.
scans-remove-yes = Yes, remove
scans-removed = The scan is removed.
scans-back = No, go back
scans-to-order = ‹ To the order
scans-enough = Done
scans-added = ✅ The scan is attached. { $left ->
    [0] An order has ten scans at most.
   *[other] If there are more pages, send the next one.
}
scans-file = Order No. { $number }, scan { $scan }
scans-kind = This is neither a PDF nor a photo. Send the scan as PDF, JPEG or PNG.
scans-large = The file is larger than 5 MB. Take a photo of the page or compress the PDF and send it again.
scans-many = The order has ten scans already. Remove one before you attach another.
scans-unsigned = Enter the number and date of the signed order first, then attach the scan.
scans-coded = In this school names do not pass through the messenger, so scans of orders are not taken here. Keep them on the server or among the school’s papers.

# Бумажные согласия: бланки и их возврат.

sections-papers = Согласия на бумаге
papers-title = <b>Бумажные согласия родителей</b> · не хватает: { $count }
papers-how = Выберите класс: напечатайте бланки, а когда подписанные вернутся, отметьте их — по одному или сразу все.
papers-all-there = ✅ Все бумаги на месте.
papers-class = { $name }: { $count }
papers-no-class = Без класса
papers-class-title =
    <b>Согласия · { $name }</b>
    Здесь те, чья бумага ещё не вернулась.
papers-blanks = Бланки (DOCX)
papers-returned-all = Вернулись все
papers-person = <b>{ $name }</b>, { $place }
papers-wanted = • { $capacity ->
    [guardian] Согласия родителя на бумаге ещё нет.
    [assent] Сам ученик ещё не согласился. Если он без телефона, пусть подпишет бланк.
   *[self] Согласия на бумаге нет: его можно дать в боте или подписать бланк.
}
papers-there = • { $capacity ->
    [guardian] Согласие родителя на бумаге уже у вас.
   *[self] Согласие на бумаге уже у вас.
}
papers-blank = Бланк (DOCX)
papers-returned = Бумага вернулась
papers-blank-own = Бланк ученика (DOCX)
papers-returned-own = Вернулась от ученика
papers-back = ‹ К списку
papers-file = Согласия.docx
papers-before-withdrawal = Эта бумага подписана до отзыва согласия и больше не действует. Нужна новая, подписанная после него.
papers-none = Бланки никому не нужны: все бумаги на месте.
papers-noted = ✅ { $count ->
    [one] Отмечено { $count } согласие
    [few] Отмечено { $count } согласия
   *[many] Отмечено { $count } согласий
}.
notice-paper-noted = ✅ Бумажное согласие получено. Что дальше — в /menu.

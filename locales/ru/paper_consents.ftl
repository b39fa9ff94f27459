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
papers-person =
    <b>{ $name }</b>, { $place }
    { $capacity ->
        [guardian] Нужно согласие родителя на бумаге.
       *[self] Согласие взрослого участника можно взять и на бумаге.
    }
papers-blank = Бланк (DOCX)
papers-returned = Бумага вернулась
papers-back = ‹ К списку
papers-file = Согласия.docx
papers-none = Бланки никому не нужны: все бумаги на месте.
papers-noted = ✅ { $count ->
    [one] Отмечено { $count } согласие
    [few] Отмечено { $count } согласия
   *[many] Отмечено { $count } согласий
}.
notice-paper-noted = ✅ Бумажное согласие получено. Что дальше — в /menu.

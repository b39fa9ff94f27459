# Пары, которые работали до бота: списком или по одной.

existing-section = Внести действующие пары
existing-title =
    <b>Действующие пары</b>

    Если пары уже работают, внесите их: таблицей сразу все или по одной. Тех, кого в школе ещё нет, я добавлю.
existing-by-list = Таблица XLSX
existing-by-hand = Одна пара вручную
existing-by-hand-again = Ещё одна пара
existing-blank = Пустой бланк
existing-blank-file = Действующие пары
existing-preview =
    ✅ Список прочитан. Пар и групп: { $count }, новых людей: { $newcomers }.

    Пары с номером и датой приказа начнут работу сразу, остальные будут ждать приказа.
existing-bring-in = Внести ({ $count })
existing-done = { $count ->
    [one] ✅ Внесена { $count } пара.
    [few] ✅ Внесены { $count } пары.
   *[many] ✅ Внесено { $count } пар.
}
existing-problems = { $count ->
    [one] ⚠️ В списке { $count } ошибка, ничего не внесено.
    [few] ⚠️ В списке { $count } ошибки, ничего не внесено.
   *[many] ⚠️ В списке { $count } ошибок, ничего не внесено.
}
existing-send-again = Исправьте и пришлите файл снова.
existing-gone = Файл больше не доступен. Пришлите его ещё раз.
existing-changed-meanwhile = Тем временем данные изменились, и список больше не подходит. Пришлите файл ещё раз.
existing-row = Строка { $row }: { $text }
existing-snag-form_not_run = Эта форма наставничества в школе не запущена.
existing-snag-namesakes = Таких в школе несколько: { $name }. Добавьте класс или отчество.
existing-snag-same_person = Наставник и наставляемый — один человек: { $name }.
existing-snag-both_sides = В этой форме участвует с другой стороны: { $name }.
existing-snag-has_mentor = Пара уже есть: { $name }.
existing-snag-twice = В списке дважды: { $name }.
existing-snag-half_an_order = У приказа нужны и номер, и дата.
existing-snag-no_class = Не хватает класса: { $name }.
existing-snag-too_many = Слишком много наставляемых у одного наставника: { $name }.

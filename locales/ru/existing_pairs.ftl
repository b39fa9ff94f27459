# Пары, которые работали до бота: списком или по одной.

pairs-existing = Внести действующие пары
pairs-title =
    <b>Действующие пары</b>

    Если пары уже работают, внесите их: таблицей сразу все или по одной. Тех, кого в школе ещё нет, я добавлю.
pairs-by-list = Таблица XLSX
pairs-by-hand = Одна пара вручную
pairs-by-hand-again = Ещё одна пара
pairs-blank = Пустой бланк
pairs-blank-file = Действующие пары
pairs-preview =
    ✅ Список прочитан. Пар и групп: { $count }, новых людей: { $newcomers }.

    Пары с номером и датой приказа начнут работу сразу, остальные будут ждать приказа.
pairs-bring-in = Внести ({ $count })
pairs-done = { $count ->
    [one] ✅ Внесена { $count } пара.
    [few] ✅ Внесены { $count } пары.
   *[many] ✅ Внесено { $count } пар.
}
pairs-problems = { $count ->
    [one] ⚠️ В списке { $count } ошибка, ничего не внесено.
    [few] ⚠️ В списке { $count } ошибки, ничего не внесено.
   *[many] ⚠️ В списке { $count } ошибок, ничего не внесено.
}
pairs-send-again = Исправьте и пришлите файл снова.
pairs-gone = Файл больше не доступен. Пришлите его ещё раз.
pairs-changed-meanwhile = Тем временем данные изменились, и список больше не подходит. Пришлите файл ещё раз.
pairs-row = Строка { $row }: { $text }
pairs-snag-form_not_run = Эта форма наставничества в школе не запущена.
pairs-snag-namesakes = Таких в школе несколько: { $name }. Добавьте класс или отчество.
pairs-snag-same_person = Наставник и наставляемый — один человек: { $name }.
pairs-snag-both_sides = В этой форме участвует с другой стороны: { $name }.
pairs-snag-has_mentor = Пара уже есть: { $name }.
pairs-snag-twice = В списке дважды: { $name }.
pairs-snag-half_an_order = У приказа нужны и номер, и дата.
pairs-snag-no_class = Не хватает класса: { $name }.
pairs-snag-too_many = Слишком много наставляемых у одного наставника: { $name }.

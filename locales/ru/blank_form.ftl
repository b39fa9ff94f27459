# Бланк анкеты для заполнения ручкой.

blank-how = Отвечайте ручкой, разборчиво. Подходящий ответ отметьте крестиком. Не указывайте диагнозы, адреса, телефоны. Готовый лист отдайте куратору или классному руководителю: ответы внесут в программу.
blank-star = Вопросы со звёздочкой (*) обязательны, остальные можно пропустить.
blank-nobody = Код (или фамилия и имя, класс):
blank-page = { $page } из { $pages }
blank-several = Можно выбрать несколько.
blank-low = низший балл
blank-high = высший балл
# Буквы – клетки для цифр.
blank-date = ДД.ММ.ГГГГ
blank-time = ЧЧ:ММ
blank-quoted = «{ $text }»
blank-or = {" "}или{" "}
blank-and = {" "}и{" "}
blank-if = Отвечайте, если { $condition }.
blank-if-fits = Отвечайте, если вопрос вам подходит.
blank-if-ticked = в вопросе { $number } отмечено { $options }
blank-if-answered = вы ответили на вопрос { $number }
blank-if-number = в вопросе { $number } отмечено { $sign ->
    [least] { $value } или больше
    [most] { $value } или меньше
    [more] больше { $value }
    [less] меньше { $value }
   *[exactly] { $value }
}

# Слова, которые нужны всем: дни, главный экран, анкета, отказы, неудачи.

weekday-short = { $weekday ->
    [1] пн
    [2] вт
    [3] ср
    [4] чт
    [5] пт
    [6] сб
   *[7] вс
}
month-of = { $month ->
    [1] января
    [2] февраля
    [3] марта
    [4] апреля
    [5] мая
    [6] июня
    [7] июля
    [8] августа
    [9] сентября
    [10] октября
    [11] ноября
   *[12] декабря
}
month-name = { $month ->
    [1] январь
    [2] февраль
    [3] март
    [4] апрель
    [5] май
    [6] июнь
    [7] июль
    [8] август
    [9] сентябрь
    [10] октябрь
    [11] ноябрь
   *[12] декабрь
}
month-short = { $month ->
    [1] янв
    [2] фев
    [3] мар
    [4] апр
    [5] май
    [6] июн
    [7] июл
    [8] авг
    [9] сен
    [10] окт
    [11] ноя
   *[12] дек
}
month-title = { month-name } { $year }
day-long = { weekday-short } { $day } { month-of }
date-long = { $day } { month-of } { $year }

to-home = ‹ В начало
home-empty = Здравствуйте! Это бот школьной программы наставничества. Чтобы войти, нужна ссылка или личный код от куратора школы.
leftover-text = Я не понял это сообщение. Нажмите кнопку ниже или откройте /menu.
stale-screen = Этот экран устарел — открыл свежий.
stale-question = Это прежний вопрос. Показываю тот, что сейчас.
trouble-ours = Не получилось, это наша ошибка. Ваши ответы сохранены. Попробуйте ещё раз.

refused-not-yours = Это не ваше или этого уже нет. Откройте /menu.
link-unknown = Эта ссылка не подходит: она закрыта, уже использована или в ней опечатка. Попросите у куратора новую.

form-title = <b>{ $form }</b>
form-part = <b>{ $form }</b> · часть { $part } из { $parts }: { $name }
form-question = { $text }
form-hint = <i>{ $text }</i>
form-answered = Записал: { $text }
form-problem = { $text }
form-back = ‹ Назад
form-skip = Пропустить
form-later = Позже
form-cancel = Отмена
form-next = Дальше
form-done = Готово ({ $count })
form-keep = Оставить: { $answer }
form-to-review = ‹ К проверке
form-kept = Всё сохранено.
answer-with-text = Здесь нужен текст или кнопка: картинки, голос и файлы я не читаю. Вот вопрос ещё раз.
answer-no-command = Такой команды нет. Вот вопрос ещё раз; меню — /menu.

review-title = <b>{ $form }</b> · проверьте и отправьте
review-line = { $number }. { $question }
review-answer = <b>{ $answer }</b>
review-skipped = — пропущено
review-send = Отправить
review-typed = Чтобы изменить ответ, нажмите кнопку с его номером.

resume-text =
    ⏳ <b>{ $form }</b>
    Вы остановились на вопросе «{ $question }»: ответов { $answered }, { $left ->
        [one] остался { $left }
       *[other] осталось { $left }
    }.
resume-ready =
    ⏳ <b>{ $form }</b>
    Ответы готовы: проверьте их и отправьте.
resume-go-on = Продолжить
resume-go-on-named = Продолжить: { $form }
resume-anew = Начать заново

picker-earlier = ‹ Раньше
picker-later = Позже ›

# Почему ответ не подошёл (mentoring/questionnaire_items.py)
answer-empty = Ответ пуст. Напишите несколько слов или нажмите кнопку.
text-too-long = Слишком длинно: { $length } знаков, а помещается { $limit }. Сократите, пожалуйста.
not-a-number = Тут нужно число. Например: 8
not-a-whole-number = Тут нужно целое число, без запятой. Например: 8
number-out-of-range = Тут нужно число от { $min } до { $max }.
not-a-date = Такой даты нет или я её не понял. Нажмите кнопку или напишите, например: 12.05.2013
not-a-time = Тут нужно время. Нажмите кнопку или напишите, например: 15:00
not-an-option = Такого варианта нет. Выберите кнопкой.
choose-at-least-one = Отметьте хотя бы один вариант.
answer-not-accepted = Так не получится: посмотрите подсказку под вопросом.
nothing-to-answer = Тут не нужно отвечать, нажмите кнопку.
answer-required = На этот вопрос нужен ответ.

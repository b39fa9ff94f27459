# Входной замер: анкета о себе, оценки взрослых, показатели форм, уровни по кодам.

baseline-panel = 📏 Короткий замер: минута о том, как дела сейчас. В конце программы сравним. На подбор пары это не влияет.
baseline-fill = Ответить: как дела сейчас
baseline-thanks = ✅ Спасибо, замер сохранён. В конце программы сравним.
baseline-no-consent = Сначала нужно собрать согласие на участие.
notice-baseline = Осталась короткая анкета: как дела сейчас. Это минута, почти всё нажатиями. В конце программы ответы сравним с новыми. На подбор пары они не влияют.

baseline-section = Входной замер
baseline-title =
    <b>Входной замер</b>
    То же самое спросим в конце программы и сравним. Подбор пар замера не ждёт. Среди педагогов отвечают и наставники.
baseline-form = <b>{ $form }</b> · замер: { $count ->
    [one] { $count } человек
    [few] { $count } человека
   *[other] { $count } человек
}
baseline-share = { $source ->
    [self] Сами ответили: { $done } из { $everyone }
    [class_teacher] Оценки классных руководителей: { $done } из { $everyone }
   *[methodist] Оценки методиста: { $done } из { $everyone }
}
baseline-sheet = Показатели формы: { $entered } из { $lines }
baseline-level = { $parameter ->
    [anxiety] Тревожность
   *[burnout] Профессиональное выгорание
}
baseline-level-person = { $parameter ->
    [anxiety] тревожность
   *[burnout] выгорание
}
baseline-totals = { $parameter } (психолог): низкий — { $low }, средний — { $middle }, высокий — { $high }
baseline-few = { $parameter } (психолог): внесено { $measured }. Итоги видны, когда измерены пятеро или больше.
baseline-none = Программа ещё не открыта: замерять некого.
baseline-missing = { $source ->
    [self] Кто не ответил сам
    [class_teacher] О ком нет оценок классных руководителей
   *[methodist] О ком нет оценок методиста
}
baseline-missing-title = { $source ->
    [self] <b>Не ответили сами</b>
    [class_teacher] <b>Нет оценок классных руководителей</b>
   *[methodist] <b>Нет оценок методиста</b>
}
baseline-missing-nobody = Замер полон: не хватает только тех, чьё согласие ещё не собрано.
baseline-enter = Показатели: { $form }
baseline-remind = Напомнить о замере
baseline-reminded = { $count ->
    [0] Новых сообщений нет: каждому напоминаем один раз.
    [one] ✅ Напомнил { $count } человеку.
   *[other] ✅ Напомнил { $count } людям.
}
baseline-kept = ✅ Показатели сохранены.

levels-panel = 📏 Уровни по кодам: внесено { $done } из { $everyone }.
levels-open = Внести уровни · { $done } из { $everyone }
levels-look = Уровни по кодам
levels-title =
    <b>Уровни по кодам</b>
    Внесено { $done } из { $everyone }. Здесь только те, кто согласился на психологическое измерение. Вносится лишь уровень. Его видят психологи, а сам участник и его родители — в выгрузке своих данных; куратор видит только итог по пяти и более.
levels-none = Пока нет никого с полным согласием на психологическое измерение.
levels-code = { $code } · { $parameter } · { $level ->
    [0] —
    [1] низкий
    [2] средний
   *[3] высокий
}
levels-ask = <b>{ $code }</b> · { $parameter }
    Какой уровень?
levels-choose = { $level ->
    [1] Низкий
    [2] Средний
   *[3] Высокий
}
levels-kept = ✅ { $code }: уровень сохранён.

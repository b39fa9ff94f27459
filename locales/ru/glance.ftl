# Пары по неделям картинкой, страница пары.

glance-title = { $count ->
    [1] Пары по неделям
   *[other] Пары по неделям: { $first }–{ $last } из { $count }
}
glance-form = { $form ->
    [pupil_pupil] Ученик – ученик
    [teacher_teacher] Учитель – учитель
    [teacher_pupil] Учитель – ученик
    [student_pupil] Студент – ученик
   *[employer_pupil] Работодатель – ученик
}
glance-mark = { $mark ->
    [held] состоялась
    [missed] не состоялась
    [silent] тишина
    [planned] назначена
    [open] не отмечена
    [cancelled] отменена
   *[away] пауза наставника
}
glance-counts =
    <b>Пары: { $pairs }</b>{ $silent ->
        [0] {""}
       *[other] {" "}· молчат: { $silent }
    }
    Встречи за эти недели: состоялось { $held }, не состоялось { $missed }, отменено { $cancelled }, назначено или не отмечено { $planned }.
glance-drawing = Рисую…
glance-open = Открыть пару по её номеру на картинке:
glance-list = Списком
glance-picture = Картинкой по неделям

pair-title = <b>{ $who }</b>
pair-since = { glance-form }{ $day ->
    [none] {""}
   *[other] {" "}· вместе с { $day }
}
pair-member = • { $who }{ $state ->
    [active] {""}
    [offered] {" "}— ждём ответа
    [accepted] {" "}— ждём приказа
    [frozen] {" "}— приостановлено
    [ended] {" "}— завершено
   *[other] {" "}— не сложилось
}
pair-line = <b>{ $day }</b> { $text }
pair-words = <i>{ $text }</i>
pair-nothing = Пока ничего не произошло.
pair-proposed = Предложена пара: { $who }
pair-answered = { $who }: { $what ->
    [accepted] согласие
    [declined] отказ
    [lapsed] нет ответа в срок
   *[other] предложение отозвано
}
pair-ordered = 📄 Приказ № { $number }
pair-contact = Назначена первая встреча: { $when }
pair-meeting = { $state ->
    [held] ✅ { pair-meeting-kind } · { $minutes } мин{ pair-meeting-result }
    [missed] ✖️ { pair-meeting-kind } — не состоялась
    [cancelled] { pair-meeting-kind } — отменена
   *[planned] 🗓 { pair-meeting-kind }, { $time }
}
pair-meeting-kind = { $kind ->
    [first] Знакомство
    [trial] Пробная встреча
    [planning] Планирование
    [closing] Заключительная встреча
   *[regular] Встреча
}
pair-meeting-result = { $result ->
    [good] {" "}· получилось
    [partly] {" "}· частично
    [stuck] {" "}· застряли
   *[none] {""}
}
pair-moved = { $what ->
    [moved] Перенос: { $was } → { $now }
   *[cancelled] Отмена встречи: { $was }
}{ $who ->
    [none] {""}
   *[other] {" "}· { $who }
}{ $reason ->
    [ill] {" "}(болезнь)
    [busy] {" "}(учёба, работа)
    [late] {" "}(не успели)
    [other] {" "}(другая причина)
   *[none] {""}
}
pair-plan = { $what ->
    [ready] План готов
    [goal] В плане новая цель
    [ticked] Отмечено сделанным: { $task }
    [mark] План, { $mark ->
        [done] выполнено
        [partly] выполнено частично
        [not] не выполнено
       *[none] отметка снята
    }: { $task }
   *[signed] План подписан
}{ $who ->
    [none] {""}
   *[other] {" "}· { $who }
}
pair-feedback = Обратная связь: { $who }
pair-rated = Оценка { $mark } из 10: { $who }
pair-signal = ⚠️ { $who }: { $what ->
    [no_contact] с наставником ещё не связались
    [no_answer] вторая сторона не отвечает
    [change_pair] хочет сменить пару
   *[other] нужна помощь куратора
}
pair-step = { $what ->
    [nudged] Напомнили: { $who }
    [called] Поговорили
    [put_off] Отложено
   *[done] Отмечено: сделано
}
pair-nudged = Напоминание о встрече: { $who }
pair-paused = ⏸ Пауза наставника до { $until }{ $reason ->
    [study] {" "}(много учёбы или работы)
    [trip] {" "}(отъезд)
    [personal] {" "}(личные обстоятельства)
   *[none] {""}
}
pair-back = Пауза наставника закончилась
pair-asked = ⚠️ { $who }: { $what ->
    [change] просит другую пару
    [end] просит завершить пару
   *[leave] отказ от функции наставника
}{ $reason ->
    [none] {""}
   *[other] {" "}({ partings-reason })
}
pair-settled = Просьба ({ $who }): { $what ->
    [agreed] пара закрыта
    [kept] поговорили, пара продолжает
   *[other] просьбу забрали
}
pair-frozen = Пара приостановлена: { $who }
pair-ended = Пара завершена: { $who } ({ $what ->
    [request] по просьбе стороны
    [goals] цели достигнуты
    [not_worked] не сложилось
    [left] выбытие
    [circumstances] обстоятельства
    [worker] ст. 351.8 ТК РФ
    [withdrawn] отозвано согласие
    [removed] исключение из списка
   *[other] другое
})
pair-needs-help = ⚠️ Нужна помощь: { $why }
pair-help = { $prepared ->
    [nudge_mentor] Готовое напоминание наставнику
    [nudge_mentee] Готовое сообщение наставляемому
    [talk] Позвонить или поговорить
    [change] Заменить пару
   *[look] Что можно сделать
}
pair-more = Ещё
pair-more-title = <b>{ $who }</b>

    Что сделать?
pair-earlier = Раньше ›
pair-newest = ‹ К последнему
pair-list = ‹ К списку

pairs-which-silent = Молчат: { $count }
pairs-find = Найти
pairs-find-again = Искать ещё
pairs-all = ‹ Все пары
pairs-found = <b>Нашлись пары</b>
pairs-found-none = Таких пар сейчас нет.
pairs-found-more =

    Нашлось больше. Наберите имя полнее.

# Как договариваются о встречах: о чём встреча, место, повтор, другое время, причина переноса, приглашение куратора.

meeting-brief-first =
    <b>Зачем:</b> познакомиться и обсудить запрос
    <b>Что делаем:</b> договариваемся о правилах, времени и месте
    <b>Итог:</b> оба готовы продолжать, назначена следующая встреча
meeting-brief-trial =
    <b>Зачем:</b> попробовать работать вместе
    <b>Что делаем:</b> решаем одну небольшую задачу
    <b>Итог:</b> первый результат; понятно, подходите ли вы друг другу
meeting-brief-planning =
    <b>Зачем:</b> договориться о цели
    <b>Что делаем:</b> намечаем шаги, сроки и число встреч
    <b>Итог:</b> цель и план записаны
meeting-brief-regular =
    <b>Зачем:</b> сделать следующий шаг по плану
    <b>Что делаем:</b> что изменилось, работа, подведение итога
    <b>Итог:</b> видно продвижение, названа цель следующей встречи
meeting-brief-closing =
    <b>Зачем:</b> подвести итоги
    <b>Что делаем:</b> сверяем результат с целью, называем, чему научились
    <b>Итог:</b> решено, продолжать ли работу

meeting-agenda-button = О чём встреча
meeting-agenda-note = { $side ->
    [mentor] Сколько она продлится?
   *[mentee] Обычно она длится { $minutes } минут.
}
meeting-length = { $minutes } мин
meeting-lasts = { $minutes } мин
meeting-make-closing = Сделать заключительной
meeting-make-regular = Сделать обычной рабочей
meeting-closing-soon = Программа скоро завершается: предлагаю заключительную встречу.

meeting-join = Подключиться
meeting-online = Онлайн, по ссылке
meeting-online-more = Онлайн, по ссылке · { $words }
meeting-place-ask = Где встречаетесь? Или впишите своё: кабинет, адрес, ссылку на встречу онлайн.
meeting-place-own = Вписать
meeting-place-school = В школе
meeting-place-library = В школьной библиотеке
meeting-place-workplace = На предприятии

meeting-is-moved = ✅ Встреча перенесена: { $when }. { $count ->
    [one] Наставляемому придёт сообщение.
   *[other] Наставляемым придёт сообщение.
}
meeting-why =
    { $done }

    Почему? <i>Увидит только куратор. Можно не отвечать.</i>
meeting-reason-ill = Болезнь
meeting-reason-busy = Учёба, работа
meeting-reason-late = Не успели
meeting-reason-other = Другое
meeting-reason-none = Без причины
meeting-to-pair = К встречам
meeting-log-late = Отметить: { $when }

meeting-curator = { $comes ->
    [yes] 👤 Куратор придёт
    [no] 👤 Куратор не сможет, встреча состоится без него
   *[asked] 👤 Куратор приглашён, ответа ещё нет
}

rhythm-open = Повторять
rhythm-line = 🔁 { $weeks ->
    [1] Каждую неделю
   *[2] Раз в две недели
}, до { $until }
rhythm-title = <b>Повтор встреч</b> · { $who }
rhythm-none = Ближайшая встреча — { $when }. Как часто повторять?
rhythm-how-long = { $weeks ->
    [1] Каждую неделю: { $when }.
   *[2] Раз в две недели: { $when }.
} До какого времени?
rhythm-now = { $weeks ->
    [1] Каждую неделю
   *[2] Раз в две недели
}: { $when }. До { $until }.
rhythm-ahead = Потом: { $days }.
rhythm-rule = <i>Следующую встречу я назначу, когда пройдёт предыдущая. Каникулы, паузу наставника и занятые часы пропущу. Перенос одной встречи не сдвинет остальные.</i>
rhythm-on-day = { $weekday ->
    [1] по понедельникам
    [2] по вторникам
    [3] по средам
    [4] по четвергам
    [5] по пятницам
    [6] по субботам
   *[7] по воскресеньям
} в { $time }
rhythm-weekly = Каждую неделю
rhythm-fortnightly = Раз в две недели
rhythm-to-end = До конца программы
rhythm-for-weeks = { $weeks ->
    [one] { $weeks } неделю
    [few] { $weeks } недели
   *[many] { $weeks } недель
}
rhythm-change = Изменить
rhythm-stop = Остановить повтор
rhythm-set = ✅ Готово: встречи будут повторяться. { $count ->
    [one] Наставляемому придёт сообщение.
   *[other] Наставляемым придёт сообщение.
}
rhythm-stopped = Повтор остановлен. Назначенная встреча остаётся.
rhythm-refused-no-meeting = Сначала назначьте ближайшую встречу, потом её можно повторять.
rhythm-refused-running = Повтор уже включён с другого телефона. Откройте /menu.

proposal-ask = Предложить другое время
proposal-when = Когда встретимся?
proposal-title = Встреча · <b>{ $who }</b>
proposal-choose = Какое время вам удобно? Наставник увидит и ответит.
proposal-dont-know = Пусть выберет наставник
proposal-sent = ✅ Отправил наставнику. Когда ответит, я напишу.
proposal-own = 🕓 Вы предложили: { $when }. Наставник ещё не ответил.
proposal-waits = 🕓 { $who }: предлагает { $when }
proposal-agree = Согласиться
proposal-agree-to = Согласиться: { $when }
proposal-keep = Оставить как есть
proposal-agreed = ✅ Договорились: { $when }. Все получат сообщение.
proposal-kept = Передал: время прежнее.
proposal-refused-over = На это предложение уже ответили, или встреча изменилась.
proposal-refused-same = Встреча и так назначена на это время.

notice-proposal = { $planned ->
    [yes] <b>{ $who }</b> предлагает другое время: <b>{ $when }</b>. Сейчас назначено: { $was }.
   *[no] <b>{ $who }</b> предлагает встретиться: <b>{ $when }</b>.
}
notice-proposal-kept = { $planned ->
    [yes] Наставник оставил прежнее время: <b>{ $was }</b>. Если не получается прийти, отметьте «Не смогу».
   *[no] Наставник пока не назначил встречу на это время. Когда выберет время, я напишу.
}
notice-meeting-place = Встреча { $when }: новое место.
notice-meeting-closing =
    Встреча { $when } будет заключительной.
    { $kind } · { $who }
notice-meeting-repeats = Встречи ({ $who }) теперь повторяются: { $weeks ->
    [1] каждую неделю
   *[2] раз в две недели
}, { $when }, до { $until }. Перед каждой я напомню.
notice-meeting-skipped = Встречи { $when } ({ $who }) не будет. Следующая: <b>{ $next }</b>
meeting-goes-on = Остальные приглашены, встреча остаётся в силе.

notice-visit-asked =
    Приглашение на встречу пары: <b>{ $when }</b>
    { $kind } · { $mentor } — { $mentees }
    <i>Если не сможете, встреча состоится без вас.</i>
notice-visit-moved =
    Встреча пары, на которую вы обещали прийти, перенесена: <b>{ $when }</b>
    { $kind } · { $mentor } — { $mentees }
notice-visit-off = Встреча пары { $when } отменена: { $mentor } — { $mentees }
notice-visit-day = Напоминаю: { $when } вы на встрече пары · { $mentor } — { $mentees }
notice-visit-hour = Скоро встреча пары: { $when } · { $mentor } — { $mentees }
visit-panel = 👤 Встречи пар, куда вас приглашают: { $count }
visit-list = Встречи пар с куратором
visit-title = <b>Встречи пар с куратором</b>
visit-none = Впереди таких встреч нет.
visit-line =
    {""}
    <b>{ $number }.</b> { $when } · { $kind }
    { $mentor } — { $mentees } · { $comes ->
        [yes] вы будете
       *[asked] вы приглашены
    }
visit-one =
    <b>{ $kind }</b>
    🗓 { $when }
    { $mentor } — { $mentees }
visit-noted-yes = ✅ Записал: вы будете. Наставник это видит.
visit-noted-no = Записал: вас не будет. Встреча состоится без вас.
visit-refused-taken = На эту встречу уже идёт другой куратор.
visit-refused-over = Эта встреча уже прошла, отменена или больше не для куратора.

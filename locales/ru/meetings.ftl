# Встречи пар, напоминания, обратная связь; взгляд куратора на пары.

meeting-kind-first = Первая встреча — знакомство
meeting-kind-trial = Вторая встреча — пробная рабочая
meeting-kind-planning = Третья встреча — планирование
meeting-kind-regular = Рабочая встреча
meeting-kind-closing = Заключительная встреча

meeting-agenda-first =
    1. Рассказать о себе: интересы, что получается, что нет
    2. Наставляемый своими словами говорит, чего хочет
    3. Договориться: как общаемся, что остаётся между нами, когда и где встречаемся
    4. Назначить следующую встречу
    Приглашён куратор. 30–60 минут.
meeting-agenda-trial =
    1. Выбрать одну небольшую задачу
    2. Решить её вместе
    3. Обсудить: что помогало, что мешало, удобно ли вам вместе
    Если не подошло, куратор спокойно подберёт другую пару. Около часа.
meeting-agenda-planning =
    1. Назвать цель: что изменится и к какому сроку
    2. Разбить её на шаги с датами
    3. Решить, сколько встреч нужно и как часто
    4. Записать план и подписать его
    Приглашён куратор. Около часа.
meeting-agenda-regular =
    1. Что изменилось с прошлого раза
    2. Работа по плану
    3. Что получилось, что трудно
    4. Цель и день следующей встречи
    Около часа.
meeting-agenda-closing =
    1. Сверить результат с целью
    2. Назвать, чему научились оба
    3. Поблагодарить друг друга
    4. Решить, продолжать ли, и ответить на итоговые анкеты
    Приглашён куратор. Около часа.

meeting-time-short = { weekday-short } { $day } { month-short }, { $time }
meeting-day-short = { $day } { month-short }
meeting-today = сегодня в { $time }
meeting-tomorrow = завтра в { $time }
meeting-head = <b>{ $kind }</b> · { $who }
meeting-when = 🗓 { $when }
meeting-where = Место: { $place }
meeting-is-at = Сейчас назначена: { $when }
meeting-when-ask = Когда?
meeting-which-day = Какой день?
meeting-which-hour = { $day }. В котором часу?
meeting-none-yet =
    Ваш наставник: <b>{ $who }</b>

    Следующая встреча ещё не назначена. Когда наставник выберет время, я сразу напишу.
meeting-comes = ✅ Будет: { $who }
meeting-comes-not = ⚠️ Не сможет: { $who }

meeting-set = Назначить встречу
meeting-other-day = Другой день
meeting-closing = Это заключительная встреча
meeting-not-closing = Это обычная встреча
meeting-move = Перенести
meeting-call-off = Отменить встречу
meeting-place = Место
meeting-to-calendar = В календарь
meeting-past = Прошлые встречи
meeting-will-come = Буду
meeting-will-not = Не смогу
meeting-happened = Состоялась
meeting-moved = Перенесли
meeting-absent = Не пришёл
meeting-yes = Да
meeting-no = Нет
meeting-note = Заметка

meeting-is-set = ✅ Встреча назначена. { $count ->
    [one] Наставляемому придёт сообщение, обоим — напоминания.
   *[other] Наставляемым придёт сообщение, всем — напоминания.
}
meeting-is-off = Встреча отменена. { $count ->
    [one] Наставляемому придёт сообщение.
   *[other] Наставляемым придёт сообщение.
}
meeting-move-or-off =
    Встреча { $when } · { $who }

    Перенести её или отменить?
meeting-noted = Записал
meeting-noted-yes = ✅ Записал: вы будете.
meeting-noted-no = Записал: вы не сможете. Я передам наставнику, он предложит другое время.
meeting-noted-move = Передам наставнику, что вы просите другое время.
meeting-and-more = { $who } и ещё { $more }
meeting-written = ✅ Записал.
meeting-thanks = Спасибо за ответ.

meeting-how = Встреча { $when } · { $who } — как прошла?
meeting-took-place =
    { $group ->
        [yes] Вы были на встрече { $when } · { $who }?
       *[no] Встреча { $when } · { $who } — состоялась?
    }
    <i>Ответ увидит только куратор.</i>
meeting-logged-held =
    Записал: { $minutes ->
        [60] 1 час
        [90] 1,5 часа
       *[other] { $minutes } мин
    }, { $result }.
meeting-logged-missed = Записал: встречи не было.
meeting-logged-next =
    { $logged }

    Следующая — { $when }?
meeting-result-good = получилось
meeting-result-partly = частично
meeting-result-stuck = застряли
meeting-result-none = без отметки о результате

meeting-past-title = <b>Прошлые встречи</b> · { $who }
meeting-past-none = Встреч ещё не было.
meeting-past-held = ✅ { $when } · { $minutes } мин
meeting-past-missed = ⚠️ { $when } · не состоялась
meeting-past-note = <i>{ $note }</i>

meeting-calendar-title = { $kind }: { $who }
meeting-calendar-caption = Откройте файл, чтобы добавить встречу в календарь телефона.

meeting-panel-mentor =
    { $count ->
        [one] Ваш наставляемый
       *[other] Ваши наставляемые
    }: <b>{ $who }</b>
    { $state ->
        [set] Встреча: <b>{ $when }</b>
        [over] ⏳ Отметьте, как прошла встреча { $when }
       *[none] Встреча не назначена
    }
meeting-panel-mentor-button =
    { $state ->
        [set] { $who }: { $when }
        [over] { $who }: как прошла встреча?
       *[none] { $who }: назначить встречу
    }
meeting-panel-mentee =
    Ваш наставник: <b>{ $who }</b>
    { $state ->
        [set] Встреча: <b>{ $when }</b>
        [over] Встреча была { $when }
       *[none] Встреча ещё не назначена
    }
meeting-panel-mentee-button =
    { $state ->
        [set] Встреча { $when }
        [over] Состоялась ли встреча?
       *[none] Встречи с наставником
    }

meeting-refused-past = Это время уже прошло. Выберите другое.
meeting-refused-after-end = В этот день программа уже закончится. Выберите день раньше.
meeting-refused-planned-already = Встреча уже назначена с другого телефона. Откройте /menu.
meeting-refused-not-planned = Эта встреча уже отмечена или отменена. Откройте /menu.
meeting-refused-changed = Встреча изменилась — показываю, как сейчас.
meeting-refused-logged = Эта встреча уже записана.

notice-meeting-set =
    Назначена встреча: <b>{ $when }</b>
    { $kind } · { $who }
notice-meeting-moved =
    Встреча перенесена. Новое время: <b>{ $when }</b>
    { $kind } · { $who }
notice-meeting-called-off = Встреча { $when } ({ $who }) отменена. О новом времени я напишу.
notice-meeting-day = Напоминаю: { $when } встреча · <b>{ $who }</b>
notice-meeting-hour = Скоро встреча: { $when } · <b>{ $who }</b>
notice-meeting-cannot = ⚠️ На встречу { $when } не сможет прийти: <b>{ $who }</b>
notice-meeting-asked-to-move = Просьба перенести встречу { $when }: <b>{ $who }</b>
notice-meeting-nudge = Куратор напоминает: не назначена следующая встреча ({ $who }). Это два нажатия.

notice-feedback =
    { $again ->
        [0] Как идёт ваша работа ({ $who })? Девять коротких вопросов, около двух минут.
       *[other] Напоминаю про короткую анкету о вашей работе ({ $who }): около двух минут.
    } { $side ->
        [mentee] Наставник ваших ответов не увидит.
       *[mentor] Наставляемый ваших ответов не увидит.
    }
feedback-answer = Ответить: как идёт работа
feedback-waits = 📎 Вас ждёт короткая анкета о том, как идёт работа.
feedback-thanks = Спасибо. Ответы сохранены, их увидит только куратор.

notice-feedback-asks = <b>{ $who }</b> — из промежуточной анкеты:
feedback-asks-change-pair = ⚠️ хочет сменить пару
feedback-asks-curator-help = ⚠️ нужна помощь куратора

notice-person-unreachable = ⚠️ Недоступен: <b>{ $who }</b>. Сообщения в чат больше не приходят: бот заблокирован или аккаунт удалён. Стоит позвонить.
notice-for = 👤 Для: { $who }
notice-answer-for = Ответить: { $who }

pairs-section = Пары и встречи
pairs-title = <b>Пары и встречи</b>
pairs-none = <b>Пары и встречи</b>

    Здесь пока никого.
pairs-which-all = Все: { $count }
pairs-which-without = Без встреч: { $count }
pairs-which-disputed = Расхождения: { $count }
pairs-line =
    {""}
    <b>{ $number }.</b> { $mentor } — { $mentees }
    { $state ->
        [set] { $next }
        [over] ⏳ не отмечена: { $next }
       *[none] встреча не назначена
    } · было { $held }{ $disputed ->
        [0] {""}
       *[other] {" "}· ⚠️ ответы разошлись
    }
pairs-first-page = ‹ В начало списка
pairs-next-page = Дальше ›
pairs-open = Открыть пару
pairs-card-next = Назначено: { $kind }, { $when }
pairs-card-over = ⏳ Наставник не отметил, как прошла: { $kind }, { $when }
pairs-card-no-next = ⚠️ Следующая встреча не назначена.
pairs-card-away = ⏸ Наставник на паузе, вернётся { $day }.
pairs-disputed-held = ⚠️ наставник: состоялась, наставляемый: нет
pairs-disputed-missed = ⚠️ наставник: не состоялась, наставляемый: была
pairs-settle-held = Была { $day }
pairs-settle-missed = Не было { $day }
pairs-settled = ✅ Записал, расхождения больше нет.
pairs-settled-line = <i>записано по вашему решению</i>
pairs-refused-settled = В этом уже разобрались.
pairs-feedback-change-pair = ⚠️ { $who }: хочет сменить пару
pairs-feedback-curator-help = ⚠️ { $who }: нужна помощь куратора
pairs-feedback-obstacles = { $who }, что мешает: <i>{ $text }</i>
pairs-nudge = Напомнить наставнику
pairs-nudged = Напоминание отправлено.
pairs-refused-planned = Встреча уже назначена, напоминать не нужно.
pairs-refused-away = Наставник на паузе, напоминать не нужно.
pairs-refused-nudged = Сегодня вы уже напоминали.

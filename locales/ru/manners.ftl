# Уведомления: что выключается, сводка куратора, кому позвонить, школьный календарь.

digest-title = <b>☀️ Сводка за день</b>
missed-title = <b>Пока вас не было</b>
digest-one = ☀️ Сводка за день
missed-one = Пока вас не было
digest-line = { $kind ->
    [newcomers] Хотят в программу
    [guardians-waiting] Родители ждут подтверждения
    [papers-wanted] Нужны бумажные согласия
    [paper-noted] Бумажное согласие получено
    [offers-accepted] Пары согласны, нужен приказ
    [offer-declined] Отказались от пары
    [offer-returned] Не ответили о паре в срок
    [offer] Предложена пара
    [offer-reminder] Ждём ответа о паре
    [acts-made] Акты об уничтожении данных
    [came-back] Передумали отзывать согласие
    [feedback-asks] Просьбы из промежуточных анкет
    [feedback] Промежуточная анкета
    [final-asked] Итоговая анкета
    [baseline] Короткая анкета
    [parting-taken-back] Просьба о паре снята
    [pause-set] Наставник на паузе
    [place-answered] Ответы, возьмут ли ещё одного
    [case-step] Поиск пары: что сделано
    [gathering-over] Отметить групповую встречу
    [gathering-set] Групповая встреча
    [roadmap-soon] Скоро срок по дорожной карте
    [roadmap-late] Просрочено по дорожной карте
    [person-unreachable] Позвонить: бот не дозвался
    [letter] Письма
    [letter-answer] Ответ куратора
    [meeting-set] Назначена встреча
    [meeting-moved] Встреча перенесена
    [meeting-called-off] Встреча отменена
    [meeting-how] Как прошла встреча
    [meeting-how-again] Отметить встречу
    [pair-active] Пара начала работу
    [pair-ended] Пара завершена
    [rating-alarm] Оценки в парах: стоит посмотреть
    [first-contact-late] Ещё не договорились о первой встрече
    [pair-signal] Тихо просят помочь с парой
    [admitted] Вас допустили к программе
    [permission-asked] Нужно согласие
    [guardian-answered] Ответ родителя
    [guardians-disagree] Ответы родителей разошлись
    [notes-asked] Рассказать об учениках
    [preferences-asked] С кем хотелось бы работать
    [mentor-report] Отчёт наставника
    [rating] Оценка за месяц
    [rating-again] Оценка за месяц
    [offer-both] Пара согласна
    [offer-over] Пара не сложилась
    [offer-told-guardian] Ребёнку предложена пара
    [offer-guardian] Ребёнок согласился на пару
    [offer-guardian-over] Пара ребёнка не сложилась
    [child-pair-ended] Работа пары ребёнка завершена
    [child-pair-frozen] Работа пары ребёнка приостановлена
    [child-pair-again] Пара ребёнка снова работает
    [child-meeting] Встречи ребёнка
    [first-contact] Назначить первую встречу
    [pair-nudge] Сообщение куратора о паре
    [pair-frozen] Пара приостановлена
    [pair-unfrozen] Пара снова работает
    [match-over] Пары больше нет
    [pact-reminder] Правила пары
    [pact-pace] Как часто встречаться
    [parting-asked] Просят сменить или закончить пару
    [parting-kept] Ответ о вашей паре
    [pause-told] Наставник на паузе
    [pause-back] Наставник вернулся
    [place-asked] Возьмёте ли ещё одного
    [case-plan] Новости о поиске пары
    [case-given] Вам поручили помочь
    [meeting-cannot] Не смогут прийти на встречу
    [meeting-closing] Итоговая встреча
    [meeting-place] Новое место встречи
    [meeting-repeats] Встречи повторяются
    [meeting-took-place] Была ли встреча
    [proposal] Предлагают другое время
    [proposal-kept] Ответ о времени встречи
    [visit-asked] Зовут на встречу пары
    [visit-moved] Встреча пары перенесена
    [visit-off] Встреча пары отменена
    [gathering-moved] Групповая встреча перенесена
    [gathering-off] Групповая встреча отменена
    [gathering-parent] Групповая встреча ребёнка
    [plan-ready] План развития готов
    [plan-news] Новости плана
    [plan-soon] Скоро срок по плану
    [plan-overdue] По плану просрочено
    [broadcast] Объявления
   *[other] Ещё новости
}: { $count }
digest-open = Открыть { $number }
digest-more = И ещё { $count }.
digest-nothing = Этого уже нет: вопрос решён.

calls = Позвонить: { $count }
calls-title =
    <b>Кому позвонить: { $count }</b>

    Сюда попадает тот, до кого бот больше не может дописаться: бот заблокирован или аккаунт удалён. Вернётся сам — задача закроется.
calls-none =
    <b>Кому позвонить</b>

    Все на связи.
calls-row = { $who } · с { $day } { month-of }
calls-card =
    <b>{ $who }</b>
    Нет связи с { $day } { month-of }.
calls-phone = ☎️ Контакт: { $contact }
calls-ask = ☎️ { $who }: { $contact }
calls-no-phone = Номера в боте нет: спросите у классного руководителя.
calls-by-list = Кто это и номер — в вашем бумажном списке, код { $code }.
calls-waits = Ждёт:
calls-what = Дозвонились? Чем закончилось?
calls-outcome = { $outcome ->
    [will_be] Вернётся в бот
    [otherwise] Буду передавать по телефону
   *[leaves] Больше не участвует
}
calls-noted = { $outcome ->
    [will_be] Записал. Если за три дня не вернётся, напомню вам позвонить ещё раз.
    [otherwise] Записал. Сам больше не напомню: всё важное передаёте вы.
   *[leaves] Записал. Чтобы закончить участие, откройте карточку человека в разделе «Люди».
}
calls-over = Звонить уже не нужно: человек вернулся или ему позвонил другой куратор.
calls-next = Ещё ›
calls-back = ‹ Список

switches = 🔔 Уведомления
switches-title =
    <b>🔔 Уведомления</b>

    Нажмите, чтобы включить или выключить.
switches-always = Всегда приходят: приглашения в пару и ответы на них, назначенные и отменённые встречи, согласия, письма и всё о безопасности. Ночью бот молчит, ученикам не пишет и на уроках.
switches-switch = { $on ->
    [yes] 🔔
   *[no] 🔕
} { $switch ->
    [meetings] Напоминания о встречах
    [nudges] Анкеты и напоминания о делах
   *[news] Новости программы
}
switches-digest = ☀️ Сводка за день: { $hour ->
    [stream] сразу, без сводки
   *[other] { $hour }
}
switches-ask-digest =
    <b>☀️ Сводка за день</b>

    Несрочное собираю в одно сообщение к этому времени, в учебные дни. Срочное приходит сразу. Когда присылать?
switches-stream = Сразу, без сводки
switches-turned = { $on ->
    [yes] Включено.
   *[no] Выключено.
}
switches-back = ‹ Уведомления

calls-open = ☎️ Кому позвонить

holidays = 🗓 Каникулы и выходные
holidays-title =
    <b>🗓 Каникулы и выходные</b>

    В эти дни бот не присылает анкет, новостей и напоминаний о делах, а ученикам можно писать и утром: уроков нет. Государственные праздники известны и так. Нажмите ➕, чтобы добавить, ➖ — чтобы убрать.
holidays-none = Пока ничего не добавлено.
holidays-kind = { $kind ->
    [autumn] Осенние каникулы
    [winter] Зимние каникулы
    [spring] Весенние каникулы
    [summer] Летние каникулы
   *[other] Выходные
}
holidays-one = { holidays-kind }: { $first } – { $last }
holidays-day = { holidays-kind }: { $first }
holidays-other = 🗓 Другие дни
holidays-ask-first = С какого дня нет уроков?
holidays-ask-last = С { $day } и по какой день? Если день один, нажмите его ещё раз.
holidays-out = Убрал.
holidays-back = ‹ Каникулы
holidays-backwards = Последний день раньше первого. Выберите ещё раз.
holidays-long = Больше ста дней без уроков не бывает. Выберите ещё раз.
holidays-overlap = Часть этих дней уже отмечена. Сначала уберите прежние.

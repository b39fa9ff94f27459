# Главный экран куратора: что ждёт сегодня.

today-title = <b>Сегодня, { $day }</b> · { $title }
today-stage =
    Этап { $stage } из 7: { $title }
    до { $until }
today-waiting = <b>⏳ Ждут вас</b>
today-nothing = ✅ Сейчас ничего не ждёт.
today-line = • { $text }
today-line-since = • { $text } (с { $day })
today-newcomers = { $count ->
    [one] { $count } новый ждёт допуска
    [few] { $count } новых ждут допуска
   *[many] { $count } новых ждут допуска
}
today-partings-late = ⚠️ <b>{ $count ->
    [one] { $count } просьба о паре без ответа в срок
    [few] { $count } просьбы о парах без ответа в срок
   *[many] { $count } просьб о парах без ответа в срок
}</b>
today-partings = { $count ->
    [one] { $count } просьба о паре
    [few] { $count } просьбы о парах
   *[many] { $count } просьб о парах
}
today-pauses = { $count ->
    [one] { $count } наставник не ответил, вернулся ли с паузы
    [few] { $count } наставника не ответили, вернулись ли с паузы
   *[many] { $count } наставников не ответили, вернулись ли с паузы
}
today-safety = ⚠️ сигнал «Мне неспокойно» сейчас некому получить
today-stuck = 🤝 пары, которым нужна помощь: { $count }
today-more = Ещё { $count }
today-calls = Позвонить: { $count }
today-letters = { $count ->
    [one] { $count } письмо без ответа
    [few] { $count } письма без ответа
   *[many] { $count } писем без ответа
}
today-consents = { $count } без полного согласия
today-papers = { $count ->
    [one] { $count } согласие ждём на бумаге
    [few] { $count } согласия ждём на бумаге
   *[many] { $count } согласий ждём на бумаге
}
today-forms = { $count ->
    [one] { $count } участнику нужно подтвердить форму и роль
   *[other] { $count } участникам нужно подтвердить форму и роль
}
today-questionnaires = { $count ->
    [one] { $count } не прислал анкету
    [few] { $count } не прислали анкету
   *[many] { $count } не прислали анкету
}
today-refused = { $count } снова без пары
today-tries-due = { $count ->
    [one] пора искать пару: { $count } человек
    [few] пора искать пару: { $count } человека
   *[many] пора искать пару: { $count } человек
}
today-long-waiting = { $count ->
    [one] { $count } человек долго без пары
    [few] { $count } человека долго без пары
   *[many] { $count } человек долго без пары
}
today-unanswered = { $count ->
    [one] { $count } предложение пары без ответа
    [few] { $count } предложения пары без ответа
   *[many] { $count } предложений пары без ответа
}
today-pairs-for-order = { $count ->
    [one] приказ о парах: { $count } пара готова
    [few] приказ о парах: { $count } пары готовы
   *[many] приказ о парах: { $count } пар готовы
}
today-agreements = { $count ->
    [one] { $count } паре учителей нужно согласие
   *[other] { $count } парам учителей нужно согласие
}
today-orders-unsigned = { $count ->
    [one] { $count } приказ ждёт подписи
    [few] { $count } приказа ждут подписи
   *[many] { $count } приказов ждут подписи
}
today-amendments = изменения к приказу: { $count }
today-gatherings = { $count ->
    [one] { $count } групповая встреча прошла: отметьте, кто пришёл
    [few] { $count } групповые встречи прошли: отметьте, кто пришёл
   *[many] { $count } групповых встреч прошло: отметьте, кто пришёл
}
today-withdrawals = { $count ->
    [one] { $count } отзыв согласия ждёт действий
    [few] { $count } отзыва согласий ждут действий
   *[many] { $count } отзывов согласий ждут действий
}
today-acts = { $count ->
    [one] { $count } акт об уничтожении данных ждёт подписи
    [few] { $count } акта об уничтожении данных ждут подписи
   *[many] { $count } актов об уничтожении данных ждут подписи
}
today-late = { $count ->
    [one] { $count } пункт карты просрочен
    [few] { $count } пункта карты просрочены
   *[many] { $count } пунктов карты просрочены
}
today-week = На этой неделе: { $meetings ->
    [one] { $meetings } встреча
    [few] { $meetings } встречи
   *[many] { $meetings } встреч
}, { $questionnaires ->
    [one] { $questionnaires } анкета
    [few] { $questionnaires } анкеты
   *[many] { $questionnaires } анкет
}

today-do-newcomers = Допустить новых
today-do-partings-late = ⚠️ Ответить о парах
today-do-partings = Просьбы о парах
today-do-pauses = Паузы
today-do-safety = ⚠️ Назвать взрослого
today-do-stuck = Все, кому нужна помощь
today-do-calls = Позвонить
today-do-letters = Прочесть письма
today-do-consents = Согласия
today-do-papers = Отметить бумаги
today-do-forms = Формы и роли
today-do-questionnaires = Кто не сдал
today-do-refused = Снова без пары
today-do-tries-due = Пора искать пару
today-do-long-waiting = Долго без пары
today-do-unanswered = Ждём ответа
today-do-pairs-for-order = Собрать приказ
today-do-agreements = Записать согласия
today-do-orders-unsigned = Записать подпись
today-do-amendments = Изменения к приказу
today-do-gatherings = Отметить, кто пришёл
today-do-withdrawals = Отзывы согласий
today-do-acts = Акты об уничтожении
today-do-late = Просроченное

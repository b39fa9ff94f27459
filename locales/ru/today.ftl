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
    [one] { $count } новый участник не допущен
    [few] { $count } новых участника не допущены
   *[many] { $count } новых участников не допущены
}
today-letters = { $count ->
    [one] { $count } письмо без ответа
    [few] { $count } письма без ответа
   *[many] { $count } писем без ответа
}
today-consents = { $count ->
    [one] { $count } участник без полного согласия
    [few] { $count } участника без полного согласия
   *[many] { $count } участников без полного согласия
}
today-papers = { $count ->
    [one] { $count } согласие родителя не принесли на бумаге
    [few] { $count } согласия родителей не принесли на бумаге
   *[many] { $count } согласий родителей не принесли на бумаге
}
today-forms = { $count ->
    [one] { $count } участнику нужно подтвердить форму и роль
   *[other] { $count } участникам нужно подтвердить форму и роль
}
today-questionnaires = { $count ->
    [one] { $count } участник не прислал анкету
    [few] { $count } участника не прислали анкеты
   *[many] { $count } участников не прислали анкеты
}
today-refused = { $count ->
    [one] { $count } наставляемый без пары после отказа
    [few] { $count } наставляемых без пары после отказа
   *[many] { $count } наставляемых без пары после отказа
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
today-orders-unsigned = { $count ->
    [one] { $count } приказ ждёт подписи
    [few] { $count } приказа ждут подписи
   *[many] { $count } приказов ждут подписи
}
today-without-meeting = { $count ->
    [one] { $count } пара без первой встречи больше недели
    [few] { $count } пары без первой встречи больше недели
   *[many] { $count } пар без первой встречи больше недели
}
today-mismatches = { $count ->
    [one] { $count } встреча: стороны ответили по-разному
    [few] { $count } встречи: стороны ответили по-разному
   *[many] { $count } встреч: стороны ответили по-разному
}
today-late = { $count ->
    [one] { $count } пункт дорожной карты просрочен
    [few] { $count } пункта дорожной карты просрочены
   *[many] { $count } пунктов дорожной карты просрочены
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

today-do-newcomers = Допустить новых: { $count }
today-do-letters = Ответить на письма: { $count }
today-do-consents = Согласия: { $count }
today-do-papers = Отметить бумаги: { $count }
today-do-forms = Подтвердить формы: { $count }
today-do-questionnaires = Кто не сдал анкеты: { $count }
today-do-refused = Отказы: { $count }
today-do-unanswered = Ждём ответа: { $count }
today-do-pairs-for-order = Собрать приказ: { $count }
today-do-orders-unsigned = Записать подпись: { $count }
today-do-without-meeting = Пары без встреч: { $count }
today-do-mismatches = Разные ответы: { $count }
today-do-late = Просрочено: { $count }

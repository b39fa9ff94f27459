# Окно родителя: наставник ребёнка, встречи, план, согласия, кому звонить.

child-open = Ребёнок: { $child }
child-other = Показать: { $child } ▾
child-title = <b>Вы смотрите: { $child }</b>
child-closed = { $why ->
    [grown] Этому участнику уже есть 18: теперь решать и смотреть может только сам участник. Спасибо, что были рядом.
    [withdrawn] Участие остановлено: согласие отозвано. Встреч и пары больше нет.
   *[unconfirmed] Школа ещё не подтвердила, что вы представитель этого ребёнка. Как только куратор подтвердит, здесь появятся наставник, встречи и план.
}
child-no-pair = Пары пока нет. Как только её предложат, я напишу.
child-pair = { $side ->
    [mentor] <b>Наставляемый у ребёнка:</b> { $who }
   *[mentee] <b>Наставник:</b> { $who }
}{ $age ->
    [0] {""}
    [one] , { $age } год
    [few] , { $age } года
   *[other] , { $age } лет
}{ $state ->
    [offered] {" "}— предложение, ждём ответов
    [accepted] {" "}— ждём приказа директора
    [frozen] {" "}— встречи приостановлены
   *[active] {""}
}
child-since = Вместе с { $day }
child-next = 🗓 Следующая встреча: { $when }{ $place ->
    [none] {""}
   *[other] . Место: { $place }
}
child-no-next = Следующая встреча пока не назначена.
child-held = { $count ->
    [0] Встреч ещё не было.
   *[other] Встреч состоялось: { $count }.
}
child-past = Последние: { $days }
child-met = { $was ->
    [held] { $day }
    [without] { $day } (группа встречалась, ребёнка не отметили)
   *[missed] { $day } (не состоялась)
}
child-day = { $day } { month-of }
child-plan = 🎯 <b>{ $kind ->
    [path] Индивидуальный маршрут
   *[plan] План развития
}</b>: сделано { $done } из { $count }
child-plan-title = <b>{ $child }</b>
child-plan-whole = { $kind ->
    [path] Маршрут целиком
   *[plan] План целиком
}
child-no-plan = Плана развития пока нет: обычно его составляют вместе на третьей встрече.
child-goal = Цель: { $goal }
child-task = { $done ->
    [yes] ✅
   *[no] ▫️
} { $text } — до { $due }
child-consents = <b>Согласия</b>
child-consent = • { $name }: { $given }
child-consent-by = { $capacity ->
    [guardian] родитель
    [assent] сам ребёнок
   *[self] сам ребёнок
} — { $way ->
    [tap] в боте
    [paper] на бумаге
   *[document] документом
} { $day }
child-contacts = <b>Кому звонить</b>
    { $contact ->
        [none] Телефон школа пока не указала. Напишите куратору кнопкой ниже, ответ придёт сюда.
       *[other] { $contact }
    }
    { $curators ->
        [none] { $school }
       *[other] { $school }, куратор: { $curators }
    }
child-withdraw = Согласия: подробно и отозвать
child-hear = { $hears ->
    [yes] Не сообщать о встречах
   *[no] Сообщать о встречах
}
child-hears = { $hears ->
    [yes] Буду сообщать о каждой встрече.
   *[no] О встречах больше не сообщаю.
}
child-see-pair = О предложенной паре{ $who ->
    [none] {""}
   *[other] : { $who }
}
child-rules = Правила пары{ $who ->
    [none] {""}
   *[other] : { $who }
}
child-change = Сменить или завершить{ $who ->
    [none] {""}
   *[other] : { $who }
}
notice-child-pair = { $kind ->
    [child-pair-ended] Пара вашего ребёнка ({ $child }) завершена. Пары меняются и завершаются, это обычная часть программы.
    [child-pair-frozen] Пара вашего ребёнка ({ $child }) приостановлена, встреч пока не будет. Куратор знает.
   *[child-pair-again] Пара вашего ребёнка ({ $child }) снова работает.
} { $side ->
    [mentor] Ребёнок в ней — наставник.
   *[mentee] {""}
}
notice-child-meeting = { $off ->
    [yes] Встреча отменена: { $child }, { $when }.
   *[no] { $moved ->
        [yes] Встреча теперь в другое время: { $child }, <b>{ $when }</b>.
       *[no] Назначена встреча: { $child }, <b>{ $when }</b>.
    }{ $place ->
        [none] {""}
       *[other] {" "}Место: { $place }
    }
}

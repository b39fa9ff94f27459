# Реестр согласий: по каждой цели — у кого есть, кого ждём, кто отказался, чья бумага не вернулась.

sections-ledger = Согласия
ledger-title = <b>Реестр согласий</b>
ledger-nobody = Участников пока нет.
ledger-purpose = <b>{ $name }</b>: есть { $kept }, ждём { $waiting }, нет бумаги { $paper }, проверить родителя { $unconfirmed }, отказ { $declined }
ledger-details-missing = ⚠️ Не указаны реквизиты: ИНН, ОГРН, контакт и адреса сайта. Без адресов нельзя спросить о публикации, без партнёров — о передаче данных.
ledger-details = Реквизиты для согласий
ledger-details-kept = ✅ Реквизиты записаны. Прежние согласия действуют для прежних адресов; о новых спросите из списка.
ledger-guardians = Подтвердить родителей: { $count }
ledger-purpose-title = <b>{ $name }</b>
ledger-state = { $state ->
    [kept] есть
    [waiting] ждём ответа
    [paper] бумага не возвращена
    [unconfirmed] родитель не подтверждён
   *[declined] отказ
}
ledger-state-count = { $state ->
    [kept] Есть
    [waiting] Ждём ответа
    [paper] Нет бумаги
    [unconfirmed] Проверить родителя
   *[declined] Отказ
}: { $count }
ledger-list = <b>{ $name }</b> · { $state }: { $count }
ledger-list-how = Отметьте «вернулась» у всех, чью бумагу принесли, потом один раз укажите дату и место.
ledger-tick = { $sign } вернулась
ledger-ticked = Записать отмеченные: { $count }
ledger-none-ticked = Никто не отмечен.
ledger-blanks = Бланки на всех (DOCX)
ledger-by-class = Бланки по классам
ledger-by-class-how = <b>{ $name }</b>: бланки на весь класс. В файле — все, у кого этого согласия ещё нет: родителям и, с 14 лет, самим ученикам.
ledger-my-class = Бланки согласий моего класса
ledger-my-class-how = Бланки на весь класс: в файле — ученики, у кого согласия ещё нет. Подписанные бланки отдайте куратору.
ledger-my-class-none = Печатать нечего: у всех участников вашего класса ответы есть.
ledger-my-class-purpose = { $place ->
    [none] {""}
   *[other] { $place } ·{" "}
}{ $name }: { $count }
ledger-ask = Спросить в боте: { $count }
ledger-asked = { $count ->
    [one] Спрашиваю об { $count } участнике
   *[other] Спрашиваю об { $count } участниках
}: его самого и родителей.
ledger-person = <b>{ $name }</b>, { $place }
ledger-need = • { $name }{ $required ->
    [yes] {" "}(нужно)
   *[no] {""}
}: { $lacks }
ledger-complete = есть
ledger-lack = { $lack ->
    [declined] отказ
    [no_consent] нет согласия
    [no_assent] нет согласия ученика
    [no_guardian] нет ответа родителя
    [no_paper] нет бумаги
   *[guardian_unconfirmed] родитель не подтверждён
}
ledger-record = <b>{ $name }</b>: { $answer ->
    [agreed] согласие
   *[declined] отказ
}, { $capacity ->
    [guardian] родитель
    [assent] сам ученик
   *[self] сам(а) за себя
} ({ $who }), { $way ->
    [tap] в боте
    [paper] на бумаге
   *[document] электронный документ
}, { $given }–{ $until }, версия { $version } ({ $digest }){ $scope ->
    [none] {""}
   *[other] ; для: { $scope }
}{ $kept ->
    [none] {""}
   *[other] ; оригинал: { $kept }
}{ $checked ->
    [none] {""}
   *[other] ; проверил(а): { $checked }
}{ $withdrawn ->
    [no] {""}
   *[other] ; не действует с { $withdrawn }
}
ledger-blank = Бланк (DOCX)
ledger-blank-own = Бланк самого ученика (DOCX)
ledger-document = Подписано электронно
ledger-card = Карточка
ledger-back = ‹ Назад
ledger-file = { $name } — { $capacity ->
    [guardian] родителю
    [assent] ученику
   *[self] участнику
}.docx
permission-terms-on-paper = ☐ имя и класс (должность)   ☐ только имя   ☐ ничего из этого (нужное отметить)
ledger-xlsx = Реестр файлом (XLSX)
ledger-xlsx-file = Реестр согласий.xlsx
ledger-document-kind = { $kind ->
    [gosuslugi] Госуслуги
    [qualified] квалифицированная подпись
   *[other] по правилам школы
}
ledger-terms = { $terms ->
    [name_class] имя и класс
    [name] только имя
   *[nameless] без имени
}
ledger-answer = { $answer ->
    [agreed] согласие
   *[declined] отказ
}
ledger-capacity = { $capacity ->
    [guardian] законный представитель
    [assent] сам несовершеннолетний
   *[self] сам за себя
}
ledger-way = { $way ->
    [tap] в мессенджере
    [paper] на бумаге
   *[document] электронный документ
}
paper-ledger-title = Согласия
paper-ledger-person = Чьи данные
paper-ledger-place = Класс, должность
paper-ledger-purpose = Цель
paper-ledger-scope = Адреса или партнёры
paper-ledger-terms = Что разрешено указать
paper-ledger-answer = Ответ
paper-ledger-version = Версия
paper-ledger-hash = Отпечаток текста
paper-ledger-giver = Кто дал
paper-ledger-capacity = В каком качестве
paper-ledger-way = Как
paper-ledger-document = Вид документа
paper-ledger-given = Когда
paper-ledger-until = До какого дня
paper-ledger-original = Где оригинал
paper-ledger-checked-by = Кто проверил
paper-ledger-checked = Когда проверено
paper-ledger-withdrawn = Не действует с

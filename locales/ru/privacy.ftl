# Что о человеке хранится, отзыв согласия, удаление данных.

privacy-nobody = О вас не хранится ничего, кроме номера учётной записи, с которой вы пишете: без него нельзя ответить.
privacy-whose = <b>О ком показать?</b>
privacy-title = { $own ->
    [yes] <b>Что о вас хранится</b>
   *[no] <b>Что хранится о ребёнке</b>
}
privacy-name = Имя: { $name }
privacy-place = Класс, должность или место: { $place }
privacy-birth = Дата рождения: { $date }
privacy-counts = Анкет отправлено: { $questionnaires }, встреч записано: { $meetings }, писем куратору: { $letters }. Ещё — номер учётной записи в мессенджере.
privacy-consents = <b>Согласия</b>
privacy-no-consents = { $kind ->
    [staff] Вы в программе по работе. По вопросам о данных — к куратору школы.
    [guardian] Ваше имя хранится рядом с согласием за ребёнка, отозвать его можно там же.
   *[other] Пока ни одного.
}
privacy-record = • { $purpose ->
    [participation] {""}
   *[other] { permission-name },{" "}
}{ $capacity ->
    [guardian] родителя
    [assent] { $own ->
        [yes] ваше
       *[no] самого ребёнка
    }, до 18 лет
   *[self] { $own ->
        [yes] ваше
       *[no] самого ребёнка
    }
}: { $agreed ->
    [yes] согласие
   *[no] отказ
}, { $way ->
    [tap] в боте
    [paper] на бумаге
   *[document] документом
}, { $given }, версия { $version }{ $withdrawn ->
    [no] {""}
   *[other] {" "}(не действует с { $withdrawn })
}
privacy-until = Данные хранятся до { $date }, потом удаляются.
privacy-will-erase = Согласие отозвано. Данные будут удалены { $date }.
privacy-withdraw = Отозвать согласие
privacy-ask = { $own ->
    [yes] <b>Отозвать согласие?</b>
   *[no] <b>{ $name }: отозвать согласие?</b>
}

    Участие прекратится сразу: подбор, пара и встречи. Куратор узнает об этом. Анкеты и имя будут удалены, а запись о том, что согласие было, школа хранит до трёх лет.
privacy-withdraw-sure = Да, отозвать
privacy-stay = Нет, остаться
privacy-withdrawn =
    Согласие отозвано, участие остановлено.

    Данные будут удалены { $date }. До этого дня можно передумать: /menu. Если нужно раньше, скажите куратору.
privacy-nothing = Отзывать нечего: действующего согласия нет.
privacy-erase = Удалить данные сейчас
privacy-erase-ask =
    <b>Удалить данные сейчас?</b>
    Имя, анкеты, письма и заметки исчезнут навсегда; вернуть их нельзя. Останутся номера и запись о согласии.
privacy-erase-sure = Да, удалить
privacy-erased = Данные удалены.
notice-withdrew = ⚠️ { $name }: согласие отозвано. { $frozen ->
    [0] {""}
    [one] Одна пара приостановлена.{" "}
   *[other] Приостановлено пар: { $frozen }.{" "}
}Данные удалятся { $date }, можно и раньше.
notice-child-withdrawn = Родитель отозвал согласие, поэтому ваше участие остановлено. Если нужно поговорить, подойдите к куратору школы.

privacy-withdraw-one = Отозвать: { $purpose ->
    [distribution] имя на сайте
    [photo] фото и видео
    [transfer] передача партнёру
    [psychological] опрос у психолога
    [worker_duty] работа наставником
   *[participation] участие
}
privacy-ask-one = <b>{ $name }: отозвать согласие?</b>
    { permission-name }
privacy-changes = { $purpose ->
    [distribution] Имени больше не будет в новых публикациях. То, что уже на сайте, школа снимет за три рабочих дня. Участие в программе продолжится.
    [photo] Снимать для публикаций больше не будут, а опубликованное школа снимет за три рабочих дня. Участие в программе продолжится.
    [transfer] Пара с наставником от партнёра приостановится сразу: без передачи данных она работать не может. Школа попросит партнёра удалить полученное. Остальное участие продолжится.
    [psychological] Внесённые психологом уровни удалятся сразу и навсегда. Участие в программе продолжится.
    [worker_duty] Работа наставником приостановится сразу, куратор узнает об этом.
   *[participation] Участие прекратится сразу.
}
privacy-keep = Нет, оставить
privacy-withdrawn-one = Отозвано: { permission-name }. Куратор узнает об этом.

## Все мои данные одним файлом

my-data = Получить все данные файлом
my-data-making = Собираю файл
my-data-sent = Файл собран: в нём всё, что хранится. Не пересылайте его тем, кому не доверяете.
my-data-file = мои данные.pdf
my-data-title = Всё, что хранится в программе наставничества · { $date }
my-data-part = { $part ->
    [identity] О человеке
    [consents] Согласия
    [sides] Участие и пары
    [answers] Ответы анкет
    [meetings] Встречи
    [letters] Письма куратору и ответы
    [measures] Показатели
    [others] Что рассказали педагоги, специалисты и родители
    [facts] Что ещё записано
    [notices] Уведомления
   *[opened] Кто открывал карточку
}
my-data-field = { $field ->
    [name] Имя
    [code] Код в программе
    [birth] Дата рождения
    [band] Возраст
    [gender] Пол
    [place] Класс, должность или место
    [contact] Контакты
    [accounts] Номера учётных записей в мессенджере
   *[relatives] Родители или дети в программе
}: { $value }
my-data-band = { $band ->
    [child] до 14 лет
    [teen] 14–17 лет
   *[adult] 18 лет и больше
}
my-data-gender = { $gender ->
    [woman] женский
   *[man] мужской
}
my-data-consent = { $purpose }: { $agreed ->
    [yes] согласие
   *[no] отказ
} { $capacity ->
    [guardian] родителя
    [assent] самого ребёнка
   *[self] самого человека
}, { $way ->
    [tap] в боте
    [paper] на бумаге
   *[document] документом
}, { $given }{ $until ->
    [no] {""}
   *[other] , действует до { $until }
}{ $withdrawn ->
    [no] {""}
   *[other] , отозвано или заменено { $withdrawn }
}
my-data-since = { $what }, с { $date }
my-data-pair = Пара: { $other }{ $form ->
    [none] {""}
   *[other] , { $form }
} · { $state ->
    [offered] предложена
    [accepted] обе стороны согласны
    [active] работает
    [frozen] приостановлена
    [declined] отклонена
    [returned] ответа не было
    [undone] отменена
   *[ended] завершена
}
my-data-sent-on = «{ $title }», { $date }{ $sent ->
    [yes] {""}
   *[no] {" "}(не отправлено)
}
my-data-meeting = { $at } · { $kind ->
    [first] знакомство
    [trial] пробная рабочая
    [planning] планирование
    [closing] заключительная
   *[regular] рабочая
} · { $state ->
    [planned] назначена
    [held] состоялась
    [missed] не состоялась
   *[cancelled] отменена
}
my-data-letter = { $own ->
    [yes] Письмо
   *[no] Ответ
}, { $at }: { $text }
my-data-measure = { $parameter }, { $phase ->
    [entry] в начале
   *[final] в конце
}: { $value }
my-data-level = { $parameter }, уровень { $phase ->
    [entry] в начале
   *[final] в конце
}: { $value ->
    [1] низкий
    [2] средний
   *[3] высокий
}
my-data-note = { $party ->
    [class_teacher] Классный руководитель
    [psychologist] Психолог
    [social_worker] Социальный педагог
    [methodist] Методист
   *[parent] Родитель
}, { $date }
my-data-notice = { $date } · { $kind ->
    [broadcast] сообщение школы
    [pair] о паре или предложении
    [meeting] о встрече
    [consent] о согласии
    [questionnaire] об анкете
    [letter] о письме или ответе
   *[other] другое
}
my-data-fact = { $date } · { $kind ->
    [joined] запись о человеке создана
    [admitted] принят(а) в программу
    [cleared] допуск к работе с детьми проверен
    [role] роль в программе: { $detail }
    [helper] помогает вносить анкеты с бумаги
    [invited] { $detail ->
        [guardian] приглашение для родителя
        [sheet] печатный бланк анкеты
       *[personal] личное приглашение
    }
    [asked] куратор попросил рассказать: { $detail ->
        [class_teacher] классного руководителя
        [psychologist] психолога
        [social_worker] социального педагога
        [methodist] методиста
       *[parent] родителя
    }
    [offer] предложение пары, { $detail ->
        [accepted] принято
        [declined] отклонено
        [lapsed] осталось без ответа
        [recalled] отозвано
       *[none] ответа ещё нет
    }
    [parting] просьба к куратору: { $detail ->
        [change] другая пара
        [end] завершить пару
       *[leave] отказ от функции наставника
    }
    [pause] пауза наставника
    [objection] возражение против пары ребёнка
    [plan] { $detail ->
        [path] индивидуальный образовательный маршрут
       *[plan] план развития
    }
    [plan-item] задание плана, { $detail ->
        [done] выполнено
        [partly] выполнено частично
        [not] не выполнено
        [ticked] отмечено «сделал(а)»
       *[none] отметки ещё нет
    }
    [plan-change] изменение в плане
    [pact] правила пары приняты, встречи: { $detail ->
        [twice] два раза в неделю
        [weekly] раз в неделю
        [fortnightly] раз в две недели
       *[agreed] по договорённости
    }
    [wish] { $detail ->
        [ban] куратор отметил, с кем в паре не быть
       *[pin] куратор отметил, с кем быть в паре
    }
    [rating] оценка совместной работы: { $detail } из 10
    [signal] { $detail ->
        [no_contact] сказал(а) куратору, что на связь не вышли
        [no_answer] сказал(а) куратору, что нет ответа
        [change_pair] сказал(а) куратору, что хочет сменить пару
       *[curator_help] попросил(а) куратора о помощи
    }
    [pair-nudge] напоминание от куратора
    [moved] { $detail ->
        [off] отменил(а) встречу
       *[moved] перенёс(ла) встречу
    }
    [proposed] предложил(а) время встречи
    [rhythm] назначил(а) встречи { $detail ->
        [weekly] каждую неделю
       *[fortnightly] раз в две недели
    }
    [came] { $detail ->
        [coming-yes] встреча: ответ «буду»
        [coming-no] встреча: ответ «не смогу»
        [took_place-yes] встреча: по вашему ответу, состоялась
       *[took_place-no] встреча: по вашему ответу, не состоялась
    }
    [attended] встреча группы: наставник отметил «{ $detail ->
        [yes] был(а)
       *[no] не был(а)
    }»
    [voice] голосовая заметка о встрече, { $detail } с
    [scored] оценка встречи: { $detail } из 5
    [gathering] групповая встреча: { $detail ->
        [yes-yes] ответ «приду», отмечено «был(а)»
        [yes-no] ответ «приду», отмечено «не был(а)»
        [no-yes] ответ «не смогу», отмечено «был(а)»
        [no-no] ответ «не смогу», отмечено «не был(а)»
        [none-yes] отмечено «был(а)»
        [none-no] отмечено «не был(а)»
        [yes-unknown] ответ «приду»
        [no-unknown] ответ «не смогу»
       *[none-unknown] приглашение
    }
    [agreement] соглашение к приказу, номер
    [case] поиск наставника: { $detail ->
        [open] идёт
        [paired] пара нашлась
        [left] участие закончено
       *[not_wanted] наставник больше не нужен
    }
    [case-step] что сделано, чтобы найти наставника: { cases-did }
    [place] вопрос куратора, возьмёте ли ещё одного наставляемого: { $detail ->
        [yes] да
        [no] нет
        [over] уже не нужно
       *[none] ответа ещё нет
    }
    [switched-off] выключены уведомления: { $detail ->
        [meetings] напоминания о встречах
        [nudges] анкеты и напоминания о делах
       *[news] новости программы
    }
    [digest] время сводки куратора
    [call] бот не мог с вами связаться: { $detail ->
        [open] куратору нужно позвонить
        [back] вы вернулись
       *[done] куратор позвонил
    }
    [paper] в списке куратора отмечено: вернулась бумага «{ $detail }»
   *[withdrew] отозвано согласие «{ $detail }»
}
my-data-opened = { $at } · { $name }

## Отзывы у куратора

withdrawals-section = Отзывы согласий и акты
withdrawals-title = <b>Отзывы согласий</b>

    ⚠️ ещё нужно что-то сделать, ↩️ передумали вовремя, ✅ ничего делать не нужно.
withdrawals-none =
    <b>Отзывы согласий</b>

    Никто ничего не отзывал.
withdrawal-button = { $state ->
    [due] ⚠️{" "}
    [back] ↩️{" "}
   *[noted] ✅{" "}
}{ $name } · { withdrawal-purpose }
withdrawal-purpose = { $purpose ->
    [distribution] имя на сайте
    [photo] фото и видео
    [transfer] партнёр
    [psychological] психолог
    [worker_duty] работа наставником
   *[participation] участие
}
withdrawal-one = <b>{ $name }</b>
    Отозвано: { permission-name }
withdrawal-when = { $date }, { $by ->
    [own] сам участник
   *[guardian] родитель
}
withdrawal-touched = Что остановлено:
withdrawal-line = • { $what ->
    [frozen] пар приостановлено: { $count }
    [recalled] предложений отозвано: { $count }
    [levels] уровней психолога удалено: { $count }
   *[nothing] больше ничего от этого согласия не зависело
}
withdrawal-next = { $state ->
    [erased] Данные уничтожены, акт — в списке актов.
    [back] Согласие дано снова, срок остановлен.
    [due] { $purpose ->
        [transfer] До { $due } попросите партнёра удалить полученные данные и подтвердить это.
       *[distribution] До { $due } снимите публикации с сайта, стендов и страниц школы.
    }
   *[noted] { $purpose ->
        [participation] Данные удалятся по сроку, акт появится сам.
        [worker_duty] Замените наставника или закройте пару.
       *[other] Делать больше ничего не нужно.
    }
}
withdrawal-done = Сделано
withdrawal-paper = Вернулось подписанное согласие
withdrawal-noted = Отмечено.
withdrawals-to-list = ‹ Все отзывы
withdrawal-look = Что это затронуло
withdrawal-frozen = { $count ->
    [one] { $count } приостановленная пара
    [few] { $count } приостановленные пары
   *[other] { $count } приостановленных пар
}
withdrawal-frozen-title = <b>Приостановленные пары</b>
    Возобновить можно, когда согласия обеих сторон снова полные.
withdrawal-frozen-none = Приостановленных пар нет.
withdrawal-pair = • { $mentor } — { $mentee }{ $ready ->
    [yes] {""}
   *[no] : согласий пока не хватает
}
withdrawal-unfreeze = Возобновить: { $mentor } — { $mentee }
withdrawal-goes-on = Пара снова работает, обе стороны узнают об этом.
withdrawal-not-ready = Согласий пока не хватает, возобновить нельзя.
notice-withdrew-purpose = ⚠️ { $name }: отозвано согласие «{ permission-name }». { $frozen ->
    [0] {""}
    [one] Одна пара остановлена.{" "}
   *[other] Пар остановлено: { $frozen }.{" "}
}{ $levels ->
    [0] {""}
   *[other] Уровни психолога удалены.{" "}
}{ $due ->
    [none] {""}
   *[other] Осталось сделать до { $due }.
}
notice-came-back = ↩️ { $name }: согласие дано снова, удаления не будет.{ $frozen ->
    [0] {""}
   *[other] {" "}Пара приостановлена: её можно возобновить, когда согласия полные.
}
notice-pair-unfrozen = Работа пары возобновлена: { $other }. Можно назначать встречу.

## Журнал открытых карточек

card-opened = Карточку открывали: { $list }
card-opened-one = { $name } { $at }
card-opened-all = Кто открывал карточку
card-opened-title = <b>{ $name }: кто открывал карточку</b>
card-opened-line = • { $at } · { $name }
card-opened-none = Пока никто.
card-opened-older = Раньше ›

## Возраст

notice-come-of-fourteen = Вам исполнилось 14. Теперь нужно и ваше собственное согласие рядом с родительским. Участие продолжается, ответьте до { $date }.
age-again = Указать возраст
notice-age-again = Начался учебный год. Скажите, пожалуйста, сколько вам теперь лет: от этого зависит, кто должен согласиться на участие.

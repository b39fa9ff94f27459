# Анкеты участника: что отправлено, что дальше, чего ждём.

participant-side = <b>{ $side ->
    [mentor] Вы — наставник
   *[mentee] Вы — наставляемый
}</b>{ $form ->
    [pupil_pupil] {" · "}ученик – ученик
    [teacher_teacher] {" · "}учитель – учитель
    [teacher_pupil] {" · "}учитель – ученик
    [student_pupil] {" · "}студент – ученик
    [employer_pupil] {" · "}работодатель – ученик
   *[none] {""}
}
participant-sheet-name = { $sheet ->
    [application] Заявка
    [final] Итоговая анкета
    [preferences] Анкета групповой встречи
   *[entry] Анкета
}
participant-sheet-wanted = ▫️ { participant-sheet-name } — ещё не заполнена
participant-sheet-sent = ✅ { participant-sheet-name } отправлена { $day }
participant-sheet-changed = ✅ { participant-sheet-name } отправлена { $day }, изменена { $changed }
participant-until = Анкеты собираем до { $day }.
participant-next = Это несколько минут; можно прерваться, всё сохранится.
participant-waits = ⏳ Ответы у куратора: он определяет, какое наставничество вам подойдёт.
participant-fill = { $sheet ->
    [application] Заполнить заявку
    [final] Заполнить итоговую анкету
    [preferences] Ответить, с кем хочу работать
   *[entry] Заполнить анкету
}
participant-change = { $sheet ->
    [application] Посмотреть и изменить заявку
    [final] Посмотреть и изменить итоговую анкету
    [preferences] Изменить, с кем хочу работать
   *[entry] Посмотреть и изменить анкету
}
participant-as = { $side ->
    [mentor] наставник
   *[mentee] наставляемый
}
participant-also = { $side ->
    [mentor] { $again ->
        [yes] Хочу помогать и в другой форме
       *[no] Хочу ещё и помогать другим
    }
   *[mentee] Мне нужен ещё и наставник
}
participant-also-done = { $side ->
    [mentor] ✅ Вы ещё и наставник. Для этой роли нужны свои заявка и анкета.
   *[mentee] ✅ Вы ещё и наставляемый. Для этой роли нужны свои заявка и анкета.
}
participant-also-none = Другой формы, в которой вы могли бы участвовать, школа сейчас не ведёт.
participant-not-asked = Эту анкету сейчас не собирают. Когда она понадобится, я напишу.
participant-sheets = Мои анкеты
participant-sheets-title = <b>Мои анкеты</b>
participant-changeable = Изменить ответы можно, пока пара не утверждена приказом.
participant-fixed = Пара утверждена приказом, ответы больше не меняются. Если что-то важное изменилось, напишите куратору.
participant-sent = ✅ { $form }: отправлено. Спасибо!
participant-changed = ✅ { $form }: изменения сохранены.
participant-places-cut = { $places ->
    [one] Школа разрешает одному наставнику вести { $places } наставляемого, так и записал.
   *[other] Школа разрешает одному наставнику вести не больше { $places } наставляемых, так и записал.
}
participant-locked = Пара утверждена приказом, ответы больше не меняются. Если что-то важное изменилось, напишите куратору.

# Почему анкету пока нельзя заполнить
participant-waits-withdrawn = Вы вышли из программы, анкеты больше не нужны.
participant-waits-declined = Согласия нет, поэтому анкеты закрыты. Передумать можно в меню: /menu
participant-waits-consent = Сначала нужно ваше согласие: откройте /menu и ответьте.
participant-waits-assent = Сначала нужно ваше согласие: откройте /menu и ответьте.
participant-waits-guardian = Сначала нужен ответ родителя. Перешлите ему ссылку из /menu — когда он ответит, я напишу.
participant-waits-paper = Ждём согласие родителя на бумаге. Когда куратор отметит, что оно вернулось, анкета откроется.
participant-waits-guardian-known = Родитель ответил. Куратор ещё сверит, что это он, — тогда вы попадёте в подбор.
participant-waits-name = Сначала нужно представиться: откройте /menu.
participant-waits-admission = Куратор ещё не принял вас в программу. Когда примет, я напишу.
participant-waits-clearance = Школа проверяет допуск к работе с детьми. Когда закончит, я напишу.
participant-waits-form = Куратор ещё не определил форму наставничества. Когда определит, анкета откроется.
participant-waits-training = Перед работой с наставляемыми школа проводит обучение. Куратор скажет, когда и где.

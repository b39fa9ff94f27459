# Настройки школы и список областей.

settings = Настройки
settings-title =
    <b>Настройки</b>

    Выберите, что настроить.
settings-group = { $group ->
    [times] ⏰ Когда писать
    [pairs] 👥 Пары и встречи
    [forms] 📋 Анкеты и обратная связь
    [safety] 🛟 Безопасность
    [consents] 📎 Согласия и данные
   *[programme] 🎓 Программа
}
settings-group-title = <b>{ settings-group }</b>
settings-is-school-week = Учебная неделя: { $value ->
    [5] пять дней
   *[other] шесть дней
}
settings-is-nudges-a-day = Напоминаний об одном деле: не больше { $value } в день
settings-is-parting-days = На ответ куратора о другой паре: { $value ->
    [one] { $value } рабочий день
    [few] { $value } рабочих дня
   *[many] { $value } рабочих дней
}
settings-is-time-zone = Часовой пояс: { $value }
settings-quiet = Тихие часы: { $start } – { $end }
settings-lessons = Уроки, когда ученикам не пишем: { $start } – { $end }
settings-feedback = Промежуточная анкета: { $meetings ->
    [one] после { $meetings } встречи
   *[other] после { $meetings } встреч
} или через { $days ->
    [one] { $days } день
    [few] { $days } дня
   *[many] { $days } дней
}
settings-final = Итоговая анкета: за { $days ->
    [one] { $days } день
    [few] { $days } дня
   *[many] { $days } дней
} до конца программы
settings-offer = На ответ о паре: { $days ->
    [one] { $days } день
    [few] { $days } дня
   *[many] { $days } дней
}
settings-erase = Данные после отзыва согласия удаляются через { $days ->
    [one] { $days } день
    [few] { $days } дня
   *[many] { $days } дней
}
settings-age = Наставляемые-ученики: с { $age } лет
settings-forms = Формы наставничества: { $forms }
settings-most = Наставляемых у одного наставника ({ settings-form }): до { $most }
settings-form = { $form ->
    [pupil_pupil] ученик – ученик
    [teacher_teacher] учитель – учитель
    [teacher_pupil] учитель – ученик
    [student_pupil] студент – ученик
   *[employer_pupil] работодатель – ученик
}
settings-guardian = От родителя: { settings-rule }
settings-rule = { $rule ->
    [tap_only] достаточно ответа здесь
   *[tap_and_paper] ответ здесь и бумага
}
settings-objecting = Родитель и пара ребёнка: { settings-objecting-may }
settings-objecting-may = { $may ->
    [yes] может возразить сам
   *[no] просит куратора
}
settings-waiting = «Долго без пары»: дольше { $days ->
    [one] { $days } дня
   *[other] { $days } дней
}
settings-adult = После 18-летия участие по согласию родителя: { $days ->
    [0] прекращается сразу
    [one] ещё { $days } день
    [few] ещё { $days } дня
   *[many] ещё { $days } дней
}
settings-zone-name = { $zone ->
    [Europe_Kaliningrad] Калининград, МСК−1
    [Europe_Moscow] Москва, МСК
    [Europe_Samara] Самара, МСК+1
    [Asia_Yekaterinburg] Екатеринбург, МСК+2
    [Asia_Omsk] Омск, МСК+3
    [Asia_Krasnoyarsk] Красноярск, МСК+4
    [Asia_Irkutsk] Иркутск, МСК+5
    [Asia_Yakutsk] Якутск, МСК+6
    [Asia_Vladivostok] Владивосток, МСК+7
    [Asia_Magadan] Магадан, МСК+8
    [Asia_Kamchatka] Камчатка, МСК+9
   *[other] { $zone }
}
settings-programme = Название программы: { $title }
settings-contact = Телефон для родителей: { $contact ->
    [none] не указан, увидят контакт из согласий
   *[other] { $contact }
}

settings-do-quiet-from = Тишина: с
settings-do-quiet-until = Тишина: до
settings-do-lessons-from = Уроки: с
settings-do-lessons-until = Уроки: до
settings-do-school-week = Учебная неделя
settings-do-nudges-a-day = Напоминания в день
settings-do-digest = ☀️ Моя сводка
settings-do-feedback-after-meetings = Анкета: встречи
settings-do-feedback-after-days = Анкета: дни
settings-do-final-days = Итоговая анкета
settings-do-offer-days = Ответ о паре
settings-do-erase-after-days = Удаление данных
settings-do-least-age = Возраст
settings-do-guardian-rule = Согласие родителя
settings-do-guardian-may-object = Возражение родителя
settings-do-waiting-days-alarm = Долго без пары
settings-do-time-zone = Часовой пояс
settings-do-adult-grace-days = После 18-летия
settings-do-parting-days = Ответ на просьбу о паре
settings-do-most = Мест: { settings-form }
settings-do-forms = Формы наставничества
settings-do-title = Название программы
settings-do-contact = Телефон для родителей

settings-ask-quiet-from = С какого часа вечером не присылать сообщений?
settings-ask-quiet-until = До какого часа утром не присылать сообщений?
settings-ask-lessons-from = Когда начинаются уроки? Ученикам во время уроков бот не пишет.
settings-ask-lessons-until = Когда заканчиваются уроки? Ученикам во время уроков бот не пишет.
settings-ask-school-week = Сколько дней в неделе учатся? В выходные и каникулы бот не присылает анкет, новостей и напоминаний о делах. О встрече напомнит в любой день.
settings-ask-nudges-a-day = Сколько напоминаний об одном деле может получить человек за день?
settings-ask-feedback-after-meetings = После скольких встреч прислать паре промежуточную анкету?
settings-ask-feedback-after-days = Через сколько дней прислать промежуточную анкету, если встреч было меньше?
settings-ask-final-days = За сколько дней до конца программы прислать итоговые анкеты?
settings-ask-offer-days = Сколько дней даётся на ответ о предложенной паре?
settings-ask-erase-after-days = Через сколько дней после отзыва согласия удалять данные? По закону — не позже 30.
settings-ask-least-age = С какого возраста ученик может стать наставляемым?
settings-ask-guardian-rule = Что нужно от родителя несовершеннолетнего? Нажатие в мессенджере не заменяет письменного согласия.
settings-ask-guardian-may-object = Когда несовершеннолетнему предлагают пару, родитель узнаёт об этом сразу. Может ли он возразить сам, пока не подписан приказ? Причину увидит только куратор.
settings-ask-adult-grace-days = Участнику исполнилось 18, и теперь нужно его собственное согласие. Сколько дней участие продолжается по согласию родителя, пока он не ответил? 0 — останавливается сразу.
settings-ask-waiting-days-alarm = Сколько дней человек ждёт пару, прежде чем я напомню вам о нём на экране «Сегодня»?
settings-ask-parting-days = За сколько рабочих дней куратор отвечает на просьбу о другой паре? Без ответа она встаёт первой на экране «Сегодня».
settings-ask-time-zone = В каком часовом поясе школа?
settings-ask-forms = <b>Формы наставничества</b>

    ✅ — школа ведёт эту форму: в неё можно вступить, анкеты для неё готовы. Убрать можно ту, в которой ещё никто не участвует.
settings-form-used = В этой форме уже есть участники, поэтому убрать её нельзя.
settings-form-last = Хотя бы одна форма должна остаться.
settings-ask-most = Сколько наставляемых может быть у одного наставника ({ settings-form })? Пары, которые уже есть, останутся.
settings-changed = Записал.
settings-title-kept = ✅ Название записано.
settings-contact-kept = ✅ Записано: родители увидят, кому звонить.
settings-back = ‹ Настройки

areas = Области запросов
areas-title =
    <b>Области запросов и предложений</b>
    Из этого списка наставляемые выбирают, с чем нужна помощь, а наставники — с чем помогут. Закрытые отмечены ✖. Сюда же добавляют языки занятий и корпуса: о них анкета спросит, если их больше одного.
areas-add = Добавить область
areas-more = Ещё ›
areas-first = ‹ К началу
areas-back = ‹ К списку
areas-rename = Переименовать
areas-close = Закрыть
areas-open = Открыть снова
areas-closed = Закрыто: в новых анкетах этой области не будет.
areas-opened = Снова в анкетах.
areas-kept = ✅ Записал.
areas-taken = Область с таким названием уже есть. Напишите другое название или нажмите «Отмена».
areas-card =
    <b>{ $label }</b>
    { $audience ->
        [pupil] Для учеников
        [teacher] Для педагогов
        [language] Язык занятий
        [building] Школа или корпус
       *[all] Для всех
    }{ $open ->
        [0] {" · закрыта: в новых анкетах её нет"}
       *[other] {""}
    }

settings-is-first-contact-hours = Первая встреча назначается за { $value } ч. после приказа
settings-is-stuck-days = Паре нужна помощь, если { $value ->
    [one] { $value } день
    [few] { $value } дня
   *[many] { $value } дней
} нет встреч
settings-is-feedback-again = Промежуточная анкета повторно: { $value }
settings-again-how = { $again ->
    [once] нет, один раз
    [meetings] каждые столько же встреч
   *[days] каждые столько же дней
}
settings-is-rated = Оценка работы пары раз в месяц: { $value }
settings-rated-how = { $rated ->
    [monthly] да
   *[off] нет
}
settings-do-first-contact-hours = Срок первой встречи
settings-do-stuck-days = Дней без встречи
settings-do-feedback-again = Анкета ещё раз
settings-do-rated = Оценка месяца
settings-ask-first-contact-hours = Через сколько часов после приказа наставник должен назначить первую встречу? Выходные и каникулы не считаются сроком: он переносится на учебный день.
settings-ask-stuck-days = Через сколько дней без встречи показать пару среди тех, кому нужна помощь?
settings-ask-feedback-again = Спрашивать ли пару о том, как идёт работа, ещё раз?
settings-ask-rated = Спрашивать ли обе стороны раз в месяц, как идёт совместная работа (от 1 до 10)? Оценки видит только куратор.

# Групповая встреча: план, приглашения, кто пришёл, протокол; с кем кто не хотел бы работать.

gathering-section = Групповая встреча
gathering-list-title = <b>Групповые встречи</b>
gathering-list-none = Наставники и наставляемые знакомятся вместе до того, как вы составите пары. Назначьте день, и я позову всех, кто готов.
gathering-plan =
    { $count ->
        [1] Назначить встречу
       *[other] Назначить: { $form }
    }
gathering-line =
    { $state ->
        [held] ✅ { $day } · { $form }
       *[planned] 🗓 { $day } · { $form }
    }
gathering-title = <b>Групповая встреча</b> · { $form }
gathering-when = 🗓 { $when }
gathering-where = 📍 { $place }
gathering-nowhere = 📍 место не указано
gathering-ready =
    { $count ->
        [0] Пока звать некого: никто из этой формы не готов к подбору пары. Как только будут готовы, приглашу ночью сам.
        [one] Никто ещё не знает о встрече. Готов к ней { $count } человек.
        [few] Никто ещё не знает о встрече. Готовы к ней { $count } человека.
       *[many] Никто ещё не знает о встрече. Готовы к ней { $count } человек.
    }
gathering-told =
    Приглашены: { $mentees ->
        [one] { $mentees } наставляемый
        [few] { $mentees } наставляемых
       *[many] { $mentees } наставляемых
    }, { $mentors ->
        [one] { $mentors } наставник
        [few] { $mentors } наставника
       *[many] { $mentors } наставников
    }
    Придут { $yes } · не смогут { $no } · молчат { $silent }
gathering-later =
    { $count ->
        [one] Ещё { $count } человек готов, приглашу ночью.
        [few] Ещё { $count } человека готовы, приглашу ночью.
       *[many] Ещё { $count } человек готовы, приглашу ночью.
    }
gathering-over = ⏳ Отметьте, кто пришёл.
gathering-came = ✅ Состоялась. Пришли { $came } из { $invited }.
gathering-unmarked = Не отмечены: { $count }.
gathering-is-off = Встреча отменена.
gathering-asked = Анкета предпочтений: ответили { $answered } из { $asked }.
gathering-not-asked = Теперь можно спросить пришедших, с кем они хотели бы работать.
gathering-minutes-signed = Протокол № { $number } от { $day }

gathering-invite =
    { $count ->
        [one] Пригласить { $count } человека
       *[other] Пригласить { $count } человек
    }
gathering-invite-later = Приглашать по готовности
gathering-place = Место
gathering-move = Другое время
gathering-off = Отменить встречу
gathering-off-sure = Отменить встречу { $when }? { $told ->
        [yes] Всем, кого я позвал, придёт сообщение.
       *[no] О ней никто не знает, сообщений не будет.
    }
gathering-off-yes = Да, отменить
gathering-off-no = Не отменять
gathering-who-came = Кто пришёл
gathering-ask =
    { $count ->
        [one] Спросить предпочтения: { $count } человек
        [few] Спросить предпочтения: { $count } человека
       *[many] Спросить предпочтения: { $count } человек
    }
gathering-minutes = Протокол
gathering-back = ‹ К встрече
gathering-all = ‹ Все встречи
gathering-elsewhere = Другое место
gathering-place-ask = Где соберётесь?
gathering-which-day = В какой день? · { $form }
gathering-which-hour = { $day }. В котором часу?

gathering-set = ✅ Время выбрано. Проверьте место и пригласите.
gathering-changed-told = ✅ Изменил. Всем, кого я позвал, придёт сообщение.
gathering-changed = ✅ Изменил.
gathering-invited = ✅ Пригласил. Родители несовершеннолетних тоже узнают. За день до встречи напомню.
gathering-called-off = Встреча отменена.
gathering-ask-done =
    { $count ->
        [0] Все пришедшие уже спрошены.
        [one] ✅ Спросил { $count } человека. Напомню через четыре дня, если не ответит.
       *[other] ✅ Спросил { $count } человек. Тем, кто не ответит, напомню через четыре дня.
    }

gathering-attendance = <b>Кто пришёл</b> · { $form } · { $when }
gathering-attendance-count = Пришли { $came } из { $invited }. Нажмите на имя, чтобы изменить.
gathering-attendance-none = На встречу никто не был приглашён.
gathering-guest =
    { $came ->
        [yes] ✅
        [no] ▫️
       *[unknown] ▫️
    } { $who } · { $side ->
        [mentor] наставник
       *[mentee] наставляемый
    }
gathering-everybody = Все пришли


gathering-mine = 👥 Групповая встреча: <b>{ $when }</b>{ $place ->
        [none] {""}
       *[other] {""}, { $place }
    }{ $reply ->
        [yes] {" "}· вы придёте
        [no] {" "}· вы не сможете
       *[none] {""}
    }
gathering-mine-button = Групповая встреча { $when }
gathering-mine-what = Наставники и наставляемые знакомятся, чтобы потом сказать, с кем хотели бы работать. Форма: { $form }.
gathering-come = Приду
gathering-come-not = Не смогу
gathering-to-calendar = В календарь
gathering-noted-yes = ✅ Записал: вы придёте.
gathering-noted-no = Записал: вы не сможете. Ничего страшного, пара подбирается и без встречи.
gathering-noted = Записал
gathering-calendar-title = Групповая встреча наставников и наставляемых
gathering-calendar-caption = Откройте файл, чтобы добавить встречу в календарь телефона.

notice-gathering-set =
    👥 Вас приглашают на групповую встречу: <b>{ $when }</b>
    Наставники и наставляемые познакомятся, чтобы потом сказать, с кем хотели бы работать.
notice-gathering-moved =
    👥 Групповая встреча теперь: <b>{ $when }</b>
    Скажите, пожалуйста, придёте ли вы.
notice-gathering-day = Напоминаю: { $when } групповая встреча наставников и наставляемых.
notice-gathering-off = Групповая встреча { $when } отменена. Если назначат другую, я напишу.
notice-gathering-parent =
    👥 Приглашение на групповую встречу программы наставничества: <b>{ $who }</b>
    { $when }. Там наставники и наставляемые знакомятся, куратор рядом.
notice-gathering-parent-moved =
    👥 Групповая встреча программы наставничества ({ $who }) теперь: <b>{ $when }</b>
notice-gathering-parent-off = Групповая встреча программы наставничества { $when } ({ $who }) отменена.
notice-gathering-over = ⏳ Групповая встреча { $when } ({ $form }) прошла. Отметьте, кто пришёл: это несколько нажатий.

gathering-refused-over = Эта встреча уже прошла или отменена. Откройте /menu.
gathering-refused-changed = Встреча изменилась — показываю, как сейчас.
gathering-refused-early = Встреча ещё не началась. Отметить, кто пришёл, можно после её начала.
gathering-refused-nobody = Сначала отметьте, кто пришёл на встречу.

avoided-section = Кто с кем не хотел бы
avoided-title = <b>Кто с кем не хотел бы работать</b>
avoided-about = Это видите только вы: кураторы и психолог. Названным людям об этом не говорят, в файлы это не попадает.
avoided-none = Никто не назвал тех, с кем не хотел бы работать.
avoided-line = { $who } ({ $side ->
        [mentor] наставник
       *[mentee] наставляемый
    }) — не с: { $whom }
avoided-next = Дальше ›
avoided-first = ‹ В начало списка

minutes-title = <b>Протокол групповой встречи</b> · { $form } · { $when }
minutes-present = Присутствовали: наставников { $mentors }, наставляемых { $mentees }.
minutes-of-agenda = <b>Повестка:</b>
minutes-of-decided = <b>Решили:</b>
minutes-signed = Подписан: № { $number } от { $day }.
minutes-next = Проверьте, распечатайте, подпишите и запишите номер и дату.
minutes-file = Скачать протокол
minutes-edit = Повестка и решения
minutes-sign = Подписан: номер и дата
minutes-correct = Исправить номер и дату
minutes-making = Готовлю протокол
minutes-file-name = Протокол групповой встречи { $day }
minutes-text = { $text }
minutes-kept = ✅ Записал.
minutes-agenda =
    Знакомство наставников и наставляемых.
    Рассказ куратора о программе наставничества, правах и обязанностях участников.
    Общение в малых группах.
minutes-decided =
    Провести анкетирование участников о предпочитаемом наставнике (наставляемом).
    По итогам анкетирования сформировать наставнические пары и группы.

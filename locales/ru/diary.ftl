# Запись о встречах, дневник пары, отчёт наставника.

diary-complete = Дополнить запись
diary-earlier = Раньше ›
diary-unplanned = Была встреча, которой нет в плане
diary-as-docx = Дневник: DOCX
diary-as-xlsx = Дневник: XLSX
diary-to-log = ⏳ { $day }: отметить
diary-open-entry = { $day }: дополнить
diary-making = Готовлю файл…
diary-file-name = Дневник встреч { $day }

diary-entry-title = <b>Встреча { $when }</b> · { $who }
diary-entry-empty = Пока только отметка. Можно добавить остальное сейчас или потом, до конца программы.
diary-entry-voice = 🎙 Можно и голосом: нажмите нужную строку и пришлите голосовое сообщение, оно останется при встрече. Услышите его вы и куратор.
diary-where = { $way }, { $place }
diary-way = { $way ->
        [online] онлайн
       *[place] очно
    }
diary-was-online = Это было онлайн
diary-was-place = Это было очно
diary-who-came = Кто был
diary-came = Были: { $who }
diary-absent = Не было: { $who }
diary-listen = 🎙 Прослушать
diary-listen-of = 🎙 Прослушать: { $day }
diary-voices = 🎙 { $count ->
        [one] { $count } голосовая заметка
        [few] { $count } голосовые заметки
       *[many] { $count } голосовых заметок
    }
diary-write-topic = Тема, цель
diary-write-summary = Содержание
diary-write-task = Договорённости
diary-write-trouble = Трудности
diary-write-note = Заметка
diary-line-topic = Тема: <i>{ $text }</i>
diary-line-summary = Что делали: <i>{ $text }</i>
diary-line-task = К следующей встрече: <i>{ $text }</i>
diary-line-trouble = Трудности (видит только куратор): <i>{ $text }</i>
diary-line-note = Заметка: <i>{ $text }</i>
diary-refused-future = Это время ещё не наступило. Такую встречу можно назначить.
diary-refused-before = Тогда пары ещё не было. Проверьте день.
diary-refused-twice = Встреча в это время уже есть в дневнике.
diary-correct = Исправить отметку
diary-corrected = ✅ Исправил.
diary-refused-settled = Куратор уже выяснил, была ли эта встреча. Если он ошибся, напишите ему.
diary-refused-none = Пар ещё нет, дневников тоже.

meeting-roll =
    Кто был на встрече { $when }?
    Снимите отметку с тех, кого не было.
meeting-roll-done = Готово
meeting-roll-somebody = Встреча состоялась, значит, кто-то был.
meeting-score-ask =
    Как вам встреча?
    <i>Ответ необязателен, его увидит только куратор.</i>
meeting-scored = Спасибо. Оценку увидит только куратор.
meeting-logged-score =
    { $logged }

    Как вам встреча? <i>Оценку увидит только куратор.</i>
meeting-logged-ahead =
    { $logged }

    Следующая встреча: { $when }
meeting-logged-put-off = Записал: в тот день встречи не было, её перенесли.
meeting-past-unlogged = ⏳ { $when } · не отмечена

voice-kept = 🎙 Сохранил голосовую заметку о встрече { $when }. Услышите её вы и куратор.
voice-coded = Голосовые сообщения я не беру: в них звучат имена, а в вашей школе имена в чат не попадают. Это сообщение не сохранено; удалите его, пожалуйста, и напишите текстом, без фамилий.
voice-nowhere = Здесь нужен текст или кнопка: картинки, голос и файлы я не читаю. Голосовую заметку о встрече можно оставить из её записи.
voice-too-long = Это сообщение длиннее пяти минут, я его не сохранил. Наговорите покороче или напишите главное.
voice-too-many = О встрече уже пять голосовых заметок, больше не сохраняю. Остальное можно написать.

diary-of-pair = Дневник пары
diary-of-all = Все дневники одним файлом
diary-sent-all = Все дневники в файле: лист на каждую пару.
diary-look-title =
    <b>Дневник пары</b>
    { $mentor } — { $mentees }
diary-check = Проверено ({ $count })
diary-checked-toast = Отмечено
diary-all-checked = ✅ Всё проверено.
diary-scores = Оценки: наставник { $mentor }, наставляемый { $mentees }

## Дневник на бумаге

diary-totals = Состоялось встреч: { $held } ({ $hours }). Не состоялось: { $missed }. Отменено: { $cancelled }. Назначено: { $planned }. Не отмечено: { $unlogged }.
diary-hours = { $hours } ч{ $minutes ->
        [0] {""}
       *[other] {" "}{ $minutes } мин
    }
diary-time = { $time }{ $held ->
        [yes] , { $minutes } мин
       *[no] {""}
    }
diary-kind = { $kind ->
        [first] знакомство
        [trial] пробная рабочая
        [planning] планирование
        [closing] заключительная
       *[regular] рабочая
    }
diary-state = { $state ->
        [held] состоялась
        [missed] не состоялась
        [cancelled] отменена
        [unlogged] не отмечена
       *[planned] назначена
    }
diary-result = { $result ->
        [good] получилось
        [partly] частично
       *[stuck] застряли
    }
diary-paper-voices = { $count ->
        [one] { $count } голосовая заметка
        [few] { $count } голосовые заметки
       *[many] { $count } голосовых заметок
    }
diary-moved = { $what ->
        [cancelled] отмена { $was }
       *[moved] перенос с { $was } на { $now }
    }
diary-moved-by = { $by ->
        [mentor] наставник
        [mentee] наставляемый
        [curator] куратор
       *[bot] вместе с парой
    }{ $reason ->
        [ill] : болезнь
        [busy] : занят(а)
        [late] : не успеть
        [other] : другая причина
       *[none] {""}
    }
diary-column-number = №
diary-column-date = Дата
diary-column-time = Время, длительность
diary-column-kind = Вид встречи
diary-column-state = Состоялась ли
diary-column-way = Форма, место
diary-column-topic = Тема, цель
diary-column-summary = Краткое содержание
diary-column-result = Результат
diary-column-task = Задание, договорённости
diary-column-trouble = Трудности
diary-column-came = Присутствовали
diary-column-absent = Отсутствовали
diary-column-mentor-score = Оценка наставника
diary-column-mentee-score = Оценка наставляемого
diary-column-moves = Переносы и отмены
diary-column-check = Отметка куратора

## Отчёт наставника

report-write = Написать отчёт наставника
report-write-of = Отчёт: { $who }
report-edit = Изменить отчёт
report-file = Отчёт наставника: DOCX
report-file-name = Отчёт наставника
report-waits = 📎 Программа скоро закончится: нужен ваш отчёт о работе (<b>{ $who }</b>). Встречи и часы я уже посчитал.
report-written =
    ✅ Отчёт сохранён, куратор его видит.

    Файл можно распечатать и подписать. Изменить отчёт можно до конца программы.
report-refused-none = Этого отчёта ещё нет.
report-none-yet = Отчёта наставника ещё нет.
report-meetings = по плану { $planned }, состоялось { $held }
report-plan = пунктов { $tasks }, выполнено { $done }, частично { $partly }
report-no-plan = план в боте не составляли
report-go-on = { $way ->
        [together] продолжать этой же парой
        [other] продолжать с другим наставником
        [alone] завершить: дальше справится без наставника
       *[not] завершить: пара не сложилась
    }
notice-mentor-report =
    { $again ->
        [0] Программа скоро закончится. Пора написать отчёт о работе: <b>{ $who }</b>.
       *[other] Напоминаю про отчёт о работе: <b>{ $who }</b>.
    } Встречи, часы и план я уже внёс, останется шесть вопросов.

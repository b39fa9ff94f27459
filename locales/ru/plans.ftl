# План развития наставляемого и индивидуальный образовательный маршрут.

plans-title = <b>{ $kind ->
    [path] Индивидуальный маршрут
   *[plan] План развития
}</b> · { $who ->
    [mentor] { $mentee }
    [mentee] наставник: { $mentor }
   *[curator] { $mentee }, наставник: { $mentor }
}
plans-of = <b>План и маршрут</b> · { $who ->
    [mentor] { $mentee }
    [mentee] наставник: { $mentor }
   *[curator] { $mentee }, наставник: { $mentor }
}
plans-goal = 🎯 { $goal }
plans-progress = { $bar } { $done } из { $planned }
plans-progress-partly = частично: { $count }
plans-progress-undone = не выполнено: { $count }
plans-progress-late = срок прошёл: { $count }
plans-being-made = { $who ->
    [mentor] Пока вы составляете план, о сроках никому не напоминаю. Наставляемый его уже видит.
   *[other] Наставник ещё составляет план.
}
plans-signed = Подписан { $day }.
plans-waiting = <b>Ждут вашей отметки</b>
plans-next = <b>Ближайшее</b>
plans-task-line = { $sign } { $number } { $task } — до { $day }
plans-tick-hint = Сделали? Нажмите на задание: наставник увидит.
plans-all-done = Все задания пройдены.
plans-all = Все задания
plans-change-plan = Изменить план
plans-history = Что менялось
plans-picture = Картинка
plans-print = Распечатать
plans-sign = Подписан
plans-ready = ✅ План готов
plans-back = ‹ К плану
plans-open = Открыть план
plans-to-pair = ‹ К паре
plans-section = <b>Раздел { $number }. { $name }</b>
plans-open-hint = Нажмите на номер, чтобы открыть задание.
plans-choose = Заданий в плане: { $count }. Снимите галочку с того, что не нужно; срок меняется кнопкой 📅.
plans-choose-line = { $task }
plans-own-task = Своё задание
plans-change-goal = Изменить цель
plans-task = <b>{ $number } { $task }</b>
plans-task-day = Срок: { $day }{ $late ->
    [yes] {" "}(прошёл)
   *[no] {""}
}
plans-task-place = Где и с кем: { $text }
plans-task-expected = Планируемый результат: { $text }
plans-task-actual = Что получилось: { $text }
plans-task-word = Слово наставника: { $text }
plans-task-removed = Задание убрано из плана.
plans-task-state = { $sign } { $state ->
    [done] Наставник отметил: выполнено.
    [partly] Наставник отметил: выполнено частично.
    [not] Наставник отметил: не выполнено.
   *[ticked] Наставляемый отметил: сделано.
}
plans-put-back = Вернуть в план
plans-tick = Сделал(а)
plans-untick = Ещё не сделано
plans-mark = { $mark ->
    [done] Выполнено
    [partly] Частично
   *[not] Не выполнено
}
plans-add-word = Добавить слово
plans-change-day = Срок
plans-change-text = Задание
plans-change-expected = Результат
plans-take-out = Убрать
plans-history-title = <b>Что менялось в плане</b>
plans-changed = { $when } · { $who }: { $what ->
    [made] начат план
    [ready] план готов
    [goal] новая цель — «{ $became }»
    [added] добавлено «{ $task }»
    [removed] убрано «{ $task }»
    [restored] возвращено «{ $task }»
    [task] задание звучит так: «{ $became }» (было «{ $was }»)
    [due] срок «{ $task }»: { $became } (был { $was })
    [expected] ждём от «{ $task }»: { $became }
    [ticked] сделано «{ $task }»
    [unticked] ещё не сделано «{ $task }»
    [mark] «{ $task }» — { $became }
    [actual] итог «{ $task }»: { $became }
    [word] слово о «{ $task }»: { $became }
   *[signed] план подписан { $became }
}
plans-by-curator = куратор
plans-earlier = Раньше ›
plans-new-title = <b>{ $kind ->
    [path] Индивидуальный маршрут
   *[plan] План развития
}</b> · { $mentee }
plans-request = Запрос: «{ $text }»
plans-sample = <b>{ $name }</b>, заданий: { $count }
plans-new-hint = Сроки расставлю сам, до { $day }. Дальше можно снять лишнее, поправить сроки и цель, добавить своё.
plans-make = { $kind ->
    [path] Составить маршрут
   *[plan] Составить план
}
plans-other-sample = Другой образец
plans-samples = { $kind ->
    [path] Какой маршрут ближе?
   *[plan] Какой план ближе к запросу?
}
plans-button = { $kind ->
    [path] Маршрут
   *[plan] План
} ({ $done } из { $planned })
plans-button-none = { $kind ->
    [path] Маршрут
   *[plan] План развития
}
plans-count = { $done } из { $planned }
plans-line = { $kind ->
    [path] Маршрут:
   *[plan] План развития:
}
plans-none = { $kind ->
    [path] Маршрута пока нет. { $who ->
        [mentor] В нём — курсы, кружки, олимпиады, события, чтение.
       *[other] {""}
    }
   *[plan] Плана пока нет. { $who ->
        [mentor] Обычно его составляют вместе на третьей встрече.
        [mentee] Обычно его составляют вместе с наставником на третьей встрече.
       *[curator] Его составляет наставник, обычно на третьей встрече.
    }
}
plans-group = Чей план?
plans-group-none = плана нет
plans-is-ready = ✅ План готов. Наставляемому придёт сообщение, а за два дня до срока — напоминание.
plans-ticked = Отмечено
plans-unticked = Отметка снята
plans-marked = Отметка поставлена
plans-kept = ✅ Записано.
plans-printing = Готовлю документ
plans-printed = Документ отправлен: распечатайте, подпишите, отметьте «Подписан».
plans-file-name = { $kind ->
    [path] маршрут
   *[plan] план развития
}
plans-drawing = Рисую
plans-picture-title = Выполнено { $done } из { $planned }
plans-legend = { $state ->
    [done] выполнено
    [partly] частично
    [not] не выполнено
    [ticked] сделано, ждёт отметки
    [late] срок прошёл
   *[ahead] впереди
}
plans-panel-next = 🎯 По плану: { $task } — до { $day }
plans-panel-waiting = 🎯 { $who }: { $count ->
    [one] { $count } задание ждёт
    [few] { $count } задания ждут
   *[many] { $count } заданий ждут
} вашей отметки.

plans-not-at-work = План открыт, пока пара работает.
plans-empty = В плане нет ни одного задания. Оставьте хотя бы одно.
plans-full = В плане уже тридцать заданий. Уберите лишнее, чтобы добавить новое.
plans-after-end = Этот день — после окончания программы. Выберите раньше.
plans-marked-already = Наставник уже поставил отметку.
plans-removed-already = Задание убрано из плана.

notice-plan-ready =
    { $kind ->
        [path] 🎯 Наставник ({ $who }) составил для вас индивидуальный маршрут, шагов в нём: { $count }.
       *[plan] 🎯 Наставник ({ $who }) составил ваш план развития, заданий в нём: { $count }.
    }
    Посмотрите. Что сделаете — отмечайте.
notice-plan-news =
    { $side ->
        [mentor] { $who }: сделано по { $kind ->
            [path] маршруту
           *[plan] плану
        }. Посмотрите и отметьте.
       *[mentee] Наставник ({ $who }): новое в вашем { $kind ->
            [path] маршруте
           *[plan] плане
        }.
    }
    { $tasks }
notice-plan-soon =
    ⏳ До { $day } по { $kind ->
        [path] маршруту
       *[plan] плану
    }:
    { $tasks }
    Сделаете — отметьте. Не получается — скажите наставнику ({ $who }).
notice-plan-overdue =
    { $who }: срок по { $kind ->
        [path] маршруту
       *[plan] плану
    } был { $day }, отметки пока нет.
    { $tasks }
    Если сделано — отметьте, если нет — договоритесь о новом сроке.

# Экраны и напоминания дорожной карты. Пункты и результаты — в roadmap_points.ftl.

roadmap = Дорожная карта
roadmap-day = { $day } { month-of }
roadmap-title = <b>Дорожная карта</b> · { $span }
roadmap-stage-line =
    <b>{ $mark }{ $stage }. { $title }</b>
    до { $until } · готово { $done } из { $points }{ $late ->
        [0] {""}
       *[other] , просрочено { $late }
    }
roadmap-stage-title = <b>Этап { $stage } из 7: { $title }</b>
roadmap-activity = <b>{ $title }</b>
roadmap-point = { $mark } { $number }. { $title }
roadmap-point-when = <i>до { $until } · { $who }</i>
roadmap-named = назначенный сотрудник
roadmap-task =
    { $mark } { $number }. { $title }
    <i>до { $until }</i>
roadmap-tasks = Мои задачи
roadmap-tasks-title = { $count ->
    [0] <b>Мои задачи</b> · всё сделано ✅
   *[other] <b>Мои задачи</b> · { $count }
}
roadmap-late-title = { $count ->
    [0] <b>Просрочено</b> · ничего ✅
   *[other] <b>Просрочено</b> · { $count }
}
roadmap-tasks-rest = … и ещё { $count } — по этапам.
roadmap-back = ‹ Этапы
roadmap-back-to-stage = ‹ Этап { $stage }
roadmap-back-to-point = ‹ К пункту
roadmap-more = Ещё ›
roadmap-panel = { $count ->
    [0] <b>Дорожная карта</b> · ваших задач сейчас нет.
   *[other] <b>Дорожная карта</b> · { $count ->
        [one] { $count } задача
        [few] { $count } задачи
       *[many] { $count } задач
    } за вами{ $late ->
        [0] {""}
       *[other] , просрочено { $late }
    }
}

roadmap-card-title =
    <b>Пункт { $number }</b>
    { $title }
roadmap-card-dates = Сроки: { $span }
roadmap-card-late = ⚠️ { $days ->
    [one] Просрочен на { $days } день
    [few] Просрочен на { $days } дня
   *[many] Просрочен на { $days } дней
}
roadmap-card-who = Отвечает: { $who }
roadmap-card-result = Что должно получиться: { $text }
roadmap-card-done = ✅ Выполнено { $day } · { $who }
roadmap-card-note = Заметка: { $text }
roadmap-done = Выполнено
roadmap-undo = Вернуть в работу
roadmap-dates = Изменить сроки
roadmap-who = Кто отвечает
roadmap-who-title =
    <b>Кто отвечает за пункт { $number }?</b>
    { $title }

    Роль — все, у кого она есть; человек — только он.
roadmap-role = { $role ->
    [curator] куратор
    [head] директор
    [deputy] заместитель директора
    [psychologist] психолог
    [class_teacher] классные руководители
    [methodist] методист
    [trainer] преподаватель курса для наставников
    [social_worker] социальный педагог
   *[editor] редактор сайта
}
roadmap-role-all = { $role ->
    [curator] Куратор
    [head] Директор
    [deputy] Заместитель
    [psychologist] Психолог
    [class_teacher] Классные руководители
    [methodist] Методист
    [trainer] Преподаватель курса
    [social_worker] Социальный педагог
   *[editor] Редактор сайта
}
roadmap-open-point = Открыть пункт

roadmap-closed = ✅ Пункт отмечен выполненным.
roadmap-reopened = Пункт снова в работе.
roadmap-moved = ✅ Сроки изменены, напоминания придут по новым.
roadmap-assigned = Ответственный назначен.
roadmap-moved-already = Пока вы выбирали, эти сроки изменил другой куратор. Вот новые; если нужно, измените ещё раз.
roadmap-assigned-already = Пока вы выбирали, ответственного уже сменили. На карточке — новый.
roadmap-done-already = Этот пункт уже отметили до вас. Вот его карточка.
roadmap-open-already = Отметку уже сняли до вас. Откройте пункт ещё раз.
roadmap-not-yet = Дорожной карты ещё нет: сначала куратор настраивает школу.

notice-roadmap-soon = ⏳ { $count ->
    [one] Через три дня, { $day }, заканчивается срок пункта дорожной карты:
    [few] Через три дня, { $day }, заканчивается срок { $count } пунктов дорожной карты:
   *[many] Через три дня, { $day }, заканчивается срок { $count } пунктов дорожной карты:
}
notice-roadmap-late = ⚠️ { $count ->
    [one] Срок закончился { $day }, а пункт дорожной карты не отмечен:
    [few] Срок закончился { $day }, а { $count } пункта дорожной карты не отмечены:
   *[many] Срок закончился { $day }, а { $count } пунктов дорожной карты не отмечены:
}

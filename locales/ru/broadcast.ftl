# Рассылка: кому, сколько их, что; отправка и остановка.

sections-broadcast = Рассылка
broadcast-title =
    <b>Рассылка</b>
    Одно сообщение многим: наставляемым, наставникам, родителям или сотрудникам. Перед отправкой покажу, сколько человек его получит.
broadcast-title-latest =
    { broadcast-title }

    Последние рассылки — под кнопками:
broadcast-write = Написать
broadcast-preview = <b>Проверьте перед отправкой</b>
broadcast-role = { $role ->
    [mentee] Наставляемые
    [mentor] Наставники
    [guardian] Родители
   *[staff] Сотрудники
}: { $count }
broadcast-all = { $count ->
    [0] Получателей нет: никто из выбранных ещё не допущен с согласием или не открыл бота.
    [one] Получит { $count } человек.
    [few] Получат { $count } человека.
   *[many] Получат { $count } человек.
}
broadcast-without = { $count ->
    [one] Ещё { $count } человек не в боте: ему скажите сами.
    [few] Ещё { $count } человека не в боте: им скажите сами.
   *[many] Ещё { $count } человек не в боте: им скажите сами.
}
broadcast-send = Отправить ({ $count })
broadcast-waits = 📅 Ближайший учебный день – { $day }: рассылка уйдёт тогда. Если дело срочное, отправьте сейчас; ночью всё равно не пишу.
broadcast-send-on = Отправить { $day }
broadcast-send-now = Отправить сейчас
broadcast-cancel = Отмена
broadcast-cancelled = Отменено, никому ничего не ушло.
broadcast-going = ⏳ <b>Рассылка идёт</b>
broadcast-over = ✅ <b>Рассылка закончена</b>
broadcast-stopped = <b>Рассылка остановлена</b>
broadcast-progress = Отправлено { $sent } из { $all }
broadcast-held = <i>На уроках, ночью и в каникулы не пишу: кому сейчас нельзя, получит позже.</i>
broadcast-missed = Не получили: { $count } (заблокировали бота, вышли из программы или рассылку остановили).
broadcast-text = <blockquote expandable>{ $text }</blockquote>
broadcast-refresh = Обновить
broadcast-stop = Остановить
broadcast-back = ‹ Рассылки
broadcast-nobody = Отправлять некому: получателей сейчас нет.
broadcast-not-yet = Сначала настройте школу.

notice-broadcast =
    <b>Сообщение от куратора</b>

    { $text }
broadcast-ended = Эту рассылку уже отправили или отменили. Откройте раздел «Рассылка».

# Вопросы к черновику пар: «Почему не …?», «Что если …», запасной вариант на карточке.

questions-why = Почему не …?
questions-what-if = Что если …
questions-what-if-title = <b>Что если …</b> · { matching-form }

    Посчитаю черновик заново и покажу разницу. Сам черновик не изменится.
questions-try-place = У наставника будет ещё одно место
questions-try-allow = Разрешить запрещённую пару
questions-try-mentee-leaves = Наставляемый выйдет из программы
questions-try-mentor-leaves = Наставник выйдет из программы

# Выбор людей
questions-choose-why-mentee = <b>Почему не …?</b>

    О каком наставляемом спросим?
questions-choose-why-mentor = <b>Почему не …?</b>

    С каким наставником?
questions-choose-allow-mentee = <b>Что если разрешить пару?</b>

    Кто наставляемый?
questions-choose-allow-mentor = <b>Что если разрешить пару?</b>

    Кто наставник?
questions-choose-place = <b>Что если будет ещё одно место?</b>

    У какого наставника?
questions-choose-mentee-leaves = <b>Что если наставляемый выйдет?</b>

    Кто именно?
questions-choose-mentor-leaves = <b>Что если наставник выйдет?</b>

    Кто именно?
questions-seek = Найти
questions-everybody = Весь список
questions-other-mentee = Другой наставляемый
questions-back-what-if = ‹ Что если …
questions-nobody = Здесь пока никого нет.
questions-nobody-found = Никого не нашлось. Попробуйте другую часть имени.
questions-found-more = Показаны первые { $count }. Если нужного человека нет, наберите имя полнее.

# Ответ
questions-title-why = <b>Почему не эти двое?</b>
questions-title-allow = <b>Что если разрешить эту пару?</b>
questions-title-place = <b>Что если ещё одно место?</b>
questions-title-mentee-leaves = <b>Что если этот человек выйдет?</b>
questions-title-mentor-leaves = <b>Что если этот человек выйдет?</b>
questions-mentor = Наставник: <b>{ $who }</b>
questions-mentee = Наставляемый: <b>{ $who }</b>

questions-together = Они и так пара в этом черновике.
questions-forbidden = Так нельзя:
questions-waivable = Это правило вы можете обойти: решение за вами.
questions-lacking = { $who }: в подборе пока не участвует. Не хватает: { $missing }.
questions-not-in-matching = { $who }: в подборе пока не участвует.
questions-allowed = Сейчас мешает:
questions-apart = Даже без запрета черновик сведёт их иначе.
questions-nothing-changes = В черновике ничего не изменится.
questions-nobody-else = Можно, и больше ни у кого ничего не изменится:
questions-nobody-moves = Больше ни у кого ничего не изменится.
questions-then = Тогда изменится вот что:
questions-and-more = … и ещё у { $count ->
    [one] { $count } человека
   *[other] { $count } человек
}
questions-gets = { $who }: появится наставник – { $becomes }
questions-changes = { $who }: { $was } → { $becomes }
questions-loses = { $who }: останется без пары (сейчас наставник – { $was })
questions-takes-place = { $line }; место освободит { $who }
questions-numbers = Станет: пар { $pairs } ({ $pairs_more }), крепких { $strong } ({ $strong_more }).

questions-if-allowed = Что если разрешить?
questions-pin = Закрепить эту пару
questions-ask-mentor = Спросить наставника о месте
questions-again = Спросить о других

# Запасной вариант на карточке пары
questions-runner-up = Запасной вариант: { $who } – но тогда { $cost }.
questions-runner-up-free = Запасной вариант: { $who }. Больше ни у кого ничего не изменится.
questions-runner-up-none = Запасного варианта нет: больше никто не подходит.
questions-cost-lost = без пары останется: { $names }
questions-cost-moved = сменится наставник: { $names }
questions-cost-gained = пара появится: { $names }
questions-cost-weaker = крепких пар меньше на { $count }
questions-names-more = { $names } и ещё { $count }

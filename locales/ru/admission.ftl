# Новые участники: куратор принимает, отклоняет, отмечает допуск взрослых не из школы.

place-class = { $letter ->
    [none] { $level } класс
   *[other] { $level } «{ $letter }»
}

admission-title = <b>Новые участники: { $count }</b>
admission-how = Пришли по открытой ссылке. Проверьте, что знаете каждого: до этого никого нет ни в списках, ни в подборе.
admission-nobody = Сейчас новых нет. Когда кто-то придёт по ссылке, он появится здесь.
admission-uncleared = ⚠️ { $count ->
    [one] У { $count } взрослого не из школы
   *[other] У { $count } взрослых не из школы
} нет отметки «допуск проверен» (ТК РФ, ст. 351.1).
admission-admit-short = Принять
admission-clear-short = Допуск
admission-all = Принять всех ({ $count })
admission-card-title = <b>{ $name }</b>
admission-kind = { $kind ->
    [pupil] Ученик
    [teacher] Педагог
    [student] Студент, не из школы
   *[other] Партнёр, не из школы
}: { $place }
admission-born = Дата рождения: { $day }
admission-side = { $side ->
    [mentor] Хочет быть наставником
   *[mentee] Ищет наставника
}
admission-lack = ⏳ Ещё нет: { $lack ->
    [declined] согласия (ответили «не согласны»)
    [no_consent] согласия
    [no_assent] согласия ученика
    [no_guardian] ответа родителя
    [no_paper] бумаги от родителя
    [guardian_unconfirmed] подтверждения, что это родитель
   *[not_cleared] проверки допуска (ТК РФ, ст. 351.1)
}
admission-admit = Принять
admission-turn-away = Не принимать
admission-turn-away-ask =
    <b>{ $name }: не принимать?</b>
    Человек узнает об этом, а его данные удалятся завтра.
admission-turn-away-sure = Да, не принимать
admission-turned-away = Отклонено, данные удалятся завтра.
admission-clear = Допуск проверен
admission-cleared = ✅ Допуск отмечен.
admission-guardian = Это действительно родитель: { $name }
admission-back = ‹ К списку
admission-admitted = Принято: { $name }
admission-admitted-uncleared = Принято: { $name }. Осталось отметить допуск (ст. 351.1).
admission-admitted-all = { $count ->
    [one] Принят { $count } человек
    [few] Приняты { $count } человека
   *[many] Принято { $count } человек
}
sections-admission = Новые участники
notice-newcomers = { $count ->
    [one] Ждёт приёма { $count } новый участник
    [few] Ждут приёма { $count } новых участника
   *[many] Ждут приёма { $count } новых участников
}.
notice-admitted = { $cleared ->
    [no] ✅ Куратор принял вас в программу. Осталась проверка допуска к работе с детьми (ТК РФ, ст. 351.1): принесите куратору справку.
   *[yes] ✅ Куратор принял вас в программу. Что дальше — в /menu.
}
notice-turned-away = Куратор не принял вас в программу. Ваши данные удалятся завтра. Если это ошибка, подойдите к куратору школы.

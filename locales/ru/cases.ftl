# Без пары: список куратора, карточка, кто ведёт, что сделано; что видит сам человек и о чём спрашивают наставника.

cases-waits = { $days ->
    [0] ждёт с сегодняшнего дня
    [one] ждёт { $days } день
    [few] ждёт { $days } дня
   *[many] ждёт { $days } дней
}
cases-title = <b>Без пары</b> · { $form ->
    [all] все формы
   *[other] { matching-form }
}: { $count ->
    [one] { $count } человек
    [few] { $count } человека
   *[many] { $count } человек
}
cases-none = Без пары никого нет: у всех, кто прошёл подбор, есть пара.
cases-drafted = Причины — по черновику от { $moment }.
cases-line = { $number }. <b>{ $who }</b> — { cases-waits }
cases-cause = Причина: { $text }
cases-help = Что поможет: { $text }
cases-lacks = не хватает: { $lacks }.
cases-cause-offered = пару предложили, ждём ответов.
cases-cause-proposed = в черновике есть пара, она ждёт вашего решения.
cases-cause-fell = прежняя пара закончилась или не сложилась. Пересчитайте подбор.
cases-carer = Ведёт: { $who }
cases-carer-for = Ведёт: { $who } ({ $care ->
    [talk] поговорить с самим человеком
    [family] поговорить с семьёй
   *[find_out] выяснить, что поможет
})
cases-try = Следующая попытка: { $day }
cases-try-late = ⚠️ Попытка была назначена: { $day }
cases-form = { matching-form } ({ $count })
cases-form-all = Все формы ({ $count })
cases-to-list = ‹ К списку
cases-to-case = ‹ К карточке
cases-open = Открыть карточку

cases-card-title = <b>{ $who }</b> · { matching-form }
cases-card-waits = Без пары, { cases-waits }.
cases-card-closed = { $outcome ->
    [paired] ✅ Пара нашлась, искать больше не нужно.
    [left] Участие закончено.
   *[not_wanted] Закрыто: наставник больше не нужен.
}
cases-done-title = Что сделано:
cases-done-none = Пока ничего не сделано.
cases-done-line = • { $day }: { cases-did }{ $about ->
    [none] {""}
   *[other] {" "}({ $about })
}
cases-done-words = • { $day }: «{ $words }» ({ $by })
cases-done-nudged = • { $day }: напомнили о том, чего не хватает
cases-did = { $detail ->
    [asked_mentor] спросили наставника о месте
    [mentor_yes] наставник возьмёт ещё одного
    [mentor_no] наставник не сможет взять ещё одного
    [given] поручено
    [planned] назначена следующая попытка
    [talked] поговорили
    [family] поговорили с семьёй
    [group] предложили группу
    [other_form] предложили другую форму
   *[words] запись
}
cases-mentor-yes = ✅ Наставник согласен взять ещё одного ({ $mentor }). Пересчитайте подбор: место появилось.

cases-ask-mentor = Спросить о месте: { $mentor }
cases-unban = Снять запрет: { $mentor }
cases-other-mentor = Другой наставник
cases-person = Анкета и согласия
cases-redo = Пересчитать подбор
cases-other-form = Другая форма
cases-give = Поручить
cases-plan = Следующая попытка
cases-done = Что сделано
cases-close = Наставник не нужен

cases-asked = ✅ Спросил наставника. Об ответе напишу.
cases-give-title = <b>Кто поможет найти пару?</b>
    { $who }

    Этот взрослый увидит, кто ждёт и сколько, и сможет отметить, что сделал.
cases-give-none = Поручить некому: пригласите психолога, социального педагога или классного руководителя.
cases-carer-line = { $who } · { role-name }
cases-care-title = <b>О чём попросить?</b>
    { $who }
cases-care-talk = Поговорить с самим человеком
cases-care-family = Поговорить с семьёй
cases-care-find_out = Выяснить, что поможет
cases-given = ✅ Поручено, сообщение отправлено.
cases-given-self = ✅ Теперь это ведёте вы.
cases-plan-title = <b>Когда попробовать снова?</b>
    { $who }

    В этот день я напомню вам, а человеку скажу, когда ждать новостей.
cases-plan-in = { $days ->
    [1] Завтра
    [7] Через неделю
    [14] Через две недели
    [30] Через месяц
    [one] Через { $days } день
    [few] Через { $days } дня
   *[many] Через { $days } дней
}
cases-plan-not = Без даты
cases-planned = ✅ Записал.
cases-mark-title = <b>Что сделано?</b>
    { $who }
cases-mark-talked = Поговорили
cases-mark-family = Поговорили с семьёй
cases-mark-group = Предложили группу
cases-mark-other_form = Предложили другую форму
cases-mark-words = Написать словами
cases-marked = ✅ Записал.
cases-close-sure = <b>Наставник больше не нужен?</b>
    { $who }

    Человек выйдет из подбора, я вежливо ему сообщу. Вернуть можно из карточки участника.
cases-close-yes = Да, закрыть
cases-close-no = Нет, ищем дальше
cases-closed = Закрыто.

# Отказы
cases-over = По этому человеку уже всё решено.
cases-asked-already = Этого наставника уже спрашивали об этом человеке.
cases-mentor-thinks = Этот наставник ещё не ответил на прошлый такой вопрос.
cases-no-more-places = У этого наставника уже предел мест для этой формы. Предел можно поднять в настройках.
cases-no-consent = Согласие ещё не полное: до этого о человеке нельзя рассказывать другим взрослым.
cases-has-offer = Сейчас этому человеку предложена пара. Сначала дождитесь ответа или отмените её.
cases-answered = На этот вопрос уже ответили, или он больше не нужен.

# Тот, кому поручено
cases-care-panel = 🤝 Ищут наставника, и куратор просит вас помочь: { $count }
cases-care-open = Кто ждёт пару ({ $count })
cases-care-list = <b>Кто ждёт пару</b>
    Куратор просит вас помочь. Видите это вы и кураторы.
cases-care-none = Сейчас вам никто не поручен.
cases-care-asked = Просьба куратора: { $care ->
    [talk] поговорить с самим человеком.
    [family] поговорить с семьёй.
   *[find_out] выяснить, что поможет.
}
cases-care-hint = Отметьте, что сделали: это увидят кураторы. Записи для психологов — по кнопке «Рассказать».
cases-care-tell = Рассказать
cases-care-person-line = { $number }. <b>{ $who }</b> — { cases-waits }

# Сам человек
cases-told-no_mentors = Пока в программе нет готового наставника для вас: куратор ищет.
cases-told-no_places = Сейчас у подходящих наставников нет свободного места.
cases-told-not_offered = С этим запросом пока никто не помогает. Если подойдёт и другая тема, добавьте её в заявку.
cases-told-hours = Пока ваше свободное время не совпало со временем наставников. Если можете, добавьте ещё время в заявку: так найти проще.
cases-told-format = Пока вы и подходящие наставники хотите встречаться по-разному. Если вам удобно и очно, и онлайн, отметьте это в заявке.
cases-told-searching = Куратор ищет наставника, который подойдёт именно вам.
cases-told-mentor = Наставляемого для вас пока нет: ждём подходящего запроса. Ваша готовность помочь важна.
cases-told-try = Куратор вернётся к поиску { $day }.
cases-told-until = Пары складываются до { $day }.
cases-change = { $told ->
    [hours] Добавить время
    [format] Изменить формат
   *[not_offered] Добавить тему
}
notice-case-plan = Мы помним о вас: куратор вернётся к поиску наставника { $day }. Как только пара найдётся, я напишу.
notice-case-closed = Куратор отметил, что наставник вам больше не нужен, и поиск закончен. Если это не так или вы передумаете, напишите куратору из меню.

# Вопрос наставнику
cases-place-asked = 🙋 Куратор спрашивает: сможете взять ещё одного наставляемого?
    Сейчас мест, которые вы предложили: { $places }. Кого именно — узнаете из предложения пары и сможете отказаться.
cases-place-yes = Да, возьму
cases-place-no = Нет, не смогу
cases-place-thanks-yes = ✅ Спасибо! Записал ещё одно место. Когда куратор предложит пару, я напишу.
cases-place-thanks-no = Спасибо за честный ответ. Ничего не меняется.
notice-place-asked = { cases-place-asked }
notice-place-answered = { $answer ->
    [yes] ✅ Наставник возьмёт ещё одного наставляемого ({ $mentor }): место появилось.
   *[no] Наставник не сможет взять ещё одного наставляемого ({ $mentor }).
}
    Ждёт: { $mentee }
notice-case-given = 🤝 Куратор просит вас помочь найти пару: { $who }, { cases-waits }.
    { cases-care-asked }
notice-case-step = 🤝 { $by }: { cases-did } — { $who }

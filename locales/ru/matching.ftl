# Подбор пар: черновик, карточка пары, кто остался без пары, выбор наставника, подтверждение.

sections-matching = Подбор пар

matching-form = { $form ->
    [pupil_pupil] ученик – ученик
    [teacher_teacher] учитель – учитель
    [teacher_pupil] учитель – ученик
    [student_pupil] студент – ученик
    [employer_pupil] работодатель – ученик
   *[other] другая форма
}
matching-choose-form = <b>Подбор пар</b>

    Для какой формы наставничества?
match-no-programme = Сначала настройте школу и сроки программы.

# Люди
matching-who = { $name }, { $place }

# Черновик
matching-title = <b>Подбор пар</b> · { matching-form }
matching-recomputed = { $why ->
    [rules] Черновик пересчитан по правилам, как они сейчас.
   *[data] Данные изменились, черновик пересчитан.
}
matching-redone = Черновик пересчитан.
matching-pairs = { $count ->
    [0] Новых пар сейчас предложить не могу.
    [one] Предлагаю { $count } пару. Пока вы не подтвердите, об этом никто не знает.
    [few] Предлагаю { $count } пары. Пока вы не подтвердите, об этом никто не знает.
   *[many] Предлагаю { $count } пар. Пока вы не подтвердите, об этом никто не знает.
}
matching-unpaired = Без пары: { $count }
matching-free = Свободных мест у наставников: { $places } (наставников: { $mentors })
matching-unready = Ещё не готовы к подбору: { $count }. Чего не хватает, видно в разделе «Участники».
matching-asked = Ждём ответа на предложение: { $count }
matching-agreed = Обе стороны согласны: { $count }
matching-active = Пары по приказу: { $count }
matching-broken-pins = ⚠️ Не получилось закрепить:
matching-broken-pin = { $mentor } — { $mentee }: { $cause }

matching-further = Ещё
matching-further-title = <b>Подбор пар</b> · { matching-form } · ещё

    Что бывает нужно реже.
matching-look = Смотреть пары ({ $count })
matching-look-unpaired = Без пары ({ $count })
matching-look-confirmed = Подтверждённые ({ $count })
matching-redo = Пересчитать
matching-redo-afresh = Пересчитать без оглядки
matching-all = Подтвердить все ({ $count })
matching-back = ‹ К подбору

# Карточка
matching-card-title = <b>Пара { $at } из { $total }</b> · { matching-form }
matching-card-mentor = Наставник: <b>{ $who }</b> — { $free ->
    [one] свободно { $free } место
    [few] свободно { $free } места
   *[many] свободно { $free } мест
}
matching-card-mentee = Наставляемый: <b>{ $who }</b>
matching-why = Почему:
matching-no-reasons = Совпадений в анкетах не нашлось.
matching-weakness = Слабое место: { $text }
matching-line = • { $text }
matching-confirm = Подтвердить
matching-ban = Не сводить
matching-unban = Снять запрет
matching-pin = Закрепить
matching-unpin = Открепить
matching-other = Другой наставник
matching-at = { $at }/{ $total }
matching-confirmed = ✅ Пара подтверждена, обеим сторонам отправлено предложение.
matching-banned = Больше не предложу эту пару.
matching-unbanned = Запрет снят.
matching-pinned = Пара закреплена: при пересчёте останется.
matching-unpinned = Пара откреплена.

matching-all-sure = { $count ->
    [one] <b>Подтвердить { $count } пару?</b>
    [few] <b>Подтвердить { $count } пары?</b>
   *[many] <b>Подтвердить { $count } пар?</b>
}

    Каждому придёт предложение; на ответ { $days ->
        [one] { $days } день
        [few] { $days } дня
       *[many] { $days } дней
    }.
matching-all-yes = Да, подтвердить
matching-all-no = Нет, вернуться
matching-all-done = ✅ Подтверждено пар: { $done }.
matching-all-failed = Не получилось: { $failed }. Пока вы смотрели, место заняли или данные изменились.

# Без пары
matching-unpaired-title = <b>Без пары</b> · { matching-form }: { $count }
matching-unpaired-none = Все, кто готов к подбору, с парой.
matching-unpaired-line = { $number }. <b>{ $who }</b> — { $days ->
    [0] первый день в подборе
    [one] ждёт { $days } день
    [few] ждёт { $days } дня
   *[many] ждёт { $days } дней
}
matching-unpaired-cause = Причина: { $text }
matching-unpaired-help = Что поможет: { $text }
matching-unpaired-choose = Чтобы выбрать наставника самим, нажмите номер.

# Выбор наставника
matching-choices-title = <b>Наставник для:</b> { $who }
matching-choices-none = В этой форме пока нет ни одного наставника.
matching-choice = { $number }. <b>{ $who }</b> — { $free ->
    [one] свободно { $free } место
    [few] свободно { $free } места
   *[many] свободно { $free } мест
}
matching-choice-for = За: { $text }
matching-choice-against = Против: { $text }
matching-choice-forbidden = ⚠️ Нельзя: { $text }
matching-choice-waivable = ⚠️ По правилам не подходит: { $text } Вы можете решить иначе.
matching-hand-sure = <b>Свести?</b>

    Наставник: { $mentor }
    Наставляемый: { $mentee }
matching-hand-yes = Свести
matching-more = Дальше ›
matching-less = ‹ Назад

# Подтверждённые
matching-confirmed-title = <b>Подтверждённые пары</b>
matching-confirmed-none = Подтверждённых пар пока нет.
matching-confirmed-line = { $number }. { $mentor } — { $mentee }
    { matching-state }
matching-state = { $state ->
    [offered] ⏳ ждём ответа
    [accepted] ✅ обе стороны согласны
    [active] ✅ по приказу
   *[frozen] приостановлена
}
matching-one-title = <b>Подтверждённая пара</b> · { matching-form }
matching-one-mentor = Наставник: <b>{ $who }</b>
matching-one-mentee = Наставляемый: <b>{ $who }</b>
matching-one-others = В той же группе: { $who }
matching-answer = { $side ->
    [mentor] Ответ наставника
   *[mentee] Ответ наставляемого
}: { $answer ->
    [accepted] ✅ согласие
    [declined] отказ
    [lapsed] нет ответа в срок
    [recalled] предложение отозвано
   *[none] ⏳ ждём до { $day } { month-of }
}
matching-undo = Отменить пару
matching-undo-sure = <b>Отменить эту пару?</b>

    Обоим придёт вежливое сообщение. Место наставника снова станет свободным.
matching-undo-yes = Да, отменить
matching-undone = Пара отменена.

# Отказы
match-no-place = У этого наставника больше нет свободного места: его только что заняли. Выберите другого.
match-has-mentor = У этого наставляемого уже есть пара.
match-not-ready = Сейчас эту пару не свести: у кого-то из двоих уже есть пара или чего-то не хватает. Откройте подбор заново.
match-draft-old = Появился более новый черновик. Откройте подбор заново.
match-over = Этой пары уже нет.
match-in-order = Эта пара уже в приказе. Сначала отмените черновик приказа.
match-forbidden-own_hindrance = Наставляемый ещё не готов к подбору.
match-forbidden-other_form = Эти люди в разных формах наставничества.
match-forbidden-same_person = Это один и тот же человек.
match-forbidden-mentor_hindrance = Наставник ещё не готов к подбору.
match-forbidden-banned = Эту пару решили не сводить. Кто: { match-by }. Сначала снимите запрет.
match-forbidden-loop = Эти двое уже наставник и наставляемый наоборот.
match-forbidden-partner = Нет согласия передать данные наставляемого в организацию этого наставника. Проверьте, что она названа в карточке наставника и в реквизитах для согласий одинаково, и попросите согласие в реестре согласий.
match-forbidden-avoided = После встречи один из двоих назвал другого среди тех, с кем работать не хотел бы. Поговорите с обоими. Это видите только вы.
match-forbidden-relatives = Наставник и наставляемый – родственники.
match-forbidden-class_teacher = Наставник – классный руководитель этого класса. Разрешить такие пары можно в правилах подбора.

# Почему эти двое (mentoring/matching_outcome.py: Reason)
matching-reason-request = запрос совпадает с тем, с чем помогает наставник: { $areas }
matching-reason-hours = общее свободное время: { $slots }
matching-reason-age = { $wish ->
    [older] хочется наставника постарше, так и есть
    [peer] хочется наставника-ровесника, так и есть
   *[any] возраст подходит
}
matching-reason-classes = наставник хотел помогать именно такому классу
matching-reason-interests = общие интересы: { $interests }
matching-reason-gender = пожелание, юноша или девушка, учтено
matching-reason-format = { $meets ->
    [in_person] обоим удобно встречаться очно
    [online] обоим удобно встречаться онлайн
   *[any] обоим подходят и очные встречи, и онлайн
}
matching-reason-waiting = { $days ->
    [one] ждёт наставника { $days } день
    [few] ждёт наставника { $days } дня
   *[many] ждёт наставника { $days } дней
}
matching-reason-left_before = в прошлый раз пара не сложилась
matching-reason-mutual = после встречи назвали друг друга
matching-reason-chosen = { $who ->
    [mentor] наставник хотел бы работать именно с этим наставляемым
   *[mentee] наставляемый хотел бы работать именно с этим наставником
}
matching-reason-language = общий язык: { $languages }
matching-reason-building = учатся или работают в одном здании
matching-reason-pinned = пару закрепили вы

# Слабые места (Weakness)
matching-weakness-part_of_request = наставник не помогает с частью запроса: { $missing }
matching-weakness-request_not_said = в заявке не сказано, с чем нужна помощь
matching-weakness-few_hours = мало общего времени: { $slots }
matching-weakness-no_hours = общего времени нет
matching-weakness-hours_not_said = { $who ->
    [mentor] наставник не указал свободное время
    [mentee] наставляемый не указал свободное время
   *[both] оба не указали свободное время
}
matching-weakness-age = { $wish ->
    [older] хотелось наставника постарше
    [peer] хотелось наставника-ровесника
   *[any] возраст не тот
}
matching-weakness-classes = наставник хотел помогать другим классам
matching-weakness-interests = общих интересов нет
matching-weakness-gender = хотелось иначе: юношу или девушку
matching-weakness-not_chosen = { $who ->
    [mentor] после встречи наставник назвал других
    [mentee] после встречи наставляемый назвал других
   *[both] после встречи оба назвали других
}
matching-weakness-language = общего языка нет
matching-weakness-building = разные здания
matching-weakness-small_group = пары закрепили вы, но группа меньше наименьшей: нужно хотя бы { $least }
matching-weakness-rule = { $cause ->
    [not_offered] наставник не помогает с тем, о чём просят
    [no_common_hours] общего свободного времени нет
    [format] один за очные встречи, другой за онлайн
    [class_rule] наставник не старше классом
    [must] не выполнено то, что вы назвали обязательным: { matching-criterion }
   *[other] пара сведена вопреки правилам подбора
}

# Почему пары нет (Cause)
matching-cause-own_hindrance = { matching-hindrance }
matching-cause-no_mentors = в этой форме пока нет ни одного готового наставника.
matching-cause-other_form = это разные формы наставничества.
matching-cause-same_person = это один и тот же человек.
matching-cause-mentor_hindrance = наставник ещё не готов: { matching-hindrance }
matching-cause-not_offered = никто не предлагает помощь с этим: { $areas }.
matching-cause-no_common_hours = с подходящими наставниками нет общего свободного времени.
matching-cause-format = подходящие наставники встречаются иначе: кто-то только очно, кто-то только онлайн.
matching-cause-class_rule = подходящие наставники не старше классом.
matching-cause-banned = подходящих наставников с этим человеком решено не сводить: запрет.
matching-cause-loop = подходящий наставник сам учится у этого человека.
matching-cause-partner = согласия наставляемого на передачу данных не называют организацию подходящих наставников.
matching-cause-no_places = у подходящих наставников не осталось мест.
matching-cause-has_mentor = у этого человека закреплён другой наставник.
matching-cause-avoided = после встречи кто-то из двоих назвал другого среди тех, с кем работать не хотел бы.
matching-cause-relatives = подходящие наставники – родственники.
matching-cause-class_teacher = подходящий наставник – классный руководитель этого класса.
matching-cause-must = никто не подходит по тому, что вы назвали обязательным: { matching-criterion }.
matching-cause-small_group = не набирается группа: нужно хотя бы { $least }.
matching-cause-weak = пара нашлась бы, но слабая или ценой чужой крепкой, а вы выбрали «лучше пары».
matching-cause-mentors = Это: { $mentors }.

# Почему нельзя именно этих двоих
matching-forbidden-own_hindrance = наставляемый ещё не готов: { matching-hindrance }
matching-forbidden-mentor_hindrance = наставник ещё не готов: { matching-hindrance }
matching-forbidden-other_form = это разные формы наставничества.
matching-forbidden-same_person = это один и тот же человек.
matching-forbidden-not_offered = не помогает с этим: { $areas }.
matching-forbidden-no_common_hours = нет общего свободного времени.
matching-forbidden-format = один встречается только очно, другой только онлайн.
matching-forbidden-class_rule = наставник не старше классом.
matching-forbidden-banned = этих людей решено не сводить.
matching-forbidden-loop = эти двое уже пара, но наоборот.
matching-forbidden-partner = нет согласия передать данные наставляемого в организацию этого наставника.
matching-forbidden-no_places = мест не осталось.
matching-forbidden-no_mentors = наставников нет.
matching-forbidden-has_mentor = закреплён другой наставник.
matching-forbidden-avoided = после встречи один из двоих назвал другого среди тех, с кем работать не хотел бы. Это видите только вы.
matching-forbidden-relatives = это родственники.
matching-forbidden-class_teacher = наставник – классный руководитель этого класса.
matching-forbidden-must = вы назвали это обязательным, и оно не совпадает: { matching-criterion }.
matching-forbidden-small_group = не набирается группа: нужно хотя бы { $least }.
matching-forbidden-weak = пара слабая, а вы выбрали «лучше пары».

# Что сравнивают (mentoring/matching_criteria.py: Criterion)
matching-criterion = { $criterion ->
    [request] запрос и компетенции
    [mutual] взаимный выбор
    [hours] общее свободное время
    [format] очно или онлайн
    [age] возраст и класс
    [classes] с какими классами хочет работать наставник
    [gender] пожелание о поле
    [interests] интересы
    [language] язык
    [building] школа или корпус
    [waiting] кто ждёт дольше
   *[left_before] кто уже оставался без пары
}

matching-hindrance = { $hindrance ->
    [not_admitted] вход не подтверждён куратором.
    [consent_missing] согласие не полное.
    [paper_missing] нет бумажного согласия.
    [clearance_missing] допуск не проверен.
    [training_missing] обучение не пройдено.
    [form_unconfirmed] форма наставничества не подтверждена куратором.
   *[questionnaire_missing] анкета не отправлена.
}

# Что поможет (Remedy)
matching-remedy-no_places = ещё одно место у наставника: { $mentor }.
matching-remedy-mentor_hindrance = готовность наставника ({ $mentor }): { matching-hindrance }
matching-remedy-no_common_hours = общее время с наставником: { $mentor }. Спросите обоих.
matching-remedy-format = договориться о способе встреч: { $mentor }.
matching-remedy-banned = снять запрет: { $mentor }.
matching-remedy-partner = согласие на передачу данных в организацию наставника ({ $mentor }): его просят в реестре согласий.

# Время: дни и части дня
matching-slot = { weekday-short } { $part ->
    [1] утром
    [2] днём
   *[3] вечером
}

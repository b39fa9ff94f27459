# Правила подбора, больше пар или лучше пары, группы, запреты и закрепления, история черновика.

matching-rules = Правила подбора
matching-rules-title = <b>Правила подбора</b> · { matching-form }
matching-rules-level = <b>{ matching-level }:</b> { $criteria }
matching-level = { $level ->
    [must] Обязательно
    [important] Важно
    [wished] Желательно
   *[ignored] Не учитывать
}
matching-rules-always = Всегда обязательно: согласия, отправленные анкеты, проверенный допуск взрослых не из школы, свободное место, запреты, «с кем не хотел бы», родство.
matching-rules-group = Сколько вместе: { $least ->
    [1] пары, один на один
   *[other] группы, не меньше { $least } у наставника
}
matching-rules-cap = У одного наставника: не больше { $most } { $most ->
    [one] наставляемого
   *[other] наставляемых
}, даже если сам готов взять больше
matching-rules-switch = { $which ->
    [training] Обучение наставника: { $on ->
        [yes] обязательно
       *[no] не обязательно
    }
   *[class_teacher] Классный руководитель со своим классом: { $on ->
        [yes] можно
       *[no] нельзя
    }
}
matching-rules-author = Последнее изменение: { $who }, { $on }
matching-rules-do-group = Пары или группы
matching-rules-do-cap = Сколько у наставника
matching-rules-do-switch = { $which ->
    [training] Обучение: { $on ->
        [yes] сделать необязательным
       *[no] сделать обязательным
    }
   *[class_teacher] Со своим классом: { $on ->
        [yes] запретить
       *[no] разрешить
    }
}
matching-rules-do-reset = Вернуть обычные
matching-rules-back = ‹ К правилам
matching-rules-changed = Готово
matching-rules-ask-group = <b>Пары или группы?</b>

    Группа – один наставник и несколько наставляемых. Выберите, сколько их должно быть самое меньшее: кому группы не набралось, тот останется без пары, и причина будет названа. Больше { $most } у наставника не будет: так задано в правилах.
matching-rules-pairs = Пары, один на один
matching-rules-ask-cap = <b>Сколько наставляемых у одного наставника?</b>

    Наставник сам называет, скольких готов взять. Это число – предел для всех. Пары, которые уже есть, не изменятся.
matching-rules-reset-sure = <b>Вернуть обычные правила?</b>

    Все важности, пары или группы, обучение и классный руководитель станут такими, как были сначала. Предел у наставника не изменится. Черновик пересчитается.
matching-rules-reset-yes = Да, вернуть

matching-criterion-title = <b>Правила подбора:</b> { matching-criterion }
matching-criterion-what = { $criterion ->
    [request] Сравниваем, с чем нужна помощь и с чем наставник готов помочь.
    [mutual] Кого назвали в анкете после общей встречи: тот, кто никого не назвал, ничего не теряет.
    [hours] Сравниваем, когда свободны оба.
    [format] Сравниваем, как удобнее встречаться: очно или онлайн.
    [age] Пожелание о возрасте наставника и разница в классах по ролевой модели.
    [classes] С какими классами наставник хочет работать.
    [gender] Пожелание наставляемого, юноша или девушка.
    [interests] Есть ли общие интересы.
    [language] Есть ли общий язык, на котором удобно говорить.
    [building] Учатся или работают ли оба в одном корпусе.
    [waiting] Сколько дней наставляемый ждёт пару.
   *[left_before] Оставался ли наставляемый без пары раньше.
}
matching-criterion-must = <b>Обязательно:</b> { $criterion ->
    [request] без общего запроса пары не будет.
    [mutual] пары не будет, если кто-то из двоих назвал других, а этого человека – нет.
    [hours] без общего свободного времени пары не будет.
    [format] если один только очно, а другой только онлайн, пары не будет.
    [age] если наставник не старше, чем нужно, пары не будет.
    [classes] если наставник хотел другие классы, пары не будет.
    [gender] если пожелание не совпало, пары не будет.
    [interests] без общих интересов пары не будет.
    [language] без общего языка пары не будет.
   *[building] из разных корпусов пары не будет.
}
matching-level-means = { $level ->
    [important] <b>Важно:</b> { $between ->
        [people] совпало – пара крепкая, не совпало – слабая.
       *[order] заметно помогает получить пару раньше других.
    }
    [wished] <b>Желательно:</b> { $between ->
        [people] помогает выбрать из подходящих, но слабой пару не делает.
       *[order] немного помогает получить пару, когда остальное поровну.
    }
   *[ignored] <b>Не учитывать:</b> на подбор не влияет.
}

# Больше пар или лучше пары
matching-knob-title = <b>‹ больше пар … лучше пары ›</b>
matching-knob-means = Сейчас: { $knob ->
    [most_pairs] пар столько, сколько возможно, даже если многие станут слабыми.
    [more_pairs] ради ещё одной пары не больше двух крепких могут стать слабыми.
    [balanced] ради ещё одной пары не больше одной крепкой может стать слабой.
    [keep_strong] ради ещё одной пары ни одна крепкая не станет слабой.
   *[only_strong] только крепкие пары; слабых не предлагаю.
}
matching-knob-hint = На кнопках: пары / крепкие из них. Крепкая – всё важное и обязательное совпало хотя бы наполовину.
matching-strong = Из них крепких: { $count }

# Группы
matching-groups = { $count ->
    [one] Это { $count } группа.
    [few] Это { $count } группы.
   *[many] Это { $count } групп.
}
matching-look-groups = Смотреть группы ({ $count })
matching-group-title = <b>Группа { $at } из { $total }</b> · { matching-form }
matching-group-there = Уже в группе: { $who }
matching-group-member = { $number }. <b>{ $who }</b>
matching-group-choose = Чтобы посмотреть или изменить одного, нажмите номер.
matching-confirm-group = Подтвердить всю группу ({ $count })
matching-group-confirmed = ✅ Группа подтверждена, каждому отправлено предложение.
matching-member-title = <b>Группа { $at } из { $total }: один из неё</b> · { matching-form }
matching-take-out = Вывести из группы
matching-taken-out = Выведено из группы: с этим наставником больше не предложу. Вернуть можно в запретах.
matching-to-group = ‹ К группе

# Запреты и закрепления
matching-ban-ask = <b>Почему не сводить?</b>

    { $mentor } — { $mentee }

    Причину увидят только кураторы.
matching-wish-why = { $why ->
    [relatives] Родственники
    [conflict] Был конфликт
    [family] Просьба семьи
    [teachers] Решение учителей
    [declined] Отказ от предложения
    [taken_out] Выведено из группы
    [other] Другое
   *[none] Причина не названа
}
matching-wishes = Запреты и закрепления
matching-wishes-title = <b>Запреты и закрепления</b>

    Действуют во всех следующих черновиках. Причины видят только кураторы.
matching-wishes-none = <b>Запретов и закреплений нет</b>

    Их ставят на карточке пары: «Не сводить» и «Закрепить».
matching-wish-line = { $number }. { $kind ->
    [ban] 🚫
   *[pin] 📌
} { $mentor } — { $mentee }
    { matching-wish-why }
matching-wish-title = { $kind ->
    [ban] 🚫 <b>Не сводить</b>
   *[pin] 📌 <b>Закреплены вместе</b>
}
matching-wish-mentor = Наставник: { $who }
matching-wish-mentee = Наставляемый: { $who }
matching-wish-reason = Почему: { matching-wish-why }
matching-wish-words = «{ $text }»
matching-wish-author = Кто и когда: { $who }, { $on }
matching-wish-nobody = неизвестно
matching-wish-say = Записать причину
matching-wish-back = { $kind ->
    [ban] Снять запрет
   *[pin] Открепить
}
matching-wish-sure = { $kind ->
    [ban] <b>Снять запрет?</b> Эту пару снова можно будет предложить.
   *[pin] <b>Открепить?</b> Пара останется, только если лучше не найдётся.
}
matching-wish-taken-back = Готово: больше не действует.
matching-wish-kept = Причина записана.
matching-to-wishes = ‹ К списку

# Что изменилось
matching-changes = Что изменилось ({ $count })
matching-kept-changes = Прежние пары сохранены, где можно. Изменилось: { $count }
matching-changes-title = <b>Что изменилось в черновике</b> · { matching-form }
matching-changes-none = По сравнению с прежним черновиком ничего не изменилось.
matching-changed-line = <b>{ $who }</b>
    { $before } → { $now }
    { $why }
matching-changed-nobody = без пары
matching-changed-why = { $why ->
    [joined] новый человек в подборе.
    [left] больше не участвует в подборе.
    [mentor_left] прежний наставник больше не участвует.
    [mentor_full] прежний наставник больше не свободен.
    [forbidden] с прежним наставником теперь нельзя: { $cause }
    [pinned] вы закрепили эту пару.
    [unpinned] закрепление снято.
    [rules] изменились правила подбора.
    [small_group] у прежнего наставника не набирается группа: нужно хотя бы { $least }.
    [freed] освободилось место у наставника.
    [others] место у прежнего наставника понадобилось другому: { $other }.
   *[data] изменились ответы в анкетах.
}

# О черновике
matching-about = О черновике
matching-about-title = <b>О черновике</b> · { matching-form }
matching-about-made = Посчитан: { $on }, { $who }
matching-about-number = Черновик № { $number }, отпечаток данных: <code>{ $digest }</code>
matching-about-kept = Сохраняет пары прежнего черновика № { $number }, где можно.
matching-about-data = { $same ->
    [yes] Данные с тех пор не изменились.
   *[no] Данные с тех пор изменились.
}
matching-about-rules = <b>Правила тогда</b>
matching-about-knob = Больше пар или лучше пары: { $knob ->
    [most_pairs] пар как можно больше
    [more_pairs] до двух крепких ради одной
    [balanced] до одной крепкой ради одной
    [keep_strong] крепкие не трогать
   *[only_strong] только крепкие
}
matching-about-changes = <b>Что решили кураторы</b>
matching-about-no-changes = Решений по этому черновику пока нет.
matching-about-more = … и ещё { $count }
matching-about-deed = { $deed ->
    [looked] просмотр пар
    [confirmed] ✅ подтверждено
    [by_hand] ✋ сведено вручную
    [banned] 🚫 не сводить
    [taken_out] 🚫 выведено из группы
    [unbanned] запрет снят
    [pinned] 📌 закреплено
   *[unpinned] откреплено
}
matching-about-line = { $on } · { $who }: { matching-about-deed }
matching-about-pair = { matching-about-line }, { $mentor } — { $mentee }
matching-about-verify = Проверить: посчитать ещё раз
matching-verified = { $verdict ->
    [same] ✅ Посчитано ещё раз на тех же данных: получились те же пары.
    [left] ✅ Посчитано ещё раз на оставшихся людях: оставшиеся пары те же.
    [changed] Данные с тех пор изменились, поэтому сравнить нельзя. Отпечаток теперь: { $digest }.
   *[other] ⚠️ На тех же данных получились другие пары. Напишите тем, кто сопровождает бота.
}

# Отказы
match-rules-newer = Пока вы смотрели, правила изменил другой куратор ({ match-by }). Ваше изменение не сохранено, вот правила сейчас.
match-by = { $by ->
    [me] это были вы
    [nobody] кто именно, неизвестно
   *[other] { $who }
}
match-draft-newer = { $deed ->
    [confirmed] Эта пара уже подтверждена.
    [by_hand] Для этого человека пара уже сведена вручную.
    [banned] Эту пару уже решили не сводить.
    [taken_out] Этого человека уже вывели из группы.
    [unbanned] Запрет на эту пару уже сняли.
    [pinned] Эту пару уже закрепили.
    [unpinned] Эту пару уже открепили.
    [rules] Правила подбора изменились, черновик уже другой.
   *[redone] Черновик уже пересчитан.
} Кто: { match-by }. Вот черновик сейчас.
match-all-other = { $left ->
    [0] Подтверждать больше нечего: пары этого черновика уже подтверждены.
    [one] Пока вы смотрели, часть пар подтвердили: осталась { $left }.
    [few] Пока вы смотрели, часть пар подтвердили: осталось { $left }.
   *[many] Пока вы смотрели, часть пар подтвердили: осталось { $left }.
} Кто: { match-by }. Вот черновик сейчас.
match-pinned-other = Этого наставляемого уже закрепили с другим наставником: { $mentor }. Кто: { match-by }. Сначала открепите ту пару.
match-confirmed-already = Эта пара уже подтверждена{ $by ->
    [me] .
    [nobody] .
   *[other] : { $who }.
}
match-has-mentor-by = У этого наставляемого уже есть пара{ $by ->
    [me] .
    [nobody] .
   *[other] , её подтвердили: { $who }.
}

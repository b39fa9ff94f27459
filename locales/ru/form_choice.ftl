# Форма и ролевая модель: предложение по запросу, решение куратора.

form-choice-title = <b>Формы и роли</b>
form-choice-section = Формы и роли
form-choice-count = { $count ->
    [one] Ждёт решения { $count } человек.
    [few] Ждут решения { $count } человека.
   *[many] Ждут решения { $count } человек.
}
form-choice-nobody = ✅ Все решения приняты. Новые заявки появятся здесь.
form-choice-line = • { $who }: { $model }
form-choice-who = { $name }, { $place }
form-choice-more = Ещё ›
form-choice-all = Подтвердить все предложенные ({ $count })
form-choice-all-ask = { $count ->
    [one] Подтвердить { $count } предложенное решение, как есть? Каждое можно изменить и потом, пока пары нет.
    [few] Подтвердить { $count } предложенных решения, как есть? Каждое можно изменить и потом, пока пары нет.
   *[many] Подтвердить { $count } предложенных решений, как есть? Каждое можно изменить и потом, пока пары нет.
}
form-choice-all-sure = Подтвердить ({ $count })
form-choice-all-done = { $count ->
    [one] ✅ Подтверждено { $count } решение.
    [few] ✅ Подтверждено { $count } решения.
   *[many] ✅ Подтверждено { $count } решений.
}
form-choice-back = ‹ К списку
form-choice-side = { $side ->
    [mentor] наставник
   *[mentee] наставляемый
}
form-choice-person = <b>{ $who }</b> · { $side }
form-choice-form-name = { $form ->
    [pupil_pupil] ученик – ученик
    [teacher_teacher] учитель – учитель
    [teacher_pupil] учитель – ученик
    [student_pupil] студент – ученик
    [employer_pupil] работодатель – ученик
   *[none] пока не определена
}
form-choice-form = Форма: { form-choice-form-name }
form-choice-request = { $side ->
    [mentor] Умеет: «{ $text }»
   *[mentee] Запрос: «{ $text }»
}
form-choice-model-line = Ролевая модель: <b>{ $model }</b>
form-choice-model = { $model ->
    [achiever] успевающий – неуспевающий
    [leader] лидер – пассивный
    [peer] равный – равному
    [adapted] адаптированный – новичок
    [experienced_young] опытный – молодой специалист
    [leader_struggling] лидер – педагог с трудностями
    [innovator_conservative] новатор – консерватор
    [subject_expert] опытный предметник – неопытный
    [teacher_results] учитель – неуспевающий ученик
    [teacher_passive] учитель – пассивный ученик
    [teacher_gifted] учитель – одарённый ученик
    [leader_indifferent] лидер – равнодушный
    [equal_other] равный – другому
    [project_author] куратор – автор проекта
    [professional] профессионал – равнодушный
    [colleague] коллега – молодой коллега
    [employer] работодатель – будущий сотрудник
    [mentor] по запросу наставляемого
   *[none] не определена
}
form-choice-form-only = Другой подходящей формы школа не ведёт.
form-choice-form-wished = Такую форму участник выбрал в заявке.
form-choice-form-of-several = В заявке выбрано несколько форм, эта ближе к цели. Можно выбрать другую.
form-choice-form-goal = В заявке форма не названа, предлагается по цели. Можно выбрать другую.
form-choice-form-none = Подходящей формы школа сейчас не ведёт.
form-choice-form-proposed = По заявке предлагалась форма: { form-choice-form-name }.
form-choice-other-form = Форма: { form-choice-form-name }
form-choice-form-toast = Форма изменена, подтвердите роль
form-choice-proposed = По запросу предлагалось: { $model }.
form-choice-confirm = ✅ Подтвердить
form-choice-confirmed = ✅ Подтверждено. Изменить можно, пока пары нет.
form-choice-confirmed-toast = Подтверждено
form-choice-nothing-to-confirm = Подтверждать пока нечего: сначала выберите ролевую модель.
form-choice-pair-under-way = Пара уже предложена или работает. Чтобы изменить роль, сначала отмените пару.

form-choice-why-results = Почему: хочет улучшить результаты. Если наставник – ученик, он нужен из класса постарше.
form-choice-why-leadership = Почему: хочет стать увереннее и раскрыться.
form-choice-why-exchange = Почему: хочет сделать проект или обменяться умениями, подойдёт и ровесник.
form-choice-why-adaptation = Почему: осваивается в школе и классе.
form-choice-why-talent = Почему: хочет раскрыть способности, готовится к конкурсу или олимпиаде.
form-choice-why-profession = Почему: хочет выбрать профессию.
form-choice-why-starting = Почему: начинает работать или вернулся в школу.
form-choice-why-difficulties = Почему: хочет справиться с трудностями.
form-choice-why-innovation = Почему: хочет освоить новые приёмы и технологии.
form-choice-why-subject = Почему: хочет сильнее преподавать свой предмет.
form-choice-why-mentor = Наставник возьмёт ту роль, которая нужна его наставляемому.
form-choice-why-not-said = Заявки ещё нет, предлагать пока не из чего.
form-choice-why-no-form = Для этих участников форм наставничества пока нет.

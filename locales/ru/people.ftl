# Люди программы глазами куратора: списки, отбор, карточка, «кто не сдал», напоминания, объединение, удаление.

sections-people = Участники
people-title = <b>Участники</b>
people-counts = Всего { $all }: наставников { $mentors }, наставляемых { $mentees }
people-lacking = ⏳ Чего-то не хватает: { $count }
people-new = 🆕 Ждут допуска: { $count }
people-absent = Ещё не вступили: { $count }
people-shown = Показаны: { $filters }
people-found = Поиск: { $text }
people-nobody = Никого не нашлось.
people-line = { $name }: { $missing }
people-line-absent = { $name }: ещё не вступил(а) в программу
people-line-ready = { $name }: всё есть

people-find = 🔎 Найти
people-filter = Отобрать
people-owing = Кто не сдал
people-add = Добавить
people-all = Показать всех
people-to-card = ‹ К карточке

people-filters =
    <b>Кого показать</b>
    { $filters }

    Нажмите, чтобы выбрать; ещё раз — чтобы снять.
people-everyone = Сейчас: все участники
people-show = Показать
people-class-any = Класс: любой
people-class-chosen = Класс: { $name }
people-class-choose = <b>Какой класс?</b>
people-class-none = Классов пока нет: они появятся вместе с учениками.
people-level = Все { $level }-е классы
people-no-class = без класса

people-kind = { $kind ->
    [pupil] ученик
    [teacher] педагог
    [student] студент
    [partner] партнёр
    [guardian] родитель
   *[staff] сотрудник
}
people-kinds = { $kind ->
    [pupil] Ученики
    [teacher] Педагоги
    [student] Студенты
    [partner] Партнёры
    [guardian] Родители
   *[staff] Сотрудники
}
people-side = { $side ->
    [mentor] наставник
   *[mentee] наставляемый
}
people-base = { $side ->
    [mentor] { $kind ->
        [pupil] Наставники-ученики
        [teacher] Наставники-педагоги
        [student] Наставники-студенты
       *[partner] Наставники-партнёры
    }
   *[mentee] { $kind ->
        [pupil] Наставляемые-ученики
       *[teacher] Наставляемые-педагоги
    }
}
people-sides = { $side ->
    [mentor] Наставники
   *[mentee] Наставляемые
}
people-form = { $form ->
    [pupil_pupil] ученик – ученик
    [teacher_teacher] учитель – учитель
    [teacher_pupil] учитель – ученик
    [student_pupil] студент – ученик
    [employer_pupil] работодатель – ученик
   *[other] { $form }
}
people-sign = { $sign ->
    [new] Новые
    [absent] Не вступили
    [lacking] Чего-то нет
    [owing] Не сдали
    [ready] Всё есть
    [withdrawn] Отозвали согласие
    [declined] Не согласны
    [no_consent] Нет согласия
    [no_assent] Нет согласия ученика
    [no_guardian] Нет ответа родителя
    [no_paper] Нет бумаги
    [guardian_unconfirmed] Родитель не подтверждён
    [no_transfer] Нет согласия на передачу партнёру
    [no_name] Нет имени
    [not_admitted] Не допущены
    [not_cleared] Нет допуска (351.1)
    [not_trained] Без обучения
    [no_form] Форма не выбрана
    [no_application] Нет заявки
   *[no_entry] Нет входной анкеты
}
people-lack = { $lack ->
    [withdrawn] согласие отозвано
    [declined] ответили «не согласны»
    [no_consent] согласие
    [no_assent] согласие ученика
    [no_guardian] ответ родителя
    [no_paper] бумага от родителя
    [guardian_unconfirmed] подтверждение, что это родитель
    [no_transfer] согласие на передачу данных партнёру
    [no_name] имя
    [not_admitted] допуск куратора
    [not_cleared] проверка допуска (ст. 351.1)
    [not_trained] обучение наставника
    [no_form] форма наставничества
    [no_application] заявка
   *[no_entry] входная анкета
}
people-takes-part = Этот человек уже участвует, или программа ещё не открыта.

card-title = <b>{ $name }</b> · { $code }
card-title-code = <b>{ $code }</b>
card-kind = { $kind }
card-kind-place = { $kind }, { $place }
card-side = { $side }, форма ещё не выбрана
card-side-form = { $side } · { $form }
card-guardians = Родители: { $names }
card-children = Дети: { $names }
card-missing = ⏳ Не хватает:
card-lack = • { $lack } — с { $since }
card-ready = ✅ Всё есть: в списке для подбора.
card-match = { $side ->
    [mentor] Наставник
   *[mentee] Наставляемый
}: { $name } · { $state ->
    [offered] пара предложена
    [accepted] обе стороны согласны
    [frozen] пара приостановлена
   *[active] пара работает
}
card-no-account = Ещё не заходил(а) в бот: передайте личный код.
card-unreachable = ⚠️ Сообщения не доходят: бот заблокирован. Лучше позвонить.
card-step = { $lack ->
    [no_guardian] Напомнить родителю
    [no_paper] Бумага вернулась
    [guardian_unconfirmed] Подтвердить родителя
    [no_transfer] Передача партнёру
    [no_name] Записать имя
    [not_admitted] Допустить
    [not_cleared] Допуск проверен
    [not_trained] Обучение пройдено
    [no_form] Подтвердить форму
    [no_consent] Напомнить о согласии
    [no_assent] Напомнить о согласии
    [no_application] Напомнить о заявке
   *[other] Напомнить об анкете
}
card-trained = ✅ Записал: обучение пройдено.
card-step-parent = Ссылка для родителя
card-step-blank = Бумага для родителя
card-no-form = Форму наставничества для этого участника школа пока не ведёт: анкет и пары у него не будет.
card-step-paper = Согласие на бумаге
card-step-code = Дать личный код
card-name = Имя и класс
card-answers = Ответы анкет
card-mentor = Сделать наставником
card-mentee = Сделать наставляемым
card-code = Личный код
card-merge = Объединить
card-remove = Удалить
card-to-list = ‹ К списку
card-corrected = ✅ Записал.
card-added = ✅ Добавлен(а) и допущен(а) вами. Передайте личный код, чтобы человек вошёл в бот.
card-code-text =
    <b>Личный код</b> · { $name }

    Ссылка: { $link }
    Или код для команды /start: <code>{ $code }</code>

    По ней войдёт один человек. Передайте её лично.
card-parent-text =
    <b>Ссылка для родителя</b> · { $name }

    { $link }

    Её открывает родитель на своём телефоне, читает согласие и отвечает. С телефона ребёнка ответить нельзя.
card-code-copy = Скопировать ссылку
card-answers-title = <b>Ответы</b> · { $name }
card-answers-one = { $form } · { $day }
card-answers-of = <b>{ $form }</b> · { $name }

people-merge-choose =
    <b>С кем объединить?</b>
    Найдите вторую запись о том же человеке.

owing-title = <b>Кто не сдал</b> · { $count ->
    [one] { $count } человек
    [few] { $count } человека
   *[many] { $count } человек
}
owing-nobody = <b>Кто не сдал</b>

    ✅ Все всё сдали.
owing-line = { $place } — { $count }
owing-sheet = 📎 Лист для печати
owing-sheet-name = Кто не сдал.pdf
owing-sheet-sent = Лист отправлен.
owing-nudge = Напомнить
owing-absent = ещё не вступил(а) в программу

nudge-preview =
    <b>Напомнить тем, кто не ответил</b>

    { $now ->
        [0] Сейчас напоминать некому.
        [one] Получит { $now } человек.
        [few] Получат { $now } человека.
       *[many] Получат { $now } человек.
    }
nudge-today = Уже напоминали за последние сутки: { $count }
nudge-twice = Уже напоминали дважды, больше не буду: { $count }
nudge-unreached = Нет связи в боте, нужен звонок: { $count }
nudge-paper = Ждём только бумагу, напоминание не поможет: { $count }
nudge-send = Отправить ({ $count })
nudge-sent = ✅ { $count ->
    [one] Напомню { $count } человеку.
   *[other] Напомню { $count } людям.
} Кто успеет ответить раньше, напоминания не получит.
nudge-go-on = Ответить
notice-nudge = { $lack ->
    [no_guardian] Напоминаю: ещё нужен ответ родителя. Перешлите ему ссылку или покажите код: они на главном экране.
    [no_application] Напоминаю: ждём вашу заявку. Ответы сохраняются, можно прерваться.
    [no_entry] Напоминаю: ждём входную анкету. Ответы сохраняются, можно прерваться.
   *[other] Напоминаю: чтобы участвовать в программе, ответьте на вопрос о согласии. Можно и отказаться.
}
notice-nudge-guardian = Напоминаю: школа ждёт вашего ответа о согласии. Ребёнок: { $child }. Можно и отказаться.

merge-compare =
    <b>Это один человек?</b>

    <b>Останется:</b>
    { $kept }

    <b>Войдёт в эту запись:</b>
    { $other }

    Аккаунты, согласия, анкеты, пары, встречи и письма перейдут к той записи, которая останется. Где данные есть у обеих, останутся её данные. Отменить это нельзя.
merge-entry = { $name } · { $code }
    { $who }
    { $linked ->
        [yes] в боте
       *[no] в бот не заходил(а)
    }; согласий { $consents }, анкет { $answers }, пар { $matches }
merge-swap = Оставить вторую
merge-sure = Да, объединить
merge-other = Выбрать другого
merge-done = ✅ Записи объединены.
merge-two-matches = Объединить нельзя: у обеих записей есть пара в одной форме наставничества. Сначала завершите одну из них.
merge-two-sides = Объединить нельзя: в одной форме одна запись — наставник, другая — наставляемый, и у них есть пары. Сначала завершите их.
merge-own-pair = Объединить нельзя: эти двое — пара друг другу.
merge-withdrawn = Объединить нельзя: одна из записей отозвала согласие или удалена.
merge-places = Объединить нельзя: у наставника получилось бы слишком много наставляемых.

remove-sure =
    <b>Удалить из участников?</b>

    { $name }

    Человек уйдёт из всех списков и больше не сможет войти.
remove-matches = Его пары завершатся, вторую сторону предупрежу.
remove-yes = Да, удалить
remove-no = Не удалять
remove-done = Удалено: { $name }
remove-yourself = Себя удалить нельзя.
remove-curator = Это куратор. Сначала пусть передаст свою роль.
notice-match-over = Ваша пара завершена: её второй участник больше не участвует в программе. Куратор подскажет, что дальше.

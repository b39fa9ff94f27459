# «Анкеты»: версии школы, Excel, проба, как отвечают.

questionnaires = Анкеты
questionnaires-to-all = ‹ Анкеты
questionnaires-title = <b>Анкеты</b>
questionnaires-whom = { $whom ->
    [pupil] {" · "}ученик
    [teacher] {" · "}педагог
    [pupil_pupil] {" · "}ученик – ученик
    [teacher_teacher] {" · "}учитель – учитель
    [teacher_pupil] {" · "}учитель – ученик
    [student_pupil] {" · "}студент – ученик
    [employer_pupil] {" · "}работодатель – ученик
    [mentee] {" · "}наставляемый
    [mentor] {" · "}наставник
   *[all] {""}
}
questionnaires-group = { $group ->
    [application] Заявки
    [entry] До начала работы
    [interim] В середине
    [final] В конце
   *[other] Другие
}
questionnaires-to-group = ‹ { questionnaires-group }
questionnaires-times = • { questionnaires-group }: отправлено { $sent }{ $own ->
    [0] {""}
   *[many] {", "}своих версий { $own }
}
questionnaires-title-group = <b>Анкеты. { questionnaires-group }</b>
questionnaires-line = • { $title }{ questionnaires-whom }: отправлено { $sent }{ $own ->
    [yes] {", "}своя версия
   *[no] {""}
}
questionnaires-button = { $title }{ questionnaires-whom }
questionnaires-card =
    <b>{ $title }</b>{ questionnaires-whom }

    { $questions ->
        [one] { $questions } вопрос
        [few] { $questions } вопроса
       *[many] { $questions } вопросов
    } · { $own ->
        [yes] своя версия { $version }, с { $since }
       *[no] официальная, версия { $version }
    } · отправлено: { $sent }
questionnaires-take = Взять в Excel
questionnaires-bring = Загрузить свою
questionnaires-try = Попробовать
questionnaires-try-present = Попробовать нынешнюю
questionnaires-waiting = Вы прислали новую версию. Пройдите её и решите, вводить ли.
questionnaires-measures = Как отвечают
questionnaires-back = Вернуть прежнюю
questionnaires-to-card = ‹ К анкете
questionnaires-file = { $title } ({ $key }).xlsx
questionnaires-file-note = Как править — на последнем листе. Файл откроется и в KoboToolbox, и в ODK.
questionnaires-flaws = ⚠️ { $count ->
    [one] В анкете { $count } ошибка
    [few] В анкете { $count } ошибки
   *[many] В анкете { $count } ошибок
}, пока ничего не изменилось.
questionnaires-flaw = • { $text }
questionnaires-brought = ✅ <b>{ $title }</b>: файл прочитан, { $questions ->
    [one] { $questions } вопрос
    [few] { $questions } вопроса
   *[many] { $questions } вопросов
}.
questionnaires-difference = { $what ->
    [added] Новые
    [removed] Убраны
   *[changed] Изменены
} ({ $count }): { $names }
questionnaires-otherwise = { $what ->
    [title] Изменилось название.
   *[order] Вопросы идут в другом порядке.
}
questionnaires-same = По сравнению с нынешней ничего не изменилось.
questionnaires-notable = ⚠️ { $text }
questionnaires-try-first = Пройдите её так, как увидит участник. Отвечать по ней будут, только когда вы введёте её в действие.
questionnaires-trial-mark = <i>Проба: ответы не сохраняются</i>
questionnaires-trial-end = <b>Это была проба.</b> Так анкету увидит участник; ответы никуда не отправлены.
questionnaires-trial-stop = Закончить пробу
questionnaires-put = Ввести в действие
questionnaires-drop = Не нужно
questionnaires-in-force = ✅ Версия { $version } введена: по ней ответят все, кто начнёт теперь.{ $others ->
    [0] {""}
    [one] {" "}{ $others } человек уже начал прежнюю и закончит её.
    [few] {" "}{ $others } человека уже начали прежнюю и закончат её.
   *[many] {" "}{ $others } человек уже начали прежнюю и закончат её.
}
questionnaires-dropped = Хорошо, всё остаётся как было.
questionnaires-taken-back = ✅ Снова действует версия { $version }. Ответы, которые уже пришли, остаются при своей.
questionnaires-official-already = Действует официальная анкета, возвращать нечего.
questionnaires-version-gone = Эта версия уже введена или отменена.
questionnaires-renewed = Анкета с тех пор обновилась. Ваши ответы, которые к ней подходят, на месте; ответьте на новые вопросы и проверьте остальные.

questionnaires-measures-title = <b>Как отвечают: { $title }</b>
questionnaires-few = Пока мало ответов: начали { $begun }, отправили { $sent }. Когда начнут хотя бы { $enough }, здесь будет видно, сколько времени уходит и где останавливаются.
questionnaires-asked = Ответили { $answered } из { $asked }, кого спросили: { $share } %.
questionnaires-share = Отправили { $sent } из { $begun } начавших: { $share } %.
questionnaires-minutes = Обычно уходит { $minutes ->
    [one] { $minutes } минута
    [few] { $minutes } минуты
   *[many] { $minutes } минут
} (без перерывов).
questionnaires-stops = Где останавливаются больше чем на день:
questionnaires-stop = • «{ $question }» — { $count }

# Выгрузка программы в XLSX.

sections-export = Выгрузка
export-what =
    <b>Выгрузка</b>

    Таблица XLSX: базы наставляемых и наставников по официальным графам, пары, встречи, согласия и ответы анкет.

    ⚠️ В файле персональные данные: храните его на школьном компьютере и никому не пересылайте.
export-make = Собрать файл
export-making = Собираю файл. На большую школу уходит до минуты.
export-file = Наставничество, { $school }.xlsx
export-sent = Персональные данные: не пересылайте.
export-done = ✅ Готово. О выгрузке сделана запись в журнале.
export-not-yet = Выгружать пока нечего: сначала настройте школу.

exported-form = { $form ->
    [pupil_pupil] ученик – ученик
    [teacher_teacher] учитель – учитель
    [teacher_pupil] учитель – ученик
    [student_pupil] студент – ученик
    [employer_pupil] работодатель – ученик
   *[none] не определена
}
exported-hours = { $hours ->
    [one] { $hours } час в неделю
    [few] { $hours } часа в неделю
   *[many] { $hours } часов в неделю
}
exported-classes = { $youngest }–{ $oldest } классы
exported-any-class = любой класс
exported-pair-state = { $state ->
    [offered] предложена
    [accepted] согласована
    [active] работает
    [frozen] приостановлена
   *[ended] завершена
}
exported-meeting-kind = { $kind ->
    [first] первая, организационная
    [trial] пробная рабочая
    [planning] планирование
    [closing] заключительная
   *[regular] регулярная
}
exported-meeting-state = { $state ->
    [held] состоялась
    [missed] не состоялась
   *[planned] назначена
}
exported-meeting-result = { $result ->
    [good] получилось
    [partly] частично
   *[stuck] застряли
}
exported-meeting-confirmed = { $answer ->
    [yes] была
    [no] не было
    [both] ответили по-разному
   *[none] нет ответа
}
exported-consent-kind = { $capacity ->
    [self] согласие
    [assent] согласие несовершеннолетнего
   *[guardian] согласие законного представителя
}, { $way ->
    [tap] в мессенджере
    [paper] на бумаге
   *[document] электронным документом
}
exported-consent-answer = { $answer ->
    [agreed] согласие
   *[declined] отказ
}

# Слова печатных документов. Тексты приказов и согласий лежат в papers/templates/ru.

# Unbreakable spaces: a date is never torn between two lines.
paper-date = { $day }{"\u00A0"}{ $month ->
    [1] января
    [2] февраля
    [3] марта
    [4] апреля
    [5] мая
    [6] июня
    [7] июля
    [8] августа
    [9] сентября
    [10] октября
    [11] ноября
   *[12] декабря
}{"\u00A0"}{ $year }{"\u00A0"}г.
paper-page = Страница { $page } из { $pages }

## Плакат с кодом для вступления

paper-poster-title = Наставничество
paper-poster-line-1 = { $about ->
    [poll] Нужен ли вам наставник?
   *[join] Есть вопрос — есть наставник.
}
paper-poster-line-2 = Наведите камеру телефона на код.
paper-poster-line-3 = { $about ->
    [poll] Три нажатия. Без имени и фамилии.
   *[join] Дальше всё подскажет бот.
}
paper-poster-code = Код: { $code }
paper-poster-help = Не открывается? Спросите у куратора.

## Личные коды

paper-codes-title = Личные коды для входа · { $place }
paper-codes-parent = { $place }, для родителя
paper-codes-note = Разрежьте по линиям и раздайте лично. Код подходит только тому, кому он предназначен.
paper-codes-hint = Наведите камеру или откройте ссылку и введите код

## Кто не сдал

paper-missing-title = Кто не сдал · { $place }
paper-missing-as-of = По состоянию на { $date }
paper-missing-total = { $count ->
    [one] { $count } человек
    [few] { $count } человека
   *[many] { $count } человек
}
paper-missing-number = №
paper-missing-name = Фамилия, имя
paper-missing-what = Чего не хватает
paper-missing-mark = Отметка
paper-missing-nobody = Все всё сдали.

## Выгрузка: листы

paper-sheet-mentees-pupils = Наставляемые — ученики
paper-sheet-mentees-teachers = Наставляемые — педагоги
paper-sheet-mentors-pupils = Наставники — ученики
paper-sheet-mentors-teachers = Наставники — педагоги
paper-sheet-mentors-outsiders = Наставники — внешние
paper-sheet-matches = Пары и группы
paper-sheet-meetings = Встречи
paper-sheet-consents = Согласия
paper-sheet-labels = Подписи к анкетам

## Выгрузка: официальные графы баз

paper-mentee-number = №
paper-mentee-name = ФИО наставляемого
paper-mentee-contact = Контактные данные для связи (данные представителя)
paper-mentee-birth-year = Год рождения наставляемого
paper-mentee-request = Основной запрос наставляемого
paper-mentee-joined = Дата вхождения в программу
paper-mentee-mentor = ФИО наставника
paper-mentee-form = Форма наставничества
paper-mentee-mentor-place = Место работы/учёбы наставника
paper-mentee-finished = Дата завершения программы
paper-mentee-results = Результаты программы
paper-mentee-story = Ссылка на кейс/отзыв наставляемого, размещённые на сайте организации
paper-mentee-passed = Отметка о прохождении программы

paper-mentor-number = №
paper-mentor-name = ФИО наставника
paper-mentor-contact = Контактные данные для связи
paper-mentor-place = Место работы/учёбы наставника
paper-mentor-competences = Основные компетенции наставника
paper-mentor-achievements = Важные для программы достижения наставника
paper-mentor-interests = Интересы наставника
paper-mentor-wished-age = Желаемый возраст наставляемых
paper-mentor-time = Ресурс времени на программу наставничества
paper-mentor-joined = Дата вхождения в программу
paper-mentor-mentees = ФИО наставляемого (наставляемых)
paper-mentor-form = Форма наставничества
paper-mentor-mentee-place = Место работы/учёбы наставляемого
paper-mentor-finished = Дата завершения программы
paper-mentor-results = Результаты программы
paper-mentor-story = Ссылка на кейс/отзыв наставника, размещённые на сайте организации

## Выгрузка: прочие графы

paper-match-number = №
paper-match-mentor = Наставник
paper-match-mentor-place = Класс, должность наставника
paper-match-mentees = Наставляемый (наставляемые)
paper-match-mentee-place = Класс, должность наставляемого
paper-match-form = Форма
paper-match-role-model = Ролевая модель
paper-match-state = Состояние
paper-match-starts = Начало
paper-match-ends = Окончание
paper-match-order-number = № приказа
paper-match-order-date = Дата приказа
paper-match-meetings = Встреч состоялось

paper-meeting-match = № пары
paper-meeting-mentor = Наставник
paper-meeting-mentees = Наставляемый (наставляемые)
paper-meeting-kind = Вид встречи
paper-meeting-starts = Дата и время
paper-meeting-state = Состояние
paper-meeting-minutes = Минут
paper-meeting-result = Результат
paper-meeting-confirmed = Подтверждение наставляемого
paper-meeting-note = Заметка

paper-consent-person = Чьи данные
paper-consent-place = Класс, должность
paper-consent-kind = Вид согласия
paper-consent-signer = Кто дал
paper-consent-answer = Ответ
paper-consent-given = Когда
paper-consent-version = Версия текста
paper-consent-hash = Отпечаток текста
paper-consent-paper-date = Дата бумажного согласия
paper-consent-kept-at = Где лежит
paper-consent-withdrawn = Отозвано

paper-answer-name = ФИО
paper-answer-place = Класс, должность
paper-answer-sent = Отправлена
paper-answer-entered = Кто внёс
paper-answer-version = Версия анкеты
paper-label-questionnaire = Анкета
paper-label-question = Имя вопроса
paper-label-question-text = Вопрос
paper-label-option = Имя варианта
paper-label-option-text = Вариант

## Бланки для загрузки

paper-list-sheet = Список
paper-list-how-sheet = Как заполнять
paper-list-class-how =
    Заполните первый лист: одна строка — один человек.
    Обязательны фамилия, имя и класс. Отчество, дату рождения и роль можно оставить пустыми.
    Класс: 7Б, 7 «Б» или 7-б — всё подойдёт. Дата рождения: 05.03.2012.
    Роль: наставляемый, наставник или оба. Пусто — человек выберет сам.
    Не объединяйте ячейки и не ставьте формулы. Не больше { $limit } строк.
    Если в списке есть ошибка, не загрузится ничего: бот назовёт строки, и файл можно прислать снова.
paper-list-pairs-how =
    Заполните первый лист: одна строка — один наставник с парой или группой.
    Наставляемых в группе перечислите через точку с запятой; их классы — так же и в том же порядке, или один на всех.
    Для педагогов вместо класса напишите должность.
    Форма: { $forms }.
    № и дату приказа перепишите с подписанного приказа.
    Не объединяйте ячейки и не ставьте формулы. Не больше { $limit } строк.

## Что не так в присланной таблице

paper-list-no-table = Это не таблица XLSX. Пришлите файл, сохранённый в Excel как «Книга Excel (*.xlsx)».
paper-list-too-large = Файл слишком большой. Оставьте в нём только список.
paper-list-too-many-rows = Строк больше { $limit }. Разделите список на несколько файлов.
paper-list-no-rows = В таблице нет ни одной заполненной строки.
paper-list-two-sheets = Листов со списками несколько, ещё один — «{ $value }». Оставьте один лист или пришлите каждый отдельным файлом.
paper-list-no-header = Не нашлась строка с заголовками. Нужны столбцы: { $value }.
paper-list-no-column = Нет столбца «{ $column }».
paper-list-unknown-column = Столбец «{ $column }» непонятен.
paper-list-two-columns = Столбец «{ $column }» встречается дважды.
paper-list-merged = Ячейки { $value } объединены. Разъедините их и впишите значение в каждую.
paper-list-formula = Строка { $row }, столбец «{ $column }»: формула. Впишите само значение.
paper-list-empty = Строка { $row }, столбец «{ $column }»: пусто.
paper-list-no-name = Строка { $row }, столбец «{ $column }»: «{ $value }» не похоже на имя.
paper-list-no-class = Строка { $row }, столбец «{ $column }»: «{ $value }» — такого класса нет. Пишите так: 7Б.
paper-list-no-date = Строка { $row }, столбец «{ $column }»: «{ $value }» — такой даты не бывает. Пишите так: 05.03.2012.
paper-list-unknown = Строка { $row }, столбец «{ $column }»: значение «{ $value }» непонятно.
paper-list-twice = Строка { $row }: «{ $value }» уже есть в строке { $other }.
paper-list-uneven = Строка { $row }, столбец «{ $column }»: «{ $value }» — классов и наставляемых разное число.
paper-list-nearest = Может быть, «{ $nearest }»?

# Решение и изменения состава в приказе о парах.
paper-order-run = черновик подбора № { $run } от { $date }. (отпечаток { $fingerprint }{ $numbers ->
    [none] )
   *[other] ; пары № { $numbers })
}
paper-order-decision = решение куратора
paper-order-by-hand = пары № { $numbers } составлены куратором без черновика
paper-order-ground = { $ground ->
    [request] по просьбе стороны
    [goals] цели достигнуты
    [not_worked] встречи не сложились
    [left] участник выбыл
    [circumstances] по обстоятельствам
    [worker] отказ работника (ст. 351.8 ТК РФ)
    [withdrawn] отзыв согласия
    [consent-withdrawn] отзыв согласия
    [removed] участник выбыл
   *[other] решение куратора
}
paper-pairs-list = Перечень пар и групп

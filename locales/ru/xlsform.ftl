# Анкета в Excel: как её править и что в присланном файле не так.

xlsform-how-sheet = Как править
xlsform-how =
    Как править эту анкету
    Здесь три листа: survey — вопросы по порядку, choices — варианты ответов, settings — название и код анкеты.
    Формулировки меняйте свободно: столбец «label::Русский (ru)» — вопрос, «hint::Русский (ru)» — подсказка. Английские столбцы можно оставить пустыми.
    Столбец name — код вопроса латиницей. У вопросов, которые остаются, его не меняйте: по нему ответы сравнивают и подбирают пары.
    Новый вопрос — новая строка: type, name и текст. Виды вопросов: text — свой ответ, integer — целое число, range — шкала, date — дата, select_one СПИСОК — один вариант, select_multiple СПИСОК — несколько.
    Варианты — строки листа choices: list_name (тот же СПИСОК), name (код латиницей) и текст.
    Чтобы убрать вопрос, удалите его строку целиком. Обязательный вопрос — yes в столбце required.
    Столбец relevant — условие, при котором вопрос задают. Посмотрите, как оно записано у соседних вопросов.
    Список, чей код кончается на _csv, ведёт бот, здесь он только для справки. Список areas_csv меняют в боте: «Школа», «Области запросов».
    Сохраните файл в формате .xlsx и пришлите боту: «Анкеты», эта анкета, «Загрузить свою».

xlsform-where = { $sheet ->
    [choices] лист choices, строка { $row }
    [settings] лист settings, строка { $row }
   *[survey] строка { $row }
}
xlsform-where-sheet = лист { $sheet }
xlsform-perhaps = , может быть, «{ $nearest }»?

xlsform-no-book = это не таблица Excel. Нужен файл .xlsx — тот, что вы взяли в боте
xlsform-locked = файл закрыт паролем или сохранён в старом формате .xls. Снимите пароль и сохраните его как .xlsx
xlsform-too-large = файл слишком большой для анкеты: можно до 2 МБ и 2 000 строк
xlsform-no-sheet = нет листа «{ $value }»
xlsform-no-column = нет столбца «{ $value }»
xlsform-unknown-column = незнакомый столбец «{ $value }»
xlsform-column-not-taken = столбец «{ $value }» бот не понимает, а от него зависит смысл. Очистите его
xlsform-other-form = это другая анкета: form_id «{ $value }», а нужен «{ $nearest }»
xlsform-no-type = не указан вид вопроса (столбец type)
xlsform-unknown-type = нет вида вопроса «{ $value }»{ $nearest ->
    [none] {" "}(бывают text, integer, range, date, time, note, select_one, select_multiple)
   *[other] {""}
}
xlsform-no-name = нет кода в столбце name
xlsform-bad-name = код «{ $value }»: нужны латинские буквы, цифры и _, без пробелов
xlsform-twice = код «{ $value }» уже занят в строке { $other }
xlsform-no-label = у «{ $value }» нет русского текста (столбец label::Русский (ru))
xlsform-long = у «{ $value }» слишком длинный текст: { $length }, а в чат помещается { $limit }
xlsform-within-words = у «{ $value }» в тексте стоит подстановка ответа. Бот так не умеет, напишите без неё
xlsform-no-list = нет вариантов «{ $value }» на листе choices
xlsform-few-options = у списка «{ $value }» меньше двух вариантов
xlsform-many-options = у списка «{ $value }» { $length } вариантов, а помещается { $limit }
xlsform-option-twice = вариант «{ $value }» уже есть в строке { $other }
xlsform-option-no-label = у варианта «{ $value }» нет русского текста
xlsform-option-long = вариант «{ $value }» не поместится на кнопку: { $length }, а можно { $limit }
xlsform-group-not-open = часть закрыта (end group), но не начата
xlsform-group-not-closed = часть «{ $value }» начата (begin group), но не закрыта
xlsform-not-yes-or-no = в столбце required — «{ $value }», а бывает yes или пусто
xlsform-bad-condition = не получилось прочесть «{ $value }»
xlsform-no-question = нет вопроса «{ $value }»
xlsform-asked-later = условие ссылается на «{ $value }», а этот вопрос идёт не раньше (строка { $other })
xlsform-no-option = нет варианта «{ $value }»
xlsform-read-gone = вопрос «{ $value }» нужен для подбора пар и списков. Текст менять можно, убирать нельзя
xlsform-read-kind = вид вопроса «{ $value }» менять нельзя: по ответу подбирают пары. Был { $nearest }
xlsform-read-option = в вопросе «{ $nearest }» новый вариант «{ $value }». По этому вопросу подбирают пары: варианты можно убирать и менять их текст, а новых кодов подбор не поймёт
xlsform-no-questions = в анкете нет ни одного вопроса
xlsform-too-many = вопросов { $length }, а можно { $limit }
xlsform-other = не получилось прочесть: { $value }

xlsform-compared-gone = вопрос «{ $value }» задают и до, и после. Без него сравнить будет нельзя
xlsform-compared-kind = у вопроса «{ $value }» другая шкала или вид. Сравнить с прежними ответами будет нельзя

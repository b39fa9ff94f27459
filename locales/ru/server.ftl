# Сервер: списки с именами приходят и уходят через него.

server-no-school = Школа ещё не настроена. Сначала первый куратор открывает одноразовую ссылку и отвечает на вопросы о школе.
server-no-curator = У школы нет куратора, отвечать за список некому. Сначала пригласите куратора.
server-which-school = Школ несколько: { $schools }. Укажите номер: --school НОМЕР.
server-no-file = Нет такого файла: { $path }.
server-file-large = Файл больше 5 МБ. Оставьте в нём только список.
server-no-address = Адрес бота ещё неизвестен, а без него QR-код никуда не ведёт. Запустите бота один раз или укажите адрес: --bot ИМЯ_БОТА.
server-nothing-waiting = Неиспользованных приглашений нет: все, кто есть в списках, уже вошли.
server-nobody = Людей пока нет.

server-list = Список: { $file }
server-people-done = Людей добавлено: { $added }, дополнено: { $updated }, без изменений: { $same }.
server-people-nothing = Ничего не внесено.
server-pairs-done = Пар и групп внесено: { $added }, уже были: { $same }.
server-wrong = { $count ->
    [one] { $count } строка с ошибкой:
    [few] { $count } строки с ошибками:
   *[many] { $count } строк с ошибками:
}
server-wrong-skipped = { $count ->
    [one] Пропущена { $count } строка с ошибкой:
    [few] Пропущены { $count } строки с ошибками:
   *[many] Пропущено { $count } строк с ошибками:
}
server-send-again = Исправьте и внесите список снова: кто уже внесён, второй раз не добавится. Внести без этих строк: --skip-wrong.
server-send-again-folder = Исправьте и положите файл снова: кто уже внесён, второй раз не добавится.
server-line = Строка { $row }: { $outcome ->
    [added] добавлен(а), код { $code }
   *[updated] дополнены данные, код { $code }
}
server-hitch = Строка { $row }: { $text }
server-hitch-no_code = кода «{ $code }» нет ни у кого.
server-hitch-other_name = код { $code } уже принадлежит человеку с другими фамилией и именем. Проверьте код.
server-hitch-other_kind = код { $code } принадлежит человеку другой категории. Проверьте код или столбец «Категория».
server-hitch-namesakes = людей с таким именем несколько. Добавьте код или дату рождения.
server-hitch-gone = { $code }: согласие отозвано, данные удаляются. Список их не возвращает.
server-hitch-twice = { $code }: этот человек уже есть в другой строке списка.
server-hitch-guardians = { $code }: у ребёнка уже три представителя.

server-exported = { $what ->
    [key] Ключ кодов и имён
    [people] Список людей (его можно исправить и внести снова)
    [registers] Базы, пары, встречи, согласия, ответы анкет
   *[invitations] Личные приглашения
}: { $path }
server-export-note = В файлах имена. Удалите их, когда они станут не нужны.

paper-key-title = Ключ кодов · { $place }
paper-key-note = { $school }. Хранить под замком, не фотографировать и не пересылать.
paper-key-code = Код
paper-key-name = Фамилия, имя, отчество
paper-key-guardian = представитель { $code }

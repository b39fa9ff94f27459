# Приглашения: ссылки, коды, плакат, список класса, передача дел.

sections-invite = Пригласить
invite-menu =
    <b>Пригласить в программу</b>
    Ссылка для всех: { $link }

    Кто придёт по ней, будет «новым», пока вы не примете. Родителям ссылку присылает ребёнок.
invite-qr = QR-код
invite-poster = Плакат
invite-poster-file = Плакат.pdf
invite-programme = Программа наставничества
invite-share = Переслать
invite-share-text = Школьная программа наставничества
invite-for = { $role ->
    [pupil] ученики
    [teacher] педагоги
    [student] студенты
    [partner] партнёры
   *[all] для всех
}
invite-make = { $role ->
    [pupil] Ученикам
    [teacher] Педагогам
    [student] Студентам
   *[partner] Партнёрам
}
invite-class = Одному классу
invite-staff = Сотрудникам школы
invite-staff-ask =
    <b>Кого пригласить?</b>
    Приглашение действует один раз, 14 дней. Кто его откроет, получит права этой роли, поэтому передайте его лично.
invite-list = Список класса (XLSX)
invite-codes = Личные коды: { $count }
invite-open = Открытые ссылки: { $count }
invite-open-title = <b>Открытые ссылки: { $count }</b>
invite-one =
    <b>Ссылка: { $what }</b>
    { $link }

    Код, если ссылка не открывается: <code>{ $code }</code>
invite-one-staff =
    <b>Приглашение: { $what }</b>
    { $link }

    Действует один раз, 14 дней. Передайте лично.
invite-close = Закрыть ссылку
invite-close-ask =
    <b>Закрыть ссылку?</b>
    По ней и по коду больше никто не войдёт. Кто уже вошёл, останется.
invite-close-sure = Да, закрыть
invite-closed = Ссылка закрыта.
invite-back = ‹ К приглашениям

list-blank = Пустой бланк
list-blank-file = Список класса.xlsx
list-preview = ✅ Список прочитан: новых — { $new }, уже есть — { $known }.

    Новые получат личные коды и сразу будут приняты: вы их знаете. Согласие каждый даст сам.
list-bring-in = Добавить ({ $count })
list-problems = ⚠️ { $count ->
    [one] В списке { $count } ошибка
    [few] В списке { $count } ошибки
   *[many] В списке { $count } ошибок
}, поэтому пока не добавлен никто.
list-problem = • { $text }
list-more-problems = … и ещё { $count }
list-send-again = Исправьте и пришлите файл снова.
list-gone = Файл больше не доступен. Пришлите его ещё раз.
list-done = ✅ { $count ->
    [one] Добавлен { $count } ученик
    [few] Добавлены { $count } ученика
   *[many] Добавлено { $count } учеников
}. Раздайте коды лично: каждый подходит только одному человеку и только один раз.
list-codes = Лист с кодами (PDF)
list-codes-file = Личные коды.pdf
list-no-codes = Неиспользованных кодов нет.

hand-over = Передать дела
hand-over-title = <b>Кураторы: { $count }</b>
hand-over-how = Пригласите второго куратора: он получит те же права. Уйти можно, когда останется кто-то ещё.
hand-over-line = • { $name }
hand-over-invite = Пригласить куратора
hand-over-leave = Передать и уйти
hand-over-leave-ask =
    <b>Уйти из кураторов?</b>
    Программу поведут: { $names }. Вернуться можно только по их приглашению.
hand-over-leave-sure = Да, уйти
hand-over-alone = Сейчас вы единственный куратор. Сначала пригласите другого и дождитесь, пока он войдёт.
hand-over-left = Вы больше не куратор. Спасибо за работу.
notice-curator-left = { $name }: больше не куратор. Программу ведёте вы.

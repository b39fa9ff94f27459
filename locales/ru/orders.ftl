# Приказ об утверждении пар.

sections-orders = Приказы о парах
orders-title = <b>Приказы о парах</b>
orders-ready = { $count ->
    [0] Пар, готовых к приказу, сейчас нет.
    [one] Готова к приказу { $count } пара: обе стороны согласны.
    [few] Готовы к приказу { $count } пары: обе стороны согласны.
   *[many] Готовы к приказу { $count } пар: обе стороны согласны.
}
orders-draw-up = Собрать приказ ({ $count })
orders-obstacles = ⚠️ Нужны письменное согласие работника и соглашение к договору (ТК РФ, ст. 351.8):
orders-unready = ⏳ Ждут согласий: у кого-то из двоих они сейчас неполные. Чего не хватает, видно в карточке.
orders-fallen = ⚠️ Из черновика приказа { $count ->
    [one] выпала { $count } пара: в подписанный приказ она не войдёт
    [few] выпали { $count } пары: в подписанный приказ они не войдут
   *[many] выпало { $count } пар: в подписанный приказ они не войдут
}. Если файл уже напечатан, возьмите новый.
orders-lapsed = С тех пор как черновик собран, у кого-то из пар согласия стали неполными. Отмените черновик и соберите приказ заново: эта пара подождёт.
orders-obstacle = • { $mentor } — { $mentee }
orders-agreement = Согласие: { $mentor }
orders-consent-kept = ✅ Согласие и соглашение записаны.
orders-draft-of = Черновик от { $date }: { $count ->
    [one] { $count } пара
    [few] { $count } пары
   *[many] { $count } пар
}
orders-signed-of = № { $number } от { $date }
orders-one-title = <b>Приказ</b> · { $title }
orders-line = • { $mentor } — { $mentees }
orders-more = … и ещё { $count }
orders-next = Распечатайте файл и отдайте директору. Когда приказ подпишут, введите номер и дату: { $coming ->
    [0] изменения вступят в силу
   *[other] пары начнут работу
}.
orders-file = Файл приказа
orders-sending = Готовлю файл.
orders-file-draft = Приказ о парах
orders-file-signed = Приказ о парах № { $number }
orders-sign = Приказ подписан
orders-correct = Исправить номер и дату
orders-drop = Отменить черновик
orders-drop-sure = <b>Отменить черновик приказа?</b>

    Пары останутся готовыми к приказу.
orders-drop-yes = Да, отменить
orders-drop-no = Нет, вернуться
orders-dropped = Черновик отменён.
orders-back = ‹ Приказы
orders-signed-now = ✅ Приказ подписан, { $coming ->
    [0] изменения вступили в силу.
   *[other] пары начали работу. Все участники получат сообщение.
}
orders-corrected = ✅ Номер и дата исправлены.
orders-programme = Наставничество { $year }

orders-nothing = Пар, готовых к приказу, сейчас нет: их уже собрали в приказ или кто-то ещё не ответил.
orders-taken = Эти пары только что собрали в другой приказ.
orders-signed-already = Приказ уже подписан, отменить его нельзя.

# Изменения к приказу.
orders-leaving = { $count ->
    [one] Завершилась { $count } пара из приказа: её нужно исключить.
    [few] Завершились { $count } пары из приказов: их нужно исключить.
   *[many] Завершилось { $count } пар из приказов: их нужно исключить.
}
orders-either = { $leaving ->
    [0] Новые пары можно утвердить отдельным приказом или внести изменениями в прежний.
   *[other] Новые пары можно утвердить отдельным приказом или теми же изменениями.
}
orders-amend = Изменения к приказу № { $number }
orders-amends = К приказу № { $number } от { $date }
orders-going = <b>Исключаются</b>
orders-coming = <b>Включаются</b>
orders-left-line = { $line }: { $ground }, с { $date }
orders-amendment-draft = Черновик изменений от { $date }: ушло { $left }, пришло { $came }
orders-amendment-of = № { $number } от { $date }, изменения
orders-file-amendment = { $number ->
    [none] Изменения к приказу о парах
   *[other] Изменения к приказу о парах № { $number }
}
orders-nothing-to-amend = Изменений нет: завершившиеся пары уже исключены приказом, новых готовых пар тоже нет.
orders-acquaintance = Лист ознакомления
orders-file-acquaintance = { $number ->
    [none] Лист ознакомления с приказом
   *[other] Лист ознакомления с приказом № { $number }
}
orders-list-xlsx = Перечень пар, Excel
orders-list-docx = Перечень пар, Word

# Сканы подписанного приказа.
scans-of-order = Сканы приказа
scans-title = <b>Сканы приказа № { $number }</b>
scans-none = Пока ничего не приложено. Скан хранится вместе с приказом, видят его только кураторы.
scans-line = { $number }. { $kind ->
    [pdf] PDF
   *[other] Фото
}, { $size } КБ, { $date }{ $who ->
    [none] { "" }
   *[other] , { $who }
}
scans-attach = Приложить скан
scans-take = Открыть { $number }
scans-remove = Убрать { $number }
scans-remove-sure = <b>Убрать этот скан?</b>

    Он удалится насовсем. Сам приказ останется.
scans-remove-yes = Да, убрать
scans-removed = Скан убран.
scans-back = Нет, вернуться
scans-to-order = ‹ К приказу
scans-enough = Готово
scans-added = ✅ Скан приложен. { $left ->
    [0] Больше десяти к одному приказу не прикладывают.
   *[other] Если страниц несколько, пришлите следующую.
}
scans-file = Приказ № { $number }, скан { $scan }
scans-kind = Это не PDF и не фотография. Пришлите скан в PDF, JPEG или PNG.
scans-large = Файл больше 5 МБ. Снимите страницу как фото или сожмите PDF и пришлите ещё раз.
scans-many = К приказу уже приложено десять сканов. Уберите лишний, потом приложите новый.
scans-unsigned = Сначала введите номер и дату подписанного приказа, потом приложите скан.
scans-coded = В этой школе имена не проходят через мессенджер, поэтому сканы приказов здесь не принимаются. Храните их на сервере или в бумагах школы.

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
orders-next = Распечатайте файл и отдайте директору. Когда приказ подпишут, введите номер и дату: пары начнут работу.
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
orders-signed-now = ✅ Приказ подписан, пары начали работу. Все участники получат сообщение.
orders-corrected = ✅ Номер и дата исправлены.
orders-programme = Наставничество { $year }

orders-nothing = Пар, готовых к приказу, сейчас нет: их уже собрали в приказ или кто-то ещё не ответил.
orders-taken = Эти пары только что собрали в другой приказ.
orders-signed-already = Приказ уже подписан, отменить его нельзя.

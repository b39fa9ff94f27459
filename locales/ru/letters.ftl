# «Написать куратору» и его ответ.

letter-write = ✉️ Написать куратору
letter-sent = ✅ Отправлено куратору. Ответ придёт сюда.
letter-go-on = Написать ещё
letter-nobody-to-write-to = Писать пока некому: сначала войдите по ссылке или коду от школы.
notice-letter-answer =
    <b>Ответ куратора</b>

    { $text }

sections-letters = Письма
letters-title =
    <b>Письма ждут ответа</b>
    Сначала те, что пришли раньше.
letters-none = Писем без ответа нет.
letters-all = Все письма
letter-line = { $who }: { $text }
letter-thread = <b>Переписка</b> · { $who }
letter-block =
    <b>{ $who }</b>, { $at }
    { $text }
letter-from-curator = Куратор
letter-answer = Ответить
letter-open = Открыть переписку
letter-close = Закрыть без ответа
letter-closed = ✅ Закрыто без ответа.
letter-person = Карточка
letter-answered = ✅ Ответ отправлен.
letter-answered-meanwhile = На это письмо уже ответили или его закрыли. Откройте переписку ещё раз.
notice-letter =
    ✉️ <b>Письмо куратору</b> · { $who }

    { $text }

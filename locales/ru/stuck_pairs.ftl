# Пары, которым нужна помощь куратора: почему, и одно готовое действие.

stuck-title = <b>Пары, которым нужна помощь: { $count }</b>
stuck-none = ✅ <b>Все пары в порядке.</b> Сейчас помощь никому не нужна.
stuck-pair = { $mentor } — { $mentees }
stuck-named = {"   "}{ $who }: { $why } → <i>{ $do }</i>
stuck-do-nudge-mentor = напомнить наставнику
stuck-do-nudge-mentee = написать наставляемому
stuck-do-talk = позвонить
stuck-do-change = заменить пару
stuck-do-look = посмотреть встречи
stuck-line = • <b>{ $who }</b>: { $why }{ $more ->
    [0] {""}
   *[other] {" "}(и ещё { $more })
}
stuck-open = Открыть
stuck-back = ‹ Кому нужна помощь

stuck-cause-change-pair = хотят сменить пару
stuck-cause-low = низкая оценка работы
stuck-cause-curator-help = просят помощи куратора
stuck-cause-no-contact = с наставляемым не связались
stuck-cause-contact-late = первая встреча не назначена в срок
stuck-cause-mentor-silent = наставник не отвечает
stuck-cause-mentee-silent = наставляемый не отвечает
stuck-cause-apart = оценки сторон разошлись
stuck-cause-falling = оценка снижается
stuck-cause-no-meeting = { $days ->
    [one] { $days } день без встречи
    [few] { $days } дня без встречи
   *[many] { $days } дней без встречи
}
stuck-cause-cancelled = две встречи подряд отменены
stuck-cause-mismatch = ответы о встрече разошлись
stuck-cause-plan-overdue = { $days ->
    [0] задача плана просрочена
    [one] задача плана просрочена на { $days } день
    [few] задача плана просрочена на { $days } дня
   *[many] задача плана просрочена на { $days } дней
}

stuck-card-title = <b>Нужна помощь:</b> { $who }
stuck-card-why = • { $why }
stuck-card-well = ✅ Сейчас всё в порядке.
stuck-card-marks = Оценки по месяцам, видите только вы: наставник { $mentor }; наставляемый { $mentee }
stuck-card-words = { $who }: <i>{ $text }</i>
stuck-card-taken = Уже сделано:
stuck-was-nudged = { $day }: напоминание ({ $by })
stuck-was-called = { $day }: разговор ({ $by })
stuck-was-put-off = { $day }: отложено ({ $by })
stuck-was-done = { $day }: отмечено «сделано» ({ $by })
stuck-ready = Готовый текст, { $who }:
    <i>{ $text }</i>
stuck-ready-copy = Готовый текст, нажмите на него, чтобы скопировать, и поправьте по-своему:
    <code>{ $text }</code>
stuck-send = Отправить
stuck-own = Написать по-своему
stuck-call = Позвонить
stuck-change = Заменить пару
stuck-look = Встречи пары
stuck-nudged = ✅ Отправил.
stuck-step-called = Поговорил(а)
stuck-step-put-off = Отложить на неделю
stuck-step-done = Сделано
stuck-taken-called = ✅ { $who }: разговор записан.
stuck-taken-put-off = ✅ { $who }: вернусь к этой паре через неделю.
stuck-taken-done = ✅ { $who }: записал. Если через неделю ничего не изменится, пара появится здесь снова.
stuck-refused-well = Этой паре сейчас напоминать не о чем.
stuck-refused-nudged = Сегодня этой паре уже напоминали.

stuck-call-title = <b>Позвонить:</b> { $mentor } — { $mentees }
stuck-call-line = • { $who }: { $contact }
stuck-call-guardian = • { $who } (родитель: { $child }): { $contact }
stuck-call-none = контакта в боте нет
stuck-call-nothing = Телефоны школьников — у классного руководителя или в канцелярии.

pair-nudge-first = Первая встреча ещё не назначена ({ $who }). Выберите, пожалуйста, время: это займёт минуту.
pair-nudge-meeting = Давно не было встречи ({ $who }). Назначьте, пожалуйста, следующую, хотя бы короткую.
pair-nudge-plan = В плане есть задачи, срок которых прошёл ({ $who }). Отметьте, что сделано, или перенесите сроки.
pair-nudge-how = { $side ->
    [mentor] Как у вас дела ({ $who })? Если договориться о встрече не получается, напишите мне, помогу.
   *[mentee] Как у вас дела с наставником ({ $who })? Если договориться о встрече не получается, напишите мне, помогу.
}
pair-nudge-open = Открыть пару
notice-pair-nudge = ✉️ <b>Куратор:</b> { $text }

notice-pair-signal-no-contact = ⚠️ <b>{ $by }</b>: на связь ещё никто не вышел. Наставник: { $who }.
notice-pair-signal-no-answer = ⚠️ <b>{ $by }</b>: не получается связаться. Не отвечает: { $who }.
notice-first-contact-late = ⚠️ Первая встреча не назначена: <b>{ $mentor } — { $who }</b> (срок был { $until }).

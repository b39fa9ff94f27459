# Анкеты на бумаге: печать бланков, внесение ответов, кто их вносит.

paper-entry-over = 📝 Внесение с бумаги: <b>{ $who }</b>
paper-entry-resume = С бумаги · { $who } · { $form }
paper-entry-done = ✅ { $form } — внесено с бумаги: { $who }.
paper-entry-title =
    <b>Анкеты на бумаге</b>
    { $who }
paper-entry-wanted = ▫️ { $form } — ещё нет
paper-entry-sent = ✅ { $form } — { $day }
paper-entry-entered = ✅ { $form } — { $day }, внесено с бумаги: { $by }
paper-entry-none = Анкет пока нет: сначала нужна форма наставничества.
paper-entry-first = Внести анкету пока нельзя: не хватает — { $lack ->
    [withdrawn] согласия (оно отозвано)
    [declined] согласия (ответили «не согласны»)
    [no_consent] согласия участника
    [no_assent] согласия самого ученика
    [no_guardian] согласия родителя
    [no_paper] согласия родителя на бумаге
   *[no_name] имени
}.
paper-entry-waits = { paper-entry-first }
paper-entry-fixed = Пара утверждена приказом, эти ответы больше не меняются.
paper-entry-enter = Внести: { $form }
paper-entry-correct = Исправить: { $form }
paper-entry-print = Напечатать: { $form }
paper-entry-card = Анкеты на бумаге
card-answers-entered = 📝 Внесено с бумаги: { $by }, { $day }
paper-entry-mine = Внести анкеты с бумаги
paper-entry-helper =
    <b>Анкеты на бумаге</b>
    Наведите камеру на код бланка или напишите сюда буквы и цифры под ним: откроется нужная анкета. Ответы увидит куратор.
paper-entry-helper-class = Ваш класс — рядом с именем, сколько анкет ещё не внесено:
paper-entry-ward = { $count ->
    [0] ✅ { $who }
   *[other] { $who } · { $count }
}
paper-entry-to-person = ‹ К анкетам
paper-entry-to-class = ‹ К списку
paper-entry-own = ✅ { participant-sheet-name }: внесено с вашей бумажной анкеты, { $day }

paper-forms-section = Анкеты на бумаге
paper-forms-title =
    <b>Анкеты на бумаге</b>
    Для тех, кто без телефона: напечатайте бланк, раздайте, а заполненный внесите — по коду на бланке или с карточки человека.
paper-forms-helpers = Кто вносит ответы
paper-forms-form =
    <b>{ $form }</b>
    Кому напечатать бланк? Именные — тем, у кого есть согласие и кто ещё не ответил.
paper-forms-print = Напечатать бланк
paper-forms-empty = Пустой бланк
paper-forms-no-phone = Без телефона: { $count }
paper-forms-class = { $class }: { $count }
paper-forms-others = Вне классов: { $count }
paper-forms-all-sent = ✅ Все, кого можно спросить, уже ответили.
paper-forms-back = ‹ К анкетам
paper-forms-file = Бланк · { $form }.pdf
paper-forms-making = Печатаю…
blank-nobody-owes = Печатать некому: все, кого можно спросить, ответили.
paper-helpers-title =
    <b>Кто вносит ответы с бумаги</b>
    Кроме куратора. Классный руководитель видит имена своего класса, остальные — только того, чей бланк у них в руках. Чужих ответов, кроме вносимой анкеты, они не увидят.
paper-helpers-nobody = Сотрудников пока нет: пригласите их в разделе «Пригласить».
paper-helpers-name = { $named ->
    [yes] ✅ { $who }
   *[no] { $who }
}
paper-helpers-named = { $who }: теперь может вносить анкеты с бумаги.
paper-helpers-revoked = { $who }: больше не вносит анкеты с бумаги.

# Опрос интереса: что видят все и что видит куратор.

poll-ask-who = <b>Опрос о наставничестве</b>

    Три нажатия. Имя не спрашиваем и не храним, видны только общие итоги.

    Кто вы?
poll-level = { $level } кл.
poll-who = { $who ->
    [teacher] Педагог
    [guardian] Родитель
    [student] Студент, выпускник
   *[partner] Партнёр школы
}
poll-ask-wish = { $who ->
    [guardian] <b>Нужен ли вашему ребёнку наставник?</b>
    [student] <b>Готовы ли вы стать наставником для школьника?</b>
    [partner] <b>Готовы ли вы стать наставником для школьника?</b>
   *[other] <b>Чего вам хотелось бы?</b>
    } { $who ->
    [pupil] {""}

    Наставник помогает разобраться в предмете, освоиться, развить талант.
   *[other] {""}
}
poll-wish = { $who ->
    [guardian] { $wish ->
        [mentee] Да, нужен
       *[other] Пока нет
    }
    [student] { $wish ->
        [mentor] Да, готов(а)
       *[other] Пока нет
    }
    [partner] { $wish ->
        [mentor] Да, готов(а)
       *[other] Пока нет
    }
   *[other] { $wish ->
        [mentee] Чтобы у меня был наставник
        [mentor] Быть наставником
        [both] И то и другое
       *[other] Пока ничего
    }
}
poll-ask-form = { $who ->
    [teacher] <b>Кому вам хотелось бы помогать?</b>
    [guardian] <b>С кем ребёнку было бы интересно заниматься?</b>
   *[other] <b>Кто мог бы стать вашим наставником?</b>
}
poll-with = { $form ->
    [pupil_pupil] Ученик постарше
    [teacher_pupil] { $who ->
        [teacher] Ученикам
       *[other] Учитель
    }
    [student_pupil] Студент
    [employer_pupil] Специалист с предприятия
    [teacher_teacher] Коллегам
   *[any] Пока не знаю
}
poll-thanks = <b>Спасибо, ответ учтён.</b>

    { $wish ->
        [nothing] Если передумаете, ответ можно изменить.
       *[other] { $who ->
            [guardian] Когда начнётся набор, школа пригласит участников.
           *[other] Хотите участвовать — это следующий шаг. Там бот спросит согласие и познакомится с вами.
        }
    }
poll-join = Хочу участвовать
poll-again = Изменить ответ
poll-back = ‹ Назад
poll-closed = Этот опрос уже закончился. Спасибо за интерес.

# Куратор
polls-section = Опрос интереса
poll-title = <b>Опрос интереса</b> · { $state ->
        [open] идёт
       *[closed] не идёт
    }

    { $count ->
        [0] Ответов пока нет.
        [one] { $count } ответ.
        [few] { $count } ответа.
       *[other] { $count } ответов.
    }
poll-link = { $link }
    Код: <code>{ $code }</code>
poll-nobody-yet = { $state ->
        [open] Разошлите ссылку классам и педагогам или повесьте плакат: отвечать можно без имени.
       *[closed] Три нажатия для всей школы: кто хочет наставника, кто готов им быть и с кем. Согласий не нужно: личного бот не хранит.
    }
poll-open = Начать опрос
poll-close = Закончить опрос
poll-close-ask = Закончить опрос? Ссылка перестанет работать, итоги останутся.
poll-close-sure = Да, закончить
poll-picture = Показать картинкой
poll-share-text = Нужен ли вам наставник? Ответьте за три нажатия, без имени.
poll-qr-caption = Опрос о наставничестве
poll-poster-file = Опрос-плакат.pdf
poll-picture-title = Опрос о наставничестве · ответов: { $count }
poll-line = { $who ->
    [pupil] { $level } класс
    [teacher] педагоги
    [guardian] родители
    [student] студенты
   *[partner] партнёры
}
poll-column = { $wish ->
    [mentee] нуж.
    [mentor] гот.
    [both] оба
   *[nothing] нет
}
poll-total = всего
poll-legend = <i>нуж. — нужен наставник · гот. — готовы быть наставником · оба — и то и другое · нет — пока нет</i>
poll-legend-name = { $wish ->
    [mentee] нужен наставник
    [mentor] готовы быть наставником
    [both] и то и другое
   *[nothing] пока нет
}
poll-forms = <b>С кем</b>
poll-form-line = { $form ->
    [pupil_pupil] Ученик – ученик
    [teacher_teacher] Учитель – учитель
    [teacher_pupil] Учитель – ученик
    [student_pupil] Студент – ученик
    [employer_pupil] Работодатель – ученик
   *[any] Пока не знают
    }: ждут наставника { $mentees }, готовы помогать { $mentors }

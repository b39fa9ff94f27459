# Все разделы куратора: каждая кнопка открывает один раздел.

sections = Все разделы
sections-title = <b>Все разделы</b>
sections-school = Школа и сроки
sections-of-school = Школа
sections-of-school-title =
    <b>Школа</b>
    Название, сроки программы, области запросов и передача дел.

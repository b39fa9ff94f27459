"""Coded mode: files with names leave by the server; lists come in by the watched folder while people talk to the bot."""

from __future__ import annotations

import stat
import subprocess
from datetime import timedelta
from io import BytesIO

import pytest
import pyzipper
from openpyxl import load_workbook
from steps_people import known
from steps_school import set_up_school

from mentoring.leaving import Paper
from services.export_folder import ExportFolder
from services.way_out import WayOut
from storage import schools

PASSWORD = "длинный пароль 12"
LIST = "Фамилия;Имя;Класс;Дата рождения\nПетров;Илья;7Б;05.03.2014\n"


@pytest.fixture
async def curator(stage):
    curator = await set_up_school(stage)
    await stage.app.database.work(lambda tx: schools.choose(tx, 1, privacy_mode="coded"))
    await known(stage, "Скворцов")
    return await curator.starts()


def documents(curator):
    return [each.document for each in curator.user.chat.visible if each.document]


async def test_the_export_lies_on_the_server_and_the_chat_says_where(stage, curator):
    await curator.says("/export")
    await curator.taps("Собрать файл")
    assert documents(curator) == []
    (file,) = stage.app.settings.export_dir.iterdir()
    assert any(file.name in each.text for each in curator.user.chat.visible)
    assert stat.S_IMODE(file.stat().st_mode) == 0o600
    names = [cell.value for sheet in load_workbook(BytesIO(file.read_bytes())) for row in sheet for cell in row]
    assert "Скворцов Илья" in names
    noted = await stage.app.database.read(lambda tx: tx.all("SELECT details FROM journal WHERE deed = 'took-out'"))
    assert [row[0] for row in noted] == ["registers server"]


async def test_with_a_password_on_the_server_it_is_sent_as_an_archive_that_opens_only_with_it(stage, curator, tmp_path):
    way_out = stage.app.dispatcher["way_out"]
    assert isinstance(way_out, WayOut)
    way_out._password = PASSWORD
    await curator.says("/export")
    await curator.taps("Собрать файл")
    (document,) = documents(curator)
    assert document.name == "registers-2027-01-11.zip"
    with pyzipper.AESZipFile(BytesIO(document.content)) as archive:
        (member,) = archive.infolist()
        assert member.filename == "registers.xlsx"
        assert member.wz_aes_strength == 3, "AES-256"
        with pytest.raises(RuntimeError):
            archive.read(member)
        with pytest.raises(RuntimeError):
            archive.read(member, pwd=b"another password")
        assert load_workbook(BytesIO(archive.read(member, pwd=PASSWORD.encode())))
    assert not stage.app.settings.export_dir.exists()


@pytest.mark.outside
def test_7z_opens_the_archive_too(tmp_path):
    from services.way_out import archive

    (tmp_path / "a.zip").write_bytes(archive(b"names", "registers.xlsx", PASSWORD))
    opened = subprocess.run(["7z", "x", "-so", f"-p{PASSWORD}", "a.zip"], cwd=tmp_path, capture_output=True, check=True)
    assert opened.stdout == b"names"


async def test_in_open_mode_and_for_papers_without_names_nothing_changes(stage):
    curator = await set_up_school(stage)
    await known(stage, "Скворцов")
    await curator.says("/export")
    await curator.taps("Собрать файл")
    assert len(documents(curator)) == 1
    await stage.app.database.work(lambda tx: schools.choose(tx, 1, privacy_mode="coded"))
    await curator.says("/invite")
    await curator.taps("Плакат")
    assert documents(curator)[-1].name.endswith(".pdf")
    assert not stage.app.settings.export_dir.exists()


async def test_a_list_put_into_the_folder_comes_in_by_itself(stage, curator):
    folder, watched = stage.app.settings.inbox_dir, stage.app.watched
    assert await watched.look() == 0
    (folder / "7Б.csv").write_text(LIST[:30], "utf-8")
    (folder / ".hidden.csv").write_text(LIST, "utf-8")
    assert await watched.look() == 0, "it may still be growing"
    (folder / "7Б.csv").write_text(LIST, "utf-8")
    assert await watched.look() == 0, "it has grown"
    assert await watched.look() == 1
    assert "Людей добавлено: 1" in (folder / "7Б.csv.report.txt").read_text("utf-8")
    assert stat.S_IMODE((folder / "7Б.csv.report.txt").stat().st_mode) == 0o600
    assert (folder / "done" / "7Б.csv").is_file()
    assert not (folder / "7Б.csv").exists()
    assert await watched.look() == 0
    found = await stage.app.database.read(lambda tx: tx.value("SELECT count(*) FROM persons WHERE family = 'Петров'"))
    assert found == 1


async def test_a_list_taken_twice_by_a_kill_between_adds_nobody_and_a_wrong_one_is_put_apart(stage, curator):
    folder, watched = stage.app.settings.inbox_dir, stage.app.watched
    folder.mkdir()
    for content in (LIST, LIST, LIST + "Мороз;Ким7;8А;\n"):
        (folder / "a.csv").write_text(content, "utf-8")
        await watched.look()
        assert await watched.look() == 1
    report = (folder / "a.csv.report.txt").read_text("utf-8")
    assert "Строка 3, столбец «Имя»" in report
    assert "положите файл снова" in report
    assert (folder / "wrong" / "a.csv").is_file()
    found = await stage.app.database.read(
        lambda tx: tx.value("SELECT count(*) FROM persons WHERE family IN ('Петров', 'Мороз')")
    )
    assert found == 1


async def test_what_lay_long_enough_is_removed_at_night(stage, curator):
    folder = stage.app.settings.inbox_dir
    (folder / "done").mkdir(parents=True)
    (folder / "done" / "a.csv").write_text(LIST)
    (folder / "a.csv.report.txt").write_text("x")
    (folder / "fresh.csv").write_text(LIST)
    ExportFolder(stage.app.settings.export_dir).put(Paper.KEY, ".pdf", b"x", stage.clock())
    stage.clock.move(timedelta(days=3650))  # the disk's own clock is not ours
    await stage.waits(days=1)
    left = [each.name for each in folder.rglob("*") if each.is_file()]
    assert left == ["fresh.csv"]
    assert list(stage.app.settings.export_dir.iterdir()) == []

"""How the Chinese reads: the words of either coast, its marks, and spaces beside Latin."""

from __future__ import annotations

import re

import pytest

from aligner.script import detect_script, in_one_script
from aligner.speaking import said_in
from aligner.speaking.mainland import _WORD, _WORDS
from tests.speaking.chinese import chinese_texts

TAIWAN = tuple(dict.fromkeys(chinese_texts()))
NOT_TAIWAN_TEXT = """
    文件夾 軟件 程序 設置 自定義 默認 字符 導出 導入 剪貼板 屏幕 網絡 光標 撤銷 菜單 鼠標 窗口
    打印 界面 信息 數據 硬盤 內存 緩存 服務器 視頻 項目 鏈接 加載 運行 搜索 查找 打開 粘貼 復制
    反饋 登錄 缺省 矢量 兼容 幻燈片 演示文稿 電子表格 單元格 工作簿 制表符 全角 半角 擴展名 主目錄
    語義 對象 字節 數組 嵌套 支持 通過 軟件包 激活 創建 獲取 軟盤 硬件 質量 高端 內置 卸載 截屏
    鼠標 用戶 賬號 U盤 隊列 宏 接口 調用 另置 譯助 緣由 翻譯記憶。
"""
NOT_TAIWAN = NOT_TAIWAN_TEXT.split()
NOT_MAINLAND_TEXT = """
    档案 资料 软体 程式 设定 自订 预设 缺省 字元 储存 汇出 汇入 剪贴簿 萤幕 网路 游标 复原 选单
    滑鼠 视窗 列印 介面 讯息 硬碟 记忆体 快取 伺服器 影片 专案 连结 载入 执行 搜寻 开启 贴上 拷贝
    登入 全形 半形 投影片 简报 试算表 储存格 活页簿 副档名 终端机 引数 指令 唯读 帐号 支援 透过
    套件 物件 字串 位元 阵列 巢状 管线 正体 激活 脱机 矢量 家目录 逾时 辨识 中继 离开 清单 卷动
    拖曳 点按 程序码 投视频 范例 新版式 数位 品质 压缩档 输入档 文字档 暂存 存文件 设置定 文件案
"""
NOT_MAINLAND = NOT_MAINLAND_TEXT.split()
NEITHER = ("你", "妳", "亦", "之乎")
HAN = "[\u4e00-\u9fff]"
NO_SPACE = re.compile(f"{HAN}[A-Za-z0-9`]|[A-Za-z0-9%`]{HAN}")
"""Latin letters and figures without the space that stands between them and Chinese."""
HALF_WIDTH = re.compile(f"{HAN} ?[,:;?!()]|[,;?!()] ?{HAN}")
"""A mark of the Latin script in Chinese."""
GAP_IN_CHINESE = re.compile(f"{HAN} +{HAN}")
TYPED = ("duizhao align 中文", "--zh 檔案")
"""Commands with a word for what a person types."""


def mainland() -> list[str]:
    return [said_in("zh", text) for text in TAIWAN]


def holding(texts: list[str], words: list[str]) -> list[tuple[str, str]]:
    return [(word, text) for text in texts for word in words if word in text]


def test_taiwan_reads_no_word_of_the_mainland() -> None:
    assert holding(list(TAIWAN), [*NOT_TAIWAN, *NEITHER]) == []


def test_the_mainland_reads_no_word_of_taiwan() -> None:
    assert holding(mainland(), [*NOT_MAINLAND, *NEITHER]) == []


def test_the_mainland_reads_no_character_of_taiwan() -> None:
    left = [text for text in mainland() if in_one_script(text) != text]
    assert left == []
    assert detect_script("".join(mainland())).name == "Hans"
    assert detect_script("".join(TAIWAN)).name == "Hant"


def test_quotation_marks_are_those_of_the_region() -> None:
    screens = "“ ” …"  # a text about these very marks
    assert [text for text in TAIWAN if "“" in text.replace(screens, "")] == []
    assert holding(mainland(), list("「」『』")) == []


def test_no_word_of_the_table_is_dead() -> None:
    used = {found[0] for text in TAIWAN for found in _WORD.finditer(text)}
    assert {word for word in _WORDS if not {word, f"{word}案"} & used} == set()


@pytest.mark.parametrize("wrong", [NO_SPACE, HALF_WIDTH, GAP_IN_CHINESE])
def test_marks_and_spaces_are_those_of_chinese(wrong: re.Pattern[str]) -> None:
    found = [
        text
        for text in TAIWAN
        for place in wrong.finditer(text)
        if not any(typed in text for typed in TYPED) and "Esc、q、?" not in text
    ]
    assert found == []


def test_what_is_looked_for_would_be_found() -> None:
    assert NO_SPACE.search("匯出CSV")
    assert NO_SPACE.search("3個")
    assert HALF_WIDTH.search("匯出,再開啟")
    assert not NO_SPACE.search("匯出 CSV，3 個")
    assert said_in("zh", "檔案與資料夾") not in TAIWAN
    assert holding([said_in("zh", "軟體")], ["软件"])

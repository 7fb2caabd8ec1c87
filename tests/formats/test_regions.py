"""Conversion between regions: words where they are words, and nothing across them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from aligner.formats.regions import in_region
from aligner.script import Region, to_region
from aligner.unit import Unit

ACROSS_WORDS = """
城堡的士兵 城堡的士兵
这会改变量子的状态 這會改變量子的狀態
少数组织 少數組織
留在线索里 留在線索裡
增加纳税 增加納稅
各项目录 各項目錄
体内存在 體內存在
中文本来 中文本來
上网关注 上網關注
世界面临 世界面臨
简短信件 簡短信件
噪音频繁 噪音頻繁
电视频道 電視頻道
相信道理 相信道理
文字节选 文字節選
在地图标注 在地圖標註
放宽带来 放寬帶來
点菜单独付 點菜單獨付
观光盘缠 觀光盤纏
民主板块 民主板塊
户外活动使用户外用品 戶外活動使用戶外用品
海外置业 海外置業
国内置业 國內置業
刺激活动 刺激活動
攀登录像 攀登錄影
可能性能够 可能性能夠
提高清洁 提高清潔
山脚本来 山腳本來
前进程度 前進程度
上网络绎不绝 上網絡繹不絕
建设备受 建設備受
大概率先 大概率先
公元音乐 公元音樂
歌词组成 歌詞組成
也门庭若市 也門庭若市
提高端午 提高端午
任务栏目 任務欄目
不通信件 不通信件
展示了如何做 展示了如何做
可是只有他 可是只有他
粉丝发来 粉絲發來
参与制造 參與製造
包罗万象 包羅萬象
局部地区 局部地區
刷新纪录 刷新紀錄
通过考试 通過考試
支持他的人 支持他的人
发表声明 發表聲明
血液循环 血液循環
性价比高 性價比高
"""
"""Everyday phrases in which OpenCC's tables of words find one that is not there, or take
a word of general meaning for one of computing; as the mainland and as Taiwan writes them."""
WORDS = """
理发师把头发剪短 理髮師把頭髮剪短
皇后在后面 皇后在後面
的士停了 計程車停了
坐的士去 坐計程車去
软件和网络 軟體和網路
内存不足 記憶體不足
操作系统 作業系統
用户界面 使用者介面
数据库 資料庫
数据中心 資料中心
信息化 資訊化
比特币 比特幣
量子比特 量子位元
打印机 印表機
意大利人 義大利人
海内存知己 海內存知己
"""
"""Words that do differ, beside others."""
BACK = """
電影片段 电影片段
動物件數 动物件数
電影片名 电影片名
有機率先 有机率先
上網路線 上网路线
觀光碟影 观光碟影
網路安全 网络安全
這個軟體的滑鼠 这个软件的鼠标
記憶體 内存
計程車 出租车
"""
"""From Taiwan to the mainland."""


def rows(table: str) -> list[list[str]]:
    return [line.split() for line in table.strip().splitlines()]


@pytest.mark.parametrize(("text", "expected"), [*rows(ACROSS_WORDS), *rows(WORDS)])
def test_words_are_converted_and_nothing_across_them(text: str, expected: str) -> None:
    assert in_region(Unit(text, "x", "zh-CN"), "zh-TW").zh == expected
    around = in_region(Unit(f"他说，{text}。", "x", "zh-CN"), "zh-TW").zh
    assert around == f"他說，{expected}。"


@pytest.mark.parametrize(("text", "expected"), rows(BACK))
def test_words_of_taiwan_are_converted_and_nothing_across_them(text: str, expected: str) -> None:
    assert in_region(Unit(text, "x", "zh-TW"), "zh-CN").zh == expected


def test_hong_kong_to_taiwan_heeds_words_too() -> None:
    assert in_region(Unit("城堡的士兵和軟件", "x", "zh-HK"), "zh-TW").zh == "城堡的士兵和軟體"


def test_a_segment_with_tags_is_converted_the_same() -> None:
    unit = Unit("城堡的士兵", "x", "zh-CN", properties=(("zh/seg", "<hi>城堡</hi>的士兵"),))
    made = in_region(unit, "zh-TW")
    assert (made.zh, dict(made.properties)["zh/seg"]) == ("城堡的士兵", "<hi>城堡</hi>的士兵")


_PARTS = st.sampled_from(
    [word for row in rows(ACROSS_WORDS) + rows(WORDS) for word in row] + [" ", "a"]
)


@given(st.lists(_PARTS, max_size=6).map("".join), st.sampled_from(["CN", "HK", "TW"]))
def test_no_divider_stays_and_words_alone_change_nothing_else(text: str, source: Region) -> None:
    for target in ("CN", "TW", "HK"):
        made = to_region(text, source, target, places=lambda _: [])
        assert "\ufdd0" not in made
        whole = to_region(text, source, target, places=lambda text: [(0, len(text))])
        assert whole == made

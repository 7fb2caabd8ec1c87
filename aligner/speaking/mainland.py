"""What the program says by the usage of Taiwan, said by that of the mainland.

The words of computing come first, from a table of our own: the tables of conversion take some for
others (影片 in 投影片), leave some, and choose words that no program there uses. The rest is
converted as any text. Knows the texts of this program and is no converter for others.
"""

from __future__ import annotations

import re
from functools import cache

_WORDS = {
    # files and systems
    "副檔名": "扩展名",
    "壓縮檔": "压缩文件",
    "輸入檔": "输入文件",
    "暫存檔資料夾": "临时文件夹",
    "暫存檔": "临时文件",
    "存檔": "保存",
    "掃描檔": "扫描件",
    "一般檔案": "普通文件",
    "檔": "文件",
    "家目錄": "主目录",
    "唯讀": "只读",
    "管線": "管道",
    "終端機": "终端",
    "地區設定": "区域设置",
    "環境變數": "环境变量",
    "離線": "离线",
    "連線逾時": "连接超时",
    "忙碌中": "正忙",
    "套件": "软件包",
    "結束碼": "退出码",
    "記憶體": "内存",
    "資料夾": "文件夹",
    "資料": "数据",
    "快取": "缓存",
    "向量": "向量",
    "覆寫": "覆盖",
    # the command
    "指令": "命令",
    "引數": "参数",
    "語言碼": "语言代码",
    "程式碼": "代码",
    "程式": "程序",
    "啟用": "启用",
    "回報": "反馈",
    "依據": "依据",
    "依": "按",
    "取得": "获取",
    "辨識": "识别",
    "清單": "列表",
    "更動": "改动",
    "離開": "退出",
    "執行": "运行",
    "預設": "默认",
    "自訂": "自定义",
    "設定": "设置",
    "設成": "设为",
    "範例": "示例",
    # the screen
    "畫面": "界面",
    "點按": "点击",
    "拖曳": "拖动",
    "捲動": "滚动",
    "復原": "撤销",
    "游標": "光标",
    "滑鼠": "鼠标",
    "複製": "复制",
    "照抄": "复制",
    "新增": "新增",
    "開啟": "打开",
    "搜尋": "搜索",
    "檢索": "检索",
    "視窗": "窗口",
    "附註": "备注",
    # texts and tables: what is 欄 in Taiwan is 列 on the mainland, and 列 there is 行
    "輔助欄": "辅助栏",
    "導覽列": "导航栏",
    "兩欄並列": "两栏并列",
    "欄位": "字段",
    "欄": "列",
    "} 列": "} 行",
    "一列": "一行",
    "各列": "各行",
    "所在的列": "所在的行",
    "的列或": "的行或",
    "有些列": "有些行",
    "標題列": "标题行",
    "一筆資料": "一条记录",
    "儲存格": "单元格",
    "活頁簿": "工作簿",
    "試算表": "电子表格",
    "投影片": "幻灯片",
    "簡報": "演示文稿",
    "其中的註解": "其中的注释",
    "註解": "批注",
    "內文": "正文",
    "識別碼": "标识符",
    "追蹤修訂": "修订",
    "功能變數": "域",
    "內嵌文件": "嵌入文档",
    "內嵌物件": "嵌入对象",
    "演講者備忘稿": "演讲者备注",
    "中繼資料": "元数据",
    "群組": "组",
    "語意": "语义",
    "文字檔": "文本文件",
    "文字文件": "文本文档",
    "文字編碼": "文本编码",
    "文字": "文字",
    "頁首": "页眉",
    "頁尾": "页脚",
    "定位字元": "制表符",
    "字元": "字符",
    "網址": "网址",
    "最近開過": "最近打开",
    "「": "“",
    "」": "”",
}
"""Words of Taiwan, each with that of the mainland; the longest that fits is taken."""
_ALL = _WORDS | {f"{word}案": said for word, said in _WORDS.items() if word.endswith("檔")}
"""With 文字檔案 and the like, which say the same as 文字檔."""
_WORD = re.compile("|".join(sorted(map(re.escape, _ALL), key=len, reverse=True)))


@cache
def as_on_the_mainland(text: str) -> str:
    """Return a text of the program by the usage of the mainland; gaps in braces stay."""
    from aligner.script import to_region

    parts, at = [], 0
    for found in _WORD.finditer(text):
        parts += [to_region(text[at : found.start()], "TW", "CN"), _ALL[found[0]]]
        at = found.end()
    return "".join([*parts, to_region(text[at:], "TW", "CN")])

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
    "字型檔": "字体文件",
    "檔案": "文件",
    "檔": "文件",
    "家目錄": "主目录",
    "唯讀": "只读",
    "管線": "管道",
    "終端機": "终端",
    "帳號": "账号",
    "地區設定": "区域设置",
    "環境變數": "环境变量",
    "離線": "离线",
    "連線": "联网",
    "套件": "软件包",
    "結束碼": "退出码",
    "雜湊值": "哈希值",
    "記憶體": "内存",
    "資料夾": "文件夹",
    "資料": "数据",
    "快取": "缓存",
    "向量": "向量",
    "重新開啟": "重新打开",
    "覆寫": "覆盖",
    # the command
    "指令": "命令",
    "引數": "参数",
    "語言碼": "语言代码",
    "程式": "程序",
    "執行": "运行",
    "預設": "默认",
    "自訂": "自定义",
    "設定": "设置",
    "設成": "设为",
    "已設": "已设置",
    "範例": "示例",
    "說明文字": "说明文字",
    # the screen
    "畫面": "界面",
    "介面": "界面",
    "緣由": "理由",
    "點按": "点击",
    "拖曳": "拖动",
    "捲動": "滚动",
    "捲軸": "滚动条",
    "復原": "撤销",
    "游標": "光标",
    "滑鼠": "鼠标",
    "貼上": "粘贴",
    "複製": "复制",
    "照抄": "复制",
    "新增": "新增",
    "開啟": "打开",
    "搜尋": "搜索",
    "檢索": "检索",
    "視窗": "窗口",
    "附註": "备注",
    "收入": "收录",
    "高亮": "高亮",
    # texts and tables: what is 欄 in Taiwan is 列 on the mainland, and 列 there is 行
    "譯助欄": "助译栏",
    "鍵列": "按键栏",
    "導覽列": "导航栏",
    "兩欄": "两栏",
    "欄位": "字段",
    "欄": "列",
    "} 列": "} 行",
    "每一列": "每一行",
    "列號": "行号",
    "一列": "一行",
    "各列": "各行",
    "的列": "的行",
    "或列": "或行",
    "儲存格": "单元格",
    "工作表": "工作表",
    "活頁簿": "工作簿",
    "試算表": "电子表格",
    "投影片": "幻灯片",
    "簡報": "演示文稿",
    "註腳": "脚注",
    "尾註": "尾注",
    "註解": "批注",
    "頁首": "页眉",
    "頁尾": "页脚",
    "定位字元": "制表符",
    "字元": "字符",
    "字彙": "词汇",
    "網址": "网址",
    "署名": "署名",
    "正體": "繁体",
    "漢語拼音": "汉语拼音",
    "品質": "质量",
    "最近開過": "最近打开",
    "「": "“",
    "」": "”",
    "『": "‘",
    "』": "’",
}
"""Words of Taiwan, each with that of the mainland; the longest that fits is taken."""
_WORD = re.compile("|".join(sorted(map(re.escape, _WORDS), key=len, reverse=True)))


@cache
def as_on_the_mainland(text: str) -> str:
    """Return a text of the program by the usage of the mainland; gaps in braces stay."""
    from aligner.script import to_region

    parts, at = [], 0
    for found in _WORD.finditer(text):
        parts += [to_region(text[at : found.start()], "TW", "CN"), _WORDS[found[0]]]
        at = found.end()
    return "".join([*parts, to_region(text[at:], "TW", "CN")])

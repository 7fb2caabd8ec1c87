"""What commands show: lines of results, the summary, and stages of long work, in Chinese.

By the usage of Taiwan; `aligner.speaking.catalogue` says how the English is read.
"""

from __future__ import annotations

RESULTS: dict[str, str] = {
    # the map of the chapters of two books
    "Chapters: Chinese = English, by their order in each book; 3, 4 = 5 where two answer to one,": (
        "章節：中文 = 英文，按各書中的次序；兩章對一章時寫 3, 4 = 5，"
    ),
    "1 = where the English has none. With ?= it is not sure, and no boundary is made of it.": (
        "英文沒有時寫 1 =。?= 表示不確定，不作為分界。"
    ),
    # what is between the parts of a line
    ", ": "，",
    "; ": "；",
    ": ": "：",
    # pairs
    "(no Chinese)": "（無中文）",
    "(no English)": "（無英文）",
    "(no Chinese; moved? see {number})": "（無中文；移至第 {number} 對？）",
    "(no English; moved? see {number})": "（無英文；移至第 {number} 對？）",
    "Set apart, in no pair:": "未納入句對：",
    "{sign} confidence below {low}": "{sign} 可信度低於 {low}",
    "{sign} no English": "{sign} 無英文",
    "{sign} no Chinese": "{sign} 無中文",
    "{sign} moved": "{sign} 移動過",
    "{sign} {arrow} {zh} sentence(s), {other} {down} {en} sentence(s)": (
        "{sign} {arrow} {zh} 句，{other} {down} {en} 句"
    ),
    "proposed": "待裁定",
    "confirmed": "已確認",
    "edited": "已修改",
    "review": "待查",
    "excluded": "不匯出",
    # the memory
    "{count} added": "新增 {count} 個",
    "{count} known already": "已有 {count} 個",
    "{count} of them settled since": "其中 {count} 個在此之後已裁定",
    "{count} without Chinese or without English left out": "略去缺中文或缺英文的 {count} 個",
    "{count} excluded ones left out": "略去不匯出的 {count} 個",
    "nothing found": "沒有找到",
    "nothing found among the newest units; of a longer text all are looked at": (
        "在最新的單元中沒有找到；文字較長時會查全部單元"
    ),
    "at least {count} unit(s)": "至少 {count} 個單元",
    "at least {count} unit(s); the newest {shown} are shown": (
        "至少 {count} 個單元；顯示最新的 {shown} 個"
    ),
    "{count} unit(s); the newest {shown} are shown": "{count} 個單元；顯示最新的 {shown} 個",
    "{count} unit(s)": "{count} 個單元",
    "(as {number})": "（同第 {number} 句）",
    "or": "或",
    "no term still to decide": "沒有尚待決定的術語",
    "terms still to decide, with the number of sentences and the first of them": (
        "尚待決定的術語，附出現的句數與首句編號"
    ),
    "from {number}": "始於第 {number} 句",
    "and {count} more": "另有 {count} 條",
    "match": "相似度",
    "segments": "句數",
    "words": "字數",
    "characters": "字元數",
    "of words": "字數比例",
    "repetitions": "重複",
    "in context": "上下文相同",
    "no match": "無相近句",
    "total": "總計",
    "memory": "記憶庫",
    "size": "大小",
    "units": "單元",
    "status": "狀態",
    "added": "加入",
    "and {count} earlier addition(s)": "另有更早加入的 {count} 次",
    # what is kept of other models
    "cache": "快取",
    "file": "檔案",
    "vectors": "向量",
    "on": "啟用",
    "off: nothing is added": "停用：不再加入",
    "none: there is no home folder": "無：沒有家目錄",
    "not readable": "無法讀取",
    "{count}; no text": "{count} 個；不含文字",
    # terms
    "{words} is not to be used for {term}; it is {better}:": (
        "{term} 不可譯作 {words!o}，應作 {better!o}："
    ),
    "{words} is not to be used for {term}:": "{term} 不可譯作 {words!o}：",
    "{term} is not always {better}:": "{term} 並非都譯作 {better!o}：",
    "{term} has {count} renderings:": "{term} 有 {count} 種譯法：",
    "(not made out)": "（未能辨識）",
    # a new version
    "kept": "不變",
    "changed": "有變",
    "new": "新增",
    "gone": "刪去",
    "before": "舊版",
    "{count} pair(s)": "{count} 對",
    "{count} pair(s), {again} to be reviewed": "{count} 對，其中 {again} 對待查",
    "{count} pair(s), {alone} without a counterpart": "{count} 對，其中 {alone} 對無對應",
    "{count} pair(s), {done} of your work": "{count} 對，其中 {done} 對是您處理過的",
    "{done} done, {left} left": "完成 {done} 字，尚餘 {left} 字",
    "changed by you": "已修改",
    "to be reviewed": "待查",
    # what is wrong with a memory
    "Units: {units}. Findings: {count}.": "{units} 個單元，{count} 處問題。",
    "Units: {units}. Findings: {count}: {kinds}.": "{units} 個單元，{count} 處問題：{kinds}。",
    "Accepted findings: {count}.": "已接受 {count} 處。",
    "line {line}": "第 {line} 行",
}

SUMMARY: dict[str, str] = {
    "layout": "版面",
    "encoding": "編碼",
    "script": "繁簡",
    "chapters": "章節",
    "pairs": "句對",
    "unaligned": "無對應",
    "moved": "移動",
    "set apart": "未納入",
    "left out": "略去",
    "confidence": "可信度",
    "model": "模型",
    "time": "時間",
    "wrote": "寫出",
    "one language after the other": "先一種語言，再另一種",
    "paragraphs in turn": "逐段交替",
    "both languages on one line": "同一行兩種語言",
    "two columns": "兩欄並列",
    "both languages in a cue": "同一條字幕兩種語言",
    "two files": "兩個檔案",
    "Traditional Chinese ({share})": "繁體中文（{share}）",
    "Simplified Chinese ({share})": "簡體中文（{share}）",
    "{paragraphs} paragraph(s), {sentences} sentence(s)": "{paragraphs} 段，{sentences} 句",
    "{count} sentence pair(s): {kinds}": "{count} 個句對：{kinds!l}",
    "{count} sentence pair(s)": "{count} 個句對",
    "{count} paragraph pair(s): {kinds}": "{count} 個段落對：{kinds!l}",
    "{count} paragraph pair(s)": "{count} 個段落對",
    "{zh} Chinese sentence(s), {en} English sentence(s)": "中文 {zh} 句，英文 {en} 句",
    "{count} matched": "{count} 章相應",
    "{count} doubtful": "{count} 章存疑",
    "{count} only in the {language} ({names} and {more} more)": (
        "只在{language!t}的 {count} 章（{names} 等，另有 {more} 章）"
    ),
    "{count} only in the {language} ({names})": "只在{language!t}的 {count} 章（{names}）",
    "{count} and {number}": "{count} 與 {number}",
    "perhaps {places} and {more} more": "可能：{places}，另有 {more} 處",
    "perhaps {places}": "可能：{places}",
    "{mean} on average; {count} below {low}": "平均 {mean}；{count} 對低於 {low}",
    "no pairs": "沒有句對",
    "{seconds} s": "{seconds} 秒",
}

PROGRESS: dict[str, str] = {
    "reading": "讀取中",
    "aligning": "對齊中",
    "encoding Chinese": "計算中文向量",
    "encoding English": "計算英文向量",
    "scoring": "評分中",
    "judging": "判斷中",
    "looking up": "查詢中",
    "copying": "複製中",
    "writing": "寫出中",
    "looking for terms": "尋找術語中",
    "anonymising": "去識別中",
    "bringing the memory up to date": "更新記憶庫",
}

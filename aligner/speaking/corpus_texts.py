"""What is said of the pairs of many documents that are made one memory, in Chinese.

By the usage of Taiwan; `aligner.speaking.catalogue` says how the English is read.
"""

from __future__ import annotations

SENTENCES: dict[str, str] = {
    "Name a file to write with -o, or two with --lines.": (
        "請用 -o 指定要寫出的檔案，或用 --lines 指定兩個。"
    ),
    "A name with {part} needs --parts, and no {document} in it.": (
        "檔名裡有 {part} 就要加上 --parts，且不能再有 {document}。"
    ),
    "--parts needs a name with {part} after -o.": "用了 --parts，-o 的檔名裡就要有 {part}。",
    "{path} holds no pairs of documents (.jsonl); name the folder that a run over many documents "
    "has written, or files.": (
        "{path} 裡沒有文件的句對（.jsonl）；請指定批次處理寫出的資料夾，或指定檔案。"
    ),
    "No unit is left to write; name other sources, or ask for less.": (
        "沒有可寫出的單元；請指定其他來源，或放寬條件。"
    ),
    "{path}: {count} unit(s) from {total} file(s)": "{path}：取自 {total} 個檔案的 {count} 個單元",
    "{path}: {count} unit(s) in {total} file(s)": "{path}：{total} 個檔案，共 {count} 個單元",
    "{path}, {other}: {count} line(s) from {total} file(s)": (
        "{path}、{other}：取自 {total} 個檔案，各 {count} 行"
    ),
    "Duplicates: {count} unit(s); each is written once.": "重複：{count} 個單元；相同的只寫一次。",
    "Near duplicates: {count} unit(s) in {total} group(s), marked as such.": (
        "近似重複：{total} 組，共 {count} 個單元，已標記。"
    ),
    "Left out: {count} unit(s) {why}.": "略去：{why!t} {count} 個單元。",
    "without Chinese or without English": "缺中文或缺英文的",
    "that a translator has excluded": "譯者設為不匯出的",
    "below the confidence asked for": "可信度低於要求的",
    "in another language": "語言不對的",
    "with lengths out of proportion": "長度不成比例的",
    "whose numbers differ": "數字不一致的",
    "nearly the same as an earlier one": "與先前的近似的",
    "Without any pair: {count} document(s).": "沒有句對的文件：{count} 份。",
    "Not finished and passed over: {count} document(s).": "尚未完成而略過的文件：{count} 份。",
    "Warning: {problem} Nothing of it was taken.": "警告：{problem!t}其中的內容都沒有取用。",
    "Warning: {count} file(s) more are damaged.": "警告：另有 {count} 個檔案損壞。",
}

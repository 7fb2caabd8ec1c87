"""What the command says of itself, by its English, in Chinese by the usage of Taiwan.

`aligner.speaking.catalogue` says how the English is read, `telling` how gaps are filled.
"""

from __future__ import annotations

FRAMES: dict[str, str] = {
    "Usage: {rest}": "用法：{rest}",
    "Try '{command}' for help.": "執行「{command}」可看說明。",
    "Missing argument '{name}'.": "缺少引數「{name}」。",
    "Missing argument '{name}': what {setting} is to be.": (
        "缺少引數「{name}」：{setting} 要設成什麼。"
    ),
    "No such option '{name}'. (Did you mean one of: {choices}?)": (
        "沒有選項「{name}」。是不是 {choices!l}？"
    ),
    "No such option '{name}'. (Did you mean one of: {choices})": (
        "沒有選項「{name}」。是不是 {choices!l}？"
    ),
    "No such option: {name} Did you mean {choices}?": "沒有選項「{name}」。是不是 {choices!l}？",
    "No such option: {name} (Possible options: {choices})": (
        "沒有選項「{name}」。是不是 {choices!l}？"
    ),
    "No such option '{name}'.": "沒有選項「{name}」。",
    "No such option '{name}'. Did you mean {choices}?": "沒有選項「{name}」。是不是 {choices!l}？",
    "No such option: {name}": "沒有選項「{name}」。",
    "No such command '{name}'.": "沒有指令「{name}」。",
    "No such command '{name}'. Did you mean {choices}?": "沒有指令「{name}」。是不是 {choices!l}？",
    "No such command '{name}'. (Did you mean one of: {choices}?)": (
        "沒有指令「{name}」。是不是 {choices!l}？"
    ),
    "Missing command.": "缺少指令。",
    "Got unexpected extra argument ({rest})": "多了引數（{rest}）。",
    "Got unexpected extra arguments ({rest})": "多了引數（{rest}）。",
    "Option '{name}' requires an argument.": "選項「{name}」需要一個值。",
    "Option '{name}' requires {count} arguments.": "選項「{name}」需要 {count} 個值。",
    "Option '{name}' does not take a value.": "選項「{name}」不接值。",
    "Invalid value for {name}: {value} is not one of {choices}.": (
        "{name!q} 的值不對：「{value!q}」不在 {choices!l} 之中。"
    ),
    "Invalid value for {name}: {value} is not in the range {range}.": (
        "{name!q} 的值不對：{value} 不在 {range} 的範圍內。"
    ),
    "Invalid value for {name}: {value} is not a valid {kind}.": (
        "{name!q} 的值不對：「{value!q}」格式不符。"
    ),
    "Invalid value for {name}: {value} is no language code such as zh-TW.": (
        "{name!q} 的值不對：「{value!q}」不是語言碼；語言碼如 zh-TW。"
    ),
    "Invalid value for {name}: {value} is no known encoding; try utf-8, utf-16, gb18030 or "
    "big5hkscs.": (
        "{name!q} 的值不對：不認得編碼「{value!q}」；請試 utf-8、utf-16、gb18030 或 big5hkscs。"
    ),
    "Invalid value for {name}: {value} is no code; --codes lists them.": (
        "{name!q} 的值不對：沒有代碼「{value!q}」；--codes 可列出代碼。"
    ),
}
"""What click says of a command that it does not understand."""

SENTENCES: dict[str, str] = {
    # how to begin
    "Opened lately:": "最近開過：",
    "To begin:": "開始：",
    "review an article, a project or a memory": "校對文章、專案或翻譯記憶庫",
    "review a text and its translation": "校對原文與譯文兩個檔案",
    "show or write pairs without the screen": "不開畫面，直接顯示或寫出句對",
    "all commands": "全部指令",
    # how a command ends
    "Interrupted; no file is left half-written.": "已中斷；沒有留下寫到一半的檔案。",
    "Ended; no file is left half-written.": "已結束；沒有留下寫到一半的檔案。",
    "Ended, since the terminal was closed; no file is left half-written.": (
        "終端機已關閉，程式結束；沒有留下寫到一半的檔案。"
    ),
    "Duizhao failed in a way it should not ({what}). Please report it with the output of the "
    "same command under DUIZHAO_DEBUG=1.": (
        "程式出錯（{what}）。請設定 DUIZHAO_DEBUG=1 再執行一次，並連同輸出回報這個問題。"
    ),
    "There is not enough memory to {work}; divide it into parts.": "記憶體不足；請分成幾份再做。",
    "The pairs could not be printed ({reason}); write them to a file with -o.": (
        "無法顯示句對（{reason!t}）；請用 -o 寫入檔案。"
    ),
    "The review screen needs a terminal; use `duizhao align` to write files without one.": (
        "校對畫面需要終端機；沒有終端機時，請用 `duizhao align` 寫出檔案。"
    ),
    # what a command cannot do
    "--zh and --en name two files, a Chinese one and an English one.": (
        "--zh 與 --en 要指明兩個檔案，一個中文、一個英文。"
    ),
    "--zh-column and --en-column are for one table with both languages.": (
        "--zh-column 與 --en-column 用於兩種語言都有的單一表格。"
    ),
    "--chapters and --write-chapters are for a Chinese and an English book.": (
        "--chapters 與 --write-chapters 用於一本中文書與一本英文書。"
    ),
    "{path} is a text to be read, and convert writes units; use {way}": (
        "{path} 是供閱讀的文件，而 convert 寫的是翻譯單元；請執行 {way}"
    ),
    "{path} is a text to be read, and convert writes units; use {way}, which makes a project "
    "of it, and then {then}": (
        "{path} 是供閱讀的文件，而 convert 寫的是翻譯單元；請先執行 {way} 建立專案，再執行 {then}"
    ),
    "{path} cannot be written, since the result is a file like {other}; let its name end in "
    "{ending}.": "無法寫入 {path}，因為結果與 {other} 是同一種檔案；檔名請以 {ending} 結尾。",
    "DUIZHAO_CACHE is set, and goes before `duizhao cache on` and `off`.": (
        "已設定 DUIZHAO_CACHE，它優先於 `duizhao cache on` 與 `off`。"
    ),
    "The setting could not be written ({reason}); set DUIZHAO_CACHE to an empty text in the "
    "environment to keep nothing.": (
        "無法寫入設定（{reason!t}）；若不想存任何東西，請把環境變數 DUIZHAO_CACHE 設為空字串。"
    ),
    # what a command has done
    "The chapters are in {path}; correct it and give it back with --chapters.": (
        "章節對應在 {path}；修正後請用 --chapters 讀入。"
    ),
    "Not written: {path}. There are not two chapters on both sides.": (
        "未寫出 {path}：兩側並非各有兩章以上。"
    ),
    "The Chinese is {script} and stays so; the code {code} is only written beside it. To "
    "convert it, give --zh-code {other} as well.": (
        "中文是{script!t}，照原樣寫出；語言碼 {code} 只是註明。若要轉換，請再加上 --zh-code "
        "{other}。"
    ),
    "Left out of {path}: {count} pair(s) without Chinese or without English.": (
        "{path} 略去 {count} 對缺中文或缺英文的句對。"
    ),
    "Left out: {count} translation unit(s) without Chinese or without English.": (
        "略去 {count} 個缺中文或缺英文的翻譯單元。"
    ),
    "{path}: {count} translation unit(s)": "{path}：{count} 個翻譯單元",
    "{path}: {count} unit(s)": "{path}：{count} 個單元",
    "{path}: {count} unit(s); {left} without English are left out": (
        "{path}：{count} 個單元；略去 {left} 個沒有英文的"
    ),
    "{path}: {count} term(s)": "{path}：{count} 條術語",
    "{path}: {count} term(s) from {total} pair(s)": "{path}：{total} 對中有 {count} 條術語",
    "{count} term(s) from {total} pair(s)": "{total} 對中有 {count} 條術語",
    "{shown} of {count} term(s) from {total} pair(s)": (
        "{total} 對中有 {count} 條術語，顯示 {shown} 條"
    ),
    "{banned} term(s) with a rendering not to be used, {count} term(s) of the glossary "
    "rendered otherwise, {several} term(s) in several ways, in {total} pair(s)": (
        "{total} 對中，{banned} 條術語用了不可使用的譯法，{count} 條的譯法與術語表不同，{several} "
        "條有多種譯法"
    ),
    "{count} term(s) of the glossary rendered otherwise, {several} term(s) in several ways, in "
    "{total} pair(s)": "{total} 對中，{count} 條術語的譯法與術語表不同，{several} 條有多種譯法",
    "Left out of {path}: {count} term(s) not to be used.": "{path} 略去 {count} 條不可使用的術語。",
    "What you decided is kept in {path}.": "您的裁定存在 {path}。",
    "{path}: {count} of {total} segment(s) got another translation.": (
        "{path}：{total} 段中有 {count} 段換了譯文。"
    ),
    "{path}: nothing moved, of {total} segment(s); each translation stands where it belongs.": (
        "{path}：{total} 段都沒有移動；譯文都在原文旁邊。"
    ),
    "Without a translation: {count} segment(s).": "沒有譯文：{count} 段。",
    "Left alone: {kinds}.": "維持不動：{kinds!k}。",
    "Not looked at: {kinds}.": "沒有處理：{kinds!k}。",
    # anonymise
    "{path}: replaced {kinds}.": "{path}：換掉了{kinds!k}。",
    "{path}: nothing to replace was found.": "{path}：沒有找到要換掉的內容。",
    "{path} puts all of it back; keep it, and do not send it.": (
        "{path} 可將全部換回；請妥善保存，不要寄出。"
    ),
    "Names found by the pairs of the file: {count}.": "由檔案中的句對找到的名稱：{count} 個。",
    "No names were looked for but those of a list, since the file does not hold both languages.": (
        "檔案並非中英文都有，因此只找了清單中的名稱。"
    ),
    "Read the file before you send it: a name that is in no list and no pair is still there.": (
        "寄出前請先讀過：不在清單、也不在句對中的名稱仍在檔案裡。"
    ),
    "Still there, in names of parts or in what points to them: {names}.": (
        "仍在檔案裡的（組成檔案的名稱，或指向它們之處）：{names}。"
    ),
    "{path}: the same file again, to the byte.": "{path}：與原來的檔案逐位元組相同。",
    "{path}: put back {count} stand-in(s); all else is as it came.": (
        "{path}：換回了 {count} 處代號，其餘照收到的樣子。"
    ),
    "Not in the key, and left: {count} stand-in(s).": "金鑰裡沒有而未動的代號：{count} 處。",
    "No longer in the file: {count} stand-in(s).": "檔案裡已經沒有的代號：{count} 個。",
    "--back takes a key and nothing of --names, --leave and --key.": (
        "--back 只需要金鑰，不與 --names、--leave、--key 並用。"
    ),
    "Nothing has changed: all {count} pair(s) are as they were.": (
        "沒有變動：{count} 對都和原來一樣。"
    ),
}

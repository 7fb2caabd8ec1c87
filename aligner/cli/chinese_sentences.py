"""What the command says, by its English, in Traditional Chinese by the usage of Taiwan.

A name in braces stands for whatever is said there; `(s)` is an `s` that may be missing. What has
no line here is said in English. `aligner.cli.speaking` converts it to Simplified Chinese.
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
        "沒有選項「{name}」。是不是 {choices}？"
    ),
    "No such option '{name}'. (Did you mean one of: {choices})": (
        "沒有選項「{name}」。是不是 {choices}？"
    ),
    "No such option: {name} Did you mean {others}?": "沒有選項 {name}。是不是 {others}？",
    "No such option '{name}'.": "沒有選項「{name}」。",
    "No such option '{name}'. Did you mean {others}?": "沒有選項「{name}」。是不是 {others}？",
    "No such option: {name}": "沒有選項 {name}",
    "No such command '{name}'.": "沒有指令「{name}」。",
    "No such command '{name}'. Did you mean {others}?": "沒有指令「{name}」。是不是 {others}？",
    "Got unexpected extra argument ({rest})": "多了引數（{rest}）",
    "Got unexpected extra arguments ({rest})": "多了引數（{rest}）",
    "Option '{name}' requires an argument.": "選項「{name}」需要一個值。",
    "Invalid value for {name}: {value} is not one of {choices}.": (
        "{name} 的值不對：{value} 不在 {choices} 之中。"
    ),
    "Invalid value for {name}: {value} is not in the range {range}.": (
        "{name} 的值不對：{value} 不在 {range} 的範圍內。"
    ),
    "Invalid value for {name}: {value} is not a valid {kind}.": (
        "{name} 的值不對：{value} 格式不符。"
    ),
    "Invalid value for {name}: {value} is no language code such as zh-TW.": (
        "{name} 的值不對：{value} 不是語言碼；語言碼如 zh-TW。"
    ),
    "Invalid value for {name}: {value} is no known encoding; try utf-8, utf-16, gb18030 or "
    "big5hkscs.": "{name} 的值不對：不認得編碼 {value}；請試 utf-8、utf-16、gb18030 或 big5hkscs。",
    "Invalid value for {name}: {value} is no code; --codes lists them.": (
        "{name} 的值不對：沒有代碼 {value}；--codes 可列出代碼。"
    ),
}
"""What click says of a command that it does not understand."""

SENTENCES: dict[str, str] = {
    # the command
    "Opened lately:": "最近開過：",
    "To begin:": "開始：",
    "review an article, a project or a memory": "校對文章、專案或翻譯記憶",
    "review a text and its translation": "校對原文與譯文兩個檔案",
    "show or write pairs without the screen": "不開畫面，直接顯示或寫出句對",
    "all commands": "全部指令",
    "Interrupted; no file is left half-written.": "已中斷；沒有留下寫到一半的檔案。",
    "Ended; no file is left half-written.": "已結束；沒有留下寫到一半的檔案。",
    "Ended, since the terminal was closed; no file is left half-written.": (
        "終端機已關閉，程式結束；沒有留下寫到一半的檔案。"
    ),
    "Duizhao failed in a way it should not ({what}). Please report it with the output of the same "
    "command under DUIZHAO_DEBUG=1.": (
        "程式出錯（{what}）。請設定 DUIZHAO_DEBUG=1 再執行一次，並把輸出連同此問題回報。"
    ),
    "There is not enough memory to {work}; divide it into parts.": "記憶體不足；請分成幾份再做。",
    "The pairs could not be printed ({reason}); write them to a file with -o.": (
        "無法顯示句對（{reason}）；請用 -o 寫入檔案。"
    ),
    "The review screen needs a terminal; use `duizhao align` to write files without one.": (
        "校對畫面需要終端機；沒有終端機時，請用 `duizhao align` 寫出檔案。"
    ),
    "DUIZHAO_CACHE is set, and goes before `duizhao cache on` and `off`.": (
        "已設 DUIZHAO_CACHE，它優先於 `duizhao cache on` 與 `off`。"
    ),
    "The setting could not be written ({reason}); set DUIZHAO_CACHE to an empty text in the "
    "environment to keep nothing.": (
        "無法寫入設定（{reason}）；若不想存任何東西，請把環境變數 DUIZHAO_CACHE 設為空字串。"
    ),
    "There is no home folder to keep a memory in; name a file with --memory.": (
        "沒有可存放記憶的家目錄；請用 --memory 指定檔案。"
    ),
    "There is no memory yet, only terms are shown; make one with: duizhao memory add FILE": (
        "還沒有記憶，只顯示術語；建立記憶請執行：duizhao memory add FILE"
    ),
    "--zh and --en name two files, a Chinese one and an English one.": (
        "--zh 與 --en 要指明兩個檔案，一個中文、一個英文。"
    ),
    "--zh-column and --en-column are for one table with both languages.": (
        "--zh-column 與 --en-column 用於含兩種語言的一個表格。"
    ),
    "--chapters and --write-chapters are for a Chinese and an English book.": (
        "--chapters 與 --write-chapters 用於一本中文書與一本英文書。"
    ),
    "{path} is a pipe, which can be read only once; save what comes from it as a file.": (
        "{path} 是管線，只能讀一次；請先存成檔案。"
    ),
    "{path} is a pipe; waiting for what is written to it.": "{path} 是管線；正在等待寫入。",
    "{path} is a folder; name the files in it.": "{path} 是資料夾；請指定其中的檔案。",
    "There is no setting {name}; those there are: {known}.": "沒有設定 {name}；可用的有：{known}。",
    "{name} is to be {wanted}; {text} is not.": "{name} 應為 {wanted}；{text} 不符。",
    "The chapters are in {path}; correct it and give it back with --chapters.": (
        "章節對應在 {path}；修正後用 --chapters 交回。"
    ),
    "Not written: {path}. There are not two chapters on both sides.": (
        "未寫出 {path}：兩側並非各有兩章以上。"
    ),
    "Left out of {path}: {count} pair(s) without Chinese or without English.": (
        "{path} 略去 {count} 對缺中文或缺英文的句對。"
    ),
    "Left out: {what} without Chinese or without English.": "略去缺中文或缺英文的：{what}。",
    "{path}: {count} translation unit(s)": "{path}：{count} 個翻譯單元",
    "{path}: {count} unit(s)": "{path}：{count} 個單元",
    "{path}: {count} unit(s); {left} without English are left out": (
        "{path}：{count} 個單元；略去 {left} 個沒有英文的"
    ),
    "{path}: {count} term(s)": "{path}：{count} 條術語",
    "Left out of {path}: {count} term(s) not to be used.": "{path} 略去 {count} 條不可使用的術語。",
    # settings
    "The settings in {path} cannot be read: {reason}.": "無法讀取 {path} 的設定：{reason}。",
    "In {path}, [keys] is to be a section with a line for each action.": (
        "{path} 的 [keys] 應為一節，每個動作一行。"
    ),
    "{path} has a setting {name} that is not known; it is ignored.": (
        "{path} 有不認得的設定 {name}，已略過。"
    ),
    "In {path}, {name} is to be {wanted}; {value} is ignored.": (
        "{path} 的 {name} 應為 {wanted}；已略過 {value}。"
    ),
    "The settings in {path} cannot be read ({reason}), so {name} was not kept.": (
        "無法讀取 {path} 的設定（{reason}），因此 {name} 沒有存下。"
    ),
    "{path} is laid out so that no line can be changed; write {line} into it yourself.": (
        "{path} 的寫法無法逐行更改；請自行寫入 {line}。"
    ),
    "The folder {path} cannot be made ({reason}), so {name} was not kept.": (
        "無法建立資料夾 {path}（{reason}），因此 {name} 沒有存下。"
    ),
    "There is no home folder to keep settings in.": "沒有可存放設定的家目錄。",
    # files
    "There is no file {path}.": "沒有檔案 {path}。",
    "There is no file {path}; check the name.": "沒有檔案 {path}；請檢查名稱。",
    "{path} is a folder; name one of the files in it.": "{path} 是資料夾；請指定其中一個檔案。",
    "{path} may not be read; change its permissions.": "沒有讀取 {path} 的權限；請更改權限。",
    "{path} could not be read: {reason}.": "無法讀取 {path}：{reason}。",
    "{path} is larger than {size} MB, the most that is read; divide it into parts.": (
        "{path} 超過可讀取的上限 {size} MB；請分成幾份。"
    ),
    "{path} is empty; there is nothing to align.": "{path} 是空的，沒有可對齊的內容。",
    "{path} is empty; there are no translation units in it.": "{path} 是空的，沒有翻譯單元。",
    "{path} is not a text file.": "{path} 不是文字檔案。",
    "{path} is not text in {encoding}; leave --encoding away to have it found.": (
        "{path} 不是 {encoding} 編碼的文字；不加 --encoding 會自動判斷。"
    ),
    "{path} is text in no encoding that is known here; name it with --encoding, or save the file "
    "as UTF-8.": "無法判斷 {path} 的編碼；請用 --encoding 指定，或把檔案存成 UTF-8。",
    "There is no encoding {encoding}; try utf-8, utf-16, gb18030 or big5hkscs.": (
        "沒有編碼 {encoding}；請試 utf-8、utf-16、gb18030 或 big5hkscs。"
    ),
    "{encoding} is no encoding of text; try utf-8, gb18030, big5hkscs.": (
        "{encoding} 不是文字編碼；請試 utf-8、gb18030、big5hkscs。"
    ),
    "{path} may not be written (read-only file or folder); name a file in another folder.": (
        "無法寫入 {path}（檔案或資料夾唯讀）；請指定其他資料夾裡的檔案。"
    ),
    "{path} could not be written ({reason}); name another file.": (
        "無法寫入 {path}（{reason}）；請指定其他檔案。"
    ),
    "{path} could not be written ({reason}); name a file in another folder.": (
        "無法寫入 {path}（{reason}）；請指定其他資料夾裡的檔案。"
    ),
    "There is no folder {path}; make it first, or name another file.": (
        "沒有資料夾 {path}；請先建立，或指定其他檔案。"
    ),
    "{folder} is not a folder, so {path} cannot be written in it.": (
        "{folder} 不是資料夾，無法在其中寫入 {path}。"
    ),
    "{path} is a folder; name a file in it, such as {example}": (
        "{path} 是資料夾；請指定其中的檔案，如 {example}"
    ),
    "{path} is not an ordinary file; name another file.": "{path} 不是一般檔案；請指定其他檔案。",
    "{path} is the input itself and would be overwritten; name another file.": (
        "{path} 就是輸入檔，會被覆寫；請指定其他檔案。"
    ),
    "The disk has no room for {path}; what stood there is unchanged. Make room, or name a file on "
    "another disk.": (
        "磁碟空間不足，無法寫入 {path}；原有的內容未變。請騰出空間，或指定其他磁碟上的檔案。"
    ),
    "{path} has a password; save it without one.": "{path} 有密碼；請存成沒有密碼的檔案。",
    "{path} is damaged: {reason}. Get it again.": "{path} 已損壞：{reason}。請重新取得。",
    "{path} is a damaged archive; unpack it, or get it again.": (
        "{path} 是損壞的壓縮檔；請解壓縮，或重新取得。"
    ),
    "{path} is locked with a password; unpack it first.": "{path} 有密碼；請先解壓縮。",
    "{path} is not text in one encoding throughout; save it as UTF-8.": (
        "{path} 並非全部使用同一種編碼；請存成 UTF-8。"
    ),
    # articles and projects
    "{path} holds no Chinese and no English text to align.": "{path} 沒有可對齊的中文或英文。",
    "{path} holds no Chinese text.": "{path} 沒有中文。",
    "{path} holds no English text.": "{path} 沒有英文。",
    "{path} holds no text; there is nothing to align.": "{path} 沒有文字，沒有可對齊的內容。",
    "{path} holds {some} but {amount} English; if the English is in a file of its own: duizhao "
    "align CHINESE ENGLISH": (
        "{path} 幾乎只有中文；若英文另在一個檔案，請執行：duizhao align 中文檔案 英文檔案"
    ),
    "{path} holds {some} but {amount} Chinese; if the Chinese is in a file of its own: duizhao "
    "align CHINESE ENGLISH": (
        "{path} 幾乎只有英文；若中文另在一個檔案，請執行：duizhao align 中文檔案 英文檔案"
    ),
    "{first} and {second} are both in {name}; name a Chinese file and an English one. If these are "
    "the two: duizhao align --zh FILE --en FILE": (
        "{first} 與 {second} 是同一種語言；請指定一個中文檔案與一個英文檔案。"
        "若確是這兩個檔案，請執行：duizhao align --zh 檔案 --en 檔案"
    ),
    "{path} has more than {count} lines, too many for one article; divide it into parts.": (
        "{path} 超過 {count} 行，一篇文章容不下；請分成幾份。"
    ),
    "{path} is a {ending} file, which cannot be read; save it as one of {endings}.": (
        "無法讀取 {ending} 檔案 {path}；請存成以下格式之一：{endings}。"
    ),
    "{path} holds more than {count} units, too many to review at once; divide it into parts.": (
        "{path} 超過 {count} 個單元，無法一次校對；請分成幾份。"
    ),
    "{path} is there already and stays as it is; open it, or name another file.": (
        "{path} 已存在，不會更動；請開啟它，或指定其他檔案。"
    ),
    "{path} is a folder; name a project in it.": "{path} 是資料夾；請指定其中的專案。",
    "{path} is not an ordinary file; name a project.": "{path} 不是一般檔案；請指定專案。",
    "{path} is empty; take it from a backup, or align again.": (
        "{path} 是空的；請從備份取回，或重新對齊。"
    ),
    "{path} cannot be looked at; check the name.": "無法查看 {path}；請檢查名稱。",
    "{path} may not be read; ask for the right to.": "沒有讀取 {path} 的權限；請取得權限。",
    "{path} may not be written, and no copy of it could be made to read it ({reason}).": (
        "無法寫入 {path}，也無法建立副本來讀取（{reason}）。"
    ),
    "{path} is of an older version, and there is no room for a copy of it before it is brought up "
    "to date; make room and open it again.": (
        "{path} 是舊版，更新前要先建立副本，但空間不足；請騰出空間後再開啟。"
    ),
    "{path} is being opened by another program; try again.": (
        "{path} 正由其他程式開啟；請再試一次。"
    ),
    "{path} was moved or deleted while it was open; put it back, or export from here what you have "
    "done.": "{path} 在開啟期間被移動或刪除；請放回原處，或從這裡匯出所做的。",
}

SUMMARY: dict[str, str] = {
    "layout": "版面",
    "encoding": "編碼",
    "script": "繁簡",
    "Chinese": "中文",
    "English": "英文",
    "chapters": "章節",
    "pairs": "句對",
    "unaligned": "無對應",
    "moved": "移動",
    "set apart": "另置",
    "left out": "略去",
    "confidence": "可信度",
    "model": "模型",
    "time": "時間",
    "wrote": "寫出",
    "one language after the other": "先一種語言，再另一種",
    "paragraphs in turn": "逐段交替",
    "both languages on one line": "同一行兩種語言",
    "two columns": "兩欄",
    "both languages in a cue": "同一條字幕兩種語言",
    "two files": "兩個檔案",
    "Traditional Chinese ({share})": "正體中文（{share}）",
    "Simplified Chinese ({share})": "簡體中文（{share}）",
    "{paragraphs} paragraph(s), {sentences} sentence(s)": "{paragraphs} 段，{sentences} 句",
    "{count} sentence pair(s): {kinds}": "{count} 個句對：{kinds}",
    "{count} sentence pair(s)": "{count} 個句對",
    "{count} paragraph pair(s): {kinds}": "{count} 個段落對：{kinds}",
    "{count} paragraph pair(s)": "{count} 個段落對",
    "{zh} Chinese sentence(s), {en} English sentence(s)": "中文 {zh} 句，英文 {en} 句",
    "perhaps {places}": "可能：{places}",
    "nothing": "無",
    "{mean} on average; {count} below {low}": "平均 {mean}；{count} 對低於 {low}",
    "no pairs": "沒有句對",
    "{seconds} s": "{seconds} 秒",
}

PROGRESS: dict[str, str] = {
    "reading {percent}": "讀取中 {percent}",
    "reading": "讀取中",
    "aligning {percent}": "對齊中 {percent}",
    "aligning": "對齊中",
    "encoding {percent}": "計算向量 {percent}",
    "scoring {percent}": "評分中 {percent}",
    "judging {percent}": "判斷中 {percent}",
    "looking up {percent}": "查詢中 {percent}",
    "copying {percent}": "複製中 {percent}",
    "writing {percent}": "寫出中 {percent}",
    "bringing the memory up to date {percent}": "更新記憶 {percent}",
}

"""The help of every option in Chinese, by its English; a test fails where one is missing."""

from __future__ import annotations

OPTIONS: dict[str, str] = {
    "Show matches of the memory in this file.": "在句對旁顯示這個記憶庫中的相近句子。",
    "Show the version and exit.": "顯示版本並結束。",
    "Show this message and exit.": "顯示本說明並結束。",
    "Write a {endings} file; may be given more than once.": "寫出 {endings!l} 檔案；可重複使用。",
    "Draw a map of the alignment in place of the pairs; with -o as well as the files.": (
        "不列句對，改畫對齊圖；加上 -o 時，檔案與圖都有。"
    ),
    "Which language is on the upper line of subtitles, in an .srt file.": (
        ".srt 字幕中哪種語言在上行。"
    ),
    "The Chinese file of two, whatever it looks like.": "兩個檔案中的中文檔案；不再自動判斷。",
    "The English file of two, likewise.": "兩個檔案中的英文檔案，同上。",
    "Which chapters of two books answer to which: lines such as 1 = 2.": (
        "兩本書的章節如何對應：每行如 1 = 2。"
    ),
    "Write what was found of the chapters to a file, to be corrected and given back.": (
        "把找到的章節對應寫入檔案，修正後可再讀入。"
    ),
    "Code of the Chinese; given twice, both scripts are written, one of them converted.": (
        "中文語言碼；給兩次則繁簡都寫出，其一由轉換而來。"
    ),
    "Code of the English.": "英文語言碼。",
    "Write the codes and properties that this tool wants.": "採用這個工具所需的語言碼與屬性。",
    "The language translated from, where a format asks.": "格式需要時，原文是哪種語言。",
    "Version of XLIFF files.": "XLIFF 檔案的版本。",
    "Leave pairs below X (0 to 1) out; .json and .html show them marked.": (
        "略去可信度低於 X（0 到 1）的句對；.json 與 .html 則加以標記。"
    ),
    "How a document has both languages: in a table (.docx), paragraph after paragraph in turn "
    "(.docx, .epub), or the translation behind a tap (.epub).": (
        "文件如何並列兩種語言：表格（.docx）、逐段交替（.docx、.epub），或點按才顯示譯文（.epub）。"
    ),
    "The folder for the pairs and the reports; the same one goes on where a run ended.": (
        "放句對與報告的資料夾；指定同一個即可接著做。"
    ),
    "Show which documents belong together, as a table of tabs, and align nothing.": (
        "只以定位字元分欄的表格顯示配對，不對齊。"
    ),
    "Take the pairs of this list (.tsv, .csv or .jsonl), and of the folders what it lacks.": (
        "採用這份清單（.tsv、.csv 或 .jsonl）的配對；清單沒有的再從資料夾找。"
    ),
    "Write which documents belong together to a list that can be corrected.": (
        "把配對寫成可以修改的清單。"
    ),
    "Pair documents by their names, never by what they say.": "只依檔名配對，不看內容。",
    "Align N documents at once.": "同時對齊 N 個文件。",
    "Align on the machines of a Dask scheduler: its address, or the file it wrote.": (
        "在 Dask 的多台電腦上對齊：scheduler 的位址，或它寫出的檔案。"
    ),
    "Take the K-th of N parts alone, as in a job array: 3/16.": (
        "只做 N 份中的第 K 份，如工作陣列：3/16。"
    ),
    "Try documents again that failed before.": "重試先前失敗的文件。",
    "Write no page to look at for each document.": "不為每個文件寫出網頁。",
    "Give a document up after so many seconds.": "一個文件超過這麼多秒就放棄。",
    "Give a document up that needs more memory.": "一個文件需要更多記憶體就放棄。",
    "What a pair is made of.": "句對的單位：句子或段落。",
    "A sentence-transformers model in place of the built-in one.": (
        "以 sentence-transformers 模型代替內建模型。"
    ),
    "Read the text in this encoding.": "以此編碼讀取文字。",
    "Align navigation, credits and repeated headlines too.": "導覽列、署名與重複的標題也一併對齊。",
    "Column of the Chinese in a table: its letter, number or name.": (
        "表格的中文欄：欄的字母、編號或名稱。"
    ),
    "Column of the English in a table, likewise.": "表格的英文欄，同上。",
    "Check for the codes that this tool knows, and mend for it.": (
        "依這個工具認得的語言碼檢查與修正。"
    ),
    "Write what can be mended without a translator to a new file.": (
        "把不需譯者判斷就能修正的部分修好，寫入新檔案。"
    ),
    "Look for what breaks these rules: a file of yours, or taiwan, mainland or hong-kong; may be "
    "given more than once.": (
        "找出違反這些規則之處：您的規則檔，或 taiwan、mainland、hong-kong；可重複使用。"
    ),
    "Write the findings to a report (.html, .xlsx, .json, or .xml for JUnit) and not to standard "
    "output; may be given more than once.": (
        "把檢查結果寫成報告（.html、.xlsx、.json，或 JUnit 的 .xml），不顯示在畫面上；可重複使用。"
    ),
    "Do not count findings for which this report (.xlsx, .json) has a reason.": (
        "這份報告（.xlsx、.json）裡填了理由的，不再算作問題。"
    ),
    "Say nothing of this; may be given more than once.": "略過這種問題；可重複使用。",
    "Language of the sentences.": "檢查結果的語言。",
    "List the codes and what they stand for.": "列出代碼與其意義。",
    "Of a damaged file, take the units before the damage.": "檔案若有損壞，取損壞處之前的單元。",
    "Leave out pairs that nobody has confirmed and whose confidence is below X (0 to 1).": (
        "略去無人確認且可信度低於 X（0 到 1）的句對。"
    ),
    "Write the memory; with {document} in its name, one for each document. May be given more than "
    "once.": "寫出記憶庫；檔名裡有 {document} 就每份文件各寫一個。可重複使用。",
    "Write PREFIX.zh and PREFIX.en, whose lines answer to each other, as trainers of translation "
    "models want them.": "寫出逐行對應的 PREFIX.zh 與 PREFIX.en，供訓練翻譯模型使用。",
    "Write N files for an output with {part} in its name; units that are the same or nearly so go "
    "into the same part, in every merge.": (
        "檔名裡有 {part} 的輸出分成 N 個檔案；相同或近似的單元每次合併都歸在同一份。"
    ),
    "Leave out units in which a text is more than R times as long as goes with the other.": (
        "略去一側過長的單元：比照另一側應有的長度，超過 R 倍。"
    ),
    "Leave out units whose texts are not in Chinese and in English.": (
        "略去中文側不是中文或英文側不是英文的單元。"
    ),
    "Leave out units of whose numbers less than the share X (0 to 1) is in both texts.": (
        "略去兩側相符的數字所占比例不到 X（0 到 1）的單元。"
    ),
    "Of units that are nearly the same, write only the first; otherwise they are marked.": (
        "近似的單元只寫第一個；不加此項則加以標記。"
    ),
    "Use the memory in this file.": "使用這個檔案裡的記憶庫。",
    "Find whole texts that are nearly QUERY.": "尋找與 QUERY 近似的整段文字。",
    "Show at most N units.": "最多顯示 N 個單元。",
    "Write the article with the English of the memory; named as `duizhao convert` writes. May be "
    "given more than once.": (
        "寫出文章並填入記憶庫中的英文；格式同 `duizhao convert`，由副檔名決定。可重複使用。"
    ),
    "Take the English of matches of N percent or more.": "採用相似度 N % 以上的英文。",
    "Show the terms of this glossary, of any tool; may be given several times.": (
        "顯示這份術語表（不限工具）的術語；可重複使用。"
    ),
    "List at most N terms that come again and are in no glossary; 0 for none.": (
        "最多列出 N 個重複出現而不在術語表中的詞；0 表示不列。"
    ),
    "Read the article in this encoding.": "以此編碼讀取文章。",
    "Write another project and leave OLD.duizhao as it is.": "寫成另一個專案，不動 OLD.duizhao。",
    "Show the differences and write nothing.": "只顯示差異，什麼都不寫。",
    "Take in navigation, credits and repeated headlines.": "導覽列、署名與重複的標題也一併納入。",
    "Take in navigation, credits and the like.": "導覽列、署名等也一併納入。",
    "Where to write; else NAME.anonymous.EXT, or NAME.restored.EXT.": (
        "寫到哪裡；省略時為 NAME.anonymous.EXT，換回時為 NAME.restored.EXT。"
    ),
    "Replace these names too: one a line, its forms in both languages between tabs.": (
        "這些名稱也換掉：一行一個，中英文寫法以定位字元分開。"
    ),
    "Leave these as they are; may be given more than once.": "這一類不換；可重複使用。",
    "Where to write the key; else FILE.key, beside it.": (
        "金鑰寫到哪裡；省略時為檔案旁的 FILE.key。"
    ),
    "Put back what was replaced, by its key.": "憑金鑰把換掉的內容換回來。",
    "Where to write; else NAME.repaired.EXT.": "寫到哪裡；省略時為 NAME.repaired.EXT。",
    "The language translated from, whose side stays; else what FILE says.": (
        "原文的語言，這一側不動；省略時依 FILE。"
    ),
    "Also write what moved to a table.": "另外把移動了什麼寫成表格。",
    "Keep the work in this file.": "把進度存到這個檔案。",
    "Take in a .docx table of the pairs that a reviewer has sent back, change by change.": (
        "收回審閱者寄回的 .docx 表格，逐處決定。"
    ),
    "Language of the screen.": "畫面的語言。",
    "Colours: dark, light, ansi (the sixteen of the terminal), nord, dracula, gruvbox and "
    "other themes of Textual.": (
        "配色：dark、light、ansi（終端機的十六色）、nord、dracula、gruvbox，"
        "以及 Textual 的其他配色。"
    ),
    "For terminals that draw “ ” … — in two cells, as Chinese ones may.": (
        "終端機以兩格顯示 “ ” … — 時使用；中文終端機可能如此。"
    ),
    "Draw lines and marks with ASCII alone.": "線條與記號只用 ASCII。",
    "The language translated from, kept in the project.": "原文的語言，存在專案裡。",
    "Code of the Chinese that is written.": "寫出的中文語言碼。",
    "Code of the English that is written.": "寫出的英文語言碼。",
    "Write a {endings} glossary in place of showing it; may be given more than once.": (
        "寫出 {endings!l} 術語表，不顯示在畫面上；可重複使用。"
    ),
    "Write what this tool reads: .utf8 or TBX 2 for OmegaT, .csv with memoQ's field names.": (
        "寫出這個工具能讀的格式：OmegaT 為 .utf8 或 TBX 2，memoQ 為採用其欄位名稱的 .csv。"
    ),
    "Leave out terms below X (0 to 1).": "略去評分低於 X（0 到 1）的術語。",
    "Open this glossary, or begin it; saved as {endings}.": (
        "開啟或建立這份術語表；存成 {endings!l}。"
    ),
    "Show only candidates seen in N pairs or more.": "只顯示見於 N 對以上的候選詞。",
    "Leave out terms seen in fewer than N pairs.": ("略去出現在不到 N 對中的術語。"),
    "Language that is translated from.": "原文的語言。",
    "Take the N best.": "取最好的 N 條。",
    "Leave out what this glossary has already.": "略去這份術語表已有的。",
    "Language that is translated from; its terms stand first.": "原文的語言；其術語排在前面。",
    "Language that was translated from.": "原文的語言。",
}

DEFAULTS: dict[str, str] = {
    "found": "自動判斷",
    "zh-TW or zh-CN, by its script": "依繁簡為 zh-TW 或 zh-CN",
    "as the file says, else zh; en for weblate and PO": "依檔案，否則為 zh；weblate 與 PO 為 en",
    "as the file says, else zh": "依檔案，否則為 zh",
    "as FILES say, else zh": "依 FILES，否則為 zh",
    "table; turn in .epub": "table；.epub 為 turn",
    "by the locale": "依地區設定",
    "one fewer than there are cores": "比核心數少一",
    "your own, in the platform's data folder": "您自己的記憶庫，在系統的資料夾裡",
    "30 with --terms, otherwise 0": "有 --terms 時為 30，否則為 0",
    "FILE.duizhao, beside FILE": "FILE 旁的 FILE.duizhao",
    "your own, if there is one": "您自己的記憶庫，若有的話",
    "FILE.glossary.tsv, beside the first of FILES": "第一個檔案旁的 FILE.glossary.tsv",
    "dark, or as settled": "dark，或依設定",
    "as units have it, or by the script": "依單元原有，或依繁簡",
    "as units have it, or en-US": "依單元原有，或 en-US",
    "where more are wrong than right": "錯誤開始多於正確的分數",
    "50 shown, all written": "顯示 50 條，寫出則為全部",
}
"""What holds without an option, as it stands in brackets behind its help."""

"""The help of every command in Chinese: Traditional, by the usage of Taiwan.

Commands go by their names, options by their English. `aligner.speaking` says it by the
usage of the mainland where that is asked for; a test fails where a command or an option is missing.
"""

from __future__ import annotations

EXIT_CODES = """\b
結束碼：
  0    完成
  1    輸入無法使用，或輸出無法寫入
  2    指令寫法有誤
  3    無法取得模型
  4    檢查發現問題
  70   程式本身的錯誤
  129  終端機已關閉；沒有留下寫到一半的檔案
  130  已中斷；沒有留下寫到一半的檔案
  143  由其他程式結束；沒有留下寫到一半的檔案"""

COMMANDS: dict[str, tuple[str, str]] = {
    "": (
        "",
        """Duizhao 對照：離線對齊中英文，製成翻譯記憶庫。

\b
範例：
  duizhao article.txt                         校對並修改句對
  duizhao align article.txt                   顯示句對
  duizhao align article.txt -o article.tmx    寫出翻譯記憶庫
  duizhao align zh.md en.md -o pairs.tsv      原文與譯文兩個檔案
  duizhao align --help                        全部選項""",
    ),
    "align": (
        "對齊一篇文章，或原文與譯文兩個檔案。",
        """對齊 ARTICLE（一個檔案含兩種語言），或 ARTICLE 與其譯文 OTHER。

兩個檔案中哪個是中文會自動判斷，也可用 --zh 與 --en 指明；先寫出的英文檔案視為原文。
可讀取文字檔、Markdown、
HTML、字幕、以定位字元分欄的表格等；版面、編碼與繁簡都自動判斷。專案則照原樣使用。
不加 -o 時，句對並排顯示。""",
    ),
    "batch": (
        "對齊整個資料夾的文件。",
        """把 FOLDER... 中的所有文件對齊到資料夾 OUT。

配對依據依次為：清單；資料夾與去掉語言標記後的檔名（ch01_zh.docx 與 ch01_en.docx、zh/a.md 與
en/a.md）；章節編號（第三章與 ch03）；其餘看內容。含兩種語言的檔案自成一份。哪個是中文由內容判斷，
不看檔名。無法讀取的會指明，其餘照做，結束碼為 1。""",
    ),
    "cache": (
        "查看、清空或停用其他模型的快取。",
        """顯示其他模型（--model）的向量存在何處、有多大、內容為何。

內建模型不存任何東西。快取中沒有文字，只有摘要值與向量。

\b
範例：
  duizhao cache            位置、大小與內容
  duizhao cache clear      清空
  duizhao cache off        從此不存""",
    ),
    "cache clear": ("清空快取。", "刪除所有向量；之後需要時會重新計算。"),
    "cache off": ("從此不存向量。", "從此不存向量。已存的保留到執行 `clear` 為止。"),
    "cache on": ("恢復存放向量。", "恢復存放向量。若設了 DUIZHAO_CACHE，以它為準。"),
    "check": (
        "檢查翻譯記憶庫，並加以修正。",
        """檢查 FILE：TMX 依 TMX 的規則；任何記憶庫、表格或專案，則檢查各句對。

逐對比較數字、專名、語言、長度、括號、引號、空格與全半形，並找出有兩種譯法的文字；
內建模型會判斷兩側意思是否
相同。每個問題都有代碼（可用 --silence 略過）以及單元編號或行號。

--fix 會去除控制字元、首尾空白與中文字之間的空格，把對調的語言換回來，
並略去缺一側或重複的單元。FILE 本身絕不更動。

報告列出每個問題與兩側文字，並標出位置。某一處若可保留，在「接受理由」欄寫下理由，
再用 --accepted 指定這份報告：它仍會列出，但不再算作問題。""",
    ),
    "convert": (
        "轉換翻譯記憶庫或表格的格式。",
        """把 IN 的翻譯單元轉成各個 OUT 的副檔名所指的格式。

可讀寫翻譯記憶庫與表格；.html 只能寫出，專案只能讀取。IN 是什麼格式由內容判斷，
也可以是壓縮檔。OUT 沒有副檔名時，
採用 --for 所指工具的格式。翻譯方向保持不變，除非以 --source 指定。""",
    ),
    "glossary": (
        "在畫面上從許多檔案建立術語表。",
        """在畫面上選取 FILES 的術語：專案、翻譯記憶庫，以及 `duizhao convert` 能讀的任何檔案。

您的裁定隨時存在術語表旁的 GLOSSARY.decisions.json，不收的候選詞下次仍不收。
術語表本身在您按下 Ctrl+S 時才寫出；
原有的內容保留為 GLOSSARY.bak。""",
    ),
    "memory": (
        "保存、搜尋並再次使用您的譯文。",
        """把譯文存進自己的翻譯記憶庫，之後可以搜尋和再次使用。

記憶庫是使用者資料夾裡的一個檔案（`duizhao memory stats` 會說明位置），
也可用 DUIZHAO_DATA 或 --memory 指定。
一切都留在您的電腦上。""",
    ),
    "memory add": (
        "加入專案與翻譯記憶庫。",
        """加入 FILES 的單元：專案，以及 `duizhao convert` 能讀的任何檔案。

記憶庫裡已有的（中文相同，不分繁簡，且英文相同）不會重複加入。過程可隨時中斷；
再次加入同一個檔案會接著做。""",
    ),
    "memory search": (
        "用部分文字搜尋單元。",
        """尋找中文或英文含有 QUERY 的單元。

繁簡互通，不分大小寫，也可以只打詞的一部分。加上 --similar 時，
各單元附上 CAT 工具所用的百分比，並標出差異。""",
    ),
    "memory fill": (
        "查看記憶庫對一篇文章有多少幫助。",
        """逐句列出記憶庫對中文 ARTICLE 有哪些譯文，以及總計。

100 % 是文字相同（不分繁簡）；101 % 則前一句也相同。統計方式與 CAT 工具相同。
加上 -o 會寫出文章，並填入記憶庫中
現有的英文。加上 --terms 會顯示術語表中的術語，以及尚待決定的詞；這不需要記憶庫。""",
    ),
    "memory stats": (
        "說明記憶庫的內容。",
        "說明記憶庫有多少單元、從何而來、始於何時，以及檔案在哪裡。",
    ),
    "memory export": (
        "把整個記憶庫寫入檔案。",
        """把所有單元寫入各個 OUT，格式由副檔名決定。

來自 TMX 的單元照加入時的樣子寫回：識別碼、屬性與其他語言都在。""",
    ),
    "merge": (
        "把許多文件的句對合成一個記憶庫。",
        """合併各個 SOURCE 的單元：存放句對的資料夾、記憶庫、表格、專案。

資料夾是 `duizhao batch` 寫出的，每份文件一個 .jsonl。兩側文字相同（不計空白）的只寫一次，並記下
出現幾次。文字相同而只有數字、標點、全半形、大小寫或繁簡不同的，會加上標記。每個單元都註明來自哪份文件。

\b
範例：
  duizhao merge OUT -o all.tmx
  duizhao merge OUT old.tmx -o all.tmx -o all.jsonl
  duizhao merge OUT -o memories/{document}.tmx
  duizhao merge OUT --lines corpus --min-confidence 0.5 --drop-near""",
    ),
    "anonymise": (
        "換掉名稱與數字，之後再換回來。",
        """把 FILE 中的名稱、數字、地址與電子郵件地址換成代號，可以拿給別人看。

名稱來自句對中兩種語言都有的，以及 --names 所列的；兩側用同一個代號（Name00012a、Name00012b）。
標記、識別碼與時間都不變。換回所需的金鑰寫在旁邊，只有您能讀取：請妥善保存，不要寄出。
FILE 本身不會更動。

\b
範例：
  duizhao anonymise memory.tmx --names people.txt
  duizhao anonymise contract.docx --leave numbers
  duizhao anonymise memory.anonymous.tmx --back memory.tmx.key""",
    ),
    "repair": (
        "把錯位的譯文放回原位。",
        """把 FILE 中錯位的譯文重新放到原文旁邊。

FILE 須含兩種語言，格式為翻譯記憶庫、XLIFF 或字幕。原文、識別碼、時間、標記與版面都不變，
只重新分配譯文。
FILE 本身不會更動：結果寫在旁邊，並列出移動了什麼。""",
    ),
    "review": (
        "在畫面上校對並修改句對。",
        """校對 FILE：文章、專案，或任何來源的翻譯記憶庫或表格。

文章（或 FILE 與 OTHER，即原文與譯文）會先對齊。所做的一切隨時存進檔案旁的專案，下次接著做；
檔案本身絕不更動。
`duizhao FILE` 就是這個指令的簡寫。""",
    ),
    "rules": (
        "自訂規則，供 `duizhao check` 使用。",
        """測試自訂的規則，並列出隨附的規則。

規則檔說明客戶在哪一側禁用或要求哪些詞語與寫法；`duizhao check --rules FILE` 會找出違反之處。""",
    ),
    "rules test": (
        "以規則自帶的例子測試規則。",
        """以規則自帶的例子測試 FILES 的規則；隨附的體例用名稱指定。

違反規則的例子，須在標示之處找到，別處不得找到；遵守規則的例子則不得找到任何問題。
沒有例子的規則會計數。""",
    ),
    "rules show": (
        "印出隨附的體例，供您修改。",
        "印出 STYLE 的規則：taiwan（臺灣）、mainland（大陸）或 hong-kong（香港）。",
    ),
    "settings": (
        "顯示或更改不加選項時適用的設定。",
        """顯示設定與其檔案位置；給了 NAME 與 VALUE，就更改一項。

沒有用選項另外指定時，這些設定對所有指令有效。檔案在第一次更改時建立；
其中的註解與其他內容都會保留。
DUIZHAO_THEME 之類的環境變數優先於檔案。""",
    ),
    "terms": (
        "建立術語表，並檢查是否遵守。",
        """從譯文找出術語，或用術語表檢查譯文。

`duizhao terms FILES` 是 `duizhao terms mine FILES` 的簡寫。FILES 可以是文章、專案，
以及 `duizhao convert`
能讀的任何檔案。""",
    ),
    "update": (
        "把文章的新版本納入專案。",
        """把文章的新版本 NEW 納入舊版的專案。

兩側都沒變的保留原來的句對，連同狀態、附註與您寫的文字。有變的重新對齊；您裁定過而內容已不同的標為待查，
舊文字寫在附註裡。不再有的會列出。NEW 可以是一篇文章、原文與譯文（OTHER），或只有一側：
另一側由專案補上，新增的部分則還沒有譯文。

專案會先複製一份在旁邊：OLD.duizhao.before-update。""",
    ),
    "terms mine": (
        "從譯文找出術語。",
        """找出 FILES 的術語：專名、複合詞，以及兩種語言中一起出現的詞。

每條術語有 0 到 1 的評分，以及出現的句對數；最好的排在最前。只出現一次的，
若句對沒有什麼疑問，也會找到。
在專案的術語表畫面所做的裁定有效：已收的排在最前，不收的略去。""",
    ),
    "terms check": (
        "檢查是否遵守術語表。",
        """用 GLOSSARY 檢查 FILES；術語表可以是任何表格、TBX 或 OmegaT 術語表。

指出哪裡用了術語表禁用或不建議的譯法、哪裡的術語另有譯法，以及哪些其他術語有多種譯法，
並列出句對編號。""",
    ),
    "terms convert": (
        "轉換術語表的格式。",
        """把任何工具的術語表 IN 轉成各個 OUT 的副檔名所指的格式。

專案則取其中已收的術語。""",
    ),
}
"""The line in a list of commands, and what the help says above the examples."""

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

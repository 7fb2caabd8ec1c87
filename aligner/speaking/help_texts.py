"""The help of every command in Chinese: Traditional, by the usage of Taiwan.

Commands go by their names; their options stand in `option_texts`. `aligner.speaking` says it by the
usage of the mainland where that is asked for; a test fails where a command is missing.
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

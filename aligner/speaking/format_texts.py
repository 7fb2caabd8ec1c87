"""What is said of formats: which file is none of its kind, and what was left out, in Chinese.

By the usage of Taiwan; `aligner.speaking.catalogue` says how the English is read.
"""

from __future__ import annotations

SENTENCES: dict[str, str] = {
    # units of any format
    "{path} is an article, not a file of translation units; align it first: duizhao align "
    "{name} -o {other}": (
        "{path} 是文章，不是翻譯單元的檔案；請先對齊：duizhao align {name} -o {other}"
    ),
    "{path} holds no translation unit in Chinese and English.": "{path} 沒有中英文的翻譯單元。",
    "{path} holds neither Chinese nor English, but {codes}.": (
        "{path} 既沒有中文也沒有英文，只有 {codes!l}。"
    ),
    "{path} is a glossary (TBX) and holds terms, no translation units; `duizhao terms convert` "
    "writes it as a table, `duizhao terms check` checks against it.": (
        "{path} 是術語表（TBX），內容是術語，不是翻譯單元；`duizhao terms convert` 可把它轉成表格，"
        "`duizhao terms check` 可用它檢查譯文。"
    ),
    "{path} names no known format; it must end in one of {endings}.": (
        "不認得 {path} 的格式；副檔名須為以下之一：{endings!l}。"
    ),
    "{path} names no glossary; it must end in one of {endings}.": (
        "{path} 不是術語表的檔名；副檔名須為以下之一：{endings!l}。"
    ),
    "{path} cannot have the form {form}; for this ending there is {forms}.": (
        "{path} 不能採用「{form!q}」形式；這種副檔名可用 {forms!l}。"
    ),
    "{form} holds one pair of languages: write {path} once for each of {codes}.": (
        "{form} 只能存一組語言；請為 {codes!l} 各寫一次 {path}。"
    ),
    "{path} is no file of segments that can be changed in place; such files end in {endings}.": (
        "{path} 不是能就地改寫譯文的檔案；可處理的副檔名為 {endings!l}。"
    ),
    "{path} has more than {count} lines, more than is read as one article; divide it into parts.": (
        "{path} 超過 {count} 行，一篇文章容不下；請分成幾份。"
    ),
    "{path} has no JSON object with texts `zh` and `en` in line {line}.": (
        "{path} 第 {line} 行沒有含 `zh` 與 `en` 文字的 JSON 物件。"
    ),
    "{path} is no PO file from line {line} on; look at it there, or export it again.": (
        "{path} 從第 {line} 行起不符合 PO 格式；請查看該處，或重新匯出。"
    ),
    "The TMX element kept with the unit “{name}” is damaged, so what was edited cannot be "
    "written into it. Take the project from a backup, or write another format, such as .xlsx "
    "or .csv, which holds the texts alone.": (
        "單元「{name}」所存的 TMX 元素已損壞，無法把修改寫入。請從備份取回專案，或改寫成只存文字的"
        "格式，如 .xlsx 或 .csv。"
    ),
    # what was left out
    "Left out: {count} text(s) in languages other than Chinese and English ({codes}).": (
        "略去：{count} 段中英文以外的文字（{codes!l}）。"
    ),
    "Left out: {count} text(s) in languages other than Chinese and English.": (
        "略去：{count} 段中英文以外的文字。"
    ),
    "Left out: {count} text(s) under codes that were not asked for ({codes}).": (
        "略去：{count} 段不是所要語言碼的文字（{codes!l}）。"
    ),
    "Left out: {count} text(s) under codes that were not asked for.": (
        "略去：{count} 段不是所要語言碼的文字。"
    ),
    "Left out: {count} proposal(s) beside the translations.": "略去：譯文旁的 {count} 項建議。",
    "Units with several texts in one language: {count} text(s) more, each in its own unit.": (
        "同一語言有多段文字的單元：另得 {count} 段，各成一個單元。"
    ),
    "Warning: {damage} Taken: {count} translation unit(s), all that stand before the damage.": (
        "警告：{damage!t}已取出損壞處之前的全部 {count} 個翻譯單元。"
    ),
    "Tags dropped, since their words are gone, in unit {tags} and {count} more.": (
        "因所附詞語已不在而略去標記的單元：{tags}，另有 {count} 個。"
    ),
    "Tags dropped, since their words are gone, in unit {tags}.": (
        "因所附詞語已不在而略去標記的單元：{tags}。"
    ),
    "Written the other way round: {count} translation unit(s); a file of this format has one "
    "direction.": "翻譯方向相反的單元：{count} 個；這種格式的檔案只有一個方向。",
    # documents
    "{path} is no Word document, whatever its name says; open it in its program and save it as "
    ".docx.": "{path} 雖有這個副檔名，卻不是 Word 文件；請用原來的程式開啟，另存為 .docx。",
    "{path} is no OpenDocument text, whatever its name says; open it in its program and save "
    "it as .odt.": (
        "{path} 雖有這個副檔名，卻不是 OpenDocument 文字文件；請用原來的程式開啟，另存為 .odt。"
    ),
    "{path} is no Rich Text, whatever its name says; open it in its program and save it as .rtf.": (
        "{path} 雖有這個副檔名，卻不是 RTF；請用原來的程式開啟，另存為 .rtf。"
    ),
    "{path} is no PowerPoint presentation, whatever its name says; open it in its program and "
    "save it as .pptx.": (
        "{path} 雖有這個副檔名，卻不是 PowerPoint 簡報；請用原來的程式開啟，另存為 .pptx。"
    ),
    "{path} is no e-book, whatever its name says: it has no package document; open it in its "
    "program and save it as .epub.": (
        "{path} 雖有這個副檔名，卻不是電子書：其中沒有封裝文件（package document）；請用原來的程式"
        "開啟，另存為 .epub。"
    ),
    "{path} names no chapter that is in it; it is damaged. Get it again.": (
        "{path} 所列的章節都不在其中，檔案已損壞。請重新取得。"
    ),
    "{path} is locked by the shop that it comes from (DRM); its text cannot be read. Get it "
    "without a lock.": "{path} 受書店的數位版權保護（DRM），無法讀取文字。請取得未加鎖的版本。",
    "{path} has a chapter that declares a document type of its own, which books never need and "
    "which can do harm; save it anew.": (
        "{path} 有一章自行宣告了文件類型（DOCTYPE）；電子書不需要這種宣告，而它可能有害。請重新存"
        "檔。"
    ),
    "{path} is no book in which paragraphs are followed by their translations; repair takes no "
    "other one.": "{path} 不是逐段附有譯文的電子書；repair 只處理這種電子書。",
    "{path} breaks off before its end; it is damaged. Get it again.": (
        "{path} 未到結尾就中斷，檔案已損壞。請重新取得。"
    ),
    "{path} has groups more than {most} deep inside one another; it is damaged or made to do "
    "harm.": "{path} 的群組巢狀超過 {most} 層；檔案可能已損壞，或是惡意製作的。",
    "{name} has thousands of elements inside one another; it is damaged or made to do harm.": (
        "{name!t} 的元素巢狀達數千層；檔案可能已損壞，或是惡意製作的。"
    ),
    "{path} has no text on most of its pages: it is a scan. Recognise its text first (OCR), "
    "and save it as a PDF with text or as .docx.": (
        "{path} 大多數頁面沒有文字，是掃描檔。請先辨識文字（OCR），再存成含文字的 PDF 或 .docx。"
    ),
    "{path} is a PDF, which needs one more package: pip install 'duizhao[pdf]'": (
        "{path} 是 PDF，需要多裝一個套件：pip install 'duizhao[pdf]'"
    ),
    "{path} has more than 5,000 pages; divide it into parts.": "{path} 超過 5,000 頁；請分成幾份。",
    "{path} is damaged, and cannot be read as a PDF; get it again.": (
        "{path} 已損壞，無法當作 PDF 讀取；請重新取得。"
    ),
    "{path} takes more than {count} minutes to read; it is damaged or made to do harm.": (
        "讀取 {path} 超過 {count} 分鐘；檔案可能已損壞，或是惡意製作的。"
    ),
    "{path} holds no subtitles; if it is a text of another kind, give it its ending.": (
        "{path} 沒有字幕；若是其他種類的文字，請改用相應的副檔名。"
    ),
    "Subtitles need times, and this text has none; align .srt, .vtt or .ass files, or write "
    "another format.": (
        "字幕要有時間，而這份文字沒有；請對齊 .srt、.vtt 或 .ass 檔案，或寫成其他格式。"
    ),
    "{path} does not hold both Chinese and English in most of its events; repair takes "
    "subtitles with the one above the other, divided by \\N.": (
        "{path} 大多數字幕並非中英文都有；repair 處理的是兩種語言上下並列、以 \\N 分行的字幕。"
    ),
    "{path} holds no table of pairs as Duizhao writes it, with the heads {heads}; export the "
    "pairs as .docx and have that file filled in.": (
        "{path} 沒有由此處寫出的句對表格（標題列為 {heads!l}）；請把句對匯出為 .docx，再請對方填寫"
        "該檔案。"
    ),
    # tables
    "{path} has two columns that may be the {language}: {first} and {second}. Say which with "
    "{option}.": "{path} 有兩欄可能是{language!t}：{first} 與 {second}。請用 {option!o} 指明。",
    "{path} has no column {name} for {option}; it has {columns}.": (
        "{path} 沒有 {option} 指定的「{name!q}」欄；現有的欄：{columns}。"
    ),
    "--zh-column and --en-column both name column {column} of {path}; name one for each "
    "language.": (
        "--zh-column 與 --en-column 都指向 {path} 的 {column} 欄；請為兩種語言各指定一欄。"
    ),
    "{path} has no column of Chinese beside one of English; a table needs both, with a tab or "
    "a comma between them.": (
        "{path} 沒有並列的中文欄與英文欄；表格須兩者都有，以定位字元或逗號分開。"
    ),
    "{path} holds no table with a column for the Chinese and one for the English; of a file of "
    "this kind, repair takes such tables and nothing else.": (
        "{path} 沒有中文一欄、英文一欄的表格；這種檔案，repair 只處理這樣的表格。"
    ),
    "{path} has more than {count} columns, and no spreadsheet has so many; keep those with the "
    "texts and what is said of them.": (
        "{path} 超過 {count} 欄，試算表不會有這麼多；請只留下文字與其說明各欄。"
    ),
    "{path} has a record of more than {count} characters; a quotation mark in it may not be "
    "closed.": "{path} 有一筆資料超過 {count} 個字元；其中的引號可能沒有成對。",
    "{path} has a cell of more than {count} characters; a quotation mark in it may not be "
    "closed.": "{path} 有一個儲存格超過 {count} 個字元；其中的引號可能沒有成對。",
    "{path} has a row of more than {count} characters; it is no table.": (
        "{path} 有一列超過 {count} 個字元，不是表格。"
    ),
    "{path} has a line of more than {count} characters; it is no table.": (
        "{path} 有一行超過 {count} 個字元，不是表格。"
    ),
    "{path} is a damaged workbook; get it again, or open it in Excel and save it anew.": (
        "{path} 是損壞的活頁簿；請重新取得，或用 Excel 開啟後重新存檔。"
    ),
    "{path} is no workbook that can be read, since it has no sheet; open it in Excel and save "
    "it as .xlsx or .csv again.": (
        "無法讀取活頁簿 {path}，其中沒有工作表；請用 Excel 開啟，另存為 .xlsx 或 .csv。"
    ),
    "{path} is no workbook that can be read: its cell {cell} holds what no cell can; open it "
    "in Excel and save it as .xlsx or .csv again.": (
        "無法讀取活頁簿 {path}：儲存格 {cell} 的內容不合規格；請用 Excel 開啟，另存為 .xlsx 或 "
        ".csv。"
    ),
    "{path} has a cell {cell}, and no sheet has such a place; open it in Excel and save it as "
    ".xlsx or .csv again.": (
        "{path} 有儲存格「{cell!q}」，工作表中不會有這個位置；請用 Excel 開啟，另存為 .xlsx 或 "
        ".csv。"
    ),
    "{path} has more than {count} sheets; it is damaged or made to do harm.": (
        "{path} 超過 {count} 個工作表；檔案可能已損壞，或是惡意製作的。"
    ),
    "{path} has a document type in {part}, which no workbook needs; save it in Excel again.": (
        "{path} 的 {part} 宣告了文件類型（DOCTYPE），活頁簿不需要這種宣告；請用 Excel 重新存檔。"
    ),
    "{path} unpacks to more than {size} MB, more than is read; divide it into parts.": (
        "{path} 解壓縮後超過可讀取的上限 {size} MB；請分成幾份。"
    ),
    "{path} has more than {count} styles of cells, which no workbook has; save it in Excel "
    "again.": "{path} 的儲存格樣式超過 {count} 種，活頁簿不會有這麼多；請用 Excel 重新存檔。",
    "{path} has more text in its cells than is read at once ({size} MB, {count} cells); divide "
    "it into parts.": (
        "{path} 儲存格的文字超過一次可讀取的上限（{size} MB，{count} 格）；請分成幾份。"
    ),
    "The cells of {path} show more than {count} million characters, more than is read; divide "
    "it into parts.": "{path} 儲存格顯示的文字超過可讀取的上限 {count} 百萬字元；請分成幾份。",
    "{path} has rows whose texts stand far apart, thousands of columns in between; take the "
    "empty columns out.": "{path} 有些列的文字相隔數千欄；請刪去空欄。",
    "{path} has rows or cells out of their order; open it in Excel and save it as .xlsx again.": (
        "{path} 的列或儲存格次序錯亂；請用 Excel 開啟，重新存成 .xlsx。"
    ),
    "{path} has more cells than are repaired at once, some {count}; divide it into parts.": (
        "{path} 的儲存格超過一次可處理的上限（約 {count} 格）；請分成幾份。"
    ),
    "{path} has more than {count} cells, more than is read as one article; divide it into parts.": (
        "{path} 超過 {count} 個儲存格，一篇文章容不下；請分成幾份。"
    ),
    "{path} would get a text of {characters} characters in row {row}, more than a cell of "
    "Excel can hold ({most}); divide the rows around it first.": (
        "{path} 第 {row} 列將有 {characters} 個字元，超過 Excel 儲存格的上限（{most}）；請先拆開前"
        "後各列。"
    ),
    "A text of {characters} characters is longer than a cell of Excel can hold ({most}); write "
    ".csv or .jsonl instead.": (
        "有一段文字長達 {characters} 個字元，超過 Excel 儲存格的上限（{most}）；請改寫成 .csv 或 "
        ".jsonl。"
    ),
    # glossaries
    "{path} holds no term in Chinese beside one in English.": "{path} 沒有中英文並列的術語。",
    "{path} is UTX without its languages or the names of its columns.": (
        "{path} 是 UTX，但缺少語言或欄名。"
    ),
    "A TBX file holds one term at least, and there is none to write.": (
        "TBX 檔案至少要有一條術語，而現在沒有可寫的術語。"
    ),
    "{path} does not hold decisions about terms, or was damaged; move it away to begin anew.": (
        "{path} 不是術語裁定的檔案，或已損壞；若要重新開始，請把它移到別處。"
    ),
    # anonymise
    "{path} has no name; write one a line, such as 林鋒, and a tab before Lin Feng.": (
        "{path} 沒有名稱；請一行寫一個，例如「林鋒」，再以定位字元接 Lin Feng。"
    ),
    "{path} is there already and may be the key of another file; name a new one with --key.": (
        "{path} 已經存在，可能是另一個檔案的金鑰；請用 --key 另取名稱。"
    ),
    "{path} is no key of `duizhao anonymise`, or was damaged; name the .key file that was written "
    "beside the anonymised one.": (
        "{path} 不是 `duizhao anonymise` 的金鑰，或已損壞；請指定與代號檔案一起寫出的 .key 檔。"
    ),
    "{path} breaks off or is damaged in line {line}; save it anew first.": (
        "{path} 不完整，或第 {line} 行已損壞；請先重新存檔。"
    ),
    "The key of {path} was damaged; get it from a copy.": "{path} 的金鑰已損壞；請改用備份。",
    "{path} has no stand-in of this key; name the key made with it.": (
        "{path} 沒有這把金鑰的代號；請指定與它一起寫出的金鑰。"
    ),
    "{path} cannot be put back as it was, so it is not anonymised; save it anew first.": (
        "{path} 無法換回原樣，因此沒有處理；請先重新存檔。"
    ),
    "The file is full of words that look like stand-ins (Name1, XName1); put back what it was made "
    "of first.": "檔案裡已有許多像代號的詞（Name1、XName1）；請先把它換回來。",
    "The file has more than {most} different {kind}; divide it into parts, or use --leave.": (
        "檔案裡的 {kind} 超過 {most} 個；請分成幾份，或用 --leave 不換這一類。"
    ),
    # repair
    "{path} does not hold both Chinese and English; nothing can be moved.": (
        "{path} 並非中英文都有，沒有可移動的譯文。"
    ),
    "{path} does not say which language it was translated from; add --source zh or --source "
    "en: that side stays, the other is moved.": (
        "{path} 沒有註明原文是哪種語言；請加上 --source zh 或 --source en：該側不動，另一側會移動。"
    ),
    "{path} is not from Chinese to English or from English to Chinese all through; repair "
    "takes files of one direction.": (
        "{path} 並非全部中譯英或全部英譯中；repair 只處理單一方向的檔案。"
    ),
}

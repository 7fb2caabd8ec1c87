"""What is said of files, archives and XML, of models, and of texts too long, in Chinese.

By the usage of Taiwan; `aligner.speaking.catalogue` says how the English is read.
"""

from __future__ import annotations

SENTENCES: dict[str, str] = {
    # reading
    "There is no file {path}.": "沒有檔案 {path}。",
    "There is no file {path}; check the name.": "沒有檔案 {path}；請檢查名稱。",
    "{path} is a folder; name one of the files in it.": "{path} 是資料夾；請指定其中一個檔案。",
    "{path} is a folder; name the files in it.": "{path} 是資料夾；請指定其中的檔案。",
    "{path} may not be read; change its permissions.": "沒有讀取 {path} 的權限；請更改權限。",
    "{path} could not be read: {reason}.": "無法讀取 {path}：{reason!t}。",
    "{path} cannot be read: {reason}.": "無法讀取 {path}：{reason!t}。",
    "{path} is larger than {size} MB, the most that is read; divide it into parts.": (
        "{path} 超過可讀取的上限 {size} MB；請分成幾份。"
    ),
    "{path} is empty; there is nothing to align.": "{path} 是空的，沒有可對齊的內容。",
    "{path} is empty; there are no translation units in it.": "{path} 是空的，沒有翻譯單元。",
    "{path} is a pipe, which can be read only once; save what comes from it as a file.": (
        "{path} 是管線，只能讀一次；請先存成檔案。"
    ),
    "{path} is a pipe; waiting for what is written to it.": "{path} 是管線；正在等待資料寫入。",
    "{path} is no report of duizhao check; name one that was written as .xlsx or .json.": (
        "{path} 不是 duizhao check 的報告；請指定 .xlsx 或 .json 的報告。"
    ),
    "{name} is no name for a report; let it end in {endings} (JUnit).": (
        "{name} 不能當報告的檔名；副檔名請用 {endings!l}（JUnit）。"
    ),
    "{path} is named twice; name another file for the report.": (
        "{path} 指定了兩次；報告請用另一個檔名。"
    ),
    # encodings
    "{path} is not a text file.": "{path} 不是文字檔。",
    "{path} is not text in {encoding}; leave --encoding away to have it found.": (
        "{path} 不是 {encoding} 編碼的文字；不加 --encoding 會自動判斷。"
    ),
    "{path} is text in no encoding that is known here; name it with --encoding, or save the "
    "file as UTF-8.": "無法判斷 {path} 的編碼；請用 --encoding 指定，或把檔案存成 UTF-8。",
    "{path} is not text in one encoding throughout; save it as UTF-8.": (
        "{path} 前後的編碼不一致；請存成 UTF-8。"
    ),
    "{path} says that its encoding is {name}, which is not known; save it as UTF-8.": (
        "{path} 註明的編碼 {name} 無法辨識；請存成 UTF-8。"
    ),
    "{path} is damaged in its encoding, so that it cannot be written back as it was; save it "
    "as UTF-8 first.": "{path} 的編碼有損壞，無法照原樣寫回；請先存成 UTF-8。",
    "There is no encoding {encoding}; try utf-8, utf-16, gb18030 or big5hkscs.": (
        "沒有編碼「{encoding!q}」；請試 utf-8、utf-16、gb18030 或 big5hkscs。"
    ),
    "{encoding} is no encoding of text; try utf-8, gb18030, big5hkscs.": (
        "「{encoding!q}」不是文字編碼；請試 utf-8、gb18030、big5hkscs。"
    ),
    # writing
    "{path} may not be written (read-only file or folder); name a file in another folder.": (
        "無法寫入 {path}（檔案或資料夾唯讀）；請指定其他資料夾裡的檔案。"
    ),
    "{path} could not be written ({reason}); name another file.": (
        "無法寫入 {path}（{reason!t}）；請指定其他檔案。"
    ),
    "{path} could not be written ({reason}); name a file in another folder.": (
        "無法寫入 {path}（{reason!t}）；請指定其他資料夾裡的檔案。"
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
    "{path} is a folder; name a file in it, such as {example}.": (
        "{path} 是資料夾；請指定其中的檔案，如 {example}。"
    ),
    "{path} is not an ordinary file; name another file.": "{path} 不是一般檔案；請指定其他檔案。",
    "{path} is the input itself and would be overwritten; name another file.": (
        "{path} 就是輸入檔，會被覆寫；請指定其他檔案。"
    ),
    "The disk has no room for {path}; what stood there is unchanged. Make room, or name a file "
    "on another disk.": (
        "磁碟空間不足，無法寫入 {path}；原有的內容未變。請騰出空間，或指定其他磁碟上的檔案。"
    ),
    "There is no folder for temporary files; name one in TMPDIR that may be written.": (
        "沒有存放暫存檔的資料夾；請用 TMPDIR 指定一個可寫入的資料夾。"
    ),
    "The folder for temporary files, {place}, has no room; make room there, or name one on "
    "another disk in TMPDIR.": (
        "暫存檔資料夾 {place} 空間不足；請騰出空間，或用 TMPDIR 指定其他磁碟上的資料夾。"
    ),
    "The folder for temporary files, {place}, cannot be used ({reason}); name another one in "
    "TMPDIR.": "無法使用暫存檔資料夾 {place}（{reason!t}）；請用 TMPDIR 指定其他資料夾。",
    # archives
    "{path} has a password; save it without one.": "{path} 有密碼；請存成沒有密碼的檔案。",
    "{path} has a password, or is of an older kind; open it in its program and save it without "
    "a password in today's format.": (
        "{path} 有密碼，或是舊格式的檔案；請用原來的程式開啟，另存為沒有密碼的新格式。"
    ),
    "{path} is damaged: {reason}. Get it again.": "{path} 已損壞：{reason!t}。請重新取得。",
    "{path} is a damaged archive; unpack it, or get it again.": (
        "{path} 是損壞的壓縮檔；請解壓縮，或重新取得。"
    ),
    "{path} is locked with a password; unpack it first.": "{path} 有密碼；請先解壓縮。",
    "{path} is an archive in a pipe; save it as a file first.": (
        "{path} 是從管線傳來的壓縮檔；請先存成檔案。"
    ),
    "{path} is an archive with {amount} of translation units; unpack it and name one.": (
        "壓縮檔 {path} 中{amount!t}翻譯單元的檔案；請解壓縮後指定一個。"
    ),
    "{path} is an archive of too many files; unpack it, and name one of them.": (
        "壓縮檔 {path} 中的檔案太多；請解壓縮後指定一個。"
    ),
    "{path} has {member} packed in a way that is rare in archives; unpack it first, or save it "
    "again.": "{path} 中的 {member} 採用少見的壓縮方式；請先解壓縮，或重新壓縮。",
    "{path} unpacks to more than any document holds ({part}); it is damaged or made to do harm.": (
        "{path} 解壓縮後大得不像文件（{part}）；檔案可能已損壞，或是惡意製作的。"
    ),
    "{path} unpacks to more than any document holds; it is damaged or made to do harm.": (
        "{path} 解壓縮後大得不像文件；檔案可能已損壞，或是惡意製作的。"
    ),
    # XML
    "{path} is damaged in line {line}: {reason}. Save it anew.": (
        "{path} 第 {line} 行損壞：{reason!t}。請重新存檔。"
    ),
    "{path} is damaged: {reason}. Save it anew.": "{path} 已損壞：{reason!t}。請重新存檔。",
    "{path} has elements more than {most} deep inside one another; it is damaged or made to do "
    "harm.": "{path} 的元素巢狀超過 {most} 層；檔案可能已損壞，或是惡意製作的。",
    "{path} declares a document type of its own, which documents never need and which can do "
    "harm; save it anew.": (
        "{path} 自行宣告了文件類型（DOCTYPE）；文件不需要這種宣告，而它可能有害。請重新存檔。"
    ),
    "{path} uses &{name};, which XML does not know; save it anew.": (
        "{path} 用了 XML 沒有的 &{name};；請重新存檔。"
    ),
    "{path} declares entities or attributes of its own, which translation units never need and "
    "which can do harm; take the part in [ ] out of its DOCTYPE.": (
        "{path} 自行宣告了實體或屬性；翻譯單元不需要這種宣告，而它可能有害。請刪去 DOCTYPE 中 [ ] "
        "的部分。"
    ),
    "{path} uses &{name}; in line {line}, which XML does not know; write the character itself.": (
        "{path} 第 {line} 行用了 XML 沒有的 &{name};；請直接寫出該字元。"
    ),
    "{path} has {size} MB of XML without a {what} after {count} of them; it is damaged or made "
    "to do harm.": (
        "{path} 在第 {count} 個{what!t}之後有 {size} MB 的 XML 不含任何{what!t}；檔案可能已損壞，"
        "或是惡意製作的。"
    ),
    "{path} breaks off {where} (line {line}): {reason}. Get the whole file again.": (
        "{path} {where!t}中斷（第 {line} 行）：{reason!t}。請重新取得完整的檔案。"
    ),
    "{path} is damaged {where} (line {line}): {reason}. Export it again.": (
        "{path} {where!t}損壞（第 {line} 行）：{reason!t}。請重新匯出。"
    ),
    "{path} is no XML that can be mended: {reason}; save it anew.": (
        "{path} 的 XML 無法修補：{reason!t}；請重新存檔。"
    ),
    "{path} is no XML, whatever its name says; export it again.": (
        "{path} 雖有這個副檔名，卻不是 XML；請重新匯出。"
    ),
    "{path} is XML, but holds no translation units: its first element is <{name}>.": (
        "{path} 是 XML，但不含翻譯單元：第一個元素是 <{name}>。"
    ),
    # encoders
    "The model {name} is not on this machine, and {reason}. Give the folder of a saved model, "
    "or leave out --model to use the built-in one.": (
        "本機沒有模型「{name!q}」，而且{reason!t}。請指定已存模型的資料夾，或不加 --model，改用內"
        "建模型。"
    ),
    "The model in {path} cannot be read ({reason}); install duizhao again.": (
        "無法讀取 {path} 中的模型（{reason!t}）；請重新安裝 duizhao。"
    ),
    "{path} holds no table of vectors.": "{path} 不含向量表。",
    "There is no folder {name}. Give the folder of a saved sentence-transformers model, or "
    "leave out --model to use the built-in one.": (
        "沒有資料夾「{name!q}」。請指定已存的 sentence-transformers 模型資料夾，或不加 --model，改"
        "用內建模型。"
    ),
    "The package sentence-transformers cannot be imported ({reason}). Install duizhao again, "
    "or leave out --model to use the built-in one.": (
        "無法載入套件 sentence-transformers（{reason}）。請重新安裝 duizhao，或不加 --model，改用"
        "內建模型。"
    ),
    "The model {name} cannot be had ({reason}). Give the folder of a model saved on this "
    "machine, or leave out --model to use the built-in one.": (
        "無法取得模型「{name!q}」（{reason}）。請指定本機已存模型的資料夾，或不加 --model，改用內"
        "建模型。"
    ),
    "{path} could not be emptied ({reason}); end what uses it, or delete it.": (
        "無法清空 {path}（{reason!t}）；請結束正在使用它的程式，或把它刪除。"
    ),
    "Vectors are not kept this time: {path} cannot be used ({reason}).": (
        "這次不存向量：無法使用 {path}（{reason!t}）。"
    ),
    "The vectors kept in {path} were damaged; they are begun anew, the old file is {aside}.": (
        "存在 {path} 的向量已損壞；將重新開始，舊檔案改名為 {aside}。"
    ),
    "The disk of {path} knows no locks; one program at a time keeps vectors there.": (
        "{path} 所在的磁碟不支援檔案鎖定；一次只有一個程式能在那裡存向量。"
    ),
    "The tables of Traditional and Simplified Chinese are missing. Install {package} again "
    "(pip install --force-reinstall {other}); the package OpenCC cannot stand in for it.": (
        "找不到繁簡對照表。請重新安裝 {package}（pip install --force-reinstall {other}）；套件 "
        "OpenCC 不能代替它。"
    ),
    # aligning
    "This text has {sentences} sentences, both languages counted, and more than {most} are too "
    "many to align at once; divide it into parts.": (
        "這份文字兩種語言共 {sentences} 句，超過一次可對齊的上限 {most} 句；請分成幾份。"
    ),
    "This text has more than {most} sentences, too many to align again at once; divide it into "
    "parts.": "這份文字超過一次可重新對齊的上限 {most} 句；請分成幾份。",
}

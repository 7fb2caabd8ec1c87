"""What is said of articles, projects, memories, settings, keys and edits, in Chinese.

By the usage of Taiwan; `aligner.speaking.catalogue` says how the English is read.
"""

from __future__ import annotations

SENTENCES: dict[str, str] = {
    # articles
    "{path} holds no Chinese and no English text to align.": "{path} 沒有可對齊的中文或英文。",
    "{path} holds no Chinese and no English text.": "{path} 沒有中文，也沒有英文。",
    "{path} holds no Chinese text.": "{path} 沒有中文。",
    "{path} holds no English text.": "{path} 沒有英文。",
    "{path} holds no text; there is nothing to align.": "{path} 沒有文字，沒有可對齊的內容。",
    "{path} holds {some} but {amount} English; if the English is in a file of its own: duizhao "
    "align CHINESE ENGLISH": (
        "{path} 有 {some!t}，但{amount!t}英文；若英文另在一個檔案，請執行：duizhao align 中文檔案 "
        "英文檔案"
    ),
    "{path} holds {some} but {amount} Chinese; if the Chinese is in a file of its own: duizhao "
    "align CHINESE ENGLISH": (
        "{path} 有 {some!t}，但{amount!t}中文；若中文另在一個檔案，請執行：duizhao align 中文檔案 "
        "英文檔案"
    ),
    "{first} and {second} are both in {language}; name a Chinese file and an English one. If "
    "these are the two: duizhao align --zh FILE --en FILE": (
        "{first} 與 {second} 都是{language!t}；請指定一個中文檔案與一個英文檔案。若確是這兩個檔案，"
        "請執行：duizhao align --zh 檔案 --en 檔案"
    ),
    "{path} has more than {count} lines, too many for one article; divide it into parts.": (
        "{path} 超過 {count} 行，一篇文章容不下；請分成幾份。"
    ),
    "{path} is a {ending} file, which cannot be read; save it as one of {endings}.": (
        "無法讀取 {ending} 檔案 {path}；請存成以下格式之一：{endings!l}。"
    ),
    "{path}, line {line}: write chapters as 1 = 2.": "{path} 第 {line} 行：章節請寫成 1 = 2。",
    # rules of one's own
    "{path} is no file of rules: {reason}.": "{path} 不是規則檔：{reason!t}。",
    "{path}, rule {name}: {reason}.": "{path} 的規則 {name}：{reason!t}。",
    "There is no file of rules {path}; name one, or one of {styles}.": (
        "找不到規則檔 {path}；請指定規則檔，或 {styles!l} 之一。"
    ),
    "{path}: rules: {rules_there}, without an example: {bare}. Examples: {examples}, failed: "
    "{broken}.": (
        "{path}：規則 {rules_there} 條，無例子 {bare} 條；例子 {examples} 個，不符 {broken} 個。"
    ),
    "The example breaks the rule, but the rule finds nothing": "例子違反規則，規則卻沒有找到問題",
    "The example keeps the rule, but the rule finds something": "例子遵守規則，規則卻找到了問題",
    "The rule finds something else in the example than what is marked": (
        "規則在例子裡找到的與標示的不同"
    ),
    # projects
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
        "無法寫入 {path}，也無法建立副本來讀取（{reason!t}）。"
    ),
    "{path} is of an older version, and there is no room for a copy of it before it is brought "
    "up to date; make room and open it again.": (
        "{path} 是舊版，更新前要先建立副本，但空間不足；請騰出空間後再開啟。"
    ),
    "{path} is being opened by another program; try again.": (
        "{path} 正由其他程式開啟；請再試一次。"
    ),
    "{path} was moved or deleted while it was open; put it back, or export from here what you "
    "have done.": "{path} 在開啟期間被移動或刪除；請放回原處，或從這裡匯出已做的部分。",
    "{path} is damaged and cannot be read to its end; take it from a backup (one may lie "
    "beside it), or align the article again.": (
        "{path} 已損壞，無法讀到結尾；請從備份取回（備份可能就在旁邊），或重新對齊文章。"
    ),
    "{path} is a database of another program, no project of duizhao.": (
        "{path} 是其他程式的資料庫，不是 duizhao 的專案。"
    ),
    "{path} is no project of duizhao; name one, or an article.": (
        "{path} 不是 duizhao 的專案；請指定專案或文章。"
    ),
    "{path} was written by a later version of duizhao; install that one to open it.": (
        "{path} 由較新版的 duizhao 寫成；請安裝該版本再開啟。"
    ),
    "{path} is in use by another program; try again in a moment.": (
        "其他程式正在使用 {path}；請稍後再試。"
    ),
    "{path} cannot be opened; check that you may read it.": "無法開啟 {path}；請檢查讀取權限。",
    "{path} cannot be read from its disk ({reason}); copy it to another.": (
        "無法從磁碟讀取 {path}（{reason!t}）；請複製到其他磁碟。"
    ),
    "The disk of {path} does not lock files ({reason}); copy it to another disk.": (
        "{path} 所在的磁碟不支援檔案鎖定（{reason!t}）；請複製到其他磁碟。"
    ),
    "The disk of {path} knows no locks; make sure that it is open in no other program while "
    "you work on it.": "{path} 所在的磁碟不支援檔案鎖定；使用期間請勿用其他程式開啟它。",
    "The disk of {path} knows no locks; make sure that it is open on no other computer while "
    "you work on it.": "{path} 所在的磁碟不支援檔案鎖定；使用期間請勿在其他電腦開啟它。",
    "The disk has no room for {path}, or does not take it; nothing that was done before is "
    "lost. Make room and do it again.": (
        "磁碟空間不足，或無法寫入 {path}；先前所做的都還在。請騰出空間後再做一次。"
    ),
    "{path} may not be written; copy it to another folder.": (
        "無法寫入 {path}；請複製到其他資料夾。"
    ),
    "{path} could not be written ({reason}); copy it to another folder.": (
        "無法寫入 {path}（{reason!t}）；請複製到其他資料夾。"
    ),
    "{path} is open in another program, so it can only be read here; close it there and open "
    "it again.": "{path} 已在其他程式開啟，此處只能讀取；請在那裡關閉後再開啟。",
    "{path} may not be written (read-only file or folder), so it can only be read; copy it to "
    "another folder to work on it.": (
        "無法寫入 {path}（檔案或資料夾唯讀），只能讀取；要修改請複製到其他資料夾。"
    ),
    "Going on with {path}.": "接續先前的 {path}。",
    "{names} has changed since; {path} keeps what was read then.": (
        "{names!o} 之後有更動；{path} 保留當時讀到的內容。"
    ),
    # a new version
    "There is no room for a copy of {path} as it is now, so the new version was not taken in; "
    "make room and do it again.": (
        "空間不足，無法先為 {path} 建立副本，因此沒有採用新版；請騰出空間後再做一次。"
    ),
    "{names} has next to nothing in common with {path}; if it is another article, align it by "
    "itself.": "{names!o} 與 {path} 幾乎沒有相同之處；若是另一篇文章，請單獨對齊。",
    "{path} was made of a translation memory or a table of units, which has no versions; open "
    "the new one by itself, with its own project.": (
        "{path} 來自翻譯記憶庫或單元表格，沒有版本可言；請單獨開啟新檔案，另建專案。"
    ),
    "{path} is a project or a memory; name the article in its new version.": (
        "{path} 是專案或記憶庫；請指定文章的新版本。"
    ),
    # memories
    "There is no memory {path} yet; make one with: duizhao memory add FILE": (
        "還沒有記憶庫 {path}；建立記憶庫請執行：duizhao memory add 檔案"
    ),
    "There is no memory yet, only terms are shown; make one with: duizhao memory add FILE": (
        "還沒有記憶庫，只顯示術語；建立記憶庫請執行：duizhao memory add 檔案"
    ),
    "There is no home folder to keep a memory in; name a file with --memory.": (
        "沒有可存放記憶庫的家目錄；請用 --memory 指定檔案。"
    ),
    "{path} may not be written; change its permissions, or name another file with --memory.": (
        "無法寫入 {path}；請更改權限，或用 --memory 指定其他檔案。"
    ),
    "Another program is using the memory {path}; try again when it has finished.": (
        "其他程式正在使用記憶庫 {path}；請等它結束後再試。"
    ),
    "The disk of the memory {path} knows no locks; make sure that another program does not use "
    "it meanwhile.": "記憶庫 {path} 所在的磁碟不支援檔案鎖定；期間請勿讓其他程式使用它。",
    "The disk of the memory {path} knows no locks; make sure that another computer does not "
    "use it meanwhile.": "記憶庫 {path} 所在的磁碟不支援檔案鎖定；期間請勿讓其他電腦使用它。",
    "{path} is no memory; it is left as it is. Name another file with --memory.": (
        "{path} 不是記憶庫，未予更動。請用 --memory 指定其他檔案。"
    ),
    "{path} is a database of another program; name another file for the memory.": (
        "{path} 是其他程式的資料庫；請為記憶庫指定其他檔案。"
    ),
    "The memory {path} was written by a newer version of Duizhao; install that one, or name "
    "another file with --memory.": (
        "記憶庫 {path} 由較新版的 Duizhao 寫成；請安裝該版本，或用 --memory 指定其他檔案。"
    ),
    "The memory {path} is damaged, and left as it is. Take it from a backup, or see what can "
    "be saved with SQLite's own tool: sqlite3 FILE .recover": (
        "記憶庫 {path} 已損壞，未予更動。請從備份取回，或用 SQLite 的工具看看能救回多少：sqlite3 "
        "檔案 .recover"
    ),
    "The disk has no room for the memory {path}; what was added before is safe. Make room and "
    "add again: what is there already is passed over.": (
        "磁碟空間不足，無法寫入記憶庫 {path}；先前加入的都還在。請騰出空間後再加入一次，已有的會略"
        "過。"
    ),
    "The disk of the memory {path} does not lock files ({reason}); copy it to another disk, or "
    "name another file with --memory.": (
        "記憶庫 {path} 所在的磁碟不支援檔案鎖定（{reason!t}）；請複製到其他磁碟，或用 --memory 指"
        "定其他檔案。"
    ),
    "The memory {path} cannot be used ({reason}).": "無法使用記憶庫 {path}（{reason!t}）。",
    "The memory {path} cannot be opened ({reason}).": "無法開啟記憶庫 {path}（{reason!t}）。",
    # settings
    "The settings in {path} cannot be read: {reason}.": "無法讀取 {path} 的設定：{reason!t}。",
    "In {path}, [keys] is to be a section with a line for each action.": (
        "{path} 的 [keys] 應為一節，每個動作一行。"
    ),
    "{path} has a setting {name} that is not known; it is ignored.": (
        "{path!t} 有不認得的設定「{name!q}」，已略過。"
    ),
    "In {path}, {name} is to be {wanted}; {value} is ignored.": (
        "{path!t} 的 {name} 應為{wanted!t}；已略過「{value!q}」。"
    ),
    "There is no setting {name}; those there are: {choices}.": (
        "沒有設定「{name!q}」；可用的有：{choices!l}。"
    ),
    "{name} is to be {wanted}; {text} is not.": "{name} 應為{wanted!t}；「{text!q}」不符。",
    "The settings in {path} cannot be read ({reason}), so {name} was not kept.": (
        "無法讀取 {path} 的設定（{reason!t}），因此沒有存下 {name}。"
    ),
    "{path} is laid out so that no line can be changed; write {line_itself} into it yourself.": (
        "{path} 的寫法無法逐行更改；請自行寫入 {line_itself}。"
    ),
    "The folder {path} cannot be made ({reason}), so {name} was not kept.": (
        "無法建立資料夾 {path}（{reason!t}），因此沒有存下 {name}。"
    ),
    "There is no home folder to keep settings in.": "沒有可存放設定的家目錄。",
    # keys
    "In {path}, {taker} takes the last key of {name}, {key}; give {other} another one.": (
        "{path} 中，{taker} 取走了 {name} 僅有的按鍵「{key!q}」；請為 {other} 另設按鍵。"
    ),
    "{path} is to have one section, [keys], with a line for each action.": (
        "{path} 應只有一節 [keys]，每個動作一行。"
    ),
    "{path} names an action {name}, which there is not; {near} is one.": (
        "{path} 中沒有「{name!q}」這個動作；是不是 {near}？"
    ),
    "{path} names an action {name}, which there is not; the key card has their names.": (
        "{path} 中沒有「{name!q}」這個動作；動作的名稱見按鍵表。"
    ),
    "The keys in {path} cannot be read: {reason}.": "無法讀取 {path} 的按鍵：{reason!t}。",
    'In {path}, {name} is to be a key or a list of keys, as "f2".': (
        '{path} 的 {name} 應為一個按鍵或按鍵清單，如 "f2"。'
    ),
    "{path} gives the key {key} to {first} and to {name}; {keeper} keeps it.": (
        "{path} 把按鍵「{key!q}」同時給了 {first} 與 {name}；由 {keeper} 保留。"
    ),
    # edits
    "There is no pair to work on.": "沒有可處理的句對。",
    "A term needs words in both languages.": "術語須兩種語言都有。",
    "The pair has changed since; read the table again.": "這一對之後有更動；請重新讀取表格。",
    "Only a Chinese text without English and an English text without Chinese can be linked.": (
        "只能連結沒有英文的中文，與沒有中文的英文。"
    ),
    "There is no pair below to merge with.": "下面沒有可合併的句對。",
    "There is no pair above to move it to.": "上面沒有句對可移過去。",
    "There is no pair below to move it to.": "下面沒有句對可移過去。",
    "There is no sentence above to take in.": "上面沒有可移入的句子。",
    "There is no sentence below to take in.": "下面沒有可移入的句子。",
    "There is no pair above to swap with.": "上面沒有可對調的句對。",
    "Put the caret between two words, where the pair is to be split.": (
        "請把游標移到要拆開的地方，不能在頭尾。"
    ),
    "This pair has no Chinese.": "這一對沒有中文。",
    "This pair has no English.": "這一對沒有英文。",
    "This pair has a translation already; nothing was copied over it.": (
        "這一對已有譯文，沒有照抄原文。"
    ),
    "This pair has no source text to copy.": "這一對沒有可照抄的原文。",
    "This pair has no translation that others could be given.": "這一對沒有可填入其他句對的譯文。",
    "These parts of a divided sentence do not follow each other.": "拆開的句子，這幾部分並不相連。",
    "{place}: chapters that belong together stand in a row, as 3, 4.": (
        "{place!t}：合在一起的章節須相連，如 3, 4。"
    ),
    "{place}: chapters must rise from line to line on both sides.": (
        "{place!t}：兩側的章節編號須逐行遞增。"
    ),
    "{place}: there is no chapter {number}; {count} were found on that side.": (
        "{place!t}：沒有第 {number} 章；該側共找到 {count} 章。"
    ),
}

"""What is said of which documents belong together, and of a run over them, in Chinese.

By the usage of Taiwan; `aligner.speaking.catalogue` says how the English is read.
"""

from __future__ import annotations

SENTENCES: dict[str, str] = {
    # how far it is
    "looking for documents": "尋找文件",
    "reading documents": "讀取文件",
    "comparing documents": "比對文件",
    # what is asked
    "--jobs is for this machine, --cluster for others; name one.": (
        "--jobs 用於這台電腦，--cluster 用於其他電腦；請擇一。"
    ),
    "Name a folder, or a list with --manifest.": "請指定資料夾，或以 --manifest 指定清單。",
    "Say where the pairs go with -o FOLDER, or --dry-run to see the plan alone.": (
        "請用 `-o FOLDER` 指定句對放在哪裡，或以 --dry-run 只看配對。"
    ),
    "{path} is a file; name a folder for the pairs.": "{path} 是檔案；請指定放句對的資料夾。",
    "{path} cannot be a folder; name another one.": "{path} 不能是資料夾；請另外指定。",
    "There are documents in {path}; name a folder of its own for the pairs, which may lie in it.": (
        "{path} 裡有文件；請另外指定放句對的資料夾，可以在它裡面。"
    ),
    "There is no folder {path}; check the name.": "沒有資料夾 {path}；請檢查名稱。",
    "{path} may not be looked into; change its permissions.": (
        "沒有進入 {path} 的權限；請更改權限。"
    ),
    # the list
    "{name} names no list of pairs; let its name end in .tsv, .csv or .jsonl.": (
        "{name} 不是配對清單的檔名；副檔名須為 .tsv、.csv 或 .jsonl。"
    ),
    "{path} lists no pairs; write one a line, the Chinese file first.": (
        "{path} 沒有列出配對；請每行寫一對，中文檔案在前。"
    ),
    "{path} does not say which of its columns are which; let its first line be id, zh, en.": (
        "{path} 沒有說明各欄是什麼；第一行請寫 id、zh、en。"
    ),
    "{path}, line {line}: no document is named; put # in front of a line that is to be passed "
    "over.": "{path} 第 {line} 行：沒有指定文件；要略過的行請在前面加 #。",
    "{path}, line {line}: no file can have such a name.": (
        "{path} 第 {line} 行：檔案不可能有這樣的名稱。"
    ),
    "{path}, line {line}: {name} cannot be the name of a file; write letters, figures and "
    "hyphens.": "{path} 第 {line} 行：「{name!q}」不能當檔名；請用文字、數字與連字號。",
    "{path}, line {line}: this is no JSON object.": "{path} 第 {line} 行：不是 JSON 物件。",
    "{path}, line {line}: options are written as a JSON object.": (
        "{path} 第 {line} 行：選項請寫成 JSON 物件。"
    ),
    "{path}, line {line}: this is no line of a table ({reason}).": (
        "{path} 第 {line} 行：不是表格的一行（{reason}）。"
    ),
    "{place}: write options as level=paragraph; encoding=gb18030.": (
        "{place!t}：選項請寫成 level=paragraph; encoding=gb18030。"
    ),
    "{path}, lines {line} and {row}: both are called {name}.": (
        "{path} 第 {line} 行與第 {row} 行：代號都是「{name!q}」。"
    ),
    # what is said of a pair
    "The names say the opposite of the texts.": "檔名所說的語言與內容相反。",
    "{name} cannot be read.": "無法讀取 {name}。",
    "{name} says the same as {other}.": "{name} 與 {other} 內容相同。",
    "lock of an editor": "編輯程式的鎖定檔",
    "hidden": "隱藏檔",
    "file of the system": "系統檔案",
    "link to nothing": "失效的連結",
    "no file": "不是檔案",
    "link to a folder": "資料夾的連結",
    "results of a run": "先前的結果",
    "no document by its ending": "副檔名不是文件",
    "empty": "空檔案",
    # what is said of a plan
    "There are no documents that belong together.": "沒有可配對的文件。",
    "To be aligned: {count} document(s) (paired by {origins}).": (
        "待對齊：{count} 個文件（配對依據：{origins!k}）。"
    ),
    "manifest {count}": "清單 {count}",
    "folders {count}": "資料夾 {count}",
    "name {count}": "檔名 {count}",
    "content {count}": "內容 {count}",
    "one file {count}": "單一檔案 {count}",
    "Without a counterpart: {names}.": "沒有對應的文件：{names!l}。",
    "Without a counterpart: {names} and {count} more.": (
        "沒有對應的文件：{names!l}，另有 {count} 個。"
    ),
    "Cannot be read as well: {count} document(s).": "另有 {count} 個文件無法讀取。",
    "These say the same: {names}.": "這些文件內容相同：{names!l}。",
    "These say the same: {names} and {count} more.": (
        "這些文件內容相同：{names!l}，另有 {count} 個。"
    ),
    "More groups of documents that say the same: {count}.": "內容相同的文件另有 {count} 組。",
    "Ignored, since they are no documents: {count} file(s).": "略去 {count} 個不是文件的檔案。",
    "The list is in {path}; correct it and give it back with --manifest.": (
        "清單在 {path}；修改後以 --manifest 讀入。"
    ),
    # what is said of a run
    "Aligned: {done} of {count} document(s), {number} pair(s), in {path}.": (
        "已對齊 {count} 個文件中的 {done} 個，共 {number} 個句對，在 {path}。"
    ),
    "Dealt with by an earlier run: {count} document(s).": "先前已處理 {count} 個文件。",
    "Failed as well: {count} document(s).": "另有 {count} 個文件失敗。",
    "To be looked at: {count} document(s); the report says why.": (
        "待看：{count} 個文件；原因在報告中。"
    ),
    "The report is in {path}.": "報告在 {path}。",
    "To make one memory of the pairs: duizhao merge {path} -o memory.tmx": (
        "要把句對合成一個記憶庫：duizhao merge {path} -o memory.tmx"
    ),
    "What is done is kept; the same command goes on from there.": (
        "已完成的都已保留；執行相同的指令即可接著做。"
    ),
}

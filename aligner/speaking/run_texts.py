"""What is said of a run over many documents, in Chinese.

By the usage of Taiwan; `aligner.speaking.catalogue` says how the English is read.
"""

from __future__ import annotations

SENTENCES: dict[str, str] = {
    # how far it is
    "looking for what is done": "檢查已完成的部分",
    "aligning documents": "對齊文件",
    "aligning documents (about {count} second(s) left)": "對齊文件（約剩 {count} 秒）",
    "aligning documents (about {count} minute(s) left)": "對齊文件（約剩 {count} 分鐘）",
    "aligning documents (about {count} hour(s) left)": "對齊文件（約剩 {count} 小時）",
    # what is asked
    "{name} has no Chinese or no English file; name both in its line.": (
        "{name} 缺少中文或英文檔案；請在該行指定兩者。"
    ),
    "A document has no option {name}; there are {names}.": (
        "文件沒有選項「{name!q}」；可用的有：{names!l}。"
    ),
    "The option {name} of a document is one of {names}.": (
        "文件的選項「{name!q}」須為以下之一：{names!l}。"
    ),
    "{name} is no part of a run; write 3/16 for the third of sixteen parts.": (
        "「{name!q}」不是份數；十六份中的第三份請寫成 3/16。"
    ),
    "Two documents have the id {name}; give each its own.": (
        "有兩個文件的代號都是 {name}；請各給一個。"
    ),
    "A document cannot have the id {name}, since its files are called by it; give it another "
    "one.": ("文件的代號不能是「{name!q}」，因為檔案以代號命名；請換一個。"),
    # where it goes
    "The folder {path} vanishes again and again; leave it in its place.": (
        "資料夾 {path} 一再消失；請讓它留在原處。"
    ),
    "{path} could not be replaced ({reason}); delete it, or name another folder.": (
        "無法取代 {path}（{reason!t}）；請刪除它，或指定其他資料夾。"
    ),
    "The folder {path} cannot be made ({reason}); name another one for the results.": (
        "無法建立資料夾 {path}（{reason!t}）；請為結果指定其他資料夾。"
    ),
    # who does it
    "A process to align documents in ended as it was started; there may be too little memory for "
    "it. Close other programs, or ask for fewer with --jobs.": (
        "用來對齊文件的程式一啟動就結束了，可能是記憶體不足。請關閉其他程式，或以 --jobs 減少數量。"
    ),
    "No process to align documents in can be started ({reason}); close other programs, or ask for "
    "fewer with --jobs.": (
        "無法啟動用來對齊文件的程式（{reason!t}）；請關閉其他程式，或以 --jobs 減少數量。"
    ),
    "The worker {name} has another version of duizhao ({version}, here {own}) or of its model; "
    "install the same on each machine.": (
        "worker {name} 的 duizhao 版本（{version}，此處為 {own}）或模型不同；"
        "請在每台電腦安裝相同的版本。"
    ),
    "The worker {name} does not see the folder {path}; all machines of a cluster must share it "
    "under this name.": "worker {name} 看不到資料夾 {path}；所有電腦都須以此路徑共用它。",
    "The worker {name} does not see the files of {document}; all machines of a cluster must share "
    "the folder of documents under the same name.": (
        "worker {name} 看不到 {document} 的檔案；所有電腦都須以相同路徑共用文件所在的資料夾。"
    ),
    "A cluster needs one more package: pip install 'duizhao[cluster]'": (
        "使用 Dask 還需要一個套件：pip install 'duizhao[cluster]'"
    ),
    "The cluster could not go on ({reason}); what was done is kept, and the same command goes on "
    "from there.": "Dask 無法繼續（{reason}）；已完成的都已保留，執行相同的指令即可接著做。",
    "The cluster has no workers; start some with: dask worker ADDRESS": (
        "Dask 沒有 worker；請啟動：dask worker ADDRESS"
    ),
    "The workers of the cluster cannot be asked ({reason}); duizhao must be installed on each of "
    "their machines, in the same version.": (
        "無法詢問 Dask 的 worker（{reason}）；每台電腦都須安裝相同版本的 duizhao。"
    ),
    "No scheduler answers at {address} ({reason}); start one with: dask scheduler": (
        "{address} 沒有 scheduler 回應（{reason}）；請啟動：dask scheduler"
    ),
    # what there is to say of it
    "In {path} are also the pairs of {count} document(s) of an earlier plan, which a merge would "
    "take.": "{path} 還有先前計畫留下的 {count} 個文件的句對，合併時也會納入。",
    # what went wrong with a document
    "{name} took longer than {count} second(s); divide it into parts, or allow it more.": (
        "{name} 超過 {count} 秒；請分成幾份，或放寬時限。"
    ),
    "{name} needs more memory than there is; divide it into parts, or allow it more.": (
        "{name} 需要的記憶體超過現有的；請分成幾份，或放寬上限。"
    ),
    "{name} needs more memory than {size} MB; divide it into parts, or allow it more.": (
        "{name} 需要的記憶體超過 {size} MB；請分成幾份，或放寬上限。"
    ),
    "{name} ended the process that worked on it, twice; it is damaged or too large. Open it in its "
    "own program and save it anew.": (
        "{name} 兩次使處理它的程式中止；它已損壞或太大。請用原來的程式開啟並重新儲存。"
    ),
}

"""What the screen says, in English and in Chinese of either script.

One table, so that a sentence cannot exist in one language only. The Chinese is written in
Traditional characters and converted where Simplified ones are asked for.
"""

from __future__ import annotations

from functools import cache
from typing import Literal

from aligner.wording import noun_for, ui_language
from tui.action import GROUPS, AnyAction, Group

ScreenLanguage = Literal["en", "zh-Hant", "zh-Hans"]

TEXTS: dict[str, tuple[str, str]] = {
    "to look at": ("{total:pair}: {counts}", "{total} 對：{counts}"),
    "comma": (", ", "，"),
    "count doubtful": ("{count} doubtful", "存疑 {count}"),
    "count warned": ("{count:warning}", "警告 {count}"),
    "count term": ("{count:broken term}", "術語不符 {count}"),
    "count no zh": ("{count} without Chinese", "缺中文 {count}"),
    "count no en": ("{count} without English", "缺英文 {count}"),
    "count doubtful short": ("{count} doubt", "存疑 {count}"),
    "count warned short": ("{count} warn", "警告 {count}"),
    "count term short": ("{count} term", "術語 {count}"),
    "count no zh short": ("{count} no zh", "缺中 {count}"),
    "count no en short": ("{count} no en", "缺英 {count}"),
    "count gaps": ("{count} left one-sided", "確認單側 {count}"),
    "all looked at": ("{total:pair}, none left to look at", "{total} 對，全部看過"),
    "filtered": ("{row} of {count}: {name}", "篩選（{name}）：第 {row}／{count} 對"),
    "found": ("“{query}” {row} of {count}", "「{query}」第 {row}／{count} 對"),
    "read only": ("READ ONLY", "唯讀"),
    "reading": ("reading …", "讀取中 …"),
    "no zh": ("(no Chinese)", "（無中文）"),
    "no en": ("(no English)", "（無英文）"),
    "moved": ("moved? see {number}", "移至第 {number} 對？"),
    "linked": ("linked with {number}", "已連結第 {number} 對"),
    "zh": ("Chinese", "中文"),
    "en": ("English", "英文"),
    "empty list": ("No pair to show.", "沒有可顯示的句對。"),
    "too small": ("Window too small.", "請把視窗放大。"),
    # statuses
    "proposed": ("proposed", "待裁定"),
    "confirmed": ("confirmed", "已確認"),
    "edited": ("changed by you", "已修改"),
    "review": ("to be reviewed", "待查"),
    "excluded": ("excluded", "不匯出"),
    # what a reviewer sent back
    "returned change": (
        "Change {number} of {total}, row {row} of the table. [-out-] {{+in+}}",
        "第 {number} 處更動，共 {total} 處；表格第 {row} 列。[-刪去-] {{+加入+}}",
    ),
    "returned keys": (
        "Y take   N leave   A take all the rest   Esc stop",
        "Y 採用   N 略過   A 其餘全部採用   Esc 停止",
    ),
    "ask returned": ("Which table was sent back?", "寄回的是哪個表格檔？"),
    "returned hint": (".docx, as it was exported here", "由此處匯出的 .docx"),
    "returned none": (
        "{path} changes nothing: {missing:pair} not in it, {strays} rows without a pair.",
        "{path} 沒有更動；{missing} 對不在其中，{strays} 列找不到對應句對。",
    ),
    "returned done": (
        "Taken: {taken} of {total}. The table lacks {missing:pair}; rows without a pair: {strays}.",
        "已採用 {taken}／{total} 處。表格中沒有的：{missing} 對；找不到句對的：{strays} 列。",
    ),
    # a new version of the article
    "comparing": ("comparing with the new version {percent}", "與新版比對中 {percent}"),
    "newer": (
        "{path} has changed since. Take the new version in? [-out-] {{+in+}}",
        "{path} 已有更動。要採用新版嗎？[-刪去-] {{+加入+}}",
    ),
    "newer counts": (
        "{kept:pair} kept, {changed} changed, {new} new, {gone} gone (of your work: {worked})",
        "{kept} 對不變，{changed} 對有變，{new} 對新增，{gone} 對刪去（處理過的 {worked} 對）",
    ),
    "newer words": ("Words done: {done}, left: {left}", "已完成 {done} 字，尚餘 {left} 字"),
    "newer changed": ("changed", "有變"),
    "newer new": ("new", "新增"),
    "newer gone": ("gone", "刪去"),
    "newer more": ("and {count} more", "另有 {count} 處"),
    "newer keys": (
        "Y take it in   N leave it, do not ask again   Esc ask next time",
        "Y 採用   N 不採用，不再詢問   Esc 下次再問",
    ),
    "newer taken": (
        "The new version is in. {key} takes it back; what was before is in {path}.",
        "已採用新版。按 {key} 可退回；原狀存於 {path}。",
    ),
    "newer same": (
        "{path} has changed since, but its text is the same.",
        "{path} 已有更動，但內文相同。",
    ),
    "ask go back": (
        "Go back to what stood here before the new version?",
        "要退回採用新版之前的狀態嗎？",
    ),
    "gone back": (
        "This is what stood here before the new version.",
        "已退回採用新版之前的狀態。",
    ),
    # reasons
    "confidence": ("{percent} sure", "可信度 {percent}"),
    "meaning": ("meaning", "語意"),
    "length": ("length", "長度"),
    "matched": ("matched", "相符"),
    "missing": ("missing", "缺"),
    "advice gives previous": (
        "The first {side} sentence may belong to the pair above: {key}",
        "{side}首句或許屬於上一對：{key}",
    ),
    "advice gives next": (
        "The last {side} sentence may belong to the pair below: {key}",
        "{side}末句或許屬於下一對：{key}",
    ),
    "advice takes previous": (
        "The {side} sentence above may belong here: {key}",
        "上方的{side}句或許屬於此對：{key}",
    ),
    "advice takes next": (
        "The {side} sentence below may belong here: {key}",
        "下方的{side}句或許屬於此對：{key}",
    ),
    "alternative": (
        "Another pairing is {percent} as likely, {key} takes it: {pairs}",
        "另法，可能性 {percent}，按 {key} 採用：{pairs}",
    ),
    "alternative weak": (
        "Of other pairings none stands out; the likeliest, {percent} as likely ({key}): {pairs}",
        "其他配對法中無特別突出者；最可能的為 {percent}（{key}）：{pairs}",
    ),
    "doubt alone": (
        "{percent} of the aligner’s belief lies elsewhere, in no one place.",
        "對齊程式有 {percent} 的把握落在別處，但不集中於一處。",
    ),
    "doubt of unit": (
        "By meaning alone it is {percent} unsure; nothing by itself stands out.",
        "單看語意有 {percent} 的疑慮，但沒有單獨突出之處。",
    ),
    "doubt yours": ("It is marked for review.", "此對已標為待查。"),
    "no alternative": (
        "No other pairing is shown for this pair.",
        "這一對沒有顯示其他配對法。",
    ),
    "note is": ("note: {note}", "附註：{note}"),
    "warning": ("! {text}", "！{text}"),
    # what was done
    "now proposed": ("Pair {number}: open again.", "第 {number} 對：恢復待裁定。"),
    "now confirmed": ("Pair {number}: confirmed.", "第 {number} 對：已確認。"),
    "now edited": (
        "Pair {number}: taken in again, as you changed it.",
        "第 {number} 對：恢復匯出，仍為已修改。",
    ),
    "now rewritten": ("Pair {number}: changed by you.", "第 {number} 對：已修改。"),
    "now review": ("Pair {number}: to be reviewed.", "第 {number} 對：待查。"),
    "now excluded": ("Pair {number}: excluded from exports.", "第 {number} 對：不匯出。"),
    "noted": ("Pair {number}: note kept.", "第 {number} 對：已附註。"),
    "note gone": ("Pair {number}: note taken off.", "第 {number} 對：已刪去附註。"),
    "undone": ("Undone: {label}", "已復原：{label}"),
    "redone": ("Done again: {label}", "已重做：{label}"),
    "nothing to undo": ("There is nothing to undo.", "沒有可復原的動作。"),
    "nothing to redo": ("There is nothing to do again.", "沒有可重做的動作。"),
    "nothing changed": ("Nothing has changed.", "沒有任何更動。"),
    "no problem": ("No pair is left to look at.", "沒有待看的句對了。"),
    "no problem shown": (
        "None of the pairs shown is left to look at; others are. Esc shows all.",
        "顯示的句對中沒有待看的了，其餘句對中還有。按 Esc 顯示全部。",
    ),
    "not found": ("“{query}” is not found.", "找不到「{query}」。"),
    "no search": ("Search for something first, with {key}.", "請先按 {key} 搜尋。"),
    "from the other end": ("Went on from the other end.", "已從另一端繼續。"),
    "no such pair": ("There are pairs 1 to {count}.", "句對編號是 1 至 {count}。"),
    "cannot write": (
        "This project is open elsewhere or may not be written; nothing can be changed here.",
        "此專案已在別處開啟或不可寫入；此處無法更動。",
    ),
    "still reading": ("A moment: the pairs are still being read.", "請稍候：仍在讀取句對。"),
    "held": (
        "Held: {side} of {number}. Go to its partner and press {key} again; Esc lets go.",
        "已選定第 {number} 對的{side}。移到對應處再按 {key}；Esc 取消。",
    ),
    "hold other side": (
        "Choose a cell in the other language; {key} makes the two one pair.",
        "請選另一種語言的格子，按 {key} 成對。",
    ),
    "let go": ("Let go.", "已取消選定。"),
    "no pair above": ("There is no pair above.", "上面沒有句對。"),
    "drag": ("drag", "拖曳"),
    "link needs": (
        "Only text without a counterpart can be linked; this pair has one.",
        "只能連結沒有對應的文字；這一對已有對應。",
    ),
    "aligning": ("aligning {percent}", "對齊中 {percent}"),
    "checking": ("checking {percent}", "檢查中 {percent}"),
    "preparing": ("preparing to align {percent}", "準備對齊 {percent}"),
    "realigned": ("Aligned again; pairs that changed: {count}.", "已重新對齊：{count} 對有變。"),
    "already aligning": ("An alignment is running already.", "正在對齊中。"),
    "split how": (
        "Split: ←→ move the caret, Tab the other side, Enter splits, Esc leaves",
        "拆分：←→ 移動游標，Tab 換側，Enter 拆分，Esc 取消",
    ),
    "term how": (
        "Term: ←→ move, Shift+←→ mark words, Tab the other side, Enter takes, Esc leaves",
        "術語：←→ 移動，Shift+←→ 選取，Tab 換側，Enter 收入，Esc 取消",
    ),
    "term taken": ("Term: {zh} = {en}", "術語：{zh} = {en}"),
    "term needs": ("Mark words on both sides.", "請在兩側各選取詞語。"),
    "fault": (
        "This failed in a way it should not ({what}). Your edits are safe; please report it.",
        "程式出錯，未能完成（{what}）。您的編輯均已保存；請回報此問題。",
    ),
    "exported": ("Pairs written to {path}: {count}", "{count} 對已寫入 {path}"),
    "tags dropped": (
        "Tags dropped, since their words are gone: {tags}",
        "標記因所附詞語已不在而略去：{tags}",
    ),
    "dropped tags": ("unit {number}: {tags}", "第 {number} 單元：{tags}"),
    "turned round": (
        "Units translated the other way round: {count}; this file has one direction.",
        "翻譯方向相反的單元：{count}；此檔只有一個方向。",
    ),
    # translating
    "none untranslated": ("Every pair shown has a translation.", "所示句對都有譯文。"),
    "propagated": ("Filled with this translation: {count:pair}.", "已填入此譯文：{count} 對。"),
    "memory matches": ("Memory", "翻譯記憶"),
    "no matches": ("no match", "沒有相近的句子"),
    "panel terms": ("Terms", "術語"),
    "panel hint": (
        "While you edit, Ctrl+T and a number inserts.",
        "編輯時按 Ctrl+T 再按編號即插入。",
    ),
    "panel concordance": ("“{phrase}” in the memory: {total}", "翻譯記憶中的「{phrase}」：{total}"),
    "words done": ("{done} of {total} words ({percent})", "已譯 {done}／{total} 字（{percent}）"),
    # questions
    "ask concordance": (
        "Look up in the memory, in either language",
        "在翻譯記憶中檢索（任一語言）",
    ),
    "ask search": ("Search, in either language and script", "搜尋（任一語言，繁簡皆可）"),
    "ask go to": (
        "Number of a pair, a heading, or words of the text",
        "句對編號、標題或文字",
    ),
    "go to hint": ("↑↓ choose, Enter goes there, Esc stays", "↑↓ 選擇，Enter 前往，Esc 留在原處"),
    "go to pair": ("Pair {number}", "第 {number} 對"),
    "ask note": ("Note", "附註"),
    "ask filter": ("Show only", "只顯示"),
    "ask theme": ("Colours", "配色"),
    "theme is": ("Colours: {name}", "配色：{name}"),
    "export title": ("Export the pairs", "匯出句對"),
    "ask export": ("Write to", "寫入"),
    "export formats": ("Formats: {formats}", "格式：{formats}"),
    "export over": ("{path} exists already. Write over it?", "{path} 已存在。要覆蓋嗎？"),
    "export tool": ("Target tool", "目標工具"),
    "export least": ("Least confidence", "最低可信度"),
    "export zh": ("Chinese language code", "中文語言碼"),
    "export en": ("English language code", "英文語言碼"),
    "export as read": ("as each unit has it", "依各單元原有"),
    "export own": ("{code}, as the file has it", "{code}，依檔案原有"),
    "export source": ("Translated from (zh, en)", "原文語言（zh、en）"),
    "export form": ("Form of a document", "文件的形式"),
    "export upper": ("Upper line of subtitles", "字幕上行的語言"),
    "export usual form": ("as usual; or table, turn, tap", "依慣例；或 table、turn、tap"),
    "export keys": (
        "Enter writes, Tab goes to the next field, Esc leaves",
        "Enter 寫出，Tab 到下一欄，Esc 取消",
    ),
    "export units": ("{count:unit}", "{count} 單元"),
    "export excluded": ("{count} excluded", "{count} 對不匯出"),
    "export doubtful": ("{count} not sure enough", "{count} 對可信度不足"),
    "export without zh": ("{count} without Chinese left out", "略去無中文的 {count} 對"),
    "export without en": ("{count} without English left out", "略去無英文的 {count} 對"),
    "between parts": (", ", "，"),
    "no tool": ("{tool} is none of {known}.", "{tool} 不是 {known} 之一。"),
    "no confidence": ("{value} is no number from 0 to 1.", "{value} 不是 0 到 1 的數。"),
    "no form": ("{form} is none of table, turn and tap.", "{form} 不是 table、turn 或 tap。"),
    "no source": ("{code} is neither zh nor en.", "{code} 不是 zh，也不是 en。"),
    "no code": ("{code} is no language code such as zh-TW.", "{code} 不是語言碼；語言碼如 zh-TW。"),
    "ask leave": (
        "Pairs still to be looked at: {count}. Leave all the same? All is saved.",
        "還有 {count} 對待看。仍要離開嗎？一切已存。",
    ),
    "edit how": (
        "Enter keeps and goes on, Esc drops, Tab the other side, F4 copies the source",
        "Enter 保留並前往下一對，Esc 放棄，Tab 換側，F4 照抄原文",
    ),
    "insert which": (
        "Which number of the panel goes in? 1 to 9",
        "插入譯助欄的第幾項？1 至 9",
    ),
    "nothing to insert": (
        "The panel has nothing with the number {number}.",
        "譯助欄沒有第 {number} 項。",
    ),
    "no line breaks": (
        "A pair of an article is one line; there is no line break in it.",
        "文章的句對只有一行，不能換行。",
    ),
    "yes": ("Yes", "是"),
    "no": ("No", "否"),
    "help hint": (
        "Esc, q or ? closes, / searches. Settings and your own keys: {path}",
        "Esc、q、? 關閉，/ 搜尋。設定與自訂按鍵：{path}",
    ),
    "ask help": ("Search the keys", "搜尋按鍵"),
    "no help": ("No key for “{query}”.", "沒有與「{query}」相關的按鍵。"),
    "ask command": ("Search the commands …", "搜尋指令 …"),
    "no command": ("No command of that name.", "沒有這樣的指令。"),
    "no key": ("{key} does nothing here. {keys}.", "{key} 在此無作用。{keys}。"),
    "typed text": (
        "“{key}” is text, and pairs are changed by keys. {keys}.",
        "「{key}」是文字；修改句對請用按鍵。{keys}。",
    ),
    "help mouse": (
        "Mouse: click chooses, the wheel scrolls, dragging a cell to another pair sends its "
        "sentence there.",
        "滑鼠：點按選取，滾輪捲動，拖曳格子到另一對可移動句子。",
    ),
    "help marks": (
        "Marks: {doubtful} doubtful, {confirmed} confirmed, {edited} changed by you, "
        "{review} to be reviewed, {excluded} excluded, {alone} without a counterpart, "
        "{noted} has a note, {warned} has a warning",
        "記號：{doubtful} 存疑，{confirmed} 已確認，{edited} 已修改，{review} 待查，"
        "{excluded} 不匯出，{alone} 無對應，{noted} 有附註，{warned} 有警告",
    ),
    # the glossary
    "mining": ("looking for terms …", "正在尋找術語 …"),
    "mining so far": ("looking for terms {percent}", "尋找術語中 {percent}"),
    "terms floor": (", seen in {count:pair} or more", "（見於 {count} 對以上）"),
    "terms head": (
        "{accepted:term} taken, {rejected} turned down, {open} to decide",
        "已收 {accepted} 條，不收 {rejected} 條，待裁定 {open} 條",
    ),
    "looking for places": ("looking for the places of the term …", "正在尋找此術語的出處 …"),
    "places title": (
        "{term}: {places:place}, {change} to be changed",
        "{term}：{places} 處，{change} 處待改",
    ),
    "places hint": (
        "Enter: take a rendering, go to a pair   W: write what is to be changed   Esc",
        "Enter 採用譯名、前往句對   W 寫出待改之處   Esc 關閉",
    ),
    "places rendering": ("{sign} {text}  ({count:place})", "{sign} {text}（{count} 處）"),
    "not made out": ("(not made out)", "（未能辨識）"),
    "places more": ("… and {count:place} more", "… 另有 {count} 處"),
    "no places": ("This term stands in none of the pairs.", "句對中沒有此術語。"),
    "nothing to change": ("No place is to be changed.", "沒有待改之處。"),
    "no pair to go to": (
        "There is no review screen behind this one; the pair is {place}.",
        "此畫面之後沒有審閱畫面；該句對是 {place}。",
    ),
    "rendering taken": ("{zh} = {en}", "{zh} = {en}"),
    "places written": ("Places written to {path}: {count}", "{count} 處已寫入 {path}"),
    "ask floor": ("Least number of pairs of a candidate", "候選術語最少見於幾對"),
    "no number": ("{text} is no number from 1 up.", "{text} 不是 1 以上的數字。"),
    "no terms": ("No term to show.", "沒有可顯示的術語。"),
    "term accepted": ("taken", "已收"),
    "term rejected": ("turned down", "不收"),
    "term open": ("to decide", "待裁定"),
    "term all": ("all terms", "全部術語"),
    "term seen": ("seen in {count:pair}, score {score}", "見於 {count} 對，評分 {score}"),
    "term variants": ("also: {forms}", "又作：{forms}"),
    "term held": (
        "Held: {zh} = {en}. Go to the term that it is a variant of and press {key}; Esc lets go.",
        "已選定：{zh} = {en}。移到它所屬的術語再按 {key}；Esc 取消。",
    ),
    "term written": ("Terms written to {path}: {count}", "{count} 條術語已寫入 {path}"),
    "nothing accepted": ("No term has been taken yet.", "尚未收入任何術語。"),
    "glossary broken": (
        "The glossary has “{en}” for “{zh}”.",
        "術語表作「{zh}」=「{en}」。",
    ),
    "form zh": ("Chinese", "中文"),
    "form en": ("English", "英文"),
    "form zh variants": ("Chinese variants, divided by |", "中文異體，以 | 分隔"),
    "form en variants": ("English variants, divided by |", "英文異體，以 | 分隔"),
    "form domain": ("Domain", "領域"),
    "form note": ("Note", "附註"),
    # filters
    "filter all": ("all pairs", "全部句對"),
    "filter to look at": ("to look at", "待看"),
    "filter with a broken term": ("with a broken term", "術語不符"),
    "filter doubtful": ("doubtful", "存疑"),
    "filter unaligned": ("without a counterpart", "無對應"),
    "filter not 1-1": ("not one to one", "非一對一"),
    "filter edited": ("changed by you", "已修改"),
    "filter confirmed": ("confirmed", "已確認"),
    "filter excluded": ("excluded", "不匯出"),
    "filter review": ("to be reviewed", "待查"),
    "filter open": ("not settled", "未裁定"),
    "filter with a note": ("with a note", "有附註"),
    "filter with a warning": ("with a warning", "有警告"),
}


class _Counted(int):
    """A number of which a text may ask for the noun, too: `{count:pair}`."""

    def __format__(self, noun: str) -> str:
        return f"{int(self)} {noun_for(self, noun)}" if noun else str(int(self))


class Words:
    """The screen's language."""

    def __init__(self, language: ScreenLanguage) -> None:
        self.language = language

    def __call__(self, text: str, /, **values: object) -> str:
        """Return a text by its name in the table, with the values filled in."""
        return self._of(TEXTS[text]).format(
            **{name: _Counted(v) if isinstance(v, int) else v for name, v in values.items()}
        )

    @property
    def language_of_checks(self) -> Literal["en", "zh", "zh-Hant"]:
        """The same language, as the checks call it."""
        return "zh" if self.language == "zh-Hans" else self.language

    def label(self, action: AnyAction) -> str:
        """Return the short name of an action."""
        return self._of(action.label)

    def help(self, action: AnyAction) -> str:
        """Return what an action does."""
        return self._of(action.help)

    def group(self, group: Group) -> str:
        """Return the name of a group of actions."""
        return self._of(GROUPS[group])

    def _of(self, both: tuple[str, str]) -> str:
        if self.language == "en":
            return both[0]
        return both[1] if self.language == "zh-Hant" else _simplified(both[1])


@cache
def _simplified(text: str) -> str:
    from aligner.script import to_region

    return to_region(text, "TW", "CN")


def ui_language_for(wanted: str | None) -> ScreenLanguage:
    """Return the language for `--lang`, or for the locale where nothing was asked for."""
    language = ui_language(wanted)
    return "zh-Hans" if language == "zh" else language

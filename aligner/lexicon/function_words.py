"""Function words of both languages: one table, and which of it each user leaves aside.

Most of the English ones say little to everyone. Terms have a longer list, since a term neither
begins nor ends with an everyday verb or adverb (take, usually), though a translation of it may well
be pointed out; explaining has possessives and the pieces into which the tokenizer cuts don't and
they've, which are no words of a term anyway. What may stand inside a name is a shorter list.
"""

from __future__ import annotations


def _listed(words: str) -> frozenset[str]:
    return frozenset(words.split())


_ENGLISH = _listed("""
that no or the and those of from a an this these such same own i me my mine we us our you your he
him his she her it its they them their who whom whose which what where when why how myself himself
herself itself ourselves themselves yourself about against among as at between by down for in into
off on onto out over per than through to toward towards under up upon via with within without but
nor so yet if also too very just only even here there be is are was were been being am have has had
having do does did done will would shall should may might must can could not n't let get got gets
make makes made go goes went come comes came rather quite
""")
"""What says little wherever it stands."""
_NEVER_AT_AN_END_OF_A_TERM = _listed("""
some any each every both all none either neither other another several many much more most few less
least enough one's someone anyone everyone nobody somebody everybody something anything everything
nothing above across after along amid amongst around before behind below beneath beside besides
beyond despite during except inside like near outside past since throughout till until unto versus
unless although though because while whereas whether however therefore thus hence moreover
furthermore nevertheless nonetheless meanwhile otherwise instead still already again ever never
always often sometimes usually once twice now then soon later ago today doing cannot getting become
became making going gone coming take takes took taken taking give gives gave given giving put puts
keep keeps kept say says said saying tell told see seen saw know knew known think thought want
wanted need needs needed use used using uses seem seems seemed almost perhaps maybe likely unlikely
well away back together apart according due able including included includes include regarding
concerning following e.g i.e etc vs
""")
_TOO_SMALL_TO_BE_POINTED_OUT = _listed("one ours yours hers theirs ones ought s t re ve ll d m")
_CHINESE = _listed("""
的 地 得 了 着 过 们 之 其 所 者 也 都 就 才 又 再 还 而 且 并 与 和 及 或 跟 同 但 但是 却 则
在 于 从 自 由 向 往 对 为 把 将 被 给 让 使 以 用 按 比 到 至 因 因为 所以 如 如果 若 虽然
是 有 没 没有 不 无 非 会 能 可 可以 要 应 该 应该 必 须 必须 想 来 去 上 下 出 里 中 内 外 前 后
这 那 这个 那个 这些 那些 此 该 哪 什么 怎么 谁 我 你 您 他 她 它 我们 你们 他们 她们 它们 自己
个 一 一个 一些 一种 位 名 只 条 座 件 次 种 些 点 么 吗 呢 吧 啊 呀 嘛 啦 哦 很 更 最 太 已 间
已经 正 正在 曾 曾经 便 只是 只有 就是 还是 不是 也是 都是 这样 那样 等 等等 而且 以及 关于 对于
不过 不会 不能 一位 一名 一下
""")

TERM_STOP_WORDS = _ENGLISH | _NEVER_AT_AN_END_OF_A_TERM
"""English words that no term begins or ends with."""
NUMBER_WORDS = _listed("""
one two three four five six seven eight nine ten eleven twelve twenty thirty forty fifty hundred
thousand million billion first second third monday tuesday wednesday thursday friday saturday
sunday january february march april may june july august september october november december
today yesterday tomorrow
""")
"""Numbers, months and days, with which no term ends either."""
INSIDE_TERMS = _listed("of for and the in on to 's")
"""What may stand between the words of a term: spread of the virus."""
INSIDE_ACRONYMS = _listed("a an and the of for in on to at by with")
"""What the letters of an acronym may leave out of the words that it is short for."""
_POINTED_OUT_NOWHERE = _ENGLISH | _TOO_SMALL_TO_BE_POINTED_OUT | _CHINESE


def says_little(form: str) -> bool:
    """Whether a word answers to nothing by itself, in small letters and Simplified characters."""
    return form in _POINTED_OUT_NOWHERE

"""Words that say little by themselves, in either language, as the tokenizer writes them."""

from __future__ import annotations


def is_function_word(form: str) -> bool:
    """Whether a word, in small letters and Simplified characters, says little by itself."""
    return form in _ENGLISH or form in _CHINESE


def _listed(words: str) -> frozenset[str]:
    return frozenset(words.split())


_ENGLISH = _listed("""
a an the and or but nor so yet if as than that this these those there here
of in on at to for from by with without about into onto over under up down out off through
between among against upon within toward towards per via
i me my mine we us our ours you your yours he him his she her hers it its they them their theirs
myself yourself himself herself itself ourselves themselves one ones
who whom whose which what when where why how
is am are was were be been being do does did done have has had having will would shall should
can could may might must ought
not no n't s t re ve ll d m too also just only even very quite rather such same own
let got get gets make makes made come comes came go goes went
""")
_CHINESE = _listed("""
的 地 得 了 着 过 们 之 其 所 者 也 都 就 才 又 再 还 而 且 并 与 和 及 或 跟 同 但 但是 却 则
在 于 从 自 由 向 往 对 为 把 将 被 给 让 使 以 用 按 比 到 至 因 因为 所以 如 如果 若 虽然
是 有 没 没有 不 无 非 会 能 可 可以 要 应 该 应该 必 须 必须 想 来 去 上 下 出 里 中 内 外 前 后
这 那 这个 那个 这些 那些 此 该 哪 什么 怎么 谁 我 你 您 他 她 它 我们 你们 他们 她们 它们 自己
个 一 一个 一些 一种 位 名 只 条 座 件 次 种 些 点 么 吗 呢 吧 啊 呀 嘛 啦 哦 很 更 最 太 已 间
已经 正 正在 曾 曾经 便 只是 只有 就是 还是 不是 也是 都是 这样 那样 等 等等 而且 以及 关于 对于
不过 不会 不能 一位 一名 一下
""")

"""Texts that try to move columns, or to command the terminal."""

from __future__ import annotations

from aligner.alignment import Bead
from aligner.bitext import Bitext, pair_up
from tests.samples import article

MARKS = (
    "\x1b]0;owned",
    "\x1b[2J",
    "\x07boo",
    "\x9b31m",
    "\u202e",
    "\u200f",
    "\u2066",
    "\u200d",
    "\ufe0f",
    "\x85x",
)
"""What must not reach the terminal."""

TEXTS = [
    ("海\x1b]0;owned\x07boo燈\x1b[2J塔", "\x9b31mRed\x1b[31m and \x07boo back\x08\x08\x7f"),
    ("\u202e反向\u202c文\u200f字\u2066裡", "\u200fRight to left \u202eevil\u202c שלום عربي"),
    ("👩‍🚀與👨‍👩‍👧‍👦在海邊🏴󠁧󠁢󠁥󠁮󠁧󠁿，👍🏽好", "Flags 🇹🇼🇨🇳 and keys 1️⃣ ❤️ hearts ❤ ☎️"),
    (
        "e\u0301\u0302\u0303\u0304\u0305\u0306\u0307\u0308\u0309重音",
        "a\u0300e\u0301 naïve coöperation\u0332",
    ),
    ("零\u200b寬\u200d字\u2060元\ufeff", "soft\u00adhyphen zero\u200bwidth\u200djoin"),
    ("兼容︰︱︳豈𠀀𪜀𰻝〇〻㊙", "Hangul 한글 \u1112\u1161\u11ab kana ｶﾞ ﾃﾞ"),
    ("換\n行\t定\r位\x85x\u2028y\u2029", "tab\tand\nline\r\nends\x0b\x0c"),
    ("\ud800孤\udfff", "lone \udc80 surrogate"),
    ("“彎引號”…—·×÷→①", "“curly” … — · × ÷ → ① ± °"),
    ("ไทย हिन्दी \u0e33", "नमस्ते தமிழ் \u17b4"),
    ("長" * 200, "x" * 200),
    ("\u0301", "\u200d"),
]

BITEXT: Bitext = pair_up(
    article([[zh for zh, _ in TEXTS]], [[en for _, en in TEXTS]]),
    [Bead((n,), (n,), 0.5) for n in range(len(TEXTS))],
    model="toy",
)

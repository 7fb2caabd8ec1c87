"""A text with everything that the list can show of a pair, for pictures of the screen."""

from __future__ import annotations

from aligner.alignment import Bead
from aligner.bitext import Bitext, pair_up
from aligner.edits import annotate, confirm, exclude, mark_for_review, rewrite
from tests.samples import article

ZH = [
    ["屋頂上的菜園"],
    [
        "老城的屋頂從前只曬被單。",
        "二〇一九年春天，管委會把十七棟樓的平頂分給住戶，每戶三公尺見方。",
        "沒有人知道土要多深，也沒有人問過樓板承不承得住。",
    ],
    [
        "她原本在銀行上班，對番茄的認識僅止於超級市場的標價。",
        "「鴿子比我早起。」她說。",
        "第二年她在架子上蒙了紗網，收成四十公斤。",
    ],
    ["土從哪裡來"],
    [
        "市區不賣好土。",
        "住戶們試過河邊的沙、工地的黏土，還有花市裡一袋一百五十元的培養土。",
        "堆肥要翻，要澆水，還要忍受一個月的氣味。",
        "樓板的設計載重是每平方公尺二百公斤。",
        "他把算式貼在每一棟的樓梯間。",
    ],
    [
        "雨水滿了，就沿著一條舊消防水管流到一樓的花壇。",
        "颱風來的那個晚上，十六個桶子全滿了。",
        "沒有一戶漏水。",
    ],
]
EN = [
    ["A Garden on the Roof"],
    [
        "The roofs of the old town used to dry nothing but sheets.",
        "In the spring of 2019 the committee divided the flat tops of seventeen buildings among "
        "the residents, three metres square to a household.",
        "Nobody knew how deep the soil should be, and nobody had asked whether the floors would "
        "bear it.",
    ],
    [
        "She had worked in a bank, and what she knew of tomatoes was the price on the supermarket "
        "shelf.",
        "“The pigeons get up earlier than I do,” she said.",
        "In the second year she stretched netting over the frames and harvested 14 kilos.",
    ],
    ["Where the earth came from"],
    [
        "Good soil is not sold in the city.",
        "The residents tried sand from the river and clay from building sites, and potting "
        "compost from the flower market at 150 dollars a bag.",
        "Compost has to be turned and watered, and its smell endured for a month.",
        "The floors are designed to carry 200 kilos a square metre.",
    ],
    [
        "When the barrels are full, the water runs down an old fire hose to the flower bed.",
        "It is the same every spring.",
        "On the night that the typhoon came, all sixteen barrels filled up. Not one flat had a "
        "leak.",
    ],
]
BEADS = [
    *(Bead((n,), (n,), 1.0 if n != 6 else 0.94) for n in range(12)),
    Bead((12,), (), 0.9),
    Bead((13,), (12,), 0.97),
    Bead((), (13,), 0.8),
    Bead((14, 15), (14,), 0.41),
]


def garden() -> Bitext:
    """Sixteen pairs: settled, changed, doubtful, warned of, noted, left out, unaligned."""
    bitext = pair_up(article(ZH, EN), BEADS, model="none")
    for place in (0, 1, 2):
        bitext = confirm(bitext, place)(bitext)
    bitext = rewrite(bitext, 7, "土從哪裡來", "Where the soil came from")(bitext)
    bitext = annotate(bitext, 9, "培養土 potting compost?")(bitext)
    bitext = exclude(bitext, 10)(bitext)
    return mark_for_review(bitext, 11)(bitext)

"""Made-up dialogue in both languages: clauses with their translations, many said more than once.

Short answers come again and again, as they do in films, so that their meaning does not tell where
they belong; other clauses differ by a name, a place, a thing or an hour.
"""

from __future__ import annotations

import random
from collections.abc import Iterator
from dataclasses import dataclass


@dataclass(frozen=True, slots=True, eq=False)
class Clause:
    """A clause and its translation."""

    zh: str
    en: str


_SLOTS = {
    "who": """
阿明|Ming
老陈|Chen
小玉|Yu
表哥|my cousin
船长|the captain
王医生|Dr Wang
邻居|the neighbour
老师|the teacher
""",
    "where": """
码头|the harbour
车站|the station
面馆|the noodle shop
医院|the hospital
学校|the school
茶山|the tea hills
旧桥|the old bridge
仓库|the warehouse
屋顶|the roof
市场|the market
""",
    "what": """
钥匙|the key
信|the letter
雨伞|the umbrella
收音机|the radio
照片|the photograph
自行车|the bicycle
药|the medicine
船票|the ticket
地图|the map
相机|the camera
箱子|the suitcase
手表|the watch
""",
    "when": """
昨天|yesterday
今天早上|this morning
上个星期|last week
去年冬天|last winter
三天前|three days ago
半夜|in the middle of the night
刚才|just now
下雨那天|the day it rained
""",
}
_FEW = """
是的。|Yes.
不。|No.
什么？|What?
好吧。|All right.
我不知道。|I don't know.
谢谢。|Thank you.
等一下。|Wait.
为什么？|Why?
对不起。|I'm sorry.
走吧。|Let's go.
真的吗？|Really?
别这样。|Don't.
你好。|Hello.
没关系。|It doesn't matter.
是啊。|That's right.
当然。|Of course.
快点！|Hurry up!
你呢？|And you?
是谁？|Who is it?
好了。|There.
"""
_FREE = """
说来话长。|Where do I even begin?
没门儿。|Over my dead body.
你少来这一套。|Don't give me that.
别提了。|You don't want to know.
谁稀罕！|Keep it, then.
这下可好。|Well, that's that.
我服了你了。|You never fail to amaze me.
随你的便。|Suit yourself.
他就那样。|You can't change him.
瞧你说的。|Oh, come on.
听天由命吧。|We'll see.
真有你的。|Look at you.
哪儿的话。|Don't mention it.
我心里有数。|I've got it under control.
怪我嘴快。|I should have kept quiet.
老样子。|Can't complain.
别往心里去。|He didn't mean it.
一言为定。|It's a deal.
想得美。|In your dreams.
早晚的事。|It was bound to happen.
"""
_MANY = """
{who}{when}来过{where}。|{who} came to {where} {when}.
{what}不见了。|{what} is gone.
你把{what}放在{where}了吗？|Did you leave {what} at {where}?
我在{where}看见了{who}。|I saw {who} at {where}.
{who}从来不去{where}。|{who} never goes to {where}.
这是{who}的{what}。|This is {what} that belongs to {who}.
{when}我还用过{what}。|I was still using {what} {when}.
别告诉{who}。|Don't tell {who}.
你得把{what}还给{who}。|You have to give {what} back to {who}.
{where}早就关门了。|{where} closed long ago.
听说{who}病了。|I heard {who} is ill.
{what}是{when}买的。|{what} was bought {when}.
谁会偷{what}呢？|Who would steal {what}?
{who}在{where}等我们。|{who} is waiting for us at {where}.
我们在{where}碰头吧。|Let's meet at {where}.
你认识{who}多久了？|How long have you known {who}?
{what}坏了，修不好。|{what} is broken and can't be mended.
{who}把{what}卖掉了。|{who} sold {what}.
{when}的事我都忘了。|I've forgotten everything that happened {when}.
你去问问{who}。|Go and ask {who}.
"""
_TWO = """
我找遍了{where}，|I looked all over {where},|可是{what}不在那里。|but {what} wasn't there.
如果{who}问起来，|If {who} asks,|就说你没见过{what}。|say you never saw {what}.
{when}雾太大，|The fog was too thick {when},|我们没到{where}。|and we didn't reach {where}.
{who}说他会来，|{who} said he would come,|但是我不相信。|but I don't believe it.
你先去{where}，|You go to {where} first,|我去拿{what}。|and I'll get {what}.
因为{who}走了，|Since {who} left,|家里安静多了。|the house has been much quieter.
{what}是我父亲留下的，|{what} was left by my father,|我不能给你。|so I can't give it to you.
不管{where}有多远，|However far {where} is,|我都要走着去。|I'm going to walk there.
"""
_SHARES = (40, 25, 20, 15)
"""How often, in a hundred utterances, each list is drawn from."""


def dialogue(drawn: random.Random, count: int) -> Iterator[list[Clause]]:
    """Yield utterances of one clause or two."""
    kinds = [
        [line.split("|") for line in lines.strip().splitlines()]
        for lines in (_FEW, _FREE, _MANY, _TWO)
    ]
    for _ in range(count):
        texts = drawn.choice(drawn.choices(kinds, _SHARES)[0])
        filled = _filled(texts, drawn)
        yield [Clause(*filled[at : at + 2]) for at in range(0, len(filled), 2)]


def _filled(texts: list[str], drawn: random.Random) -> list[str]:
    """Return texts with their slots filled, the same way in both languages."""
    found = list(texts)
    for name, values in _SLOTS.items():
        zh, en = drawn.choice(values.split("\n")[1:-1]).split("|")
        found = [
            text.replace(f"{{{name}}}", en if place % 2 else zh) for place, text in enumerate(found)
        ]
    return [text[0].upper() + text[1:] if place == 1 else text for place, text in enumerate(found)]

"""Documentation of twenty parts of a tea house, in Chinese and English, as such pages are written.

Every page has front matter, a container, code, a table, a list, links and a note, in an order and
with marks that change from page to page.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Page:
    """What the page of a part says, each text as Chinese and English."""

    tag: str
    name: tuple[str, str]
    use: tuple[str, str]
    advice: tuple[str, str]
    warning: tuple[str, str]
    rows: tuple[tuple[str, str, str], ...]
    """An attribute, and what it means in Chinese and English."""


def _page(lines: str) -> Page:
    tag, *rest = [line.strip() for line in lines.strip().splitlines()]
    name, use, advice, warning, *rows = [tuple(line.split(" | ")) for line in rest]
    return Page(tag, name, use, advice, warning, tuple(rows))  # type: ignore[arg-type]


_TEXT = """
kettle
水壶 | Kettle
用来烧水，水开以后会自动断电。 | Heats water and switches itself off when it boils.
烧水之前请先检查水位，水太少会损坏底盘。 | Check the water level first; too little damages the base.
水壶很烫，不要用手直接碰。 | The kettle gets hot; do not touch it with your bare hands.
volume | 水壶的容量，单位是毫升 | volume of the kettle in millilitres
power | 加热的功率 | heating power
whistle | 水开时是否鸣叫 | whether it whistles when the water boils

cup
茶杯 | Cup
用来盛放一人份的茶。 | Holds tea for one person.
把茶倒到七分满，客人拿起来才不会烫手。 | Fill it to seven tenths, or guests burn their fingers.
杯子从高处掉下来会摔碎。 | A cup that falls from a height breaks.
size | 杯子的大小 | size of the cup
colour | 杯子的颜色 | colour of the cup
handle | 是否有把手 | whether it has a handle

tray
茶盘 | Tray
把茶壶和茶杯放在一起端给客人。 | Carries the pot and the cups to the guests.
端茶盘的时候要用两只手。 | Use both hands when you carry the tray.
茶盘里的水要每天倒掉。 | Pour away the water in the tray every day.
material | 制作茶盘的材料 | material that the tray is made of
width | 茶盘的宽度 | width of the tray
drain | 是否有排水孔 | whether there is a drain

menu
菜单 | Menu
列出今天供应的所有茶和点心。 | Lists all teas and snacks that are served today.
价格改变以后，请在开门之前更新菜单。 | When prices change, update the menu before you open.
没有货的茶不要写在菜单上。 | Do not list a tea that is out of stock.
items | 菜单上的各个项目 | items on the menu
language | 菜单使用的语言 | language of the menu
currency | 价格的货币 | currency of the prices

table
桌子 | Table
供客人坐下来喝茶。 | Lets guests sit down for tea.
客人离开以后应该马上把桌子擦干净。 | Wipe the table as soon as the guests have left.
靠窗的桌子需要提前预订。 | Tables at the window must be booked in advance.
seats | 座位的数量 | number of seats
shape | 桌子的形状 | shape of the table
position | 桌子在房间里的位置 | position of the table in the room

timer
计时器 | Timer
提醒你茶已经泡好了。 | Reminds you that the tea is ready.
不同的茶需要的时间不同，绿茶只要两分钟。 | Teas need different times; green tea takes two minutes.
泡得太久，茶会变苦。 | Tea that steeps too long becomes bitter.
duration | 计时的长度，单位是秒 | length of time in seconds
sound | 时间到了播放的声音 | sound that is played at the end
repeat | 是否重复提醒 | whether the reminder is repeated

lamp
灯 | Lamp
照亮整个房间。 | Lights the whole room.
晚上八点以后请把灯光调暗。 | Dim the light after eight in the evening.
换灯泡之前一定要先关掉电源。 | Always switch off the power before you change the bulb.
brightness | 灯的亮度 | brightness of the lamp
warmth | 光的冷暖 | warmth of the light
schedule | 开灯和关灯的时间 | times at which it is switched on and off

door
门 | Door
客人从这里进出茶馆。 | Guests enter and leave the tea house here.
下雨的时候请在门口放一块地垫。 | Put a mat at the door when it rains.
打烊以后记得锁门。 | Remember to lock the door after closing time.
lock | 锁的种类 | kind of lock
bell | 是否装有门铃 | whether there is a bell
direction | 门打开的方向 | direction in which the door opens

shelf
架子 | Shelf
存放各种茶叶罐。 | Stores tea caddies of all kinds.
最常用的茶叶应该放在最容易拿到的地方。 | Keep the teas used most where they are easy to reach.
架子不能放在阳光直射的地方。 | The shelf must not stand in direct sunlight.
levels | 架子的层数 | number of levels
depth | 每一层的深度 | depth of each level
label | 贴在架子上的标签 | label on the shelf

window
窗户 | Window
让光线和新鲜空气进入房间。 | Lets light and fresh air into the room.
早上开窗通风至少十分钟。 | Open the window for at least ten minutes in the morning.
刮大风的时候请关上窗户。 | Close the window when there is a strong wind.
glass | 玻璃的种类 | kind of glass
curtain | 窗帘的颜色 | colour of the curtain
open | 窗户现在是否打开 | whether the window is open now

bill
账单 | Bill
计算客人需要支付的金额。 | Works out what the guests have to pay.
把账单交给客人之前请再核对一遍。 | Check the bill once more before you hand it over.
账单一旦打印就不能修改。 | Once it is printed the bill cannot be changed.
total | 总金额 | total amount
discount | 折扣的百分比 | discount in per cent
tip | 是否包含小费 | whether the tip is included

guest
客人 | Guest
保存一位客人的姓名和喜好。 | Keeps the name of a guest and what he or she likes.
记住常客喜欢的茶，他们会很高兴。 | Regular guests are pleased if you remember their favourite tea.
没有得到同意，不要保存电话号码。 | Do not keep telephone numbers without consent.
name | 客人的姓名 | name of the guest
favourite | 最喜欢的茶 | favourite tea
visits | 来过的次数 | number of visits

stove
炉子 | Stove
冬天给房间取暖，也可以烤红薯。 | Warms the room in winter and bakes sweet potatoes, too.
每个星期清理一次炉子里的灰。 | Clear the ashes out of the stove once a week.
不要让孩子靠近烧着的炉子。 | Keep children away from a burning stove.
fuel | 使用的燃料 | fuel that is used
heat | 火力的大小 | strength of the fire
chimney | 是否连接烟囱 | whether it is connected to a chimney

towel
毛巾 | Towel
擦干洗好的杯子。 | Dries cups that have been washed.
毛巾用过一天就要换洗。 | Wash a towel after a day of use.
擦桌子和擦杯子的毛巾要分开。 | Use different towels for tables and cups.
fabric | 毛巾的布料 | fabric of the towel
count | 毛巾的数量 | number of towels
pattern | 毛巾的花纹 | pattern of the towel

garden
花园 | Garden
天气好的时候客人可以坐在外面。 | Guests can sit outside when the weather is fine.
夏天每天傍晚给花浇水。 | Water the flowers every evening in summer.
花园里不能使用明火。 | Open fire is not allowed in the garden.
area | 花园的面积 | area of the garden
plants | 种植的植物 | plants that grow there
bench | 长椅的数量 | number of benches

music
音乐 | Music
在茶馆里播放轻柔的音乐。 | Plays soft music in the tea house.
人多的时候请把音量调低一点。 | Turn the volume down a little when there are many people.
播放受版权保护的音乐需要许可。 | Music under copyright may only be played with a licence.
volume | 音量 | volume
playlist | 播放列表 | playlist
shuffle | 是否随机播放 | whether the order is random

order
订单 | Order
记录客人点的茶和点心。 | Records the tea and snacks that guests have ordered.
重复一遍订单可以避免出错。 | Repeating the order avoids mistakes.
订单送到厨房以后就不能取消。 | An order cannot be cancelled once it is in the kitchen.
number | 订单的编号 | number of the order
status | 订单的状态 | status of the order
notes | 客人的特别要求 | special wishes of the guest

stock
库存 | Stock
显示每种茶叶还剩多少。 | Shows how much is left of each tea.
每个月的最后一天要盘点库存。 | Count the stock on the last day of each month.
库存低于十克的时候会发出警告。 | A warning is given when less than ten grams are left.
amount | 剩余的数量 | amount that is left
minimum | 最低的库存量 | lowest amount in stock
supplier | 供应商的名称 | name of the supplier

clock
时钟 | Clock
显示现在的时间和打烊的时间。 | Shows the time of day and the closing time.
春天和秋天不要忘记调整时钟。 | Do not forget to set the clock in spring and autumn.
电池快用完的时候时钟会变慢。 | The clock runs slow when the battery is nearly empty.
zone | 所在的时区 | time zone
format | 显示时间的格式 | format in which the time is shown
alarm | 是否设置闹钟 | whether the alarm is set

cat
猫 | Cat
陪伴客人，偶尔抓一只老鼠。 | Keeps guests company and catches a mouse now and then.
猫睡觉的时候请不要打扰它。 | Please do not disturb the cat while it sleeps.
不要给猫喝茶或者吃巧克力。 | Never give the cat tea or chocolate.
age | 猫的年龄 | age of the cat
mood | 猫今天的心情 | mood of the cat today
food | 猫喜欢的食物 | food that the cat likes
"""

PAGES = [_page(part) for part in _TEXT.strip().split("\n\n")]

_CODE = """```{info}
<template>
  <tea-{tag} v-model="value" :{first}="12" @change="onChange"></tea-{tag}>
</template>

<script>
export default {{
  data() {{
    return {{ value: null, options: ["one", "two"] }};
  }},
  methods: {{
    onChange(event) {{
      console.log("the {tag} has changed", event);
    }},
  }},
}};
</script>
```"""

_WORDS = (
    {
        "install": "安装",
        "step": "先安装软件包，然后在项目里引入这个组件。",
        "basic": "基本用法",
        "demo": "下面的例子展示了最简单的用法。",
        "table": "属性",
        "head": ("参数", "说明", "类型", "默认值"),
        "list": (
            "可以和其他组件一起使用。",
            "支持键盘操作，也支持触摸屏。",
            "不依赖任何外部的库。",
        ),
        "more": "更多信息请参阅[设计指南][guide]，或者在 "
        "[问题列表](https://tea.example/issues_(new)) 里提问。",
        "note": "从第二版开始提供这个功能[^1]。",
        "foot": "旧版本的用户需要先升级。",
        "warning": "注意",
    },
    {
        "install": "Installation",
        "step": "Install the package first, then import the component into your project.",
        "basic": "Basic usage",
        "demo": "The example below shows the simplest use.",
        "table": "Attributes",
        "head": ("Parameter", "Description", "Type", "Default"),
        "list": (
            "It can be used together with other components.",
            "Keyboards are supported, and touch screens as well.",
            "It does not depend on any external library.",
        ),
        "more": "See the [design guide][guide] for more, or ask in the "
        "[list of issues](https://tea.example/issues_(new)).",
        "note": "This feature is available from the second version on[^1].",
        "foot": "Users of older versions have to upgrade first.",
        "warning": "Attention",
    },
)


def markdown(number: int, side: int) -> str:
    """Return the page with this number (0 to 19) in Chinese (side 0) or English (side 1)."""
    page, words = PAGES[number], _WORDS[side]
    code = _CODE.format(info=("html", "vue", "")[number % 3], tag=page.tag, first=page.rows[0][0])
    parts = [
        f"---\ntitle: {page.name[side]}\ndescription: {page.use[side]}\n"
        f"sidebar_position: {number}\nslug: /components/{page.tag}\n---",
        f"# {page.name[side]} {{#{page.tag}}}",
        "[![npm](https://img.example/tea.svg)](https://npm.example/tea)",
        page.use[side],
        f"## {words['install']}",
        str(words["step"]),
        f"```sh\nnpm install @tea/{page.tag} --save\n```",
        f"## {words['basic']}",
        _demo(page, side, code, number),
        _warning(page, side, number),
        _items(words["list"], number),
        f"## {words['table']}",
        _table(page, side, number),
        f"{words['more']} {words['note']}",
        f'[guide]: https://tea.example/guide "Guide"\n\n[^1]: {words["foot"]}',
    ]
    return "\n\n".join(parts) + "\n"


def _demo(page: Page, side: int, code: str, number: int) -> str:
    demo = _WORDS[side]["demo"]
    if number % 2:
        return f":::demo {demo} {page.advice[side]}\n{code}\n:::"
    return f"{demo}\n{page.advice[side]}\n\n{code}"


def _warning(page: Page, side: int, number: int) -> str:
    title = _WORDS[side]["warning"]
    forms = (
        f":::warning {title}\n{page.warning[side]}\n:::",
        f"::: warning\n{page.warning[side]}\n:::",
        f"> [!WARNING]\n> {page.warning[side]}",
        f'!!! warning "{title}"\n    {page.warning[side]}',
    )
    return forms[number % len(forms)]


def _items(items: Sequence[str], number: int) -> str:
    mark = ("- ", "* ", "1. ", "- [x] ")[number % 4]
    return "\n".join(f"{mark}{item}" for item in items)


def _table(page: Page, side: int, number: int) -> str:
    tick = "`" if number % 2 else ""
    head = _WORDS[side]["head"]
    rows = [(f"{tick}{name}{tick}", (zh, en)[side], "string", "—") for name, zh, en in page.rows]
    lines = [" | ".join(row) for row in (head, ("---",) * 4, *rows)]
    return "\n".join(lines if number % 3 == 0 else (f"| {line} |" for line in lines))

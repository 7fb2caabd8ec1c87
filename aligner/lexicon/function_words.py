"""English words that no term begins or ends with: the small ones, and those of number and date."""

from __future__ import annotations

_SMALL = """
a an the this that these those some any each every both all no none either neither such same
other another own several many much more most few less least enough i me my mine we us our you
your he him his she her it its they them their who whom whose which what where when why how
myself himself herself itself ourselves themselves yourself one's someone anyone everyone nobody
somebody everybody something anything everything nothing about above across after against along
amid among amongst around as at before behind below beneath beside besides between beyond by
despite down during except for from in inside into like near of off on onto out outside over
past per since than through throughout till to toward towards under until unto up upon via
versus with within without and or but nor so yet if unless although though because while whereas
whether however therefore thus hence moreover furthermore nevertheless nonetheless meanwhile
otherwise instead also too very just only even still already again ever never always often
sometimes usually once twice here there now then soon later ago today be is are was were been
being am have has had having do does did done doing will would shall should may might must can
could cannot not n't let get got gets getting become became make makes made making go goes going
went gone come comes came coming take takes took taken taking give gives gave given giving put
puts keep keeps kept say says said saying tell told see seen saw know knew known think thought
want wanted need needs needed use used using uses seem seems seemed rather quite almost perhaps
maybe likely unlikely well away back together apart around according due able including included
includes include regarding concerning following e.g i.e etc vs
"""
_NUMBERS = """
one two three four five six seven eight nine ten eleven twelve twenty thirty forty fifty hundred
thousand million billion first second third monday tuesday wednesday thursday friday saturday
sunday january february march april may june july august september october november december
today yesterday tomorrow
"""

SMALL_WORDS = frozenset(_SMALL.split())
"""Articles, pronouns, prepositions, conjunctions, common verbs and adverbs."""
NUMBERS = frozenset(_NUMBERS.split())
"""Numbers, months and days."""

"""Who speaks in minutes, an interview or a press conference: 主持人：…, 【记者】…, 王水生（县长）：…, 问：/答：

The label says who speaks and is no part of what is said. 目标：and 会议指出：open a line the same way, so a label must
be a role or a person's name, speech must follow, and several of them must show that the document is a transcript.
"""

import re
from collections import Counter
from dataclasses import replace
from functools import lru_cache

from quiz.language.words import tag
from quiz.sources.draft import Account, Line

LABEL = re.compile(
    r"【([^【】：]{1,24})】：?|\[([^\[\]：]{1,24})\]：?|([^，。；！？：“”《》（）【】\[\]\s]{1,24}(?:（[^（）]{1,20}）)?)："
)
OFFICES = (
    "总书记|书记|省长|市长|县长|区长|镇长|乡长|州长|村长|部长|局长|司长|处长|科长|厅长|署长|院长|校长|所长|站长|队长|会长|团长"
    "|主席|总理|主任|秘书长|董事长|经理|总裁|主编|教授|研究员|评论员|专家|代表|委员|大使|律师|医生|老师|同志|先生|女士"
)
ROLES = "主持人|记者|記者|发言人|發言人|嘉宾|嘉賓|网友|網友|观众|觀眾|听众|提问者|采访者|受访者"
ROLE = re.compile(rf"(?:.{{0,14}}(?:{ROLES})(?:[A-Z甲乙丙丁\d]|问|答)?|问|答|提问|回答|[QA])")
OFFICE = re.compile(rf".{{0,14}}(?:{OFFICES})")
BEFORE_NAME = re.compile(rf".{{0,18}}(?:{ROLES}|{OFFICES})(?=[\u4e00-\u9fff]{{2,4}}$)")
GREETING = re.compile("各位|尊敬|亲爱|同志们|朋友们|女士们|先生们")
SURNAMES = frozenset(
    "赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨朱秦尤许何吕施张孔曹严华金魏陶姜戚谢邹喻柏章云苏潘葛范彭郎鲁韦马苗凤花方俞任袁柳鲍史唐费"
    "廉岑薛雷贺倪汤滕殷罗毕郝邬安常乐于时傅卞齐康伍余顾孟黄穆萧肖尹姚邵汪祁毛禹狄米贝明臧计伏成戴谈宋茅庞熊纪舒屈项祝董梁"
    "杜阮蓝闵席季麻强贾路娄危江童颜郭梅盛林钟徐邱骆高夏蔡田樊胡凌霍万柯管卢莫房丁邓单洪包左石崔吉龚程邢裴陆荣翁段侯车武刘"
    "景龙叶黎乔阎闫覃温庄晏曾关查游欧易耿向聂冷辛简饶沙丛巩"
)
SPEECH = re.compile("[。！？…]")
LEAST_TURNS = 3  # of a transcript


def without_speakers(lines: list[Line], account: Account) -> list[Line]:
    """The lines without the labels of who speaks; every label is a removal of its own."""
    found = {at: match for at, line in enumerate(lines) if (match := _label(lines, at)) is not None}
    speakers = _speakers([_name(match) for match in found.values()])
    kept = list(lines)
    for at, match in found.items():
        if _name(match) in speakers and account.drop("speaker", match[0], lines[at].number):
            kept[at] = replace(lines[at], text=lines[at].text[match.end() :].lstrip())
    return kept


def _label(lines: list[Line], at: int) -> re.Match[str] | None:
    """The label that opens a line of speech; speech may begin in the next line."""
    text = lines[at].text
    if "：" not in text[:46] and text[:1] not in ("【", "["):
        return None
    match = LABEL.match(text)
    if match is None or GREETING.match(_name(match)):
        return None
    speech = text[match.end() :] or next((line.text for line in lines[at + 1 : at + 3] if line.text), "")
    return match if SPEECH.search(speech) else None


def _name(match: re.Match[str]) -> str:
    """The label without brackets and without the office behind a name: 王水生（县长）is 王水生."""
    return (match[1] or match[2] or match[3]).partition("（")[0].strip()


def _speakers(names: list[str]) -> frozenset[str]:
    """Those of the labels that name a speaker: roles and names, and beside them offices that speak more than once."""
    turns = Counter(names)
    roles = {name for name in turns if ROLE.fullmatch(name)}
    people = {name for name in turns.keys() - roles if _is_person(name)}
    # Offices that stand once are a list of duties.
    offices = {name for name in turns.keys() - roles - people if OFFICE.fullmatch(name) and turns[name] > 1}
    voices = roles | people | offices
    if sum(turns[name] for name in voices) < LEAST_TURNS:
        return frozenset()
    asked = roles and (len(voices) > 1 or max(turns[name] for name in roles) >= LEAST_TURNS)
    return frozenset(voices) if asked or len({name[0] for name in people}) > 1 else frozenset()


@lru_cache(maxsize=1024)
def _is_person(name: str) -> bool:
    """Whether a label is a person's name, alone or behind an office: 王水生, 水利局局长王水生."""
    title = BEFORE_NAME.match(name)
    bare = name[title.end() :] if title else name
    if not re.fullmatch(r"[\u4e00-\u9fff]{2,4}", bare) or bare[0] not in SURNAMES:
        return False
    first, *others = tag(bare)
    if first.tag.startswith("nr"):
        return True
    return len(first.text) == 1 and len(bare) < 4 and bool(others)

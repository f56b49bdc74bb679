"""State organs, party congresses and places that do something in a sentence, and which others might be taken for them.

Closed lists, as the segmenter takes many other words for names of places.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from quiz.language.numbers import canonical_numbers

# One rank a line: a ministry is never taken for the supreme court.
RANKS = """
全国人民代表大会常务委员会 全国人大常委会 全国人民代表大会 国务院办公厅 国务院 最高人民法院 最高人民检察院 中央军委
中央组织部 中央宣传部 中央统战部 中央政法委 中央办公厅
国家发展改革委 外交部 教育部 科技部 工业和信息化部 公安部 民政部 司法部 财政部 人力资源社会保障部 自然资源部 \
生态环境部 住房城乡建设部 交通运输部 水利部 农业农村部 商务部 文化和旅游部 国家卫生健康委 应急管理部 中国人民银行 审计署
"""
REGIONS = """
北京 天津 上海 重庆 河北 山西 辽宁 吉林 黑龙江 江苏 浙江 安徽 福建 江西 山东 河南 湖北 湖南 广东 海南 四川 贵州 云南
陕西 甘肃 青海 内蒙古 广西 西藏 宁夏 新疆 香港 澳门 广州 深圳 杭州 南京 武汉 成都 西安 雄安 三亚 博鳌
"""
RANK_OF = {organ: rank for rank, line in enumerate(RANKS.split("\n")) for organ in line.split()}
PLACES = tuple(REGIONS.split())
HAN = "一二三四五六七八九十"
ACTS = (
    "印发|通过|公布|发布|召开|提出|设立|成立|组建|审议|决定|作出|启动|颁布|批准|制定|修订|出台|发文|确定|明确|"
    "把|将|首次|专题"
)
SET_UP = "设立|落户|举行|召开|建成|揭牌|成立|举办|开幕|启动"
BEGINS = r"(?:(?<=[，。；日月年由])|^)"
ANY_ORGAN = "|".join(RANK_OF)
ORGAN = re.compile(rf"{BEGINS}(?P<acts>{ANY_ORGAN})(?=(?:{ACTS}))|(?<=设在)(?P<seat>{ANY_ORGAN})(?=[，。；])")
CONGRESS = re.compile(rf"{BEGINS}党的(?P<name>[{HAN}]{{1,3}}(?:大|届[一二三四五六七]中全会))(?=(?:{ACTS}))")
ANY_CONGRESS = re.compile(rf"党的([{HAN}]{{1,3}}(?:大|届[一二三四五六七]中全会))(?!代表)")
PLACE = re.compile(rf"(?<=在)(?P<name>{'|'.join(PLACES)})(?=(?:市|省)?(?:{SET_UP}))")
MOST = 3
TERMS_APART = 1  # further off the date in the sentence would tell


@dataclass(frozen=True, slots=True)
class Body:
    """A body at `start`..`end` of a sentence, and others of its kind that the report names, the likeliest first."""

    start: int
    end: int
    others: tuple[str, ...]


def bodies(text: str, report: str) -> Iterator[Body]:
    """The bodies of a sentence that act in it (，国务院印发), or at which something was set up (在天津设立)."""
    for match in ORGAN.finditer(text):
        name = "acts" if match["acts"] else "seat"
        others = [organ for organ in RANK_OF if _is_rival(organ, match[name]) and organ in report]
        others.sort(key=lambda organ: (organ[-1] != match[name][-1], abs(len(organ) - len(match[name]))))
        yield Body(*match.span(name), tuple(others[:MOST]))
    for match in CONGRESS.finditer(text):
        others = [name for name in _congresses(report) if name[-1] == match["name"][-1] and name != match["name"]]
        yield Body(*match.span("name"), tuple(name for name in others if _apart(name, match["name"]) <= TERMS_APART))
    for match in PLACE.finditer(text):
        others = [place for place in PLACES if place != match["name"] and place in report]
        yield Body(*match.span("name"), tuple(others[:MOST]))


@lru_cache(maxsize=1)
def _congresses(report: str) -> tuple[str, ...]:
    """The congresses and plenary sessions that a report names, each once."""
    return tuple(dict.fromkeys(ANY_CONGRESS.findall(report)))


def _is_rival(organ: str, body: str) -> bool:
    """Of one rank, and neither the other's part nor its other name."""
    same = organ in body or body in organ or organ[:3] == body[:3] == "全国人"
    return RANK_OF[organ] == RANK_OF[body] and not same


def _apart(name: str, other: str) -> int:
    """How many congresses lie between."""
    first, second = (canonical_numbers(re.split("[大届]", text)[0]) for text in (name, other))
    return abs(int(first) - int(second)) if first.isdigit() and second.isdigit() else len(HAN)

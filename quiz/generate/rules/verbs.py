"""The parts of the rules that look at a whole blank with a verb in it or beside it."""

import re

from quiz.generate.candidates import PUNCTUATION
from quiz.generate.rules.place import Place
from quiz.generate.rules.words import JOINS, hollow_words
from quiz.language.words import Token, tag

CLAUSE = 8  # characters
TO = frozenset({"到", "往", "赴", "向", "对", "从", "给"})
WITH = frozenset({"由", "同", "与", "为"})  # conjunctions or verbs, too
# Verbs that say all of their subject; a blank with both is a sentence.
SAYS = frozenset({
    "落地", "投运", "开业", "全覆盖", "投产", "通车", "发力", "入党", "落地见效", "建成投运", "转型升级", "全面启动",
})  # fmt: skip
SHORTCOMINGS = frozenset({"不足", "不强", "不够", "不高", "顺利"})
OBJECT_GOES_ON = frozenset({"最", "增长", "进步"})  # 拉动经济|增长
HEADS = frozenset({"能力", "力度", "成效", "质效", "路径", "比例", "比重"})
ADVERBS = frozenset({"d", "ad", "vd"})
VERBS, NOMINAL = frozenset({"v", "vn"}), frozenset({"n", "nz", "vn", "b"})
# Words that close many a term and are none.
GENERAL = frozenset({
    "体系", "建设", "体制", "机制", "制度", "人员", "指导", "意见", "调整", "补偿", "综合", "改革", "试点", "应用",
    "功能", "工作", "管理", "组织", "条例", "办法", "平台", "公司",
})  # fmt: skip
BY_DEGREES = re.compile(
    "..(?:明显|显著|大幅|不断|稳步|有所|日益|更加|逐步)..|加以|予以|..方向(?:转变|发展|前进|迈进)$"
    "|(?:很|不|较|比较|极|十分)[大小高低多少快]$|相适应$|(?:成效|成果)显著$"
    "|^有(?:能力|信心|决心|条件|责任|义务|办法)."  # 有能力维护国家主权|、统一和领土完整
)


def parts_a_verb_from_its_object(place: Place) -> bool:
    """Opens on a verb whose object goes on behind 的, or ends on the adjective of its object, or with its subject
    qualifies what follows 的 (党章赋予的)."""
    tokens, last = place.marked.tokens, place.span.last
    if place.enclosed or last + 1 == len(tokens):
        return False
    if _ends_inside_its_object(place):
        return True
    after, opens, closes = tokens[last + 1].text, tokens[place.span.first].tag[:1], tokens[last].tag
    if opens == "v" and last > place.span.first and after == "不":  # 缓解发展|不平衡的问题
        return True
    if opens == "v" and closes[:1] == "n" and last > place.span.first and _goes_on(place):
        return True
    if after == "的":
        several, second = last > place.span.first, tokens[place.span.first + 1].tag
        adverb = opens in ("a", "d") and second == "v"  # 完全包括社会主义的
        inner = [token.tag for token in tokens[place.span.first + 1 : last + 1]]
        return opens == "v" or (several and (adverb or (opens == "n" and "v" in inner and closes[:1] in "nv")))
    return opens == "v" and closes[:1] == "a" and not PUNCTUATION.match(after)


def leads_to_what_follows(place: Place) -> bool:
    """A subject with its verb or adverb before what that leads to: 天津服务|首都, 力量体现|为理论, 群众温暖|过冬."""
    tokens, last = place.marked.tokens, place.span.last
    if place.enclosed or last == place.span.first or last + 1 == len(tokens):
        return False
    closes, after = tokens[last].tag, tokens[last + 1]
    if closes in VERBS:
        return after.tag in ("ns", "nt") or after.text == "有"
    if closes == "l" and after.text == "为":
        return tokens[place.span.first].tag[:1] == "n"
    return closes in ("a", "ad", "an") and after.tag in ("v", "t") and tokens[place.span.first].tag[:1] == "n"


def _goes_on(place: Place) -> bool:
    """Whether the object of a verb goes on behind the blank (回应企业|关切, 拓宽农民|增收渠道) or is a clause."""
    after, *further = place.marked.tokens[place.span.last + 1 : place.span.last + 3]
    ends = not further or PUNCTUATION.match(further[0].text) is not None
    return (
        after.tag in ("p", "n", "nz", "m")
        or after.text in OBJECT_GOES_ON
        or (after.tag in VERBS and (ends or further[0].text == "的" or (after.tag == "v" and further[0].tag == "n")))
    )


def _ends_inside_its_object(place: Place) -> bool:
    """A verb with half of its object (全面提高公共安全|保障能力), or a subject with its verb before the figure that the
    verb leads to (国内生产总值增长|6%)."""
    tokens, first, last = place.marked.tokens, place.span.first, place.span.last
    if first == last or last + 1 >= len(tokens) or place.marked.punctuation[last + 1]:
        return False
    following = tokens[last + 1].tag
    if tokens[last].tag[:1] == "v":
        return following[:1] == "m"
    return _is_glued(tokens[first]) and following[:1] in "nv"


def _is_glued(token: Token) -> bool:
    """Whether the segmenter took an adverb with its verb for one word (全面提高)."""
    return len(token.text) == 4 and token.text[:2] in hollow_words() and tag(token.text[2:])[0].tag == "v"


def _opens_a_compound(place: Place) -> bool:
    """Whether a noun of two characters is the first of three words that a verb governs: 推动|科技|创新标志区."""
    tokens, at = place.marked.tokens, place.span.first
    if len(place.answer) > 2 or not at or at + 2 >= len(tokens) or tokens[at].tag != "n":
        return False
    return tokens[at - 1].tag == "v" and tokens[at + 1].tag in NOMINAL | VERBS and tokens[at + 2].tag in ("n", "vn")


def cuts_a_compound(place: Place) -> bool:
    """A verb before the verb that it goes with (机构辐射|作用, 推广|应用), the first word of several, or the general
    words that close a longer one (农业防控|体系建设)."""
    tokens, punctuation, first, last = place.marked.tokens, place.marked.punctuation, place.span.first, place.span.last
    if place.enclosed:
        return False
    if first == last and _opens_a_compound(place):
        return True
    if last > first and last + 1 < len(tokens) and tokens[last].tag in VERBS and tokens[last + 1].tag in VERBS:
        two_verbs = last == first + 1 and tokens[first].tag in VERBS  # 辐射带动
        ends = last + 2 == len(tokens) or punctuation[last + 2]
        return ends and not two_verbs and tokens[last + 1].text not in ("发展", "要求")
    if not first or punctuation[first - 1] or (last + 1 < len(tokens) and not punctuation[last + 1]):
        return False
    belongs = tokens[first - 1].tag in NOMINAL and len(tokens[first - 1].text) > 1
    return belongs and all(token.text in GENERAL for token in tokens[first : last + 1])


def takes_the_verb_of_a_preposition(place: Place) -> bool:
    """A noun that a preposition governs with the verb behind both: 向困难的|地区倾斜, 到|城市参加投标."""
    tokens, first, last = place.marked.tokens, place.span.first, place.span.last
    if place.enclosed or first == last:
        return False
    if first and _is_governed_with_a_verb(place):
        return True
    if tokens[last].tag != "v" or tokens[first].tag[:1] != "n":
        return False
    for at in range(first - 1, -1, -1):
        token = tokens[at]
        if place.marked.clause[at] != place.marked.clause[first] or token.tag == "v":
            return False
        if token.tag == "p":
            return True
    return False


def _is_governed_with_a_verb(place: Place) -> bool:
    """Whether the blank is what a preposition right before it governs, and the verb of both: 以|质量促进增收."""
    tokens, first, last = place.marked.tokens, place.span.first, place.span.last
    before, tags = tokens[first - 1], [token.tag for token in tokens[first : last + 1]]
    if tags[0][:1] not in "nt":
        return False
    if before.text in TO and not {"v", "i", "l"}.isdisjoint(tags):
        return True
    if before.tag != "p" and before.text not in WITH | TO:
        return False
    if tags[0] == "ns" and tags[1] in ("v", "vn", "d", "ad", "vd"):  # 在|西藏全面落地
        return True
    if last + 1 < len(tokens) and tokens[last + 1].tag == "v":  # 以|科技创新|引领产业升级
        return False
    modified = not ADVERBS.isdisjoint(tags[1:-1])
    return tags[-1] in ("v", "l", "i") or modified or ("v" in tags[1:-1] and tags[-1] == "n")


def _is_said_of_a_thing(place: Place, tags: list[str]) -> bool:
    """Whether 的 stands before a subject with its verb and more (几代人的|梦想变为现实) or with what is wrong with it
    (竞争的|能力不足)."""
    tokens, first = place.marked.tokens, place.span.first
    if not first or tokens[first - 1].text != "的":
        return False
    return tokens[place.span.last].text in SHORTCOMINGS or ("v" in tags[1:-1] and tags[-1] == "n")


def takes_the_head_of_a_verb(place: Place) -> bool:
    """The object of one of two verbs with the noun that both belong to: 提高应对|灾害能力, 防范和化解|风险能力."""
    tokens, first, last = place.marked.tokens, place.span.first, place.span.last
    if place.enclosed or first < 2 or first == last or tokens[last].text not in HEADS:
        return False
    if tokens[first - 1].tag != "v":
        return False
    clause = place.marked.clause
    earlier = (at for at in range(first - 1) if clause[at] == clause[first])
    return tokens[first - 2].text in JOINS or any(tokens[at].tag == "v" for at in earlier)


def is_a_clause(place: Place) -> bool:
    """A long stretch with a subject, a verb and an object, or with an adverb before what it says; a short one with a
    word of degree (水平明显提高), the direction that something takes (提高效益方向转变) or joined (持续扩张|和)."""
    if place.enclosed:
        return False
    if BY_DEGREES.search(place.answer):
        return True
    tokens, first, last = place.marked.tokens, place.span.first, place.span.last
    tags = [token.tag for token in tokens[first : last + 1]]
    if tags[0] == "v" and last > first + 1 and tokens[last].text == "转变":  # 向提供服务、|维护公平转变
        return True
    if last > first and tags[0][:1] in "nl" and (tokens[last].text in SAYS or _is_said_of_a_thing(place, tags)):
        return True
    if len(place.answer) < CLAUSE:
        beside = [token.text for token in (*tokens[max(first - 1, 0) : first], *tokens[last + 1 : last + 2])]
        return tags[0][:1] == "n" and not (JOINS.isdisjoint(beside) or ADVERBS.isdisjoint(tags[1:-1]))
    return (tags[0][:1] == "n" and "v" in tags[1:-1]) or "d" in tags[1:]

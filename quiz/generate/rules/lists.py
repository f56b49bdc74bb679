"""The parts of the rules that look at a whole blank in a list or beside its twin."""

import re

from quiz.generate.rules.place import Place

SUM = re.compile(r"..[两二三四五六七八九十]{1,2}(?:类|大|项|个|种)")
SHORT_MEMBER = 2  # characters; members of more may well differ in length (长三角、粤港澳大湾区)
CLAUSE = 8  # characters


def halves_a_pair(place: Place) -> bool:
    """A term without its twin: 天津责任|与担当, 文化自信|自强."""
    tokens, last = place.marked.tokens, place.span.last
    if place.enclosed or place.span.first == last or last + 1 == len(tokens):
        return False
    closes, after, *further = [token.text for token in tokens[last : last + 4]]
    if after in ("与", "和") and further and len(further[0]) == len(closes) == 2:
        return last + 3 == len(tokens) or place.marked.punctuation[last + 3]
    return len(after) == len(closes) == 2 and after[0] == closes[0]


def takes_the_head_of_a_list(place: Place) -> bool:
    """The last member with the head of them all: 和平、发展、合作、|共赢旗帜|."""
    marked, first = place.marked, place.span.first
    segment = marked.segment[first]
    member, count = marked.runs[segment]
    opens = marked.bounds[segment][0] == first or marked.tokens[first - 1].text in ("和", "与", "以及")
    if place.enclosed or member < 2 or member + 1 < count or not opens:
        return False
    earlier = [marked.text[slice(*marked.stretches[at])] for at in range(segment - member + 1, segment)]
    short = all(len(text) == SHORT_MEMBER for text in earlier)
    return short and len(place.answer) >= SHORT_MEMBER + 2


def takes_the_verb_of_a_list(place: Place) -> bool:
    """A verb with but the first of its objects (维护村民委员会|、农村集体), or one of two verbs with the object of both
    (保障和|改善民生|)."""
    tokens, punctuation, first, last = place.marked.tokens, place.marked.punctuation, place.span.first, place.span.last
    verb = any(token.tag == "v" for token in tokens[first : first + 2])  # 坚决维护国家主权
    if place.enclosed or first == last or not verb or tokens[last].tag[:1] != "n":
        return False
    if last + 1 < len(tokens) and not punctuation[last + 1]:
        return False
    member, count = place.marked.runs[place.marked.segment[first]]
    if member == 0 and count > 1 and tokens[last + 1].text == "、":
        return tokens[last + 2].tag[:1] == "n" if last + 2 < len(tokens) else False
    return first > 1 and tokens[first - 1].text in ("和", "与", "并") and tokens[first - 2].tag == "v"


def sums_up_a_list(place: Place) -> bool:
    """The last member of a list with what counts them all: 交易、对接、活动、|融资四类平台|."""
    return not place.enclosed and bool(SUM.search(place.answer))


def joins_its_parts(place: Place) -> bool:
    """A long stretch with 的 inside."""
    if place.enclosed or len(place.answer) <= CLAUSE:
        return False
    inside = place.marked.tokens[place.span.first + 1 : place.span.last]
    return any(token.tag[:1] == "u" for token in inside)

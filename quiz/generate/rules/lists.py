"""The parts of the rules that look at a whole blank in a list or beside its twin."""

import re
from functools import lru_cache

from quiz.generate.rules.place import Place
from quiz.generate.rules.wholes import idle_words
from quiz.generate.rules.words import JOINS, hollow_words

SUM = re.compile(r"..[两二三四五六七八九十]{1,2}(?:类|大|项|个|种)")
NUMERAL = re.compile("[一二三四五六七八九十]")
SHORT_MEMBER = 2  # characters; members of more may well differ in length (长三角、粤港澳大湾区)
HAN = "[\u4e00-\u9fff]"
ALIKE = re.compile(f"(?=({HAN}){HAN}\\1{HAN})")  # words side by side that open alike (交往交流); 有进有退
TOGETHER = ("有机统一", "有机结合", "相统一", "相结合", "同步发展", "协调发展")
PLACES = ("ns", "j")
CLAUSE = 8  # characters


def halves_a_pair(place: Place) -> bool:
    """A term without its twin: 天津责任|与担当, 文化自信|自强, 成长|成才通道; or half of one word of it: 有|进有退."""
    if _parts_words_alike(place):
        return True
    tokens, last = place.marked.tokens, place.span.last
    if place.enclosed or place.span.first == last or last + 1 == len(tokens):
        return False
    closes, after, *further = [token.text for token in tokens[last : last + 4]]
    if after in ("与", "和") and further and len(further[0]) == len(closes) == 2:
        return last + 3 == len(tokens) or place.marked.punctuation[last + 3]
    same = after[0] == closes[0] or (after[1:] == closes[1:] and tokens[last].tag == tokens[last + 1].tag)
    return len(after) == len(closes) == 2 and same


def _parts_words_alike(place: Place) -> bool:
    """Whether an edge of the blank lies within words side by side that are alike; one of them may be asked alone."""
    start, end, begins = place.span.start, place.span.end, place.marked.begins
    for opening in _alike(place.marked.text):
        inside = [edge for edge in (start, end) if opening < edge < opening + 4]
        one = end - start == 2 and all(edge == opening + 2 for edge in inside)
        if inside and not place.enclosed and not one and opening in begins and opening + 4 in begins:
            return True
    return False


@lru_cache(maxsize=8)
def _alike(text: str) -> tuple[int, ...]:
    """Where four characters look like two words that open alike, also by accident (人民|人身权)."""
    return tuple(found.start() for found in ALIKE.finditer(text))


def _joined(place: Place) -> bool:
    first = place.span.first
    return first > 0 and place.marked.tokens[first - 1].text in JOINS


def takes_the_head_of_a_list(place: Place) -> bool:
    """The last member with the head of them all: 和平、发展、合作、|共赢旗帜|, 政务诚信、|社会诚信建设|."""
    marked, first = place.marked, place.span.first
    segment = marked.segment[first]
    member, count = marked.runs[segment]
    opens = marked.bounds[segment][0] == first or _joined(place)
    if place.enclosed or not opens:
        return False
    if _outweighs(place) or _takes_the_head_of_two(place):
        return True
    if member < 1 or member + 1 < count:
        return False
    earlier = [marked.text[slice(*marked.stretches[at])] for at in range(segment - member + (member > 1), segment)]
    if place.answer.endswith(TOGETHER):
        return True
    if len(place.answer) >= 2 * SHORT_MEMBER and {len(text) for text in earlier[1:] or earlier} == {SHORT_MEMBER}:
        return True
    if place.answer[-1:] != earlier[-1][-1:] and _goes_on(place, earlier):
        return True
    short = all(len(text) == SHORT_MEMBER for text in earlier)
    return short and len(place.answer) >= SHORT_MEMBER + 2


def _outweighs(place: Place) -> bool:
    """Whether more than a place is asked beside one: 长江、|黄河生态环境问题整改|."""
    tokens, first = place.marked.tokens, place.span.first
    if first < 2 or tokens[first].tag not in PLACES or not (_joined(place) or tokens[first - 1].text == "、"):
        return False
    return tokens[first - 2].tag in PLACES and place.span.last - first > 1


def _takes_the_head_of_two(place: Place) -> bool:
    """Whether the second of two objects takes the head of both, with more behind it: 完善失业、|工伤保险|统筹制度."""
    marked, first, last = place.marked, place.span.first, place.span.last
    tokens, segment = marked.tokens, marked.segment[place.span.first]
    opening, beyond = marked.bounds[segment - 1] if segment else (0, 0)
    if marked.runs[segment] != (1, 2) or beyond - opening < 2 or last != first + 1 or last + 1 == len(tokens):
        return False
    governed = tokens[beyond - 2].tag == "v" and len(tokens[beyond - 1].text) == SHORT_MEMBER
    goes_on = not marked.punctuation[last + 1] and tokens[last + 1].text not in (*JOINS, "等", "的")
    return governed and len(place.answer) == 2 * SHORT_MEMBER and goes_on


def _goes_on(place: Place, earlier: list[str]) -> bool:
    """Whether a last member goes on behind what all members close with (渔业|生产能力 behind 畜牧业)."""
    same = {text[-2:] for text in earlier}
    tail = same.pop()
    if not same and len(tail) == 2 and tail in place.answer[1:-1]:
        return True
    words = place.marked.tokens[place.span.first : place.span.last]
    last = {text[-1:] for text in earlier}
    return last in [{word.text[-1]} for word in words] or (last == {"化"} and "化" in place.answer[1:-1])


def leaves_the_verb_of_a_member(place: Place) -> bool:
    """A member of a list without its verb alone: 财政优先保障、金融重点|倾斜、社会积极参与."""
    marked, first, last = place.marked, place.span.first, place.span.last
    segment = marked.segment[first]
    opening, beyond = marked.bounds[segment]
    if place.enclosed or first == last or opening != first or beyond != last + 2 or marked.runs[segment][1] < 2:
        return False
    return marked.tokens[last].tag[:1] == "n" and marked.tokens[last + 1].tag == "v"


def takes_the_verb_of_a_list(place: Place) -> bool:
    """A verb with but the first of its objects (维护村民委员会|、农村集体), one of two verbs with the object of both
    (保障和|改善民生|), or one of two subjects with the verb of both (政府和|企业共同努力|)."""
    tokens, punctuation, first, last = place.marked.tokens, place.marked.punctuation, place.span.first, place.span.last
    verb = tokens[first].text[:2] in hollow_words() or any(token.tag == "v" for token in tokens[first : first + 2])
    if place.enclosed or first == last:
        return False
    if _is_second_of_two_verbs(place) or _is_one_of_two_subjects(place):
        return True
    if last + 1 < len(tokens) and not punctuation[last + 1]:
        return False
    if not verb or tokens[last].tag[:1] != "n":
        return False
    member, count = place.marked.runs[place.marked.segment[first]]
    if member == 0 and count > 1 and tokens[last + 1].text == "、":
        return last + 2 < len(tokens) and (tokens[last + 2].tag[:1] not in "vdpa" or _is_noun(place, last + 2))
    return first > 1 and tokens[first - 1].text in ("和", "与", "并") and tokens[first - 2].tag == "v"


def _is_second_of_two_verbs(place: Place) -> bool:
    tokens, first, last = place.marked.tokens, place.span.first, place.span.last
    if first < 2 or tokens[first - 1].text not in ("和", "与", "并") or tokens[last].tag[:1] != "n":
        return False
    return tokens[first].tag in ("v", "vn") and tokens[first - 2].tag in ("v", "vn")


def _is_one_of_two_subjects(place: Place) -> bool:
    tokens, first, last = place.marked.tokens, place.span.first, place.span.last
    if first < 2 or not _joined(place) or {tokens[at].tag[:1] for at in (first - 2, first)} != {"n"}:
        return False
    if last + 1 < len(tokens) and not place.marked.punctuation[last + 1] and tokens[last + 1].text != "的":
        return False
    says = tokens[last].tag in ("v", "l") and len(tokens[last].text) > 1
    return says and (last == first + 1 or tokens[last - 1].tag[:1] == "d" or tokens[last - 1].text == "依法")


def _is_noun(place: Place, at: int) -> bool:
    """Whether a word tagged as an adjective or a verb is a thing on a list: 主权、|安全|, 财税、|投资|、价格."""
    tokens = place.marked.tokens
    alone = at + 1 < len(tokens) and (tokens[at + 1].text == "、" or tokens[at + 1].text in JOINS)
    return tokens[at].tag == "an" or (tokens[at].tag == "vn" and alone)


def is_told_by_its_neighbours(place: Place) -> bool:
    """A member that differs from the next one by its numeral alone: |第一产业|、第二产业."""
    marked, answer = place.marked, place.answer
    if place.enclosed or not NUMERAL.search(answer):
        return False
    segment, form = marked.segment[place.span.first], NUMERAL.sub("#", answer)
    member, count = marked.runs[segment]
    beside = [segment + step for step in (-1, 1) if 0 <= member + step < count]
    others = [NUMERAL.sub("#", marked.text[slice(*marked.stretches[at])]) for at in beside]
    return any(other.startswith(form) or other.endswith(form) or form.startswith(other) for other in others)


def sums_up_a_list(place: Place) -> bool:
    """The last member of a list with what counts them all: 交易、对接、活动、|融资四类平台|."""
    return not place.enclosed and bool(SUM.search(place.answer))


def joins_its_parts(place: Place) -> bool:
    """A long stretch with 的 inside, a short one shared by the words before (百姓富、|生态美的统一), or 人民的要求."""
    if place.enclosed:
        return False
    if _says_nothing(place):
        return True
    if _joined(place) or place.marked.tokens[place.span.first - 1].text == "、":
        return "的" in place.answer[1:-1]
    inside = place.marked.tokens[place.span.first + 1 : place.span.last]
    return len(place.answer) > CLAUSE and any(token.tag[:1] == "u" for token in inside)


def _says_nothing(place: Place) -> bool:
    """A word of any report with what it is of: 生产的发展, 新的亏损; not 中国共产党的领导."""
    tokens = [token.text for token in place.marked.tokens[place.span.first : place.span.last + 1]]
    if "的" not in tokens[1:-1]:
        return tokens[0] == "新的"
    return len(tokens[0]) > 1 and "党" not in place.answer and tokens[-2] == "的" and tokens[-1] in idle_words()

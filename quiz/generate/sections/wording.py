"""The words of a task: what its points are called and how they are counted."""

import re

from quiz.language.words import tag

# What points may be, with the measure word of each; a heading or an announcement that ends on one names its points.
MEASURES = {
    "原则": "条", "目标": "项", "任务": "项", "工作": "项", "要求": "项", "措施": "项", "举措": "项", "经验": "条",
    "问题": "个", "困难": "个", "挑战": "个", "机遇": "个", "优势": "个", "条件": "个", "特征": "个", "特点": "个",
    "成就": "项", "成绩": "项", "亮点": "个", "突破": "个", "变化": "个", "意义": "点", "体会": "点", "教训": "条",
    "大事": "件", "实事": "件", "转变": "个", "关系": "对", "制度": "项", "战略": "项", "原因": "个", "建议": "条",
    "要点": "个",
}  # fmt: skip
VERBS = {
    "问题": "指出", "困难": "指出", "挑战": "指出", "机遇": "指出", "原因": "指出", "优势": "指出", "条件": "指出",
    "特征": "指出", "特点": "指出", "意义": "指出", "工作": "部署", "任务": "部署", "举措": "部署", "措施": "部署",
    "成就": "列举", "成绩": "列举", "亮点": "列举", "突破": "列举", "变化": "列举", "经验": "总结", "体会": "总结",
    "教训": "总结", "要点": "讲", "大事": "讲", "实事": "部署", "关系": "讲", "转变": "讲",
}  # fmt: skip
NAMED = re.compile(rf"({'|'.join(MEASURES)})[”’]?(?:，?主要)?(?:是|为|有|包括|如下)*$")
# Adverbs that open a demand; the segmenter takes some of them for nouns.
ADVERBS = re.compile(
    "全面|大力|着力|聚力|加力|深入|积极|坚定|坚决|切实|持续|扎实|精准|统筹|努力|充分|稳步|稳妥|有序|高水平|高标准|高质量(?!发展)|多措|"
    "多渠道|全力|全方位|因地制宜|更[好大高加]|进一步|不断|奋力|严格|加快|依法|科学|合理|牢牢|把|让|以|立足|对标|锚定|突出|聚焦"
)
DIGITS = "零一二三四五六七八九"


def demands(text: str) -> bool:
    """Whether a heading says what to do (扎实推进依法行政), not what has become so or what it is about."""
    return bool(ADVERBS.match(text)) or tag(text)[0].tag in ("v", "vn", "vd")


def noun_of(text: str) -> str:
    """What an announcement calls its points (以下三项工作), empty when it does not."""
    match = NAMED.search(text)
    return match[1] if match else ""


def label_of(heading: str) -> str:
    """What a heading calls its points when it is a mere label (基本原则), empty when it says something itself."""
    return "" if demands(heading.split("，")[-1]) else noun_of(heading)


def spoken(count: int) -> str:
    """`count` (1 to 99) as a Chinese numeral before a measure word."""
    tens, ones = divmod(count, 10)
    if count == 2:
        return "两"
    return (DIGITS[tens] if tens > 1 else "") + ("十" if tens else "") + (DIGITS[ones] if ones or not tens else "")


def nested(text: str) -> str:
    """`text` with its quotation marks made inner ones, to stand inside “”."""
    return text.replace("“", "‘").replace("”", "’")

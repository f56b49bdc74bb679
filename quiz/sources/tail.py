"""The end of a page: what stands below the text there is the site's, even lines that look like prose."""

import re
from dataclasses import replace

from quiz.sources.draft import Account, Line
from quiz.sources.headings import heading_of

# Whole lines of the bar under an article.
BAR = re.compile(
    r"[【\[]?(?:扫一扫.{0,20}|相关(?:附件|链接|报道|新闻|文件|文章|稿件)[>》：]*|附件下载：?|分享到?：?.{0,12}"
    r"|打印(?:本页)?|关闭(?:窗口|本页)?|收藏|下载|全屏|我要纠错|字号：?.{0,6}|字体：?.{0,6}|点赞|评论|举报|返回"
    r"|[上下]一[篇页条]|Public domain|true|false|[0-9a-f]{16,}：?)[】\]]?",
    re.IGNORECASE,
)
LONGEST = 60  # written lines of a page's end
SENTENCE = re.compile("[。！？；]”?$")
MIN_SENTENCE = 6
MOST_SENTENCES = 2  # that the end may hold: a notice, the first words of the report once more


def without_tail(lines: list[Line], before: list[Line], account: Account) -> list[Line]:
    """The lines without the end of the page; `before` holds the same lines before the site's own were taken out."""
    start = _start(lines, before)
    kept = list(lines)
    for at in range(start, len(lines)):
        if lines[at].text and account.drop("site line", lines[at].text, lines[at].number):
            kept[at] = replace(lines[at], text="")
    return kept


def _start(lines: list[Line], before: list[Line]) -> int:
    """The first of the site's lines behind which the site's are at least twice as many as sentences; no heading of the
    report is below it, and more sentences than these are above it."""
    written = [at for at, line in enumerate(before) if line.text][-LONGEST:]
    total = sum(_is_sentence(lines[at]) for at in written)
    start, sites, sentences = len(lines), 0, 0
    for at in reversed(written):
        if not lines[at].text or BAR.fullmatch(lines[at].text):
            sites += 1
            if sites >= max(2 * sentences, 2) and sentences < total - sentences:
                start = at
        elif heading_of(lines[at].text, lines[at].level) or sentences > MOST_SENTENCES:
            break
        else:
            sentences += _is_sentence(lines[at])
    return start


def _is_sentence(line: Line) -> bool:
    return len(line.text) >= MIN_SENTENCE and bool(SENTENCE.search(line.text))

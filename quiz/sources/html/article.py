"""Which paragraphs of a web page are its article: those of the box that holds the prose, less what is chrome in it.

Prose is Chinese text with punctuation that is no link. What an element is called may tip the balance and decides
nothing, for many pages call their article nothing at all.
"""

import re
from bisect import bisect
from collections import defaultdict
from collections.abc import Iterator
from itertools import accumulate, takewhile

from quiz.sources.html.hidden import show
from quiz.sources.html.page import Block, Box, Page, sums_of
from quiz.sources.html.subheads import subheads

HAN = re.compile("[\u3400-\u9fff]")
MARKS = re.compile("[，。；！？]")
LEAST_PROSE = 8  # Chinese characters with a mark
MOST_LINKS = 0.5  # of a paragraph's characters
CHROME_SHARE = 0.3  # of the prose of the page at most, for a box to be taken for chrome by its name or first line
OUTSIDE = 0.25  # of the prose of a box, for what stands beside the article in it
OUTSIDE_NAMED = 0.6  # beside a box that is called an article
HOLDERS = frozenset({"html", "body", "div", "section", "article", "main", "center", "form"})
CELLS = frozenset({"table", "tbody", "tr", "td"})
NAMED = re.compile(r"article|content|maintext|detail|news_?body|zoom|editor|richtext|rich_media", re.IGNORECASE)
CHROME_TAGS = frozenset({"nav", "aside", "footer", "menu", "dialog"})
CHROME_NAMES = re.compile(
    r"(?:^|[\s_-])(?:nav|menu|bread|crumb|side|foot|copyright|comment|reply|relat(?!ive)|recomm|rank|share|bdshare"
    r"|toolbar|pager|paginat|paging|login|search|popup|modal|banner|(?:hot|ads?|advert|tags?|toc|qr\w*)(?:$|[\s_-]))",
    re.IGNORECASE,
)
# What a page writes over a part of its own, on a line by itself, and what its buttons and last lines say.
LABEL = re.compile(
    r"[\W_]*(?:(?:相关|热门|热点|最新|精彩|更多|推荐|延伸|猜[你您]|大家都在|为[你您]|新闻|编辑|今日|本周|网友|精选|全部|最热|发表|站内|友情)+"
    r"(?:阅读|报道|新闻|文章|推荐|链接|资讯|文档|资料|范文|专题|评论|留言|跟帖|排行榜?|喜欢|在看|搜索|标签)|评论|留言|跟帖|排行榜|我来说两句|分享到)"
    r"(?:[(（]?\d*[)）]?条?)[\W_]*"
)
CONTROLS = re.compile(
    r"(?=.*[\u4e00-\u9fff])(?:[\W_\d]|字体|字号|大\W{0,3}中\W{0,3}小|打印|本页|关闭|窗口|收藏|点赞|举报|分享到?|微信|微博|新浪|腾讯|空间|朋友圈|扫一扫|复制|链接"
    r"|下载|返回|顶部|首页|展开|收起|赞|在看|转发|评论|登录|注册|搜索|上一篇|下一篇|上一页|下一页)+"
)
CREDIT = re.compile(r"(?:[/／]\s*|[ \u3000（(][\u4e00-\u9fff]{2,4}\s*)摄(?:影)?[）)]?$|供图[）)]?$")  # under a picture
BAR = re.compile(
    r"(?:时间|日期)\s*[：:]\s*\d{4}.*(?:字号|字体|打印|关闭|点击|浏览|阅读|分享)"
)  # over the text of old pages
DATED = re.compile(r"(?:发布|发表|更新)(?:时间|日期)\s*[：:]\s*\d{4}")
IMPRINT = re.compile(
    r"版权所有|备案号|ICP备|公网安备|Copyright|©|主办单位|网站标识码|技术支持|不良信息举报", re.IGNORECASE
)
BEFORE_TITLE = 0.1  # of the prose at most
SHORT = 60  # characters of a button, a label


class Article:
    """The article of a page: it begins at the place `start`, perhaps with lines of its head, and its prose at `first`;
    at `late` a tenth of the prose has passed, so that no title comes any more."""

    def __init__(self, page: Page) -> None:
        self._page = page
        self._prose = [_prose(block) for block in page.blocks]
        show(page, self._prose)
        self._prose = [prose * (not block.hidden) for prose, block in zip(self._prose, page.blocks, strict=True)]
        self._chrome = self._find_chrome()
        self._sums = sums_of(0 if chrome else prose for prose, chrome in zip(self._prose, self._chrome, strict=True))
        main = self._find_main()
        self._end = main.last
        self.start = main.first - sum(1 for _line in takewhile(self._is_head, range(main.first - 1, -1, -1)))
        self.first = min(self.prose_from(main.first), len(page.blocks) - 1)
        tenth = self._sums[main.first] + self._weight(main) * BEFORE_TITLE
        self.late = max(self.first, min(bisect(self._sums, tenth) - 1, self._end - 1))

    def places(self, behind: int) -> list[int]:
        """The places of the article's paragraphs; `behind` is the place behind its title, 0 when no line is that."""
        start = behind or self.start
        blocks = self._page.blocks
        return [at for at in range(start, self._end) if not (self._chrome[at] or _is_chrome(blocks[at]))]

    def subheads(self, places: list[int], titled: bool) -> set[int]:
        """Which of the article's `places` are subheads in bold type; `titled`: a title stands before them."""
        return subheads([(at, self._page.blocks[at], self._prose[at] > 0) for at in places], titled)

    def prose_from(self, place: int) -> int:
        """The place of the first paragraph of prose at or behind `place`, `place` itself when there is none."""
        return next((at for at in range(place, self._end) if self._sums[at + 1] > self._sums[at]), place)

    def _is_head(self, at: int) -> bool:
        """Whether a line before the box of the article may be its title or date, which often stand in other boxes."""
        block = self._page.blocks[at]
        if _is_buttons(block) or DATED.search(block.text[:SHORT]):
            return True
        return len(block.text) <= SHORT and not (
            block.links or self._chrome[at] or self._prose[at] or _is_chrome(block)
        )

    def _find_chrome(self) -> list[bool]:
        """Which paragraphs stand in a box whose name, or under a line whose words, are those of a page's own parts."""
        edges = [0] * (len(self._page.blocks) + 1)
        for first, last in self._chrome_ranges():
            edges[first] += 1
            edges[last] -= 1
        return [depth > 0 for depth in accumulate(edges)][:-1]

    def _chrome_ranges(self) -> Iterator[tuple[int, int]]:
        page, sums = self._page, sums_of(self._prose)
        limit = CHROME_SHARE * sums[-1]
        for box in page.boxes:
            named = box.tag in CHROME_TAGS or CHROME_NAMES.search(box.names)
            if named and sums[box.last] - sums[box.first] <= limit:
                yield box.first, box.last
        for at, block in enumerate(page.blocks):
            if len(block.text) < SHORT and LABEL.fullmatch(block.text):
                box = page.boxes[block.box]
                while box.last <= at + 1 and box.parent >= 0:
                    box = page.boxes[box.parent]
                if sums[box.last] - sums[at] <= limit:
                    yield at, box.last

    def _find_main(self) -> Box:
        """The innermost box that holds nearly all the prose, and is not one of a row of like boxes."""
        boxes = self._page.boxes
        inner: dict[int, list[int]] = defaultdict(list)
        for at, box in enumerate(boxes):
            if box.tag in HOLDERS | CELLS and self._weight(box):
                inner[box.parent].append(at)
        at = 0
        while inner[at]:
            best = max(inner[at], key=lambda place: self._weight(boxes[place]))
            if not self._is_main(boxes[at], boxes[best], [boxes[place] for place in inner[at] if place != best]):
                break
            at = best
        return boxes[at]

    def _is_main(self, around: Box, best: Box, others: list[Box]) -> bool:
        """Whether `best` alone is the article of the box `around` it, with nothing of it in `others` or between."""
        weight, beside = self._weight(best), sum(map(self._weight, others))
        if weight + beside < self._weight(around) or any(_kin(best) == _kin(other) for other in others):
            return False
        named = best.tag in ("article", "main") or NAMED.search(best.names)
        return beside <= (OUTSIDE_NAMED if named else OUTSIDE) * weight

    def _weight(self, box: Box) -> int:
        return self._sums[box.last] - self._sums[box.first]


def _kin(box: Box) -> tuple[str, str]:
    return box.tag, re.sub(r"\d", "", box.names)


def _prose(block: Block) -> int:
    """How many Chinese characters of prose a paragraph holds."""
    if _is_linked(block) or not MARKS.search(block.text) or IMPRINT.search(block.text):
        return 0
    han = len(HAN.findall(block.text))
    return han if han >= LEAST_PROSE else 0


def _is_linked(block: Block) -> bool:
    return block.links > MOST_LINKS * len(block.text)


def _is_chrome(block: Block) -> bool:
    if block.hidden or (_is_linked(block) and not block.level):
        return True
    short = len(block.text) < SHORT
    return _is_buttons(block) or (short and bool(CREDIT.search(block.text) or BAR.search(block.text)))


def _is_buttons(block: Block) -> bool:
    return len(block.text) < SHORT and bool(CONTROLS.fullmatch(block.text))

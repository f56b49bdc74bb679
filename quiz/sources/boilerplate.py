"""What a web page puts around a report: an editor's lead-in, the site's own lines, a notice that the rest is hidden.

Each pattern asks for wording that speaks of the page, not of the matter, so that a report on downloads or web sites
loses nothing.
"""

import re

LEAD_IN = re.compile(
    r"小编(?:为|给|今天|精心|整理|带来|分享|收集|推荐)|(?:为|给|替)(?:你|您)\w{0,6}(?:整理|收集|准备|带来|分享|推荐)|(?:为|给)(?:大家|广大)\w{0,6}(?:整理|收集|推荐)"
    r"|(?:以下|下面)是?\w{0,4}(?:给|为)大家|(?:整理|收集|搜集|分享|推荐)了?(?:多篇|几篇|一篇|这篇|以下|相关的?)|(?:希望|但愿|愿)(?:能?对|能?给|可以)[你您大]\w{0,12}帮助"
    r"|(?:你|您)(?:还|也)?(?:可以|能)在?\w{0,10}(?:找到|查看|阅读|浏览|下载)更多|欢迎(?:阅读|大家|您|你|下载|参考)|仅供(?:大家)?参考"
)
CUT_OFF = re.compile(
    r"(?:隐藏|省略)了?\d+字|此处(?:已)?(?:隐藏|省略)|(?:全部|全文|完整|剩余)\w{0,6}(?:请|需|可)?下载|下载(?:后|全文|文档|本文)\w{0,4}(?:查看|阅读|浏览|使用)"
    r"|喜欢就下载|(?:点击|登录|付费|开通|购买)\w{0,8}(?:查看|阅读|展开|解锁)\w{0,4}(?:全文|全部|余下|剩余|更多)|(?:未完待续|展开全文|阅读全文|查看全文)"
)
SITE_LINE = re.compile(
    r"版权(?:所有|归)|转载(?:请|须|需)?(?:注明|标明)|未经\w{0,8}(?:授权|许可|允许)\w{0,6}(?:转载|复制)|责任编辑|责编[：:]|(?:上|下)一(?:篇|页)[：:]|^\s*(?:上|下)一(?:篇|页)"
    r"|返回(?:顶部|首页|列表)|(?:扫码|扫描|长按)\w{0,6}(?:关注|二维码)|关注\w{0,8}(?:公众号|微信)|点击(?:下载|进入|关注|这里)|(?:浏览|阅读|点击)(?:次数|量|数)[：:]?\s*\d"
    r"|(?:相关|热门|猜你|更多)(?:推荐|阅读|文章|范文|喜欢)[：:]?\s*$|https?://|www\.|\.(?:com|cn|net|org)\b|ICP备|本(?:站|网站|网页|页面)(?:所有|内容|提供|发布)|公有领域|版权(?:失效|期限|到期)|本作品(?:来自|在|是|不适用)|维基文库|維基|版權|社群共识|打印本页|关闭窗口"
    r"|^\s*(?:当前位置|首页)\s*[：:>›»]|^\s*(?:来源|作者|编辑|发布时间|时间|日期)[：:][^。]{0,40}$"
)
# Every pattern above holds one of these words.
TRIGGERS = (
    *("小编", "整理", "收集", "搜集", "分享", "推荐", "带来", "准备", "帮助", "更多", "欢迎", "参考"),
    *("隐藏", "省略", "下载", "查看", "阅读", "展开", "解锁", "未完待续", "浏览", "使用"),
    *(
        "版权",
        "转载",
        "未经",
        "责任编辑",
        "责编",
        "上一",
        "下一",
        "返回",
        "扫",
        "长按",
        "关注",
        "点击",
        "范文",
        "文章",
        "喜欢",
    ),
    *(
        "http",
        "www.",
        ".com",
        ".cn",
        ".net",
        ".org",
        "ICP备",
        "本站",
        "本网",
        "本页",
        "本作品",
        "维基",
        "維基",
        "版權",
        "社群共识",
        "公有领域",
        "版权",
        "打印",
        "关闭窗口",
        "当前位置",
        "首页",
    ),
    *("来源：", "作者：", "编辑：", "时间：", "日期：", "来源:", "作者:", "编辑:", "时间:", "日期:"),
)
NO_NAMES = frozenset({"", "网", "互联网", "官网", "全网", "本网", "外网", "内网"})
TITLE_IN_LEAD = re.compile(r"《([^《》]{6,80})》")
SITE_NAME = re.compile(r"([\u4e00-\u9fffA-Za-z0-9]{2,10}?(?:网|文库|范文|之家|吧))(?=小编|还可以|为[你您大])")
HIDDEN = re.compile(r"(?:隐藏|省略)了?(\d+)字")


def reason_to_drop(piece: str, sites: frozenset[str]) -> str | None:
    """Why a sentence is the page's and not the report's, as a name from `REASONS`; None when it is the report's."""
    if CUT_OFF.search(piece):
        return "cut-off notice"
    if LEAD_IN.search(piece):
        return "lead-in"
    if SITE_LINE.search(piece) or any(site in piece for site in sites):
        return "site line"
    return None


def site_names(lines: list[str]) -> frozenset[str]:
    """Names by which the page speaks of itself (某某网小编); every line that repeats one is the page's, too."""
    speaking = (line for line in lines if any(word in line for word in ("小编", "还可以", "为你", "为您", "为大家")))
    names = (match[1] for line in speaking for match in SITE_NAME.finditer(line))
    return frozenset(re.sub(r"^.*[在到由是与]", "", name) for name in names) - NO_NAMES


def suspicious(lines: list[str], sites: frozenset[str]) -> list[bool]:
    """Which lines hold a word that the patterns turn on: one pattern of mere words is much quicker than those."""
    words = re.compile("|".join(map(re.escape, (*TRIGGERS, *sorted(sites)))))
    return [words.search(line) is not None for line in lines]


def title_in(lead_in: str) -> str:
    """The title a lead-in names in 《》, empty when it names none."""
    match = TITLE_IN_LEAD.search(lead_in)
    return match[1] if match else ""

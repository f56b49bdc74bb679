"""The page's own lines go, each with its reason; a report that speaks of web sites and downloads loses nothing."""

from collections.abc import Callable

import pytest

from quiz.model import Report
from quiz.sources.boilerplate import reason_to_drop, title_in

NO_SITES: frozenset[str] = frozenset()
LEAD_INS = (
    "青禾网小编今天说说治水。",
    "下面是给大家准备的治水体会。",
    "整理了多篇治水体会。",
    "希望对您写材料有所帮助！",
    "您还可以在青禾网找到更多治水体会。",
    "欢迎阅读。",
    "以上内容仅供参考。",
)
CUT_OFFS = (
    "此处隐藏1200字……",
    "以下省略80字",
    "全文请下载。",
    "下载后阅读。",
    "喜欢就下载吧。",
    "登录后查看全文",
    "开通会员阅读剩余内容",
    "未完待续",
)
SITE_LINES = (
    "版权归青禾网，",
    "转载请注明出处。",
    "未经许可不得转载。",
    "责任编辑：老田",
    "上一篇：护河记",
    "下一页",
    "返回顶部",
    "长按识别二维码",
    "关注青禾微信",
    "点击进入",
    "阅读量：88",
    "猜你喜欢：",
    "见https://a.example/b",
    "青禾网qinghe.com",
    "京ICP备1号",
    "本站内容均为原创。",
    "打印本页",
    "当前位置：水利",
    "来源：青禾日报",
)
OWN = (
    "村民用手机下载农技课程，田间地头随时学。",
    "全县建成水情网站，互联网把三十座水库连成一屏。",
    "这款应用的下载量突破十万次。",
    "要关注群众最急的事，把隐藏的风险逐一排查。",
    "会议要求整理好水文档案，推荐一批治水能手。",
    "编辑部设在渠首，责任落实到人。",
    "这套办法可供下游各县参考。",
    "一点也不省略，一处也不隐瞒。",
    "点击量不是政绩，口碑才是。",
    "来源于群众，服务于群众。",
    "本网格化平台发布预警。",
)


@pytest.mark.parametrize(
    ("piece", "reason"),
    [
        *((piece, "lead-in") for piece in LEAD_INS),
        *((piece, "cut-off notice") for piece in CUT_OFFS),
        *((piece, "site line") for piece in SITE_LINES),
    ],
)
def test_a_line_of_the_page_is_dropped_with_its_reason(piece: str, reason: str) -> None:
    assert reason_to_drop(piece, NO_SITES) == reason


@pytest.mark.parametrize("piece", OWN)
def test_a_sentence_of_the_report_stays(piece: str) -> None:
    assert reason_to_drop(piece, NO_SITES) is None


@pytest.mark.parametrize("piece", ["这里隐藏着发展的潜力。", "中间省略了许多环节，效率翻了一番。"])
def test_prose_about_hiding_stays(piece: str) -> None:
    assert reason_to_drop(piece, NO_SITES) is None


@pytest.mark.parametrize("piece", ["老支书为大家分享了治水经验。", "社区为大家准备了防汛沙袋。"])
def test_prose_about_sharing_stays(piece: str) -> None:
    assert reason_to_drop(piece, NO_SITES) is None


def test_a_name_that_the_page_gives_itself_takes_its_other_lines_along(read: Callable[..., Report]) -> None:
    own = "河水清了，岸上的树也绿了。\n清水网箱养鱼也办起来了。"
    assert read(f"清水润城的方略\n这是由青禾范文网小编写的。\n{own}\n青禾范文网首发\n").text == own


def test_a_report_on_networks_is_no_sites_own(read: Callable[..., Report]) -> None:
    text = "互联网为基层减负，水网连着千家万户。\n村里的互联网通了，大家在水网边上开直播。"
    assert read(f"清水润城的方略\n{text}\n").text == text


def test_a_lead_in_may_name_the_title() -> None:
    assert title_in("这篇《以水兴城的实践》是小编写的") == "以水兴城的实践"
    assert title_in("这篇文章是小编写的") == ""

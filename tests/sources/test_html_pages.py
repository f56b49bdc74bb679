"""Pages in the manner of Chinese web sites: exactly the article's sentences come out, and nothing of the site."""

from collections.abc import Callable

import pytest

from quiz.model import IngestReport, Report
from quiz.sources.clean import clean
from quiz.sources.html import read_html
from quiz.sources.structure import structure

ONE = "清水河发源于青禾县北部山区，流经七个乡镇，全长八十六公里。"
TWO = "去年以来，全县关停沿河作坊二十三家，新建污水管网四十一公里。"
THREE = "河长每周巡河一次，巡河情况在村务公开栏里张贴，群众随时可以监督。"
FOUR = "县里设立护河专项资金，每年安排八百万元，用于清淤、植树和水质监测。"
FIVE = "到今年年底，主要断面水质要稳定在三类以上。"
SIX = "各乡镇要把护河责任落实到人，做到河面有人管、岸线有人看。"
ARTICLE = (ONE, TWO, THREE, FOUR, FIVE, SIX)
OTHERS = ("县医院新住院楼启用", "春耕备耕物资供应充足", "老街改造工程本月开工", "农家书屋添了三千册新书")
LINKS = "".join(
    f'<li><a href="/a/{at}.html">{text}</a><span>03-{at:02}</span></li>' for at, text in enumerate(OTHERS, 1)
)

# Boxes without a name that says anything, or with any tag but div.
DIV_SOUP = f"""<html><head><title>关于清水河治理的意见_青禾县人民政府</title></head><body><div class="x1">
<div class="x2"><div><a href="/">首页</a><a href="/zw">政务公开</a><a href="/hd">互动交流</a></div></div>
<div class="x3"><div class="x4"><div>当前位置：<a href="/">首页</a> &gt; <a href="/zw">政策文件</a></div></div>
<div class="x5"><div class="x6"><div><span>关于清水河治理的意见</span></div></div>
<div class="x7"><span>发布时间：2023-05-06</span> <span>来源：县水务局</span> <span>字号：【大 中 小】</span></div>
<div class="x8"><div>　　{ONE}{TWO}</div><div>　　一、压实河长责任</div>
<div>　　{THREE}</div><div>　　二、强化资金保障</div>
<div>　　{FOUR}</div><div>　　{FIVE}{SIX}</div></div>
<div class="x9"><div>【打印】【关闭】</div></div></div></div>
<div class="xa"><ul>{LINKS}</ul></div>
<div class="xb"><div>版权所有：青禾县人民政府办公室，未经许可，不得转载本站任何内容。</div>
<div>地址：青禾县中心大街1号</div></div>
</div></body></html>"""

# The 2000s: tables in tables, upper case, nothing closed, nothing quoted.
TABLES = f"""<HTML><HEAD><META http-equiv=Content-Type content="text/html; charset=gb2312">
<TITLE>青禾县政府网站</TITLE></HEAD>
<BODY bgColor=#ffffff><TABLE width=760 align=center><TR><TD colSpan=2><IMG src=top.gif></TD></TR>
<TR><TD colSpan=2><A href=a.htm>首页</A> | <A href=b.htm>要闻</A> | <A href=c.htm>公告</A></TD></TR>
<TR><TD width=160 vAlign=top><TABLE><TR><TD>站内搜索</TD></TR><TR><TD>今日天气：晴，气温十二到二十度</TD></TR>
<TR><TD><A href=1.htm>{OTHERS[0]}</A></TD></TR><TR><TD><A href=2.htm>{OTHERS[1]}</A></TD></TR></TABLE></TD>
<TD vAlign=top><TABLE width=600><TR><TD align=center><FONT size=5><B>清水河治理情况通报</B></FONT></TD></TR>
<TR><TD align=center>2004年8月9日</TD></TR>
<TR><TD><P>&nbsp;&nbsp;&nbsp;&nbsp;{ONE}<P>&nbsp;&nbsp;&nbsp;&nbsp;{TWO}{THREE}<P>&nbsp;&nbsp;&nbsp;&nbsp;{FOUR}
<P>&nbsp;&nbsp;&nbsp;&nbsp;{FIVE}{SIX}</TD></TR></TABLE></TD></TR>
<TR><TD colSpan=2 align=center>主办单位：青禾县政府办公室，技术支持：县信息中心<BR>ICP备05000000号</TD></TR></TABLE>"""

# A news portal: breadcrumb, share bar, sidebar with teasers in prose, comments, related reports, footer.
PORTAL = f"""<!DOCTYPE html><html lang="zh"><head><meta charset="utf-8">
<meta property="og:title" content="清水河又清了">
<meta name="pubdate" content="2023-05-07T08:00:00+08:00"><title>清水河又清了-青禾新闻网</title></head><body>
<header><nav><ul>{LINKS}</ul></nav></header>
<div class="crumbs">您的位置：<a href="/">新闻</a> &gt; <a href="/local">本地</a> &gt; 正文</div>
<div class="wrap"><div class="left"><article><h1>清水河又清了</h1>
<div class="meta">2023年05月07日 08:00 来源：青禾新闻网</div>
<div class="share">分享到：<a href="#">微信</a><a href="#">微博</a></div>
<p>{ONE}</p><p>{TWO}</p><figure><img src="a.jpg"><figcaption>图为清水河一景</figcaption></figure>
<h2>人人都是护河员</h2><p>{THREE}</p><p>{FOUR}</p><p>{FIVE}{SIX}</p><p>（责任编辑：老田）</p></article>
<div class="more"><h3>相关阅读</h3><ul>{LINKS}</ul></div>
<div class="box"><h3>网友评论（2）</h3><div><b>小河边的人</b><p>说得好，我家门口的河真的变清了，鱼也回来了。</p></div>
<div><b>过路的</b><p>希望一直坚持下去，不要一阵风。</p></div></div></div>
<div class="right"><h3>热门推荐</h3>
<div><a href="/b">{OTHERS[2]}</a>
<p>老街改造工程本月开工，工期八个月，沿街商户照常营业。</p></div></div></div>
<footer><p>青禾新闻网版权所有，未经书面授权，任何单位不得转载、摘编。</p></footer></body></html>"""

# A document-sharing site: lead-in, cut-off, price tags and a list of what else there is.
SHARING = f"""<html><head><meta charset="gbk"><title>清水河治理工作总结 - 青禾文库</title></head><body>
<div id="hd"><form><input type="text" value="搜一搜"><button>搜索文档</button></form>
<a href="/vip">开通会员，下载无忧，全站文档随便看</a></div>
<div id="doc"><h1>清水河治理工作总结</h1><p class="info">上传者：小田 | 格式：DOC | 页数：3页 | 下载券：5</p>
<div class="page"><p>小编为大家整理了清水河治理工作总结，希望对您有所帮助。</p><p>{ONE}</p><p>{TWO}{THREE}</p>
<span style="display:none">本文来自青禾文库，严禁抄袭，违者必究。</span></div>
<div class="page"><p>{FOUR}</p><p>{FIVE}<span style="font-size:0;display: none">文库水印</span>{SIX}</p>
<p>此处隐藏350字……</p></div>
<div class="tip">还剩1页未读，<a href="/dl">继续阅读</a></div></div>
<div id="like"><div>猜你喜欢</div><ul>{LINKS}</ul></div></body></html>"""

# Everything in one cell with line breaks.
ONE_CELL = f"""<html><body><table><tr><td>清水河治理讲话要点<br>（2005年3月）<br><br>　　{ONE}<br>　　{TWO}<br><br>
　　一、压实河长责任<br>　　{THREE}<br>　　{FOUR}<br>　　二、明确目标<br>　　{FIVE}{SIX}<br><br>
<a href="i.htm">返回首页</a></td></tr></table></body></html>"""

# An article of an official account: sections in sections, the text hidden until a script has run, a card to follow.
ACCOUNT = f"""<!DOCTYPE html><html><head><meta charset="utf-8"><meta property="og:title" content="清水河的这一年">
<title></title></head><body id="activity-detail" class="zh_CN"><div id="js_article" class="rich_media">
<div class="rich_media_inner">
<div id="page-content"><div id="img-content"><h1 class="rich_media_title" id="activity-name">清水河的这一年</h1>
<div id="meta_content"><span class="rich_media_meta">青禾水务</span> <em id="publish_time">2023-05-08 07:30</em></div>
<div class="rich_media_content" id="js_content" style="visibility: hidden; opacity: 0;">
<section style="margin: 0">
<section><section><p><span>点击上方蓝字关注青禾水务公众号</span></p></section></section></section>
<section><section><p><span>{ONE[:9]}</span><span>{ONE[9:]}</span></p><p><br></p><p>{TWO}</p></section></section>
<section><p><strong>一、压实河长责任</strong></p><section>{THREE}</section><section>{FOUR}</section></section>
<section><p><strong>二、明确目标</strong></p><p>{FIVE}</p><p>{SIX}</p></section><p>长按二维码关注我们</p></div></div>
<div id="js_tags">标签</div></div></div></div>
<div id="js_pc_qr_code"><p>微信扫一扫，关注该公众号，及时收到我们发布的消息</p></div>
<script>var msg = "{TWO}";</script></body></html>"""

# A speech of the 2000s: its title in a cell above one with the date and the buttons, its text in lines.
SPEECH = f"""<html><head><title>领导讲话-青禾县</title></head><body><table><tr><td><table>
<tr><td class=bt>在清水河治理动员会上的讲话</td></tr><tr><td>发布日期：2008-06-03　　点击：356次
【<a href="javascript:zoom(16)">大</a> <a href="javascript:zoom(14)">中</a> <a>小</a>】【<a>打印</a>】【<a>关闭</a>】</td></tr>
<tr><td id=zoom>{ONE}<br><br>&nbsp;&nbsp;&nbsp;&nbsp;{TWO}{THREE}<br><br>&nbsp;&nbsp;&nbsp;&nbsp;<b>一、压实河长责任</b><br><br>
&nbsp;&nbsp;&nbsp;&nbsp;{FOUR}<br><br>&nbsp;&nbsp;&nbsp;&nbsp;{FIVE}{SIX}<br><br><br>作者：县水务局　录入：管理员</td></tr>
<tr><td>上一篇：<a href=1.htm>{OTHERS[0]}</a><br>下一篇：没有了</td></tr></table></td></tr></table></body></html>"""

# A page filled in by a script and saved when it was ready: boxes without a word, a player, a picture with its credit.
PLATFORM = f"""<html><head><meta charset="utf-8"><title>清水河 治理实践</title></head><body><div id="root"><div>
<div><div>清水河 治理实践</div><div><span>2023-09-12</span><span>来源：青禾学习平台</span></div>
<div><span>播报文章</span><span>00:00 / 05:32</span></div></div>
<div><p>{ONE}</p><p>{TWO}</p><p><span>清水河畔的巡河员。老田/摄</span></p><p><strong>把责任压实</strong></p><p>{THREE}</p>
<p>{FOUR}</p><p><strong>河清岸绿30里</strong></p><p>{FIVE}</p><p>{SIX}</p></div><div>责任编辑：小田</div></div>
<div>打开客户端，阅读体验更佳</div><div><div>推荐阅读</div><div>{OTHERS[1]}</div></div></div></body></html>"""

HALVES = ("一 压实河长责任", "二 强化资金保障", "二 明确目标")


def outline_of(title: str, *parts: str) -> str:
    """The title, then each heading (# …) or sentence on a line."""
    return "\n".join([title, *(part if part.startswith("#") else f"[] {part}" for part in parts)]) + "\n"


PAGES = {
    "div soup": (
        DIV_SOUP.encode(),
        outline_of("关于清水河治理的意见", ONE, TWO, f"# {HALVES[0]}", THREE, f"# {HALVES[1]}", FOUR, FIVE, SIX),
        "2023-05-06",
    ),
    "tables": (TABLES.encode("gb2312"), outline_of("清水河治理情况通报", *ARTICLE), "2004年8月9日"),
    "portal": (
        PORTAL.encode(),
        outline_of("清水河又清了", ONE, TWO, "图为清水河一景", "#  人人都是护河员", THREE, FOUR, FIVE, SIX),
        "2023-05-07",
    ),
    "sharing": (SHARING.encode("gbk"), outline_of("清水河治理工作总结", *ARTICLE), ""),
    "one cell": (
        ONE_CELL.encode("gb18030"),
        outline_of("清水河治理讲话要点", ONE, TWO, f"# {HALVES[0]}", THREE, FOUR, f"# {HALVES[2]}", FIVE, SIX),
        "2005年3月",
    ),
    "account": (
        ACCOUNT.encode(),
        outline_of("清水河的这一年", ONE, TWO, f"# {HALVES[0]}", THREE, FOUR, f"# {HALVES[2]}", FIVE, SIX),
        "2023-05-08",
    ),
    "speech": (
        SPEECH.encode(),
        outline_of("在清水河治理动员会上的讲话", ONE, TWO, THREE, f"# {HALVES[0]}", FOUR, FIVE, SIX),
        "2008-06-03",
    ),
    "platform": (
        PLATFORM.encode(),
        outline_of("清水河治理实践", ONE, TWO, "#  把责任压实", THREE, FOUR, "#  河清岸绿30里", FIVE, SIX),
        "2023-09-12",
    ),
}


def read(data: bytes) -> tuple[Report, IngestReport]:
    draft = read_html(data, "页.html")
    cleaned, account = clean(draft)
    report = structure(cleaned, "页.html", account)
    return report, account.close("页.html", draft, len(report.text))


@pytest.mark.parametrize("name", PAGES)
def test_exactly_the_article_comes_out(name: str, outline: Callable[[Report], str]) -> None:
    data, expected, date = PAGES[name]
    report, account = read(data)
    assert outline(report) == expected
    assert report.date == date
    assert account.characters >= account.kept > 0


@pytest.mark.parametrize("name", PAGES)
def test_what_is_left_out_is_recorded(name: str) -> None:
    data, _expected, _date = PAGES[name]
    draft = read_html(data, "页.html")
    lines = [line.number for line in draft.lines]
    assert lines == sorted(set(lines))
    assert {removal.reason for removal in draft.removals} == {"navigation"}
    assert not {removal.text for removal in draft.removals} & {line.text for line in draft.lines}


def test_navigation_that_the_user_keeps_stands_where_it_stood() -> None:
    draft = read_html(PAGES["portal"][0], "页.html")
    cleaned, account = clean(draft, keep=["navigation"])
    texts = [line.text for line in cleaned.lines]
    assert "希望一直坚持下去，不要一阵风。" in texts
    assert texts.index(ONE) < texts.index(FIVE + SIX) < texts.index("希望一直坚持下去，不要一阵风。")
    assert "navigation" not in {removal.reason for removal in account.removals}

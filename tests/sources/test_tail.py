"""The bar under an article and what stands below it are the page's; the report's last words are not."""

from collections.abc import Callable

import pytest

from quiz.model import Report
from quiz.sources import read_data

Read = Callable[..., Report]
PROSE = "全县今年新修水渠三十公里，灌溉农田两万亩。"
BODY = f"清水润城方略\n{PROSE}\n二、植树\n{PROSE}\n"


@pytest.mark.parametrize(
    "tail",
    [
        "责任编辑：\n王水生\n扫一扫在手机打开当前页\n相关附件>>\n青禾县治水规划问答\n打印本页\n",
        "分享到：\n打印\n关闭窗口\n",
        "相关报道：\n青禾县通水\n上河村通路\n打印本页\n关闭\n",
        "责任编辑：王水生\n相关链接\nabcdef0123456789abcdef:\n县长说了治水的事。\n打印本页\n关闭窗口\n",
        "本作品在中国大陆属于\n公有领域\n。\n↑\n参见某法院的一篇文章。\nPublic domain\nfalse\n",
    ],
)
def test_the_end_of_a_page_goes(read: Read, tail: str) -> None:
    assert read(BODY + tail).text == f"{PROSE}\n二、植树\n{PROSE}"


def test_every_line_of_it_is_accounted_for() -> None:
    data = f"{BODY}责任编辑：\n王水生\n打印本页\n关闭窗口\n".encode()
    _report, account = read_data(data, "a.txt", ".txt")
    assert [removal.text for removal in account.removals] == ["责任编辑：", "王水生", "打印本页", "关闭窗口"]


def test_sentences_and_headings_behind_a_line_of_the_site_stay(read: Read) -> None:
    inside = f"{PROSE}\n责任编辑：王水生\n关闭窗口\n三、修路\n{PROSE}"
    assert read(f"清水润城方略\n{inside}\n").text == f"{PROSE}\n三、修路\n{PROSE}"
    assert read(f"{BODY}转载请注明出处。\n{PROSE}\n{PROSE}\n").text.endswith(f"{PROSE}\n{PROSE}\n{PROSE}")


def test_an_article_between_two_bars_is_not_taken_for_their_end(read: Read) -> None:
    bar = "打印\n全屏\n收藏\n下载\n"
    assert read(f"{bar}清水润城方略\n{PROSE}\n{bar}").text == PROSE

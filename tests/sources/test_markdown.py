"""Markdown study texts: front matter, headings, lists and emphasis read as plain words."""

from collections.abc import Callable

import pytest

from quiz.model import Report

Read = Callable[..., Report]
TEXT = """---
title: "清水润城：一县之策"
date: 2026-03-01
---

# 源头

河水要从**源头**治起，_不能_只看*表面*。

## 一、保护区

- 保护区共有[三处](https://a.example/b)。
* 看护员都住在河边。
> 河边的人家都来出力。

---

## 二、涵养林 ##

1. 种下成片的水源涵养林，逐棵登记造册。
"""


def test_headings_lists_and_emphasis(read: Read, outline: Callable[[Report], str]) -> None:
    assert outline(read(TEXT, "治水.md")) == (
        "清水润城：一县之策\n#  源头\n[] 河水要从源头治起，_不能_只看表面。\n## 一 保护区\n[] 保护区共有三处。\n"
        "[] 看护员都住在河边。\n[] 河边的人家都来出力。\n## 二 涵养林\n[] 种下成片的水源涵养林，逐棵登记造册。\n"
    )


def test_front_matter_gives_title_and_date(read: Read) -> None:
    report = read(TEXT, "治水.md")
    assert (report.title, report.date) == ("清水润城：一县之策", "2026-03-01")


def test_a_single_top_heading_is_the_title(read: Read) -> None:
    report = read("# 清水润城\n\n河水清了。\n\n## 源头\n\n岸也绿了。\n", "治水.md")
    assert report.title == "清水润城"
    assert [section.path for section in report.sections] == [(), ("源头",)]


def test_front_matter_never_closed_is_text(read: Read) -> None:
    assert "河水清了。" in read("---\n河水清了。\n岸也绿了。\n", "治水.md").text


@pytest.mark.parametrize("name", ["治水.md", "治水.MARKDOWN"])
def test_lines_of_the_page_go_from_markdown_too(name: str, read: Read) -> None:
    assert read("河水清了。\n\n责任编辑：老田\n", name).text == "河水清了。"

"""Headings nest, paragraphs are numbered, the title is found once."""

from collections.abc import Callable

from quiz.model import Report

Read = Callable[..., Report]
NESTED = """清水润城方略
开头的话写在这里。
一、抓源头
（一）划定保护区
保护区共有三处。
1.看护员
看护员都住在河边。
二、抓治理
治理要见到成效。
"""


def test_sections_nest_and_levels_count_from_the_styles_present(read: Read) -> None:
    sections = read(NESTED).sections
    assert [(section.level, section.number, section.path) for section in sections] == [
        (0, "", ()),
        (1, "一", ("抓源头",)),
        (2, "一", ("抓源头", "划定保护区")),
        (3, "1", ("抓源头", "划定保护区", "看护员")),
        (1, "二", ("抓治理",)),
    ]
    assert [len(section.sentences) for section in sections] == [1, 0, 1, 1, 1]


def test_who_is_spoken_to_again_has_heard_the_last_heading_to_its_end(read: Read) -> None:
    report = read(
        "一、今年的工作\n（一）治水\n河水清了，鱼也多了。\n（二）修路\n山路通了车。\n各位代表！\n全县人民很高兴。\n二、明年的工作\n继续治水。"
    )
    assert [(section.level, section.path, len(section.sentences)) for section in report.sections] == [
        (1, ("今年的工作",), 0),
        (2, ("今年的工作", "治水"), 1),
        (2, ("今年的工作", "修路"), 1),
        (1, ("今年的工作",), 2),
        (1, ("明年的工作",), 1),
    ]


def test_who_is_spoken_to_below_a_heading_of_the_first_rank_stays_there(read: Read) -> None:
    report = read("一、今年的工作\n河水清了，鱼也多了。\n同志们！\n全县人民很高兴。")
    assert [section.heading for section in report.sections] == ["今年的工作"]


def test_a_text_without_a_preface_opens_with_its_first_heading(read: Read) -> None:
    assert [section.heading for section in read("一、抓源头\n保护区共有三处。\n").sections] == ["抓源头"]


def test_a_run_in_heading_and_its_sentences_share_a_paragraph(read: Read) -> None:
    report = read("清水润城方略\n（一）加强领导。各级河长都要负起责任。群众也要出力。\n")
    section = report.sections[0]
    assert (section.heading, [sentence.text for sentence in section.sentences]) == (
        "加强领导",
        ["各级河长都要负起责任。", "群众也要出力。"],
    )


def test_the_number_of_a_numbered_paragraph_is_no_part_of_its_sentence(read: Read) -> None:
    report = read("清水润城方略\n1.要管好每一座水闸，按时开闭，逐日记录。\n2.要种好每一片林，按时浇水，逐棵登记。\n")
    assert [sentence.text[:4] for _section, sentence in report.sentences()] == ["要管好每", "要种好每"]
    assert [sentence.paragraph for _section, sentence in report.sentences()] == [0, 1]


def test_the_title_is_the_first_line_or_what_the_lead_in_names_or_the_file_name(read: Read) -> None:
    assert read("清水润城方略\n河水清了。\n").title == "清水润城方略"
    assert read("河水清了。\n", "河长手记.txt").title == "河长手记"
    assert read("小编为大家带来《清水润城的方略》。\n河水清了。\n").title == "清水润城的方略"
    assert read("一、抓源头\n河水清了。\n", "河长手记.txt").title == "河长手记"


def test_the_id_follows_the_words_and_not_the_file_name(read: Read) -> None:
    one, other = read(NESTED, "甲.txt"), read(NESTED, "乙.txt")
    assert one.id == other.id
    assert read(NESTED.replace("三处", "四处"), "甲.txt").id != one.id

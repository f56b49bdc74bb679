"""Several reports as one."""

from pathlib import Path

from quiz.sources import read_report
from quiz.sources.join import join


def test_each_report_is_a_section_and_every_offset_is_true(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("青禾治水报告\n渠修好了，水来了。\n一、修渠\n全县修渠三十公里。", encoding="utf-8")
    (tmp_path / "b.txt").write_text("青禾修路报告\n一、通车\n村村通了车。今年再修十条路。", encoding="utf-8")
    reports = [read_report(tmp_path / name)[0] for name in ("a.txt", "b.txt")]
    joined = join(reports, "县里的报告")
    assert [section.path for section in joined.sections] == [
        ("青禾治水报告",),
        ("青禾治水报告", "修渠"),
        ("青禾修路报告",),
        ("青禾修路报告", "通车"),
    ]
    assert len(list(joined.sentences())) == sum(len(list(report.sentences())) for report in reports)
    for _section, sentence in joined.sentences():
        assert joined.text[sentence.start : sentence.end] == sentence.text
    assert joined.source == "a.txt、b.txt"

"""Choice questions: fixed by their sentence, one right option, nothing that gives it away."""

from collections import Counter
from collections.abc import Iterator

import pytest

from quiz.generate.options.choice import choice, multiple
from quiz.generate.options.entry import entry_of
from quiz.generate.options.fixed import fixed_by_context, fixed_list
from quiz.generate.options.inventory import Inventory
from quiz.generate.source import Draft, Source
from quiz.model import Choice, KeyPhrase

PATROL = "青禾县把河湖巡查制度写进村规民约，让每一段河岸都有人看护。"
LISTED = "青禾县的河长们始终坚持长期共存、互相监督、肝胆相照、荣辱与共的相处之道。"
SYSTEMS = ("湿地保护制度", "水源养护制度", "岸线管理制度", "渔民轮休制度")


def source(text: str, lead: str = "") -> Source:
    return Source(text, 0, 1, lead, ())


def phrase(text: str, answer: str, *why: str) -> KeyPhrase:
    start = text.index(answer)
    return KeyPhrase(answer, start, start + len(answer), 0.5, why)


def draft(text: str, *answers: str, why: tuple[str, ...] = ()) -> Draft:
    return Draft(tuple(phrase(text, answer, *why) for answer in answers), 0.5)


def stocked(*terms: str, text: str = "") -> Inventory:
    inventory = Inventory(text)
    for term in terms:
        inventory.add(entry_of(term))
    return inventory


def patrol(seed: int = 0, inventory: Inventory | None = None, lead: str = "") -> Choice | None:
    stock = inventory or stocked(*SYSTEMS)
    return choice(source(PATROL, lead), draft(PATROL, "河湖巡查制度", why=("repeated",)), stock, seed)


def test_a_question_has_four_options_one_right_and_its_gap_where_the_answer_stood() -> None:
    question = patrol()
    assert question is not None
    assert question.kind == "choice"
    assert question.right == ("河湖巡查制度",)
    assert len(set(question.options)) == 4
    assert question.fill(["河湖巡查制度"]) == PATROL
    assert question.provenance.quote == PATROL


def test_without_three_good_options_there_is_no_question() -> None:
    assert patrol(inventory=stocked("湿地保护制度", "岸线管理制度")) is None


def test_an_option_that_the_lead_shows_is_not_used() -> None:
    question = patrol(lead="完善湿地保护制度")
    assert question is not None
    assert "湿地保护制度" not in question.options


def test_what_another_report_says_in_the_same_place_is_not_used() -> None:
    three = SYSTEMS[:3]
    assert patrol(inventory=stocked(*three)) is not None
    assert patrol(inventory=stocked(*three, text="青山县把岸线管理制度写进村规民约。")) is None


def test_the_same_seed_makes_the_same_question_and_another_moves_the_key() -> None:
    assert patrol(3) == patrol(3)
    made = [question for seed in range(30) if (question := patrol(seed)) is not None]
    assert {question.key for question in made} == {(0,), (1,), (2,), (3,)}
    assert len({question.id for question in made}) == 1


def figures(seed: int) -> Iterator[Choice]:
    for count in range(300):
        text = f"青禾县第{count}村今年的水质优良率比去年提高了{count % 60 + 20}%，村民都很满意。"
        question = choice(source(text), draft(text, f"{count % 60 + 20}%"), Inventory(""), seed)
        if question is not None:
            yield question


def test_the_key_stands_at_every_place_as_often() -> None:
    places = Counter(question.key[0] for seed in range(3) for question in figures(seed))
    expected = sum(places.values()) / 4
    assert sum(places.values()) > 750
    assert sum((places[place] - expected) ** 2 / expected for place in range(4)) < 11.3  # chi-square, 1 %


def test_figures_rise() -> None:
    for question in figures(1):
        values = [int(option.rstrip("%")) for option in question.options]
        assert values == sorted(set(values))


@pytest.mark.parametrize(
    ("text", "answer", "why", "reason"),
    [
        ("全县水质优良率提高到78%，居全市第一。", "78%", (), "figure"),
        ("《青禾水源条例》是全县推出的第一部护河法规，人人遵守。", "青禾水源条例", (), "name"),
        ("各村都在争当“清水润城”行动的护河模范。", "清水润城", (), "coinage"),
        (LISTED, "互相监督", (), "member"),
        ("社会主义核心价值观引导全县村民牢固树立文化自信。", "文化自信", (), "known term"),
        (PATROL, "河湖巡查制度", ("repeated",), "repeated"),
        (PATROL, "河湖巡查制度", ("heading",), "variable part"),
    ],
)
def test_a_key_that_its_sentence_fixes_is_asked(text: str, answer: str, why: tuple[str, ...], reason: str) -> None:
    assert fixed_by_context(source(text).marked, phrase(text, answer, *why)) == reason


@pytest.mark.parametrize(
    ("text", "answer", "why"),
    [
        ("我们要推动绿色发展，大家都来出力。", "绿色", ()),  # nearly every adjective
        ("进一步完善河湖巡查制度。", "河湖巡查制度", ("repeated",)),  # says nothing else
        ("粮食产量超过78万吨，居全市第一。", "78万吨", ()),  # less is right, too
        ("全县牢记四个意识，河长带头。", "四个意识", ()),
        ("县里开办《水源条例》、《护河手册》等读书班，村民踊跃参加。", "护河手册", ()),  # others may belong
        ("青禾县委书记李大江同志走遍了全县每一段河岸。", "李大江同志", ("repeated",)),
        ("各村发展民宿、茶园、书屋、渔业，带动村民增收。", "茶园", ()),  # a list of anything
        ("全县的湿地面积不断扩大，村民都很满意。", "湿地面积", ()),
    ],
)
def test_a_key_that_its_sentence_leaves_open_is_not(text: str, answer: str, why: tuple[str, ...]) -> None:
    assert fixed_by_context(source(text).marked, phrase(text, answer, *why)) is None


@pytest.mark.parametrize(("who", "asked"), [("巡查员", False), ("看护员", True)])
def test_a_key_that_alone_repeats_a_word_of_the_stem_is_not_asked(who: str, asked: bool) -> None:
    text = f"青禾县十个乡镇的民间{who}们靠着河湖巡查制度，看护好每一段河岸和每一片水面。"
    question = choice(source(text), draft(text, "河湖巡查制度", why=("repeated",)), stocked(*SYSTEMS), 0)
    assert (question is not None) is asked


@pytest.mark.parametrize("figure", ["2座", "98%"])
def test_a_figure_that_could_only_be_first_or_last_is_not_asked(figure: str) -> None:
    text = f"青禾县去年的水闸完好数提高到{figure}，村民都很满意。"
    assert not any(choice(source(text), draft(text, figure), Inventory(""), seed) for seed in range(20))


def test_a_draft_of_two_phrases_makes_no_single_choice() -> None:
    assert choice(source(LISTED), draft(LISTED, "长期共存", "互相监督"), Inventory(""), 0) is None


@pytest.mark.parametrize(("start", "asked"), [("15座", True), ("39座", False)])
def test_what_rose_from_a_figure_never_falls_below_it(start: str, asked: bool) -> None:
    text = f"青禾县的水闸由{start}增加到41座，村民都很满意。"
    assert all(
        (choice(source(text), draft(text, "41座"), Inventory(""), seed) is not None) is asked for seed in range(8)
    )


LAWS = "全县的法治教育坚持科学立法、严格执法、公正司法、全民守法一体推进，人人参与。"


@pytest.mark.parametrize("answers", [("严格执法",), ("科学立法", "严格执法")])
@pytest.mark.parametrize("seed", range(6))
def test_a_multiple_choice_asks_for_the_whole_list_and_never_all_options(answers: tuple[str, ...], seed: int) -> None:
    question = multiple(source(LAWS), draft(LAWS, *answers), Inventory(""), seed)
    assert question is not None
    assert question.kind == "multiple"
    assert question.blanks[0].answer == "科学立法、严格执法、公正司法、全民守法"
    assert set(question.right) == {"科学立法", "严格执法", "公正司法", "全民守法"}
    assert len(question.options) == 5
    assert not any(option in LAWS for option in set(question.options) - set(question.right))


def test_three_members_get_four_or_five_options() -> None:
    text = "全县党员干部不断增强道路自信、理论自信、制度自信，守护好一江清水。"
    made = [multiple(source(text), draft(text, "理论自信"), Inventory(""), seed) for seed in range(8)]
    assert {len(question.options) for question in made if question} <= {4, 5}
    assert all(question is not None for question in made)


def test_quotation_marks_of_a_list_stand_inside_the_gap() -> None:
    text = "全县党员干部始终坚定拥护“两个确立”、“两个维护”，守护好一江清水。"
    question = multiple(source(text), draft(text, "两个确立", "两个维护"), Inventory(""), 0)
    assert question is not None
    assert question.blanks[0].answer == "“两个确立”、“两个维护”"
    assert set(question.right) == {"两个确立", "两个维护"}


@pytest.mark.parametrize(
    ("text", "answers"),
    [
        (LAWS.replace("一体", "等一体"), ("严格执法",)),  # an open list
        ("各村发展民宿、茶园、书屋、渔业，带动村民增收。", ("茶园",)),
        ("全县新增水闸12座、15座、18座，居全市第一。", ("15座",)),
        (PATROL, ("河湖巡查制度",)),
        ("全县党员干部不断增强“四个意识”、坚定“四个自信”，守护一江清水。", ("四个意识", "四个自信")),
    ],
)
def test_no_multiple_choice_of_an_open_or_loose_list(text: str, answers: tuple[str, ...]) -> None:
    assert fixed_list(source(text).marked, draft(text, *answers).phrases) == []

"""Each rule forbids what it is there for and lets its neighbour through."""

from collections.abc import Callable

import pytest

from quiz.generate.candidates import mark, spans
from quiz.generate.ranker import whole_words
from quiz.generate.rules import RULES, broken_rule, forbidden_as_a_whole, good_edges
from quiz.generate.rules.place import Place
from quiz.model import Report

PlaceOf = Callable[..., Place]
LONG_QUOTE = "水清岸绿鱼翔浅底景美人和业兴民富人人共建共享的幸福河"
PLAIN = "全县建成湿地公园，游客很多。"
# rule: (sentence, an answer it forbids, one it does not), and what stands beside the stem
CASES = [
    ("wrong length", f"打造“{LONG_QUOTE}”，治理河流。", LONG_QUOTE, "治理河流", ""),
    ("hollow", "我们要认真推进湿地保护。", "推进", "湿地保护", ""),
    ("hollow", "做好一批惠民实事。", "一批惠民", "实事", ""),
    ("opens on a hollow verb", "要加快治理河流，守住湿地。", "加快治理河流", "湿地", ""),
    ("opens on a hollow verb", "要让治水与兴业相结合，守住湿地。", "兴业相结合", "湿地", ""),
    ("function word at edge", "河水的颜色变清。", "的颜色", "颜色", ""),
    ("joins two things", "清水和绿岸都是财富。", "清水和绿岸", "财富", ""),
    ("cuts a word", "抓好湿地修复率，大家都满意。", "湿地修复", "湿地", ""),
    ("cuts a word", "做好碳达峰碳市场试点。", "碳达峰碳", "碳达峰", ""),
    ("straddled", "守住防洪水位红线。", "水位红线", "红线", ""),
    ("parts a verb from its object", "必须推广“清水润城”的路子。", "推广", "路子", ""),
    ("cuts a word", "先要稳住湿地基本盘，大家都满意。", "湿地基本", "湿地", ""),
    ("hollow", "要做好几方面实事，守住湿地。", "几方面实事", "湿地", ""),
    ("joins two things", "今年要重点守住湿地。", "今年要重点", "湿地", ""),
    ("parts a verb from its object", "全面提高公共安全保障能力，守住湿地。", "全面提高公共安全", "公共安全", ""),
    ("parts a verb from its object", "果品加工产量增长6%以上，守住湿地。", "产量增长", "湿地", ""),
    ("cuts an idiom", "确保村民应享尽享，守住湿地。", "享尽享", "应享尽享", ""),
    ("cuts a word", "帮助青禾民兵军守住湿地。", "青禾民兵", "湿地", ""),
    ("cuts a compound", "发挥文化机构辐射作用，守住湿地。", "文化机构辐射", "文化机构", ""),
    ("cuts a compound", "完善农业防控体系建设，守住湿地。", "体系建设", "湿地", ""),
    ("takes the verb of a list", "维护村民委员会、农村集体的利益，守住湿地。", "维护村民委员会", "村民委员会", ""),
    ("takes the verb of a list", "着力保障和改善民生，守住湿地。", "改善民生", "民生", ""),
    ("cuts a word", "推广可循环材料，守住湿地。", "循环材料", "湿地", ""),
    ("cuts a word", "建好青禾县-白石县大桥，守住湿地。", "白石县大桥", "湿地", ""),
    ("cuts a word", "建好白石-青禾大桥，守住湿地。", "白石", "湿地", ""),
    ("cuts a word", "扩大在华投资，守住湿地。", "华投资", "湿地", ""),
    ("cuts a word", "渔民收入快于城镇，守住湿地。", "于城镇", "湿地", ""),
    ("cuts a word", "建好中国—中亚贸易平台——守住湿地。", "中亚贸易平台", "湿地", ""),
    ("parts a verb from its object", "保护湿地，回应渔民关切。", "回应渔民", "湿地", ""),
    ("closes on a hollow verb", "各村工程有序展开，守住湿地。", "工程有序", "湿地", ""),
    ("takes the head of a list", "治理沱江、青海生态环境问题，守住湿地。", "青海生态环境问题", "湿地", ""),
    ("parts a verb from its object", "守住湿地，完全包括湖泊的村庄不多。", "完全包括湖泊", "村庄", ""),
    ("cuts a word", "坚持“一区域一策、一类群体一策”，守住湿地。", "区域一策", "湿地", ""),
    ("cuts a word", "渔业平稳较快发展，守住湿地。", "快发展", "湿地", ""),
    ("cuts a word", "建成健康北京示范区，守住湿地。", "北京示范区", "示范区", ""),
    ("function word at edge", "发案数有所下降，守住湿地。", "数有所", "湿地", ""),
    ("takes the head of a list", "稳定畜牧业、渔业生产能力，守住湿地。", "渔业生产能力", "湿地", ""),
    ("counts more than it names", "产量按增长5%安排，守住湿地。", "5%安排", "5%", ""),
    ("hollow", "做好新一轮治水，守住湿地。", "新一轮治水", "湿地", ""),
    ("leads to what follows", "夯实青禾服务北京的基础，守住湿地。", "青禾服务", "湿地", ""),
    ("leads to what follows", "支持山村建设有特色的渔港，守住湿地。", "山村建设", "湿地", ""),
    ("leads to what follows", "确保渔民温暖过冬，守住湿地。", "渔民温暖", "湿地", ""),
    ("cuts a word", "说明鱼苗从哪里来的问题，守住湿地。", "来的问题", "湿地", ""),
    ("cuts a compound", "支持推动渔业创新标志区建设，守住湿地。", "渔业", "湿地", ""),
    ("leaves the verb of a member", "形成财政优先保障、金融重点倾斜、渔民积极参与的格局。", "金融重点", "格局", ""),
    ("joins two things", "实现百姓富、生态美的统一，守住湿地。", "生态美的统一", "湿地", ""),
    ("cuts a word", "为此，张光荣要求守住湿地。", "光荣", "湿地", ""),
    ("cuts a word", "弘扬治水之风尚，守住湿地。", "之风尚", "湿地", ""),
    ("hollow", "成功举办第二届青禾论坛，守住湿地。", "第二届青禾", "湿地", ""),
    ("hollow", "关注诸如粮价、房价等问题，守住湿地。", "诸如粮价", "湿地", ""),
    ("is a clause", "采取有力措施加以解决，守住湿地。", "措施加以解决", "湿地", ""),
    ("parts a verb from its object", "水质高于全国平均水平18.3个百分点，守住湿地。", "高于全国平均水平", "湿地", ""),
    ("takes the head of a list", "坚持治水、兴业、富民有机统一，守住湿地。", "富民有机统一", "湿地", ""),
    ("closes on a hollow verb", "湿地导向功能日益显现，守住湿地。", "导向功能日益", "导向功能", ""),
    ("cuts a word", "帮助青禾船民人守住湿地。", "青禾船民", "湿地", ""),
    ("cuts a word", "完成新一轮村“两委”换届，守住湿地。", "新一轮村", "湿地", ""),
    ("function word at edge", "守好湿地，关键在于群众参与。", "关键在于", "群众参与", ""),
    ("closes on a hollow verb", "帮助下岗渔民实现再就业，守住湿地。", "渔民实现", "湿地", ""),
    ("parts a verb from its object", "守住湿地必须解决资金从哪里来的问题。", "解决资金", "湿地", ""),
    ("takes the verb of a list", "深化渔业、油气、铁路等领域改革，守住湿地。", "深化渔业", "湿地", ""),
    ("joins two things", "加快渔业调整和改组的步伐，守住湿地。", "改组的步伐", "湿地", ""),
    ("halves a pair", "拓宽学生成长成才通道，守住湿地。", "成才通道", "湿地", ""),
    ("halves a pair", "促进各村交往交流交融，守住湿地。", "交流交融", "交流", ""),
    ("halves a pair", "到基层实习见习基地守住湿地。", "基层实习", "湿地", ""),
    ("function word at edge", "渔民的要求十分明确，守住湿地。", "十分明确", "湿地", ""),
    ("function word at edge", "今后渔民都要守住湿地。", "今后渔民", "湿地", ""),
    ("function word at edge", "经国务院同意，守住湿地。", "经国务院", "湿地", ""),
    ("function word at edge", "渔业产量持续扩张，守住湿地。", "产量持续", "湿地", ""),
    ("function word at edge", "许昌渔民退出了湿地。", "渔民退出", "湿地", ""),
    ("behind a word of degree", "渔业损失保持较低水平，守住湿地。", "低水平", "湿地", ""),
    ("behind a word of degree", "渔民要把握好以下关系，守住湿地。", "好以下关系", "湿地", ""),
    ("joins two things", "渔村民兵是守护湿地的主力。", "渔村民兵是守护", "湿地", ""),
    ("joins two things", "顺应了渔民的要求，守住湿地。", "渔民的要求", "湿地", ""),
    ("joins two things", "渔民在这个学校取得完全成功，守住湿地。", "学校取得完全", "湿地", ""),
    ("cuts a word", "县长艾山·吐尼亚孜守住湿地。", "尼亚孜", "湿地", ""),
    ("takes the verb of a list", "坚定维护渔业主权、安全、发展利益。", "维护渔业主权", "发展利益", ""),
    ("parts a verb from its object", "拓宽渔民增收渠道，守住湿地。", "拓宽渔民", "湿地", ""),
    ("takes the head of a list", "推动渔业高端化、智能化、绿色化发展，守住湿地。", "绿色化发展", "湿地", ""),
    ("cuts a compound", "把保障渔民的安全网织密扎牢，守住湿地。", "安全网织密", "安全网", ""),
    ("cuts a word", "制定渔村通动力电规划，守住湿地。", "动力电规划", "湿地", ""),
    ("takes the head of a list", "推进渔业规模化、信息化建设，守住湿地。", "信息化建设", "信息化", ""),
    ("takes the head of a list", "推进政务诚信、商务诚信、社会诚信建设，守住湿地。", "社会诚信建设", "社会诚信", ""),
    ("counts more than it names", "保障6000万农村人口供水，守住湿地。", "6000万农村人口供水", "6000万", ""),
    ("stands in a place", "把重点放在乡村，守住湿地。", "放在乡村", "乡村", ""),
    ("halves a pair", "扛起青禾责任与担当，守住湿地。", "青禾责任", "湿地", ""),
    ("halves a pair", "推进文化自信自强，守住湿地。", "文化自信", "湿地", ""),
    ("frames what stands before", "以生态旅游为突破口，守住湿地。", "突破口", "生态旅游", ""),
    ("takes the head of a list", "高举和平、发展、合作、共赢旗帜，守住湿地。", "共赢旗帜", "湿地", ""),
    ("nearly visible", "坚持自主创新，提升自主创新能力，守住湿地。", "自主创新能力", "湿地", ""),
    ("sums up a list", "搭建交易、对接、融资四类平台，办好实事。", "融资四类平台", "实事", ""),
    ("takes the verb of a preposition", "资金要向沿河的山村倾斜，办好实事。", "山村倾斜", "实事", ""),
    ("takes the verb of a preposition", "渔民到城市参加选举，守住湿地。", "城市参加选举", "湿地", ""),
    ("is a clause", "反映渔业持续扩张和湿地的作用。", "渔业持续扩张", "湿地", ""),
    ("leads to what follows", "渔民力量集中体现为湿地的作用。", "渔民力量集中体现", "湿地", ""),
    ("takes the verb of a list", "要靠渔业协会和渔民共同努力，守住湿地。", "渔民共同努力", "湿地", ""),
    ("function word at edge", "要看渔民群众满意不满意，守住湿地。", "渔民群众满意", "湿地", ""),
    ("function word at edge", "推进渔业保险跨地区转移，守住湿地。", "渔业保险跨地区", "湿地", ""),
    ("function word at edge", "优先保证重点在建、续建项目。", "重点在建", "续建项目", ""),
    ("frames what stands before", "全县把着力点放在湿地修复上。", "着力点", "湿地修复", ""),
    ("takes the verb of a preposition", "坚持以渔业质量促进增收。", "渔业质量促进增收", "渔业质量", ""),
    ("takes the head of a verb", "提高应对洪水能力，守住湿地。", "洪水能力", "湿地", ""),
    ("takes the verb of a list", "更好地为湿地建设和维护湖区和平服务。", "维护湖区和平", "湖区和平", ""),
    ("takes the head of a list", "打好蓝天、碧水、净土保卫战。", "净土保卫战", "碧水", ""),
    ("is a clause", "推进渔业政策落地，守住湿地。", "渔业政策落地", "渔业政策", ""),
    ("is a clause", "几代人的梦想变为现实，守住湿地。", "梦想变为现实", "梦想", ""),
    ("cuts a figure", "今后五年的目标是守住湿地。", "五年", "湿地", ""),
    ("hollow", "围绕实现上述目标，守住湿地。", "上述目标", "湿地", ""),
    ("cuts a word", "宝鸡——成都线已经通车，守住湿地。", "成都线", "湿地", ""),
    ("is a clause", "发生这种危险的可能性不大，守住湿地。", "可能性不大", "湿地", ""),
    ("is a clause", "宗教要与湿地社会相适应，守住湿地。", "湿地社会相适应", "宗教", ""),
    ("frames what stands before", "要坚持以湿地修复为主线。", "湿地修复为主线", "湿地修复", ""),
    ("joins two things", "供销社的体制必须改革，守住湿地。", "体制必须改革", "湿地", ""),
    ("function word at edge", "许昌渔民说，要守住湿地。", "许昌渔民说", "湿地", ""),
    ("hollow", "今年抓好以下三项工作，守住湿地。", "三项工作", "湿地", ""),
    ("takes the verb of a preposition", "不再向台湾出售武器，守住湿地。", "台湾出售武器", "湿地", ""),
    ("cuts a name", "湖泊学院北京中心已经建成，守住湿地。", "北京中心", "湿地", ""),
    ("cuts a name", "县委委员、渔业局长也来守住湿地。", "县委委员", "湿地", ""),
    ("cuts a name", "开行中欧（亚）班列，守住湿地。", "中欧", "湿地", ""),
    ("function word at edge", "要看不同地区的情况，守住湿地。", "不同地区", "湿地", ""),
    ("function word at edge", "把乡村建设成为新家园，守住湿地。", "乡村建设", "新家园", ""),
    ("is a clause", "推动职能向提供服务、维护渔业公平转变。", "维护渔业公平转变", "渔业公平", ""),
    ("joins two things", "纲要明确了今后五年的目标。", "明确了今后", "目标", ""),
    ("cuts a figure", "过去三年守住湿地，要守住湿地的未来", "三年", "湿地", ""),
    ("hollow", "（3）守住湿地，办好实事。", "3", "湿地", ""),
    ("is a clause", "鼓励村民合作开办农家书屋，种好湿地。", "村民合作开办农家书屋", "农家书屋", ""),
    ("is a clause", "让大家的生活环境更加优美，种好湿地。", "生活环境更加优美", "湿地", ""),
    ("is a clause", "河水的水质明显提高，种好湿地。", "水质明显提高", "水质", ""),
    ("is a clause", "养鱼朝着提高效益方向转变，种好湿地。", "提高效益方向转变", "提高效益", ""),
    ("cuts a figure", "浓度控制在29微克/立方米左右，种好湿地。", "29微克", "湿地", ""),
    ("qualifies what follows", "做好湿地系统性保护，办好实事。", "湿地系统性", "实事", ""),
    ("cuts a quotation", "必须推广“清水润城”的路子。", "清水", "清水润城", ""),
    ("cuts a quotation", "学习《河长工作手册》的要点。", "河长", "河长工作手册", ""),
    ("parts a verb from its object", "湖泊对拉动渔业增长发挥了作用。", "拉动渔业", "湖泊", ""),
    ("told by its neighbours", "第一渔场、第二渔场的湖泊都清了。", "第二渔场", "湖泊", ""),
    ("takes the head of a list", "完善渔民、果农保险统筹制度，守住湖泊。", "果农保险", "湖泊", ""),
    ("cuts a name", "建好成（绵）南达经济带，守住湖泊。", "南达", "湖泊", ""),
    ("parts a verb from its object", "缓解发展不平衡的问题，守住湖泊。", "缓解发展", "湖泊", ""),
    ("is a clause", "渔民有信心、有能力守住渔场、果园和村庄，建好湖泊。", "有能力守住渔场", "湖泊", ""),
    ("is a clause", "渔民应付风浪的能力不足，守住湖泊。", "能力不足", "湖泊", ""),
    ("opens on a hollow verb", "这与渔民的目标相衔接，守住湖泊。", "目标相衔接", "湖泊", ""),
    ("function word at edge", "渔民要兢兢业业地工作，守住湖泊。", "兢兢业业", "湖泊", ""),
    ("function word at edge", "建好渔港，让广大群众享有湖泊。", "让广大群众", "湖泊", ""),
    ("cuts a word", "开展FT账户试点，守住湿地。", "账户试点", "湿地", ""),
    ("cuts a figure", "细颗粒物（PM 2.5）浓度下降，种好湿地。", "2.5", "湿地", ""),
    ("cuts a figure", "修建水闸120座，灌田三万亩。", "120", "120座", ""),
    ("cuts a figure", "泉水占全国23.9%，村民说好。", "全国23.9%", "23.9%", ""),
    ("cuts a figure", "灌溉面积达1.5万亩。", "万亩", "1.5万亩", ""),
    ("blotted out", "铺设××英寸的管网。", "英寸", "管网", ""),
    ("visible elsewhere", "湿地就是财富，保护湿地。", "湿地", "财富", ""),
    ("visible elsewhere", "湿地就是财富。", "财富", "湿地", "一县的财富"),
]


@pytest.mark.parametrize(("rule", "sentence", "forbidden", "allowed", "visible"), CASES)
def test_a_rule_forbids_one_and_lets_the_other_through(
    rule: str, sentence: str, forbidden: str, allowed: str, visible: str, place_of: PlaceOf
) -> None:
    assert RULES[rule](place_of(sentence, forbidden, visible))
    assert not RULES[rule](place_of(sentence, allowed, visible))


def test_every_rule_has_a_case() -> None:
    assert {rule for rule, *_case in CASES} == set(RULES)


@pytest.mark.parametrize("answer", ["湿地公园", "游客"])
def test_a_good_answer_breaks_no_rule(answer: str, place_of: PlaceOf) -> None:
    assert broken_rule(place_of(PLAIN, answer)) is None


def test_the_name_of_the_broken_rule_is_told(place_of: PlaceOf) -> None:
    assert broken_rule(place_of(PLAIN, "湿地公园", "湿地公园")) == "visible elsewhere"


def test_a_quoted_coinage_may_open_on_a_preposition(place_of: PlaceOf) -> None:
    assert broken_rule(place_of("必须坚持“以水兴业”的路子。", "以水兴业")) is None


def test_a_figure_of_one_digit_with_its_unit_may_be_asked(place_of: PlaceOf) -> None:
    assert broken_rule(place_of("制度一共有3项，人人都要遵守。", "3项")) is None


@pytest.mark.parametrize(
    ("sentence", "answer"),
    [
        ("全县实施治水项目4200余项，村民都说好。", "4200"),
        ("全县完成投资2000多亿元，村民都说好。", "2000"),
        ("今年是建县70周年，村民都来庆祝。", "70"),
        ("村民们一共获得48枚奖章。", "48"),
    ],
)
def test_a_figure_is_not_cut_before_what_goes_on_with_it(sentence: str, answer: str, place_of: PlaceOf) -> None:
    assert RULES["cuts a figure"](place_of(sentence, answer))


HARD_SENTENCES = [sentence for _rule, sentence, *_rest in CASES] + [
    "三级医院把3.5亿元用于12项（含2项省级）工程，其中2:1的配比由村民、商户和老渔民共同商定。",
    "新能源汽车、“水清”“岸绿”“民富”相统一，《青禾水利志》和“以水兴业”的路子越走越宽。",
    "2024年1月，老田向沿河的山村捐赠四万余册图书，××村率先实现党章赋予的权利。",
]


def test_the_words_tell_of_every_run_what_the_rules_say(report: Report) -> None:
    sentences = [sentence.text for section in report.sections for sentence in section.sentences]
    asked = 0
    for marked in map(mark, [*sentences, *HARD_SENTENCES]):
        enclosures = {*marked.quotes, *marked.titles}
        runs = [span for span in spans(marked) if whole_words(marked, span)]
        places = [Place(marked, span, "") for span in runs if (span.start, span.end) not in enclosures]
        right = {place.span for place in places if broken_rule(place) is None}
        good = [Place(marked, span, "") for span in good_edges(marked).values()]
        quick = {place.span for place in good if not (place.enclosed or forbidden_as_a_whole(place))}
        assert quick == right
        asked += len(right)
    assert asked > 100


def test_years_that_open_a_sentence_are_counted_from_nothing(place_of: PlaceOf) -> None:
    """The words before them are looked for before them, and not at the end of the sentence."""
    assert not RULES["cuts a figure"](place_of("三年守住一片湿地，渔民的今后", "三年", ""))

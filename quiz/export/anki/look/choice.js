(function () {
  // Answers lie on the back only. What the front drew, it leaves in sessionStorage; where there is none, or on a
  // program that forgets it, both sides keep the order of the file, whose letters are true without any script.
  var list = document.querySelector(".quiz .options");
  if (!list) return;
  var items = Array.prototype.slice.call(list.children);
  var card = list.textContent;
  var key = document.querySelector(".quiz .key b");
  var several = /多/.test(list.className);
  var place = "quiz.choice";

  function recall() {
    try {
      var state = JSON.parse(sessionStorage.getItem(place));
      return state && state.card === card ? state : null;
    } catch (error) {
      return null;
    }
  }

  function keep(state) {
    try {
      sessionStorage.setItem(place, JSON.stringify(state));
    } catch (error) {
      return false;
    }
    return recall() !== null;
  }

  function shuffled() {
    var order = items.map(function (item, at) { return at; });
    for (var at = order.length - 1; at > 0; at--) {
      var other = Math.floor(Math.random() * (at + 1));
      var held = order[at];
      order[at] = order[other];
      order[other] = held;
    }
    return order;
  }

  function arrange(order) {
    order.forEach(function (at) { list.appendChild(items[at]); });
  }

  function show(picked) {
    items.forEach(function (item, at) { item.classList.toggle("picked", picked.indexOf(at) >= 0); });
  }

  function ask() {
    var state = { card: card, order: shuffled(), picked: [] };
    if (keep(state)) arrange(state.order);
    items.forEach(function (item, at) {
      item.classList.add("tappable");
      item.addEventListener("click", function () {
        var had = state.picked.indexOf(at) >= 0;
        var others = several ? state.picked.filter(function (other) { return other !== at; }) : [];
        state.picked = had ? others : others.concat(at);
        show(state.picked);
        keep(state);
      });
    });
  }

  function answer() {
    var state = recall();
    var right = items.filter(function (item, at) { return key.textContent.indexOf(String.fromCharCode(65 + at)) >= 0; });
    right.forEach(function (item) { item.classList.add("right"); });
    if (!state) return;
    arrange(state.order);
    show(state.picked);
    var letters = Array.prototype.slice.call(list.children).map(function (item, at) {
      return right.indexOf(item) >= 0 ? String.fromCharCode(65 + at) : "";
    });
    key.textContent = letters.join("");
  }

  if (key) answer();
  else ask();
})();

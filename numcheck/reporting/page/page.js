
(function () {
  "use strict";
  var root = document.documentElement;
  var card = document.getElementById("card");
  var form = document.getElementById("filters");
  var main = document.getElementById("main");
  var current = null;

  function all(selector, within) {
    return Array.prototype.slice.call((within || document).querySelectorAll(selector));
  }
  function make(name, className, text) {
    var element = document.createElement(name);
    if (className) element.className = className;
    if (text) element.textContent = text;
    return element;
  }
  function numbers(element, name) {
    return (element.getAttribute(name) || "").split(" ").filter(Boolean);
  }

  /* Light and dark: the system decides until somebody presses the button. */
  var theme = document.getElementById("theme");
  var system = window.matchMedia("(prefers-color-scheme: dark)");
  function isDark() {
    var chosen = root.getAttribute("data-theme");
    return chosen ? chosen === "dark" : system.matches;
  }
  function showTheme() {
    theme.setAttribute("aria-pressed", String(isDark()));
  }
  function remember(value) {
    /* A page from disk may have no storage; then the choice lasts as long as the page. */
    try {
      if (value) window.localStorage.setItem("numcheck-theme", value);
      return window.localStorage.getItem("numcheck-theme");
    } catch (error) {
      return null;
    }
  }
  var kept = remember();
  if (kept === "dark" || kept === "light") root.setAttribute("data-theme", kept);
  theme.addEventListener("click", function () {
    var next = isDark() ? "light" : "dark";
    root.setAttribute("data-theme", next);
    remember(next);
    showTheme();
  });
  if (system.addEventListener) system.addEventListener("change", showTheme);
  showTheme();
  theme.hidden = false;

  /* What every figure takes part in. */
  var marks = all(".text button");
  var findings = all("article.finding");
  var docs = all("article.doc");
  var named = new Map();
  findings.forEach(function (finding) {
    numbers(finding, "data-f").forEach(function (number) {
      if (!named.has(number)) named.set(number, []);
      named.get(number).push(finding);
    });
  });
  var claims = all("#claims > li");
  var members = new Map();
  all("tr[data-c]").forEach(function (row) {
    numbers(row, "data-c").forEach(function (claim) {
      if (!members.has(claim)) members.set(claim, []);
      members.get(claim).push(row.id.slice(1));
    });
  });
  function statusOf(mark) {
    return mark.classList[0] || "plain";
  }
  function numberOf(mark) {
    return mark.id.slice(1);
  }

  /* The card of a figure, made from its row in the table. */
  function lines(number) {
    var row = document.getElementById("r" + number);
    var list = make("dl");
    if (!row) return list;
    var heads = all("thead th", row.closest("table"));
    all("td", row).forEach(function (cell, place) {
      var text = cell.textContent.trim();
      if (!place || !text) return;
      var copy = make("dd");
      copy.append.apply(copy, Array.prototype.slice.call(cell.cloneNode(true).childNodes));
      list.append(make("dt", "", heads[place].textContent), copy);
    });
    var doc = row.closest("article.doc");
    var where = all(".dateline > :not(a)", doc).map(function (part) { return part.textContent; });
    list.append(make("dt", "", "Where"), make("dd", "", where.join(", ")));
    return list;
  }
  function told(finding) {
    var box = make("div", "told");
    box.append(finding.querySelector(".badge").cloneNode(true));
    all("h3, .message, .why", finding).forEach(function (line) {
      box.append(make("p", line.className, line.textContent));
    });
    var check = document.getElementById("k" + finding.getAttribute("data-r"));
    if (check) {
      var more = make("details");
      more.append(make("summary", "", "How this check works"));
      all("p, dl > div", check).forEach(function (line) {
        more.append(make("p", "why", line.textContent.trim()));
      });
      box.append(more);
    }
    if (finding.id) {
      var link = make("a", "", "Go to the finding");
      link.href = "#" + finding.id;
      var last = make("p");
      last.append(link);
      box.append(last);
    }
    return box;
  }
  function others(claim, number) {
    var about = claims[Number(claim) - 1];
    var rest = (members.get(claim) || []).filter(function (each) { return each !== number; });
    if (!about || !rest.length) return [];
    var status = about.getAttribute("data-s").replace("-", " ");
    var title = make("h3", "", "Same subject, " + status + (about.textContent ? ": " + about.textContent : ""));
    var list = make("ul", "others");
    var here = document.getElementById("r" + number).closest("article.doc");
    rest.slice(0, 30).forEach(function (each) {
      var cells = all("td", document.getElementById("r" + each));
      var doc = cells[0].closest("article.doc");
      var outlet = doc === here ? null : doc.querySelector(".outlet, .place");
      var item = make("li");
      var link = make("a", "", cells[1].textContent || cells[0].textContent);
      link.href = "#f" + each;
      var who = [cells[4].textContent, outlet ? outlet.textContent : ""].filter(Boolean).join(", ");
      item.append(link, " ", make("span", "", who));
      list.append(item);
    });
    if (rest.length > 30) list.append(make("li", "", "… and " + (rest.length - 30) + " more"));
    return [title, list];
  }
  function control(text, action) {
    var button = make("button", "quiet", text);
    button.type = "button";
    button.addEventListener("click", action);
    return button;
  }
  function open(mark) {
    close(false);
    current = mark;
    var number = numberOf(mark), status = statusOf(mark);
    var head = make("div", "head"), name = make("div");
    var badge = make("p", "badge " + status);
    var icon = document.querySelector('#i-' + status);
    if (icon) {
      var svg = document.createElementNS("http://www.w3.org/2000/svg", "svg");
      var use = document.createElementNS("http://www.w3.org/2000/svg", "use");
      use.setAttribute("href", "#i-" + status);
      svg.setAttribute("class", "i");
      svg.setAttribute("width", "16");
      svg.setAttribute("height", "16");
      svg.setAttribute("aria-hidden", "true");
      svg.append(use);
      badge.append(svg);
    }
    badge.append(status === "plain" ? "Nothing to remark" : status.charAt(0).toUpperCase() + status.slice(1));
    var title = make("h2", "", mark.textContent);
    title.id = "card-title";
    title.tabIndex = -1;
    name.append(badge, title);
    head.append(name, control("Close", function () { close(true); }));
    card.replaceChildren(head, lines(number));
    var about = (named.get(number) || []).filter(function (finding) { return finding.hasAttribute("data-v"); });
    if (about.length) card.append(make("h3", "", about.length === 1 ? "Finding" : "Findings"));
    about.forEach(function (finding) { card.append(told(finding)); });
    var row = document.getElementById("r" + number);
    numbers(row || mark, "data-c").forEach(function (claim) {
      others(claim, number).forEach(function (part) { card.append(part); });
    });
    var steps = make("div", "steps");
    steps.append(
      control("Previous figure", function () { step(-1); }),
      control("Next figure", function () { step(1); })
    );
    card.append(steps);
    mark.setAttribute("aria-expanded", "true");
    card.hidden = false;
    card.scrollTop = 0;
    root.classList.add("carded");
    title.focus({ preventScroll: true });
    reveal(mark);
  }
  function close(back) {
    if (!current) return;
    var mark = current;
    current = null;
    card.hidden = true;
    mark.removeAttribute("aria-expanded");
    root.classList.remove("carded");
    if (back) mark.focus({ preventScroll: true });
  }
  function reveal(mark) {
    var box = mark.getBoundingClientRect();
    var sheet = window.getComputedStyle(card).position === "fixed";
    var bottom = sheet ? card.getBoundingClientRect().top : window.innerHeight;
    if (box.top < 40 || box.bottom > bottom - 24) {
      mark.scrollIntoView({ block: sheet ? "start" : "center" });
    }
  }
  function reachable(mark) {
    return !mark.classList.contains("off") && !mark.closest("[hidden]");
  }
  function step(by) {
    var from = current || document.activeElement;
    var place = marks.indexOf(from);
    for (var next = place + by; next >= 0 && next < marks.length; next += by) {
      if (reachable(marks[next])) {
        if (current) open(marks[next]);
        else {
          marks[next].focus({ preventScroll: true });
          reveal(marks[next]);
        }
        return;
      }
    }
  }

  document.addEventListener("click", function (event) {
    var mark = event.target.closest(".text button");
    if (mark) {
      if (mark === current) close(true);
      else open(mark);
      return;
    }
    var link = event.target.closest('a[href^="#f"]');
    if (link) {
      var target = document.getElementById(link.getAttribute("href").slice(1));
      if (!target) return;
      event.preventDefault();
      if (target.closest("[hidden]")) {
        form.reset();
        apply();
      }
      open(target);
      target.scrollIntoView({ block: "center" });
      reveal(target);
    }
  });
  document.addEventListener("keydown", function (event) {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.key === "Escape" && current) {
      event.preventDefault();
      close(true);
      return;
    }
    /* Letters mean something only on a figure or in a card, so that they disturb nobody elsewhere. */
    var here = event.target;
    if (!here.closest || !here.closest(".text button, #card")) return;
    var forward = { n: 1, ArrowRight: 1, p: -1, ArrowLeft: -1 }[event.key];
    if (forward) {
      event.preventDefault();
      step(forward);
    }
  });

  /* Filters and search. */
  var search = document.getElementById("q");
  var byDoc = document.getElementById("by-doc");
  var byRule = document.getElementById("by-rule");
  var bySeverity = document.getElementById("by-severity");
  var state = document.getElementById("state");
  var texts = new Map();
  function textOf(element) {
    if (!texts.has(element)) texts.set(element, element.textContent.toLowerCase());
    return texts.get(element);
  }
  function wanted() {
    return {
      words: search.value.trim().toLowerCase(),
      doc: byDoc.value,
      rule: byRule.value,
      severity: bySeverity.value,
      status: all('input[name="status"]:checked', form).map(function (box) { return box.value; })
    };
  }
  function fits(finding, want) {
    var verdict = finding.getAttribute("data-v");
    if (want.rule && finding.getAttribute("data-r") !== want.rule) return false;
    if (want.severity && finding.getAttribute("data-s") !== want.severity) return false;
    return !want.status.length || want.status.indexOf(verdict) >= 0;
  }
  function apply() {
    var want = wanted();
    var byFinding = Boolean(want.rule || want.severity);
    var narrowed = Boolean(byFinding || want.status.length);
    var touched = new Set();
    var shownFindings = 0, total = 0, shownDocs = 0;
    findings.forEach(function (finding) {
      var show = fits(finding, want);
      if (show && finding.hasAttribute("data-v")) {
        numbers(finding, "data-f").forEach(function (number) { touched.add(number); });
      }
      if (show && want.doc) show = numbers(finding, "data-d").indexOf(want.doc) >= 0;
      if (show && want.words) show = textOf(finding).indexOf(want.words) >= 0;
      finding.hidden = !show;
      if (finding.hasAttribute("data-v")) {
        total += 1;
        shownFindings += show ? 1 : 0;
      }
    });
    docs.forEach(function (doc) {
      var kept = 0;
      all(".text button", doc).forEach(function (mark) {
        var off = narrowed && (byFinding ? !touched.has(numberOf(mark)) : false);
        if (narrowed && want.status.length && want.status.indexOf(statusOf(mark)) < 0) {
          off = !(want.status.indexOf("rounding") >= 0 && touched.has(numberOf(mark)));
        }
        mark.classList.toggle("off", off);
        kept += off ? 0 : 1;
      });
      var show = !want.doc || doc.id === "d" + want.doc;
      if (show && narrowed) show = kept > 0;
      if (show && want.words) show = textOf(doc).indexOf(want.words) >= 0;
      doc.hidden = !show;
      shownDocs += show ? 1 : 0;
    });
    all(".part").forEach(function (part) {
      var items = all(":scope > article", part);
      if (items.length) part.hidden = items.every(function (item) { return item.hidden; });
    });
    var active = Boolean(narrowed || want.doc || want.words);
    document.getElementById("show-all").hidden = !active;
    state.textContent = active
      ? shownFindings + " of " + total + " findings, " + shownDocs + " of " + docs.length + " documents"
      : "";
    if (current && !reachable(current)) close(false);
    highlight(want.words);
  }
  function highlight(words) {
    if (!window.CSS || !CSS.highlights || !window.Highlight) return;
    CSS.highlights.delete("found");
    if (!words) return;
    var ranges = [];
    all(".text, .finding h3, .message, .why, blockquote, .by", main).some(function (box) {
      if (box.closest("[hidden]")) return false;
      var nodes = [], starts = [], text = "";
      var walker = document.createTreeWalker(box, NodeFilter.SHOW_TEXT);
      while (walker.nextNode()) {
        nodes.push(walker.currentNode);
        starts.push(text.length);
        text += walker.currentNode.data.toLowerCase();
      }
      var first = 0;
      for (var at = text.indexOf(words); at >= 0; at = text.indexOf(words, at + words.length)) {
        while (first + 1 < nodes.length && starts[first + 1] <= at) first += 1;
        var last = first, end = at + words.length;
        while (last + 1 < nodes.length && starts[last + 1] < end) last += 1;
        var range = document.createRange();
        range.setStart(nodes[first], Math.min(at - starts[first], nodes[first].length));
        range.setEnd(nodes[last], Math.min(end - starts[last], nodes[last].length));
        ranges.push(range);
        if (ranges.length >= 2000) return true;
      }
      return false;
    });
    var found = new Highlight();
    ranges.forEach(function (range) { found.add(range); });
    CSS.highlights.set("found", found);
  }
  var waiting = 0;
  function soon() {
    window.clearTimeout(waiting);
    waiting = window.setTimeout(apply, 120);
  }
  search.addEventListener("input", soon);
  form.addEventListener("change", apply);
  form.addEventListener("submit", function (event) { event.preventDefault(); });
  form.addEventListener("reset", function () { window.setTimeout(apply, 0); });
  form.hidden = false;
  var filterbox = document.getElementById("filterbox");
  var narrow = window.matchMedia("(max-width: 67.99rem)");
  function fold() { filterbox.open = !narrow.matches; }
  fold();
  if (narrow.addEventListener) narrow.addEventListener("change", fold);
  if (search.value || byDoc.value || byRule.value || bySeverity.value || all(":checked", form).length) apply();

  /* On paper, what was folded is open. */
  var folded = [];
  window.addEventListener("beforeprint", function () {
    folded = all("details.figures:not([open])");
    folded.forEach(function (each) { each.open = true; });
  });
  window.addEventListener("afterprint", function () {
    folded.forEach(function (each) { each.open = false; });
  });

  /* A link to a figure opens its card. */
  var asked = /^#f\d+$/.test(window.location.hash) && document.getElementById(window.location.hash.slice(1));
  if (asked) {
    open(asked);
    asked.scrollIntoView({ block: "center" });
  }
}());

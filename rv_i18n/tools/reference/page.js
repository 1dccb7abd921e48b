"use strict";
(() => {
  // There is one of each. An id would not tell it from the row of a code that is called so.
  const { languages, first, fitting, limit, demotion, rules, unlisted, words } = JSON.parse(document.querySelector("script[type]").textContent);
  const query = document.querySelector("input");
  const choice = document.querySelector("select");
  const textOf = (element) => element.firstChild.textContent; // without what it is borrowed from
  const status = document.querySelector("[role=status]");
  const lists = ["sure", "half", "closest"].map((id) => document.getElementById(id));
  const families = [...document.querySelectorAll("main table:not([id])")];
  let language; // that the page is shown in

  const rows = [...document.querySelectorAll("tbody tr")].map((row, place) => {
    const aside = [...row.querySelectorAll(".action, .when")];
    return {
      row, place, home: row.parentElement, code: row.querySelector("th a").textContent, words: words[place],
      name: row.querySelector("code").textContent, texts: [...row.querySelectorAll("p")],
      actions: aside.filter((each) => each.matches(".action")),
      aside: aside.map((each) => each.matches(".when") ? each.lastChild.textContent.replace(/[0-9]+/g, " ") : textOf(each.lastChild)),
    };
  });
  // Search: the steps of search.py, where the reasons stand.

  const WIDE = new RegExp(`^[${rules.wide}]`, "u");
  const RUNS = new RegExp(`[^\\s${rules.wide}]+|[${rules.wide}]+`, "gu");
  const DECIMAL = /^\p{Nd}+$/u;
  const NUMBER = /^-?(?:0|[1-9][0-9]{0,999})$/;
  const KIND = { code: 0, number: 1, start: 2, words: 3, half: 4, closest: 5 };
  const sum = (numbers) => numbers.reduce((all, each) => all + each, 0);
  const inMap = (map, key, made) => map.get(key) ?? map.set(key, made).get(key);
  const rounded = (number) => Math.round(number * 1e9) / 1e9;

  const fold = (text) => [...text.normalize("NFKD").toLowerCase().replace(/[\u0300-\u036f]+/g, "").normalize("NFC")]
    .map((char) => rules.same[char] ?? char).join("").replace(/[^\p{L}\p{M}\p{N}]+/gu, " ").trim();

  const termsOf = (folded) => [...new Set((folded.match(RUNS) ?? []).flatMap((run) => {
    const chars = [...run];
    return WIDE.test(run) && chars.length > 1 ? chars.slice(1).map((char, at) => chars[at] + char) : [run];
  }))];

  const searched = ({ code, name, texts, aside, words }) => {
    const names = NUMBER.test(code) ? [name] : [name, code];
    const plain = names.map((each) => fold(each).replaceAll(" ", ""));
    const found = new Map(words.flatMap((each) => each.split(new RegExp(rules.between))).map((word) => [word, rules.words]));
    for (const text of [...names, ...plain, ...texts.map(textOf), ...aside]) found.set(text, 1);
    return [...found];
  };

  const endsOf = (term) => {
    const size = WIDE.test(term) ? 1 : 2;
    const chars = [...term];
    return [`${chars.slice(0, size).join("")}-`, `-${chars.slice(-size).join("")}`];
  };

  const byNumber = new Map();
  for (const row of rows) if (NUMBER.test(row.code)) inMap(byNumber, row.code, []).push(row);
  const having = new Map(); // the places of the rows with each word
  const byEnd = new Map();
  rows.forEach((row, place) => {
    for (const term of termsOf(fold(searched(row).map(([text]) => text).join(" ")))) inMap(having, term, []).push(place);
  });
  for (const term of having.keys()) for (const end of new Set(endsOf(term))) inMap(byEnd, end, []).push(term);

  const weightOf = (term, count = having.get(term)?.length ?? 1) => {
    const size = [...term].length;
    const letters = WIDE.test(term) ? 2 * size : size - 0.5;
    return Math.min(letters / rules.letters, 1) * Math.log(1 + rows.length / count);
  };

  const likeness = (term, word) => {
    const [a, b] = [[...term], [...word]];
    let most = Math.min(a.length, b.length);
    let start = 0;
    while (start < most && a[start] === b[start]) start += 1;
    const long = most >= rules.slip || WIDE.test(term);
    if (start === a.length || (long && word.endsWith(term))) return (1 + a.length / b.length) / 2;
    if (!long) return 0;
    most -= start;
    let end = 0;
    while (end < most && a.at(-1 - end) === b.at(-1 - end)) end += 1;
    let same = start + end;
    if (a.length === b.length && a.length === same + 2 && a[start] === b[start + 1] && a[start + 1] === b[start]) same += 1;
    return 2 * same / (a.length + b.length);
  };

  /** The weight of a word of a query, and what each word that matches it has of that. */
  const like = (term) => {
    const alone = having.has(term) && (DECIMAL.test(term) || WIDE.test(term));
    const near = alone ? [term] : new Set(endsOf(term).flatMap((end) => byEnd.get(end) ?? []));
    const alike = [...near].map((word) => [word, alone ? 1 : likeness(term, word)]).filter(([, share]) => share >= rules.alike);
    if (!alike.length) return [DECIMAL.test(term) ? 0 : rules.unknown * weightOf(term), []];
    const best = Math.max(...alike.map(([, share]) => share));
    const places = new Set(alike.flatMap(([word, share]) => share === best ? having.get(word) : []));
    const weight = weightOf(term, places.size);
    return [weight, alike.map(([word, share]) => [word, weight * share * share])];
  };

  const compared = (row, asked, total) => {
    row.known ??= searched(row).map(([text, counts]) => ({ terms: termsOf(fold(text)), counts }))
      .filter(({ terms }) => terms.length).map((text) => ({ ...text, weight: sum(text.terms.map((term) => weightOf(term))) }));
    const best = new Map();
    let [both, whole] = [0, 0];
    for (const { terms, weight, counts } of row.known) {
      const parts = new Map();
      for (const word of terms) {
        for (const [term, part] of asked.get(word) ?? []) parts.set(term, Math.max(parts.get(term) ?? 0, part * counts));
      }
      for (const [term, part] of parts) best.set(term, Math.max(best.get(term) ?? 0, part));
      const shared = sum([...parts.values()]);
      both = Math.max(both, 2 * shared / (total + weight));
      whole = Math.max(whole, shared / weight);
    }
    const share = sum([...best.values()]) / total;
    const score = rounded(share + rules.text * both);
    if (score >= rules.near) return [KIND.words, score];
    return [share >= rules.half || whole >= rules.whole ? KIND.half : KIND.closest, score];
  };

  const byWords = (query, marked) => {
    const asked = new Map(); // by word of the texts: the words of the query that it matches
    const shares = new Map();
    let total = 0;
    const joined = query.replace(new RegExp(rules.spaced, "gu"), (spaced) => spaced.replaceAll(" ", ""));
    for (const term of termsOf(fold(joined))) {
      const [weight, words] = like(term);
      total += weight;
      const best = new Map();
      for (const [word, part] of words) {
        inMap(asked, word, []).push([term, part]);
        if (part >= weight / 2) marked.add(word);
        for (const place of having.get(word)) best.set(place, Math.max(best.get(place) ?? 0, part));
      }
      for (const [place, part] of best) shares.set(place, (shares.get(place) ?? 0) + part);
    }
    return [...shares].sort(([a, one], [b, other]) => rounded(other) - rounded(one) || a - b)
      .slice(0, rules.compared).map(([place]) => [rows[place], compared(rows[place], asked, total)]);
  };

  const neighbours = (number) => {
    const sorted = [...byNumber.values()].map(([row]) => row).sort((a, b) => a.code - b.code);
    const at = sorted.findIndex(({ code }) => Number(code) >= Number(number));
    return at < 0 ? sorted.slice(-1) : sorted.slice(Math.max(0, at - 1), at + 1);
  };

  /** What a query finds, best first: the rows meant, those further away, else the closest. */
  const search = (typed) => {
    const query = [...typed].slice(0, rules.longest).join("").normalize("NFKC");
    const marked = new Set(); // the words that are so like one of the query that they are shown as it
    const found = new Map(byWords(query, marked));
    const start = query.trim();
    const starting = /^[0-9]+$/.test(start) ? [...byNumber.keys()].filter((code) => code.startsWith(start)) : [];
    for (const code of starting) for (const row of byNumber.get(code)) found.set(row, [KIND.start, start.length / code.length]);
    const kinds = new Map();
    const missing = new Map();
    const numbers = query.replace(new RegExp(rules.no_codes, "g"), " ").matchAll(new RegExp(rules.number, "gi"));
    for (const [, called, written] of numbers) {
      const digits = written.replace(/^-?0*(?=[0-9])/, "");
      const number = written.startsWith("-") ? `-${digits}` : digits;
      const same = byNumber.get(number) ?? byNumber.get(digits) ?? [];
      for (const row of same) kinds.set(row, Math.min(kinds.get(row) ?? KIND.number, called ? KIND.code : KIND.number));
      if (!same.length && (called || unlisted[number] || (written === start && !starting.length))) missing.set(number, neighbours(number));
    }
    for (const [row, kind] of kinds) found.set(row, [kind, Number((found.get(row)?.[0] ?? KIND.closest) < KIND.closest)]);
    const ranked = [...found].map(([row, [kind, score]]) => ({ row, kind, score }))
      .sort((a, b) => a.kind - b.kind || b.score - a.score || a.row.place - b.row.place);
    const of = (test) => ranked.filter(({ kind }) => test(kind)).map(({ row }) => row);
    const [sure, half] = [of((kind) => kind < KIND.half), of((kind) => kind === KIND.half).slice(0, rules.most)];
    const closest = ranked.length ? of(() => true) : [...missing.values()].flat();
    const none = !sure.length && !half.length;
    return { sure, half, closest: none ? closest.slice(0, rules.closest) : [], missing: [...missing.keys()], marked };
  };

  /** The language tag of a label: English, where it is not translated. */
  const langOf = (label) => language.english.includes(label) ? "en" : language.tag;

  const labelWith = (label, value) => language.labels[label].replace(/\{\w+\}/, () => value); // a code may have a $

  const say = (label, value) => {
    status.textContent = labelWith(label, value);
    status.lang = langOf(label);
  };

  /** Marks the words of the texts that are like those of the query. */
  const WORDS = new RegExp(`[${rules.wide}]+|(?:(?![${rules.wide}])[\\p{L}\\p{M}\\p{N}])+`, "gu");
  const mark = (marked) => {
    if (!("highlights" in CSS)) return;
    const ranges = [];
    const add = (node, start, end) => {
      const range = new Range();
      range.setStart(node, start);
      range.setEnd(node, end);
      ranges.push(range);
    };
    for (const element of marked.size ? document.querySelectorAll("tbody code, tbody p, tbody span") : []) {
      const node = element.firstChild;
      for (const { 0: word, index } of node.textContent.matchAll(WORDS)) {
        const chars = [...word];
        if (!WIDE.test(word) && marked.has(fold(word))) add(node, index, index + word.length);
        let at = index;
        for (let place = 1; WIDE.test(word) && place < chars.length; place += 1) {
          const pair = chars[place - 1] + chars[place];
          if (marked.has(fold(pair))) add(node, at, at + pair.length);
          at += chars[place - 1].length;
        }
      }
    }
    CSS.highlights.set("asked", new Highlight(...ranges));
  };

  const filter = () => {
    const asked = query.value.trim();
    for (const { row, home } of rows) home.append(row);
    const found = asked ? search(query.value) : { sure: [], half: [], closest: [], missing: [], marked: new Set() };
    lists.forEach((list) => {
      list.tBodies[0].append(...found[list.id].map(({ row }) => row));
      list.hidden = !found[list.id].length;
    });
    for (const family of families) family.hidden = Boolean(asked);
    const listed = asked ? found.sure.length + found.half.length : rows.length;
    const missing = found.missing.map((number) => unlisted[number]
      ? labelWith("unlisted", `${number} ${unlisted[number]}`) : labelWith("missing", number));
    say(listed ? "shown" : "nothing", listed);
    if (missing.length) status.textContent = [...missing, ...listed ? [status.textContent] : []].join(" · ");
    mark(found.marked);
  };

  /** The language for the tags: as look-ups negotiate, with what the browser knows of tags. */
  const best = (tags) => {
    const last = Math.floor(limit / demotion) - 1; // an exact fit counts, however late
    let nearest = [languages[first].locale, limit];
    tags.forEach((tag, place) => {
      const own = languages.find((one) => one.locale === tag || one.tag === tag);
      const [name, distance] = own ? [own.locale, 0] : fittingFor(tag);
      const sum = distance + demotion * Math.min(place, last);
      if (sum < nearest[1]) nearest = [name, sum];
    });
    return languages.find((one) => one.locale === nearest[0]);
  };

  const fittingFor = (tag) => {
    try {
      const { language, script, region } = new Intl.Locale(tag.replaceAll("_", "-")).maximize();
      const keys = [`${language}-${script}-${region}`, `${language}-${script}`, language];
      return fitting[keys.find((key) => key in fitting)] ?? ["", limit];
    } catch { // no language tag
      return ["", limit];
    }
  };

  const show = (name) => {
    const shown = languages.find((one) => one.locale === name);
    language = shown ?? best(navigator.languages);
    const { tag, dir, labels } = language;
    document.documentElement.lang = tag;
    document.documentElement.dir = dir;
    document.title = labels.title;
    for (const element of document.querySelectorAll("[data-label]")) {
      element.textContent = labels[element.dataset.label];
      element.lang = langOf(element.dataset.label);
    }
    query.placeholder = labels.hint;
    query.lang = langOf("hint");
    query.dir = query.lang === tag ? dir : "ltr";
    for (const table of [...lists, ...families]) table.className = shown ? "one" : "all";
    for (const { row, code, texts, actions } of rows) {
      for (const several of [texts, actions]) {
        for (const text of several) text.hidden = shown ? text.dataset.locale !== name : text.classList.contains("borrowed");
      }
      const button = row.querySelector("button");
      button.setAttribute("aria-label", labelWith("copy", code));
      button.lang = langOf("copy");
    }
    if (choice) choice.value = shown ? name : "all";
    filter();
  };

  /** The row that the address names by its code, with any zeros before it, or by its name. */
  const named = () => {
    let asked = location.hash.slice(1);
    try {
      asked = decodeURIComponent(asked);
    } catch { // as it is
    }
    const spelled = (text) => fold(text.replace(/^0+(?=[0-9]+$)/, ""));
    const same = asked ? rows.find(({ row }) => row.id === asked)
      ?? rows.find(({ code, name }) => [code, name].some((each) => spelled(each) === spelled(asked))) : undefined;
    return [asked, same?.row];
  };

  /** Shows and marks the row that the address names; what it has not, it looks for. */
  const follow = () => {
    const [asked, row] = named();
    document.querySelector("[aria-current]")?.removeAttribute("aria-current");
    if (!row) {
      if (asked) ask(asked);
      return;
    }
    row.setAttribute("aria-current", "true");
    if (query.value.trim() && !lists.some((list) => list.contains(row))) {
      ask("");
      keep(location.hash);
    }
    row.querySelector("a").focus({ preventScroll: true });
    row.scrollIntoView();
  };

  const ask = (text) => {
    query.value = text;
    filter();
  };

  /** Keeps the search in the address: a new one as a step back, a changed one in its place. */
  const keep = (hash) => {
    const address = new URL(location.href);
    const before = address.searchParams.get("q") ?? "";
    const asked = query.value.trim();
    if (asked === before) return;
    if (asked) address.searchParams.set("q", asked);
    else address.searchParams.delete("q");
    address.hash = hash;
    history[before ? "replaceState" : "pushState"](null, "", address);
  };

  /** Shows what the address says. */
  const read = () => {
    query.value = new URLSearchParams(location.search).get("q") ?? "";
    filter();
    follow();
  };

  const write = async (text) => {
    try {
      await navigator.clipboard.writeText(text);
    } catch { // refused, or no secure context: the way of old
      const field = document.createElement("textarea");
      field.value = text;
      field.readOnly = true;
      document.body.append(field);
      field.select();
      const done = document.execCommand("copy");
      field.remove();
      if (!done) throw new Error("not copied");
    }
  };

  const copy = async (button, { code, name, texts }) => {
    const shown = texts.filter((text) => !text.hidden).map(textOf);
    try {
      await write([`${code} ${name}`, ...shown].join(shown.length > 1 ? "\n" : " "));
      say("copied", code);
      button.classList.add("copied");
      setTimeout(() => button.classList.remove("copied"), 2000);
    } catch {
      say("not_copied");
    }
    button.focus();
  };

  for (const entry of rows) {
    const button = document.querySelector("template").content.firstElementChild.cloneNode(true);
    button.addEventListener("click", () => copy(button, entry));
    entry.row.lastElementChild.append(button);
  }
  document.querySelector(".controls").hidden = false;
  let waiting;
  query.addEventListener("input", () => {
    filter();
    clearTimeout(waiting);
    waiting = setTimeout(keep, 500, "");
  });
  query.addEventListener("keydown", (event) => {
    const first = lists.map((list) => list.querySelector("tbody a")).find(Boolean);
    if (event.key === "Escape" && query.value) ask("");
    else if (event.key !== "Enter" || event.isComposing) return;
    clearTimeout(waiting);
    keep("");
    if (event.key === "Enter" && first) {
      event.preventDefault();
      location.hash = first.hash;
      follow();
    }
  });
  document.addEventListener("click", () => { // what was typed just now is in the address too
    clearTimeout(waiting);
    if (query.value.trim() && !location.hash) keep("");
  }, true);
  document.addEventListener("keydown", (event) => {
    const typing = event.target.matches("input, select, textarea, [contenteditable]");
    if (event.key !== "/" || typing || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    query.focus();
    query.select();
  });
  choice?.addEventListener("change", () => {
    show(choice.value);
    const address = new URL(location.href);
    address.searchParams.set("lang", choice.value);
    history.replaceState(null, "", address);
  });
  addEventListener("hashchange", follow);
  addEventListener("popstate", read);

  const asked = new URLSearchParams(location.search).get("lang");
  show(asked === "all" && choice ? "all" : best(asked ? [asked, ...navigator.languages] : navigator.languages).locale);
  read();
})();

"use strict";
(() => {
  const { languages, first, fitting, rules } = JSON.parse(document.getElementById("data").textContent);
  const query = document.getElementById("query");
  const choice = document.getElementById("language");
  const status = document.getElementById("status");
  const found = document.getElementById("found");
  const tables = [...document.querySelectorAll("table")];
  let language; // that the page is shown in

  const rows = [...document.querySelectorAll("tbody tr")].map((row) => ({
    row, home: row.parentElement, code: row.querySelector("th a").textContent,
    name: row.querySelector("code").textContent, texts: [...row.querySelectorAll("p")],
  }));
  const textOf = (paragraph) => paragraph.firstChild.textContent; // without what it is borrowed from

  // Search: the steps of search.py, where the reasons stand.

  const WIDE = new RegExp(`^[${rules.wide}]`, "u");
  const RUNS = new RegExp(`[^\\s${rules.wide}]+|[${rules.wide}]+`, "gu");
  const DECIMAL = /^\p{Nd}+$/u;
  const NUMBER = /^-?(?:0|[1-9][0-9]*)$/;
  const unique = (list) => [...new Set(list)];

  const fold = (text) => [...text.normalize("NFKD").toLowerCase().replace(/[\u0300-\u036f]+/g, "").normalize("NFC")]
    .map((char) => rules.same[char] ?? char).join("").replace(/[^\p{L}\p{M}\p{N}]+/gu, " ").trim();

  const termsOf = (folded) => unique((folded.match(RUNS) ?? []).flatMap((run) => {
    const chars = [...run];
    return WIDE.test(run) && chars.length > 1 ? chars.slice(1).map((char, at) => chars[at] + char) : [run];
  }));

  const isSlip = (one, other) => {
    let [a, b] = [[...one], [...other]];
    while (a.length && b.length && a[0] === b[0]) [a, b] = [a.slice(1), b.slice(1)];
    while (a.length && b.length && a.at(-1) === b.at(-1)) [a, b] = [a.slice(0, -1), b.slice(0, -1)];
    return (a.length <= 1 && b.length <= 1) || (a.length === 2 && a.join("") === b.reverse().join(""));
  };

  const numbered = rows.filter(({ code }) => NUMBER.test(code));
  const rowOf = [];
  const having = new Map(); // by word: the numbers of the texts that have it
  for (const entry of rows) {
    const names = [entry.name, ...(NUMBER.test(entry.code) ? [] : [entry.code])].map(fold);
    for (const text of unique([...names.flatMap((name) => [name, name.replaceAll(" ", "")]), ...entry.texts.map((p) => fold(textOf(p)))])) {
      for (const term of termsOf(text)) {
        if (!having.has(term)) having.set(term, []);
        having.get(term).push(rowOf.length);
      }
      rowOf.push(entry);
    }
  }
  const weight = (count) => Math.log(1 + rowOf.length / count);
  const weights = rowOf.map(() => 0);
  for (const texts of having.values()) for (const text of texts) weights[text] += weight(texts.length);

  const asWords = (folded) => unique(termsOf(folded).flatMap((term) => {
    if (having.has(term)) return [term];
    if (WIDE.test(term)) return term === folded ? [term] : [...term];
    return DECIMAL.test(term) ? [] : [term];
  }));

  const known = (term) => {
    const size = [...term].length;
    if (DECIMAL.test(term) || (WIDE.test(term) && size > 1)) return having.has(term) ? [term] : [];
    const terms = [...having.keys()];
    const inside = terms.filter((word) => word.includes(term));
    const starting = WIDE.test(term) ? [] : inside.filter((word) => word.startsWith(term));
    if (inside.length) return starting.length ? starting : inside;
    return size < rules.shortest ? [] : terms.filter((word) => Math.abs([...word].length - size) < 2 && isSlip(term, word));
  };

  const textsWith = (term) => {
    const found = new Map(); // by the number of a text: how much of the word agrees
    for (const word of known(term)) {
      const size = [...word].length;
      const quality = WIDE.test(term) ? 1 : word.includes(term) ? [...term].length / size : 1 - 1 / size;
      for (const text of having.get(word)) found.set(text, Math.max(found.get(text) ?? 0, quality));
    }
    return found;
  };

  const byWords = (asked) => {
    const shared = rowOf.map(() => 0);
    const counts = rowOf.map(() => 0);
    let [total, heaviest, nowhere] = [0, 0, 0];
    const terms = asWords(fold(asked));
    for (const term of terms) {
      const found = textsWith(term);
      if (!found.size) {
        nowhere += 1;
        continue;
      }
      const own = weight(found.size);
      heaviest = Math.max(heaviest, own);
      total += own;
      for (const [text, quality] of found) {
        shared[text] += own * quality;
        counts[text] += 1;
      }
    }
    total += nowhere * heaviest;
    let hits = shared.map((part, text) => ({ text, score: part / (total + weights[text]), whole: counts[text] === terms.length }))
      .filter(({ text, whole }) => shared[text] && (whole || shared[text] >= rules.enough * Math.min(total, weights[text])));
    const enough = rules.near * Math.max(0, ...hits.map(({ score }) => score));
    hits = hits.filter(hits.some(({ whole }) => whole) ? ({ whole }) => whole : ({ score }) => score >= enough);
    const best = new Map();
    for (const { text, score } of hits) best.set(rowOf[text], Math.max(best.get(rowOf[text]) ?? 0, score));
    return best;
  };

  /** The rows that a query finds, best first: by number, by the start of one, by words. */
  const search = (typed) => {
    const asked = [...typed].slice(0, rules.longest).join("").normalize("NFKC");
    const best = new Map([...byWords(asked)].map(([entry, score]) => [entry, [3, score]]));
    const start = asked.trim();
    if (/^[0-9]+$/.test(start)) {
      for (const entry of numbered) if (entry.code.startsWith(start)) best.set(entry, [2, start.length / entry.code.length]);
    }
    const numbers = asked.replace(new RegExp(rules.no_codes, "g"), " ").matchAll(new RegExp(rules.number, "gi"));
    for (const [, called, written] of numbers) {
      const digits = written.replace(/^-?0*(?=[0-9])/, "");
      const withSign = written.startsWith("-") ? numbered.filter(({ code }) => code === `-${digits}`) : [];
      for (const entry of withSign.length ? withSign : numbered.filter(({ code }) => code === digits)) {
        best.set(entry, [called || best.get(entry)?.[0] === 0 ? 0 : 1, 1]);
      }
    }
    return [...best].map(([entry, [kind, score]]) => ({ entry, kind, score: Math.round(score * 1e9), place: rows.indexOf(entry) }))
      .sort((a, b) => a.kind - b.kind || b.score - a.score || a.place - b.place).map(({ entry }) => entry);
  };

  /** The language tag of a label: English, where it is not translated. */
  const langOf = (label) => language.english.includes(label) ? "en" : language.tag;

  const labelWith = (label, value) => language.labels[label].replace(/\{\w+\}/, value);

  const say = (label, value) => {
    status.textContent = labelWith(label, value);
    status.lang = langOf(label);
  };

  const filter = () => {
    const hits = query.value.trim() ? search(query.value) : rows;
    for (const { row, home } of rows) home.append(row);
    const searched = hits !== rows;
    if (searched) found.tBodies[0].append(...hits.map(({ row }) => row));
    for (const table of tables) table.hidden = searched ? table !== found || !hits.length : table === found;
    say(hits.length ? "shown" : "nothing", hits.length);
  };

  /** The language for the tags: as look-ups negotiate, with what the browser knows of tags. */
  const best = (tags) => {
    let nearest = [languages[first].locale, 50]; // the distance at which languages no longer match
    tags.forEach((tag, place) => {
      const own = languages.find((one) => one.locale === tag || one.tag === tag);
      const [name, distance] = own ? [own.locale, 0] : fittingFor(tag);
      const sum = distance + 5 * place;
      if (sum < nearest[1]) nearest = [name, sum];
    });
    return languages.find((one) => one.locale === nearest[0]);
  };

  const fittingFor = (tag) => {
    try {
      const { language, script, region } = new Intl.Locale(tag.replaceAll("_", "-")).maximize();
      const keys = [`${language}-${script}-${region}`, `${language}-${script}`, language];
      return fitting[keys.find((key) => key in fitting)] ?? ["", 50];
    } catch { // no language tag
      return ["", 50];
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
    for (const table of tables) table.className = shown ? "one" : "all";
    for (const { row, code, texts } of rows) {
      texts.forEach((text, index) => { text.hidden = shown ? languages[index] !== shown : text.className === "borrowed"; });
      const button = row.querySelector("button");
      button.setAttribute("aria-label", labelWith("copy", code));
      button.lang = langOf("copy");
    }
    if (choice) choice.value = shown ? name : "all";
    filter();
  };

  /** Shows and marks the row that the address names, though a search had hidden it. */
  const follow = () => {
    const named = rows.find(({ row }) => `#${encodeURIComponent(row.id)}` === location.hash || `#${row.id}` === location.hash)?.row;
    document.querySelector("[aria-current]")?.removeAttribute("aria-current");
    if (!named) return;
    named.setAttribute("aria-current", "true");
    if (query.value.trim() && !found.contains(named)) {
      query.value = "";
      filter();
    }
    named.querySelector("a").focus({ preventScroll: true });
    named.scrollIntoView();
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
    const button = document.getElementById("copy").content.firstElementChild.cloneNode(true);
    button.addEventListener("click", () => copy(button, entry));
    entry.row.lastElementChild.append(button);
  }
  document.querySelector(".controls").hidden = false;
  query.addEventListener("input", filter);
  query.addEventListener("keydown", (event) => {
    if (event.key !== "Escape" || !query.value) return;
    query.value = "";
    filter();
  });
  choice?.addEventListener("change", () => {
    show(choice.value);
    const address = new URL(location.href);
    address.searchParams.set("lang", choice.value);
    history.replaceState(null, "", address);
  });
  addEventListener("hashchange", follow);

  const asked = new URLSearchParams(location.search).get("lang");
  show(asked === "all" && choice ? "all" : best(asked ? [asked, ...navigator.languages] : navigator.languages).locale);
  follow();
})();

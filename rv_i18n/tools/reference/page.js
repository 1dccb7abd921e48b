"use strict";
(() => {
  const languages = JSON.parse(document.getElementById("languages").textContent);
  const query = document.getElementById("query");
  const choice = document.getElementById("language");
  const status = document.getElementById("status");
  const tables = [...document.querySelectorAll("table")];

  // As search compares: width and case make no difference, nor do spaces where words are pasted.
  const fold = (text) => text.normalize("NFKC").toLowerCase();
  const squeeze = (text) => fold(text).replace(/[^\p{L}\p{M}\p{N}]+/gu, "");

  const rows = [...document.querySelectorAll("tbody tr")].map((row) => {
    const texts = [...row.querySelectorAll("p")];
    const name = row.querySelector("code").textContent;
    return {
      row, texts, name,
      words: fold([row.id, name, name.replace(/_/g, " "), ...texts.map((p) => p.textContent)].join("\n")),
      squeezed: texts.map((p) => squeeze(p.textContent)),
    };
  });
  let words; // the labels, in the language that the page is shown in

  const likely = (tag) => {
    try {
      const { language, script } = new Intl.Locale(tag).maximize();
      return `${language}-${script}`;
    } catch {
      return tag;
    }
  };

  /** The language for the first of the tags that has one: the same by its likely script. */
  const best = (tags) => {
    for (const tag of tags) {
      const fits = languages.find((one) => one.tag === tag)
        ?? languages.find((one) => likely(one.tag) === likely(tag));
      if (fits) return fits;
    }
    return languages[0];
  };

  const show = (name) => {
    const shown = languages.find((one) => one.catalogue === name);
    const { tag, dir, labels } = shown ?? best(navigator.languages);
    words = labels;
    document.documentElement.lang = tag;
    document.documentElement.dir = dir;
    document.title = labels.title;
    for (const element of document.querySelectorAll("[data-label]")) {
      element.textContent = labels[element.dataset.label];
    }
    query.placeholder = labels.hint;
    for (const table of tables) table.className = shown ? "one" : "all";
    for (const { row, texts } of rows) {
      texts.forEach((text, index) => { text.hidden = Boolean(shown) && languages[index] !== shown; });
      row.querySelector("button").setAttribute("aria-label", `${labels.copy} ${row.id}`);
    }
    if (choice) choice.value = shown ? name : "all";
    filter();
  };

  const filter = () => {
    const asked = fold(query.value).split(/\s+/).filter(Boolean);
    const pasted = squeeze(query.value);
    let count = 0;
    for (const { row, words: held, squeezed } of rows) {
      row.hidden = !(asked.every((word) => held.includes(word))
        || squeezed.some((text) => pasted.includes(text) || (pasted.length > 1 && text.includes(pasted))));
      count += !row.hidden;
    }
    for (const table of tables) table.hidden = !table.querySelector("tbody tr:not([hidden])");
    status.textContent = count ? words.shown.replace("{count}", count) : words.nothing;
  };

  /** Shows and marks the row that the address names, though a search had hidden it. */
  const follow = () => {
    const found = rows.find(({ row }) => `#${row.id}` === location.hash);
    document.querySelector("[aria-current]")?.removeAttribute("aria-current");
    if (!found) return;
    found.row.setAttribute("aria-current", "true");
    if (found.row.hidden) {
      query.value = "";
      filter();
    }
    found.row.querySelector("a").focus({ preventScroll: true });
    found.row.scrollIntoView();
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

  const copy = async (button, { row, name, texts }) => {
    const shown = texts.filter((text) => !text.hidden).map((text) => text.textContent);
    try {
      await write([`${row.id} ${name}`, ...shown].join(shown.length > 1 ? "\n" : " "));
      status.textContent = `${words.copied}: ${row.id}`;
      button.classList.add("copied");
      setTimeout(() => button.classList.remove("copied"), 2000);
    } catch {
      status.textContent = words.not_copied;
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
  const named = languages.find((one) => one.catalogue === asked || one.tag === asked);
  show(asked === "all" && choice ? "all" : (named ?? best(asked ? [asked, ...navigator.languages] : navigator.languages)).catalogue);
  follow();
})();

// What somebody may mean, shown while they type: the form works without it. Comboboxes as ARIA 1.2 has them, one for the box of a form that says
// where to ask, or one for each box that does; those are asked together with all that the form holds.
const fewest = 2;
const pause = 150;

const set = (element, names) => Object.entries(names).forEach(([name, value]) => element.setAttribute(name, value));

const part = (text, className, lang) => {
  const span = document.createElement("span");
  span.textContent = text;
  if (className) span.className = className;
  if (lang) span.lang = lang;
  return span;
};

const suggest = (field, { hints, hintsLabel }, question) => {
  const { form } = field;
  const list = document.createElement("ul");
  const told = document.createElement("p");
  let options = [];
  let at = -1;
  let timer;
  let asking;

  const mark = (next) => {
    if (options[at]) set(options[at], { "aria-selected": false });
    at = next;
    const option = options[at];
    if (!option) return field.removeAttribute("aria-activedescendant");
    set(option, { "aria-selected": true });
    set(field, { "aria-activedescendant": option.id });
    option.scrollIntoView({ block: "nearest" });
  };

  const show = (items, said) => {
    mark(-1);
    options = items.map(({ name, href, lang, hint, also, alsoLang }, number) => {
      const option = document.createElement("li");
      set(option, { id: `${field.id}-${number}`, role: "option", "aria-selected": false, "data-href": href });
      option.append(part(name, "", lang));
      if (hint) {
        const small = part(hint, "meta");
        if (also) small.append(" ", part(also, "", alsoLang));
        option.append(" ", small);
      }
      return option;
    });
    list.replaceChildren(...options);
    list.hidden = !options.length;
    set(field, { "aria-expanded": !list.hidden });
    told.textContent = said;
  };

  const stop = () => {
    clearTimeout(timer);
    asking?.abort();
  };

  const close = () => {
    stop();
    show([], "");
  };

  const ask = async () => {
    stop();
    const text = field.value.trim();
    if (text.length < fewest) return close();
    const mine = (asking = new AbortController());
    try {
      const answer = await fetch(`${hints}?${question(text)}`, { signal: mine.signal });
      const { items, said } = answer.ok ? await answer.json() : { items: [], said: "" };
      if (!mine.signal.aborted && document.activeElement === field) show(items, said);
    } catch {
      if (!mine.signal.aborted) close();
    }
  };

  const go = (option) => {
    close();
    location.assign(option.dataset.href);
  };

  const keys = {
    ArrowDown: () => (list.hidden ? ask() : mark((at + 1) % options.length)),
    ArrowUp: () => (list.hidden ? ask() : mark(at > 0 ? at - 1 : options.length - 1)),
    Home: () => at >= 0 && mark(0),
    End: () => at >= 0 && mark(options.length - 1),
    Enter: () => at >= 0 && go(options[at]),
    Escape: () => !list.hidden && close(),
  };

  set(list, { id: `${field.id}-list`, class: "search-hints", role: "listbox", "aria-label": hintsLabel, hidden: "" });
  set(told, { class: "visually-hidden", "aria-live": "polite" });
  set(field, { role: "combobox", "aria-autocomplete": "list", "aria-controls": list.id, "aria-expanded": false });
  field.after(list);
  form.append(told);
  field.addEventListener("input", () => {
    stop();
    timer = setTimeout(ask, pause);
  });
  field.addEventListener("keydown", (event) => {
    const { key, isComposing, altKey, ctrlKey, metaKey, shiftKey } = event;
    if (isComposing || altKey || ctrlKey || metaKey || shiftKey || !Object.hasOwn(keys, key)) return;
    if (keys[key]() !== false) event.preventDefault();
  });
  field.addEventListener("blur", close);
  form.addEventListener("submit", close);
  addEventListener("pagehide", close);

  // The field keeps the focus, so that a finger or a pointer on the list does not close it first.
  list.addEventListener("mousedown", (event) => event.preventDefault());
  list.addEventListener("click", ({ target }) => {
    const option = target.closest("[role=option]");
    if (option) go(option);
  });
};

document.querySelectorAll("form[data-hints]").forEach((form) => suggest(form.q, form.dataset, (text) => `q=${encodeURIComponent(text)}`));
document.querySelectorAll("input[data-hints]").forEach((field) => suggest(field, field.dataset, () => {
  const asked = new URLSearchParams(new FormData(field.form));
  asked.set("champ", field.name);
  return asked;
}));

// What somebody may mean, shown while they type: the form works without it. A combobox as ARIA 1.2 has it.
const form = document.querySelector("[data-hints]");
const field = form.q;
const list = document.createElement("ul");
const told = document.createElement("p");
const fewest = 2;
const pause = 150;
let options = [];
let at = -1;
let timer;
let asking;

const mark = (next) => {
  options[at]?.setAttribute("aria-selected", "false");
  at = next;
  const option = options[at];
  if (!option) return field.removeAttribute("aria-activedescendant");
  option.setAttribute("aria-selected", "true");
  field.setAttribute("aria-activedescendant", option.id);
  option.scrollIntoView({ block: "nearest" });
};

const part = (text, className, lang) => {
  const span = document.createElement("span");
  span.textContent = text;
  if (className) span.className = className;
  if (lang) span.lang = lang;
  return span;
};

const show = (items, said) => {
  mark(-1);
  options = items.map(({ name, href, lang, hint, also, alsoLang }, number) => {
    const option = document.createElement("li");
    option.id = `q-${number}`;
    option.role = "option";
    option.ariaSelected = "false";
    option.dataset.href = href;
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
  field.ariaExpanded = `${!list.hidden}`;
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
    const answer = await fetch(`${form.dataset.hints}?q=${encodeURIComponent(text)}`, { signal: mine.signal });
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

list.id = "q-list";
list.className = "search-hints";
list.role = "listbox";
list.ariaLabel = form.dataset.hintsLabel;
list.hidden = true;
field.after(list);
told.className = "visually-hidden";
told.ariaLive = "polite";
form.append(told);
field.role = "combobox";
field.setAttribute("aria-autocomplete", "list");
field.setAttribute("aria-controls", list.id);
field.ariaExpanded = "false";
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

// Shows a long text as its readers will get it, under the field in which it is written, while that preview is open. Everything is heard on the document,
// so that fields may come, go and be drawn anew, by a circuit that was cut or by another page.

const REST = 400;
const AGAIN_AFTER = 4_000;
const ANSWER_WITHIN = 10_000;
const LONGEST_TEXT = 20_000;

/** The preview of one field. */
class Look {
  constructor(place) {
    this.place = place;
    this.view = place.querySelector("[data-prose-view]");
  }

  soon(rest) {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.show(), rest);
  }

  close() {
    clearTimeout(this.timer);
    this.asked?.abort();
  }

  async show() {
    const root = this.place.closest("[data-prose]");
    const field = document.getElementById(this.place.dataset.proseOf);
    // What is on its way already comes.
    if (!this.place.open || !root || !field || field.value === this.text) return;
    this.asked?.abort();
    const text = field.value;
    const asked = (this.asked = new AbortController());
    this.text = text;
    if (text.trim() === "") return this.say(root, "proseEmpty");
    if (text.length > LONGEST_TEXT) return this.say(root, "proseTooLong");
    try {
      const answer = await fetch(root.dataset.prose, {
        method: "POST",
        redirect: "manual",
        credentials: "same-origin",
        signal: AbortSignal.any([asked.signal, AbortSignal.timeout(ANSWER_WITHIN)]),
        headers: { "Content-Type": "application/json", RequestVerificationToken: root.dataset.token },
        body: JSON.stringify({ text, language: root.dataset.language }),
      });
      if (answer.status === 413) return this.say(root, "proseTooLong");
      if (!answer.ok) throw new Error(`${answer.status}`);
      this.put(root, await answer.text());
    } catch {
      // Whoever was overtaken says nothing; what did not come is asked for again.
      if (this.asked !== asked) return;
      this.text = null;
      if (asked.signal.aborted) return;
      this.say(root, "proseAway");
      this.soon(AGAIN_AFTER);
    }
  }

  put(root, html) {
    const { body } = new DOMParser().parseFromString(html, "text/html");
    // Nobody leaves the form for a link in a text.
    for (const link of body.querySelectorAll("a")) {
      link.target = "_blank";
      const told = document.createElement("span");
      told.className = "visually-hidden";
      told.textContent = ` ${root.dataset.newTab}`;
      link.append(told);
    }
    this.view.lang = root.dataset.language;
    this.view.replaceChildren(...body.childNodes);
  }

  say(root, key) {
    const told = document.createElement("p");
    told.className = "hint";
    told.textContent = JSON.parse(root.dataset.words)[key];
    this.view.removeAttribute("lang");
    this.view.replaceChildren(told);
  }
}

const looks = new WeakMap();
function lookOf(place) {
  if (!looks.has(place)) looks.set(place, new Look(place));
  return looks.get(place);
}

document.addEventListener("toggle", ({ target }) => {
  if (!target.matches?.("[data-prose-of]")) return;
  if (target.open) lookOf(target).soon(0);
  else lookOf(target).close();
}, true);

// "filled" comes from editor.js, where a text changes that nobody here is typing.
for (const kind of ["input", "filled"]) {
  document.addEventListener(kind, ({ target }) => {
    const place = target.id && document.querySelector(`[data-prose-of="${CSS.escape(target.id)}"][open]`);
    if (place) lookOf(place).soon(REST);
  });
}

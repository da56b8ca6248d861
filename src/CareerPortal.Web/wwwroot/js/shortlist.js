// Keeps and hides offers without leaving the page: it sends the very form of the page, and takes from the page that answers what has changed.
const form = document.getElementById("liste");
const told = document.createElement("p");
let turn = Promise.resolve();
let isPlain = false;

const say = (text) => {
  told.textContent = "";
  requestAnimationFrame(() => (told.textContent = text ?? ""));
};

// The counts beside the filters; what is chosen there and not yet sent stays as it is.
const count = (page) => document.querySelectorAll(".facet input").forEach((box) => {
  const other = page.querySelector(`.facet input[name="${CSS.escape(box.name)}"][value="${CSS.escape(box.value)}"]`);
  const [here, there] = [box, other].map((input) => input?.closest("label")?.querySelector(".meta"));
  if (here) here.textContent = there?.textContent ?? "0";
});

const cards = () => [...document.querySelectorAll(".offer-list > li[id]")];

// What stands where the button stood: its card, else the next that is left, else the last before it.
const stay = (before, at, top) => {
  const left = [...before.slice(at), ...before.slice(0, at).reverse()].map((id) => document.getElementById(id)).find((card) => card);
  if (!left) return false;
  scrollBy({ top: left.getBoundingClientRect().top - top, behavior: "instant" });
  const next = (left.id === before[at] && left.querySelector("[data-offer] button")) || left.querySelector("h2 a, h3 a");
  next.focus({ preventScroll: true });
  next.scrollIntoView({ block: "nearest", behavior: "instant" });
  return true;
};

const show = (page, button) => {
  const offer = button.closest("[data-offer]")?.dataset.offer;
  const before = cards();
  const at = before.findIndex((card) => card.contains(button));
  const [ids, top] = [before.map((card) => card.id), before[at]?.getBoundingClientRect().top];
  document.querySelectorAll("[data-live]").forEach((part) => {
    const fresh = page.getElementById(part.id);
    if (fresh) part.replaceWith(document.adoptNode(fresh));
  });
  count(page);
  document.querySelectorAll("[data-print]").forEach((print) => {
    print.hidden = false;
    print.onclick = () => window.print();
  });
  if (at >= 0 && stay(ids, at, top)) return;
  const next = (offer && document.querySelector(`[data-offer="${offer}"] button`)) || document.getElementById("masquees") || document.querySelector("h1");
  if (next.localName !== "button") next.tabIndex = -1;
  next.focus({ preventScroll: next.localName === "button" });
};

const send = async (button) => {
  try {
    const data = new FormData(form);
    data.set(button.name, button.value);
    const answer = await fetch(form.action, { method: "POST", body: new URLSearchParams(data) });
    if (!answer.ok || new URL(answer.url).pathname !== location.pathname) throw new Error("another page");
    show(new DOMParser().parseFromString(await answer.text(), "text/html"), button);
    say(button.dataset.done);
  } catch {
    // The list is full, the token is old or the line is down: the form goes its plain way, and the site's own page says so.
    isPlain = true;
    form.requestSubmit(button.isConnected ? button : undefined);
  }
};

if (form) {
  told.className = "visually-hidden";
  told.setAttribute("aria-live", "polite");
  document.querySelector("main").append(told);
  document.addEventListener("submit", (event) => {
    if (event.target !== form || !event.submitter || isPlain) return;
    event.preventDefault();
    // One after the other: the second change is made to what the first left.
    turn = turn.then(() => send(event.submitter));
  });
}

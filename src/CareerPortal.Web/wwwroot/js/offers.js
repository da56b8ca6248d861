// How many offers a choice of filters would show, said on the button while somebody chooses: the form works without it.
const form = document.getElementById("offres");
const button = document.querySelector("[data-count-of]");
const told = document.createElement("p");
const pause = 250;
let timer;
let asking;

const ask = async () => {
  asking?.abort();
  const mine = (asking = new AbortController());
  try {
    const answer = await fetch(`${form.dataset.count}?${new URLSearchParams(new FormData(form))}`, { signal: mine.signal });
    if (!answer.ok || mine.signal.aborted) return;
    const { said } = await answer.json();
    button.textContent = told.textContent = said;
  } catch {
    // The button goes on saying what it does.
  }
};

if (form && button) {
  told.className = "visually-hidden";
  told.setAttribute("aria-live", "polite");
  form.append(told);
  document.addEventListener("change", ({ target }) => {
    if (target.form !== form || target.name === "tri") return;
    clearTimeout(timer);
    timer = setTimeout(ask, pause);
  });
}

// The comforts that need a script. Loaded in the head: a chosen theme is there before the first paint.
{
  const root = document.documentElement;
  const stored = (area, key, value) => {
    try {
      return value === undefined ? window[area][key] : (window[area][key] = value);
    } catch { /* Storage is refused: nothing is remembered. */ }
  };
  const each = (selector, act) => document.querySelectorAll(selector).forEach((element) => {
    element.hidden = false;
    act?.(element);
  });
  const theme = stored("localStorage", "theme");
  if (theme) root.dataset.theme = theme;
  const isDark = () => (root.dataset.theme ? root.dataset.theme === "dark" : matchMedia("(prefers-color-scheme: dark)").matches);

  document.addEventListener("DOMContentLoaded", () => {
    each("[data-needs-script]");
    each("[data-print]", (button) => (button.onclick = () => print()));
    each(".theme-toggle", (toggle) => {
      toggle.ariaPressed = isDark();
      toggle.onclick = () => {
        stored("localStorage", "theme", (root.dataset.theme = isDark() ? "light" : "dark"));
        toggle.ariaPressed = isDark();
      };
    });
    each("[data-share]", (button) => (button.onclick = async () => {
      const url = button.dataset.share || location.href;
      try {
        if (navigator.share) return await navigator.share({ title: document.title, url });
        await navigator.clipboard.writeText(url);
        button.textContent = button.dataset.done;
      } catch { /* Closed without sharing. */ }
    }));

    // A digit answers only while the form has the focus: a single key must not act from elsewhere.
    const question = document.querySelector(".quiz-question");
    const form = question?.form;
    if (!form) return;
    if (stored("sessionStorage", "keys")) question.focus();
    form.onkeydown = ({ key }) => {
      const answer = /^[1-5]$/.test(key) && question.querySelector(`[value="${key}"]`);
      if (answer) answer.click(), answer.focus(), stored("sessionStorage", "keys", "1");
    };
    question.onclick = ({ target, detail }) => {
      if (!detail || !target.closest(".answers label")) return;
      question.onclick = null;
      stored("sessionStorage", "keys", "");
      setTimeout(() => form.requestSubmit(form.querySelector(".button-primary")), 150);
    };
  });
}

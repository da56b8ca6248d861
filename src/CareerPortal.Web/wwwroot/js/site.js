// The comforts that need a script. Loaded in the head: a chosen theme is there before the first paint.
{
  const root = document.documentElement;
  const darkScheme = matchMedia("(prefers-color-scheme: dark)");
  const isDark = () => (root.dataset.theme ? root.dataset.theme === "dark" : darkScheme.matches);
  const each = (selector, act) => document.querySelectorAll(selector).forEach((element) => {
    element.hidden = false;
    act?.(element);
  });

  try {
    if (localStorage.theme) root.dataset.theme = localStorage.theme;
  } catch { /* Storage is refused: the choice lasts for one page. */ }

  addEventListener("DOMContentLoaded", () => {
    each("[data-needs-script]");
    each("[data-print]", (button) => (button.onclick = () => print()));

    each(".theme-toggle", (toggle) => {
      toggle.ariaPressed = isDark();
      toggle.onclick = () => {
        const theme = isDark() ? "light" : "dark";
        root.dataset.theme = theme;
        toggle.ariaPressed = isDark();
        localStorage.theme = theme;
      };
    });

    each("[data-share]", (button) => (button.onclick = async () => {
      const url = button.dataset.share || location.href;
      if (navigator.share) return navigator.share({ url }).catch(() => {});
      await navigator.clipboard.writeText(url);
      button.textContent = button.dataset.done;
    }));

    // A digit answers only while the form has the focus: a single key must not act from elsewhere. So the question takes the focus, and is read aloud.
    const question = document.querySelector(".quiz-question");
    if (!question) return;
    question.focus({ preventScroll: true });
    const form = question.form;
    form.onkeydown = ({ key }) => {
      const answer = /^[1-5]$/.test(key) ? question.querySelector(`[value="${key}"]`) : null;
      answer?.focus();
      answer?.click();
    };
    question.onclick = ({ target, detail }) => {
      if (!detail || !target.closest(".answers label")) return;
      question.onclick = null;
      setTimeout(() => form.requestSubmit(form.querySelector(".button-primary")), 150);
    };
  });
}

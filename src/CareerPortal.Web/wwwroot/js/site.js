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

    // On a phone the sections of a guide fold under their headings. Without a script, on a wide screen and on paper they are open (site.css).
    const sections = [...document.querySelectorAll(".guide-section")];
    const folds = new Map();
    const setFolded = (section, folded) => {
      const fold = folds.get(section);
      if (!fold) return;
      fold.body.hidden = folded ? "until-found" : false;
      fold.button.setAttribute("aria-expanded", `${!folded}`);
    };
    const addressed = () => {
      try {
        return document.getElementById(decodeURIComponent(location.hash.slice(1)));
      } catch { return null; }
    };
    const open = (target) => setFolded(target?.closest(".guide-section"), false);

    if (document.querySelector(".back-to-contents") && !matchMedia("(min-width: 62.5rem)").matches) {
      sections.slice(1).forEach((section) => {
        const heading = section.querySelector("h2");
        const body = document.createElement("div");
        const button = document.createElement("button");
        body.className = "section-body";
        body.append(...[...section.childNodes].filter((node) => node !== heading));
        section.append(body);
        button.type = "button";
        button.className = "fold";
        button.append(...heading.childNodes);
        heading.append(button);
        folds.set(section, { body, button });
        setFolded(section, true);
        button.onclick = () => setFolded(section, !body.hidden);
        body.addEventListener("beforematch", () => setFolded(section, false));
      });
      const target = addressed();
      open(target);
      if (folds.size && target) target.scrollIntoView();
      addEventListener("hashchange", () => open(addressed()));
      document.addEventListener("click", ({ target: clicked }) => {
        const link = clicked.closest("a[href^='#']");
        if (link) open(document.getElementById(link.hash.slice(1)));
      });
    }

    // The contents list marks the section that is being read.
    const links = new Map(sections.map((section) => [section, document.querySelectorAll(`.contents-list a[href="#${section.id}"]`)]));
    const mark = (section, here) => links.get(section)?.forEach((link) => {
      if (!here) return link.removeAttribute("aria-current");
      link.setAttribute("aria-current", "true");
      const list = link.closest(".guide-contents");
      if (!list || list.clientHeight === 0) return;
      const [inner, outer] = [link.getBoundingClientRect(), list.getBoundingClientRect()];
      if (inner.top < outer.top || inner.bottom > outer.bottom) list.scrollTop += inner.top - outer.top - outer.height / 2;
    });
    if (sections.length && "IntersectionObserver" in window) {
      let current = null;
      const seen = new Set();
      const watch = new IntersectionObserver((entries) => {
        entries.forEach(({ target, isIntersecting }) => (isIntersecting ? seen.add(target) : seen.delete(target)));
        const next = sections.filter((section) => seen.has(section)).pop() ?? current;
        if (next === current) return;
        if (current) mark(current, false);
        mark((current = next), true);
      }, { rootMargin: "-10% 0px -75% 0px" });
      sections.forEach((section) => watch.observe(section));
    }

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

// What a page asks for once somebody comes near it: the offers of an occupation as they are now, or how an offer fits this browser's result. Without
// it a link leads to a page that says the same.
const section = document.querySelector("[data-offers], [data-fit]");
const show = async () => {
  try {
    const answer = await fetch(section.dataset.offers ?? section.dataset.fit);
    if (!answer.ok) return;
    const piece = document.createElement("template");
    piece.innerHTML = await answer.text();
    section.querySelector("[aria-live]").replaceChildren(piece.content);
  } catch {
    // The link stays.
  }
};

// Most readers of a guide never do.
if (section) {
  const watch = new IntersectionObserver((seen) => {
    if (!seen.some((entry) => entry.isIntersecting)) return;
    watch.disconnect();
    show();
  }, { rootMargin: "300px" });
  watch.observe(section);
}

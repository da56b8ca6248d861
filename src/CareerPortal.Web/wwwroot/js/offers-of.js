// The offers of an occupation as they are now, on a page that is kept: without it the page leads to them.
const section = document.querySelector("[data-offers]");
const show = async () => {
  try {
    const answer = await fetch(section.dataset.offers);
    if (!answer.ok) return;
    const piece = document.createElement("template");
    piece.innerHTML = await answer.text();
    section.querySelector("[data-offers-here]").replaceChildren(piece.content);
  } catch {
    // The link stays.
  }
};

// Only once somebody comes near it: most readers of a guide never do.
if (section) {
  const watch = new IntersectionObserver((seen) => {
    if (!seen.some((entry) => entry.isIntersecting)) return;
    watch.disconnect();
    show();
  }, { rootMargin: "300px" });
  watch.observe(section);
}

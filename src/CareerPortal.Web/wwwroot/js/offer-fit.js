// How an offer fits this browser's result, on the offer's page: without it a link leads to a page that says the same.
const section = document.querySelector("[data-fit]");
const show = async () => {
  try {
    const answer = await fetch(section.dataset.fit);
    if (!answer.ok) return;
    const piece = document.createElement("template");
    piece.innerHTML = await answer.text();
    section.querySelector("[data-fit-here]").replaceChildren(piece.content);
  } catch {
    // The link stays.
  }
};

// Only once somebody comes near it.
if (section) {
  const watch = new IntersectionObserver((seen) => {
    if (!seen.some((entry) => entry.isIntersecting)) return;
    watch.disconnect();
    show();
  }, { rootMargin: "300px" });
  watch.observe(section);
}

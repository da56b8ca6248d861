// Where the page of a guide came anew by itself under somebody's hands, what they type before their field is back waits for it (editor.js). This
// runs before anything else of the page is there.
{
  const LONGEST = 2_000;
  let place = null;
  try {
    place = JSON.parse(sessionStorage.getItem("redaction place"));
  } catch { /* Storage is refused: the page does not come anew with a place. */ }
  if (place?.path) {
    let typed = "";
    const take = (event) => {
      const { key, ctrlKey, metaKey, altKey, target } = event;
      const isSign = (key.length === 1 && (!(ctrlKey || altKey) || event.getModifierState("AltGraph")) && !metaKey) || key === "Enter";
      const isNowhere = target === document.body || target === document.documentElement;
      if (!isNowhere || (!isSign && key !== "Backspace") || typed.length > LONGEST) return;
      event.preventDefault();
      typed = key === "Backspace" ? typed.slice(0, -1) : typed + (key === "Enter" ? "\n" : key);
    };
    document.addEventListener("keydown", take, true);
    window.takeEarly = () => {
      document.removeEventListener("keydown", take, true);
      window.takeEarly = null;
      return typed;
    };
  }
}

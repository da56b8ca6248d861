// What is typed into a guide. Every change is written down in this browser before anything else, is sent by itself in its order, and is crossed
// out only when the server has it. The page's circuit draws; nothing that is typed goes over it.

const REST = 500;
const LONGEST_WAIT = 2_000;
const LONGEST_PAUSE = 30_000;
const LARGEST_TEXT = 900_000;
const LARGEST_BATCH = 250_000;
const MOST_CHANGES = 200;
const ASK_AFTER = 5_000;
const ANSWER_WITHIN = 20_000;
const CIRCUIT_ANSWERS_WITHIN = 12_000;
const RESTS_AFTER = 1_500;
const RESTS_IN_A_TEXT_AFTER = 10_000;
const ASLEEP = 5_000;
const MOST_FORMER = 20;
const LOCK = "redaction ";
const STEPS = new Set(["undo", "redo"]);
const IDS = "abcdefghijkmnpqrstuvwxyz23456789";

const newId = () => Array.from(crypto.getRandomValues(new Uint8Array(8)), (b) => IDS[b % IDS.length]).join("");
const newTab = () => {
  const b = crypto.getRandomValues(new Uint8Array(16));
  b[6] = (b[6] & 15) | 64;
  b[8] = (b[8] & 63) | 128;
  const hex = Array.from(b, (v) => v.toString(16).padStart(2, "0")).join("");
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`;
};
const sleep = (ms) => new Promise((done) => setTimeout(done, ms));
const within = (ms, promise) => Promise.race([promise, sleep(ms).then(() => { throw new Error("late"); })]);

/** The journal of unsent changes: in IndexedDB, else in localStorage, else in this page alone. */
class Journal {
  static async open(scope) {
    const journal = new Journal();
    journal.scope = scope;
    try {
      journal.database = await within(4_000, new Promise((done, fail) => {
        const request = indexedDB.open("redaction", 1);
        request.onupgradeneeded = () => request.result.createObjectStore("changes", { keyPath: ["scope", "tab", "number"] });
        request.onsuccess = () => done(request.result);
        request.onerror = () => fail(request.error);
        request.onblocked = () => fail(new Error("blocked"));
      }));
      journal.keeps = "database";
    } catch {
      try {
        localStorage.setItem("redaction?", "1");
        localStorage.removeItem("redaction?");
        journal.keeps = "storage";
      } catch {
        journal.keeps = null;
      }
    }
    return journal;
  }

  /** What is kept, and what pages wrote down in their last moment: of two states of one change the later. */
  async all() {
    const kept = new Map((await this.stored()).map((e) => [`${e.tab} ${e.number}`, e]));
    for (const entry of this.spills()) {
      const key = `${entry.tab} ${entry.number}`;
      if ((entry.turn ?? 0) >= (kept.get(key)?.turn ?? 0)) kept.set(key, entry);
    }
    return [...kept.values()];
  }

  async stored() {
    if (this.keeps === "database") {
      const range = IDBKeyRange.bound([this.scope], [this.scope, []]);
      return this.ask("readonly", (store) => store.getAll(range));
    }
    if (this.keeps === "storage") {
      return Object.keys(localStorage)
        .filter((key) => key.startsWith(`redaction ${this.scope} `))
        .map((key) => JSON.parse(localStorage[key]))
        .sort((one, other) => one.number - other.number);
    }
    return [];
  }

  async put(entry) {
    const kept = { scope: this.scope, ...entry, change: { ...entry.change } };
    if (this.keeps === "database") await this.ask("readwrite", (store) => store.put(kept));
    else if (this.keeps === "storage") localStorage.setItem(this.key(entry), JSON.stringify(kept));
  }

  async drop(entries) {
    if (this.keeps === "database") {
      await this.ask("readwrite", (store) => entries.map((e) => store.delete([this.scope, e.tab, e.number])).at(-1));
    } else if (this.keeps === "storage") {
      entries.forEach((e) => localStorage.removeItem(this.key(e)));
    }
  }

  /** Written before this call returns: the database may not come to it in a page that is being left. */
  spill(tab, entries) {
    try {
      localStorage.setItem(`redaction! ${this.scope} ${tab}`, JSON.stringify(entries));
      return true;
    } catch {
      return false;
    }
  }

  unspill(tab) {
    try {
      localStorage.removeItem(`redaction! ${this.scope} ${tab}`);
    } catch { /* Storage is refused: there is nothing in it. */ }
  }

  spills() {
    try {
      return Object.keys(localStorage)
        .filter((key) => key.startsWith(`redaction! ${this.scope} `))
        .flatMap((key) => JSON.parse(localStorage[key]));
    } catch {
      return [];
    }
  }

  key(entry) {
    return `redaction ${this.scope} ${entry.tab} ${entry.number}`;
  }

  ask(mode, act) {
    return new Promise((done, fail) => {
      const transaction = this.database.transaction("changes", mode);
      const request = act(transaction.objectStore("changes"));
      // A page that is left at this moment takes nothing back.
      transaction.commit?.();
      transaction.oncomplete = () => done(request?.result);
      transaction.onerror = transaction.onabort = () => fail(transaction.error);
    });
  }
}

class Editor {
  constructor(root) {
    this.root = root;
    const told = root.dataset;
    this.guide = told.guide;
    this.api = told.api;
    this.token = told.token;
    this.words = JSON.parse(told.words);
    this.sequence = Number(told.sequence);
    this.plural = new Intl.PluralRules(document.documentElement.lang);
    this.time = new Intl.DateTimeFormat(document.documentElement.lang, { hour: "2-digit", minute: "2-digit" });
    this.tab = newTab();
    this.counter = 0;
    this.former = [];
    this.before = [];
    this.mine = [];
    this.left = new Map();
    this.values = new Map();
    this.saved = new Map();
    this.refused = new Set();
    this.pause = 0;
    this.tickedAt = Date.now();
    this.state = "opening";
    this.savedAt = null;
    this.status = root.querySelector("[data-state]");
    this.spoken = root.querySelector("[data-spoken]");
    this.notice = root.querySelector("[data-notice]");
    this.standing = { state: told.standing, at: told.publishAt ?? null };
    this.hour = new Intl.DateTimeFormat(document.documentElement.lang, { dateStyle: "long", timeStyle: "short", timeZone: "Europe/Brussels" });
    this.preview = new Preview(root.querySelector("[data-preview]"), this);
  }

  async start() {
    // Typing may begin before the journal is open: the listeners are there first, and what they take down is written as soon as it is.
    this.listen();
    this.journal = await Journal.open(`${this.root.dataset.account}:${this.guide}`);
    if (!this.journal.keeps) this.say("keepsNothing", {}, true);
    const before = this.before = this.tabsBefore();
    this.holdTab();
    if (isReloaded()) await this.isLeft(before[0]);
    await this.succeed(before);
    await this.adopt().catch(() => 0);
    this.ready = true;
    this.state = "saved";
    for (const entry of this.mine) this.write(entry);
    if (this.left.size) this.say("replayed", { n: this.waiting() });
    this.overlay(this.root);
    // Nobody writes in a field that does not know yet what was left for it.
    this.root.querySelector("[inert]")?.removeAttribute("inert");
    if (this.circuit) this.back();
    this.show();
    this.schedule(0);
    this.watch();
  }

  /** The pages of this guide that were in this window before, the last one first. */
  tabsBefore() {
    try {
      return (sessionStorage.getItem(`redaction ${this.guide}`) ?? "").split(" ").filter((tab) => tab);
    } catch {
      return [];
    }
  }

  /** What those did that live no more is this page's to undo. */
  async succeed(before) {
    const alive = await this.living();
    this.former = before.filter((tab) => !alive.has(tab)).slice(0, MOST_FORMER);
    this.keepTabs();
  }

  keepTabs() {
    try {
      sessionStorage.setItem(`redaction ${this.guide}`, [this.tab, ...this.former].join(" "));
    } catch { /* Storage is refused: what was left is found without it, and not undone. */ }
  }

  async living() {
    const held = (await navigator.locks?.query())?.held ?? [];
    return new Set(held.filter((l) => l.name.startsWith(LOCK)).map((l) => l.name.slice(LOCK.length)));
  }

  /** As long as this page lives, no other sends what it has written down. */
  holdTab() {
    navigator.locks?.request(`${LOCK}${this.tab}`, () => new Promise(() => {}));
  }

  /** Waits until the page that this one takes the place of has let its name go. */
  async isLeft(before) {
    if (!before || !navigator.locks) return;
    try {
      await navigator.locks.request(`${LOCK}${before}`, { signal: AbortSignal.timeout(3_000) }, () => {});
    } catch { /* It lives, in a tab of its own. */ }
  }

  /** What pages left behind that are no more: it is sent under their names, so that what had arrived does not count twice. */
  async adopt() {
    const alive = await this.living();
    const kept = (await this.journal.all()).filter((e) => e.tab !== this.tab && !this.left.has(e.tab) && !alive.has(e.tab));
    for (const entry of kept.sort((one, other) => one.at - other.at || one.number - other.number)) {
      if (!this.left.has(entry.tab)) this.left.set(entry.tab, []);
      this.left.get(entry.tab).push({ ...entry, sent: true });
      if (entry.change.kind === "set") this.takeUp(entry.change);
    }
    for (const list of this.left.values()) list.sort((one, other) => one.number - other.number);
    await this.keepSpills(kept);
    return kept.length;
  }

  /** The field says what was left for it from the moment that it counts as its text, or not at all: what is typed next is held against it. */
  takeUp({ path, after }) {
    const field = this.fieldOf(path);
    if (this.isDirtyHere(path) || (field && this.ready && this.isWrittenIn(field))) return;
    this.values.set(path, after);
    if (field && field.dataset.code === undefined) this.fill(field, after);
  }

  /** What was written down in a last moment moves to where the rest is. */
  async keepSpills(kept) {
    for (const tab of new Set(this.journal.spills().map((e) => e.tab))) {
      const entries = kept.filter((e) => e.tab === tab);
      if (tab === this.tab || !entries.length) continue;
      await Promise.all(entries.map((e) => this.journal.put({ tab, number: e.number, at: e.at, turn: e.turn, change: e.change })));
      this.journal.unspill(tab);
    }
  }

  // ---- what is typed ----

  listen() {
    const root = this.root;
    root.addEventListener("input", (event) => this.typed(event.target));
    root.addEventListener("change", (event) => this.typed(event.target));
    root.addEventListener("compositionstart", () => (this.composing = true));
    root.addEventListener("compositionend", (event) => {
      this.composing = false;
      this.typed(event.target);
    });
    root.addEventListener("click", (event) => this.clicked(event));
    root.addEventListener("keydown", (event) => this.pressed(event));
    root.addEventListener("focusout", () => this.schedule(REST));
    new MutationObserver((changes) => {
      for (const { addedNodes } of changes) for (const node of addedNodes) if (node.nodeType === 1) this.overlay(node);
    }).observe(root, { childList: true, subtree: true });
    document.addEventListener("visibilitychange", () => {
      if (document.visibilityState === "hidden") this.leave();
      else this.wake();
    });
    document.addEventListener("resume", () => this.wake());
    addEventListener("pagehide", () => this.leave());
    addEventListener("online", () => this.wake());
    addEventListener("offline", () => this.show());
    addEventListener("beforeunload", (event) => {
      if (this.refused.size || (this.waiting() && !this.reloading && !this.journal?.keeps)) event.preventDefault();
    });
    // The base address of the page leads every link, to a place of the page too.
    document.addEventListener("click", (event) => {
      const link = event.target.closest?.("a[href^='#']");
      const target = link && document.getElementById(link.getAttribute("href").slice(1));
      if (target) {
        event.preventDefault();
        target.scrollIntoView({ block: "start" });
        target.focus();
      }
    });
    drag(this);
    combobox(this);
  }

  /** Fields that were just drawn: what was typed here and is not on the server yet stands in them. */
  overlay(node) {
    for (const field of node.querySelectorAll ? [node, ...node.querySelectorAll("[data-path]")] : []) {
      const path = field.dataset?.path;
      if (path === undefined) continue;
      if (this.isDirty(path) || this.isOlder(path, this.drawnAt())) this.fill(field, this.values.get(path));
      else this.values.set(path, valueOf(field));
      grow(field);
    }
    for (const item of node.querySelectorAll?.("[data-item]") ?? []) {
      if (this.all().some((e) => e.change.kind === "remove" && e.change.path === item.dataset.item)) item.hidden = true;
    }
  }

  /** The state of the draft that the form was last drawn from. */
  drawnAt() {
    return Number(this.root.querySelector("[data-seen]")?.dataset.seen ?? 0);
  }

  /** Whether a state of the draft is from before what was last saved of a field here. */
  isOlder(path, sequence) {
    return (this.saved.get(path) ?? 0) > sequence;
  }

  fill(field, text, shown = text) {
    if (field.type === "checkbox") field.checked = text === "true";
    else if (field.dataset.code !== undefined) [field.dataset.code, field.value] = [text ?? "", shown ?? ""];
    else field.value = text ?? "";
    grow(field);
    field.dispatchEvent(new Event("filled", { bubbles: true }));
  }

  typed(field) {
    const path = field.dataset?.path;
    if (path === undefined) return;
    this.handsAt = Date.now();
    grow(field);
    const after = valueOf(field);
    const before = this.values.get(path) ?? "";
    if (after === before) return;
    if (sizeOf(before) + sizeOf(after) > LARGEST_TEXT) {
      this.refuse(path, "tooLarge");
      return;
    }
    this.accept(path);
    this.values.set(path, after);
    this.record({ kind: "set", path, before, after });
  }

  record(change) {
    const last = this.mine.at(-1);
    if (change.kind === "set" && last && !last.sent && last.change.kind === "set" && last.change.path === change.path) {
      last.change.after = change.after;
      last.turn += 1;
      this.write(last);
    } else {
      const entry = { tab: this.tab, number: ++this.counter, at: Date.now(), turn: 1, change, sent: false };
      this.mine.push(entry);
      this.write(entry);
    }
    this.firstUnsent ??= Date.now();
    this.schedule(change.kind === "set" ? REST : 0);
    this.show();
    return this.mine.at(-1);
  }

  /** One write at a time for each entry; the last text wins. */
  async write(entry) {
    if (!this.ready) return;
    entry.stale = true;
    if (entry.writing) return;
    entry.writing = true;
    try {
      while (entry.stale && !entry.gone) {
        entry.stale = false;
        if (entry.written !== undefined && entry.written !== entry.number) await this.journal.drop([{ tab: entry.tab, number: entry.written }]);
        entry.written = entry.number;
        const { tab, number, at, turn, change } = entry;
        await this.journal.put({ tab, number, at, turn, change });
        entry.kept = turn;
      }
      if (entry.gone) await this.journal.drop([{ tab: entry.tab, number: entry.written }]);
    } catch {
      if (!this.toldFull) this.say("keepsNothing", {}, true);
      this.toldFull = true;
    } finally {
      entry.writing = false;
      this.tidy();
    }
  }

  /** What the journal has by now need not be written down as a last word. */
  tidy() {
    if (!this.isSpilt || this.unkept().length) return;
    this.isSpilt = false;
    this.journal.unspill(this.tab);
  }

  unkept() {
    return this.mine.filter((e) => e.kept !== e.turn || e.written !== e.number);
  }

  all() {
    return [...[...this.left.values()].flat(), ...this.mine];
  }

  waiting() {
    return this.all().length;
  }

  isDirtyHere(path) {
    return this.mine.some((e) => e.change.kind === "set" && e.change.path === path);
  }

  /** Nobody's text changes under their fingers, but by what they undo themselves. */
  isWrittenIn(field) {
    return field === document.activeElement && isText(field) && !this.turned?.has(field.dataset.path);
  }

  isDirty(path) {
    return this.all().some((e) => e.change.kind === "set" && e.change.path === path);
  }

  // ---- sending ----

  schedule(rest) {
    clearTimeout(this.timer);
    if (!this.ready || !this.waiting()) return;
    const typing = Date.now() - (this.firstUnsent ?? Date.now());
    const wait = this.pause > 0 ? this.pause : Math.max(0, Math.min(rest, LONGEST_WAIT - typing));
    this.timer = setTimeout(() => this.send(), wait);
  }

  wake() {
    this.tick();
    this.pause = 0;
    this.schedule(0);
    this.ask();
    this.checkCircuit();
  }

  leave() {
    if (!this.ready || !this.mine.length) return;
    const unkept = this.unkept().map(({ tab, number, at, turn, change }) => ({ tab, number, at, turn, change }));
    if (unkept.length && this.journal.keeps) this.isSpilt = this.journal.spill(this.tab, unkept) || this.isSpilt;
    if (this.sending) return;
    const batch = this.batchOf(this.mine, 60_000);
    if (!batch.length) return;
    // What may have arrived is never joined with what comes later under the same number.
    batch.forEach((e) => (e.sent = true));
    this.post(placeOf(batch), this.bodyOf(batch), true).catch(() => {});
  }

  batchOf(list, largest) {
    const batch = [];
    let size = 0;
    for (const entry of list) {
      size += JSON.stringify(entry.change).length;
      const isStep = STEPS.has(entry.change.kind);
      if (batch.length && (size > largest || batch.length === MOST_CHANGES || this.oneByOne || isStep)) break;
      if (!batch.length && size > largest && largest < LARGEST_BATCH) break;
      batch.push(entry);
      if (isStep) break;
    }
    return batch;
  }

  bodyOf(batch) {
    const [{ tab, number, change }] = batch;
    const body = { tabId: tab, seen: this.sequence };
    if (tab === this.tab && this.former.length) body.former = this.former;
    return STEPS.has(change.kind) ? { ...body, number } : { ...body, first: number, changes: batch.map((e) => e.change) };
  }

  async send() {
    if (this.sending || !this.ready) return;
    this.sending = true;
    clearTimeout(this.timer);
    try {
      for (;;) {
        const [tab, list] = this.nextList();
        if (!list) break;
        const batch = this.batchOf(list, LARGEST_BATCH);
        batch.forEach((e) => (e.sent = true));
        this.firstUnsent = null;
        this.state = "sending";
        this.show();
        if (!(await this.deliver(tab, list, batch))) break;
        if (tab === this.tab && this.mine.length && !this.urgent()) {
          // Somebody goes on typing: the next batch waits for a rest as every other.
          this.firstUnsent = Date.now();
          break;
        }
      }
    } finally {
      this.sending = false;
      if (this.waiting()) this.schedule(REST);
      this.show();
    }
  }

  urgent() {
    return this.mine.some((e) => e.change.kind !== "set") || this.mine[0]?.sent;
  }

  nextList() {
    for (const [tab, list] of this.left) {
      if (list.length) return [tab, list];
      this.left.delete(tab);
    }
    return this.mine.length ? [this.tab, this.mine] : [null, null];
  }

  async deliver(tab, list, batch) {
    let answer;
    try {
      answer = await this.post(placeOf(batch), this.bodyOf(batch));
    } catch {
      return this.later("offline");
    }
    const said = await answer.json().catch(() => null);
    const receipt = said?.receipt ?? (said?.tabSequence === undefined ? null : said);
    if (answer.ok) {
      if (!receipt) return this.later("offline");
      if (tab === this.tab && this.former.length) {
        this.former = [];
        this.keepTabs();
      }
      this.pause = 0;
      this.oneByOne = false;
      this.acknowledge(list, batch, receipt);
      return true;
    }
    if (answer.type === "opaqueredirect" || answer.status === 401) return this.later("signedOut");
    if (answer.status === 403) return this.later("notAllowed");
    if (answer.status === 404) return this.later("gone");
    if (answer.status === 400 && said?.error === "badToken") return this.renewToken();
    if (answer.status === 429) return this.later("busy");
    if (STEPS.has(batch[0].change.kind) && (answer.status === 409 || answer.status === 400)) {
      this.speak(batch[0].change.kind === "undo" ? "nothingToUndo" : "nothingToRedo", {});
      this.takeOut(list, batch[0], receipt);
      return true;
    }
    if (answer.status === 409 && receipt && receipt.tabSequence + 1 < batch[0].number) {
      // The server never got what stood before: it is asked to take what is here as what comes next.
      this.renumber(list, receipt.tabSequence + 1);
      return true;
    }
    if (answer.status === 409) return this.later("stale");
    if (answer.status === 400 || answer.status === 413 || answer.status === 422) {
      const wrong = batch.find((e) => e.number === said?.number);
      if (!wrong && batch.length > 1) {
        this.oneByOne = true;
        return true;
      }
      // It will never be taken: it is said beside its field, where it stays as it was typed, and what follows goes on.
      const { change } = wrong ?? batch[0];
      this.oneByOne = false;
      this.takeOut(list, wrong ?? batch[0], receipt);
      this.refuse(change.path, answer.status === 413 ? "tooLarge" : "refused");
      if (change.kind !== "set") this.drawSoon(0);
      return true;
    }
    return this.later("offline");
  }

  /** An entry that the server did not count: those after it move up. */
  takeOut(list, entry, receipt) {
    list.splice(list.indexOf(entry), 1);
    entry.gone = true;
    if (!entry.writing) this.journal.drop([{ tab: entry.tab, number: entry.written ?? entry.number }]).catch(() => {});
    const counted = receipt && receipt.tabSequence >= entry.number;
    if (!counted) this.renumber(list, list[0] && Math.min(list[0].number, entry.number));
  }

  renumber(list, first) {
    list.forEach((entry, index) => {
      if (entry.number === first + index) return;
      entry.written ??= entry.number;
      entry.number = first + index;
      this.write(entry);
    });
    if (list === this.mine) this.counter = list.at(-1)?.number ?? this.counter - 1;
  }

  acknowledge(list, batch, receipt) {
    const done = list.filter((e) => e.number <= Math.max(receipt.tabSequence, batch.at(-1).number));
    const isNews = done.some((e) => e.change.kind !== "set") || receipt.conflicts?.length !== this.conflicts || receipt.isBehind;
    list.splice(0, done.length);
    done.forEach((e) => (e.gone = true));
    const dropped = done.filter((e) => !e.writing).map((e) => ({ tab: e.tab, number: e.written ?? e.number }));
    if (dropped.length) this.journal.drop(dropped).catch(() => {});
    this.tidy();
    for (const { change } of done) if (change.kind === "set") this.saved.set(change.path, receipt.sequence);
    this.sequence = Math.max(this.sequence, receipt.sequence);
    this.conflicts = receipt.conflicts?.length ?? 0;
    this.savedAt = Date.now();
    this.state = "saved";
    this.show();
    this.stand(receipt);
    const step = STEPS.has(batch[0].change.kind) ? batch[0].change.kind : null;
    if (step) this.turned = new Set((receipt.edits ?? []).map((e) => e.path));
    if (step && !receipt.edits?.length) this.speak(step === "undo" ? "nothingToUndo" : "nothingToRedo", {});
    else if (step) this.speak(step === "undo" ? "undone" : "redone", {});
    this.drawSoon(isNews || receipt.edits?.length ? 0 : 900, receipt.isBehind ? null : receipt.edits ?? []);
  }

  later(state) {
    if (this.state !== state && state !== "offline" && state !== "busy") this.say(state, { n: this.waiting() }, true);
    else if (this.state !== state && state === "offline") this.speak("offline", { n: this.waiting() });
    this.state = state;
    this.pause = Math.min(LONGEST_PAUSE, Math.max(1_000, this.pause * 2)) * (0.75 + Math.random() / 2);
    if (state !== "offline") this.pause = Math.max(this.pause, 4_000);
    return false;
  }

  async post(what, body, leaving = false) {
    return fetch(`${this.api}/${what}`, {
      method: "POST",
      redirect: "manual",
      credentials: "same-origin",
      keepalive: leaving,
      signal: leaving ? undefined : AbortSignal.timeout(ANSWER_WITHIN),
      headers: { "Content-Type": "application/json", RequestVerificationToken: this.token },
      body: JSON.stringify(body),
    });
  }

  /** A token belongs to a sign-in and to the keys of the site: the page itself has the one that counts now. */
  async renewToken() {
    try {
      const page = await fetch(location.pathname, { redirect: "manual", credentials: "same-origin", signal: AbortSignal.timeout(ANSWER_WITHIN) });
      if (!page.ok) return this.later(page.type === "opaqueredirect" ? "signedOut" : "offline");
      const root = new DOMParser().parseFromString(await page.text(), "text/html").getElementById("redaction");
      const token = root?.dataset.token;
      if (!token || token === this.token) return this.later(token ? "offline" : "signedOut");
      this.token = this.root.dataset.token = token;
      return true;
    } catch {
      return this.later("offline");
    }
  }

  // ---- news ----

  watch() {
    const again = async () => {
      await this.ask();
      setTimeout(again, document.visibilityState === "hidden" ? 6 * ASK_AFTER : ASK_AFTER);
    };
    setTimeout(again, 1_000);
    setInterval(() => this.tick(), 1_000);
    setInterval(() => this.checkCircuit(), 30_000);
    setInterval(async () => (await this.adopt().catch(() => 0)) && this.schedule(0), 15_000);
  }

  async ask() {
    if (!this.ready || this.asking) return;
    this.asking = true;
    try {
      if (document.visibilityState !== "hidden") {
        await this.post("seen", { tabId: this.tab, section: this.section ?? null });
      }
      const answer = await fetch(`${this.api}/news?since=${this.sequence}&tab=${this.tab}`, {
        redirect: "manual",
        credentials: "same-origin",
        signal: AbortSignal.timeout(ANSWER_WITHIN),
      });
      if (!answer.ok) return;
      const news = await answer.json();
      if (this.pause > 0) this.wake();
      // A page that this one took the place of is nobody, however lately it was seen.
      const alive = await this.living();
      this.people((news.present ?? []).filter((p) => alive.has(p.tabId) || !this.before.includes(p.tabId)));
      // What was asked before the last answer to something typed is older than that.
      if ((news.sequence ?? 0) >= this.sequence) this.stand(news);
      const others = (news.edits ?? []).filter((e) => e.tabId !== this.tab);
      this.sequence = Math.max(this.sequence, news.sequence ?? 0);
      if (others.length || news.isBehind) this.drawSoon(0, news.isBehind ? null : others);
      else if ((news.conflicts?.length ?? 0) !== this.conflicts) this.drawSoon(0);
      this.conflicts = news.conflicts?.length ?? 0;
    } catch { /* The next question comes soon. */ } finally {
      this.asking = false;
    }
  }

  people(present) {
    for (const place of this.root.querySelectorAll("[data-here]")) {
      const here = present.filter((p) => p.tabId !== this.tab && p.section === place.dataset.here);
      const names = [...new Set(here.map((p) => (p.accountId === this.root.dataset.account ? this.word("otherTab", {}) : p.name)))];
      const text = names.length ? this.word("here", { names: names.join(", ") }) : "";
      if (place.textContent !== text) place.textContent = text;
    }
  }

  // ---- drawing ----

  attach(circuit, section) {
    this.circuit = circuit;
    this.opened(section);
    if (this.isUndrawn) this.drawSoon(0);
  }

  opened(section, focus = false) {
    this.section = section;
    this.overlay(this.root);
    const address = new URL(location.href);
    address.searchParams.set("section", section);
    history.replaceState(history.state, "", address);
    this.preview.open(section);
    if (focus) {
      const heading = document.getElementById("formulaire-titre");
      heading?.focus({ preventScroll: true });
      if (heading && heading.getBoundingClientRect().top < 0) heading.scrollIntoView({ block: "start" });
    } else if (this.ready) {
      this.back();
    }
  }

  drawSoon(wait, edits = []) {
    for (const { kind, path, after, sequence } of edits ?? []) {
      const field = kind === "set" && !(after instanceof Object) ? this.fieldOf(path) : null;
      if (!field || field.dataset.code !== undefined || field.type === "checkbox" || field.tagName === "SELECT") continue;
      if (this.isWrittenIn(field) || this.isDirty(path) || this.isOlder(path, sequence)) continue;
      this.values.set(path, after ?? "");
      this.fill(field, after ?? "");
    }
    this.edits = edits === null || this.edits === null ? null : [...(this.edits ?? []), ...edits];
    clearTimeout(this.drawTimer);
    this.drawTimer = setTimeout(() => this.draw(), wait);
  }

  /** The circuit draws lists, faults and conflicts anew and tells what the fields hold that nobody here is typing in. */
  async draw() {
    this.preview.refresh();
    this.isUndrawn = !this.circuit;
    if (this.isUndrawn) return;
    const paths = this.edits === null ? null : (this.edits ?? []).map((e) => e.path);
    this.edits = [];
    try {
      const { seen, texts } = await within(CIRCUIT_ANSWERS_WITHIN, this.circuit.invokeMethodAsync("RedrawAsync", paths, this.wanted?.item ?? null));
      for (const [path, text] of Object.entries(texts)) {
        const field = this.fieldOf(path);
        if (!field || this.isWrittenIn(field) || this.isDirty(path) || this.isOlder(path, seen)) continue;
        this.values.set(path, text.value);
        this.fill(field, text.value, text.shown);
      }
      this.turned = null;
      this.focusWanted();
    } catch {
      this.edits = null;
      this.checkCircuit();
    }
  }

  fieldOf(path) {
    return this.root.querySelector(`[data-path="${CSS.escape(path)}"]`);
  }

  focusWanted() {
    if (!this.wanted) return;
    const { item, what } = this.wanted;
    const element = this.root.querySelector(`[data-item="${CSS.escape(item)}"]`);
    if (!element) return;
    this.wanted = null;
    const target =
      (what && element.querySelector(`[data-do="${what}"]:not([disabled])`)) ??
      element.querySelector("[data-path]") ??
      element.querySelector("button");
    target?.focus();
    element.scrollIntoView({ block: "nearest" });
  }

  /** A circuit that the server has forgotten can look alive (dotnet/aspnetcore 64607): it is asked for a sign of life. */
  async checkCircuit() {
    if (!this.circuit || this.checking || this.reloading) return;
    this.checking = true;
    try {
      await within(CIRCUIT_ANSWERS_WITHIN, this.circuit.invokeMethodAsync("AnswerAsync"));
      this.silent = 0;
    } catch {
      this.silent = (this.silent ?? 0) + 1;
      // Only a page that would come back is given up.
      if (this.silent >= 2 && (await this.isReachable())) this.lost();
      else setTimeout(() => this.checkCircuit(), 4_000);
    } finally {
      this.checking = false;
    }
  }

  /** Whether the page itself would come, and not only somebody who answers in its place. */
  async isReachable() {
    try {
      const page = await fetch(location.href, { redirect: "manual", credentials: "same-origin", signal: AbortSignal.timeout(ANSWER_WITHIN) });
      return page.ok && (await page.text()).includes('id="redaction"');
    } catch {
      return false;
    }
  }

  async lost() {
    this.say("drawingLost", {}, true);
    await this.reload();
  }

  /** What is typed is saved without a circuit: the page waits until somebody's hands rest, and until the site is sure to answer. */
  async reload() {
    if (this.reloading) return;
    this.reloading = true;
    for (let wait = 500; !this.isResting() || !(await this.isReachable()) || !this.isResting(); wait = Math.min(4_000, wait * 2)) {
      await sleep(this.isResting() ? wait : RESTS_AFTER / 5);
    }
    this.reloadNow();
  }

  /** While the cursor stands in a text, somebody may go on at any moment: looking up a word takes longer than a breath. */
  isResting() {
    // What could not be saved stands in this page alone: it is not taken away by itself.
    if (this.composing || this.refused.size || Date.now() - this.tickedAt > ASLEEP) return false;
    const isInText = document.visibilityState !== "hidden" && isText(document.activeElement ?? document.body);
    return Date.now() - (this.handsAt ?? 0) > (isInText ? RESTS_IN_A_TEXT_AFTER : RESTS_AFTER);
  }

  /** A machine that slept and is opened again is opened by somebody who is about to type. */
  tick() {
    const now = Date.now();
    if (now - this.tickedAt > ASLEEP) this.handsAt = now;
    this.tickedAt = now;
    this.show();
  }

  reloadNow() {
    const field = document.activeElement;
    try {
      sessionStorage.setItem("redaction place", JSON.stringify({
        path: field?.dataset?.path,
        from: field?.selectionStart,
        to: field?.selectionEnd,
        scroll: scrollY,
      }));
    } catch { /* The section is in the address. */ }
    location.reload();
  }

  async back() {
    let place = null;
    try {
      place = JSON.parse(sessionStorage.getItem("redaction place"));
      sessionStorage.removeItem("redaction place");
    } catch { /* See reloadNow. */ }
    let field = place?.path && this.fieldOf(place.path);
    if (place?.path && !field && this.circuit) {
      // It stands in an item that is folded, or on another page of its list.
      await within(CIRCUIT_ANSWERS_WITHIN, this.circuit.invokeMethodAsync("RedrawAsync", [], place.path)).catch(() => null);
      field = this.fieldOf(place.path);
    }

    // Until the field is there, early.js takes what is typed.
    const early = window.takeEarly?.() ?? "";
    if (!place) return;
    field?.focus({ preventScroll: true });
    if (field && place.from !== null && place.from !== undefined) field.setSelectionRange?.(place.from, place.to);
    if (field && early) document.execCommand("insertText", false, early);
    scrollTo({ top: place.scroll, behavior: "instant" });
  }

  // ---- buttons and keys ----

  clicked(event) {
    const section = this.reloading && event.target.closest("a.ed-section");
    if (section) location.assign(section.href);
    const button = event.target.closest("[data-do]");
    if (!button || button.disabled) return;
    const { do: what, list } = button.dataset;
    const item = button.closest("[data-item]");
    const path = item?.dataset.item;
    if (what === "add") this.add(list, button);
    else if (what === "remove") this.remove(item);
    else if (what === "up" || what === "down") this.move(item, what);
    else if (what === "undo" || what === "redo") this.step(what);
    else if (what === "bold" || what === "italic" || what === "link" || what === "list") mark(button, what);
    else if (what === "mend") this.mend(button.dataset);
    else if (what === "look") this.preview.look(button);
    else if (what === "preview") this.preview.toggle(button);
    else if (what === "dismiss") this.notice.hidden = true;
    else if (what === "reload") this.reloadNow();
    else if (what === "clear") {
      const field = this.fieldOf(button.dataset.of ?? path);
      if (field) {
        this.fill(field, "");
        field.dataset.code = "";
        this.typed(field);
        (field.previousElementSibling ?? field).focus?.();
      }
    }
  }

  pressed(event) {
    if (event.altKey && !event.ctrlKey && (event.key === "ArrowUp" || event.key === "ArrowDown")) {
      const item = event.target.closest("[data-item]");
      if (item && !event.target.matches("select")) {
        event.preventDefault();
        this.move(item, event.key === "ArrowUp" ? "up" : "down", true);
      }
    } else if (event.ctrlKey && event.altKey && event.key.toLowerCase() === "z") {
      event.preventDefault();
      this.step(event.shiftKey ? "redo" : "undo");
    } else if ((event.ctrlKey || event.metaKey) && !event.altKey && event.key.toLowerCase() === "z" && !isText(event.target)) {
      event.preventDefault();
      this.step(event.shiftKey ? "redo" : "undo");
    } else if ((event.ctrlKey || event.metaKey) && !event.altKey && (event.key === "b" || event.key === "i") && event.target.dataset?.marks) {
      event.preventDefault();
      insertMark(event.target, event.key === "b" ? "bold" : "italic");
    }
  }

  add(list, button) {
    const id = newId();
    const after = { $id: id, ...JSON.parse(button.dataset.blank) };
    if (button.dataset.value !== undefined) after.$value = button.dataset.value;
    const items = this.itemsOf(list);
    this.wanted = { item: `${list}.${id}` };
    this.record({ kind: "insert", path: list, after, afterId: button.dataset.last || items.at(-1)?.dataset.id || null });
    this.speak("added", {});
    if (this.pause > 0) this.say("addedLater", {});
  }

  /** A mend holds while the field still says what it was made for. */
  mend({ of, before, after }) {
    const field = this.fieldOf(of);
    if (!field || field.value !== before) return this.say("mendGone", {});
    this.fill(field, after);
    this.typed(field);
    field.focus();
    return this.speak("mended", {});
  }

  itemsOf(list) {
    return [...this.root.querySelectorAll(`[data-item][data-list="${CSS.escape(list)}"]:not([hidden])`)];
  }

  remove(item) {
    const { item: path, list } = item.dataset;
    const items = this.itemsOf(list);
    const place = items.indexOf(item);
    const next = items[place + 1] ?? items[place - 1];
    this.record({ kind: "remove", path });
    item.hidden = true;
    (next?.querySelector("[data-do='remove'], button") ?? this.root.querySelector(`[data-do="add"][data-list="${CSS.escape(list)}"]`))?.focus();
    this.say("removed", {}, false, true);
  }

  move(item, way, fromKeys = false) {
    const { item: path, list } = item.dataset;
    // A page of a long list knows its neighbours on the pages beside it: an item that goes past an end is shown there.
    const page = item.parentElement.dataset;
    const ids = [page.beforeThat, page.before, ...this.itemsOf(list).map((i) => i.dataset.id), page.after].map((id) => id || null);
    const place = ids.indexOf(item.dataset.id);
    const next = way === "up" ? place - 1 : place + 1;
    if (!ids[next]) return;
    this.moveAfter(item, ids[way === "up" ? place - 2 : next]);
    const leaves = next === 1 || next === ids.length - 1;
    this.wanted = fromKeys && !leaves ? null : { item: path, what: fromKeys ? null : way };
    this.speak("moved", { place: Number(page.first) + next - 1, of: Number(page.count) });
  }

  moveAfter(item, afterId) {
    this.record({ kind: "move", path: item.dataset.item, afterId });
  }

  /** Undoing and doing again are the server's, each in its place among what is typed. */
  step(what) {
    this.notice.hidden = true;
    this.record({ kind: what });
    if (this.pause > 0) this.say("undoLater", {});
  }

  // ---- words ----

  word(key, values) {
    const told = this.words[key] ?? key;
    const text = typeof told === "string" ? told : told[this.plural.select(values.n)] ?? told.other;
    return text.replace(/\{(\d)\}/g, (_, place) => Object.values(values)[place] ?? "");
  }

  show() {
    const n = this.waiting();
    const keeps = this.journal?.keeps !== null;
    let text;
    let mood = "calm";
    if (this.state === "opening") text = this.word("opening", {});
    else if (["signedOut", "notAllowed", "gone", "stale"].includes(this.state) && n) [text, mood] = [this.word(`${this.state}Short`, { n }), "stopped"];
    else if (n && (this.state === "offline" || !navigator.onLine)) [text, mood] = [this.word(keeps ? "offline" : "offlineUnkept", { n }), "away"];
    else if (n) [text, mood] = [this.word("sending", {}), "busy"];
    else if (this.refused.size) [text, mood] = [this.word("unsaved", { n: this.refused.size }), "stopped"];
    else if (this.savedAt) [text, mood] = [this.ago(), "saved"];
    else [text, mood] = [this.word("nothingNew", {}), "saved"];
    if (this.status.textContent !== text) this.status.textContent = text;
    if (this.status.dataset.mood !== mood) {
      const worse = this.status.dataset.mood === "away" || this.status.dataset.mood === "stopped";
      this.status.dataset.mood = mood;
      if (worse && mood === "saved") {
        this.notice.hidden = true;
        this.speak("allSaved", {});
      }
    }
  }

  ago() {
    const seconds = Math.max(0, Math.round((Date.now() - this.savedAt) / 1000));
    if (seconds < 2) return this.word("savedNow", {});
    if (seconds < 60) return this.word("savedSeconds", { n: seconds });
    return this.word("savedAt", { time: this.time.format(this.savedAt) });
  }

  /** How far the draft is, what writing on would cost it, and what it did cost: an approval and an hour are not lost in silence. */
  stand({ state, publishAtUtc, hasFallen, fall }) {
    if (!state) return;
    const was = this.standing;
    const now = { state: capital(state), at: publishAtUtc ?? null };
    if (now.state === was.state && now.at === was.at && !fall) return;
    const lost = fall ? { state: capital(fall.from), at: fall.publishAtUtc } : hasFallen && was.state !== "Writing" ? was : null;
    this.standing = now;
    const mark = this.root.querySelector("[data-stands]");
    mark.textContent = this.word(`state${now.state}`, {});
    mark.classList.toggle("ws-state-review", now.state !== "Writing");
    const place = this.root.querySelector("[data-standing-notice]");
    place.hidden = now.state === "Writing" && !lost;
    if (place.hidden) return;
    const [key, at] = lost ? [`fellFrom${lost.state}`, lost.at] : [`stands${now.state}`, now.at];
    const values = { at: at ? this.hour.format(new Date(at)) : "" };
    place.textContent = this.word(key, values);
    place.dataset.mood = lost ? "stopped" : "calm";
    this.speak(key, values);
  }

  /** Told to those who do not see the page; the state itself changes too often to be read out. */
  speak(key, values) {
    this.spoken.textContent = this.word(key, values);
  }

  say(key, values, needsAct = false, undo = false) {
    this.notice.querySelector("[data-text]").textContent = this.word(key, values);
    this.notice.querySelector("[data-sign-in]").hidden = key !== "signedOut";
    this.notice.querySelector("[data-do='reload']").hidden = key !== "stale" && key !== "gone";
    this.notice.querySelector("[data-do='undo']").hidden = !undo;
    this.notice.dataset.mood = needsAct ? "stopped" : "calm";
    this.notice.hidden = false;
    clearTimeout(this.noticeTimer);
    if (!needsAct) this.noticeTimer = setTimeout(() => (this.notice.hidden = true), 20_000);
  }

  refuse(path, key) {
    this.refused.add(path);
    const field = this.fieldOf(path);
    const place = this.root.querySelector(`[data-refusal="${CSS.escape(path)}"]`);
    field?.setAttribute("aria-invalid", "true");
    if (field && place) {
      const told = field.getAttribute("aria-describedby")?.split(" ").filter((id) => id !== place.id) ?? [];
      field.setAttribute("aria-describedby", [place.id, ...told].join(" "));
    }
    if (place) {
      place.textContent = this.word(key, {});
      place.hidden = false;
      this.speak(key, {});
    } else {
      this.say(key, {}, true);
    }
    this.show();
  }

  accept(path) {
    if (!this.refused.delete(path)) return;
    const place = this.root.querySelector(`[data-refusal="${CSS.escape(path)}"]`);
    const field = this.fieldOf(path);
    const told = field?.getAttribute("aria-describedby")?.split(" ").filter((id) => id !== place?.id) ?? [];
    if (told.length) field.setAttribute("aria-describedby", told.join(" "));
    else field?.removeAttribute("aria-describedby");
    // What the rules find wrong in it stands as it did.
    if (!told.some((id) => document.getElementById(id)?.querySelector(".ed-fault"))) field?.removeAttribute("aria-invalid");
    if (place) place.hidden = true;
    else this.notice.hidden = true;
    this.show();
  }
}

/** Two frames, one of which is seen: the other loads, takes the place on the page, and is shown when it is whole. */
class Preview {
  constructor(place, editor) {
    this.place = place;
    this.editor = editor;
    this.frames = [...place.querySelectorAll("iframe")];
    this.shown = 0;
    this.width = "phone";
    this.whole = false;
  }

  open(section) {
    this.section = section;
    this.refresh(true);
  }

  address() {
    const address = new URL(this.place.dataset.preview, location.origin);
    if (!this.whole && this.section) address.searchParams.set("section", this.section);
    if (this.width === "print") address.searchParams.set("allure", "papier");
    return address.href;
  }

  refresh(isNew = false) {
    clearTimeout(this.timer);
    this.isNew ||= isNew;
    this.timer = setTimeout(() => this.load(), isNew ? 0 : 300);
  }

  load() {
    if (this.place.hidden || this.place.offsetParent === null) return;
    if (this.loading) {
      this.again = true;
      return;
    }
    this.loading = true;
    const [front, back] = [this.frames[this.shown], this.frames[1 - this.shown]];
    const isNew = this.isNew;
    this.isNew = false;
    back.onload = () => {
      let top = 0;
      try {
        top = isNew ? 0 : front.contentWindow.scrollY;
        back.contentWindow.scrollTo({ top, behavior: "instant" });
      } catch { /* A page that could not be loaded has no place. */ }
      back.onload = null;
      back.classList.add("shown");
      back.removeAttribute("tabindex");
      back.removeAttribute("aria-hidden");
      front.classList.remove("shown");
      front.setAttribute("tabindex", "-1");
      front.setAttribute("aria-hidden", "true");
      this.shown = 1 - this.shown;
      this.loading = false;
      if (this.again) {
        this.again = false;
        this.load();
      }
    };
    back.contentWindow.location.replace(this.address());
  }

  look(button) {
    for (const other of button.parentElement.querySelectorAll("[data-do='look']")) {
      if (other.dataset.whole === undefined) other.setAttribute("aria-pressed", `${other === button}`);
    }
    if (button.dataset.whole !== undefined) {
      this.whole = !this.whole;
      button.setAttribute("aria-pressed", `${this.whole}`);
    } else {
      this.width = button.dataset.width;
      this.place.dataset.width = this.width;
    }
    this.refresh(true);
  }

  toggle(button) {
    const open = this.editor.root.toggleAttribute("data-previewing");
    button.setAttribute("aria-expanded", `${open}`);
    if (open) this.refresh(true);
  }
}

const valueOf = (field) => (field.type === "checkbox" ? `${field.checked}` : field.dataset.code ?? field.value);
const sizeOf = (text) => (text.length < 200_000 ? 3 * text.length : new Blob([text]).size);
const isText = (element) => element.matches?.("textarea, input:not([type='checkbox'], [type='radio'])");
const isReloaded = () => performance.getEntriesByType("navigation")[0]?.type === "reload";
const capital = (word) => word[0].toUpperCase() + word.slice(1);
const placeOf = ([{ change }]) => (STEPS.has(change.kind) ? change.kind : "edits");

/** Browsers that cannot let a field grow by style are helped. */
const growsItself = CSS.supports("field-sizing", "content");
function grow(field) {
  if (growsItself || field.tagName !== "TEXTAREA" || !field.isConnected) return;
  field.style.blockSize = "auto";
  field.style.blockSize = `${field.scrollHeight + 4}px`;
}

// ---- the marks of the prose ----

function mark(button, what) {
  const field = document.getElementById(button.dataset.of);
  field.focus();
  insertMark(field, what);
}

function insertMark(field, what) {
  const { selectionStart: from, selectionEnd: to, value } = field;
  const chosen = value.slice(from, to);
  let text;
  let select;
  if (what === "bold" || what === "italic") {
    const sign = what === "bold" ? "**" : "*";
    text = `${sign}${chosen}${sign}`;
    select = [from + sign.length, to + sign.length];
  } else if (what === "link") {
    text = `[${chosen}](https://)`;
    select = chosen ? [from + text.length - 1, from + text.length - 1] : [from + 1, from + 1];
  } else {
    const start = value.lastIndexOf("\n", from - 1) + 1;
    field.setSelectionRange(start, to);
    text = value.slice(start, to).split("\n").map((line) => (line.startsWith("- ") ? line.slice(2) : `- ${line}`)).join("\n");
    select = [start + text.length, start + text.length];
  }
  // The browser's own undo knows what is put in this way.
  if (!document.execCommand("insertText", false, text)) {
    field.setRangeText(text);
    field.dispatchEvent(new Event("input", { bubbles: true }));
  }
  field.setSelectionRange(...select);
}

// ---- moving by mouse ----

function drag(editor) {
  let dragged = null;
  const root = editor.root;
  root.addEventListener("dragstart", (event) => {
    const grip = event.target.closest?.("[data-grip]");
    if (!grip) return;
    dragged = grip.closest("[data-item]");
    event.dataTransfer.effectAllowed = "move";
    event.dataTransfer.setData("text/plain", "");
    event.dataTransfer.setDragImage(dragged, 12, 12);
    dragged.classList.add("dragged");
  });
  const targetOf = (event) => {
    let item = event.target.closest?.("[data-item]");
    while (item && item.dataset.list !== dragged?.dataset.list) item = item.parentElement.closest("[data-item]");
    return item;
  };
  const clear = () => root.querySelectorAll(".drop-before, .drop-after").forEach((e) => e.classList.remove("drop-before", "drop-after"));
  root.addEventListener("dragover", (event) => {
    const item = dragged && targetOf(event);
    if (!item) return;
    event.preventDefault();
    clear();
    const { top, height } = item.getBoundingClientRect();
    item.classList.add(event.clientY < top + height / 2 ? "drop-before" : "drop-after");
  });
  root.addEventListener("drop", (event) => {
    const item = dragged && targetOf(event);
    if (!item) return;
    event.preventDefault();
    const before = item.classList.contains("drop-before");
    clear();
    if (item === dragged) return;
    const items = editor.itemsOf(item.dataset.list).filter((i) => i !== dragged);
    const place = items.indexOf(item);
    const page = item.parentElement.dataset;
    editor.moveAfter(dragged, before ? (items[place - 1]?.dataset.id ?? (page.before || null)) : item.dataset.id);
    editor.wanted = { item: dragged.dataset.item };
    editor.speak("moved", { place: Number(page.first) + place + (before ? 1 : 2), of: Number(page.count) });
  });
  root.addEventListener("dragend", () => {
    clear();
    dragged?.classList.remove("dragged");
    dragged = null;
  });
}

// ---- choosing from a directory ----

/** A text field with a list below it, by the pattern of the ARIA practices: the list is only asked for what is typed. */
function combobox(editor) {
  const root = editor.root;
  const known = new Map();
  let open = null;

  const listOf = (field) => document.getElementById(field.getAttribute("aria-controls"));
  const close = () => {
    if (!open) return;
    listOf(open)?.setAttribute("hidden", "");
    open.setAttribute("aria-expanded", "false");
    open.removeAttribute("aria-activedescendant");
    open = null;
  };

  const search = async (field) => {
    const asked = field.value.trim();
    const address = `${root.dataset.choices}/${field.dataset.kind}?q=${encodeURIComponent(asked)}`;
    try {
      if (!known.has(address)) {
        const answer = await fetch(address, { credentials: "same-origin", redirect: "manual", signal: AbortSignal.timeout(ANSWER_WITHIN) });
        if (!answer.ok) return;
        known.set(address, await answer.json());
        if (known.size > 200) known.delete(known.keys().next().value);
      }
    } catch {
      return;
    }
    if (field.value.trim() !== asked || document.activeElement !== field) return;
    render(field, known.get(address));
  };

  const render = (field, choices) => {
    const list = listOf(field);
    list.replaceChildren(
      ...choices.map((choice, index) => {
        const option = document.createElement("li");
        option.id = `${list.id}-${index}`;
        option.role = "option";
        option.dataset.code = choice.code;
        option.dataset.name = choice.name;
        option.setAttribute("aria-selected", "false");
        const name = document.createElement("span");
        name.textContent = choice.name;
        const detail = document.createElement("small");
        detail.textContent = choice.detail ?? "";
        option.append(name, detail);
        return option;
      }),
    );
    if (!choices.length) {
      const none = document.createElement("li");
      none.className = "none";
      none.role = "option";
      none.setAttribute("aria-disabled", "true");
      none.textContent = editor.word("noChoice", {});
      list.append(none);
    }
    list.hidden = false;
    open = field;
    field.setAttribute("aria-expanded", "true");
    editor.speak("choices", { n: choices.length });
  };

  const choose = (field, option) => {
    if (!option?.dataset.code) return;
    field.value = option.dataset.name;
    field.dataset.code = option.dataset.code;
    close();
    if (field.dataset.adds !== undefined) {
      const adder = { dataset: { blank: "{}", value: option.dataset.code, last: field.dataset.last } };
      field.value = "";
      delete field.dataset.code;
      editor.add(field.dataset.adds, adder);
      editor.wanted = null;
    } else {
      editor.typed(field);
    }
  };

  const activate = (field, step) => {
    const options = [...listOf(field).querySelectorAll("[role='option'][data-code]")];
    if (!options.length) return;
    const now = options.findIndex((o) => o.getAttribute("aria-selected") === "true");
    const next = options[(now + step + options.length) % options.length] ?? options[0];
    options.forEach((o) => o.setAttribute("aria-selected", `${o === next}`));
    field.setAttribute("aria-activedescendant", next.id);
    next.scrollIntoView({ block: "nearest" });
  };

  root.addEventListener("input", (event) => {
    if (event.target.role !== "combobox") return;
    if (event.target.dataset.adds === undefined) event.target.dataset.code = event.target.value;
    clearTimeout(event.target.searching);
    event.target.searching = setTimeout(() => search(event.target), 150);
  }, true);
  root.addEventListener("keydown", (event) => {
    const field = event.target;
    if (field.role !== "combobox") return;
    if ((event.key === "ArrowDown" || event.key === "ArrowUp") && !event.altKey) {
      event.preventDefault();
      if (open === field) activate(field, event.key === "ArrowDown" ? 1 : -1);
      else search(field);
    } else if (event.key === "Enter" && open === field) {
      const option = listOf(field).querySelector("[aria-selected='true']");
      if (option) {
        event.preventDefault();
        choose(field, option);
      }
    } else if (event.key === "Escape" && open === field) {
      event.preventDefault();
      event.stopPropagation();
      close();
    }
  });
  root.addEventListener("focusout", (event) => {
    if (event.target === open) setTimeout(() => document.activeElement !== open && close(), 150);
  });
  root.addEventListener("mousedown", (event) => {
    const option = event.target.closest?.("[role='option']");
    if (option && open) {
      event.preventDefault();
      choose(open, option);
    } else if (event.target.role === "combobox" && open !== event.target) {
      setTimeout(() => search(event.target), 0);
    }
  });
}

// ---- the page ----

const root = document.getElementById("redaction");
const editor = root ? new Editor(root) : null;
editor?.start();

// The site's own words stand where Blazor would lay a window over the page.
document.getElementById("components-reconnect-modal")?.addEventListener("components-reconnect-state-changed", (event) => {
  const { state } = event.detail ?? {};
  if (state === "rejected" || state === "failed" || state === "resume-failed") editor?.lost();
});

export const attach = (circuit, section) => editor?.attach(circuit, section);
export const opened = (section, focus) => editor?.opened(section, focus);
export const chosen = (path) => editor?.drawSoon(0, [{ path }]);

import { asker, type Suggestions } from "./ask.ts";
import { type Listbox, listbox } from "./listbox.ts";
import type { SuggestWords } from "./suggestWords.ts";

/** A search box with its list, and what is said of them to a screen reader. */
interface Combobox {
  input: HTMLInputElement;
  list: Listbox;
  status: HTMLElement;
  words: SuggestWords;
}

const asked = (input: HTMLInputElement) => input.value.trim();
const isOpen = ({ list }: Combobox) => !list.element.hidden;

function activate({ input, list }: Combobox, place: number | null): void {
  list.activate(place);
  const active = list.active();
  if (active === null) input.removeAttribute("aria-activedescendant");
  else input.setAttribute("aria-activedescendant", active.id);
}

/** Pixels of a list that have to be seen for anybody to notice it: some three rows. */
const NOTICED = 140;

/** Above the keyboard of a phone there may be no room for the list: then the box goes to the top. */
function makeRoom({ input }: Combobox): void {
  const seen = window.visualViewport;
  const end = seen === null ? window.innerHeight : seen.offsetTop + seen.height;
  if (end - input.getBoundingClientRect().bottom < NOTICED)
    input.scrollIntoView({ block: "start", behavior: "instant" });
}

function setOpen(box: Combobox, open: boolean): void {
  box.list.element.hidden = !open;
  box.input.setAttribute("aria-expanded", String(open));
  activate(box, null);
  if (open) makeRoom(box);
}

function show(box: Combobox, { suggestions, relaxed }: Suggestions): void {
  const { list, status, words } = box;
  const note = relaxed ? words.relaxed : "";
  list.fill(suggestions, note);
  setOpen(box, suggestions.length > 0);
  const found = suggestions.length === 1 ? words.one : words.many.replace("#", String(suggestions.length));
  status.textContent = note + (suggestions.length === 0 ? words.none : found);
}

/** What events do to a box and its list. */
interface Doors {
  ask(): void;
  open(): void;
  close(): void;
  /** Asks no more for what was typed until now. */
  stop(): void;
}

function doorsOf(box: Combobox): Doors {
  let shownFor = "";
  const questions = asker((q, found) => {
    shownFor = found === null ? "" : q;
    if (found === null) setOpen(box, false);
    else show(box, found);
  });
  function close(): void {
    questions.stop();
    box.status.textContent = "";
    setOpen(box, false);
  }
  function ask(): void {
    const q = asked(box.input);
    activate(box, null);
    if (q === "") close();
    else questions.ask(q);
  }
  function open(): void {
    if (shownFor !== asked(box.input)) ask();
    else if (!isOpen(box) && box.list.size() > 0) setOpen(box, true);
  }
  return { ask, open, close, stop: questions.stop };
}

/**
 * Makes the search box of a form a combobox with a listbox of enterprises (WAI-ARIA 1.2, the pattern with manual selection).
 * Enter opens the active suggestion, and searches when there is none. @param id no other element's
 */
export function addSuggestions(form: HTMLFormElement, id: string): void {
  const input = form.elements.namedItem("q");
  if (!(input instanceof HTMLInputElement) || form.dataset.suggest === undefined) return;
  const words: SuggestWords = JSON.parse(form.dataset.suggest);
  const box: Combobox = { input, list: listbox(id, words), status: document.createElement("div"), words };
  const doors = doorsOf(box);
  dress(box);
  listen(box, doors);
  form.addEventListener("submit", doors.close);
  window.addEventListener("pagehide", doors.close);
}

function listen(box: Combobox, doors: Doors): void {
  const { input, list } = box;
  // While an input method composes, the box holds its letters, not yet what is meant; its keys are its own.
  input.addEventListener("input", (event) => {
    if (event instanceof InputEvent && event.isComposing) doors.stop();
    else doors.ask();
  });
  input.addEventListener("compositionend", doors.ask);
  input.addEventListener("keydown", (event) => {
    // 229: the key that ends a composition, in browsers that say so too late (Safari).
    if (!event.isComposing && event.keyCode !== 229) press(box, event, doors);
  });
  input.addEventListener("click", doors.open);
  input.addEventListener("blur", doors.close);
  // A press on the list must not take the focus out of the box, which would close the list before the click.
  list.element.addEventListener("mousedown", (event) => event.preventDefault());
}

/** Only here does the box become a combobox: without this script it stays the search field of a form. */
function dress({ input, list, status }: Combobox): void {
  // A search field may not have this role (ARIA in HTML), and in some browsers Escape would empty it.
  input.type = "text";
  input.inputMode = "search";
  input.enterKeyHint = "search";
  input.autocomplete = "off";
  const attributes = {
    role: "combobox",
    "aria-autocomplete": "list",
    "aria-expanded": "false",
    "aria-controls": list.element.id,
  };
  for (const [name, value] of Object.entries(attributes)) input.setAttribute(name, value);
  status.className = "vh";
  status.setAttribute("role", "status");
  input.after(list.element, status);
}

function press(box: Combobox, event: KeyboardEvent, { open, close }: Doors): void {
  const active = box.list.active();
  const { key, altKey } = event;
  if (key === "ArrowDown" || key === "ArrowUp") {
    event.preventDefault();
    if (altKey && key === "ArrowUp") close();
    else open();
    if (!altKey && isOpen(box)) activate(box, nextPlace(box.list.place(), key));
  } else if (key === "Enter" && active !== null) {
    event.preventDefault();
    active.click();
  } else if (key === "Escape") {
    if (isOpen(box)) event.preventDefault();
    close();
  } else if (/^(Home|End|Arrow(Left|Right))$/.test(key)) {
    // In a box that can be typed in, these move its caret, and the keys go back to it.
    activate(box, null);
  }
}

const nextPlace = (place: number, key: string) => (key === "ArrowDown" ? place + 1 : Math.max(place, 0) - 1);

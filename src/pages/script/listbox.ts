import type { Suggestion } from "./ask.ts";
import type { SuggestWords } from "./suggestWords.ts";

/** A text with what matched in `mark`: made of nodes, so that no text is ever read as markup. */
function marked(text: string): HTMLElement {
  const whole = document.createElement("span");
  // Names and facts are Chinese, whatever the language of the page.
  whole.lang = "zh-CN";
  for (const [i, piece] of text.split(/«([^«»]*)»/).entries()) {
    const node = document.createElement(i % 2 === 0 ? "span" : "mark");
    node.textContent = piece;
    whole.append(node);
  }
  return whole;
}

/** The name; under it what matched, where that is not the name. */
function option({ uscc, name, matched }: Suggestion, words: SuggestWords): HTMLAnchorElement {
  const link = document.createElement("a");
  link.setAttribute("role", "option");
  link.setAttribute("aria-selected", "false");
  // Focus stays in the box; a link, so that it opens in a new tab like any other.
  link.tabIndex = -1;
  link.href = words.profile + encodeURIComponent(uscc);
  const byName = matched.field === "name";
  link.append(marked(byName ? matched.text : name));
  if (!byName) {
    const under = document.createElement("small");
    under.append(words.fields[matched.field] ?? "", marked(matched.text));
    link.append(" ", under);
  }
  return link;
}

export interface Listbox {
  element: HTMLElement;
  /** @param note stands above them; '' for none. A list of options may hold nothing else, so the style sheet shows it. */
  fill(suggestions: readonly Suggestion[], note: string): void;
  size(): number;
  /** The option that Enter opens, or null. */
  active(): HTMLAnchorElement | null;
  /** Makes the option of this place active; beyond either end it goes on from the other. Null makes none active. */
  activate(place: number | null): void;
  /** The place of the active option, or -1. */
  place(): number;
}

/** The popup of a combobox, empty and hidden. Each option is a link to a profile. */
export function listbox(id: string, words: SuggestWords): Listbox {
  const element = document.createElement("div");
  element.id = id;
  element.className = "suggestions";
  element.hidden = true;
  element.setAttribute("role", "listbox");
  element.setAttribute("aria-label", words.label);
  let options: HTMLAnchorElement[] = [];
  let place = -1;

  return {
    element,
    fill(suggestions, note) {
      element.dataset.note = note;
      options = suggestions.map((suggestion) => option(suggestion, words));
      options.forEach((each, i) => {
        each.id = `${id}-${i}`;
      });
      place = -1;
      element.textContent = "";
      element.append(...options);
      element.scrollTop = 0;
    },
    size: () => options.length,
    active: () => options[place] ?? null,
    place: () => place,
    activate(to) {
      options[place]?.setAttribute("aria-selected", "false");
      place = to === null || options.length === 0 ? -1 : (to + options.length) % options.length;
      options[place]?.setAttribute("aria-selected", "true");
      options[place]?.scrollIntoView({ block: "nearest" });
    },
  };
}

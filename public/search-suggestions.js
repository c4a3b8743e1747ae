// @ts-check
// What a search box may go on to say, under it while somebody types: names of the archive from the
// server, and what was searched in this browser before, which stays in it. A combobox as the ARIA
// Authoring Practices describe it; without this script it is a plain field.

const ADDRESS = "/search/suggest";
const DELAY_MS = 120;
/** As much as a search takes. */
const MAX_LENGTH = 300;
const PAST = "past-searches";
const MAX_PAST = 30;
const SHOWN_PAST = 5;
const SHOWN_PAST_WHILE_TYPING = 2;

/**
 * `start`: from where on to where one types it takes the place of the text; a past search takes all.
 * @typedef {{ label: string, note: string, insert: string, start: number | null }} Suggestion
 */

class SuggestionList {
  #input;
  #panel;
  #list;
  #spoken;
  #forget;
  /** @type {Suggestion[]} */
  #shown = [];
  #active = -1;
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  #timer;
  #request = new AbortController();

  /**
   * @param {HTMLInputElement} input
   * @param {HTMLElement} panel
   */
  constructor(input, panel) {
    this.#input = input;
    this.#panel = panel;
    this.#list = /** @type {HTMLElement} */ (panel.querySelector("[role=listbox]"));
    this.#spoken = /** @type {HTMLElement} */ (panel.querySelector("[aria-live]"));
    this.#forget = /** @type {HTMLButtonElement} */ (panel.querySelector("button"));
    this.#makeCombobox();
    this.#listenToField();
    this.#listenToPanel();
  }

  #makeCombobox() {
    // A field for searches may be no combobox, one for text may.
    this.#input.type = "text";
    this.#input.enterKeyHint = "search";
    this.#input.autocomplete = "off";
    this.#input.setAttribute("role", "combobox");
    this.#input.setAttribute("aria-autocomplete", "list");
    this.#input.setAttribute("aria-controls", this.#list.id);
    this.#input.setAttribute("aria-expanded", "false");
  }

  #listenToField() {
    this.#input.addEventListener("input", (event) => {
      if (event instanceof InputEvent && event.isComposing) return;
      this.#stop();
      this.#timer = setTimeout(() => this.#suggest(), DELAY_MS);
    });
    this.#input.addEventListener("focus", () => {
      if (this.#input.value === "" && this.#panel.hidden) this.#show(pastSearches("", SHOWN_PAST));
    });
    this.#input.addEventListener("keydown", (event) => this.#onKey(event));
    this.#input.form?.addEventListener("submit", () => remember(this.#input.value));
  }

  #listenToPanel() {
    this.#forget.addEventListener("click", () => {
      store([]);
      this.#close();
      this.#input.focus();
    });
    // The field keeps the focus, so that what is pressed is still there when it is let go of.
    this.#list.addEventListener("pointerdown", (event) => event.preventDefault());
    this.#list.addEventListener("click", ({ target }) => {
      const option = target instanceof Element ? target.closest("[role=option]") : null;
      if (option) this.#choose([...this.#list.children].indexOf(option));
    });
    for (const part of [this.#input, this.#panel])
      part.addEventListener("focusout", ({ relatedTarget }) => {
        const isWithin = relatedTarget instanceof Node && this.#panel.contains(relatedTarget);
        if (!isWithin && relatedTarget !== this.#input) this.#close();
      });
  }

  async #suggest() {
    const typed = this.#input.value.slice(0, this.#caret);
    if (typed.length > MAX_LENGTH) return this.#close();
    if (typed.trim() === "") return this.#show(pastSearches("", SHOWN_PAST));
    this.#request = new AbortController();
    const { signal } = this.#request;
    const names = await askServer(typed, signal);
    if (signal.aborted || document.activeElement !== this.#input) return;
    this.#show([...pastSearches(this.#input.value, SHOWN_PAST_WHILE_TYPING), ...names]);
  }

  /** @param {KeyboardEvent} event */
  #onKey(event) {
    if (event.isComposing || event.ctrlKey || event.metaKey || event.altKey) return;
    const isOpen = !this.#panel.hidden;
    if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      if (isOpen) this.#activate(this.#active + (event.key === "ArrowDown" ? 1 : -1));
      else void this.#suggest();
    } else if (event.key === "Escape" && isOpen) this.#close();
    else if (event.key === "Enter" && this.#active >= 0) this.#choose(this.#active);
    else {
      if (event.key === "Enter") this.#close();
      return;
    }
    event.preventDefault();
    event.stopPropagation();
  }

  /** @param {Suggestion[]} suggestions */
  #show(suggestions) {
    this.#shown = suggestions;
    this.#active = -1;
    this.#list.replaceChildren(
      ...suggestions.map((each, i) => toOption(each, `${this.#list.id}-${i}`)),
    );
    this.#forget.hidden = !suggestions.some(({ start }) => start === null);
    this.#panel.hidden = suggestions.length === 0;
    this.#input.setAttribute("aria-expanded", String(!this.#panel.hidden));
    this.#input.removeAttribute("aria-activedescendant");
    this.#spoken.textContent = this.#panel.hidden ? "" : `Suggestions: ${suggestions.length}`;
  }

  #close() {
    this.#stop();
    this.#show([]);
  }

  /** What was to be asked or is being asked is of no use any more. */
  #stop() {
    clearTimeout(this.#timer);
    this.#request.abort();
  }

  /**
   * From past the last to none, and from none to the first or the last.
   * @param {number} index
   */
  #activate(index) {
    const options = this.#list.children;
    options[this.#active]?.setAttribute("aria-selected", "false");
    this.#active = index < -1 ? options.length - 1 : index >= options.length ? -1 : index;
    const option = options[this.#active];
    option?.setAttribute("aria-selected", "true");
    option?.scrollIntoView({ block: "nearest" });
    if (option) this.#input.setAttribute("aria-activedescendant", option.id);
    else this.#input.removeAttribute("aria-activedescendant");
  }

  /** @param {number} index */
  #choose(index) {
    const chosen = this.#shown[index];
    if (!chosen) return;
    const input = this.#input;
    const rest = input.value.slice(this.#caret).trimStart();
    this.#close();
    if (chosen.start === null) {
      input.value = chosen.insert;
      input.form?.requestSubmit();
      return;
    }
    const before = `${input.value.slice(0, chosen.start)}${chosen.insert} `;
    input.value = before + rest;
    input.setSelectionRange(before.length, before.length);
    input.focus();
  }

  get #caret() {
    return this.#input.selectionStart ?? this.#input.value.length;
  }
}

/**
 * @param {Suggestion} suggestion
 * @param {string} id
 */
function toOption({ label, note }, id) {
  const option = document.createElement("li");
  option.id = id;
  option.setAttribute("role", "option");
  option.setAttribute("aria-selected", "false");
  const [what, more] = [label, note].map((text) => {
    const part = document.createElement("span");
    part.textContent = text;
    return part;
  });
  option.append(what ?? "", " ", more ?? "");
  return option;
}

/**
 * Nothing where there is no network or no answer: one searches without.
 * @param {string} typed
 * @param {AbortSignal} signal
 * @returns {Promise<Suggestion[]>}
 */
async function askServer(typed, signal) {
  try {
    const answer = await fetch(`${ADDRESS}?${new URLSearchParams({ q: typed })}`, { signal });
    return answer.ok ? (await answer.json()).suggestions : [];
  } catch {
    return [];
  }
}

/**
 * @param {string} typed
 * @param {number} limit
 * @returns {Suggestion[]}
 */
function pastSearches(typed, limit) {
  const beginning = typed.trim().toLowerCase();
  return readPast()
    .filter((text) => text.toLowerCase().startsWith(beginning) && text !== typed.trim())
    .slice(0, limit)
    .map((text) => ({ label: text, note: "searched before", insert: text, start: null }));
}

/** @param {string} text */
function remember(text) {
  const search = text.trim().slice(0, MAX_LENGTH);
  if (search !== "") store([search, ...readPast().filter((past) => past !== search)]);
}

/** @returns {string[]} */
function readPast() {
  try {
    const past = JSON.parse(localStorage.getItem(PAST) ?? "[]");
    return Array.isArray(past) ? past.filter((text) => typeof text === "string") : [];
  } catch {
    return [];
  }
}

/** @param {string[]} past */
function store(past) {
  try {
    if (past.length === 0) localStorage.removeItem(PAST);
    else localStorage.setItem(PAST, JSON.stringify(past.slice(0, MAX_PAST)));
  } catch {
    // Where a browser keeps nothing, nothing is remembered.
  }
}

for (const panel of document.querySelectorAll("[data-suggestions-for]")) {
  const input = document.getElementById(panel.getAttribute("data-suggestions-for") ?? "");
  if (panel instanceof HTMLElement && input instanceof HTMLInputElement)
    new SuggestionList(input, panel);
}

// What makes the pages quicker. Every page works without this file.

const live = () => document.getElementById("live");

/** Says something to screen readers and, for a few seconds, to everyone. */
function say(text) {
  const toast = live();
  if (!toast) return;
  toast.textContent = text;
  clearTimeout(say.timer);
  say.timer = setTimeout(() => (toast.textContent = ""), 4000);
}

/** The select with search: type to narrow by label, code or name in another language. */
class Combobox extends HTMLElement {
  connectedCallback() {
    this.select = this.querySelector("select");
    if (!this.select || this.input) return;
    this.build();
    // Out of sight but still there: it holds the value that the form sends.
    this.select.className = "hidden-visually";
    this.select.tabIndex = -1;
    this.select.setAttribute("aria-hidden", "true");
    this.select.addEventListener("change", () => this.reset());
    this.append(this.input, this.list);
    this.show(false);
    this.reset();
  }

  build() {
    const { select } = this;
    const label = document.querySelector(`label[for="${CSS.escape(select.id)}"]`);
    this.input = Object.assign(document.createElement("input"), {
      type: "text", className: "input", autocomplete: "off", spellcheck: false, required: false,
      placeholder: this.dataset.placeholder ?? "",
    });
    this.list = Object.assign(document.createElement("ul"), { className: "list", id: `${select.id}-list` });
    this.list.setAttribute("role", "listbox");
    this.list.setAttribute("aria-label", label?.textContent.trim() ?? "");
    for (const [name, value] of [["role", "combobox"], ["aria-autocomplete", "list"], ["aria-expanded", "false"], ["aria-controls", this.list.id]]) {
      this.input.setAttribute(name, value);
    }
    for (const name of ["aria-describedby", "aria-invalid", "aria-required", "disabled"]) {
      if (select.hasAttribute(name)) this.input.setAttribute(name, select.getAttribute(name));
    }
    // The label and links of the error summary lead to what can be typed in.
    this.input.id = select.id;
    select.id = `${select.id}-value`;
    this.input.addEventListener("input", () => { this.fill(this.input.value); this.show(true); });
    this.input.addEventListener("click", () => this.open());
    this.input.addEventListener("keydown", event => this.key(event));
    this.input.addEventListener("blur", () => { this.show(false); this.reset(); });
    this.list.addEventListener("mousedown", event => event.preventDefault());
    this.list.addEventListener("click", event => this.choose(event.target.closest("[role=option]")));
  }

  open() {
    if (this.input.disabled || !this.list.hidden) return;
    this.input.select();
    this.fill("");
    this.show(true);
  }

  reset() {
    const chosen = this.select.selectedOptions[0];
    this.input.value = chosen && chosen.value ? chosen.textContent.trim() : "";
  }

  fill(typed) {
    const fold = text => text.normalize("NFKC").toLowerCase().trim();
    const wanted = fold(typed);
    const hits = [...this.select.options].filter(option =>
      (option.value || this.select.dataset.emptyChoice) && fold(`${option.textContent} ${option.dataset.search ?? ""} ${option.value}`).includes(wanted));
    // A code typed whole comes first: "DE" means Germany before Bangladesh.
    hits.sort((a, b) => (fold(b.value) === wanted) - (fold(a.value) === wanted));
    this.list.replaceChildren(...hits.map((option, index) => this.entry(option, index)));
    if (hits.length === 0) {
      const nothing = document.createElement("li");
      nothing.className = "nothing";
      nothing.textContent = this.dataset.nothing ?? "";
      this.list.append(nothing);
    }
    this.mark(this.list.querySelector("[aria-selected=true]") ?? this.list.querySelector("[role=option]:not([aria-disabled])"));
  }

  entry(option, index) {
    const item = document.createElement("li");
    item.id = `${this.list.id}-${index}`;
    item.setAttribute("role", "option");
    item.setAttribute("aria-selected", String(option.selected));
    if (option.disabled) item.setAttribute("aria-disabled", "true");
    item.textContent = option.textContent.trim();
    item.option = option;
    const help = option.dataset.reason ?? option.dataset.help;
    if (help) item.append(Object.assign(document.createElement("small"), { textContent: help }));
    return item;
  }

  mark(item) {
    this.list.querySelector(".at")?.classList.remove("at");
    if (!item) return this.input.removeAttribute("aria-activedescendant");
    item.classList.add("at");
    item.scrollIntoView({ block: "nearest" });
    this.input.setAttribute("aria-activedescendant", item.id);
  }

  key(event) {
    const items = [...this.list.querySelectorAll("[role=option]")];
    const at = items.findIndex(item => item.classList.contains("at"));
    const moves = { ArrowDown: at + 1, ArrowUp: at - 1, Home: null, End: null };
    if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      event.preventDefault();
      if (this.list.hidden) return this.open();
      this.mark(items[Math.max(0, Math.min(items.length - 1, moves[event.key]))]);
    } else if (event.key === "Enter" && !this.list.hidden) {
      event.preventDefault();
      this.choose(items[at]);
    } else if (event.key === "Escape" && !this.list.hidden) {
      event.stopPropagation();
      this.show(false);
      this.reset();
    } else if (event.key === "Tab" && !this.list.hidden && this.input.value && at >= 0) {
      this.choose(items[at]);
    }
  }

  choose(item) {
    if (!item || item.hasAttribute("aria-disabled")) return;
    const changed = !item.option.selected;
    item.option.selected = true;
    this.show(false);
    this.reset();
    if (changed) this.select.dispatchEvent(new Event("change", { bubbles: true }));
  }

  show(visible) {
    this.list.hidden = !visible;
    this.input.setAttribute("aria-expanded", String(visible));
    if (!visible) this.input.removeAttribute("aria-activedescendant");
  }
}

/** A date that is typed in the reader's format, with the browser's calendar beside it. */
class DateField extends HTMLElement {
  connectedCallback() {
    const text = this.querySelector("input");
    if (!text || this.picker || !("showPicker" in HTMLInputElement.prototype)) return;
    this.picker = Object.assign(document.createElement("input"), { type: "date", className: "hidden-visually", tabIndex: -1 });
    this.picker.setAttribute("aria-hidden", "true");
    for (const bound of ["min", "max"]) if (this.dataset[bound]) this.picker[bound] = this.dataset[bound];
    const button = this.querySelector("button");
    button.hidden = false;
    button.addEventListener("click", () => { this.picker.showPicker(); });
    this.picker.addEventListener("change", () => {
      if (!this.picker.value) return;
      text.value = this.written(this.picker.value);
      text.dispatchEvent(new Event("change", { bubbles: true }));
      text.focus();
    });
    this.append(this.picker);
  }

  written(iso) {
    const [year, month, day] = iso.split("-");
    return this.dataset.format
      .replace("yyyy", year)
      .replace(/m+/, part => (part.length > 1 ? month : String(Number(month))))
      .replace(/d+/, part => (part.length > 1 ? day : String(Number(day))));
  }
}

customElements.define("oroshi-combobox", Combobox);
customElements.define("oroshi-date", DateField);

document.addEventListener("click", event => {
  const opener = event.target.closest("[data-dialog]");
  const dialog = opener && document.getElementById(opener.dataset.dialog);
  if (dialog instanceof HTMLDialogElement && !event.ctrlKey && !event.metaKey) {
    event.preventDefault();
    dialog.showModal();
    return;
  }
  const closer = event.target.closest("[data-close]");
  if (closer?.closest("dialog")) {
    event.preventDefault();
    closer.closest("dialog").close();
    return;
  }
  const copier = event.target.closest("[data-copy]");
  if (copier) {
    const source = document.getElementById(copier.dataset.copy);
    const text = source ? (source.value ?? source.innerText) : copier.dataset.copyText;
    navigator.clipboard.writeText(text).then(() => say(copier.dataset.done));
    return;
  }
  const mail = event.target.closest("a[data-mail]");
  if (mail) {
    // The draft goes out as it reads now, edited or not.
    const text = document.getElementById(mail.dataset.mail).value;
    mail.href = mail.href.replace(/body=.*$/, `body=${encodeURIComponent(text)}`);
    return;
  }
  if (event.target.closest("[data-print]")) window.print();
});

// A form is sent once; correctness does not depend on it.
document.addEventListener("submit", event => {
  const form = event.target;
  if (form.method === "get" || form.method === "dialog" || form.hasAttribute("hx-post")) return;
  if (form.getAttribute("aria-busy") === "true") return event.preventDefault();
  form.setAttribute("aria-busy", "true");
});
addEventListener("pageshow", () => document.querySelectorAll("form[aria-busy]").forEach(form => form.removeAttribute("aria-busy")));

// Lists that change the form are sent as soon as one chooses; without the script a button does it.
document.addEventListener("change", event => {
  const select = event.target.closest("[data-submit]");
  if (select) select.form.requestSubmit(document.getElementById(select.dataset.submit) ?? undefined);
});

document.addEventListener("htmx:responseError", event => {
  if (event.detail.xhr.status === 401 || event.detail.xhr.status === 403) location.reload();
  else say(document.body.dataset.failed);
});
document.addEventListener("htmx:sendError", () => say(document.body.dataset.failed));

document.documentElement.classList.add("scripted");
// After a refused form the reader starts at the summary of what is wrong.
document.querySelector("[data-focus]")?.focus();
// A question that a page asks at once stands in it as a section; with the script it is asked in front of it.
for (const dialog of document.querySelectorAll("dialog[data-asked]")) {
  dialog.close();
  dialog.showModal();
}

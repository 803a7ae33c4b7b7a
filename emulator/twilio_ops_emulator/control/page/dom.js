// Elements, texts and times; nothing here knows what is shown.

/** An element: its name, attributes (`on…` are listeners, others properties or attributes), children. */
export const h = (name, attributes, ...children) => {
  const element = document.createElement(name);
  for (const [key, value] of Object.entries(attributes ?? {})) {
    if (value === undefined || value === null || value === false) continue;
    if (key.startsWith("on")) element.addEventListener(key.slice(2), value);
    else if (key === "class") element.className = value;
    else element.setAttribute(key, value === true ? "" : value);
  }
  element.append(...children.flat(9).filter((child) => child !== null && child !== undefined && child !== false));
  return element;
};

export const find = (id) => document.getElementById(id);

const GOOD = ["delivered", "completed", "sent", "read", "received", "active", "approved", "in-use"];
const BAD = ["failed", "undelivered", "busy", "no-answer", "canceled", "suspended", "closed", "expired", "absent"];

/** The class of a status: good, bad, or still under way. */
export const tone = (status) => {
  const text = String(status ?? "");
  if (GOOD.includes(text) || /^[23]\d\d$/.test(text)) return "good";
  return BAD.includes(text) || /^[45]\d\d$/.test(text) || text.startsWith("not ") ? "bad" : "busy";
};

/** Seconds since 1970 as date and time in UTC. */
export const clock = (seconds) => new Date(seconds * 1000).toISOString().replace("T", " ").slice(0, 19);

/** A time as the service writes it, or seconds, shortly. */
export const short = (value) => {
  const at = new Date(typeof value === "number" ? value * 1000 : value);
  return isNaN(at) ? "" : at.toISOString().replace("T", " ").slice(5, 19);
};

/** A length of time in words. */
export const lasting = (seconds) => {
  const whole = Math.max(0, Math.ceil(seconds));
  if (whole < 120) return `${whole} s`;
  return whole < 7200 ? `${Math.round(whole / 60)} min` : `${Math.round(whole / 3600)} h`;
};

const shown = (value) => (value !== null && typeof value === "object" ? JSON.stringify(value, null, 1) : String(value ?? ""));

/** Names and values of a record; Sids lead to their records. */
export const facts = (record) =>
  h("dl", null, Object.entries(record).map(([name, value]) => [
    h("dt", null, name),
    h("dd", null, typeof value === "string" && /^[A-Z]{2}[0-9a-f]{32}$/.test(value) ? link(value) : shown(value)),
  ]));

let objects = {};

/** Learn whose records Sids are, by their prefix. */
export const learn = (known) => { objects = known; };

/** The permanent address of a record. */
export const address = (object, key) => `#/record/${object}/${encodeURIComponent(key)}`;

const link = (sid) => (objects[sid.slice(0, 2)] ? h("a", { href: address(objects[sid.slice(0, 2)], sid) }, sid) : sid);

/** A form: labelled fields and a button; `send` gets the values and the form is emptied when it was done. */
export const form = (name, fields, button, send) => {
  const inputs = fields.map(([key, label, more]) => {
    const { options, wide, ...rest } = more ?? {};
    const input = options
      ? h("select", { name: key, ...rest }, options.map((one) => h("option", { value: one }, one || "—")))
      : h("input", { name: key, autocomplete: "off", ...rest });
    return h("label", { class: wide ? "wide" : null }, label, input);
  });
  const element = h("form", { "aria-label": name }, inputs, h("button", { class: "strong" }, button));
  element.addEventListener("submit", (event) => {
    event.preventDefault();
    const values = Object.fromEntries(new FormData(element));
    send(values, element);
  });
  return element;
};

/** Save a value as a JSON file. */
export const save = (name, value) => {
  const url = URL.createObjectURL(new Blob([JSON.stringify(value, null, 2), "\n"], { type: "application/json" }));
  h("a", { href: url, download: `${name}.json` }).click();
  setTimeout(() => URL.revokeObjectURL(url), 1000);
};

// What is asked of the emulator, and how it says that something has changed.

import { find } from "./dom.js";

export const BASE = "/_emulator";

/** The answer to a request for control, decoded; what is wrong is thrown in the emulator's own words. */
export const ask = async (path, options) => {
  const answer = await fetch(BASE + path, options);
  const value = await answer.json();
  if (!answer.ok) throw new Error(value.message);
  return value;
};

export const post = (path, value) =>
  ask(path, { method: "POST", headers: { "Content-Type": "application/json" }, body: JSON.stringify(value ?? {}) });

export const remove = (path) => ask(path, { method: "DELETE" });

/** Say something to whoever looks or listens. */
export const say = (text, kind) => {
  const said = find("said");
  said.textContent = text;
  said.className = kind ?? "";
};

/** Do something and say how it went. */
export const act = async (what, text) => {
  try {
    const value = await what();
    say(text ?? "Done.", "good");
    return value ?? {};
  } catch (wrong) {
    say(wrong.message, "bad");
    return null;
  }
};

/** Call back whenever something has changed, at most some times a second. */
export const listen = (changed) => {
  let waiting = null;
  const source = new EventSource(`${BASE}/events`);
  source.addEventListener("change", () => {
    waiting ??= setTimeout(() => { waiting = null; changed(); }, 150);
  });
  source.addEventListener("error", () => say("The emulator does not answer; this page waits for it.", "bad"));
  source.addEventListener("open", () => { if (find("said").textContent.startsWith("The emulator does not")) say(""); });
};

/** A page of a list; `search` and `account` are what the header says. */
export const list = (name, after, extra) => {
  const asked = new URLSearchParams({ limit: "50", ...extra });
  const account = find("account").value, search = find("search").value.trim();
  if (account) asked.set("account", account);
  if (search) asked.set("search", search);
  if (after) asked.set("after", after);
  return ask(`/${name}?${asked}`);
};

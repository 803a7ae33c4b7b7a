// Calls: what happens in them, and what the person at the other end does.

import { act, list, post } from "./api.js";
import { address, form, h, short } from "./dom.js";

const KEYS = [..."123456789*0#"];

const entry = (one) =>
  h("li", null,
    h("span", { class: /^[A-Z]/.test(one.what) ? "verb" : one.what === "problem" ? "bad" : "soft" }, one.what), " ",
    Object.entries(one.attributes ?? {}).map(([name, value]) => `${name}=${value} `).join(""),
    one.text ? h("span", null, one.text) : null, " ",
    h("span", { class: "soft" }, short(one.at)));

/** What happened in a call, in order. */
export const timeline = (entries) => [
  h("h3", null, "Timeline"),
  entries.length ? h("ol", { class: "timeline" }, entries.map(entry)) : h("p", { class: "soft" }, "Nothing has happened in it."),
];

/** What the person at the other end of a call can do. */
export const callTools = (sid) => [
  h("div", { class: "group", role: "group", "aria-label": "Press keys" },
    KEYS.map((key) => h("button", { type: "button", "aria-label": `Press ${key}`, onclick: () =>
      act(() => post("/press", { call: sid, keys: key }).then(({ heard: taken }) => { if (!taken) throw new Error(`Nothing waited for the key ${key}.`); }), `Pressed ${key}.`) }, key))),
  form("Say words", [["text", "Words", { wide: true, required: true }]], "Say",
    async (values, element) => { if (await act(() => post("/say", { call: sid, text: values.text }), "Said.")) element.reset(); }),
  h("button", { type: "button", onclick: () => act(() => post("/hang-up", { call: sid }), "The person has hung up.") }, "Hang up"),
];

export const calls = {
  title: "Calls",
  list: (after) => list("list/Call", after),
  key: (one) => one.sid,
  object: "Call",
  row: (one) => ({ who: `${one.from} → ${one.to}`, status: one.status, what: `${one.direction}${one.duration ? `, ${one.duration} s` : ""}`, when: one.date_created }),
  tools: () => h("details", null, h("summary", null, "Receive a call"),
    form("Receive a call", [
      ["from", "From (a person)", { required: true, placeholder: "+14155550100" }],
      ["to", "To (a number you own)", { required: true, placeholder: "+15005550006" }],
    ], "Call", async (values) => {
      const done = await act(() => post("/receive-call", values), "The call has come in.");
      if (done) location.hash = address("Call", done.sid);
    })),
};

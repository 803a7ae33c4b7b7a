// One record of any object: its facts, what belongs to it, and what can be done with it.

import { act, ask, post, remove, say } from "./api.js";
import { callTools, timeline } from "./calls.js";
import { address, facts, form, h, save, short, tone } from "./dom.js";
import { credentials } from "./shell.js";

const table = (title, names, rows) => (rows?.length
  ? [h("h3", null, title), h("table", null, h("thead", null, h("tr", null, names.map((name) => h("th", { scope: "col" }, name)))), h("tbody", null, rows.map((row) => h("tr", null, row.map((cell) => h("td", null, cell ?? ""))))))]
  : []);

const to = (object, key, text) => h("a", { href: address(object, key) }, text ?? key);

const sound = (one) => {
  const area = h("span");
  const load = async () => {
    const answer = await fetch(one.uri.replace(/\.json$/, ".wav"), { headers: { Authorization: credentials() } });
    if (!answer.ok) { say("This recording has no sound yet.", "bad"); return; }
    area.replaceChildren(h("audio", { controls: true, src: URL.createObjectURL(await answer.blob()), "aria-label": `Recording ${one.sid}` }));
  };
  area.append(h("button", { type: "button", onclick: load }, "Play"));
  return area;
};

/** Callbacks and documents as a table. */
export const sent = (title, rows) => table(title, ["when", "what", "answered", "problem"],
  rows.map((one) => [short(one.at), `${one.method} ${one.url}`, one.status === null ? "nothing" : String(one.status), one.error]));

/** What is shown of the records that belong to another one, by their object; of others, their status. */
const SHOWN = {
  Participant: ["Participants", ["status", "label"]],
  Call: ["Calls", ["to", "status"]],
  Recording: ["Recordings", ["status", "duration"], sound],
  Notification: ["Problems", ["error_code", "message_text"]],
};

const below = ({ object, field, identity, records, more }) => {
  const [title, names, last] = SHOWN[object] ?? [object, ["status", "date_created"]];
  const heads = [identity, ...names, ...(last ? ["sound"] : [])];
  const rows = records.map((one) => [to(object, one[identity]), ...names.map((name) => one[name]), ...(last ? [last(one)] : [])]);
  return [...table(`${title} (${field.replaceAll("_", " ")})`, heads, rows), more ? h("p", { class: "soft" }, `The newest ${records.length} of them.`) : null];
};

const body = (found) => {
  const { record, object } = found;
  return [
    record.body ? h("pre", { tabindex: "0" }, record.body) : null,
    object === "Message" && found.media?.length ? table("Media", ["kind", "address"], found.media.map((one) => [one.content_type, one.url ?? to("Media", one.sid)])) : null,
    object === "Call" ? timeline(found.timeline) : null,
    (found.below ?? []).map(below),
    object === "Recording" ? h("p", null, sound(record)) : null,
    sent("Callbacks", found.callbacks), sent("Documents fetched", found.documents),
    ...(found.documents ?? []).filter((one) => one.answer).map((one) => h("details", null, h("summary", null, `Document of ${short(one.at)}`), h("pre", { tabindex: "0" }, one.answer))),
    h("h3", null, "Record"), facts(record),
  ];
};

/** The view of one record. */
export const recordView = (object, key) => ({
  read: () => ask(`/record/${object}/${encodeURIComponent(key)}`),
  head: [h("h2", null, `${object} ${key}`)],
  body,
  tools: (found) => {
    const moves = found.moves ?? []; // none: its life is over
    const settable = ["Call", "Message"].includes(object) && moves.length;
    return [
      h("p", null, h("span", { class: tone(found.record.status) }, found.record.status ?? "")),
      object === "Call" && moves.length ? callTools(key) : null,
      settable ? form("Set the status", [["status", "Status", { options: moves }], ["code", "Error code", { inputmode: "numeric", pattern: "\\d*" }]], "Set the status",
        (values) => act(() => post("/set-status", { sid: key, status: values.status, ...(values.code ? { error_code: Number(values.code) } : {}) }), `It is ${values.status} now.`)) : null,
      h("div", { class: "group" },
        h("button", { type: "button", onclick: () => save(key, found.record) }, "Save as JSON"),
        h("button", { type: "button", onclick: async () => { const seed = await act(() => ask(`/seed-of/${object}/${encodeURIComponent(key)}`), "Saved."); if (seed) save(`${key}.seed`, seed); } }, "Save as seed"),
        h("button", { type: "button", onclick: async () => {
          if (!confirm(`Delete ${key}?`)) return;
          if (await act(() => remove(`/records/${object}/${encodeURIComponent(key)}`), "It is deleted.")) history.back();
        } }, "Delete")),
    ];
  },
});

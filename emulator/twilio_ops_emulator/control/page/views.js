// The views: what each lists, and how a row of it reads.

import { act, ask, list, post, remove } from "./api.js";
import { calls } from "./calls.js";
import { clock, facts, form, h } from "./dom.js";
import { messages } from "./messages.js";

const pretty = (text) => { try { return JSON.stringify(JSON.parse(text), null, 2); } catch { return text; } };

const logged = (title, name, row, body) => ({
  title, row, body,
  list: (after) => list(`list/${name}`, after),
  key: (one) => String(one.number),
  head: (one) => row(one).who,
});

const conferences = {
  title: "Conferences", object: "Conference",
  list: (after) => list("list/Conference", after),
  key: (one) => one.sid,
  row: (one) => ({ who: one.friendly_name, status: one.status, what: one.sid, when: one.date_created }),
};

const recordings = {
  title: "Recordings", object: "Recording",
  list: (after) => list("list/Recording", after),
  key: (one) => one.sid,
  row: (one) => ({ who: one.call_sid ?? one.conference_sid ?? one.sid, status: one.status, what: one.duration ? `${one.duration} s` : "", when: one.date_created }),
};

const numbers = {
  title: "Numbers", object: "IncomingPhoneNumber",
  list: (after) => list("list/IncomingPhoneNumber", after),
  key: (one) => one.sid,
  row: (one) => ({ who: one.phone_number, status: "", what: one.friendly_name, when: one.date_created }),
};

const accounts = {
  title: "Accounts", object: "Account",
  list: (after) => list("list/Account", after),
  key: (one) => one.sid,
  row: (one) => ({ who: one.friendly_name, status: one.status, what: one.sid, when: one.date_created }),
};

const problems = {
  title: "Problems", object: "Notification",
  list: (after) => list("list/problems", after),
  key: (one) => one.sid,
  row: (one) => ({ who: `${one.error_code}`, status: one.log === "0" ? "failed" : "warning", what: one.message_text ?? "", when: one.date_created }),
  above: (page) => (page.failures?.length ? h("div", { class: "empty bad" }, `${page.failures.length} events failed within the emulator; its log says how.`) : null),
};

const verifications = {
  title: "Verifications",
  list: async () => ({ records: await ask("/verifications"), more: false }),
  key: (one) => one.sid,
  row: (one) => ({ who: one.to, status: one.status, what: `code ${one.code}`, when: one.date_created ?? one.at }),
  head: (one) => `${one.to}: ${one.code}`,
  body: (one) => [facts(one)],
};

const requests = logged("Requests", "requests",
  (one) => ({ who: one.action ?? one.method, status: one.fate === "answer" ? String(one.status) : one.fate, what: `${one.method} ${one.path.replace("/2010-04-01/Accounts/", "…/")}`, when: one.at }),
  (one) => [
    facts({ time: clock(one.at), request: `${one.method} ${one.path}`, account: one.account, answered: one.status, fate: one.fate }),
    h("h3", null, "Parameters"), one.parameters.length ? facts(Object.fromEntries(one.parameters.map(([name, value], at) => [one.parameters.findIndex(([other]) => other === name) === at ? name : `${name} (${at + 1})`, value]))) : h("p", { class: "soft" }, "None."),
    h("h3", null, "Answer"), h("pre", { tabindex: "0" }, pretty(one.answer)),
    one.length > one.answer.length ? h("p", { class: "soft" }, `The beginning of ${one.length} bytes.`) : null,
  ]);

const callbacks = logged("Callbacks", "callbacks",
  (one) => ({ who: `${one.method} ${one.url}`, status: one.status === null ? "not answered" : String(one.status), what: one.about.join(" "), when: one.at }),
  (one) => [facts({ time: clock(one.at), attempt: one.attempt, about: one.about.at(-1), answered: one.status, problem: one.error }), h("h3", null, "Parameters"), facts(one.parameters)]);

const faultText = (one) => Object.entries(one).filter(([, value]) => value !== null && value !== undefined && value !== 0).map(([name, value]) => `${name}=${value}`).join(" ");

const tools = {
  title: "Tools",
  list: async () => ({ records: (await ask("/faults")).map((one, at) => ({ ...one, place: at })), more: false }),
  key: (one) => String(one.place),
  row: (one) => ({ who: one.kind, status: "fault", what: faultText(one), when: "" }),
  head: (one) => `Fault: ${one.kind}`,
  body: (one) => [facts(one), h("button", { type: "button", onclick: () => act(() => remove(`/faults/${one.place}`), "The fault is off.").then(() => { location.hash = "#/tools"; }) }, "Switch this fault off")],
  tools: () => h("div", null,
    form("Switch a fault on", [
      ["kind", "Fault", { options: ["status", "drop", "cut", "truncate", "latency"] }],
      ["status", "Status", { inputmode: "numeric", placeholder: "503", size: "4" }],
      ["seconds", "Seconds", { inputmode: "decimal", placeholder: "2.5", size: "4" }],
      ["object", "Object", { placeholder: "Message", size: "10" }],
      ["action", "Action", { options: ["", "Create", "Get", "Query", "Update", "Delete"] }],
    ], "Switch on", (values) => {
      const rule = Object.fromEntries(Object.entries(values).filter(([, value]) => value));
      for (const name of ["status", "seconds"]) if (rule[name]) rule[name] = Number(rule[name]);
      act(() => post("/faults", rule), "The fault is on.");
    }),
    h("div", { class: "group" },
      h("button", { type: "button", onclick: () => act(() => remove("/faults"), "All faults are off.") }, "All faults off"),
      h("button", { type: "button", onclick: () => { if (confirm("Forget all records?")) act(() => post("/reset"), "Everything is forgotten."); } }, "Forget everything")),
    form("Load a seed", [["file", "Seed (JSON)", { type: "file", accept: ".json", required: true }]], "Load", async (values) =>
      act(async () => post("/seed", JSON.parse(await values.file.text())), "The seed is there."))),
};

/** All views, by the first part of their address. */
export const views = { messages, calls, conferences, recordings, numbers, verifications, problems, requests, callbacks, accounts, tools };

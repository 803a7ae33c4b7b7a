// The header: time, the next event, accounts.

import { act, ask, post, say } from "./api.js";
import { clock, find, h, lasting, learn } from "./dom.js";

let state = null, asked = 0, next = null;

const now = () => (state.frozen ? state.time : state.time + (performance.now() - asked) / 1000);

const words = ({ object, event }) => `${object} ${event}`.replaceAll("_", " ");

const tick = () => {
  if (!state) return;
  find("clock").textContent = clock(now());
  find("next").textContent = next ? `Next: ${words(next)} in ${lasting(next.at - now())}` : "No event is to come";
};

const accounts = (records) => {
  const choice = find("account"), kept = choice.value;
  const wanted = [h("option", { value: "" }, "all accounts"), ...records.map((one) => h("option", { value: one.sid }, `${one.friendly_name} (${one.sid.slice(0, 6)}…)`))];
  if (choice.options.length === wanted.length && wanted.every((one, at) => one.textContent === choice.options[at].textContent)) return;
  choice.replaceChildren(...wanted);
  choice.value = records.some((one) => one.sid === kept) ? kept : "";
};

/** Show the time and what comes next. */
export const refresh = async () => {
  const [known, upcoming, page] = await Promise.all([ask("/state"), ask("/upcoming"), ask("/list/Account?limit=200")]);
  [state, next, asked] = [known, upcoming[0] ?? null, performance.now()];
  find("next").disabled = !next;
  find("running").textContent = `UTC, ${state.frozen ? "standing still" : "running"}`;
  accounts(page.records);
  tick();
  return state;
};

/** The account and token that the page asks the service with. */
export const credentials = () => `Basic ${btoa(`${state.account_sid}:${state.auth_token}`)}`;

export const begin = async () => {
  await ask("/objects").then(learn, (wrong) => say(wrong.message, "bad"));
  for (const button of document.querySelectorAll("[data-seconds]")) {
    button.addEventListener("click", () => act(() => post("/advance", { seconds: Number(button.dataset.seconds) }), `Time has moved by ${button.textContent.slice(1)}.`));
  }
  find("next").addEventListener("click", () => {
    if (!next) return;
    const { object, event, at } = next;
    act(() => post("/advance", { seconds: Math.max(0, at - now()) }), `${words({ object, event })} has happened.`);
  });
  setInterval(tick, 500);
};

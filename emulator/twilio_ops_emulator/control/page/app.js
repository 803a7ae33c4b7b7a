// The page: which view is open, its list and its details, brought up to date when something changes.

import { listen, say } from "./api.js";
import { address, find, h, short, tone } from "./dom.js";
import { recordView } from "./records.js";
import { begin, refresh } from "./shell.js";
import { views } from "./views.js";

let view = null, open = null, records = [], more = false, shown = { list: "", detail: "", tools: "" }, turn = 0;

const place = () => {
  const [first, ...rest] = location.hash.replace(/^#\/?/, "").split("/");
  const key = rest.length ? decodeURIComponent(rest.join("/")) : null;
  return { first, rest, key };
};

const hrefOf = (name, one) => (views[name].object ? address(views[name].object, views[name].key(one)) : `#/${name}/${encodeURIComponent(views[name].key(one))}`);

const drawList = (above) => {
  const area = find("list"), focused = document.activeElement?.dataset?.key;
  const text = JSON.stringify([view, open?.key, records]);
  find("older").hidden = !more;
  if (text === shown.list) return;
  shown.list = text;
  area.replaceChildren();
  if (above) area.append(h("li", null, above));
  if (!records.length) area.append(h("li", { class: "empty" }, find("search").value || find("account").value ? "Nothing matches." : "Nothing yet."));
  for (const one of records) {
    const row = views[view].row(one), key = views[view].key(one);
    const link = h("a", { class: "row", href: hrefOf(view, one), "data-key": key, "aria-current": open?.key === key ? "true" : null },
      h("span", { class: "who" }, row.who), h("span", { class: tone(row.status) }, row.status),
      h("span", { class: "soft" }, row.what), h("span", { class: "soft" }, short(row.when)));
    area.append(h("li", null, link));
    if (focused === key) link.focus({ preventScroll: true });
  }
};

const readList = async (further) => {
  const name = view, page = await views[name].list(further ? views[name].key(records.at(-1)) : null);
  if (name !== view) return;
  if (further) records = [...records, ...page.records];
  else {
    // What was read of older ones stays: it lies behind the last of the newest.
    const last = page.records.at(-1), at = last ? records.findIndex((one) => views[name].key(one) === views[name].key(last)) : -1;
    const kept = page.more && at >= 0 ? records.slice(at + 1) : [];
    if (!kept.length) more = page.more;
    records = [...page.records, ...kept];
  }
  if (further) more = page.more;
  drawList(views[name].above?.(page));
};

const frame = () => {
  const area = find("detail");
  shown.detail = shown.tools = "";
  area.replaceChildren();
  if (!open) { area.append(h("p", { class: "empty" }, "Choose one of the list to see all of it.")); return; }
  area.append(...(open.head ?? []), h("div", { id: "can" }), h("div", { id: "body" }), ...(open.foot ?? []));
};

const readDetail = async () => {
  const one = open;
  if (!one) return;
  const found = await one.read();
  if (one !== open) return;
  if (found === undefined) { find("body")?.replaceChildren(h("p", { class: "empty" }, "It is not in the list any more.")); return; }
  const text = JSON.stringify(found), can = JSON.stringify([found.record?.status, found.moves]);
  if (text === shown.detail) return;
  shown.detail = text;
  if (one.tools && can !== shown.tools) {
    shown.tools = can;
    find("can").replaceChildren(...one.tools(found).flat(9).filter(Boolean));
  }
  const body = find("body"), details = [...body.querySelectorAll("details")].map((each) => each.open), playing = body.querySelector("audio");
  if (playing && !playing.paused) return; // a sound goes on; what is new is shown afterwards
  body.replaceChildren(...one.body(found).flat(9).filter(Boolean));
  body.querySelectorAll("details").forEach((each, at) => { each.open = details[at] ?? false; });
};

const attempt = (what) => what().catch((wrong) => {
  if (open && find("body") && /there is no/.test(wrong.message)) find("body").replaceChildren(h("p", { class: "bad" }, wrong.message));
  else say(wrong.message, "bad");
});

const now = () => Promise.all([attempt(refresh), attempt(() => readList(false)), attempt(readDetail)]);

const opened = ({ first, rest, key }) => {
  if (first === "record" && rest.length >= 2) {
    const object = rest.slice(0, -1).map(decodeURIComponent).join("/"), sid = decodeURIComponent(rest.at(-1));
    const home = Object.keys(views).find((name) => views[name].object === object);
    return { view: home ?? (object === "Message" ? "messages" : null), open: { key: sid, ...recordView(object, sid) } };
  }
  const name = first in views ? first : "messages";
  if (key === null) return { view: name, open: null };
  const of = views[name];
  if (of.detail) return { view: name, open: { key, ...of.detail(key), read: () => of.read(key) } };
  const heading = h("h2", null, key);
  return {
    view: name,
    open: {
      key, head: [heading], body: of.body,
      read: async () => {
        const one = records.find((each) => of.key(each) === key);
        if (one) heading.textContent = of.head(one);
        return one;
      },
    },
  };
};

const go = async () => {
  const mine = ++turn, before = view, found = opened(place());
  view = found.view ?? view ?? "messages";
  open = found.open;
  if (view !== before) {
    [records, more, shown.list] = [[], false, ""];
    const able = views[view].tools?.();
    find("do").replaceChildren(...(able ? [able] : []));
    find("list").replaceChildren();
  }
  for (const tab of find("tabs").querySelectorAll("a")) {
    if (tab.dataset.view === view) tab.setAttribute("aria-current", "page");
    else tab.removeAttribute("aria-current");
  }
  document.title = `${open ? open.key : views[view].title} · Emulator`;
  frame();
  drawList();
  await attempt(refresh);
  if (mine !== turn) return;
  await attempt(() => readList(false));
  await attempt(readDetail);
};

find("tabs").append(...Object.entries(views).map(([name, of]) => h("li", null, h("a", { href: `#/${name}`, "data-view": name }, of.title))));
find("older").addEventListener("click", () => attempt(() => readList(true)));
let typing = null;
find("search").addEventListener("input", () => { clearTimeout(typing); typing = setTimeout(() => { records = []; now(); }, 200); });
find("account").addEventListener("change", () => { records = []; now(); });
addEventListener("hashchange", go);
begin().then(go).then(() => listen(now));

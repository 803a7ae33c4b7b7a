// Messages: conversations between two numbers, and what the person at the other end can do.

import { act, list, post } from "./api.js";
import { address, form, h, short } from "./dom.js";

const ofThisMachine = (url) => { try { return ["localhost", "127.0.0.1"].includes(new URL(url).hostname); } catch { return false; } };

const medium = (one) =>
  one.url && one.content_type?.startsWith("image/") && ofThisMachine(one.url)
    ? h("img", { src: one.url, alt: `A picture: ${one.url}` })
    : h("p", null, one.url ? h("a", { href: one.url, rel: "noreferrer" }, `${one.content_type}: ${one.url}`) : one.content_type);

const bubble = (one) =>
  h("li", { class: one.direction === "inbound" ? "bubble" : "bubble out" },
    h("p", null, one.body || (one.media.length ? "" : "(empty)")),
    one.media.map(medium),
    h("p", { class: "soft" }, `${short(one.date_created)} · `, h("span", null, one.status), one.error_code ? ` · error ${one.error_code}` : "", " · ",
      h("a", { href: address("Message", one.sid) }, "details")));

const receive = (values, element) =>
  act(() => post("/receive-message", { from: values.from, to: values.to, body: values.body, media: values.media ? [values.media] : [] }), "The message has come in.")
    .then((done) => { if (done) { element.elements.body.value = ""; element.elements.media.value = ""; } });

export const messages = {
  title: "Messages",
  list: (after) => list("list/threads", after),
  key: (one) => one.key,
  row: (one) => ({ who: `${one.other} ↔ ${one.own}`, status: one.last.status, what: one.last.body || "(empty)", when: one.last.date_created }),
  tools: () => h("details", null, h("summary", null, "Receive a message"),
    form("Receive a message", [
      ["from", "From (a person)", { required: true, placeholder: "+14155550100" }],
      ["to", "To (a number you own)", { required: true, placeholder: "+15005550006" }],
      ["body", "Text", { wide: true }],
      ["media", "Address of a picture", { type: "url" }],
    ], "Receive", receive)),
  read: async (key) => {
    const page = await list(`threads/${encodeURIComponent(key)}`, null, { limit: "200" });
    return { key, ...page };
  },
  detail: (key) => {
    const [own, other] = key.split("~");
    const answer = form("Reply as the person", [["body", `Reply as ${other}`, { wide: true }], ["media", "Address of a picture", { type: "url" }]], "Reply",
      (values, element) => receive({ ...values, from: other, to: own }, element));
    return {
      head: [h("h2", null, `${other} and ${own}`)],
      body: (found) => [
        found.more ? h("p", { class: "soft" }, "Only the newest 200 messages are shown; the records of older ones are still there.") : null,
        h("ul", { class: "bubbles" }, [...found.records].reverse().map(bubble)),
      ],
      foot: [answer],
    };
  },
};

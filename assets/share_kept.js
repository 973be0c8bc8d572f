/* What this browser keeps of sharing: the last choices of the panel (minetall.share), and the reader's own set of charts
   (minetall.set), which is the query of its address. Nothing about the reader. Where nothing can be kept, or what was kept
   cannot be read, everything works with the choices at their beginning.

   window.minetallKept: choices() -> {take, pinned, options: {kind: query}}; choose(change); remembers(yes?);
   set() -> query or ""; count(); add(query); replaceSet(query). */
(function () {
  "use strict";
  const CHOICES = "minetall.share", SET = "minetall.set";
  const NAME = /^[a-z_]+(-[2-9])?$/, KIND = /^[a-z]{1,20}$/, QUERY = /^[a-z0-9=&_]{0,200}$/;
  const LONGEST = 6000, MOST = 40, MOST_OF_ONE = 9;

  function read(key) {
    try { return JSON.parse(localStorage.getItem(key)); } catch { return null; }
  }

  function write(key, value) {
    try {
      if (value === null) localStorage.removeItem(key); else localStorage.setItem(key, JSON.stringify(value));
    } catch { /* without it the page works all the same */ }
  }

  function choices() {
    const kept = read(CHOICES);
    const fine = { take: "", pinned: false, options: {}, off: Boolean(kept && kept.off === true) };
    if (!kept || typeof kept !== "object") return fine;
    if (KIND.test(kept.take)) fine.take = kept.take;
    fine.pinned = kept.pinned === true;
    Object.entries(kept.options && typeof kept.options === "object" ? kept.options : {}).slice(0, 10).forEach(([kind, query]) => {
      if (KIND.test(kind) && QUERY.test(query)) fine.options[kind] = query;
    });
    return fine;
  }

  function choose(change) {
    const now = choices();
    if (now.off) return;
    write(CHOICES, { take: change.take || now.take, pinned: change.pinned ?? now.pinned, options: { ...now.options, ...change.options } });
  }

  function remembers(yes) {
    if (yes === undefined) return !choices().off;
    write(CHOICES, yes ? null : { off: true });
    return yes;
  }

  function parsed(query) {
    const given = new URLSearchParams(query);
    const names = [...new Set((given.get("charts") || "").split(","))].filter((name) => NAME.test(name)).slice(0, MOST);
    const rest = [...given].filter(([name]) => name !== "charts" && name !== "lang");
    return { names, rest };
  }

  function written({ names, rest }) {
    return new URLSearchParams([["charts", names.join(",")], ...rest]).toString().replaceAll("%2C", ",");
  }

  function set() {
    const kept = read(SET);
    if (typeof kept !== "string" || kept.length > LONGEST) return "";
    const found = parsed(kept);
    return found.names.length ? written(found) : "";
  }

  /* What one chart of a set asks for beside what is common to all. */
  function own({ rest }, name) {
    return rest.filter(([key]) => key.startsWith(`${name}.`)).map(([key, value]) => [key.slice(name.length + 1), value]);
  }

  /* A set of one chart is added at the end; the same chart with the same choices stands there once. False where it is full. */
  function add(query) {
    const one = parsed(query), mine = parsed(set());
    const chart = one.names[0], asks = own(one, chart);
    const same = (name) => name.split("-")[0] === chart && JSON.stringify(own(mine, name)) === JSON.stringify(asks);
    if (mine.names.some(same)) return true;
    const free = [chart, ...Array.from({ length: MOST_OF_ONE - 1 }, (_, at) => `${chart}-${at + 2}`)];
    const name = free.find((each) => !mine.names.includes(each));
    const together = written({ names: [...mine.names, name], rest: [...mine.rest, ...asks.map(([key, value]) => [`${name}.${key}`, value])] });
    if (!name || mine.names.length >= MOST || together.length > LONGEST) return false;
    write(SET, together);
    return true;
  }

  function replaceSet(query) {
    const found = query ? parsed(query) : { names: [] };
    write(SET, found.names.length ? written(found) : null);
  }

  window.minetallKept = { choices, choose, remembers, set, count: () => parsed(set()).names.filter(Boolean).length, add, replaceSet };
})();

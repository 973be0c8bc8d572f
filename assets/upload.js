// Uploads: files that are chosen or dropped are sent one after another, each with its progress and a way to stop.
(() => {
  "use strict";
  const form = document.getElementById("upload");
  const list = document.getElementById("transfers");
  if (!form || !list) return;
  // Not form.dataset: a field of that name hides it.
  const say = list.dataset;
  const drop = document.getElementById("drop");
  const files = document.getElementById("files");
  const waiting = [];
  let sending = false;

  // With scripts a choice is sent at once, so the button is not needed.
  document.getElementById("send").hidden = true;
  drop.querySelector(".drop-here").hidden = false;

  function line(file) {
    const item = document.createElement("li");
    const name = document.createElement("span");
    const bar = document.createElement("progress");
    const told = document.createElement("p");
    const stop = document.createElement("button");
    name.textContent = file.name;
    bar.max = 1;
    bar.value = 0;
    bar.setAttribute("aria-label", file.name);
    told.setAttribute("role", "status");
    told.textContent = say.waiting;
    stop.type = "button";
    stop.textContent = say.cancel;
    stop.setAttribute("aria-label", `${say.cancel} ${file.name}`);
    item.append(name, bar, told, stop);
    list.append(item);
    return { file, item, bar, told, stop };
  }

  function add(chosen) {
    for (const file of chosen) {
      const transfer = line(file);
      if (file.size > Number(say.most)) { fail(transfer, say.tooLarge); continue; }
      transfer.stop.onclick = () => { waiting.splice(waiting.indexOf(transfer), 1); transfer.item.remove(); };
      waiting.push(transfer);
    }
    next();
  }

  function fail(transfer, sentence) {
    transfer.bar.remove();
    transfer.told.className = "wrong";
    transfer.told.textContent = sentence;
    transfer.stop.textContent = say.close;
    transfer.stop.onclick = () => transfer.item.remove();
  }

  function next() {
    if (sending || !waiting.length) return;
    sending = true;
    send(waiting.shift());
  }

  function send(transfer) {
    const body = new FormData();
    body.append("dataset", form.elements.dataset.value);
    body.append("mode", form.elements.mode.value);
    body.append("file", transfer.file);
    const request = new XMLHttpRequest();
    const over = () => { sending = false; next(); };
    request.open("POST", form.getAttribute("action"));
    request.setRequestHeader("X-CSRFToken", minetallStaff.token());
    request.setRequestHeader("Accept", "application/json");
    request.upload.onprogress = (event) => { if (event.lengthComputable) transfer.bar.value = event.loaded / event.total; };
    request.upload.onload = () => { transfer.told.textContent = say.received; };
    request.onload = () => { answered(transfer, request); over(); };
    request.onerror = () => { fail(transfer, say.broken); over(); };
    request.onabort = () => { transfer.item.remove(); over(); };
    transfer.told.textContent = say.sending;
    transfer.stop.onclick = () => request.abort();
    request.send(body);
  }

  function answered(transfer, request) {
    let told;
    try { told = JSON.parse(request.responseText); } catch { fail(transfer, request.status < 400 || request.status === 401 ? say.signedOut : say.broken); return; }
    if (told.errors.length) fail(transfer, told.errors[0].sentence);
    else transfer.item.remove();
    minetallStaff.refresh();
  }

  files.addEventListener("change", () => { add(files.files); files.value = ""; });
  for (const kind of ["dragenter", "dragover"]) {
    drop.addEventListener(kind, (event) => { event.preventDefault(); drop.classList.add("over"); });
  }
  drop.addEventListener("dragleave", () => drop.classList.remove("over"));
  drop.addEventListener("drop", (event) => {
    event.preventDefault();
    drop.classList.remove("over");
    add(event.dataTransfer.files);
  });
  addEventListener("beforeunload", (event) => { if (sending || waiting.length) event.preventDefault(); });
})();

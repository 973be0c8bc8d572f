/* For pages that embed: gives each frame of ours the height that the page in it needs. Without it the frame keeps the height of
   its code. Only a frame that stands in this page, shows our site and speaks for itself is heard, and only a number is taken. */
(function () {
  "use strict";
  const own = new URL(document.currentScript.src).origin;
  if (window.minetallFrames) return;
  window.minetallFrames = true;

  window.addEventListener("message", (event) => {
    const height = event.data && event.data.minetallHeight;
    if (event.origin !== own || typeof height !== "number" || !(height >= 100 && height <= 10000)) return;
    for (const frame of document.querySelectorAll("iframe")) {
      if (frame.contentWindow === event.source && frame.src.startsWith(own + "/")) frame.style.height = Math.ceil(height) + "px";
    }
  });
  // What loaded before this script has spoken already: it is asked to say it again.
  for (const frame of document.querySelectorAll("iframe")) {
    if (frame.src.startsWith(own + "/") && frame.src.includes("/embed/")) frame.contentWindow.postMessage("minetallHeight?", own);
  }
})();

// A box above a long page: only the rows and items that have its words stay. The words can come with the
// address, contrib.html?name=crf_decode.
document.addEventListener("DOMContentLoaded", () => {
  const place = document.getElementById("filter");
  if (!place) return;
  const box = document.createElement("input");
  box.type = "search";
  box.placeholder = place.dataset.hint || "a name, or a part of one";
  box.setAttribute("aria-label", box.placeholder);
  const count = document.createElement("span");
  place.append(box, count);
  const parts = [...place.parentElement.querySelectorAll("tbody tr, li")];
  const texts = parts.map((part) => part.textContent.toLowerCase());
  const blocks = [...place.parentElement.querySelectorAll("table, ul")];

  // Each heading with what stands below it, up to the next one.
  const sections = [];
  for (let node = place.nextElementSibling; node; node = node.nextElementSibling) {
    if (/^H[23]$/.test(node.tagName)) sections.push([node]);
    else if (sections.length) sections[sections.length - 1].push(node);
  }

  function apply() {
    // The old spelling of a name is found too: tf.contrib.crf.crf_decode is crf_decode below tf.contrib.crf.
    const words = box.value.toLowerCase().split(/\s+/).filter(Boolean);
    let found = 0;
    const near = new Map();
    for (const section of sections)
      for (const node of section)
        for (const part of node.querySelectorAll("tbody tr, li"))
          near.set(part, section[0].textContent.toLowerCase().replace(/[^\w. ]/g, "").trim() + ".");
    parts.forEach((part, index) => {
      const whole = (near.get(part) || "") + texts[index];
      part.hidden = !words.every((word) => whole.includes(word));
      found += !part.hidden;
    });
    for (const block of blocks)
      block.closest(".md-typeset__scrollwrap, table, ul").hidden = !block.querySelector("tbody tr:not([hidden]), li:not([hidden])");
    for (const section of sections)
      for (const node of section)
        node.hidden = words.length > 0 && !section.some((other) => other.querySelector("tbody tr:not([hidden]), li:not([hidden])"));
    count.textContent = words.length ? ` ${found} found` : "";
  }

  box.addEventListener("input", apply);
  box.value = new URLSearchParams(location.search).get("name") || "";
  apply();
});

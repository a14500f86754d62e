// Conveniences only: every page works without this file.

/** @param {KeyboardEvent} event */
function focusSearch(event) {
  if (event.key !== "/" || event.ctrlKey || event.metaKey || event.altKey) return;
  const at = event.target;
  if (at instanceof HTMLElement && at.closest("input, textarea, select, [contenteditable]")) return;
  const field = document.querySelector("input[type=search]");
  if (!(field instanceof HTMLInputElement)) return;
  event.preventDefault();
  field.focus();
  field.select();
}

document.addEventListener("keydown", focusSearch);

// Facets are folded up on a narrow screen, where they would stand before what was found.
if (window.matchMedia("(max-width: 60rem)").matches) {
  for (const part of document.querySelectorAll("details[data-folds]")) part.removeAttribute("open");
}

/** @param {KeyboardEvent} event */
function submitByKey(event) {
  if (event.key !== "Enter" || !(event.ctrlKey || event.metaKey)) return;
  const at = event.target;
  if (!(at instanceof HTMLTextAreaElement) || !("submits" in at.dataset)) return;
  event.preventDefault();
  at.form?.requestSubmit();
}

document.addEventListener("keydown", submitByKey);

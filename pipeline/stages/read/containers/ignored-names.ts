const PAGE_EXTENSIONS = [".html", ".htm", ".xhtml"] as const;

/** Hidden files and folders, gold facts, which lie beside their articles, and a README, which is about the folder. */
export function isIgnoredName(path: string): boolean {
  const steps = path.toLowerCase().split("/");
  const name = steps.at(-1) ?? "";
  if (steps.some((step) => step.startsWith(".") && step !== "." && step !== "..") || steps.includes("__macosx"))
    return true;
  return name.endsWith(".gold.jsonl") || name === "readme" || name.startsWith("readme.");
}

/** Whether a file lies in a folder like `Artikel_files` beside `Artikel.html`: what a browser saved with the page. */
export function isPageFolder(path: string, names: ReadonlySet<string>): boolean {
  const steps = path.split("/");
  return steps.some((step, index) => {
    if (index === steps.length - 1 || !step.endsWith("_files") || step === "_files") return false;
    const page = [...steps.slice(0, index), step.slice(0, -"_files".length)].join("/");
    return PAGE_EXTENSIONS.some((extension) => names.has(page + extension));
  });
}

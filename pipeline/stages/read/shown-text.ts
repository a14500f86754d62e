import type { ParentNode } from "domhandler";
import { TEXTLESS } from "./page-outline.js";
import { storedText } from "./stored-text.js";
import { collapsed, walkTree } from "./walk-tree.js";

/** All text of a page that a browser can find in it, with single spaces; what is hidden by a style sheet too. */
export function shownText(root: ParentNode): string {
  const pieces: string[] = [];
  walkTree(root, {
    enter: ({ name }) => !TEXTLESS.has(name),
    leave: () => undefined,
    text: (data) => {
      pieces.push(data);
    },
  });
  return collapsed(storedText(pieces.join("")));
}

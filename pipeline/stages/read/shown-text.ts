import type { ParentNode } from "domhandler";
import { BLOCKS } from "./page-lines.js";
import { TEXTLESS } from "./page-outline.js";
import { storedText } from "./stored-text.js";
import { collapsed, walkTree } from "./walk-tree.js";

/**
 * All text of a page that a browser can find in it, what is hidden by a style sheet too: a line for each box that holds
 * text, with single spaces.
 */
export function shownText(root: ParentNode): string {
  const lines: string[] = [];
  let open: string[] = [];
  const close = () => {
    const line = collapsed(open.join(""));
    if (line !== "") lines.push(line);
    open = [];
  };
  walkTree(root, {
    enter: ({ name }) => {
      if (BLOCKS.has(name) || name === "br") close();
      return !TEXTLESS.has(name);
    },
    leave: ({ name }) => {
      if (BLOCKS.has(name)) close();
    },
    text: (data) => {
      open.push(data);
    },
  });
  close();
  return storedText(lines.join("\n"));
}

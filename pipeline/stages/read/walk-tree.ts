import { type ChildNode, type Element, isCDATA, isDocument, isTag, isText, type ParentNode } from "domhandler";

/** What is done at each node. `enter` says whether to go in; `leave` follows only where it did. */
export interface TreeVisitor {
  enter(element: Element): boolean;
  leave(element: Element): void;
  text(data: string): void;
}

/** Visits all that is below a node in document order, without recursion: a page can nest deeper than the call stack. */
export function walkTree(root: ParentNode, visitor: TreeVisitor): void {
  let node: ChildNode | null = root.firstChild;
  while (node !== null) {
    if (isText(node)) visitor.text(node.data);
    const inner = isCDATA(node) || (isTag(node) && visitor.enter(node)) ? node : undefined;
    if (inner?.firstChild != null) {
      node = inner.firstChild;
      continue;
    }
    if (inner !== undefined && isTag(inner)) visitor.leave(inner);
    while (node.next === null) {
      const parent: ParentNode | null = node.parent;
      if (parent === null || parent === root || isDocument(parent)) return;
      if (isTag(parent)) visitor.leave(parent);
      node = parent;
    }
    node = node.next;
  }
}

/** An attribute's value, trimmed; empty when it is not there. */
export function attributeOf(element: Element, name: string): string {
  return element.attribs[name]?.trim() ?? "";
}

/** The text below a node, white space collapsed; at most `longest` UTF-16 units of it. */
export function textBelow(root: ParentNode, longest: number): string {
  let text = "";
  walkTree(root, {
    enter: ({ name }) => text.length < longest && name !== "script" && name !== "style",
    leave: () => undefined,
    text: (data) => {
      if (text.length < longest) text += data;
    },
  });
  return collapsed(text.slice(0, longest));
}

/** One line: runs of white space as one space, none at the ends. No-break spaces stay: numbers are grouped with them. */
export function collapsed(text: string): string {
  return text.replace(/[ \t\n\v\f\r\u0085\u2028\u2029]+/gu, " ").trim();
}

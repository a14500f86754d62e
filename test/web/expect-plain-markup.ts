import { parseHTML } from "linkedom";

/** What no page may hold, whatever articles say of themselves: styles, scripts and handlers of its own, things from elsewhere. */
export function expectPlainMarkup(page: string): void {
  const { document } = parseHTML(page);
  const found = [
    ...document.querySelectorAll(
      "style, img, iframe, object, embed, base, meta[http-equiv], script:not([src^='/static/'])",
    ),
  ];
  const attributes = [...document.querySelectorAll("*")].flatMap((element) =>
    [...element.attributes].filter(({ name }) => name === "style" || name.startsWith("on")).map(({ name }) => name),
  );
  expect([found.map((element) => element.outerHTML), attributes]).toEqual([[], []]);
}

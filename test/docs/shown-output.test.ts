import { asShown, shownSections } from "./shown-output.js";

test("sections have the commands that output follows", () => {
  const page =
    "# Page\n\n## One\n\n```sh\nfaktum a\n```\n```text\nout\n```\n\n```yaml\nx: y\n```\n\n## Two\n\n```sh\nb\n```\n";
  expect(shownSections(page)).toEqual([
    { heading: "One", runs: [{ command: "faktum a", output: "out" }] },
    { heading: "Two", runs: [] },
  ]);
});

test.each([
  ["12 passed, 0 failed\n", "… passed, 0 failed", true],
  ["12 passed, 1 failed\n", "… passed, 0 failed", false],
  ["a\nb\nc\nd\n", "a\n…\nd", true],
  ["a\nd\n", "a\n…\nd", false],
  ["a b a\n", "a … a", true],
  ["ab\n", "ab…", true],
  ["abc\n", "ab", false],
  ["xab\n", "ab", false],
  ["aba\n", "ab…ba", false],
])("%j is shown by %j: %s", (printed, shown, same) => {
  expect(asShown(printed, shown) === shown).toBe(same);
});

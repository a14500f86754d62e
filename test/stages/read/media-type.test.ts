import { extensionOf, mediaTypeOf } from "../../../pipeline/stages/read/media-type.js";

describe("mediaTypeOf", () => {
  test.each([
    ["a.txt", "Torgau. Im Landkreis", "text/plain", "by extension"],
    ["a.TXT", "Torgau", "text/plain", "capitals"],
    ["a.md", "# Torgau", "text/markdown", "by extension"],
    ["a.htm", "<p>Torgau", "text/html", "a fragment, by extension"],
    ["a.xhtml", "<p>Torgau", "application/xhtml+xml", "by extension"],
    ["seiten.d/artikel", "Torgau", "text/plain", "the dot is the folder's"],
    ["a.txt", "\n <!DOCTYPE HTML>", "text/html", "a page under another name"],
    ["a", "<html lang=ar>", "text/html", "a page without extension"],
    ["a.txt", "<!-- saved from url=(1)x -->\n<html>", "text/html", "a saved page"],
    ["a.html", '<?xml version="1.0"?><!DOCTYPE html><html>', "application/xhtml+xml", "XHTML under .html"],
    ["a.txt", '<?xml version="1.0"?><rss>', "text/plain", "other XML is no page"],
    ["a.txt", "<htmlish> sagt man", "text/plain", "no such element"],
    ["a.txt", "<!-- Notiz --> Text", "text/plain", "a comment alone"],
  ])("%s beginning with %j is %s: %s", (path, head, expected, _why) => {
    expect(mediaTypeOf(path, head)).toBe(expected);
  });
});

describe("extensionOf", () => {
  test.each([
    ["a.b.HTML", ".html"],
    ["README", ""],
    [".gitignore", ""],
    ["a.", "."],
    ["articles.2024/a.PDF", ".pdf"],
    ["articles.2024/README", ""],
  ])("%s has %j", (name, expected) => {
    expect(extensionOf(name)).toBe(expected);
  });
});

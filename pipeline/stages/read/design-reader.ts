import type { Element } from "domhandler";
import type { BoilerplateLexicon } from "../../../extractors/boilerplate-lexicon.js";
import { attributeOf } from "./walk-tree.js";
import { wordSet } from "./word-set.js";

/** What the class and id of an element say of it. Technical words of designers; those of a language are in the lexicons. */
export interface Design {
  readonly isComment: boolean;
  /** Something around an article: a menu, a share bar, an advertisement. */
  readonly isFurniture: boolean;
  /** A short line about the article: who wrote it and when, what a picture shows. */
  readonly isLabel: boolean;
  /** A box about the author. */
  readonly isProfile: boolean;
  /** Something that may lead to another article. */
  readonly isTeaser: boolean;
  /** The box that holds the text of an article. */
  readonly isBody: boolean;
}

const COMMENT_WORDS = wordSet("comment comments disqus respond commentlist commentform commentarea comentarios");
/** A class that holds one of these tells a state of the page: `comments-open`, `has-sidebar`, `ad-free`. */
const STATE_WORDS = wordSet("has no with without is open closed on off enabled disabled free count allowed forbidden");
const FURNITURE_WORDS = wordSet(
  "ad ads advert advertisement advertising adsbygoogle adslot sponsor sponsored promo promotion cookie cookies " +
    "cookiebar cookiebanner consent gdpr onetrust paywall popup modal lightbox share sharing sharebar sharedaddy " +
    "shariff social socials addthis sharethis addtoany follow related relatedposts recommended recommendation " +
    "recommendations recirculation outbrain taboola trending popular newsletter subscribe subscription signup login " +
    "donate nav navbar navi topnav subnav metanav mainnav navigation menu breadcrumb breadcrumbs crumbs rootline " +
    "pagination pager pagenav postnav sidebar masthead footer skip skiplinks tagcloud taglist toc infobar noprint " +
    "bookmarks likes rating ratings blogroll cta backlink printlink feedback toolbar hits dropdown sitemap banner",
);
const LABEL_WORDS = wordSet(
  "byline author authors meta metadata postmetadata postinfo timestamp pubdate published credit credits caption " +
    "captions copyright readtime tags kicker eyebrow actions labels posttags",
);
const PROFILE_WORDS = wordSet("box info bio card about profile description vcard");
const TEASER_WORDS = wordSet("teaser teasers tease readmore");
const BODY_OWNERS = wordSet("entry post article story news blog artikel field amp single");
const BODY_WORDS = wordSet("content body text copy paragraphs");
const BODY_NAMES = wordSet(
  "articlebody articletext articlecontent entrycontent postcontent postbody storybody storytext",
);
const BODY_LIMITS = wordSet("header head footer title meta image media side related sidebar list wrapper teaser");

const NOTHING: Design = {
  isComment: false,
  isFurniture: false,
  isLabel: false,
  isProfile: false,
  isTeaser: false,
  isBody: false,
};

/** Reads the designs of a page's elements; what one class says is worked out once. */
export class DesignReader {
  readonly #boilerplate: BoilerplateLexicon;
  readonly #known = new Map<string, Design>();

  constructor(boilerplate: BoilerplateLexicon) {
    this.#boilerplate = boilerplate;
  }

  of(element: Element): Design {
    const { class: classes, id } = element.attribs;
    if (classes === undefined && id === undefined) return NOTHING;
    const names = `${attributeOf(element, "class").slice(0, 500)} ${attributeOf(element, "id").slice(0, 100)}`;
    const known = this.#known.get(names);
    if (known !== undefined) return known;
    const design = this.#read(names);
    this.#known.set(names, design);
    return design;
  }

  #read(names: string): Design {
    const designs = names.split(/\s+/u).map(wordsOf);
    const words = new Set(designs.flat());
    const holds = (some: ReadonlySet<string>) => some.size > 0 && [...words].some((word) => some.has(word));
    return {
      isComment: holds(COMMENT_WORDS),
      isFurniture: holds(FURNITURE_WORDS) || designs.some((name) => this.#isNamedLikeLabel(name)),
      isLabel: holds(LABEL_WORDS),
      isProfile: (words.has("author") || words.has("authors")) && holds(PROFILE_WORDS),
      isTeaser: holds(TEASER_WORDS),
      isBody: designs.some(isBodyName),
    };
  }

  /** `baca-juga`, `annonse-wrap`: a class in the language of the page, as the lexicons have it for lines. */
  #isNamedLikeLabel(name: readonly string[]): boolean {
    const { adMarkers, commentCounters, relatedHeadings, linkLabels, pageControls, discussionHeadings } =
      this.#boilerplate;
    return name.some((word, at) => {
      if ([adMarkers, commentCounters, relatedHeadings].some((labels) => labels.has(word))) return true;
      const pair = `${word} ${name[at + 1] ?? ""}`;
      return [relatedHeadings, linkLabels, pageControls, discussionHeadings].some((labels) => labels.has(pair));
    });
  }
}

/** `shareBar`, `share_bar` and `share-bar` are share, bar. What an article is about says nothing of its box. */
function wordsOf(name: string): readonly string[] {
  if (/^(?:category|tag|cat|post_tag|topic)-/u.test(name)) return [];
  const words = name
    .replace(/([a-z])([A-Z])/gu, "$1 $2")
    .toLowerCase()
    .split(/[^a-z]+/u)
    .filter((word) => word !== "");
  return words.some((word) => STATE_WORDS.has(word)) ? [] : words;
}

function isBodyName(words: readonly string[]): boolean {
  if (words.some((word) => BODY_NAMES.has(word))) return true;
  if (words.some((word) => BODY_LIMITS.has(word))) return false;
  return words.some((word) => BODY_WORDS.has(word)) && words.some((word) => BODY_OWNERS.has(word));
}

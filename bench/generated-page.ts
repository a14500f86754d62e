import type { ArticleMaterial } from "./article-material.js";
import { type GeneratedArticle, generatedName, generatedSentence, generatedTitle } from "./generated-article.js";
import { SeededRandom } from "./seeded-random.js";

/** How a newspaper's pages are built; each has class names of its own. */
interface Site {
  readonly name: string;
  readonly host: string;
  readonly prefix: string;
  readonly head: string;
  readonly menu: string;
  readonly scripts: string;
  readonly footer: string;
}

const SITES = 6;
const STYLES = 5_000;
const SCRIPTS = 9_000;
const MENU_ENTRIES = 40;
const STORIES = 24;
const PREFIXES = ["c", "td", "post", "story", "artikel", "wp"];

/** The pages of the newspapers in one language: an article as a crawler saves it, with all that stands around it. */
export class GeneratedPages {
  readonly #material: ArticleMaterial;
  readonly #sites: readonly Site[];

  constructor(material: ArticleMaterial, seed: number) {
    this.#material = material;
    this.#sites = Array.from({ length: SITES }, (_, at) => generatedSite(material, new SeededRandom(seed, at), at));
  }

  page(article: GeneratedArticle, random: SeededRandom): string {
    const site = random.pick(this.#sites);
    const { prefix } = site;
    const url = `https://${site.host}/${article.published.replaceAll("-", "/")}/${random.between(100_000, 999_999)}`;
    return `<!DOCTYPE html>
<html lang="${article.language}"${article.language === "ar" ? ' dir="rtl"' : ""}>
<head>
<meta charset="utf-8">
<title>${article.title} | ${site.name}</title>
${metadata(article, site, url)}
${site.head}
</head>
<body class="${prefix}-single">
${site.menu}
<div class="${prefix}-layout"><main class="${prefix}-main">
<article class="${prefix}-article">
<h1 class="${prefix}-title">${article.title}</h1>
<div class="${prefix}-byline"><span class="author">${article.author}</span> <time datetime="${article.published}T08:15:00Z">${article.published}</time></div>
<figure><img src="/media/${random.between(1000, 9999)}.jpg" alt=""><figcaption>${generatedTitle(this.#material, random, [article.author])}</figcaption></figure>
<div class="${prefix}-body">
${this.#body(article, site, random)}
</div>
</article>
${this.#comments(site, random)}
</main>
<aside class="${prefix}-related">
${this.#stories(site, random)}
</aside></div>
${site.footer}
${site.scripts}
</body>
</html>
`;
  }

  #body({ paragraphs }: GeneratedArticle, { prefix }: Site, random: SeededRandom): string {
    return paragraphs
      .map((paragraph, at) => {
        if (at % 6 === 4) {
          const link = `<a href="/${random.between(1e4, 1e5)}">${generatedTitle(this.#material, random, ["…"])}</a>`;
          return `<p>${paragraph}</p>\n<div class="${prefix}-inline-ad"></div>\n<p class="${prefix}-more">${link}</p>`;
        }
        return `<p>${paragraph}</p>`;
      })
      .join("\n");
  }

  #stories({ prefix, host }: Site, random: SeededRandom): string {
    return Array.from({ length: STORIES }, () => {
      const title = generatedTitle(this.#material, random, [generatedName(this.#material, random)]);
      const day = `20${random.between(12, 25)}-0${random.between(1, 9)}-${random.between(10, 28)}`;
      return `<div class="${prefix}-card ${prefix}-card--small"><a href="https://${host}/${day.replaceAll("-", "/")}/${random.between(1e5, 1e6)}"><img loading="lazy" src="/media/thumb/${random.between(1e3, 1e4)}.webp" width="320" height="180" alt=""><h3 class="${prefix}-card__title">${title}</h3></a><time class="${prefix}-card__date" datetime="${day}">${day}</time></div>`;
    }).join("\n");
  }

  #comments({ prefix }: Site, random: SeededRandom): string {
    const comments = Array.from({ length: random.between(0, 6) }, () => {
      const name = generatedName(this.#material, random);
      const text = generatedSentence({ ...this.#material, stated: this.#material.prose }, random, [name]);
      return `<li class="comment"><div class="comment-author">${name}</div><div class="comment-content"><p>${text}</p></div></li>`;
    });
    return `<section class="${prefix}-comments" id="comments"><ol class="comment-list">\n${comments.join("\n")}\n</ol></section>`;
  }
}

function metadata(
  { title, author, published, language, paragraphs }: GeneratedArticle,
  site: Site,
  url: string,
): string {
  const description = (paragraphs[0] ?? "").slice(0, 150).replaceAll('"', "&quot;");
  const data = {
    "@context": "https://schema.org",
    "@type": "NewsArticle",
    headline: title,
    inLanguage: language,
    datePublished: `${published}T08:15:00Z`,
    author: [{ "@type": "Person", name: author }],
    publisher: { "@type": "Organization", name: site.name },
    mainEntityOfPage: url,
  };
  return `<meta name="description" content="${description}">
<link rel="canonical" href="${url}">
<meta property="og:type" content="article">
<meta property="og:site_name" content="${site.name}">
<meta property="og:title" content="${title}">
<meta property="og:url" content="${url}">
<meta property="article:published_time" content="${published}T08:15:00Z">
<script type="application/ld+json">${JSON.stringify(data)}</script>`;
}

function generatedSite(material: ArticleMaterial, random: SeededRandom, at: number): Site {
  const prefix = `${PREFIXES[at % PREFIXES.length] ?? "x"}${random.between(1, 99)}`;
  const name = `${generatedName(material, random)} ${generatedName(material, random)}`;
  const host = `${material.language}-${at}.news.example`;
  const word = () => random.pick(material.words);
  const entries = Array.from({ length: MENU_ENTRIES }, (_, entry) => {
    return `<li class="menu-item menu-item-${entry}"><a href="/${at}/${entry}">${word()}</a></li>`;
  });
  const styles = filled(
    () => `.${prefix}-${random.between(10, 99)}{margin:0 ${random.between(1, 40)}px;color:#345}`,
    STYLES,
  );
  const scripts = filled(
    () => `window.q=window.q||[];q.push({slot:"${random.between(1e5, 1e6)}",size:[300,250]});`,
    SCRIPTS,
  );
  return {
    name,
    host,
    prefix,
    head: `<link rel="stylesheet" href="/assets/main.css?v=${at}">\n<style>${styles}</style>\n<script>${scripts.slice(0, SCRIPTS / 3)}</script>`,
    menu: `<header class="${prefix}-header"><a class="logo" href="/">${name}</a><nav><ul class="menu">${entries.join("")}</ul></nav></header>`,
    scripts: `<script>${scripts}</script>\n<script async src="https://ads.example/tag.js"></script>`,
    footer: `<footer class="${prefix}-footer"><ul>${entries.slice(0, 12).join("")}</ul><p>© ${name}</p></footer>`,
  };
}

function filled(piece: () => string, length: number): string {
  let text = "";
  while (text.length < length) text += piece();
  return text;
}

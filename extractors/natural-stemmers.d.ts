// The package `natural` has no types, and its main module loads databases and prints: only the stemmer files are used.
declare module "natural/lib/natural/stemmers/porter_stemmer_de.js" {
  const stemmer: { stem(word: string): string };
  export = stemmer;
}
declare module "natural/lib/natural/stemmers/porter_stemmer_no.js" {
  const stemmer: { stem(word: string): string };
  export = stemmer;
}
declare module "natural/lib/natural/stemmers/indonesian/stemmer_id.js" {
  const stemmer: { stem(word: string): string };
  export = stemmer;
}

import { factsOf, shippedLexicons } from "../support/facts-of.js";

/** Text, exact text of the fact that is looked at, is it less sure than its rule, why. */
type Row = readonly [tag: string, text: string, exact: string, doubted: boolean, why: string];

const ROWS: readonly Row[] = [
  ["id", "Harga solar mencapai 1,335 euro per liter.", "1,335 euro", true, "grouped or a fraction"],
  ["de", "Die Brücke kostet 1.250 Euro.", "1.250 Euro", false, "a dot groups"],
  ["id", "Jembatan itu menelan 1,35 juta euro.", "1,35 juta euro", false, "two digits are a fraction"],
  ["ar", "وتضم القائمة 4,327 عضوًا.", "4,327", false, "members come whole"],
  ["id", "Hasilnya rata-rata 5 kg/pohon.", "5 kg", true, "what stands behind the slash was not read"],
  ["id", "Harganya 15.000 rupiah/ekor di pasar.", "15.000 rupiah", false, "a price for each is still the price"],
  ["nb", "Veien er 50 km lang.", "50 km", false, "nothing is left over"],
  ["id", "Rapat digelar di Ruang Garuda 2 lantai gedung.", "2", true, "may number the room"],
  ["id", "Ada 2 lantai di gedung itu.", "2", false, "behind the first word, which is always capital"],
  ["de", "3 Eier mit Zucker verrühren.", "3", true, "may number a list"],
  ["de", "Drei Eier mit Zucker verrühren.", "Drei", false, "lists are not numbered in words"],
  ["de", "4600 Menschen kamen.", "4600", false, "too many for a list"],
  ["ar", "شارك ب71 هدفاً في المباريات.", "71", false, "a clitic is no sentence's start"],
];

test.each(ROWS)("%s: %s: %s doubted %s (%s)", (tag, text, exact, doubted) => {
  const fact = factsOf(tag, text).find(({ evidence }) => evidence.exact === exact);
  const rule = shippedLexicons()
    .languages.get(tag)
    ?.rules.find(({ id }) => id === fact?.mention.rule);
  expect(fact?.confidence).toBeDefined();
  expect((fact?.confidence ?? 0) < (rule?.confidence ?? 0)).toBe(doubted);
  expect(fact?.confidence).toBeLessThanOrEqual(rule?.confidence ?? 0);
});

import { absoluteUrl } from "../../../extractors/web-address.js";
import { METADATA_FIELDS, type Metadata, type MetadataField, type MetadataOrigin } from "../../model/metadata.js";
import { isoDate } from "./iso-date.js";
import { languageTag } from "./language-tag.js";
import { storedText } from "./stored-text.js";
import { collapsed } from "./walk-tree.js";

/** A value that was found for a field, as it is written, and where. */
export interface MetadataCandidate {
  readonly from: MetadataOrigin;
  readonly value: string | undefined;
}

/** Candidates by field, the most trustworthy first. */
export type MetadataCandidates = { readonly [Field in MetadataField]?: readonly MetadataCandidate[] };

const LONGEST: Readonly<Record<"title" | "byline" | "publisher" | "section", number>> = {
  title: 500,
  byline: 200,
  publisher: 200,
  section: 200,
};

/** Of each field's candidates the first that can be used, with its origin; a field without one is left out. */
export function chooseMetadata(candidates: MetadataCandidates): Metadata {
  const values: Partial<Record<MetadataField, string>> = {};
  const origins: Partial<Record<MetadataField, MetadataOrigin>> = {};
  for (const field of METADATA_FIELDS) {
    for (const { from, value } of candidates[field] ?? []) {
      const usable = value === undefined ? undefined : usableValue(field, value);
      if (usable === undefined) continue;
      values[field] = usable;
      origins[field] = from;
      break;
    }
  }
  return Object.keys(origins).length === 0 ? {} : { ...values, origins };
}

function usableValue(field: MetadataField, value: string): string | undefined {
  switch (field) {
    case "url":
      return absoluteUrl(value);
    case "publishedAt":
    case "modifiedAt":
      return isoDate(value);
    case "claimedLanguage":
      return languageTag(value);
    // `article:author` is often the address of a profile.
    case "byline":
      return absoluteUrl(value) === undefined ? nameOf(value, LONGEST.byline) : undefined;
    default:
      return nameOf(value, LONGEST[field]);
  }
}

function nameOf(value: string, longest: number): string | undefined {
  const name = collapsed(storedText(value.slice(0, longest)));
  return name === "" ? undefined : name;
}

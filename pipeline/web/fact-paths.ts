/** Address of the page that tells where a fact comes from. */
export function factPath({ document_id, fact_id }: { readonly document_id: number; readonly fact_id: string }): string {
  return `/facts/${document_id}/${fact_id}`;
}

/** Address of an article, at one of its facts. */
export function articlePath(documentId: number, factId?: string): string {
  return factId === undefined ? `/articles/${documentId}` : `/articles/${documentId}#${factAnchor(factId)}`;
}

/** The id of a fact's mark in the page of its article. */
export function factAnchor(factId: string): string {
  return `f-${factId}`;
}

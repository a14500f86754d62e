/**
 * Between the cells of a table row in the stored text. The tokenizer reads the bar as a symbol, so that no number and
 * no phrase reaches from one cell into the next, as a space or a tab would let it.
 */
export const CELL_SEPARATOR = " | ";

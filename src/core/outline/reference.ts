const namesClause = /^(?:[款项条目](?:规定|所列|所述|所指|情形)|[款项条](?:至|的|、|，|和|或|及|与))/u;

/** True for words such as 项规定的, which follow an ordinal that refers to a clause (第九条第（一）项规定的) in a wrapped line. */
export function continuesReference(words: string): boolean {
  return namesClause.test(words);
}

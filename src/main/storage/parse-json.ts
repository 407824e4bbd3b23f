/** The value of a JSON file in UTF-8; `undefined`, which JSON cannot express, when it is damaged. */
export function parseJson(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch {
    return undefined;
  }
}

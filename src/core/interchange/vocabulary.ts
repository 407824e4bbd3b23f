/**
 * Names in the files that are exchanged: the W3C's own, and what its model has no word for below a vocabulary of this
 * program. None of these addresses is ever fetched.
 */
const annotationContext = 'http://www.w3.org/ns/anno.jsonld';

/** The prefix of this program's own words in a file. */
export const ownPrefix = 'plan';
const ownVocabulary = 'urn:plan-reader:';

export const documentContext = [annotationContext, { [ownPrefix]: ownVocabulary }] as const;

const documentAddress = `${ownVocabulary}document:`;
const textAddress = `${ownVocabulary}text:`;
const annotationAddress = 'urn:ulid:';

export const generatorAddress = `${ownVocabulary}program`;

export function addressOfAnnotation(id: string): string {
  return `${annotationAddress}${id}`;
}

/** The id in an address that this program made. Unchecked: what stands there can be anything. */
export function annotationOfAddress(address: string): string | undefined {
  return after(address, annotationAddress);
}

export function addressOfDocument(id: string): string {
  return `${documentAddress}${id}`;
}

/** Unchecked like `annotationOfAddress`. */
export function documentOfAddress(address: string): string | undefined {
  return after(address, documentAddress);
}

/** The version of a text, by its hash. */
export function addressOfText(textHash: string): string {
  return `${textAddress}${textHash}`;
}

/** Unchecked like `annotationOfAddress`. */
export function textOfAddress(address: string): string | undefined {
  return after(address, textAddress);
}

export function addressOfCollection(document: string): string {
  return `${ownVocabulary}collection:${document}`;
}

function after(address: string, beginning: string): string | undefined {
  return address.startsWith(beginning) ? address.slice(beginning.length) : undefined;
}

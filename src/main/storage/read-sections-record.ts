import { z } from 'zod';

/** Of one document; texts that were replaced leave the sections that they had. */
const most = 50_000;
/** A section goes when so many texts running have been without it, and none that is kept has it. */
const textsWithout = 3;
/** A document goes when it was nowhere on so many days: as many as there are daily snapshots that could bring it back. */
const daysWithout = 30;

const keepingSchema = z.object({
  /** The data folder in which the document was last. */
  home: z.string(),
  /** On so many days running it was not there. */
  daysAbsent: z.number().int(),
  /** The text in use when it was looked at last, by a mark. */
  text: z.string(),
  /** Sections that no text has any more, with the number of texts running that were without them. */
  missing: z.record(z.string(), z.number().int()),
});
type Keeping = z.output<typeof keepingSchema>;

export const readSectionsSchema = z.object({
  schema: z.literal('read-sections/1'),
  /** By document, the digests in one text with spaces between them. */
  documents: z.record(z.string(), z.string()),
  /** By document, what tells when something can go. */
  keeping: z.record(z.string(), keepingSchema).exactOptional(),
  /** The day on which that was looked at last. */
  lookedAt: z.string().exactOptional(),
});
export type StoredSections = z.output<typeof readSectionsSchema>;

/** What is known of a document: where its texts cannot be read now, `texts` is absent. */
export interface DocumentFacts {
  isThere: boolean;
  texts?: {
    /** Another one for each text, and for each outline, in use. */
    mark: string;
    /** The sections of all texts that are kept, that in use among them. */
    sections: ReadonlySet<string>;
  };
}

export function sectionsOf({ documents }: StoredSections, document: string): string[] {
  return Object.hasOwn(documents, document) ? (documents[document]?.split(' ').filter(Boolean) ?? []) : [];
}

function keepingOf({ keeping = {} }: StoredSections, document: string): Keeping {
  const known = Object.hasOwn(keeping, document) ? keeping[document] : undefined;
  return known ?? { home: '', daysAbsent: 0, text: '', missing: {} };
}

/** With sections of a document that were read in the data folder `home`. */
export function withSections(
  stored: StoredSections,
  document: string,
  { sections, home }: { sections: readonly string[]; home: string },
): StoredSections {
  const all = [...new Set([...sectionsOf(stored, document), ...sections])].slice(-most);
  return {
    ...stored,
    documents: { ...stored.documents, [document]: all.join(' ') },
    keeping: { ...stored.keeping, [document]: { ...keepingOf(stored, document), home, daysAbsent: 0 } },
  };
}

/**
 * Without what can never be asked for again, after a look at the documents in the data folder `home`. Documents of another data folder,
 * and those that nothing is known about, stay as they are.
 */
export function withoutLeftovers(
  stored: StoredSections,
  facts: ReadonlyMap<string, DocumentFacts>,
  { home, day }: { home: string; day: string },
): StoredSections {
  const documents: Record<string, string> = {};
  const keeping: Record<string, Keeping> = {};
  for (const document of Object.keys(stored.documents)) {
    const before = { sections: sectionsOf(stored, document), keeping: keepingOf(stored, document) };
    const after = afterLook(before, facts.get(document), home);
    if (after === undefined) continue;
    documents[document] = after.sections.join(' ');
    keeping[document] = after.keeping;
  }
  return { ...stored, documents, keeping, lookedAt: day };
}

interface Kept {
  sections: string[];
  keeping: Keeping;
}

/** `undefined`: the document is gone for good. */
function afterLook({ sections, keeping }: Kept, facts: DocumentFacts | undefined, home: string): Kept | undefined {
  if (facts === undefined) return { sections, keeping };
  if (!facts.isThere) {
    if (keeping.home !== '' && keeping.home !== home) return { sections, keeping };
    const daysAbsent = keeping.daysAbsent + 1;
    return daysAbsent < daysWithout ? { sections, keeping: { ...keeping, home, daysAbsent } } : undefined;
  }
  const present = { ...keeping, home, daysAbsent: 0 };
  if (facts.texts === undefined) return { sections, keeping: present };
  const { mark, sections: known } = facts.texts;
  const isOther = mark !== keeping.text;
  const missing = new Map<string, number>();
  for (const section of sections) {
    if (known.has(section)) continue;
    const before = Object.hasOwn(keeping.missing, section) ? (keeping.missing[section] ?? 0) : 0;
    missing.set(section, isOther || before === 0 ? before + 1 : before);
  }
  const isKept = (section: string) => (missing.get(section) ?? 0) < textsWithout;
  return {
    sections: sections.filter(isKept),
    keeping: { ...present, text: mark, missing: Object.fromEntries([...missing].filter(([each]) => isKept(each))) },
  };
}

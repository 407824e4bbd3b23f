import { expect } from 'vitest';
import type { Annotation } from '#core/annotation/annotation';
import { fromJsonLd, type ImportedFile } from '#core/interchange/from-jsonld';
import { toJsonLd } from '#core/interchange/to-jsonld';
import { bundledPlan } from '../search/bundled-plan.ts';

export const now = '2026-11-25T20:00:00+08:00';
export const collectionOf = { document: bundledPlan.id, label: bundledPlan.title };
export const ownId = 'urn:ulid:01M84B9PR0644CCAMGF5S6AR97';
export const quote = { type: 'TextQuoteSelector', exact: '健全公办民办同步招生入学机制' };
export const web = { source: 'https://example.cn/plan.html', selector: quote };

export function read(file: unknown): ImportedFile {
  const result = fromJsonLd(file, { plan: bundledPlan, now });
  if (!result.ok) throw new Error(result.error);
  return result.value;
}

export function readOne(entry: unknown): Annotation {
  const { imported, refused } = read([entry]);
  expect(refused).toEqual([]);
  const [first] = imported;
  if (first === undefined) throw new Error('nothing was read');
  return first.annotation;
}

export function exported(notes: readonly Annotation[]): LooseCollection {
  return JSON.parse(toJsonLd(notes, collectionOf));
}
export const comment = { type: 'TextualBody', value: '评语' };

/** An exported annotation, to be spoilt. */
export interface LooseItem {
  [name: string]: unknown;
  body: object[];
  target: { selector: [quote: object, position: object] };
}

/** An exported collection, to be spoilt. */
export interface LooseCollection {
  [name: string]: unknown;
  first: { items: [LooseItem] };
}

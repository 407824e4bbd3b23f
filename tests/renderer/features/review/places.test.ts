import { describe, expect, test } from 'vitest';
import { placeAnnotations } from '#core/anchoring/place-annotations';
import { canonicalText } from '#core/plan/canonical-text';
import { placesOf } from '../../../../src/renderer/features/review/places.ts';
import { passageIn, passageOfSelectors } from '../../../../src/renderer/features/review/surroundings.ts';
import { annotate } from '../../../core/report/annotate.ts';
import { bundledPlan } from '../../../core/search/bundled-plan.ts';

const note = annotate(bundledPlan, '健全公办民办同步招生入学机制');
const [placed] = placeAnnotations(bundledPlan, [note]);
if (placed === undefined) throw new Error('no place');
const range = (start: number) => ({ start, end: start + 5 });
describe('places to choose from', () => {
  test.each([
    ['what was found is shown unasked', 7, [20, 30], undefined, { ranges: [7, 20, 30], hasFound: true, shown: 0 }],
    ['a suggestion is not', undefined, [20, 30], undefined, { ranges: [20, 30], hasFound: false, shown: undefined }],
    ['the chosen one is shown', undefined, [20, 30], 1, { ranges: [20, 30], hasFound: false, shown: 1 }],
    [
      'what was found is no second time a suggestion',
      7,
      [7, 20],
      undefined,
      { ranges: [7, 20], hasFound: true, shown: 0 },
    ],
    [
      'there are keys for five',
      undefined,
      [1, 9, 17, 25, 33, 41],
      0,
      { ranges: [1, 9, 17, 25, 33], hasFound: false, shown: 0 },
    ],
    ['there is none', undefined, [], undefined, { ranges: [], hasFound: false, shown: undefined }],
  ])('%s', (_name, found, suggestions, chosen, expected) => {
    const unplaced = { state: 'review' as const, score: 0.5, suggestions: suggestions.map(range) };
    const anchoring = found === undefined ? unplaced : { ...unplaced, range: range(found) };
    const mark = { ...placed, anchoring };
    const places = placesOf(mark, chosen);
    expect({ ...places, ranges: places.ranges.map(({ start }) => start) }).toEqual(expected);
  });
});

describe('a passage with its surroundings', () => {
  test('is a part of the text, marked where it was cut', () => {
    const { place, before, quote, after } = passageIn(bundledPlan, note.target);
    expect(place).toBe('四（二） 稳步推进考试招生制度改革');
    expect(quote).toBe(note.target.exact);
    expect(before).toMatch(/^….*完善义务教育免试就近入学制度，$/s);
    expect(after).toMatch(/^，规范招生\n（三）.*…$/s);
    expect(canonicalText(bundledPlan)).toContain(`${before.slice(1)}${quote}${after.slice(0, -1)}`);
  });

  test('at the edge of the text is not marked as cut', () => {
    expect(passageIn(bundledPlan, { start: 0, end: 5 }).before).toBe('');
    const end = [...canonicalText(bundledPlan)].length;
    expect(passageIn(bundledPlan, { start: end - 5, end })).toMatchObject({ after: '' });
  });

  test('can be shown from what the note itself knows', () => {
    expect(passageOfSelectors(note.target)).toMatchObject({
      place: '四（二） 稳步推进考试招生制度改革',
      quote: note.target.exact,
    });
    expect(passageOfSelectors({ ...note.target, prefix: '', suffix: '', sectionPath: '', sectionHeading: '' })).toEqual(
      {
        place: '',
        before: '',
        quote: note.target.exact,
        after: '',
      },
    );
  });
});

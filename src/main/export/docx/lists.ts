import { randomUUID } from 'node:crypto';
import type { ILevelsOptions, INumberingOptions } from 'docx';
import { twips } from './measures.ts';
import type { TextSetting } from './styles.ts';

/** Word knows nine levels of lists. */
export const mostLevels = 9;

const bulletMarks = ['•', '–', '▪'];

interface NumberingOfItem {
  reference: string;
  level: number;
  instance: number;
}

/** The numbering of every list in a file: each list counts anew, from the number it begins with. */
export interface ListNumbers {
  bullets: (level: number) => NumberingOfItem;
  ordered: (start: number, level: number) => NumberingOfItem;
  options: () => INumberingOptions;
}

export function createListNumbers(setting: TextSetting): ListNumbers {
  // The library looks for these names in the text, too: nobody must be able to write one into a note.
  const secret = randomUUID();
  const starts = new Set<number>();
  let instance = 0;
  const bullets = `bullets-${secret}`;
  const ordered = (start: number) => `from-${start}-${secret}`;
  return {
    bullets: (level) => ({ reference: bullets, level, instance: 0 }),
    ordered: (start, level) => {
      starts.add(start);
      instance += 1;
      return { reference: ordered(start), level, instance };
    },
    options: () => ({
      config: [
        {
          reference: bullets,
          levels: levels(setting, (level) => ({ format: 'bullet', text: bulletMarks[level % 3] ?? '•' })),
        },
        ...[...starts].map((start) => ({
          reference: ordered(start),
          levels: levels(setting, (level) => ({ format: 'decimal', text: `%${level + 1}.`, start })),
        })),
      ],
    }),
  };
}

function levels(setting: TextSetting, make: (level: number) => Omit<ILevelsOptions, 'level'>): ILevelsOptions[] {
  return Array.from({ length: mostLevels }, (_, level) => ({
    level,
    alignment: 'left',
    ...make(level),
    style: {
      paragraph: {
        indent: {
          left: twips.ofPoints(setting.indent + (level + 1) * setting.body.size * 2),
          hanging: twips.ofPoints(setting.body.size * 1.25),
        },
      },
    },
  }));
}

import type { TextBlock } from '../outline/text-block.ts';

/** What the bytes of a file are, when they can be read. */
export const documentFormats = ['docx', 'pdf', 'text', 'html', 'markdown'] as const;

export type DocumentFormat = (typeof documentFormats)[number];

/** What a reader should know about what is not, or not quite, as in the file. */
export const remarkCodes = [
  'pictures-left-out',
  'hidden-text-left-out',
  'deleted-text-left-out',
  'comments-left-out',
  'tables-simplified',
  'notes-at-end',
  'embedded-files-left-out',
  'running-heads-left-out',
  'pages-without-text',
  'incomplete',
  'characters-unknown',
] as const;

export type RemarkCode = (typeof remarkCodes)[number];

/** Encodings that a text can be read in by choice. */
export const encodingLabels = ['utf-8', 'gb18030', 'big5', 'utf-16le', 'utf-16be'] as const;

export type EncodingLabel = (typeof encodingLabels)[number];

/** An encoding that the bytes of a text could have, with the beginning of the text as it would read. */
export interface EncodingAlternative {
  label: EncodingLabel;
  preview: string;
}

/** How the bytes of a text were read; when it is not sure, a person chooses among the alternatives. */
export interface TextEncoding {
  label: EncodingLabel;
  isSure: boolean;
  /** Besides the one that was taken, the more likely ones first. */
  alternatives: EncodingAlternative[];
}

/** A file turned into plain blocks. */
export interface ReadDocument {
  blocks: TextBlock[];
  format: DocumentFormat;
  encoding?: TextEncoding;
  pages?: number;
  remarks: RemarkCode[];
}

/** Kinds of files that are recognised, but not read. */
export const unsupportedKinds = [
  'rtf',
  'word-xml',
  'mhtml',
  'spreadsheet',
  'presentation',
  'odt',
  'ofd',
  'caj',
  'epub',
  'pages',
  'image',
  'archive',
  'media',
  'program',
  'other-office',
] as const;

export type UnsupportedKind = (typeof unsupportedKinds)[number];

/** What is wrong with a file itself. `broken`: the format is right, but what is inside is not. */
export const contentProblems = [
  'old-doc',
  'wps',
  'encrypted',
  'scanned-pdf',
  'empty',
  'no-text',
  'binary',
  'truncated',
  'zip-bomb',
  'too-large',
  'too-much-text',
  'too-many-parts',
  'too-deep',
  'broken',
] as const;

/** Why a reading was ended from outside. */
type EndingCode = 'too-slow' | 'too-demanding' | 'cancelled';

export type ReadProblemCode = (typeof contentProblems)[number] | EndingCode;

/** Why a file was not read. */
export type ReadProblem = { code: ReadProblemCode } | { code: 'unsupported'; kind: UnsupportedKind };

/** What a document may be at most: bytes of its file, blocks, UTF-16 units of text, nesting of elements. */
export const documentLimits = {
  bytes: 200 * 1024 * 1024,
  blocks: 20_000,
  characters: 2_000_000,
  depth: 256,
} as const;

import type { z } from 'zod';
import type { Result } from '../core/text/result.ts';
import { annotationsContract } from './contract/annotations-contract.ts';
import { applicationContract } from './contract/application-contract.ts';
import { comparisonContract } from './contract/comparison-contract.ts';
import { documentsContract } from './contract/documents-contract.ts';
import { draftsContract } from './contract/drafts-contract.ts';
import { exportContract } from './contract/export-contract.ts';
import { importDraftsContract } from './contract/import-drafts-contract.ts';
import { interchangeContract } from './contract/interchange-contract.ts';
import { libraryContract } from './contract/library-contract.ts';
import { notesFolderContract } from './contract/notes-folder-contract.ts';
import { readSectionsContract } from './contract/read-sections-contract.ts';
import { readingContract } from './contract/reading-contract.ts';
import { recycleBinContract } from './contract/recycle-bin-contract.ts';
import { settingsContract } from './contract/settings-contract.ts';
import { sheetContract } from './contract/sheet-contract.ts';
import { snapshotsContract } from './contract/snapshots-contract.ts';
import type { OperationError } from './error-codes.ts';
import type { OperationName } from './operations.ts';

/** Every operation with the shape of what goes in and what comes out; handlers and `window.api` are typed from it. */
export const contract = {
  ...libraryContract,
  ...documentsContract,
  ...readingContract,
  ...annotationsContract,
  ...draftsContract,
  ...importDraftsContract,
  ...recycleBinContract,
  ...snapshotsContract,
  ...notesFolderContract,
  ...settingsContract,
  ...readSectionsContract,
  ...exportContract,
  ...interchangeContract,
  ...sheetContract,
  ...comparisonContract,
  ...applicationContract,
} satisfies Record<OperationName, { input: z.ZodType; output: z.ZodType }>;

type Contract = typeof contract;
export type OperationInput<Name extends OperationName> = z.output<Contract[Name]['input']>;
export type OperationOutput<Name extends OperationName> = z.output<Contract[Name]['output']>;
export type OperationResult<Name extends OperationName> = Result<OperationOutput<Name>, OperationError>;

/** What the main process implements. */
export type Handlers = {
  [Name in OperationName]: (input: OperationInput<Name>) => Promise<OperationResult<Name>>;
};

/** What the page calls. */
export type Operations = {
  [Name in OperationName]: (input: OperationInput<Name>) => Promise<OperationResult<Name>>;
};

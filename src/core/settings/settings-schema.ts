import { z } from 'zod';
import { labelIds } from '../annotation/annotation.ts';
import { taskGroupings } from '../ledger/group-tasks.ts';
import { ledgerColumns } from '../ledger/ledger-rows.ts';
import { exportFormats } from '../report/export-format.ts';
import { reportContents } from '../report/report-kinds.ts';
import {
  clauseGapKinds,
  columnWidthBounds,
  coverageMetrics,
  fontSizeBounds,
  lineHeightBounds,
  longestSearch,
  mostSearches,
  noteOrders,
  rightTabs,
  type Settings,
  type SettingsChange,
  type ViewState,
} from './settings.ts';

const within = (bounds: { minimum: number; maximum: number }) => z.number().min(bounds.minimum).max(bounds.maximum);

const changeable = {
  theme: z.enum(['system', 'light', 'dark', 'sepia']),
  fontSize: within(fontSizeBounds),
  lineHeight: within(lineHeightBounds),
  columnWidth: within(columnWidthBounds),
  labelNames: z.partialRecord(z.enum(labelIds), z.string().min(1).max(12)),
  author: z.string().max(60),
  markMode: z.boolean().exactOptional(),
  deadlineRule: z
    .strictObject({
      by: z.enum(['days', 'share']),
      soon: z.number().min(0).max(365),
      urgent: z.number().min(0).max(365),
    })
    .exactOptional(),
};

export const settingsSchema = z.object({
  schema: z.literal('settings/1'),
  ...changeable,
  dataFolder: z.string().min(1).exactOptional(),
}) satisfies z.ZodType<Settings>;

export const settingsChangeSchema = z.strictObject({
  theme: changeable.theme.exactOptional(),
  fontSize: changeable.fontSize.exactOptional(),
  lineHeight: changeable.lineHeight.exactOptional(),
  columnWidth: changeable.columnWidth.exactOptional(),
  labelNames: changeable.labelNames.exactOptional(),
  author: changeable.author.exactOptional(),
  markMode: changeable.markMode,
  deadlineRule: changeable.deadlineRule,
}) satisfies z.ZodType<SettingsChange>;

const position = z.object({
  document: z.string().max(64),
  section: z.string().max(100),
  offset: z.number(),
  block: z.number().int().nonnegative().exactOptional(),
  text: z.string().max(100).exactOptional(),
});

const shownColumns = z.array(z.enum(ledgerColumns)).min(1).max(40);

/** What the ledger is sorted by. */
export const ledgerOrderSchema = z.strictObject({ column: z.enum(ledgerColumns), isDescending: z.boolean() });

export const viewStateSchema = z.object({
  schema: z.literal('view/1'),
  outlineWidth: z.number().min(160).max(800),
  notesWidth: z.number().min(200).max(1000),
  outlineVisible: z.boolean(),
  notesVisible: z.boolean(),
  folded: z.array(z.string().max(100)).max(10_000),
  notesOrder: z.enum(noteOrders).exactOptional(),
  notesGrouped: z.boolean().exactOptional(),
  notesFollow: z.boolean().exactOptional(),
  notesFolded: z.array(z.string().max(100)).max(10_000).exactOptional(),
  rightTab: z.enum(rightTabs).exactOptional(),
  ledgerWidth: z.number().min(200).max(4000).exactOptional(),
  overviewWidth: z.number().min(200).max(4000).exactOptional(),
  coverageMetric: z.enum(coverageMetrics).exactOptional(),
  clauseGap: z.enum(clauseGapKinds).exactOptional(),
  ledgerColumns: shownColumns.exactOptional(),
  documentColumns: z
    .array(z.object({ document: z.string().max(64), columns: shownColumns }))
    .max(100)
    .exactOptional(),
  ledgerOrder: ledgerOrderSchema.nullable().exactOptional(),
  ledgerGroup: z.enum(taskGroupings).nullable().exactOptional(),
  presentsTasksOnly: z.boolean().exactOptional(),
  exportChoice: z
    .object({
      content: z.enum(reportContents),
      format: z.enum([...exportFormats, 'jsonld']),
      layout: z.enum(['official', 'plain']),
      includeHighlights: z.boolean(),
      withNotes: z.boolean().exactOptional(),
      group: z.enum(taskGroupings).exactOptional(),
      inTextOrder: z.boolean().exactOptional(),
      signature: z.boolean(),
      byDepartment: z.boolean().exactOptional(),
      hasContents: z.boolean().exactOptional(),
    })
    .exactOptional(),
  notesEverywhere: z.boolean().exactOptional(),
  searchEverywhere: z.boolean().exactOptional(),
  searches: z
    .array(z.object({ query: z.string().min(1).max(longestSearch), isPattern: z.literal(true).exactOptional() }))
    .max(mostSearches)
    .exactOptional(),
  position: position.exactOptional(),
  document: z.string().max(64).exactOptional(),
  others: z
    .array(
      z.object({
        document: z.string().max(64),
        readAt: z.iso.datetime(),
        folded: z.array(z.string().max(100)).max(10_000),
        position: position.exactOptional(),
      }),
    )
    .max(100)
    .exactOptional(),
  recentCommands: z.array(z.string().max(40)).max(100).exactOptional(),
  hintSeen: z.boolean(),
}) satisfies z.ZodType<ViewState>;

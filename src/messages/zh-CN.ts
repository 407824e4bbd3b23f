import { annotations } from './zh-CN/annotations.ts';
import { application } from './zh-CN/application.ts';
import { bookmarks } from './zh-CN/bookmarks.ts';
import { commands } from './zh-CN/commands.ts';
import { comparison } from './zh-CN/comparison.ts';
import { diagnostics } from './zh-CN/diagnostics.ts';
import { errors } from './zh-CN/errors.ts';
import { exporting } from './zh-CN/exporting.ts';
import { filtering } from './zh-CN/filtering.ts';
import { help } from './zh-CN/help.ts';
import { history } from './zh-CN/history.ts';
import { importing } from './zh-CN/importing.ts';
import { interchange } from './zh-CN/interchange.ts';
import { labels } from './zh-CN/labels.ts';
import { ledger } from './zh-CN/ledger.ts';
import { library } from './zh-CN/library.ts';
import { noteList } from './zh-CN/note-list.ts';
import { outline } from './zh-CN/outline.ts';
import { overview } from './zh-CN/overview.ts';
import { presentation } from './zh-CN/presentation.ts';
import { quickOpen } from './zh-CN/quick-open.ts';
import { reading } from './zh-CN/reading.ts';
import { recycleBin } from './zh-CN/recycle-bin.ts';
import { report } from './zh-CN/report.ts';
import { review } from './zh-CN/review.ts';
import { search } from './zh-CN/search.ts';
import { settings } from './zh-CN/settings.ts';
import { sheet } from './zh-CN/sheet.ts';
import { snapshots } from './zh-CN/snapshots.ts';
import { wordFile } from './zh-CN/word-file.ts';

/** Every word the reader sees, by area. */
export const messages = {
  annotations,
  application,
  bookmarks,
  commands,
  comparison,
  diagnostics,
  errors,
  exporting,
  filtering,
  help,
  history,
  importing,
  interchange,
  labels,
  ledger,
  library,
  noteList,
  outline,
  overview,
  presentation,
  quickOpen,
  reading,
  recycleBin,
  report,
  review,
  search,
  settings,
  sheet,
  snapshots,
  wordFile,
};

/** Makes a stored value of the next version out of one of this version. */
export type JsonMigration = (value: Record<string, unknown>) => Record<string, unknown>;

/**
 * A stored value as one of the newest version, which `newest` names (`settings/1`); `newer` when a newer version of the
 * program wrote it. A value that does not say what it is comes back as it is, for the schema to judge.
 */
export function migrateJson(
  stored: unknown,
  newest: string,
  migrations: readonly JsonMigration[] = [],
): unknown | 'newer' {
  const [kind, number] = newest.split('/');
  const version = versionOf(stored, kind ?? '');
  if (version === undefined || !isRecord(stored)) return stored;
  if (version > Number(number)) return 'newer';
  return migrations.slice(version - 1).reduce<Record<string, unknown>>((before, migrate) => migrate(before), stored);
}

function versionOf(stored: unknown, kind: string): number | undefined {
  const [storedKind, number = ''] = isRecord(stored) ? String(stored.schema).split('/') : [];
  return storedKind === kind && /^[1-9]\d{0,5}$/.test(number) ? Number(number) : undefined;
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

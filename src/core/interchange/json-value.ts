/** What `JSON.parse` gives, seen with care: every look at it is by name, never by what it inherits. */
export type JsonObject = Readonly<Record<string, unknown>>;

export function isObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The value of a key of its own; `undefined` when there is none, or `value` is no object. */
export function fieldOf(value: unknown, name: string): unknown {
  return isObject(value) && Object.hasOwn(value, name) ? value[name] : undefined;
}

export function textOf(value: unknown, name: string): string | undefined {
  const found = fieldOf(value, name);
  return typeof found === 'string' ? found : undefined;
}

export function numberOf(value: unknown, name: string): number | undefined {
  const found = fieldOf(value, name);
  return typeof found === 'number' ? found : undefined;
}

/** The value as a list: JSON-LD writes a list of one as that one. */
export function listOf(value: unknown, name: string): readonly unknown[] {
  const found = fieldOf(value, name);
  if (found === undefined || found === null) return [];
  return Array.isArray(found) ? found : [found];
}

/** The address of a thing that is given by its address alone or described with its address inside. */
export function addressOf(value: unknown): string | undefined {
  if (typeof value === 'string') return value;
  return textOf(value, 'id') ?? textOf(value, '@id');
}

/** True when the thing is, among others, of this type. */
export function isOfType(value: unknown, type: string): boolean {
  const types = [...listOf(value, 'type'), ...listOf(value, '@type')];
  return types.some((name) => typeof name === 'string' && (name === type || name === `oa:${type}`));
}

/**
 * Frozen values: adapters that keep values hand them out, and no caller can change them. Freezing once on the way in costs far less than copying
 * on every read, and a rehearsal reads a million customers every day of its year.
 */

/** Freezes the value itself, all the way down, and answers it. */
export function frozen<Value>(value: Value): Value {
  if (typeof value !== 'object' || value === null) return value
  for (const part of Object.values(value)) if (typeof part === 'object') frozen(part)
  return Object.freeze(value)
}

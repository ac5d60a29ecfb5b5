/** Tries to change everything in a value, as a careless caller might; frozen parts refuse, which is as good as a copy. */

export function tamper(value: unknown): void {
  if (typeof value !== 'object' || value === null) return
  for (const part of Object.values(value)) tamper(part)
  for (const key of Object.keys(value)) Reflect.set(value, key, 'tampered')
  if (Array.isArray(value) && Object.isExtensible(value)) value.push('tampered')
  else Reflect.set(value, 'tampered', true)
}

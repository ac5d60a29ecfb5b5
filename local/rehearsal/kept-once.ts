/** One value for all that are alike: what came with each customer as a value of its own is kept once. */

/** More different values than this are no longer what many have in common. */
const MOST_SHARED = 100_000

export function keptOnce<Value>(nameOf: (value: Value) => string) {
  const kept = new Map<string, Value>()
  return (value: Value): Value => {
    const name = nameOf(value)
    const known = kept.get(name)
    if (known !== undefined) return known
    if (kept.size < MOST_SHARED) kept.set(name, value)
    return value
  }
}

/** How a company is filled: many rows at once, in parts that a table takes. */

/** Promises in hand at once: the local engine takes no more. */
const AT_ONCE = 16

export const idOf = (number: number): string => `KH${String(number).padStart(7, '0')}`

export function inParts<One>(all: readonly One[], size: number): One[][] {
  const parts: One[][] = []
  for (let at = 0; at < all.length; at += size) parts.push(all.slice(at, at + size))
  return parts
}

export async function eachAtOnce<One>(all: readonly One[], act: (one: One) => Promise<unknown>): Promise<void> {
  let next = 0
  const worker = async () => {
    for (let one = all[next++]; one !== undefined; one = all[next++]) await act(one)
  }
  await Promise.all(Array.from({ length: AT_ONCE }, worker))
}

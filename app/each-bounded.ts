/** Many calls at once, up to a limit: fast, and never too many for the connection pool, the table or the provider. */

/** Acts on every item, `limit` at a time. After a failure it starts no more, waits for those under way, and throws the first error. */
export async function eachBounded<Item>(
  items: readonly Item[],
  { limit, act }: { readonly limit: number; readonly act: (item: Item) => Promise<unknown> },
): Promise<void> {
  const queue = items.values()
  const failures: unknown[] = []
  const work = async () => {
    for (const item of queue) {
      if (failures.length > 0) return
      try {
        await act(item)
      } catch (error) {
        failures.push(error)
      }
    }
  }
  await Promise.all(Array.from({ length: Math.min(limit, items.length) }, work))
  if (failures.length > 0) throw failures[0]
}

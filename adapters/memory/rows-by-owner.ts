/** A few rows for each of very many owners: short lists, because a map for each owner would take more memory than the rows. */

export interface RowsByOwner<Row> {
  get(owner: string, id: string): Row | undefined
  all(owner: string): readonly Row[]
  /** Adds the row, or replaces the one with its id. Answers the replaced row. */
  put(owner: string, row: Row): Row | undefined
  remove(owner: string, id: string): void
}

export function rowsByOwner<Row>(idOf: (row: Row) => string): RowsByOwner<Row> {
  const lists = new Map<string, Row[]>()
  return {
    get: (owner, id) => lists.get(owner)?.find((row) => idOf(row) === id),
    all: (owner) => lists.get(owner)?.toSorted((a, b) => (idOf(a) < idOf(b) ? -1 : 1)) ?? [],
    put: (owner, row) => {
      const list = lists.get(owner)
      if (list === undefined) {
        lists.set(owner, [row])
        return undefined
      }
      const id = idOf(row)
      const at = list.findIndex((known) => idOf(known) === id)
      const replaced = list[at]
      if (at === -1) list.push(row)
      else list[at] = row
      return replaced
    },
    remove: (owner, id) => {
      const left = lists.get(owner)?.filter((row) => idOf(row) !== id)
      if (left) lists.set(owner, left)
    },
  }
}

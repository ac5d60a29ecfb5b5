/**
 * The customers may be divided among several parts, each of which plans and sends for its own and goes through time in step with the others: a rehearsal
 * of a large base runs so. What one part cannot know alone, all of them tell here: how many customers are due, what money they need, who waits in a row.
 */

export interface BaseParts {
  /** A power of two. Each part has a run of whole partitions, all of them equally many. */
  readonly count: number
  /** The sums over all parts, place by place. Each part must ask about the same things, and about one thing equally often. */
  sum(about: string, amounts: readonly number[]): Promise<readonly number[]>
  /** The texts of all parts, those of the first part first. */
  all(about: string, texts: readonly string[]): Promise<readonly string[]>
}

/** Everywhere but in such a rehearsal: nothing is asked of others. */
export const WHOLE_BASE: BaseParts = {
  count: 1,
  sum: async (_about, amounts) => amounts,
  all: async (_about, texts) => texts,
}

/** Of ports that may come without: then the base is whole. */
export interface InParts {
  readonly parts?: BaseParts
}

/** The sum of one amount. */
export async function sumOver({ parts = WHOLE_BASE }: InParts, about: string, amount: number): Promise<number> {
  const [sum = 0] = await parts.sum(about, [amount])
  return sum
}

/** Whether a slice of so many may have customers in several parts. */
export const isDivided = ({ parts = WHOLE_BASE }: InParts, { slices }: { readonly slices: number }): boolean =>
  slices < parts.count

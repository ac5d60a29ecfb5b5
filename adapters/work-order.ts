/** The order of open work, the same from every adapter: by due time, then by a fixed tie-break; and a place in it as a text. */
import { InstantSchema } from '#core/time/instant.ts'
import type { WorkItem } from '#core/work/work-item.ts'

export function byDueAt(a: WorkPlace, b: WorkPlace): number {
  if (a.dueAt !== b.dueAt) return a.dueAt < b.dueAt ? -1 : 1
  return a.workId < b.workId ? -1 : 1
}

/** The stored due time of an item, and its id. */
export type WorkPlace = Pick<WorkItem, 'dueAt' | 'workId'>

export const placeText = ({ dueAt, workId }: WorkPlace): string => `${dueAt} ${workId}`

/** DynamoDB's limit for a partition key, in bytes. */
const LONGEST_KEY = 2_048

/** Undefined for what `placeText` did not write: an address can be typed. */
export function placeIn(text: string | null): WorkPlace | undefined {
  const at = text?.indexOf(' ') ?? -1
  if (text === null || at < 0) return undefined
  const [dueAt, workId] = [text.slice(0, at), text.slice(at + 1)]
  const isKey = workId !== '' && Buffer.byteLength(workId) <= LONGEST_KEY
  return isKey && InstantSchema.safeParse(dueAt).success ? { dueAt, workId } : undefined
}

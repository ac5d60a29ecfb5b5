/** The work of one or more desks together, the earliest due first, read on from a place: no desk is read further than what is shown of it. */
import * as z from 'zod'
import type { DeskWork, WorkDesk, WorkStore } from '#app/ports/work.ts'
import type { Instant } from '#core/time/instant.ts'
import type { WorkItem } from '#core/work/work-item.ts'

/** For each desk: its beginning, behind an item, or its end. */
type Places = readonly (string | null | false)[]

export interface StretchAsked {
  readonly desks: readonly WorkDesk[]
  /** The `next` of the stretch before; anything else is the beginning. */
  readonly after: string | null
  readonly through: Instant | null
  readonly limit: number
}

export interface Stretch {
  readonly items: readonly WorkItem[]
  /** Null at the end of every desk. */
  readonly next: string | null
}

const PlacesSchema = z.array(z.union([z.string(), z.null(), z.literal(false)]))
const NOTHING: DeskWork = { found: [], isMore: false }

export async function readStretch(
  work: Pick<WorkStore, 'openOn'>,
  { desks, after, through, limit }: StretchAsked,
): Promise<Stretch> {
  const places = placesIn(after, desks.length)
  const pages = await Promise.all(
    desks.map(async (desk, at) => {
      const place = places[at] ?? null
      return place === false ? NOTHING : work.openOn({ desk, after: place, through, limit })
    }),
  )
  const items: WorkItem[] = []
  const taken = pages.map(() => 0)
  while (items.length < limit) {
    const at = earliestOf(pages.map(({ found }, page) => found[taken[page] ?? 0]?.item.dueAt))
    const next = at === undefined ? undefined : pages[at]?.found[taken[at] ?? 0]
    if (at === undefined || next === undefined) break
    items.push(next.item)
    taken[at] = (taken[at] ?? 0) + 1
  }
  const nextPlaces = pages.map(({ found, isMore }, at): Places[number] => {
    const count = taken[at] ?? 0
    if (count === found.length && !isMore) return false
    return found[count - 1]?.place ?? places[at] ?? null
  })
  // A desk's item may have stood on another of them a moment ago.
  const distinct = new Map(items.map((item) => [item.workId, item]))
  return { items: [...distinct.values()], next: nextPlaces.every((place) => place === false) ? null : JSON.stringify(nextPlaces) }
}

/** Which of the desks has the earliest; undefined where none has any. */
function earliestOf(dues: readonly (Instant | undefined)[]): number | undefined {
  let best: { readonly at: number; readonly due: Instant } | undefined
  for (const [at, due] of dues.entries()) if (due !== undefined && (!best || due < best.due)) best = { at, due }
  return best?.at
}

function placesIn(text: string | null, desks: number): Places {
  try {
    const places = PlacesSchema.safeParse(JSON.parse(text ?? ''))
    if (places.success && places.data.length === desks) return places.data
  } catch {
    // An address can be typed.
  }
  return []
}

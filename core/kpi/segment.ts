/** Whom or what a roll-up is about: everything, or one value of one column of the facts. */
export const SEGMENT_COLUMNS = ['campaign', 'content_class', 'channel', 'team', 'tier', 'country'] as const
export type SegmentColumn = (typeof SEGMENT_COLUMNS)[number]

export type Segment = { readonly by: 'all' } | { readonly by: SegmentColumn; readonly is: string }

export const EVERYTHING: Segment = { by: 'all' }

/** As it stands in keys and links: `all`, `tier=gold`. */
export const segmentKey = (segment: Segment): string => (segment.by === 'all' ? 'all' : `${segment.by}=${segment.is}`)

/** No id of a campaign, and no name of a team, is half as long; a key of DynamoDB takes four times as much. */
const LONGEST_KEY = 200

/** The reverse; undefined for any other text. A value may hold a `=`. */
export function segmentOfKey(key: string): Segment | undefined {
  if (key.length > LONGEST_KEY) return undefined
  if (key === 'all') return EVERYTHING
  const [by, ...rest] = key.split('=')
  const column = SEGMENT_COLUMNS.find((known) => known === by)
  return column === undefined || rest.length === 0 ? undefined : { by: column, is: rest.join('=') }
}

/** All the segments to which a row of facts belongs: by the columns that its table has. */
export function segmentsOf(row: { readonly [Column in SegmentColumn]?: string | null }): readonly Segment[] {
  const of = SEGMENT_COLUMNS.flatMap((by) => {
    const is = row[by]
    return is === undefined || is === null ? [] : [{ by, is }]
  })
  return [EVERYTHING, ...of]
}

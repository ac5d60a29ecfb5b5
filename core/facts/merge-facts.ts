/**
 * The facts of a day that is written again: what the rows say now, and what they can no longer say because they were purged or erased since. Writing a day
 * again loses nothing and counts nothing twice.
 */
import { FACT_KINDS, FACT_TABLES, type Fact, type FactKind, type FactsOfDay } from '#core/facts/fact-tables.ts'
import { NOBODY, type Who } from '#core/facts/who.ts'

export interface FactsAgain {
  /** As the day was written last. */
  readonly before: FactsOfDay
  /** As its rows are now. */
  readonly now: FactsOfDay
  /** Campaigns of which every row of the day is still there: who is missing among them was erased, or left the audience before it was closed. */
  readonly whole: ReadonlySet<string>
  /** Numbers of purchases that stand on another day by now. */
  readonly moved: ReadonlySet<bigint>
}

export function mergeFacts(again: FactsAgain): FactsOfDay {
  const merged = FACT_KINDS.map((kind) => [kind, mergeKind(kind, again)] as const)
  // Each kind's rows came from the same kind; fromEntries forgets which.
  return Object.fromEntries(merged) as unknown as FactsOfDay
}

interface Rule<Row> {
  /** What tells a row from the others of its day; null: nothing does, because the row has no person. */
  readonly key: (row: Row) => string | null
  /** Rows without a person are counted within it. */
  readonly group: (row: Row) => string
}

const numbered = <Row>(key: (row: Row) => string): Rule<Row> => ({ key, group: () => '' })

const ofPerson = <Row extends { readonly person: bigint | null }>(group: (row: Row) => string): Rule<Row> => ({
  key: (row) => (row.person === null ? null : `${row.person} ${group(row)}`),
  group,
})

const RULES: { readonly [Kind in FactKind]: Rule<Fact<Kind>> } = {
  touches: ofPerson(({ campaign }) => campaign),
  answers: ofPerson(({ campaign, invited_on, answer_no }) => `${campaign} ${invited_on} ${answer_no}`),
  ratings: ofPerson(({ campaign, invited_on, answer_no, attribute }) => `${campaign} ${invited_on} ${answer_no} ${attribute}`),
  replies: numbered(({ reply }) => `${reply}`),
  purchases: numbered(({ purchase }) => `${purchase}`),
  gifts: numbered(({ gift, event }) => `${gift} ${event}`),
  work: numbered(({ item, event_no }) => `${item} ${event_no}`),
  hotline: numbered(({ caller }) => `${caller}`),
}

function mergeKind<Kind extends FactKind>(kind: Kind, { before, now, whole, moved }: FactsAgain): readonly Fact<Kind>[] {
  const { key, group } = RULES[kind]
  const known = new Set(now[kind].map(key))
  const isGone = (row: Fact<Kind>) => 'purchase' in row && typeof row.purchase === 'bigint' && moved.has(row.purchase)
  const old = before[kind].filter((row) => (key(row) === null || !known.has(key(row))) && !isGone(row))
  const named = withTheirPersons(
    now[kind].filter((row) => key(row) !== null),
    { before: before[kind], key },
  )
  const oldIn = Map.groupBy(old, group)
  const namelessIn = Map.groupBy(
    now[kind].filter((row) => key(row) === null),
    group,
  )
  const groups = new Set([...oldIn.keys(), ...namelessIn.keys()])
  const contentOf = contentIn(kind)
  const rest = [...groups].flatMap((each) =>
    mergeGroup({
      missing: (oldIn.get(each) ?? []).filter((row) => key(row) !== null),
      namelessBefore: (oldIn.get(each) ?? []).filter((row) => key(row) === null),
      namelessNow: namelessIn.get(each) ?? [],
      isWhole: kind === 'touches' && whole.has(each),
      contentOf,
    }),
  )
  return [...named, ...rest]
}

/** A gift outlives its customer's erasure, without them: as in every other table, the person of before stays. */
function withTheirPersons<Row extends Who>(
  rows: readonly Row[],
  { before, key }: { readonly before: readonly Row[]; readonly key: (row: Row) => string | null },
): readonly Row[] {
  if (rows.every(({ person }) => person !== null)) return rows
  const known = new Map(before.filter(({ person }) => person !== null).map((row) => [key(row), row]))
  return rows.map((row) => {
    const { person, tier, country } = (row.person === null ? known.get(key(row)) : undefined) ?? row
    return { ...row, person, tier, country }
  })
}

interface Group<Row> {
  /** Of persons whom the rows no longer name. */
  readonly missing: readonly Row[]
  readonly namelessBefore: readonly Row[]
  readonly namelessNow: readonly Row[]
  readonly isWhole: boolean
  readonly contentOf: (row: Row) => string
}

/**
 * A customer erased since stands in the rows without a person now: the row of before stays, with its person, and one without is dropped for it. Where all
 * rows are there, the others who are missing left the audience. Where they are not, all that is missing stays.
 */
function mergeGroup<Row>({ missing, namelessBefore, namelessNow, isWhole, contentOf }: Group<Row>): readonly Row[] {
  const erasedSince = Math.max(0, namelessNow.length - namelessBefore.length)
  const { kept, spare } = paired({ missing, nameless: namelessNow, most: isWhole ? erasedSince : missing.length, contentOf })
  if (isWhole) return [...kept, ...spare]
  const old = without(namelessBefore, { others: spare, contentOf })
  return [...missing, ...spare, ...old.slice(0, Math.max(0, namelessBefore.length - spare.length))]
}

interface Pairing<Row> {
  readonly missing: readonly Row[]
  readonly nameless: readonly Row[]
  readonly most: number
  readonly contentOf: (row: Row) => string
}

/** At most so many of the missing, each with a nameless row that stands for it; first those of which one says the same. `spare`: those left over. */
function paired<Row>({ missing, nameless, most, contentOf }: Pairing<Row>): {
  readonly kept: readonly Row[]
  readonly spare: readonly Row[]
} {
  const left = Map.groupBy(nameless, contentOf)
  const [alike, others]: [Row[], Row[]] = [[], []]
  for (const row of missing) {
    const stands = alike.length < most ? left.get(contentOf(row))?.pop() : undefined
    ;(stands === undefined ? others : alike).push(row)
  }
  const rest = [...left.values()].flat()
  const unlike = others.slice(0, Math.min(most - alike.length, rest.length))
  return { kept: [...alike, ...unlike], spare: rest.slice(unlike.length) }
}

/** The rows that stand for none of the others, each of which stands for one that says the same. */
function without<Row>(
  rows: readonly Row[],
  { others, contentOf }: { readonly others: readonly Row[]; readonly contentOf: (row: Row) => string },
): readonly Row[] {
  const left = Map.groupBy(others, contentOf)
  return rows.filter((row) => left.get(contentOf(row))?.pop() === undefined)
}

/** What a row says beside of whom. */
function contentIn<Kind extends FactKind>(kind: Kind): (row: Fact<Kind>) => string {
  const columns = (Object.keys(FACT_TABLES[kind]) as (keyof Fact<Kind>)[]).filter((column) => !(column in NOBODY))
  return (row) => JSON.stringify(columns.map((column) => String(row[column])))
}

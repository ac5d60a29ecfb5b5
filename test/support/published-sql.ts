/** The SQL of docs/numbers.md, as it is published: the lines that every query begins with, and the query of each figure. */
import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import type { Period } from '#core/kpi/period.ts'
import type { LocalDate } from '#core/time/local-date.ts'
import { dayStart } from '#core/time/zone.ts'

const text = readFileSync(resolve(import.meta.dirname, '../../docs/numbers.md'), 'utf8')
const fenceIn = (section: string): string | undefined => /```sql\n([\s\S]*?)\n```/.exec(section)?.[1]

const BEGINNING = fenceIn(text.slice(0, text.indexOf('\n### '))) ?? ''

const viewAfter = (words: string): string => fenceIn(text.slice(text.indexOf(words))) ?? ''
const CUSTOMERS = viewAfter('The customers of a tier: of each of these tables')
const FIRST_OCCASIONS = viewAfter('The occasions of a tier for it, in the place of the view:')

interface CustomersAsked {
  readonly column: string
  readonly value: string
  readonly period: Period
}

/** Who stood in a part when the period began, from tables of all rows. */
export const customersOf = (asked: CustomersAsked): string => ofPart(CUSTOMERS, asked)

/** The touches of who stood in a part at their first of the period. */
export const firstOccasionsOf = (asked: CustomersAsked): string => ofPart(FIRST_OCCASIONS, asked)

const ofPart = (sql: string, { column, value, period }: CustomersAsked): string =>
  replacing(
    sql.replaceAll(/FROM (purchases|touches|answers|replies|gifts|work)\b/g, (_, kind) => `FROM memory.main.${kind}`),
    [
      ["DATE '2027-01-01'", `DATE '${period.from}'`],
      ["DATE '2027-01-31'", `DATE '${period.to}'`],
      ["tier = 'gold'", `${column} = ${value}`],
      ['tier', column],
    ],
  )

/** By figure; those without one are made of what is not recorded yet. */
export const PUBLISHED: ReadonlyMap<string, string> = new Map(
  text
    .split(/^### /m)
    .slice(1)
    .flatMap((section) => {
      const [id, sql] = [/^`([^`]+)`/.exec(section)?.[1], fenceIn(section)]
      return id !== undefined && sql !== undefined ? [[id, sql] as const] : []
    }),
)

/** The query of a figure with the period, the day and the zone in the places of those that the document shows. */
export const publishedQuery = (id: string, asked: Asked): string => queryOf(PUBLISHED.get(id) ?? '', asked)

interface Asked {
  readonly period: Period
  readonly today: LocalDate
  readonly zone: string
}

/** Behind the lines that every query begins with. */
export function queryOf(sql: string, { period, today, zone }: Asked): string {
  const looked = dayStart(today, zone).replace('T', ' ').slice(0, 19)
  return replacing(`${BEGINNING}\n${sql}`, [
    ["DATE '2027-01-01'", `DATE '${period.from}'`],
    ["DATE '2027-01-31'", `DATE '${period.to}'`],
    ["DATE '2027-02-01'", `DATE '${today}'`],
    ["TIMESTAMP '2027-01-31 17:00:00'", `TIMESTAMP '${looked}'`],
    ["'Asia/Ho_Chi_Minh'", `'${zone}'`],
  ])
}

/** All at once: what was put in for one may look like another. */
function replacing(sql: string, pairs: readonly (readonly [string, string])[]): string {
  const gone = pairs.find(([shown]) => !sql.includes(shown))
  if (gone) throw new Error(`docs/numbers.md no longer shows ${gone[0]}`)
  const own = new Map(pairs)
  return sql.replace(new RegExp(pairs.map(([shown]) => shown).join('|'), 'g'), (shown) => own.get(shown) ?? shown)
}

/** The marks of mails about lists of calls: rows beside the row of their list, removed with it. */
import { deflateRawSync, inflateRawSync } from 'node:zlib'
import * as z from 'zod'
import { absent, unchanged } from '#adapters/dynamo/conditions.ts'
import { queryAll } from '#adapters/dynamo/query-rows.ts'
import { type DynamoTable, jsonIn, type Row, readAs, UnreadableRowError } from '#adapters/dynamo/rows.ts'
import { deleteRow, putRow } from '#adapters/dynamo/write-rows.ts'
import { type DayListMail, type DayListMails, LIST_MAIL_OUTCOMES } from '#app/ports/day-list-mails.ts'
import type { TeamDate } from '#app/ports/day-lists.ts'
import { InstantSchema } from '#core/time/instant.ts'

const MARK = '#mail#'
const startOf = ({ date }: TeamDate) => `${date}${MARK}`

/** Not a list. */
export const isMailMark = ({ item }: Row): boolean => String(item).includes(MARK)

/** So that the numbers of one address sort as they are counted. */
const DIGITS = 3

const still = unchanged('outcome', 'sending')

/** `scopeOf`: the partition of a team's lists. */
export function dynamoDayListMails(table: DynamoTable, scopeOf: (team: string) => string): DayListMails {
  const keyOf = (mail: DayListMail) => ({
    scope: scopeOf(mail.team),
    item: `${startOf(mail)}${mail.address}#${String(mail.number).padStart(DIGITS, '0')}`,
  })
  const rowOf = (mail: DayListMail): Row => {
    const { address, number, claimedAt, outcome, named } = mail
    return { ...keyOf(mail), address, number, claimedAt, outcome, named: deflateRawSync(JSON.stringify(named)) }
  }
  return {
    mailsOf: async ({ team, date }) => {
      const sort = { attribute: 'item', beginsWith: startOf({ team, date }) }
      const rows = await queryAll(table, { partition: { attribute: 'scope', is: scopeOf(team) }, sort })
      return rows.map((row) => mailOf(row, { team, date }))
    },
    claimMail: (mail) => putRow(table, rowOf(mail), absent('item')),
    settleMail: (mail) => putRow(table, rowOf(mail), still),
    giveMailBack: (mail) => deleteRow(table, keyOf(mail), still),
  }
}

function mailOf(row: Row, day: TeamDate): DayListMail {
  const name = `a mail about the list of calls of ${day.date}`
  const { named, ...mail } = readAs(MailRow, row, name)
  return { ...day, ...mail, named: readAs(NamedSchema, jsonIn(textIn(named, name), name), name) }
}

const NamedSchema = z.array(z.string())
const MailRow = z.object({
  address: z.string(),
  number: z.int().min(1),
  claimedAt: InstantSchema,
  outcome: z.enum(LIST_MAIL_OUTCOMES),
  named: z.unknown(),
})

/** Many times the marks of the longest list. */
const MOST_BYTES = 4_000_000

function textIn(packed: unknown, name: string): string {
  try {
    if (packed instanceof Uint8Array) return inflateRawSync(packed, { maxOutputLength: MOST_BYTES }).toString()
  } catch (cause) {
    throw new UnreadableRowError(`cannot read ${name}: what it names cannot be unpacked`, { cause })
  }
  throw new UnreadableRowError(`cannot read ${name}: nothing packed`)
}

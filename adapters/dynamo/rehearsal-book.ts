/**
 * Stored rehearsals beside the roll-ups in the table `numbers`: `rehearsals` + rehearsal id is how far one is; `rehearsal#<id>` + `sums` what it found, and
 * + `day#<date>#<0001>` a piece of the sheet of a day, and + `against#<id>` what changes from the other rehearsal to this one.
 */
import { brotliCompressSync, brotliDecompressSync, constants } from 'node:zlib'
import * as z from 'zod'
import { queryAll, queryPages } from '#adapters/dynamo/query-rows.ts'
import { getRow } from '#adapters/dynamo/read-rows.ts'
import { type DynamoTable, jsonIn, type Row, readAs, UnreadableRowError } from '#adapters/dynamo/rows.ts'
import { deleteRow, deleteRows, putRow, putRows } from '#adapters/dynamo/write-rows.ts'
import { inChunks } from '#adapters/in-chunks.ts'
import type { RehearsalBook } from '#app/ports/rehearsals.ts'
import { ComparisonSchema } from '#core/rehearsal/comparison.ts'
import { RehearsedSumsSchema } from '#core/rehearsal/rehearsed-sums.ts'
import { SheetLineSchema } from '#core/rehearsal/sheet-line.ts'
import { type StoredRehearsal, StoredRehearsalSchema } from '#core/rehearsal/stored-rehearsal.ts'

const LIST = 'rehearsals'
const SUMS = 'sums'
const DAY = 'day#'
const AGAINST = 'against#'
/** An id of 200 bytes in each, none alike, is 400 kB of text: packed, it stays below what a row may have. */
const LINES_PER_ROW = 1_000
/** What a reader unpacks at most. */
const MOST_BYTES = 16_000_000

const scopeOf = (rehearsalId: string) => `rehearsal#${rehearsalId}`
const partitionOf = (is: string) => ({ partition: { attribute: 'scope', is } })
const daysOf = (rehearsalId: string, date = '') => ({
  ...partitionOf(scopeOf(rehearsalId)),
  sort: { attribute: 'item', beginsWith: `${DAY}${date}` },
})

export function dynamoRehearsalBook(table: DynamoTable): RehearsalBook {
  const all = async (): Promise<readonly StoredRehearsal[]> => {
    const rows = await queryAll(table, { ...partitionOf(LIST), latestFirst: true })
    return rows.map(rehearsalIn)
  }
  const removeFindings = async (rehearsalId: string): Promise<void> => {
    const rows = await queryAll(table, { ...partitionOf(scopeOf(rehearsalId)), only: ['scope', 'item'] })
    await deleteRows(table, rows.map(keyOf))
  }
  return {
    put: async (rehearsal) => void (await putRow(table, { scope: LIST, item: rehearsal.rehearsalId, ...rehearsal })),
    get: async (rehearsalId) => {
      const row = await getRow(table, { scope: LIST, item: rehearsalId })
      return row && rehearsalIn(row)
    },
    all,
    putSums: async (rehearsalId, sums) =>
      void (await putRow(table, { scope: scopeOf(rehearsalId), item: SUMS, packed: packedOf(sums) })),
    sums: async (rehearsalId) => {
      const row = await getRow(table, { scope: scopeOf(rehearsalId), item: SUMS })
      return row && unpacked(row, RehearsedSumsSchema)
    },
    putSheet: (rehearsalId, { date, lines }) =>
      putRows(
        table,
        inChunks(lines, LINES_PER_ROW).map((piece, at) => ({
          scope: scopeOf(rehearsalId),
          item: `${DAY}${date}#${String(at + 1).padStart(4, '0')}`,
          packed: packedOf(piece),
        })),
      ),
    sheet: async (rehearsalId, date) => (await queryAll(table, daysOf(rehearsalId, `${date}#`))).flatMap(linesIn),
    async *sheets(rehearsalId) {
      for await (const rows of queryPages(table, daysOf(rehearsalId)))
        for (const row of rows) yield { date: dateOf(row), lines: linesIn(row) }
    },
    comparison: async ({ before, after }) => {
      const row = await getRow(table, { scope: scopeOf(after), item: `${AGAINST}${before}` })
      return row && unpacked(row, ComparisonSchema)
    },
    putComparison: async ({ before, after }, comparison) =>
      void (await putRow(table, { scope: scopeOf(after), item: `${AGAINST}${before}`, packed: packedOf(comparison) })),
    removeFindings,
    remove: async (rehearsalId) => {
      await removeFindings(rehearsalId)
      await deleteRow(table, { scope: LIST, item: rehearsalId })
    },
    forget: async (customerId) => {
      for (const { rehearsalId } of await all())
        for await (const rows of queryPages(table, daysOf(rehearsalId)))
          for (const row of rows) {
            const lines = linesIn(row)
            const others = lines.filter(({ customer }) => customer !== customerId)
            if (others.length < lines.length) await putRow(table, { ...keyOf(row), packed: packedOf(others) })
          }
    },
  }
}

const keyOf = ({ scope, item }: Row) => ({ scope: String(scope), item: String(item) })
const rehearsalIn = (row: Row): StoredRehearsal => readAs(StoredRehearsalSchema, row, `the rehearsal ${row.item}`)
/** `day#2027-02-14#0001` */
const dateOf = ({ item }: Row): string => String(item).slice(DAY.length, -'#0001'.length)

const LinesSchema = z.array(SheetLineSchema).readonly()
const linesIn = (row: Row) => unpacked(row, LinesSchema)

const packedOf = (value: unknown): Uint8Array =>
  brotliCompressSync(JSON.stringify(value), { params: { [constants.BROTLI_PARAM_QUALITY]: 4 } })

function unpacked<Schema extends z.ZodType>({ scope, item, packed }: Row, schema: Schema): z.output<Schema> {
  const name = `the row ${scope} ${item}`
  if (!(packed instanceof Uint8Array)) throw new UnreadableRowError(`cannot read ${name}: nothing packed`)
  const text = brotliDecompressSync(packed, { maxOutputLength: MOST_BYTES }).toString()
  return readAs(schema, jsonIn(text, name), name)
}

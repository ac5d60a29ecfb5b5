/**
 * Searches every row of every table for some texts: the proof that nothing about a customer is left, except a tombstone for two days and the lines of the
 * audit log, none of which is ever removed.
 */
import { brotliDecompressSync } from 'node:zlib'
import { type DynamoDBClient, ScanCommand, type ScanCommandInput } from '@aws-sdk/client-dynamodb'
import { unmarshall } from '@aws-sdk/util-dynamodb'
import { isAuditRow } from '#adapters/dynamo/audit-log.ts'
import { unpackedLines } from '#adapters/dynamo/packed-lines.ts'
import { unpackedRecipients } from '#adapters/dynamo/packed-recipients.ts'
import type { Row } from '#adapters/dynamo/rows.ts'
import { TABLES, type TableName, type TableNames } from '#adapters/dynamo/table-definitions.ts'
import { isTombstone } from '#adapters/dynamo/tombstone.ts'
import type { DataSearch, Found, FoundBatch } from '#app/ports/person.ts'

export function dynamoDataSearch({ client, tables }: { client: DynamoDBClient; tables: TableNames }): DataSearch {
  return {
    async *find(texts) {
      const wanted = texts.filter((text) => text !== '').map(folded)
      if (wanted.length === 0) return
      for (const name of tableNames()) yield* foundIn({ client, tableName: tables[name], name, wanted })
    },
  }
}

const tableNames = () => Object.keys(TABLES).filter((name): name is TableName => Object.hasOwn(TABLES, name))

async function* foundIn({
  client,
  tableName,
  name,
  wanted,
}: {
  client: DynamoDBClient
  tableName: string
  name: TableName
  wanted: readonly string[]
}): AsyncGenerator<Found, void> {
  let from: ScanCommandInput['ExclusiveStartKey']
  do {
    const page = await client.send(new ScanCommand({ TableName: tableName, ConsistentRead: true, ExclusiveStartKey: from }))
    for (const item of page.Items ?? []) {
      const row = unmarshall(item)
      if (isTombstone(row) || (name === 'staff' && isAuditRow(row))) continue
      const text = folded(textOf(row, name))
      if (wanted.some((one) => holds(text, one))) yield { table: name, key: keyText(name, row), batch: batchIn(row) }
    }
    from = page.LastEvaluatedKey
  } while (from !== undefined)
}

/** The text of a row, its packed content included. */
const textOf = ({ recipients, lines, packed, ...row }: Row, table: TableName): string =>
  JSON.stringify({
    ...row,
    ...(HOLDS_WORDS.has(table) && packed instanceof Uint8Array && { packed: unpackedText(packed) }),
    ...(recipients !== undefined && { recipients: unpackedRecipients(recipients, 'a batch') }),
    ...(lines !== undefined && { lines: lines instanceof Uint8Array ? unpackedLines(lines, 'a list of calls') : lines }),
  })

/** Budgets, and reports that were handed in, hold what people wrote. Letters of campaigns are packed as well, and were written before any customer was known. */
const HOLDS_WORDS: ReadonlySet<TableName> = new Set(['budgets', 'numbers'])
const MOST_BYTES = 8_000_000

const unpackedText = (packed: Uint8Array): string => brotliDecompressSync(packed, { maxOutputLength: MOST_BYTES }).toString()

/** No other row holds recipients. */
const batchIn = ({ recipients, occurrenceId, batchId }: Row): FoundBatch | undefined =>
  recipients !== undefined && typeof occurrenceId === 'string' && typeof batchId === 'string'
    ? { occurrenceId, batchId }
    : undefined

/** Matches whole words only: `c-1` does not match `c-12`, and does match `bounced#c-1`. */
function holds(text: string, wanted: string): boolean {
  for (let at = text.indexOf(wanted); at >= 0; at = text.indexOf(wanted, at + 1)) {
    if (!isWordPart(text[at - 1]) && !isWordPart(text[at + wanted.length])) return true
  }
  return false
}

const isWordPart = (letter: string | undefined) => letter !== undefined && /[\p{L}\p{N}-]/u.test(letter)

/** Texts inside a row's JSON text are escaped once more. Ids, addresses and numbers hold no quotes or backslashes. */
const folded = (text: string) => text.normalize('NFC').toLowerCase()

function keyText(name: TableName, row: Row): string {
  const { partitionKey, sortKey }: { partitionKey: string; sortKey?: string } = TABLES[name]
  return [row[partitionKey], ...(sortKey === undefined ? [] : [row[sortKey]])].map(String).join(' ')
}

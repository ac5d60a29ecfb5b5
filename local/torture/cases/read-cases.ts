/** Reads the evidence of cases at the end: the rows, the book of compensation after its own look, and every file in the bucket. */
import { createHash } from 'node:crypto'
import type { DynamoDBClient } from '@aws-sdk/client-dynamodb'
import { GetObjectCommand, ListObjectsV2Command, type S3Client } from '@aws-sdk/client-s3'
import { z } from 'zod'
import { bookCompensation } from '#app/gifts/book-compensation.ts'
import type { BudgetStore } from '#app/ports/money.ts'
import type { WorkStore } from '#app/ports/work.ts'
import { COMPENSATION_BOOK } from '#core/budget/compensation-book.ts'
import { HOUR_MS, type Instant, plusMs } from '#core/time/instant.ts'
import { CASE_FILES_BUCKET, LOCAL_TABLES } from '#local/stack/environment.ts'
import type { BookFacts, CaseEvidence, CaseFacts, FileFacts } from '#local/torture/cases/case-evidence.ts'
import type { CaseLog } from '#local/torture/cases/case-log.ts'
import { scanRows } from '#local/torture/scan-rows.ts'

const Stored = z.object({
  workId: z.string(),
  kind: z.string(),
  customerId: z.string().nullable(),
  subject: z.object({ is: z.string(), workId: z.string().nullish() }),
  events: z.array(
    z.object({
      is: z.string(),
      at: z.string(),
      by: z.object({ address: z.string().optional() }).optional(),
      note: z.string().optional(),
      into: z.string().optional(),
      from: z.string().optional(),
      contact: z.string().optional(),
      replyId: z.string().optional(),
      compensationId: z.string().optional(),
      amount: z.number().optional(),
      period: z.string().optional(),
      alone: z.boolean().optional(),
      sha256: z.string().optional(),
    }),
  ),
})

async function readRows(client: DynamoDBClient): Promise<readonly CaseFacts[]> {
  const cases: CaseFacts[] = []
  for await (const row of scanRows(client, LOCAL_TABLES.work)) {
    if (typeof row.item !== 'string') continue
    const item = JSON.parse(row.item)
    const isFollowUp = item.subject?.is === 'follow-up'
    if (item.events === undefined || (item.kind !== 'case' && !isFollowUp)) continue
    const { workId, kind, customerId, subject, events } = Stored.parse(item)
    cases.push({
      ...{ workId, kind, customerId, followsUp: isFollowUp ? (subject.workId ?? null) : null },
      events: events.map(({ by, ...event }) => ({ ...event, address: by?.address })),
    })
  }
  return cases
}

interface Book {
  readonly budgets: BudgetStore
  readonly work: Pick<WorkStore, 'getMany'>
}

/** Asked for more than there is, the product first puts right what runs that broke off have left. */
async function settleBook(ports: Book, { period, limit, now }: { period: string; limit: number; now: Instant }) {
  const entry = { compensationId: 'torture-look', at: plusMs(now, 2 * HOUR_MS), workId: 'torture-look', amount: limit + 1 }
  const booked = await bookCompensation(ports, { entry, period, limit })
  if (booked !== 'limit-reached') throw new Error(`more than the limit of ${period} was answered as ${booked}`)
}

async function readBook({ budgets }: Pick<Book, 'budgets'>): Promise<readonly BookFacts[]> {
  return (await budgets.ofCampaign(COMPENSATION_BOOK)).map(({ period, reserved, settled }) => ({
    period,
    open: Object.entries(reserved).map(([key, amount]) => {
      const [compensationId = '', , ...workId] = key.split('/')
      return { compensationId, workId: workId.join('/'), amount }
    }),
    given: Object.values(settled).reduce((sum, amount) => sum + amount, 0),
  }))
}

async function readFiles(client: S3Client): Promise<readonly FileFacts[]> {
  const files: FileFacts[] = []
  let ContinuationToken: string | undefined
  do {
    const page = await client.send(new ListObjectsV2Command({ Bucket: CASE_FILES_BUCKET, ContinuationToken }))
    for (const { Key = '' } of page.Contents ?? []) {
      const { Body } = await client.send(new GetObjectCommand({ Bucket: CASE_FILES_BUCKET, Key }))
      const bytes = (await Body?.transformToByteArray()) ?? new Uint8Array()
      files.push({ key: Key, sha256: createHash('sha256').update(bytes).digest('hex') })
    }
    ContinuationToken = page.NextContinuationToken
  } while (ContinuationToken !== undefined)
  return files
}

interface Reading {
  readonly clients: { readonly dynamo: DynamoDBClient; readonly s3: S3Client }
  readonly stores: Book
  readonly log: CaseLog
  readonly limit: number
  readonly now: Instant
}

export async function readCases({ clients, stores, log, limit, now }: Reading): Promise<CaseEvidence> {
  const openIn = (book: readonly BookFacts[]) => book.reduce((sum, { open }) => sum + open.length, 0)
  const before = await readBook(stores)
  for (const { period } of before) await settleBook(stores, { period, limit, now })
  const book = await readBook(stores)
  return {
    log,
    cases: await readRows(clients.dynamo),
    limit,
    book,
    leftOver: openIn(before) - openIn(book),
    files: await readFiles(clients.s3),
  }
}

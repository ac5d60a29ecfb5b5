/** Reads the evidence of the desk at the end: every row of work, every list that is kept, and the equations. */
import { type DynamoDBClient, ScanCommand } from '@aws-sdk/client-dynamodb'
import { unmarshall } from '@aws-sdk/util-dynamodb'
import { z } from 'zod'
import { drawDeskBalance } from '#app/desk/draw-desk-balance.ts'
import type { DayLists } from '#app/ports/day-lists.ts'
import type { OccurrenceStore } from '#app/ports/occurrences.ts'
import type { WorkStore } from '#app/ports/work.ts'
import { LOCAL_TABLES } from '#local/stack/environment.ts'
import type { DeskEvidence, DrawnEquation, ListFacts, TaskFacts } from '#local/torture/desk/desk-evidence.ts'

const Stored = z.object({
  workId: z.string(),
  customerId: z.string().nullable(),
  subject: z.object({ is: z.string(), occurrenceId: z.string().nullish() }),
  events: z.array(
    z.object({
      is: z.string(),
      at: z.string(),
      attemptId: z.string().optional(),
      disposition: z.string().optional(),
      callBackAt: z.string().nullish(),
      as: z.string().optional(),
    }),
  ),
})

async function readTasks(client: DynamoDBClient): Promise<readonly TaskFacts[]> {
  const tasks: TaskFacts[] = []
  let ExclusiveStartKey: Record<string, never> | undefined
  do {
    const page = await client.send(
      new ScanCommand({ TableName: LOCAL_TABLES.work, ConsistentRead: true, ...(ExclusiveStartKey && { ExclusiveStartKey }) }),
    )
    for (const row of (page.Items ?? []).map((item) => unmarshall(item))) {
      if (typeof row.item !== 'string') continue
      const item = JSON.parse(row.item)
      // A row of the version before, which is no call.
      if (item.events === undefined) continue
      const { subject, ...task } = Stored.parse(item)
      tasks.push({ ...task, subject: subject.is, occurrenceId: subject.occurrenceId ?? null })
    }
    ExclusiveStartKey = page.LastEvaluatedKey as Record<string, never> | undefined
  } while (ExclusiveStartKey)
  return tasks
}

async function readLists(dayLists: Pick<DayLists, 'all'>): Promise<readonly ListFacts[]> {
  const lists: ListFacts[] = []
  for await (const { date, lines } of dayLists.all())
    lists.push({
      date,
      lines: lines.map(({ workIds, customerIds, why }) => ({ workIds, customerIds, why: why.map(({ is }) => is) })),
    })
  return lists
}

interface Reading {
  readonly client: DynamoDBClient
  readonly stores: {
    readonly dayLists: Pick<DayLists, 'all'>
    readonly occurrences: OccurrenceStore
    readonly work: Pick<WorkStore, 'getMany'>
  }
  /** Of the campaigns of calls. */
  readonly occurrenceIds: readonly string[]
}

export async function readDesk({
  client,
  stores,
  occurrenceIds,
}: Reading): Promise<Omit<DeskEvidence, 'log' | 'mismatchesRung' | 'isOver'>> {
  const equations: DrawnEquation[] = []
  for (const occurrenceId of occurrenceIds) equations.push({ occurrenceId, ...(await drawDeskBalance(stores, occurrenceId)) })
  return { tasks: await readTasks(client), lists: await readLists(stores.dayLists), equations }
}

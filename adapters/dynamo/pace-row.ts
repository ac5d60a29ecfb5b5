/**
 * The one row by which all senders share the rate: the end of the line of places. Taking places is one write that cannot lose a race: it adds to the
 * end, whatever it is. The old row that comes back tells which places were taken, what the fastest clock showed, and whether a sender was throttled
 * ("too fast").
 */
import { ConditionalCheckFailedException, UpdateItemCommand } from '@aws-sdk/client-dynamodb'
import { marshall, unmarshall } from '@aws-sdk/util-dynamodb'
import * as z from 'zod'
import { type DynamoTable, readAs } from '#adapters/dynamo/rows.ts'
import type { Tempo } from '#core/planning/tempo.ts'

const KEY = { resource: 'email' }

/** Times in milliseconds since 1970, the end of the line in microseconds: whole numbers add up exactly. */
const RowSchema = z.object({
  lineEnd: z.number().int(),
  senderClock: z.number(),
  turns: z.number().int(),
  ceiling: z.number().gt(0).max(1).optional(),
  slowedAt: z.number().optional(),
})

export interface Turn {
  readonly now: number
  readonly betweenMs: number
  readonly count: number
  /** Where a new line begins: when the answer of the write arrives. */
  readonly beginAt: number
  /** Whether the line has probably ended: only decides which write is tried first. */
  readonly ended: boolean
}

export interface TakenTurn {
  /** The first place; the others follow `betweenMs` apart. */
  readonly first: number
  readonly end: number
  /** The row before this turn; null for the first turn ever. */
  readonly before: {
    readonly end: number
    readonly clock: number
    readonly turns: number
    readonly tempo: Tempo | null
  } | null
}

export function paceRow({ client, tableName }: DynamoTable) {
  const command = (change: {
    UpdateExpression: string
    ConditionExpression: string
    values: Record<string, number>
    ReturnValues?: 'ALL_OLD'
  }) => {
    const { values, ...rest } = change
    return new UpdateItemCommand({
      TableName: tableName,
      Key: marshall(KEY),
      ExpressionAttributeValues: marshall(values),
      ...rest,
    })
  }

  /**
   * Places after those of other senders; undefined when the line has ended, so that its first place would be in the past. A sender whose clock is
   * behind the row's must not change the row's clock, or the next sender would not learn the common time.
   */
  async function join({ now, betweenMs, count }: Turn, behind: boolean): Promise<TakenTurn | undefined> {
    const values = { ':length': micros(count * betweenMs), ':one': 1, ':least': micros(now - betweenMs) }
    const before = await written(
      behind
        ? {
            UpdateExpression: 'SET lineEnd = lineEnd + :length ADD turns :one',
            ConditionExpression: 'lineEnd >= :least',
            values,
          }
        : {
            UpdateExpression: 'SET lineEnd = lineEnd + :length, senderClock = :now ADD turns :one',
            ConditionExpression: 'lineEnd >= :least AND senderClock <= :now',
            values: { ...values, ':now': now },
          },
    )
    if (!before) return undefined
    if (!before.row) throw new Error('a line that was joined has no end')
    const { end } = before.row
    return { first: end + betweenMs, end: end + count * betweenMs, before: before.row }
  }

  /** A new line; undefined when another sender has begun one. */
  async function begin({ now, betweenMs, count, beginAt }: Turn): Promise<TakenTurn | undefined> {
    const end = beginAt + (count - 1) * betweenMs
    const before = await written({
      UpdateExpression: 'SET lineEnd = :end, senderClock = :now ADD turns :one',
      ConditionExpression: 'attribute_not_exists(lineEnd) OR lineEnd < :least',
      values: { ':end': micros(end), ':now': now, ':one': 1, ':least': micros(now - betweenMs) },
    })
    return before && { first: beginAt, end, before: before.row }
  }

  async function written(change: Omit<Parameters<typeof command>[0], 'ReturnValues'>) {
    try {
      const { Attributes } = await client.send(command({ ...change, ReturnValues: 'ALL_OLD' }))
      return { row: Attributes?.lineEnd === undefined ? null : rowOf(unmarshall(Attributes)) }
    } catch (error) {
      if (error instanceof ConditionalCheckFailedException) return undefined
      throw error
    }
  }

  return {
    async take(turn: Turn): Promise<TakenTurn> {
      const taken =
        (turn.ended ? await begin(turn) : undefined) ??
        (await join(turn, false)) ??
        (await join(turn, true)) ??
        (await begin(turn)) ??
        // Another sender has begun a line in between, and a line only grows.
        (await join(turn, true))
      if (!taken) throw new Error('the line of places went backwards')
      return taken
    },
    /** Lets all senders know at their next turn. When two senders were throttled, the later time stays. */
    async slow({ ceiling, since }: Tempo): Promise<void> {
      const change = command({
        UpdateExpression: 'SET ceiling = :ceiling, slowedAt = :since',
        ConditionExpression: 'attribute_not_exists(slowedAt) OR slowedAt < :since',
        values: { ':ceiling': ceiling, ':since': since },
      })
      try {
        await client.send(change)
      } catch (error) {
        if (!(error instanceof ConditionalCheckFailedException)) throw error
      }
    },
  }
}

function rowOf(value: unknown): TakenTurn['before'] {
  const { lineEnd, senderClock, turns, ceiling, slowedAt } = readAs(RowSchema, value, 'the pace row')
  const tempo = ceiling === undefined || slowedAt === undefined ? null : { ceiling, since: slowedAt }
  return { end: lineEnd / 1_000, clock: senderClock, turns, tempo }
}

const micros = (ms: number) => Math.round(ms * 1_000)

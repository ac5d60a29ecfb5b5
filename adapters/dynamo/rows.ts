/** Rows as DynamoDB holds them, and the check that turns what comes back into values that the rest can trust. */
import type { DynamoDBClient } from '@aws-sdk/client-dynamodb'
import type { z } from 'zod'

/** A table to talk to. */
export interface DynamoTable {
  readonly client: DynamoDBClient
  readonly tableName: string
}

/** A row before its shape is checked. */
export type Row = Readonly<Record<string, unknown>>
export type Key = Readonly<Record<string, string>>

/** A row that is there and does not say what it must. Names the row by its key, never by what is in it. */
export class UnreadableRowError extends Error {
  override name = 'UnreadableRowError'
}

/** The value in the shape of the schema. Throws UnreadableRowError, naming the row. */
export function readAs<Schema extends z.ZodType>(schema: Schema, value: unknown, rowName: string): z.output<Schema> {
  const parsed = schema.safeParse(value)
  if (parsed.success) return parsed.data
  throw new UnreadableRowError(`cannot read ${rowName}`, { cause: parsed.error })
}

/** What a JSON text attribute holds. Throws UnreadableRowError, naming the row. */
export function jsonIn(text: unknown, rowName: string): unknown {
  try {
    if (typeof text === 'string') return JSON.parse(text)
  } catch (cause) {
    throw new UnreadableRowError(`cannot read ${rowName}: bad JSON`, { cause })
  }
  throw new UnreadableRowError(`cannot read ${rowName}: no JSON text`)
}

/** Those with distinct keys; of several with the same key the last one. */
export const lastOfEach = <Item>(items: readonly Item[], keyOf: (item: Item) => string): readonly Item[] => [
  ...new Map(items.map((item) => [keyOf(item), item])).values(),
]

/** Several ids as one text that no other ids can make. */
export const joined = (...ids: readonly string[]): string => JSON.stringify(ids)

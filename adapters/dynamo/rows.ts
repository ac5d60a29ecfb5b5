/** Rows as DynamoDB stores them, and the check that turns them into values that the rest of the code can trust. */
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

/** A row that exists and does not have the required shape. Names the row by its key, never by its content. */
export class UnreadableRowError extends Error {
  override name = 'UnreadableRowError'
}

/** The value in the shape of the schema. Throws UnreadableRowError, naming the row. */
export function readAs<Schema extends z.ZodType>(schema: Schema, value: unknown, rowName: string): z.output<Schema> {
  const parsed = schema.safeParse(value)
  if (parsed.success) return parsed.data
  throw new UnreadableRowError(`cannot read ${rowName}`, { cause: parsed.error })
}

/** The value of a JSON text attribute. Throws UnreadableRowError, naming the row. */
export function jsonIn(text: unknown, rowName: string): unknown {
  try {
    if (typeof text === 'string') return JSON.parse(text)
  } catch {
    // The parser's own message would show a piece of the row, such as a customer's name.
    throw new UnreadableRowError(`cannot read ${rowName}: bad JSON`)
  }
  throw new UnreadableRowError(`cannot read ${rowName}: no JSON text`)
}

/** One item for each key; of several with the same key the last one. */
export const lastOfEach = <Item>(items: readonly Item[], keyOf: (item: Item) => string): readonly Item[] => [
  ...new Map(items.map((item) => [keyOf(item), item])).values(),
]

/** Several ids as one text; no other ids give the same text. */
export const joined = (...ids: readonly string[]): string => JSON.stringify(ids)

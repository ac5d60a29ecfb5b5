/** The table definitions as input of CreateTable: for the local engine and the contract suite. In AWS the infrastructure makes the tables. */
import type { CreateTableCommandInput, KeySchemaElement } from '@aws-sdk/client-dynamodb'
import {
  type IndexDefinition,
  TABLES,
  type TableDefinition,
  type TableName,
  type TableNames,
} from '#adapters/dynamo/table-definitions.ts'

/** One input for each table that is named; throws on a name that no definition has. */
export function createTableInputs(names: Partial<TableNames>): CreateTableCommandInput[] {
  const definitions: Readonly<Record<TableName, TableDefinition>> = TABLES
  const inputs: CreateTableCommandInput[] = []
  for (const [table, name] of Object.entries(names)) {
    const definition = Object.entries(definitions).find(([known]) => known === table)?.[1]
    if (definition === undefined) throw new RangeError(`no such table: ${table}`)
    inputs.push(inputOf(name, definition))
  }
  return inputs
}

function inputOf(name: string, { partitionKey, sortKey, indexes = {} }: TableDefinition): CreateTableCommandInput {
  const keyed = [partitionKey, sortKey, ...Object.values(indexes).flatMap((index) => [index.partitionKey, index.sortKey])]
  const attributes = [...new Set(keyed.filter((attribute) => attribute !== undefined))]
  const secondary = Object.entries(indexes).map(([indexName, index]: [string, IndexDefinition]) => ({
    IndexName: indexName,
    KeySchema: keySchema(index.partitionKey, index.sortKey),
    Projection: { ProjectionType: index.keysOnly ? ('KEYS_ONLY' as const) : ('ALL' as const) },
  }))
  return {
    TableName: name,
    BillingMode: 'PAY_PER_REQUEST',
    KeySchema: keySchema(partitionKey, sortKey),
    AttributeDefinitions: attributes.map((attribute) => ({ AttributeName: attribute, AttributeType: 'S' as const })),
    ...(secondary.length > 0 && { GlobalSecondaryIndexes: secondary }),
  }
}

const keySchema = (partitionKey: string, sortKey: string | undefined): KeySchemaElement[] => [
  { AttributeName: partitionKey, KeyType: 'HASH' },
  ...(sortKey === undefined ? [] : [{ AttributeName: sortKey, KeyType: 'RANGE' as const }]),
]

import { expect, test } from 'vitest'
import { TABLES, type TableDefinition } from '#adapters/dynamo/table-definitions.ts'
import { careTemplate } from '#test/infra/synthesised.ts'

const template = careTemplate()
const tables = Object.entries(template.findResources('AWS::DynamoDB::GlobalTable'))
const keyOf = (schema: readonly { AttributeName: string }[]) => schema.map(({ AttributeName }) => AttributeName)

test('every table of the definitions is there, and no other', () => {
  expect(tables).toHaveLength(Object.keys(TABLES).length)
  expect(Object.keys(template.findResources('AWS::DynamoDB::Table'))).toEqual([])
})

test.each(tables)('%s outlives the stack, can be recovered, is encrypted and protected from deletion', (_id, table) => {
  expect(table.DeletionPolicy).toBe('Retain')
  expect(table.UpdateReplacePolicy).toBe('Retain')
  expect(table.Properties.BillingMode).toBe('PAY_PER_REQUEST')
  expect(table.Properties.SSESpecification).toEqual({ SSEEnabled: true, SSEType: 'KMS' })
  expect(table.Properties.Replicas).toHaveLength(1)
  expect(table.Properties.Replicas[0]).toMatchObject({
    DeletionProtectionEnabled: true,
    PointInTimeRecoverySpecification: { PointInTimeRecoveryEnabled: true },
  })
})

test.each(Object.entries<TableDefinition>(TABLES))(
  '%s has the keys and indexes of its definition',
  (name, { partitionKey, sortKey, indexes = {} }) => {
    const [, table] = tables.find(([id]) => new RegExp(`^Tables${name}[0-9A-F]{8}$`, 'i').test(id))!
    expect(keyOf(table.Properties.KeySchema)).toEqual(sortKey ? [partitionKey, sortKey] : [partitionKey])
    const found = (table.Properties.GlobalSecondaryIndexes ?? []).map(
      (index: { IndexName: string; KeySchema: { AttributeName: string }[]; Projection: { ProjectionType: string } }) => [
        index.IndexName,
        [...keyOf(index.KeySchema), index.Projection.ProjectionType],
      ],
    )
    const defined = Object.entries(indexes).map(([index, { partitionKey, sortKey, keysOnly }]) => [
      index,
      [partitionKey, sortKey, keysOnly ? 'KEYS_ONLY' : 'ALL'],
    ])
    expect(Object.fromEntries(found)).toEqual(Object.fromEntries(defined))
  },
)

test('an operator finds every table under the variable that the care command reads', () => {
  const variables = Object.values(template.findOutputs('*')).map(({ Description }) => Description)
  expect(variables).toEqual(expect.arrayContaining(Object.keys(TABLES).map((name) => `${name.toUpperCase()}_TABLE`)))
})

test('the hot path has no index', () => {
  const [, touches] = tables.find(([id]) => id.startsWith('TablesTouches'))!
  expect(touches.Properties.GlobalSecondaryIndexes).toBeUndefined()
})

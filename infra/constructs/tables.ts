/**
 * The rows of record. The definitions are those that the local engine and the contract suite use. Here the tables become durable: encrypted,
 * recoverable to any second of the last 35 days, protected from deletion, and kept when the stack is deleted.
 */
import { RemovalPolicy } from 'aws-cdk-lib'
import { AttributeType, Billing, ProjectionType, TableEncryptionV2, TableV2 } from 'aws-cdk-lib/aws-dynamodb'
import { type IGrantable, PolicyStatement } from 'aws-cdk-lib/aws-iam'
import { Construct } from 'constructs'
import { type IndexDefinition, TABLES, type TableDefinition, type TableName } from '#adapters/dynamo/table-definitions.ts'
import { output } from '#infra/constructs/output.ts'

/**
 * What a function may do to a table. Only the calls of the adapters are permitted: no transactions; batch writes only where many rows are
 * written; scans only of the indexes by day, by the nightly deletion.
 */
const ACTIONS = {
  /** One row by its key. */
  readOne: ['dynamodb:GetItem'],
  read: ['dynamodb:GetItem', 'dynamodb:BatchGetItem', 'dynamodb:Query'],
  /** Which days have rows: its indexes only, never the table. */
  scanIndexes: ['dynamodb:Scan'],
  /** Parts of a row, not the whole row. */
  update: ['dynamodb:UpdateItem'],
  write: ['dynamodb:PutItem', 'dynamodb:UpdateItem'],
  /** Whole rows, never a part of one. */
  put: ['dynamodb:PutItem'],
  writeMany: ['dynamodb:BatchWriteItem'],
  remove: ['dynamodb:DeleteItem'],
} as const

export type TableAccess = keyof typeof ACTIONS

const text = (name: string) => ({ name, type: AttributeType.STRING })

export class Tables extends Construct {
  readonly #tables: ReadonlyMap<TableName, TableV2>

  constructor(scope: Construct, id: string) {
    super(scope, id)
    this.#tables = new Map(tableNames().map((name) => [name, this.#create(name, TABLES[name])]))
    for (const [name, table] of this.#tables) {
      output(this, `${capitalised(name)}Table`, { value: table.tableName, variable: `${name.toUpperCase()}_TABLE` })
    }
  }

  /** Permits the access to one table and its own indexes, and returns the table's name: a variable never comes without its permission. */
  grantTo(grantee: IGrantable, name: TableName, ...access: readonly TableAccess[]): string {
    const table = this.#named(name)
    const definition: TableDefinition = TABLES[name]
    const indexes = Object.keys(definition.indexes ?? {}).map((index) => `${table.tableArn}/index/${index}`)
    const permit = (actions: readonly string[], resources: readonly string[]) =>
      grantee.grantPrincipal.addToPrincipalPolicy(new PolicyStatement({ actions: [...actions], resources: [...resources] }))
    permit(
      access.filter((kind) => kind !== 'scanIndexes').flatMap((kind) => ACTIONS[kind]),
      [table.tableArn, ...(access.includes('read') ? indexes : [])],
    )
    if (access.includes('scanIndexes')) permit(ACTIONS.scanIndexes, indexes)
    return table.tableName
  }

  /** The same for those rows alone whose partition key is one of `keys`, or begins with it (`session#*`); not through an index. */
  grantRowsTo(
    grantee: IGrantable,
    name: TableName,
    { keys, access }: { readonly keys: readonly string[]; readonly access: readonly TableAccess[] },
  ): string {
    const table = this.#named(name)
    grantee.grantPrincipal.addToPrincipalPolicy(
      new PolicyStatement({
        actions: access.flatMap((kind) => ACTIONS[kind]),
        resources: [table.tableArn],
        conditions: { 'ForAllValues:StringLike': { 'dynamodb:LeadingKeys': [...keys] } },
      }),
    )
    return table.tableName
  }

  #named(name: TableName): TableV2 {
    const table = this.#tables.get(name)
    if (!table) throw new Error(`there is no table ${name}`)
    return table
  }

  #create(name: TableName, definition: TableDefinition): TableV2 {
    const { partitionKey, sortKey, indexes = {} } = definition
    return new TableV2(this, capitalised(name), {
      partitionKey: text(partitionKey),
      ...(sortKey && { sortKey: text(sortKey) }),
      globalSecondaryIndexes: Object.entries(indexes).map(([indexName, index]: [string, IndexDefinition]) => ({
        indexName,
        partitionKey: text(index.partitionKey),
        sortKey: text(index.sortKey),
        projectionType: index.keysOnly ? ProjectionType.KEYS_ONLY : ProjectionType.ALL,
      })),
      billing: Billing.onDemand(),
      encryption: TableEncryptionV2.awsManagedKey(),
      pointInTimeRecoverySpecification: { pointInTimeRecoveryEnabled: true },
      deletionProtection: true,
      removalPolicy: RemovalPolicy.RETAIN,
    })
  }
}

const isTableName = (name: string): name is TableName => name in TABLES
const tableNames = () => Object.keys(TABLES).filter(isTableName)
const capitalised = (name: string) => `${name.charAt(0).toUpperCase()}${name.slice(1)}`

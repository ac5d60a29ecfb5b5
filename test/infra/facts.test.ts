/** The bucket of facts and its tables: Glue, the files and DuckDB agree on every column. */
import { describe, expect, test } from 'vitest'
import { PARQUET_TYPES, schemaOf } from '#adapters/parquet/fact-schema.ts'
import { factKey } from '#adapters/parquet/layout.ts'
import { type Column, FACT_KINDS, FACT_TABLES, typeOfColumn } from '#core/facts/fact-tables.ts'
import { careTemplate, resource } from '#test/infra/synthesised.ts'
import { DUCKDB_TYPES } from '#test/support/duckdb.ts'

const template = careTemplate()
const { logicalId: bucketId, properties: bucket } = resource(template, { type: 'AWS::S3::Bucket', id: 'FactsBucket' })
const tables = Object.values(template.findResources('AWS::Glue::Table')).map(({ Properties }) => Properties.TableInput)
const tableOf = (kind: string) => tables.find(({ Name }) => Name === kind)
const inBucket = (path: string) => ({ 'Fn::Join': ['', ['s3://', { Ref: bucketId }, path]] })

/** As Athena and DuckDB name what one Parquet type holds. */
const SAME: readonly (readonly [parquet: string, glue: string, duckdb: string])[] = [
  ['INT64', 'bigint', 'BIGINT'],
  ['INT32', 'int', 'INTEGER'],
  ['BYTE_ARRAY UTF8', 'string', 'VARCHAR'],
  ['BOOLEAN', 'boolean', 'BOOLEAN'],
  ['INT32 DATE', 'date', 'DATE'],
  ['INT64 TIMESTAMP_MILLIS', 'timestamp', 'TIMESTAMP'],
]

describe('the bucket', () => {
  test('is private, encrypted, refuses what is not TLS, keeps versions and outlives the stack', () => {
    expect(template.findResources('AWS::S3::Bucket')[bucketId]).toMatchObject({
      DeletionPolicy: 'Retain',
      UpdateReplacePolicy: 'Retain',
    })
    expect(bucket).toMatchObject({
      PublicAccessBlockConfiguration: {
        BlockPublicAcls: true,
        BlockPublicPolicy: true,
        IgnorePublicAcls: true,
        RestrictPublicBuckets: true,
      },
      BucketEncryption: { ServerSideEncryptionConfiguration: [{ ServerSideEncryptionByDefault: { SSEAlgorithm: 'AES256' } }] },
      VersioningConfiguration: { Status: 'Enabled' },
    })
    template.hasResourceProperties('AWS::S3::BucketPolicy', {
      Bucket: { Ref: bucketId },
      PolicyDocument: { Statement: [{ Effect: 'Deny', Condition: { Bool: { 'aws:SecureTransport': 'false' } } }] },
    })
  })

  test('never loses a file of facts: only results of Athena and versions that were replaced come to an end', () => {
    expect(bucket.LifecycleConfiguration.Rules).toEqual([
      { Prefix: 'facts/', NoncurrentVersionExpiration: { NoncurrentDays: 90 }, Status: 'Enabled' },
      {
        Prefix: 'athena-results/',
        ExpirationInDays: 7,
        NoncurrentVersionExpiration: { NoncurrentDays: 1 },
        Status: 'Enabled',
      },
    ])
  })
})

describe('a table of Glue', () => {
  test('stands for each kind, and for nothing else', () => {
    expect(tables.map(({ Name }) => Name).toSorted()).toEqual(FACT_KINDS.toSorted())
    template.hasResourceProperties('AWS::Glue::Database', { DatabaseInput: { Name: 'tham_hoi' } })
  })

  test.each(FACT_KINDS)('%s has the columns of the files, each of a type that the file and DuckDB have too', (kind) => {
    const { Columns } = tableOf(kind).StorageDescriptor
    const columns = Object.entries<Column>(FACT_TABLES[kind])
    expect(Columns.map(({ Name }: { Name: string }) => Name)).toEqual(columns.map(([name]) => name))
    expect(
      schemaOf(kind)
        .slice(1)
        .map(({ name }) => name),
    ).toEqual(columns.map(([name]) => name))
    for (const [at, [name, column]] of columns.entries()) {
      const { type, converted_type: converted } = PARQUET_TYPES[typeOfColumn(column)]
      const inFile = [type, converted].filter((each) => each !== undefined).join(' ')
      expect(schemaOf(kind)[at + 1]).toMatchObject({ name, ...PARQUET_TYPES[typeOfColumn(column)] })
      expect(SAME).toContainEqual([inFile, Columns[at].Type, DUCKDB_TYPES[typeOfColumn(column)]])
    }
  })

  test.each(FACT_KINDS)('%s is looked for where its files are written, for each day since the first', (kind) => {
    const { PartitionKeys, Parameters, StorageDescriptor } = tableOf(kind)
    expect(PartitionKeys).toEqual([{ Name: 'day', Type: 'date' }])
    expect(StorageDescriptor.Location).toEqual(inBucket(`/facts/${kind}/`))
    expect(Parameters).toMatchObject({
      'projection.enabled': 'true',
      'projection.day.type': 'date',
      'projection.day.format': 'yyyy-MM-dd',
      'projection.day.range': '2026-01-01,NOW+1DAY',
    })
    const { 'storage.location.template': location } = Parameters
    expect(location).toEqual(inBucket(`/facts/${factKey(kind, '$' + '{day}').replace('facts.parquet', '')}`))
  })

  test('a company with older facts says from when', () => {
    const older = careTemplate({ tunables: { factsFrom: '1997-01-01' } })
    older.allResourcesProperties('AWS::Glue::Table', {
      TableInput: { Parameters: { 'projection.day.range': '1997-01-01,NOW+1DAY' } },
    })
    expect(() => careTemplate({ tunables: { factsFrom: '1997' } })).toThrow('factsFrom: a day such as 2026-01-01')
  })
})

test('a statement may read so much and no more, and leaves its result encrypted where results end', () => {
  template.hasResourceProperties('AWS::Athena::WorkGroup', {
    Name: 'tham-hoi',
    WorkGroupConfiguration: {
      EnforceWorkGroupConfiguration: true,
      BytesScannedCutoffPerQuery: 10_000_000_000,
      EngineVersion: { SelectedEngineVersion: 'Athena engine version 3' },
      ResultConfiguration: {
        OutputLocation: inBucket('/athena-results/'),
        EncryptionConfiguration: { EncryptionOption: 'SSE_S3' },
      },
    },
  })
})

/**
 * The files of facts, and what reads them by SQL: a bucket, a table of Glue for each kind, and a workgroup of Athena. The tables are made from those of
 * core/facts, as the files are. Days are projected: a new day can be asked for as soon as its file is there, and no crawler runs.
 */
import { Duration, RemovalPolicy, Stack } from 'aws-cdk-lib'
import { CfnWorkGroup } from 'aws-cdk-lib/aws-athena'
import { CfnDatabase, CfnTable } from 'aws-cdk-lib/aws-glue'
import { PolicyStatement } from 'aws-cdk-lib/aws-iam'
import type { IFunction } from 'aws-cdk-lib/aws-lambda'
import { BlockPublicAccess, Bucket, BucketEncryption, type CfnBucket } from 'aws-cdk-lib/aws-s3'
import { Construct } from 'constructs'
import { dayFolder, FACTS_PREFIX } from '#adapters/parquet/layout.ts'
import { type Column, type ColumnType, FACT_KINDS, FACT_TABLES, type FactKind, typeOfColumn } from '#core/facts/fact-tables.ts'
import { acceptFinding } from '#infra/accept-finding.ts'
import type { InfraConfig } from '#infra/config.ts'
import { output } from '#infra/constructs/output.ts'

/** Typed by people, in SQL and in Athena's console. */
const DATABASE = 'tham_hoi'
const WORKGROUP = 'tham-hoi'

const RESULTS_PREFIX = 'athena-results/'
const RESULTS_KEPT = Duration.days(7)
/** A day that was written anew by mistake can be brought back for so long. */
const OLD_VERSIONS_KEPT = Duration.days(90)
/** Of one statement: some 5 US cents. A year of 20 million touches is 0.25 GB. */
const MOST_BYTES_SCANNED = 10_000_000_000

const GLUE_TYPES: Readonly<Record<ColumnType, string>> = {
  bigint: 'bigint',
  int: 'int',
  text: 'string',
  boolean: 'boolean',
  date: 'date',
  timestamp: 'timestamp',
}

const PARQUET = {
  inputFormat: 'org.apache.hadoop.hive.ql.io.parquet.MapredParquetInputFormat',
  outputFormat: 'org.apache.hadoop.hive.ql.io.parquet.MapredParquetOutputFormat',
  serdeInfo: { serializationLibrary: 'org.apache.hadoop.hive.ql.io.parquet.serde.ParquetHiveSerDe' },
}

export class Facts extends Construct {
  readonly #bucket: Bucket

  constructor(scope: Construct, id: string, { config }: { readonly config: InfraConfig }) {
    super(scope, id)
    this.#bucket = this.#createBucket()
    const database = new CfnDatabase(this, 'Database', {
      catalogId: Stack.of(this).account,
      databaseInput: { name: DATABASE, description: 'What happened in customer care, a file for each day and kind' },
    })
    for (const kind of FACT_KINDS) this.#createTable(kind, { database: database.ref, from: config.factsFrom })
    this.#createWorkgroup()
    output(this, 'FactsBucket', { value: this.#bucket.bucketName })
  }

  /** Permits reading and replacing the files, and deleting none; returns the bucket's name. */
  grantFilesTo(fn: IFunction): string {
    return this.#grant(fn, { prefix: FACTS_PREFIX, actions: ['s3:GetObject', 's3:PutObject'] })
  }

  /** Permits reading the files of purchases, which tell in which tier customers stood; returns the bucket's name. */
  grantPurchasesTo(fn: IFunction): string {
    return this.#grant(fn, { prefix: `${FACTS_PREFIX}purchases/`, actions: ['s3:GetObject'] })
  }

  #grant({ role }: IFunction, { prefix, actions }: { readonly prefix: string; readonly actions: string[] }): string {
    if (!role) throw new Error('a function without a role cannot read files of facts')
    const files = this.#bucket.arnForObjects(`${prefix}*`)
    role.addToPrincipalPolicy(new PolicyStatement({ actions, resources: [files] }))
    // Without it S3 says "access denied" for a day that has no file yet.
    role.addToPrincipalPolicy(new PolicyStatement({ actions: ['s3:ListBucket'], resources: [this.#bucket.bucketArn] }))
    const resource = this.#bucket.node.defaultChild as CfnBucket
    acceptFinding(role, {
      rule: `AwsSolutions-IAM5[Resource::<${Stack.of(this).getLogicalId(resource)}.Arn>/${prefix}*]`,
      because: 'Each day and kind has a file of its own, made when it is written: their names are not known here; the prefix is.',
    })
    return this.#bucket.bucketName
  }

  #createBucket(): Bucket {
    const bucket = new Bucket(this, 'Bucket', {
      encryption: BucketEncryption.S3_MANAGED,
      blockPublicAccess: BlockPublicAccess.BLOCK_ALL,
      enforceSSL: true,
      // What the tables no longer hold cannot be written a second time.
      versioned: true,
      lifecycleRules: [
        { prefix: FACTS_PREFIX, noncurrentVersionExpiration: OLD_VERSIONS_KEPT },
        { prefix: RESULTS_PREFIX, expiration: RESULTS_KEPT, noncurrentVersionExpiration: Duration.days(1) },
      ],
      removalPolicy: RemovalPolicy.RETAIN,
    })
    acceptFinding(bucket, {
      rule: 'AwsSolutions-S1',
      because: 'Its files name no customer and are read by people through Athena, which keeps the statements of each of them.',
    })
    return bucket
  }

  #createTable(kind: FactKind, { database, from }: { readonly database: string; readonly from: string }): void {
    const files = `s3://${this.#bucket.bucketName}/${FACTS_PREFIX}`
    new CfnTable(this, `${kind.charAt(0).toUpperCase()}${kind.slice(1)}`, {
      catalogId: Stack.of(this).account,
      databaseName: database,
      tableInput: {
        name: kind,
        tableType: 'EXTERNAL_TABLE',
        partitionKeys: [{ name: 'day', type: GLUE_TYPES.date }],
        storageDescriptor: { ...PARQUET, columns: columnsOf(kind), location: `${files}${kind}/` },
        parameters: {
          EXTERNAL: 'TRUE',
          classification: 'parquet',
          'projection.enabled': 'true',
          'projection.day.type': 'date',
          'projection.day.format': 'yyyy-MM-dd',
          // NOW is that of UTC, and a company to the east of it is a day ahead.
          'projection.day.range': `${from},NOW+1DAY`,
          'projection.day.interval': '1',
          'projection.day.interval.unit': 'DAYS',
          // biome-ignore lint/suspicious/noTemplateCurlyInString: Athena puts the day here.
          'storage.location.template': `${files}${dayFolder(kind, '${day}')}`,
        },
      },
    })
  }

  /** Its settings hold for everybody who uses it. */
  #createWorkgroup(): void {
    new CfnWorkGroup(this, 'Workgroup', {
      name: WORKGROUP,
      description: 'SQL over the facts of customer care',
      // Else the statements that were asked in it would keep it from being removed.
      recursiveDeleteOption: true,
      workGroupConfiguration: {
        enforceWorkGroupConfiguration: true,
        publishCloudWatchMetricsEnabled: true,
        bytesScannedCutoffPerQuery: MOST_BYTES_SCANNED,
        engineVersion: { selectedEngineVersion: 'Athena engine version 3' },
        resultConfiguration: {
          outputLocation: `s3://${this.#bucket.bucketName}/${RESULTS_PREFIX}`,
          encryptionConfiguration: { encryptionOption: 'SSE_S3' },
        },
      },
    })
  }
}

const columnsOf = (kind: FactKind) =>
  Object.entries<Column>(FACT_TABLES[kind]).map(([name, column]) => ({ name, type: GLUE_TYPES[typeOfColumn(column)] }))

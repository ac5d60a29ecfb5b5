/**
 * The photos and files of cases: personal data, in a bucket of its own. A file goes with its case, by the nightly deletion and by an erasure; the bucket's own
 * rule is the outer stop for what both would miss.
 */
import { Duration, RemovalPolicy, Stack } from 'aws-cdk-lib'
import { PolicyStatement } from 'aws-cdk-lib/aws-iam'
import type { IFunction } from 'aws-cdk-lib/aws-lambda'
import { BlockPublicAccess, Bucket, BucketEncryption, type CfnBucket } from 'aws-cdk-lib/aws-s3'
import { Construct } from 'constructs'
import { acceptFinding } from '#infra/accept-finding.ts'
import type { InfraConfig } from '#infra/config.ts'
import { output } from '#infra/constructs/output.ts'

/** As in adapters/s3/case-file-key.ts. */
const PREFIX = 'cases/'
/** No case is open so long. */
const LONGEST_OPEN_DAYS = 366

const ACTIONS = { read: 's3:GetObject', put: 's3:PutObject', remove: 's3:DeleteObject' } as const

export class CaseFiles extends Construct {
  readonly #bucket: Bucket

  constructor(scope: Construct, id: string, { config }: { readonly config: InfraConfig }) {
    super(scope, id)
    this.#bucket = new Bucket(this, 'Bucket', {
      encryption: BucketEncryption.S3_MANAGED,
      blockPublicAccess: BlockPublicAccess.BLOCK_ALL,
      enforceSSL: true,
      versioned: false,
      lifecycleRules: [{ expiration: Duration.days(config.company.retention.work + LONGEST_OPEN_DAYS) }],
      removalPolicy: RemovalPolicy.RETAIN,
    })
    acceptFinding(this.#bucket, {
      rule: 'AwsSolutions-S1',
      because:
        'Three roles reach it, and the audit log of the app says who added a file; a log of every access would be one more place with personal data.',
    })
    output(this, 'CaseFilesBucket', { value: this.#bucket.bucketName, variable: 'CASE_FILES_BUCKET' })
  }

  /** Returns the bucket's name: a variable never comes without its permission. Whoever removes must find what lies under a case. */
  grantTo({ role }: IFunction, ...may: readonly (keyof typeof ACTIONS)[]): string {
    if (!role) throw new Error('a function without a role cannot use the files of cases')
    const files = this.#bucket.arnForObjects(`${PREFIX}*`)
    role.addToPrincipalPolicy(new PolicyStatement({ actions: may.map((one) => ACTIONS[one]), resources: [files] }))
    if (may.includes('read') || may.includes('remove'))
      role.addToPrincipalPolicy(new PolicyStatement({ actions: ['s3:ListBucket'], resources: [this.#bucket.bucketArn] }))
    const resource = this.#bucket.node.defaultChild as CfnBucket
    acceptFinding(role, {
      rule: `AwsSolutions-IAM5[Resource::<${Stack.of(this).getLogicalId(resource)}.Arn>/${PREFIX}*]`,
      because: 'A file is named by its bytes when it comes in, so its key is not known here; the prefix is.',
    })
    return this.#bucket.bucketName
  }
}

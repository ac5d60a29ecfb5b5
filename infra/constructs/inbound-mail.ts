/**
 * Incoming mail: the mail service receives mail to the reply domain, scans it for viruses and spam, and stores it in a bucket, which notifies a
 * queue. The raw mails are personal data: stored apart, and deleted when their retention ends.
 */
import { Duration, RemovalPolicy, Stack } from 'aws-cdk-lib'
import { PolicyStatement, ServicePrincipal } from 'aws-cdk-lib/aws-iam'
import type { IFunction } from 'aws-cdk-lib/aws-lambda'
import { BlockPublicAccess, Bucket, BucketEncryption, CfnBucket } from 'aws-cdk-lib/aws-s3'
import { EmailIdentity, Identity, ReceiptRuleSet, TlsPolicy } from 'aws-cdk-lib/aws-ses'
import type { Queue } from 'aws-cdk-lib/aws-sqs'
import { Construct } from 'constructs'
import { acceptFinding } from '#infra/accept-finding.ts'
import type { InfraConfig } from '#infra/config.ts'
import { output } from '#infra/constructs/output.ts'
import type { WorkQueues } from '#infra/constructs/work-queues.ts'

export interface InboundMailProps {
  readonly config: InfraConfig
  readonly queues: WorkQueues
  /** Mail to addresses of this domain comes here. */
  readonly replyDomain: string
}

/** The prefix of the keys in the bucket; the mail service appends an id of its own. */
const PREFIX = 'in/'

export class InboundMail extends Construct {
  readonly #bucket: Bucket

  constructor(scope: Construct, id: string, { config, queues, replyDomain }: InboundMailProps) {
    super(scope, id)
    this.#bucket = this.#createBucket(config.company.retention.rawMails)
    this.#tellQueue(queues.replies.queue)
    this.#receive(config, replyDomain)
    output(this, 'InboundBucket', { value: this.#bucket.bucketName, variable: 'INBOUND_BUCKET' })
  }

  /** Permits reading mails and returns the bucket's name: a variable never comes without its permission. */
  grantReadTo({ role }: IFunction): string {
    if (!role) throw new Error('a function without a role cannot read mails')
    const mails = this.#bucket.arnForObjects(`${PREFIX}*`)
    role.addToPrincipalPolicy(new PolicyStatement({ actions: ['s3:GetObject'], resources: [mails] }))
    // Without it S3 answers "denied" for a mail that is gone: the function could not tell a missing mail from a missing permission.
    role.addToPrincipalPolicy(new PolicyStatement({ actions: ['s3:ListBucket'], resources: [this.#bucket.bucketArn] }))
    acceptFinding(role, {
      rule: `AwsSolutions-IAM5[Resource::<${Stack.of(this).getLogicalId(this.#resource)}.Arn>/${PREFIX}*]`,
      because: 'The mail service names each mail as it comes in, so their keys are not known here; the prefix is.',
    })
    return this.#bucket.bucketName
  }

  /** Permits deleting mails whose retention has ended, and checking whether they exist. */
  grantRemoveTo(fn: IFunction): string {
    const { role } = fn
    if (!role) throw new Error('a function without a role cannot delete mails')
    role.addToPrincipalPolicy(
      new PolicyStatement({ actions: ['s3:DeleteObject'], resources: [this.#bucket.arnForObjects(`${PREFIX}*`)] }),
    )
    return this.grantReadTo(fn)
  }

  get #resource(): CfnBucket {
    const { defaultChild } = this.#bucket.node
    if (!(defaultChild instanceof CfnBucket)) throw new Error('a bucket without a resource of its own')
    return defaultChild
  }

  #createBucket(days: number): Bucket {
    const bucket = new Bucket(this, 'Bucket', {
      encryption: BucketEncryption.S3_MANAGED,
      blockPublicAccess: BlockPublicAccess.BLOCK_ALL,
      enforceSSL: true,
      versioned: false,
      lifecycleRules: [{ expiration: Duration.days(days) }],
      removalPolicy: RemovalPolicy.RETAIN,
    })
    acceptFinding(bucket, {
      rule: 'AwsSolutions-S1',
      because:
        'Two roles reach it, the mail service writes and one function reads; a log of every access would be one more place that tells who wrote when.',
    })
    return bucket
  }

  /**
   * Set on the bucket itself: the construct's own way adds a function that may change every bucket's notifications. S3 tests the queue when the
   * notification is set, so the queue must permit it before. The permission is by account, because the bucket has no name yet.
   */
  #tellQueue(queue: Queue): void {
    const permitted = queue.addToResourcePolicy(
      new PolicyStatement({
        principals: [new ServicePrincipal('s3.amazonaws.com')],
        actions: ['sqs:SendMessage'],
        resources: [queue.queueArn],
        conditions: { StringEquals: { 'aws:SourceAccount': Stack.of(this).account } },
      }),
    )
    this.#resource.notificationConfiguration = {
      queueConfigurations: [
        {
          event: 's3:ObjectCreated:*',
          queue: queue.queueArn,
          filter: { s3Key: { rules: [{ name: 'prefix', value: PREFIX }] } },
        },
      ],
    }
    if (permitted.policyDependable) this.#resource.node.addDependency(permitted.policyDependable)
  }

  #receive(config: InfraConfig, replyDomain: string): void {
    const { region } = Stack.of(this)
    // A verified domain covers its subdomains.
    if (replyDomain !== config.senderDomain && !replyDomain.endsWith(`.${config.senderDomain}`)) {
      const identity = new EmailIdentity(this, 'Identity', { identity: Identity.domain(replyDomain) })
      for (const [index, { name, value }] of identity.dkimRecords.entries())
        output(this, `ReplyDkimRecord${index + 1}`, { value: `${name} CNAME ${value}` })
    }
    const rules = new ReceiptRuleSet(this, 'Rules')
    const layDown = { s3Action: { bucketName: this.#bucket.bucketName, objectKeyPrefix: PREFIX } }
    const rule = rules.addRule('Replies', {
      recipients: [replyDomain],
      scanEnabled: true,
      // A mail that arrives without encryption is still a customer's answer.
      tlsPolicy: TlsPolicy.OPTIONAL,
      actions: [{ bind: () => layDown }],
    })
    const permitted = this.#bucket.addToResourcePolicy(
      new PolicyStatement({
        principals: [new ServicePrincipal('ses.amazonaws.com')],
        actions: ['s3:PutObject'],
        resources: [this.#bucket.arnForObjects(`${PREFIX}*`)],
        conditions: { StringEquals: { 'aws:SourceAccount': Stack.of(this).account } },
      }),
    )
    // SES tests the bucket when the rule is created.
    if (permitted.policyDependable) rule.node.addDependency(permitted.policyDependable)
    output(this, 'ReplyRecord', { value: `${replyDomain} MX 10 inbound-smtp.${region}.amazonaws.com` })
    // CloudFormation creates a rule set but cannot make it the active one: docs/deploy.md says how.
    output(this, 'ReplyRuleSet', { value: rules.receiptRuleSetName })
  }
}

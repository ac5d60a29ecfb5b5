/**
 * Mail that comes in: the mail service takes what is written to the reply domain, looks for viruses and spam, lays it down in a bucket, and
 * the bucket tells a queue. The raw mails are personal data: kept apart, and deleted when their time is over.
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
  /** What is written to addresses of this domain comes here. */
  readonly replyDomain: string
}

/** Of the keys in the bucket; the mail service adds an id of its own. */
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

  /** Permits reading mails, and answers the bucket's name: a variable never comes without its permission. */
  grantReadTo({ role }: IFunction): string {
    if (!role) throw new Error('a function without a role cannot read mails')
    const mails = this.#bucket.arnForObjects(`${PREFIX}*`)
    role.addToPrincipalPolicy(new PolicyStatement({ actions: ['s3:GetObject'], resources: [mails] }))
    // Without it S3 says "denied" of a mail that is gone, which must not pass for an answer.
    role.addToPrincipalPolicy(new PolicyStatement({ actions: ['s3:ListBucket'], resources: [this.#bucket.bucketArn] }))
    acceptFinding(role, {
      rule: `AwsSolutions-IAM5[Resource::<${Stack.of(this).getLogicalId(this.#resource)}.Arn>/${PREFIX}*]`,
      because: 'The mail service names each mail as it comes in, so their keys are not known here; the prefix is.',
    })
    return this.#bucket.bucketName
  }

  /** Permits deleting mails whose time is over, and looking whether they are there. */
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
   * On the bucket itself: the construct's own way brings a function along that may change every bucket's notifications. S3 tries the queue
   * when it is told of it, so the queue must let it in before; by the account, because the bucket has no name yet.
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
    // A verified domain speaks for those below it.
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
      // A mail that comes without encryption is still an answer.
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
    // The rule tries the bucket when it is made.
    if (permitted.policyDependable) rule.node.addDependency(permitted.policyDependable)
    output(this, 'ReplyRecord', { value: `${replyDomain} MX 10 inbound-smtp.${region}.amazonaws.com` })
    // CloudFormation makes a rule set and cannot make it the active one: docs/deploy.md says how.
    output(this, 'ReplyRuleSet', { value: rules.receiptRuleSetName })
  }
}

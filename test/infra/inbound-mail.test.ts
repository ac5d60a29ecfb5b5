import type { Template } from 'aws-cdk-lib/assertions'
import { describe, expect, test } from 'vitest'
import { allowedStatements, careTemplate, FUNCTION_IDS, resource, WITHOUT_REPLIES } from '#test/infra/synthesised.ts'

const template = careTemplate()
const bucketId = resource(template, { type: 'AWS::S3::Bucket', id: 'InboundMailBucket' }).logicalId
const bucket = template.findResources('AWS::S3::Bucket')[bucketId]!
const queueId = resource(template, { type: 'AWS::SQS::Queue', id: 'WorkQueuesRepliesQueue' }).logicalId
const statementsOn = (type: string, id: string) =>
  Object.values(template.findResources(type))
    .filter(({ Properties }) => JSON.stringify([Properties.Bucket, Properties.Queues]).includes(`"${id}"`))
    .flatMap(({ Properties }) => Properties.PolicyDocument.Statement)

const onFiles = (of: Template) =>
  allowedStatements(of).filter(({ actions }) => actions.some((action) => action.startsWith('s3:')))

describe('the bucket of raw mails', () => {
  test('is private, encrypted, and outlives the stack', () => {
    expect(bucket).toMatchObject({ DeletionPolicy: 'Retain', UpdateReplacePolicy: 'Retain' })
    expect(bucket.Properties).toMatchObject({
      PublicAccessBlockConfiguration: {
        BlockPublicAcls: true,
        BlockPublicPolicy: true,
        IgnorePublicAcls: true,
        RestrictPublicBuckets: true,
      },
      BucketEncryption: { ServerSideEncryptionConfiguration: [{ ServerSideEncryptionByDefault: { SSEAlgorithm: 'AES256' } }] },
    })
  })

  test.each([365, 90])('keeps a mail for %i days, as the company says, and no older version of it', (rawMails) => {
    const { properties } = resource(careTemplate({ company: { retention: { rawMails } } }), {
      type: 'AWS::S3::Bucket',
      id: 'InboundMailBucket',
    })
    expect(properties.LifecycleConfiguration.Rules).toEqual([{ ExpirationInDays: rawMails, Status: 'Enabled' }])
    expect(properties.VersioningConfiguration).toBeUndefined()
  })

  test('lets the mail service of this account write under one prefix, and nobody in without TLS', () => {
    const statements = statementsOn('AWS::S3::BucketPolicy', bucketId)
    expect(statements).toHaveLength(2)
    expect(statements).toContainEqual(
      expect.objectContaining({ Effect: 'Deny', Condition: { Bool: { 'aws:SecureTransport': 'false' } } }),
    )
    expect(statements).toContainEqual({
      Effect: 'Allow',
      Principal: { Service: 'ses.amazonaws.com' },
      Action: 's3:PutObject',
      Resource: { 'Fn::Join': ['', [{ 'Fn::GetAtt': [bucketId, 'Arn'] }, '/in/*']] },
      Condition: { StringEquals: { 'aws:SourceAccount': { Ref: 'AWS::AccountId' } } },
    })
  })

  test('tells the queue of every new mail, which lets it in beforehand', () => {
    expect(bucket.Properties.NotificationConfiguration).toEqual({
      QueueConfigurations: [
        {
          Event: 's3:ObjectCreated:*',
          Queue: { 'Fn::GetAtt': [queueId, 'Arn'] },
          Filter: { S3Key: { Rules: [{ Name: 'prefix', Value: 'in/' }] } },
        },
      ],
    })
    expect(statementsOn('AWS::SQS::QueuePolicy', queueId)).toContainEqual(
      expect.objectContaining({
        Effect: 'Allow',
        Principal: { Service: 's3.amazonaws.com' },
        Action: 'sqs:SendMessage',
        Condition: { StringEquals: { 'aws:SourceAccount': { Ref: 'AWS::AccountId' } } },
      }),
    )
    expect(bucket.DependsOn).toEqual([expect.stringMatching(/^WorkQueuesRepliesQueuePolicy/)])
  })

  test('is read by one function, which deletes nothing there; another one deletes what is over, and the staff app reads and erases; none writes', () => {
    const onBucket = onFiles(template).filter(({ resources }) => resources.join().includes(bucketId))
    const allowedTo = (owner: string) =>
      onBucket
        .filter((statement) => statement.owner.startsWith(owner))
        .flatMap(({ actions }) => actions)
        .sort()
    expect(allowedTo('RepliesReceiveReply')).toEqual(['s3:GetObject', 's3:ListBucket'])
    expect(allowedTo('StaffAppServeStaff')).toEqual(['s3:DeleteObject', 's3:GetObject', 's3:ListBucket'])
    expect(allowedTo('RetentionPurgeExpired')).toEqual(['s3:DeleteObject', 's3:GetObject', 's3:ListBucket'])
    expect(onBucket.every(({ owner }) => /^(Replies|Retention|StaffApp)/.test(owner))).toBe(true)
  })
})

describe('the rule for mail that comes in', () => {
  test('takes what is written to the reply domain, has it scanned, and lays it down', () => {
    template.hasResourceProperties('AWS::SES::ReceiptRule', {
      Rule: {
        Enabled: true,
        Recipients: ['traloi.trasenviet.example.com'],
        ScanEnabled: true,
        TlsPolicy: 'Optional',
        Actions: [{ S3Action: { BucketName: { Ref: bucketId }, ObjectKeyPrefix: 'in/' } }],
      },
    })
    template.resourceCountIs('AWS::SES::ReceiptRule', 1)
  })

  test('tells an operator which record to publish and which rule set to make the active one', () => {
    const outputs = template.findOutputs('*')
    expect(JSON.stringify(outputs.ReplyRecord!.Value)).toContain('traloi.trasenviet.example.com MX 10 inbound-smtp.')
    expect(outputs.ReplyRuleSet!.Value).toEqual({ Ref: expect.stringMatching(/^InboundMailRules/) })
    expect(outputs.InboundBucket!.Description).toBe('INBOUND_BUCKET')
  })

  test.each([
    ['traloi.trasenviet.example.com', 1],
    ['trasenviet.example.com', 1],
    ['tra-loi.example.net', 2],
  ])('%s needs %i verified domains: one speaks for those below it', (replyDomain, identities) => {
    careTemplate({ company: { replyDomain } }).resourceCountIs('AWS::SES::EmailIdentity', identities)
  })
})

test('a flood of mails waits in its queue: two at a time are read, unless the company has more to spend', () => {
  const { logicalId } = resource(template, { type: 'AWS::Lambda::Function', id: FUNCTION_IDS.receiveReply })
  template.hasResourceProperties('AWS::Lambda::EventSourceMapping', {
    FunctionName: { Ref: logicalId },
    ScalingConfig: { MaximumConcurrency: 2 },
  })
})

test('without a reply domain nothing is made for mail that comes in, and one-click stops are taken and confirmed all the same', () => {
  const quiet = careTemplate({ company: WITHOUT_REPLIES })
  for (const type of ['AWS::SES::ReceiptRule', 'AWS::SES::ReceiptRuleSet']) quiet.resourceCountIs(type, 0)
  expect(Object.keys(quiet.findResources('AWS::S3::Bucket')).filter((id) => id.startsWith('InboundMail'))).toEqual([])
  const functions = Object.keys(quiet.findResources('AWS::Lambda::Function'))
  expect(functions.filter((id) => id.startsWith('Replies') || id.startsWith('Orders'))).toHaveLength(2)
  const { properties } = resource(quiet, { type: 'AWS::Lambda::Function', id: FUNCTION_IDS.receiveReply })
  expect(properties.Environment.Variables.INBOUND_BUCKET).toBe('none')
  expect(onFiles(quiet).filter(({ resources }) => resources.join().includes('InboundMail'))).toEqual([])
  expect(Object.keys(quiet.findOutputs('*')).filter((name) => /^(Reply(Record|RuleSet|Dkim)|Inbound)/.test(name))).toEqual([])
})

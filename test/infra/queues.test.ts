import { expect, test } from 'vitest'
import { careTemplate, FUNCTION_IDS, resource } from '#test/infra/synthesised.ts'

const template = careTemplate()
const queues = Object.entries(template.findResources('AWS::SQS::Queue'))
const arnOf = (logicalId: string) => JSON.stringify({ 'Fn::GetAtt': [logicalId, 'Arn'] })
const deadLetterTargets = new Set(
  queues.flatMap(([, { Properties }]) =>
    Properties.RedrivePolicy ? [JSON.stringify(Properties.RedrivePolicy.deadLetterTargetArn)] : [],
  ),
)

test('every queue that something takes from has a dead-letter queue and a limit of attempts', () => {
  for (const [id, { Properties }] of Object.entries(template.findResources('AWS::Lambda::EventSourceMapping'))) {
    const source = queues.find(([queue]) => JSON.stringify(Properties.EventSourceArn) === arnOf(queue))
    expect(source?.[1].Properties.RedrivePolicy.maxReceiveCount, id).toBeGreaterThanOrEqual(3)
  }
})

test('every queue has a dead-letter queue or is one', () => {
  for (const [id, { Properties }] of queues) {
    const isDeadLetter = deadLetterTargets.has(arnOf(id)) || /^WorkQueues(Schedule|Planner)DeadLetters/.test(id)
    expect(isDeadLetter || Properties.RedrivePolicy !== undefined, id).toBe(true)
  }
})

test('dead letters wait for a fortnight', () => {
  for (const [id, { Properties }] of queues.filter(([name]) => name.includes('DeadLetters'))) {
    expect(Properties.MessageRetentionPeriod, id).toBe(14 * 24 * 3600)
  }
})

test('every queue is encrypted and refuses what does not come over TLS', () => {
  const policies = Object.values(template.findResources('AWS::SQS::QueuePolicy'))
  for (const [id, { Properties }] of queues) {
    expect(Properties.SqsManagedSseEnabled, id).toBe(true)
    const policy = policies.find((candidate) => JSON.stringify(candidate.Properties.Queues) === JSON.stringify([{ Ref: id }]))
    expect(policy?.Properties.PolicyDocument.Statement, id).toContainEqual(
      expect.objectContaining({ Effect: 'Deny', Condition: { Bool: { 'aws:SecureTransport': 'false' } } }),
    )
  }
})

test.each([
  // Named as before orders shared it: schedules that are out already put their batches there.
  ['carryOutOrders', 'WorkQueuesBatchesQueue', 1],
  ['recordDelivery', 'WorkQueuesDeliveryEventsQueue', 100],
  ['receiveReply', 'WorkQueuesRepliesQueue', 5],
] as const)(
  '%s takes from %s, answers for each record, and has time to finish before a message comes back',
  (name, queueId, batchSize) => {
    const fn = resource(template, { type: 'AWS::Lambda::Function', id: FUNCTION_IDS[name] })
    const queue = resource(template, { type: 'AWS::SQS::Queue', id: queueId })
    expect(queue.properties.VisibilityTimeout).toBeGreaterThanOrEqual(6 * fn.properties.Timeout)
    // From then on the look ahead takes a slice or a batch for lost and hands it out again (app/operating/redrive-occurrence.ts).
    expect(queue.properties.VisibilityTimeout).toBeLessThan(20 * 60)
    template.hasResourceProperties('AWS::Lambda::EventSourceMapping', {
      FunctionName: { Ref: fn.logicalId },
      EventSourceArn: { 'Fn::GetAtt': [queue.logicalId, 'Arn'] },
      FunctionResponseTypes: ['ReportBatchItemFailures'],
      BatchSize: batchSize,
    })
  },
)

test('care redrive finds the address of every queue among the outputs', () => {
  const variables = Object.values(template.findOutputs('*')).map(({ Description }) => Description)
  expect(variables).toEqual(
    expect.arrayContaining([
      'ORDER_QUEUE_URL',
      'DELIVERY_QUEUE_URL',
      'ORDER_DEAD_LETTER_URL',
      'DELIVERY_DEAD_LETTER_URL',
      'SCHEDULE_DEAD_LETTER_URL',
      'REPLY_QUEUE_URL',
      'REPLY_DEAD_LETTER_URL',
    ]),
  )
})

/**
 * SQS and S3 on one machine: fauxqs in this process, on loopback, with the required queues (each with its dead-letter queue) and buckets. Queues live
 * in memory: the system finds what a restart lost and orders it again.
 */
import { CreateBucketCommand, S3Client } from '@aws-sdk/client-s3'
import { CreateQueueCommand, GetQueueAttributesCommand, SQSClient } from '@aws-sdk/client-sqs'
import { buildApp } from 'fauxqs'
import { type AwsPlace, LOCAL_PLACE } from '#local/aws/aws-place.ts'
import { lockDoor, type StartCredentials } from '#local/aws/door.ts'
import { LOOPBACK, type RunningServer } from '#local/aws/listen-on-loopback.ts'
import { queueArrivals } from '#local/aws/queue-arrivals.ts'

export interface QueueDefinition {
  readonly name: string
  readonly visibilitySeconds?: number
  /** How often a message may be received before it goes to the dead-letter queue. */
  readonly maxReceives?: number
}

export interface LocalQueue {
  readonly url: string
  readonly arn: string
  readonly deadLetterUrl: string
  readonly deadLetterArn: string
}

export interface RunningQueues extends RunningServer {
  /** The queue of that name; throws when it was not among the definitions. */
  queue(name: string): LocalQueue
  /** Grows when a message may have become visible in the queue (queue-arrivals.ts). */
  arrivals(queueUrl: string): number
}

export interface QueuesOptions {
  readonly queues: readonly QueueDefinition[]
  readonly buckets?: readonly string[]
  readonly port?: number
  readonly place?: AwsPlace
  /** Only programs with these credentials are served; left out where the queues run alone, as in a test of an adapter. */
  readonly credentials?: StartCredentials
}

const DEFAULT_VISIBILITY_SECONDS = 30
const DEFAULT_MAX_RECEIVES = 5

export async function startQueues({
  queues,
  buckets = [],
  port = 0,
  place = LOCAL_PLACE,
  credentials,
}: QueuesOptions): Promise<RunningQueues> {
  // Its own starter listens on every interface, so the application is built here to listen on loopback only.
  const app = buildApp({ logger: false, defaultRegion: place.region })
  const arrivals = queueArrivals()
  app.addHook('onSend', async (request) => {
    arrivals.note(String(request.headers['x-amz-target']), request.body)
  })
  const endpoint = await app.listen({ host: LOOPBACK, port })
  if (credentials) lockDoor(app.server, credentials.accessKeyId)
  const access = {
    endpoint,
    region: place.region,
    credentials: credentials ?? { accessKeyId: 'local', secretAccessKey: 'local' },
  }
  // Without the option the client would go to the host inside the queue's URL instead of the endpoint.
  const sqs = new SQSClient({ ...access, useQueueUrlAsEndpoint: false })
  const s3 = new S3Client({ ...access, forcePathStyle: true })
  const made = new Map<string, LocalQueue>()
  for (const definition of queues) made.set(definition.name, await createQueue(sqs, definition))
  for (const Bucket of buckets) await s3.send(new CreateBucketCommand({ Bucket }))
  sqs.destroy()
  s3.destroy()
  return {
    endpoint,
    queue(name) {
      const found = made.get(name)
      if (found === undefined) throw new Error(`no queue ${name}: there are ${[...made.keys()].join(', ')}`)
      return found
    },
    arrivals: arrivals.count,
    async stop() {
      app.server.closeAllConnections()
      await app.close()
    },
  }
}

async function createQueue(sqs: SQSClient, { name, visibilitySeconds, maxReceives }: QueueDefinition): Promise<LocalQueue> {
  const dead = await create(sqs, `${name}-dead-letters`, { MessageRetentionPeriod: String(14 * 86_400) })
  const queue = await create(sqs, name, {
    VisibilityTimeout: String(visibilitySeconds ?? DEFAULT_VISIBILITY_SECONDS),
    RedrivePolicy: JSON.stringify({ deadLetterTargetArn: dead.arn, maxReceiveCount: maxReceives ?? DEFAULT_MAX_RECEIVES }),
  })
  return { ...queue, deadLetterUrl: dead.url, deadLetterArn: dead.arn }
}

async function create(
  sqs: SQSClient,
  QueueName: string,
  Attributes: Record<string, string>,
): Promise<{ url: string; arn: string }> {
  const { QueueUrl: url } = await sqs.send(new CreateQueueCommand({ QueueName, Attributes }))
  const { Attributes: known } = await sqs.send(new GetQueueAttributesCommand({ QueueUrl: url, AttributeNames: ['QueueArn'] }))
  const arn = known?.QueueArn
  if (url === undefined || arn === undefined) throw new Error(`queue ${QueueName} was made without a URL or an ARN`)
  return { url, arn }
}

/** Faults inside the process under test, at every call of every AWS client: every awaited effect passes there. */
import type { AsyncLocalStorage } from 'node:async_hooks'
import type { FaultRates, JobKind, WorkerFault } from '#local/torture/fault-plan.ts'
import type { KeyedChance } from '#local/torture/keyed-chance.ts'

export interface SdkFaults {
  readonly chance: KeyedChance
  readonly rates: () => FaultRates
  /** Reported before it happens, in a way that survives this process. */
  readonly say: (fault: WorkerFault) => void
  readonly job: AsyncLocalStorage<JobKind>
  /** Ends this process without another step. */
  readonly die: () => void
}

/** Each service's throttling error. SES is left out: its endpoint refuses by itself. */
const THROTTLES: Readonly<Record<string, string>> = {
  DynamoDB: 'ProvisionedThroughputExceededException',
  SQS: 'ThrottlingException',
  Scheduler: 'ThrottlingException',
  S3: 'SlowDown',
}

interface FaultyClient {
  readonly middlewareStack: {
    addRelativeTo(
      middleware: (next: Call) => Call,
      options: { readonly relation: 'after'; readonly toMiddleware: string; readonly name: string },
    ): void
  }
}
type Call = (args: { readonly input: object }) => Promise<{ readonly response: unknown; readonly output: object }>

export function addFaults(client: unknown, service: 'DynamoDB' | 'SQS' | 'Scheduler' | 'SES' | 'S3', faults: SdkFaults): void {
  const { chance, rates, say, job, die } = faults
  const throttle = THROTTLES[service]
  const step = async (when: 'kill-before-a-call' | 'kill-after-a-call') => {
    const kind = job.getStore()
    if (kind === undefined || !chance.happens(`${when}-${kind}`, rates().kill[kind] / 2)) return
    say(when)
    die()
    await new Promise(() => {})
  }
  // Inside the SDK's own retry loop, so that each retry can fail too.
  const middleware =
    (next: Call): Call =>
    async (args) => {
      await step('kill-before-a-call')
      const { call, throttle: tooMuch } = rates()
      if (chance.happens('request-lost', call)) {
        say('request-lost')
        throw failure('socket hang up', { code: 'ECONNRESET' })
      }
      if (chance.happens('connection-refused', call)) {
        say('connection-refused')
        throw failure('connect ECONNREFUSED', { code: 'ECONNREFUSED', syscall: 'connect' })
      }
      if (throttle && chance.happens('throttled', tooMuch)) {
        say('throttled')
        throw failure('Rate exceeded', { name: throttle, $fault: 'client', $metadata: { httpStatusCode: 400 } })
      }
      const answer = await next(args)
      await step('kill-after-a-call')
      if (chance.happens('reply-lost', call)) {
        say('reply-lost')
        throw failure('socket hang up', { code: 'ECONNRESET' })
      }
      return answer
    }
  const { middlewareStack } = client as FaultyClient
  middlewareStack.addRelativeTo(middleware, { relation: 'after', toMiddleware: 'retryMiddleware', name: 'tortureFaults' })
}

const failure = (message: string, properties: object): Error => Object.assign(new Error(message), properties)

/** Ports that fail at chosen calls, before or after the call took effect: a crash, a lost answer, a throttled table. */
import type { CompanyPorts } from '#test/support/running-company.ts'

export interface Fault {
  /** The how-many-eth call to any port. */
  readonly call: number
  /** after: it was done, and nobody heard of it. */
  readonly when: 'before' | 'after'
}

const STORES = [
  'campaigns',
  'customers',
  'purchases',
  'occurrences',
  'touches',
  'ledgers',
  'suppressions',
  'responses',
  'replies',
  'work',
  'vouchers',
  'budgets',
  'alarms',
  'queues',
  'mailer',
  'stops',
] as const satisfies readonly (keyof CompanyPorts)[]

/** What is read page by page fails at its first page, everything else by its promise. */
const PAGED = [
  'inPartitions',
  'bornOn',
  'firstBoughtOn',
  'onDays',
  'closedOn',
  'batchPages',
  'openOfTeam',
  'changedDuring',
  'closedDuring',
]
const failed = (name: string, message: string) => {
  if (PAGED.includes(name)) throw new Error(message)
  return Promise.reject(new Error(message))
}

export function failingPorts(ports: CompanyPorts, faults: readonly Fault[]): CompanyPorts {
  const byCall = new Map(faults.map(({ call, when }) => [call, when]))
  let calls = 0
  const failing = <Port extends object>(port: Port): Port =>
    new Proxy(port, {
      get: (target, name, receiver) => {
        const member: unknown = Reflect.get(target, name, receiver)
        if (typeof member !== 'function') return member
        return (...given: unknown[]) => {
          const when = byCall.get(++calls)
          if (when === 'before') return failed(String(name), `call ${calls}, ${String(name)}: nothing was done`)
          const answer: unknown = Reflect.apply(member, target, given)
          if (when !== 'after' || !(answer instanceof Promise)) return answer
          const call = calls
          return answer.then(() => {
            throw new Error(`call ${call}, ${String(name)}: done, and nobody heard of it`)
          })
        }
      },
    })
  const wrapped = { ...ports }
  for (const name of STORES) Object.assign(wrapped, { [name]: failing(ports[name]) })
  return wrapped
}

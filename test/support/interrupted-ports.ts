/** Ports that let something else happen right before one chosen call, which may then break off. */
import { failingPorts } from '#test/support/failing-ports.ts'
import type { CompanyPorts } from '#test/support/running-company.ts'

interface Interruption {
  /** The how-many-eth call to any port. */
  readonly call: number
  readonly meanwhile: () => Promise<unknown>
  /** Whether the call is made, and whether its caller hears of it. */
  readonly breaksOff: 'before' | 'after' | null
}

/** `happened` is false when there were fewer calls. */
export function interruptedPorts(
  ports: CompanyPorts,
  { call, meanwhile, breaksOff }: Interruption,
): { readonly ports: CompanyPorts; readonly happened: () => boolean } {
  let calls = 0
  let happened = false
  const inner = failingPorts(ports, breaksOff === null ? [] : [{ call, when: breaksOff }])
  const interrupted = <Port extends object>(port: Port): Port =>
    new Proxy(port, {
      get: (target, name, receiver) => {
        const member: unknown = Reflect.get(target, name, receiver)
        if (typeof member !== 'function') return member
        return (...given: unknown[]) => {
          if (++calls !== call) return Reflect.apply(member, target, given)
          happened = true
          return meanwhile().then(() => Reflect.apply(member, target, given))
        }
      },
    })
  const wrapped = { ...inner }
  for (const name of ASKED) Object.assign(wrapped, { [name]: interrupted(inner[name]) })
  return { ports: wrapped, happened: () => happened }
}

/** Those with promises alone: what is read page by page cannot wait. */
const ASKED = ['campaigns', 'occurrences', 'touches', 'ledgers', 'budgets', 'alarms'] as const

/** SES v2 on one machine: its endpoint for the SDK, the mailbox it fills, and the engine that fires its events in time. */
import { DAY_MS, plusMs } from '#core/time/instant.ts'
import { type AwsPlace, LOCAL_PLACE } from '#local/aws/aws-place.ts'
import type { RunningServer } from '#local/aws/listen-on-loopback.ts'
import { type OperationHooks, startRestJsonServer } from '#local/aws/rest-json-server.ts'
import { accountRoutes, identityRoutes } from '#local/aws/ses/account-routes.ts'
import { type AccountState, accountState } from '#local/aws/ses/account-state.ts'
import type { SuppressionReason } from '#local/aws/ses/configuration-set.ts'
import { configurationSetRoutes } from '#local/aws/ses/configuration-set-routes.ts'
import { type Mailbox, mailboxOf } from '#local/aws/ses/mailbox.ts'
import type { OutcomeRule } from '#local/aws/ses/send-email.ts'
import { type SesQuota, sendQuota } from '#local/aws/ses/send-quota.ts'
import { type SesEngine, sesEngine } from '#local/aws/ses/ses-engine.ts'
import type { SesEvent } from '#local/aws/ses/ses-event.ts'
import { openSesStore } from '#local/aws/ses/ses-store.ts'
import type { Clock } from '#local/clock/movable-clock.ts'

export interface SesOptions {
  /** The state folder; null keeps the state in memory. */
  readonly folder: string | null
  readonly clock: Clock
  /** Puts an event on the bus; a rejected promise keeps the event for another attempt. */
  readonly publish: (event: SesEvent) => Promise<void>
  /** Domains and addresses that may send from the start. */
  readonly verifiedIdentities?: readonly string[]
  readonly quota?: SesQuota
  readonly outcomeRule?: OutcomeRule
  readonly productionAccess?: boolean
  readonly sendingEnabled?: boolean
  readonly suppressedReasons?: readonly SuppressionReason[]
  readonly port?: number
  readonly place?: AwsPlace
  readonly hooks?: OperationHooks
  /** Only programs with this key are served. */
  readonly accessKeyId?: string
  /** Only for tests of the sending rate. */
  readonly monotonicMs?: () => number
}

export interface RunningSes extends RunningServer {
  readonly engine: SesEngine
  readonly mailbox: Mailbox
  /** Changed in place: every later call follows it. */
  readonly account: AccountState
}

/** The quota of a modest production account. */
const DEFAULT_QUOTA: SesQuota = { max24HourSend: 200_000, maxSendRate: 500 }

export async function startSes(options: SesOptions): Promise<RunningSes> {
  const { folder, clock, publish, port = 0, place = LOCAL_PLACE, hooks, accessKeyId, verifiedIdentities = [] } = options
  const { quota: limits = DEFAULT_QUOTA, monotonicMs = () => performance.now(), outcomeRule = () => undefined } = options
  const { productionAccess = true, sendingEnabled = true, suppressedReasons = ['BOUNCE', 'COMPLAINT'] } = options
  const account = accountState({ productionAccess, sendingEnabled })
  const store = openSesStore(folder)
  for (const identity of verifiedIdentities) store.putIdentity(identity, null)
  const sentBefore = store.sentAfter(plusMs(clock.now(), -DAY_MS))
  const quota = sendQuota({ quota: limits, sentBefore, monotonicMs })
  const parts = { store, clock, place, quota, limits, outcomeRule, account, suppressedReasons }
  const routes = [accountRoutes, identityRoutes, configurationSetRoutes].flatMap((routesOf) => routesOf(parts))
  const server = await startRestJsonServer({
    routes,
    port,
    errorMember: 'message',
    hooks: permitted(account, hooks),
    accessKeyId,
  })
  return {
    endpoint: server.endpoint,
    engine: sesEngine({ store, place, publish, suppressedReasons }),
    mailbox: mailboxOf(store),
    account,
    async stop() {
      await server.stop()
      store.close()
    },
  }
}

/** The caller's permission is checked before the operation. Only a hook that sees every call runs earlier. */
const permitted = (account: AccountState, hooks?: OperationHooks): OperationHooks => ({
  ...hooks,
  async before(call) {
    await hooks?.before?.(call)
    const refusal = account.refused.get(call.operation)
    if (refusal) throw refusal
  },
})

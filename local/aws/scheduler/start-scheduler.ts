/** EventBridge Scheduler on one machine: its endpoint for the SDK, and the engine that fires due schedules on the given clock. */
import { type AwsPlace, LOCAL_PLACE } from '#local/aws/aws-place.ts'
import type { RunningServer } from '#local/aws/listen-on-loopback.ts'
import { type OperationHooks, startRestJsonServer } from '#local/aws/rest-json-server.ts'
import type { ScheduleDelivery } from '#local/aws/scheduler/schedule-delivery.ts'
import { scheduleRoutes } from '#local/aws/scheduler/schedule-routes.ts'
import { openScheduleStore } from '#local/aws/scheduler/schedule-store.ts'
import { type SchedulerEngine, schedulerEngine } from '#local/aws/scheduler/scheduler-engine.ts'
import type { Clock } from '#local/clock/movable-clock.ts'

export interface SchedulerOptions {
  /** The state folder; null keeps the state in memory. */
  readonly folder: string | null
  readonly clock: Clock
  /** Hands an input to its target; a rejected promise is a failed delivery and is retried by the schedule's policy. */
  readonly deliver: (delivery: ScheduleDelivery) => Promise<void>
  readonly port?: number
  readonly place?: AwsPlace
  readonly hooks?: OperationHooks
  /** Only programs with this key are served. */
  readonly accessKeyId?: string
}

export interface RunningScheduler extends RunningServer {
  readonly engine: SchedulerEngine
}

export async function startScheduler(options: SchedulerOptions): Promise<RunningScheduler> {
  const { folder, clock, deliver, port = 0, place = LOCAL_PLACE, hooks, accessKeyId } = options
  const store = openScheduleStore({ folder, now: clock.now() })
  const routes = scheduleRoutes({ store, clock, place })
  const server = await startRestJsonServer({ routes, port, errorMember: 'Message', hooks, accessKeyId })
  return {
    endpoint: server.endpoint,
    engine: schedulerEngine({ store, place, deliver }),
    async stop() {
      await server.stop()
      store.close()
    },
  }
}

/**
 * Fires due schedules, at least once. A firing is first stored as an invocation, in the same transaction that moves the schedule on. It is deleted
 * only after the target took it: a crash in between delivers again.
 */
import { createHash } from 'node:crypto'
import { epochMsOf, type Instant, instantOf, SECOND_MS } from '#core/time/instant.ts'
import { allOrFailure } from '#local/all-or-failure.ts'
import type { AwsPlace } from '#local/aws/aws-place.ts'
import { retryBackoffMs } from '#local/aws/retry-backoff.ts'
import { deadLetterAttributes } from '#local/aws/scheduler/dead-letter-attributes.ts'
import type { ScheduleDelivery } from '#local/aws/scheduler/schedule-delivery.ts'
import { dueAfter } from '#local/aws/scheduler/schedule-expression.ts'
import { expressionOf } from '#local/aws/scheduler/schedule-input.ts'
import type { Invocation, ScheduleStore, StoredSchedule } from '#local/aws/scheduler/schedule-store.ts'
import { scheduleArn } from '#local/aws/scheduler/scheduler-resource.ts'
import type { DueEngine } from '#local/clock/due-engine.ts'

export interface FiredSchedule {
  readonly scheduleArn: string
  readonly scheduledTime: Instant
  readonly targetArn: string
  readonly attempt: number
  /** `dropped`: out of retries and no dead-letter queue took it, which is where AWS loses it too. */
  readonly outcome: 'delivered' | 'retrying' | 'dead-lettered' | 'dropped'
}

export interface SchedulerEngine extends DueEngine {
  fireDue(now: Instant): Promise<readonly FiredSchedule[]>
}

export interface SchedulerEngineParts {
  readonly store: ScheduleStore
  readonly place: AwsPlace
  readonly deliver: (delivery: ScheduleDelivery) => Promise<void>
}

const DEFAULT_RETRIES = 185
const DEFAULT_EVENT_AGE_SECONDS = 86_400

export function schedulerEngine({ store, place, deliver }: SchedulerEngineParts): SchedulerEngine {
  let turn: Promise<unknown> = Promise.resolve()

  /** Instant by instant, and all that is due at one beside each other, as AWS does. */
  async function fireInTurn(now: Instant): Promise<readonly FiredSchedule[]> {
    const fired: FiredSchedule[] = []
    for (let due = store.earliestDue(); due !== undefined && due <= now; due = store.earliestDue()) {
      for (const schedule of store.schedulesDueAt(due)) begin(schedule, due)
      fired.push(...(await allOrFailure(store.invocationsDueAt(due).map((invocation) => invoke(invocation, now)))))
    }
    return fired
  }

  /** Stores the invocation and moves the schedule on to its next instant, both or neither. */
  function begin(schedule: StoredSchedule, due: Instant): void {
    const { definition } = schedule
    const next = dueAfter(due, { expression: expressionOf(definition), zone: definition.ScheduleExpressionTimezone })
    store.transaction(() => {
      store.setNextDue(schedule, next)
      store.putInvocation({
        execution_id: executionId(schedule, due),
        group_name: schedule.group_name,
        name: schedule.name,
        version: schedule.version,
        scheduled_time: due,
        attempt: 1,
        due,
        target: definition.Target,
        removes: next === undefined && definition.ActionAfterCompletion === 'DELETE',
      })
    })
  }

  async function invoke(invocation: Invocation, now: Instant): Promise<FiredSchedule> {
    const { group_name: groupName, name, scheduled_time: scheduledTime, attempt, target } = invocation
    const arn = scheduleArn(place, groupName, name)
    const report = { scheduleArn: arn, scheduledTime, targetArn: target.Arn, attempt }
    const delivery: ScheduleDelivery = {
      targetArn: target.Arn,
      input: target.Input,
      schedule: { groupName, name, arn },
      scheduledTime,
      executionId: invocation.execution_id,
      attempt,
    }
    const failure = await failureOf(deliver(delivery))
    if (failure === undefined) {
      complete(invocation)
      return { ...report, outcome: 'delivered' }
    }
    const retryAt = retryInstant(invocation, now)
    if (retryAt !== undefined) {
      store.putInvocation({ ...invocation, attempt: attempt + 1, due: retryAt })
      return { ...report, outcome: 'retrying' }
    }
    const queueArn = target.DeadLetterConfig?.Arn
    const lost =
      queueArn === undefined ||
      (await failureOf(
        deliver({
          ...delivery,
          targetArn: queueArn,
          deadLetter: deadLetterAttributes(delivery, { failure, exhausted: exhaustedBy(invocation) }),
        }),
      )) !== undefined
    store.removeInvocation(invocation)
    return { ...report, outcome: lost ? 'dropped' : 'dead-lettered' }
  }

  function complete(invocation: Invocation): void {
    store.transaction(() => {
      store.removeInvocation(invocation)
      const { group_name, name, version, removes } = invocation
      if (removes && store.schedule(group_name, name)?.version === version) store.removeSchedule(group_name, name)
    })
  }

  return {
    name: 'EventBridge Scheduler',
    nextDue: () => store.earliestDue(),
    /** Calls wait for each other, so that two calls never fire the same schedule. */
    fireDue(now) {
      const fired = turn.then(() => fireInTurn(now))
      turn = fired.catch(() => undefined)
      return fired
    },
  }
}

const failureOf = (delivery: Promise<void>): Promise<Error | undefined> =>
  delivery.then(
    () => undefined,
    (error: unknown) => (error instanceof Error ? error : new Error(String(error))),
  )

const outOfAttempts = ({ attempt, target: { RetryPolicy } }: Invocation): boolean =>
  attempt > (RetryPolicy?.MaximumRetryAttempts ?? DEFAULT_RETRIES)

const exhaustedBy = (invocation: Invocation): string =>
  outOfAttempts(invocation) ? 'MaximumRetryAttempts' : 'MaximumEventAgeInSeconds'

/** The next attempt, while the policy's attempts and age allow one; undefined when it is exhausted. */
function retryInstant(invocation: Invocation, now: Instant): Instant | undefined {
  if (outOfAttempts(invocation)) return undefined
  const {
    attempt,
    scheduled_time,
    target: { RetryPolicy },
  } = invocation
  const retryAt = epochMsOf(now) + retryBackoffMs(attempt)
  const expires = epochMsOf(scheduled_time) + (RetryPolicy?.MaximumEventAgeInSeconds ?? DEFAULT_EVENT_AGE_SECONDS) * SECOND_MS
  return retryAt > expires ? undefined : instantOf(retryAt)
}

/** The same firing has the same id, however often it is begun. */
const executionId = ({ version, group_name, name }: StoredSchedule, due: Instant): string =>
  createHash('sha256')
    .update(JSON.stringify([version, group_name, name, due]))
    .digest('hex')
    .slice(0, 16)

/** Alarms of cases: one schedule per case and instant. An alarm for an instant that the case has left has no effect. */
import { makeOneTimeSchedule, nameOfSchedule, type SchedulePlace } from '#adapters/scheduler/one-time-schedule.ts'
import { ringOrder } from '#adapters/sqs/case-orders.ts'
import type { CaseAlarms } from '#app/ports/case-alarms.ts'

export const schedulerCaseAlarms = (place: SchedulePlace): CaseAlarms => ({
  set: ({ workId, at }) =>
    makeOneTimeSchedule(place, { name: nameOfSchedule('c', [workId, at]), at, message: ringOrder(workId) }),
})

/**
 * Alarms for three different failures. A record or a page that failed is counted by the function itself, because its handler still returns. A run
 * that broke off (a time-out, too little memory, an entry that cannot start) or found no free execution is counted by Lambda. A refused visitor is
 * counted by the API.
 */
import { Duration } from 'aws-cdk-lib'
import { type IMetric, Metric, Stats } from 'aws-cdk-lib/aws-cloudwatch'
import type { IFunction } from 'aws-cdk-lib/aws-lambda'
import type { DeployedName } from '#functions/env.ts'
import type { AlarmSpec } from '#infra/constructs/alarm-spec.ts'
import type { Pages } from '#infra/constructs/pages.ts'
import type { StaffApp } from '#infra/constructs/staff-app.ts'
import type { Telephony } from '#infra/constructs/telephony.ts'

export type Functions = Readonly<Record<DeployedName, IFunction>>

const SUMMED = { period: Duration.minutes(5), statistic: Stats.SUM } as const

/** Under the service names of the functions' metrics (`functions/*.lambda.ts`), in the order of a mail's way. */
const WORK = {
  PlanSlice: 'Planning of a slice failed and will be tried again; if that goes on, its customers get no greeting.',
  SendBatch: 'Sending of a batch failed and will be tried again; greetings may be late.',
  SendNotice: 'A confirmation of an opt-out failed and will be tried again; a customer hears late that their stop was taken.',
  ListCalls:
    'The lists of calls of a day were not made and will be tried again; until then staff see no list, or the one of before.',
  RingCase:
    'The clock of a case rang and could not be carried out; it will be tried again, and until then nobody is reminded or told.',
  RecordDelivery: 'News about a mail was not recorded and will be tried again; bounces and complaints are noticed late.',
  ReceiveReply: "Reading a customer's mail failed and will be tried again; a stop in it takes effect late.",
  TakeStop: 'A one-click stop was taken and could not be carried out; it will be tried again, and mails may go out meanwhile.',
} as const

/** Rings within minutes of the first failed record, not only with its dead letter hours later. */
export function failedWork(): Record<string, AlarmSpec> {
  const records = Object.entries(WORK).map(([work, impact]) => [
    `${work}Failures`,
    { section: `${kebab(work)}-failures`, impact, metric: counted('FailedRecords', kebab(work)), atLeast: 1 },
  ])
  return {
    ...Object.fromEntries(records),
    ServePagesFailures: {
      section: 'serve-pages-failures',
      impact: 'A customer could not answer, open a voucher or stop the mails by a page, which the law says must work.',
      metric: counted('FailedPages', 'serve-pages'),
      atLeast: 1,
    },
    ServeStaffFailures: {
      section: 'serve-staff-failures',
      impact: 'A page of the staff app failed: somebody in care could not see or do something for a customer.',
      metric: counted('FailedPages', 'serve-staff'),
      atLeast: 1,
    },
    HearTelephoneFailures: {
      section: 'hear-telephone-failures',
      impact: 'What the telephone system told was not taken: a missed call to the hotline may not be rung back.',
      metric: counted('FailedPages', 'hear-telephone'),
      atLeast: 1,
    },
  }
}

const counted = (metricName: string, service: string): IMetric =>
  new Metric({ namespace: 'ThamHoi', metricName, dimensionsMap: { service }, ...SUMMED })

const BROKE_OFF: Readonly<Record<DeployedName, string>> = {
  planOccurrences: 'The hourly look ahead failed: while it does, nothing new is planned and no occurrence is closed.',
  purgeExpired:
    'Personal data is kept longer than we promise; the next night makes up for it unless it fails for the same reason.',
  rollUpNight:
    'The figures of last night are missing in the report; the next night makes up for it unless it fails for the same reason.',
  carryOutOrders: 'Planning or sending broke off or could not start; it is tried again, and greetings may be late.',
  recordDelivery: 'Recording what became of mails broke off or could not start; bounces and complaints are noticed late.',
  receiveReply: "Reading customers' mails and stops broke off or could not start; a stop takes effect late.",
  servePages: 'A page broke off or could not start: a customer could not answer or stop the mails.',
  hearTelephone: 'Hearing the telephone system broke off or could not start: missed calls to the hotline may not be rung back.',
  drawReport: 'Charts and downloads of the report broke off or could not start; the figures themselves are shown.',
  serveStaff: 'The staff app broke off or could not start: care works blind, and calls that are due are not seen.',
}
/** Started by a schedule, with no caller that could hide a failure: each of their failures is an error to Lambda. */
const BY_THE_CLOCK: readonly DeployedName[] = ['planOccurrences', 'purgeExpired', 'rollUpNight']

const THROTTLED: Readonly<Record<DeployedName, string>> = {
  planOccurrences: 'The hourly look ahead found no execution left and is tried again within the hour.',
  purgeExpired: 'The nightly deletion found no execution left and is tried again within hours.',
  rollUpNight: 'The nightly figures found no execution left and are tried again within hours.',
  carryOutOrders: 'Planning and sending found no execution left and wait; greetings may be late.',
  recordDelivery: 'Recording of bounces and complaints found no execution left and waits.',
  receiveReply: "Customers' mails and one-click stops found no execution left to read them and wait in their queue.",
  servePages: 'Customers got no page, because the account has no execution left; one-click stops are still taken.',
  hearTelephone:
    'The telephone system was not heard, because the account has no execution left; missed calls may not be rung back.',
  drawReport: 'Charts and downloads of the report found no execution left; the figures themselves are shown.',
  serveStaff: 'Staff got no page, because the account has no execution left or the app its own; calls that are due wait.',
}

export function lambdaAlarms(functions: Functions): Record<string, AlarmSpec> {
  const names = Object.keys(functions).filter(isDeployed)
  return Object.fromEntries([
    ...names.map((name) => [
      `${capitalised(name)}${BY_THE_CLOCK.includes(name) ? 'Errors' : 'BrokeOff'}`,
      {
        section: BY_THE_CLOCK.includes(name) ? `${kebab(name)}-errors` : 'broke-off',
        impact: BROKE_OFF[name],
        metric: functions[name].metricErrors(SUMMED),
        atLeast: 1,
      },
    ]),
    ...names.map((name) => [
      `${capitalised(name)}Throttled`,
      { section: 'throttled', impact: THROTTLED[name], metric: functions[name].metricThrottles(SUMMED), atLeast: 1 },
    ]),
  ])
}

const isDeployed = (name: string): name is DeployedName => name in BROKE_OFF

export function pageAlarms({ api, refused }: Pick<Pages, 'api' | 'refused'>): Record<string, AlarmSpec> {
  return {
    PagesUnavailable: {
      section: 'pages-unavailable',
      impact: 'Visitors of the pages got an error of ours instead of a page; an answer or a stop may not have been taken.',
      metric: api.metricServerError(SUMMED),
      atLeast: 1,
    },
    // A single caller that asks too often is refused from time to time. A hundred refusals in five minutes are a flood, or the limit is too low.
    PagesRefused: {
      section: 'pages-refused',
      impact:
        'Visitors of the pages are refused because too many ask at once; customers among them cannot answer or stop by a page.',
      metric: refused.metric(SUMMED),
      atLeast: 100,
    },
  }
}

export function staffAlarms({ api, refused }: Pick<StaffApp, 'api' | 'refused'>): Record<string, AlarmSpec> {
  return {
    StaffUnavailable: {
      section: 'staff-unavailable',
      impact: 'Staff got an error instead of a page of their app; what they sent by it may not have been done.',
      metric: api.metricServerError(SUMMED),
      atLeast: 1,
    },
    // One page that is reloaded in a hurry is refused a few requests at most.
    StaffRefused: {
      section: 'staff-refused',
      impact: 'Staff are refused pages of their app because too many requests come at once; calls that are due wait.',
      metric: refused.metric(SUMMED),
      atLeast: 20,
    },
    // The half that is slower than this: one long search in a large occurrence rings nothing.
    StaffSlow: {
      section: 'staff-slow',
      impact: 'Every second page of the staff app takes five seconds or more, with customers waiting on the telephone.',
      metric: api.metricLatency({ period: Duration.minutes(15), statistic: Stats.p(50) }),
      atLeast: Duration.seconds(5).toMilliseconds(),
    },
  }
}

export function telephoneAlarms({ api, refused }: Pick<Telephony, 'api' | 'refused'>): Record<string, AlarmSpec> {
  return {
    TelephoneUnavailable: {
      section: 'telephone-unavailable',
      impact: 'The telephone system got an error of ours: missed calls to the hotline may not be rung back.',
      metric: api.metricServerError(SUMMED),
      atLeast: 1,
    },
    // Each event is told once: the first one that is refused may be a missed call.
    TelephoneRefused: {
      section: 'telephone-refused',
      impact: 'Events of the telephone system were refused because too many came at once: missed calls may not be rung back.',
      metric: refused.metric(SUMMED),
      atLeast: 1,
    },
  }
}

const capitalised = (name: string) => `${name.charAt(0).toUpperCase()}${name.slice(1)}`
const kebab = (name: string) => name.replace(/(?!^)[A-Z]/g, (letter) => `-${letter}`).toLowerCase()

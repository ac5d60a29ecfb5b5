/**
 * The environment contract: one zod object per function. A construct writes `environment: {...} satisfies FunctionEnv<'sendBatch'>`, so that a
 * forgotten variable fails to compile. An entry parses once, and the error lists names of bad variables, never values.
 */
import * as z from 'zod'

const tables = {
  campaigns: { CAMPAIGNS_TABLE: z.string().min(1) },
  customers: { CUSTOMERS_TABLE: z.string().min(1) },
  finder: { FINDER_TABLE: z.string().min(1) },
  purchases: { PURCHASES_TABLE: z.string().min(1) },
  occurrences: { OCCURRENCES_TABLE: z.string().min(1) },
  touches: { TOUCHES_TABLE: z.string().min(1) },
  consents: { CONSENTS_TABLE: z.string().min(1) },
  /** With the secret that names its rows: the table is of no use without it. */
  suppressions: { SUPPRESSIONS_TABLE: z.string().min(1), SUPPRESSION_SECRET_ARN: z.string().min(1) },
  vouchers: { VOUCHERS_TABLE: z.string().min(1) },
  budgets: { BUDGETS_TABLE: z.string().min(1) },
  responses: { RESPONSES_TABLE: z.string().min(1) },
  replies: { REPLIES_TABLE: z.string().min(1) },
  work: { WORK_TABLE: z.string().min(1) },
  numbers: { NUMBERS_TABLE: z.string().min(1) },
  pace: { PACE_TABLE: z.string().min(1) },
  staff: { STAFF_TABLE: z.string().min(1) },
}

/** The queues whose dead letters can be put back, beside that of orders. */
const letters = {
  DELIVERY_QUEUE_URL: z.url(),
  ORDER_DEAD_LETTER_URL: z.url(),
  DELIVERY_DEAD_LETTER_URL: z.url(),
  REPLY_QUEUE_URL: z.url(),
  REPLY_DEAD_LETTER_URL: z.url(),
  SCHEDULE_DEAD_LETTER_URL: z.url(),
}

/** The queue for orders: slices to plan, batches and confirmations to send. */
const orders = { ORDER_QUEUE_URL: z.url() }

/** The configuration set of the provider's events, and the table of the shared rate. */
const mailing = { CONFIGURATION_SET: z.string().min(1), ...tables.pace }

/** The schedule group of the alarms of batches and cases, their queue, role and dead-letter queue. */
const scheduling = {
  SCHEDULE_GROUP: z.string().min(1),
  ORDER_QUEUE_ARN: z.string().min(1),
  SCHEDULE_ROLE_ARN: z.string().min(1),
  SCHEDULE_DEAD_LETTER_ARN: z.string().min(1),
}

/** The bucket of the photos and files of cases. */
const caseFiles = { CASE_FILES_BUCKET: z.string().min(1) }

/** For mails and posts to staff. */
const toStaff = {
  /** The address of the staff app, for links in mails to staff; `none` leaves them out. */
  STAFF_URL: z.union([z.url(), z.literal('none')]),
  /** The secret with the address and the key of the webhook for urgent work; `none` for a company without one. */
  URGENT_HOOK_SECRET_ARN: z.string().min(1),
}

/** The secret with the keys for voucher codes, link tokens and reply addresses; only for functions that seal or open. */
const sealing = { SEAL_SECRET_ARN: z.string().min(1) }

/** The secret of the telephone system: the key of its webhook, and what calls are started with. */
const telephony = { TELEPHONY_SECRET_ARN: z.string().min(1) }

/** The variables of each part. */
const PART_ENV = {
  planOccurrences: z.object({
    ...tables.campaigns,
    ...tables.customers,
    ...tables.purchases,
    ...tables.occurrences,
    ...tables.touches,
    /** Only to note days whose facts are to be written again. */
    ...tables.numbers,
    ...tables.budgets,
    ...tables.work,
    /** Who works on a day: a campaign of calls may fill the capacity of its team. */
    ...tables.staff,
    /** Only for the row that says which do-not-call list is in force: it needs no key. */
    SUPPRESSIONS_TABLE: tables.suppressions.SUPPRESSIONS_TABLE,
    ...mailing,
    ...orders,
  }),
  listCalls: z.object({
    /** Only for the names of campaigns. */
    ...tables.campaigns,
    /** Only for the report to the heads of care. */
    ...tables.numbers,
    /** Only for the budgets that wait for somebody. */
    ...tables.budgets,
    ...tables.customers,
    /** Only for what a customer said in an urgent mail. */
    ...tables.replies,
    /** Only for the product of an order that a case names. */
    ...tables.purchases,
    ...tables.work,
    ...tables.staff,
    /** Only for numbers that staff must not dial. */
    ...tables.suppressions,
    ...mailing,
    ...toStaff,
    /** For the links of questions to departments. */
    ...sealing,
  }),
  ringCase: z.object({
    ...tables.customers,
    /** Only for what a customer said. */
    ...tables.replies,
    ...tables.work,
    ...tables.staff,
    /** Only for a number that staff must not dial. */
    ...tables.suppressions,
    ...mailing,
    ...scheduling,
    ...orders,
    ...toStaff,
  }),
  planSlice: z.object({
    ...tables.campaigns,
    ...tables.customers,
    ...tables.purchases,
    ...tables.occurrences,
    ...tables.touches,
    ...tables.suppressions,
    ...tables.budgets,
    ...tables.responses,
    ...tables.replies,
    ...tables.work,
    ...scheduling,
  }),
  sendBatch: z.object({
    ...tables.campaigns,
    ...tables.customers,
    ...tables.purchases,
    ...tables.occurrences,
    ...tables.touches,
    ...tables.suppressions,
    ...tables.vouchers,
    ...tables.responses,
    ...tables.replies,
    ...tables.work,
    ...mailing,
    ...scheduling,
    ...sealing,
  }),
  recordDelivery: z.object({
    ...tables.customers,
    ...tables.touches,
    ...tables.occurrences,
    ...tables.campaigns,
    /** Only to note days whose facts are to be written again. */
    ...tables.numbers,
    ...tables.consents,
    ...tables.suppressions,
  }),
  receiveReply: z.object({
    ...tables.campaigns,
    ...tables.customers,
    ...tables.occurrences,
    ...tables.responses,
    ...tables.replies,
    /** Only to note days whose facts are to be written again. */
    ...tables.numbers,
    ...tables.work,
    ...tables.consents,
    /** Only for its ledgers, where a stop is noted. */
    ...tables.touches,
    ...orders,
    ...sealing,
    /** The bucket in which the mail service stores incoming mail; `none` for a company without it. */
    INBOUND_BUCKET: z.string().min(1),
  }),
  sendNotice: z.object({
    ...tables.campaigns,
    ...tables.customers,
    ...tables.touches,
    ...tables.suppressions,
    /** The words of a case's mail stand in the case. */
    ...tables.work,
    /** Its own queue: a notice that cannot be sent yet waits there. */
    ...orders,
    ...mailing,
    ...sealing,
  }),
  purgeExpired: z.object({
    ...tables.customers,
    ...tables.finder,
    ...tables.consents,
    ...tables.responses,
    ...tables.replies,
    ...tables.occurrences,
    ...tables.touches,
    /** Only who rang the hotline. */
    ...tables.numbers,
    ...tables.work,
    /** Only for the lists of calls. */
    ...tables.staff,
    ...caseFiles,
    /** `none` for a company without incoming mail. */
    INBOUND_BUCKET: z.string().min(1),
  }),
  rollUpNight: z.object({
    ...tables.campaigns,
    ...tables.customers,
    ...tables.purchases,
    ...tables.occurrences,
    ...tables.touches,
    ...tables.vouchers,
    ...tables.responses,
    ...tables.replies,
    ...tables.work,
    ...tables.numbers,
    /** The key of the numbers in facts, which is that of suppressions: it never changes. */
    SUPPRESSION_SECRET_ARN: z.string().min(1),
    FACTS_BUCKET: z.string().min(1),
  }),
  servePages: z.object({
    ...tables.campaigns,
    ...tables.customers,
    ...tables.occurrences,
    ...tables.responses,
    /** Only to note days whose facts are to be written again. */
    ...tables.numbers,
    ...tables.work,
    ...tables.consents,
    /** Only for its ledgers, where a stop is noted. */
    ...tables.touches,
    ...tables.vouchers,
    /** Only for the questions to departments. */
    ...tables.staff,
    ...caseFiles,
    ...orders,
    ...sealing,
    /** The secret with the key that shop staff type to redeem a voucher. */
    TILL_SECRET_ARN: z.string().min(1),
    /** Page requests of one network: per second, and at once. */
    CALLER_RATE: z.coerce.number().positive(),
    CALLER_BURST: z.coerce.number().min(1),
  }),
  hearTelephone: z.object({
    ...tables.customers,
    ...tables.finder,
    /** Who rang. */
    ...tables.numbers,
    ...tables.work,
    ...orders,
    ...sealing,
    ...telephony,
  }),
  /** Charts, workbooks and pictures of the report, for those who are signed in to the staff app. */
  drawReport: z.object({
    ...tables.campaigns,
    ...tables.numbers,
    /** Only for the budgets of periods. */
    ...tables.budgets,
    ...tables.staff,
    ...sealing,
    STAFF_URL: z.url(),
  }),
  serveStaff: z.object({
    ...tables.campaigns,
    ...tables.customers,
    ...tables.finder,
    ...tables.purchases,
    ...tables.occurrences,
    ...tables.touches,
    ...tables.consents,
    ...tables.suppressions,
    ...tables.vouchers,
    ...tables.budgets,
    ...tables.responses,
    ...tables.replies,
    ...tables.work,
    ...tables.numbers,
    ...tables.staff,
    /** Only for the sender's stop, which stands beside the rate. */
    ...tables.pace,
    ...scheduling,
    ...orders,
    ...sealing,
    ...telephony,
    ...letters,
    ...caseFiles,
    /** `none` for a company without incoming mail. */
    INBOUND_BUCKET: z.string().min(1),
    /** Only to read in which tier customers stood. */
    FACTS_BUCKET: z.string().min(1),
    /** The OpenID provider's issuer, and this app's name there. */
    STAFF_ISSUER: z.url(),
    STAFF_CLIENT_ID: z.string().min(1),
    /** `none` for a client without a secret. */
    STAFF_CLIENT_SECRET_ARN: z.string().min(1),
    /** What the provider is asked to do at every sign-in: `login`, or `select_account` where it knows no other. */
    STAFF_PROMPT: z.enum(['login', 'select_account']),
    /** The address of the app, without a slash at its end. */
    STAFF_URL: z.url(),
  }),
} as const

/** Parts that one function runs in AWS: their messages share a queue, because each queue takes at least two of the account's executions. */
export const ORDER_PARTS = ['planSlice', 'sendBatch', 'sendNotice', 'listCalls', 'ringCase'] as const

export const FUNCTION_ENV = {
  ...PART_ENV,
  carryOutOrders: z.object({
    ...PART_ENV.planSlice.shape,
    ...PART_ENV.sendBatch.shape,
    ...PART_ENV.sendNotice.shape,
    ...PART_ENV.listCalls.shape,
    ...PART_ENV.ringCase.shape,
  }),
} as const

export type FunctionName = keyof typeof FUNCTION_ENV
/** The parts that have a function of their own in AWS. */
export type DeployedName = Exclude<FunctionName, (typeof ORDER_PARTS)[number]>
export type FunctionEnv<Name extends FunctionName> = z.infer<(typeof FUNCTION_ENV)[Name]>

export class EnvironmentError extends Error {
  name = 'EnvironmentError'
}

/** Parses the environment of one function. Throws EnvironmentError with the names of the variables that are missing or bad. */
export function readEnv<Name extends FunctionName>(
  name: Name,
  environment: Readonly<Record<string, string | undefined>>,
): FunctionEnv<Name> {
  const parsed = FUNCTION_ENV[name].safeParse(environment)
  if (!parsed.success) {
    const names = [...new Set(parsed.error.issues.map((issue) => String(issue.path[0])))]
    throw new EnvironmentError(`${name}: bad or missing environment variables: ${names.join(', ')}`)
  }
  // The schema of `name` produced it; TypeScript cannot infer that from the index.
  return parsed.data as FunctionEnv<Name>
}

/**
 * The tunables of a deployment in one place: read once in app.ts, from the CDK context (`cdk.json`, or `-c key=value`) and from the company file
 * that marketing keeps, and passed down. No other file in infra/ decides such a value.
 */
import { z } from 'zod'
import { concurrencyRefusal } from '#infra/concurrency.ts'
import { STAFF_TUNABLES, staffRefusal } from '#infra/staff-tunables.ts'

const isZone = (zone: string) => {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: zone }).resolvedOptions().timeZone.length > 0
  } catch {
    return false
  }
}

/** The part of campaigns/company.json that the infrastructure needs; the rest is ignored here. */
const CompanySchema = z.object({
  name: z.string().min(1),
  sender: z.email(),
  zone: z.string().refine(isZone, 'an IANA zone such as Asia/Ho_Chi_Minh'),
  pages: z.url({ protocol: /^https$/, error: 'an https address such as https://care.example.com' }),
  /** Absent: no resources for incoming mail are made. */
  replyDomain: z
    .string()
    .regex(/^[a-z0-9-]+(\.[a-z0-9-]+)+$/, 'a domain such as replies.example.com')
    .optional(),
  /** Days after which raw mails of customers are deleted, and closed work. */
  retention: z
    .object({ rawMails: z.int().min(1).default(365), work: z.int().min(1).default(1095) })
    .default({ rawMails: 365, work: 1095 }),
})

const LOG_RETENTION_DAYS = [7, 14, 30, 60, 90, 180, 365] as const

/** The minimum that SQS allows for an event source is two. */
const QUEUE_CONCURRENCY = z.coerce.number().int().min(2).max(1000).default(2)

const TunablesSchema = z.strictObject({
  /** The address that alarms are mailed to. Empty: no mail; subscribe to the topic by other means. */
  alarmEmail: z.union([z.literal(''), z.email()]).default(''),
  /** Logs hold ids, never addresses, names or answers. */
  logRetentionDays: z.coerce.number().pipe(z.literal(LOG_RETENTION_DAYS)).default(30),
  /** The account's limit of concurrent executions in this Region: 10 in a new account, usually 1,000, more on request. */
  accountConcurrency: z.coerce.number().int().min(10).default(10),
  /** The most orders carried out at the same time: batches to send, slices to plan, confirmations. They share the mail quota. */
  senderConcurrency: QUEUE_CONCURRENCY,
  /** The most runs that record delivery events at the same time, a hundred events each. */
  deliveryConcurrency: QUEUE_CONCURRENCY,
  /** The most runs that read customers' mails and one-click stops at the same time, five messages each. */
  replyConcurrency: QUEUE_CONCURRENCY,
  /**
   * Concurrency reserved for the sender, so that other functions of the account cannot starve it; 0 for none. A new account has 10 in all and none
   * to reserve: raise the account's limit first.
   */
  senderReservedConcurrency: z.coerce.number().int().min(0).default(0),
  /** Concurrency reserved for the pages, so that other functions of the account cannot starve them; 0 for none. */
  pagesReservedConcurrency: z.coerce.number().int().min(0).default(0),
  /** Requests a second to the public pages, and the burst above that. Well above what one caller may ask for. */
  pagesRateLimit: z.coerce.number().int().min(1).default(200),
  pagesBurstLimit: z.coerce.number().int().min(1).default(400),
  /** Pages a second for one network, and its burst: an office or a mobile operator's gateway has many customers behind one address. */
  pagesCallerRate: z.coerce.number().positive().default(10),
  pagesCallerBurst: z.coerce.number().int().min(1).default(100),
  /** ARN of a certificate for the host of the company's `pages` address. Empty: the API's own address is used. */
  pagesCertificateArn: z.union([z.literal(''), z.string().startsWith('arn:')]).default(''),
  ...STAFF_TUNABLES,
  /** ARN of the secret with the webhook that hears of each urgent complaint: `{ "url": "https://…", "key": "…" }`. Empty: none. */
  urgentHookSecretArn: z.union([z.literal(''), z.string().startsWith('arn:')]).default(''),
  /** `create` makes the mail identity of the sender's domain; `existing` uses one that this account and Region already have. */
  mailIdentity: z.enum(['create', 'existing']).default('create'),
  /** The first day that may have facts: SQL of all days looks for a file for each day since then. */
  factsFrom: z.iso.date('a day such as 2026-01-01').default('2026-01-01'),
  /** Where operators find docs/runbook.md: a path in the repository, or the address where you publish it. */
  runbook: z.string().min(1).default('docs/runbook.md'),
})

export type Tunables = Readonly<z.infer<typeof TunablesSchema>>

export interface InfraConfig extends Tunables {
  readonly company: Readonly<z.infer<typeof CompanySchema>>
  /** The domain of the sender's address, which is verified with the mail provider. */
  readonly senderDomain: string
}

export class ConfigError extends Error {
  name = 'ConfigError'
}

/** Reads every tunable from `context`, and the company's part from the parsed company file. Throws with what would be right. */
export function readConfig({ context, company }: { context: (key: string) => unknown; company: unknown }): InfraConfig {
  const given = Object.keys(TunablesSchema.shape).flatMap((key) => {
    const value = context(key)
    return value === undefined ? [] : [[key, value]]
  })
  const tunables = parse({ schema: TunablesSchema, value: Object.fromEntries(given), source: 'CDK context' })
  const known = parse({ schema: CompanySchema, value: company, source: 'campaigns/company.json' })
  const refusal = concurrencyRefusal(tunables) ?? staffRefusal(tunables)
  if (refusal !== undefined) throw new ConfigError(`CDK context: ${refusal}`)
  return { ...tunables, company: known, senderDomain: known.sender.slice(known.sender.lastIndexOf('@') + 1).toLowerCase() }
}

function parse<Schema extends z.ZodType>({
  schema,
  value,
  source,
}: {
  schema: Schema
  value: unknown
  source: string
}): z.infer<Schema> {
  const parsed = schema.safeParse(value)
  if (parsed.success) return parsed.data
  const problems = parsed.error.issues.map(({ path, message }) => `${path.join('.') || '(file)'}: ${message}`)
  throw new ConfigError(`${source}: ${problems.join('; ')}`)
}

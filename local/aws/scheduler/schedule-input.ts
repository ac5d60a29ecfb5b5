/** The input that EventBridge Scheduler accepts: the constraints of its service model (2021-06-30) and its own checks, with its own messages. */
import { z } from 'zod'
import { epochMsOf, type Instant, instantOf, MINUTE_MS } from '#core/time/instant.ts'
import { readAwsInput } from '#local/aws/aws-input.ts'
import { isScheduleZone, parseScheduleExpression, type ScheduleExpression } from '#local/aws/scheduler/schedule-expression.ts'
import { validationException } from '#local/aws/scheduler/scheduler-error.ts'

/** AWS writes the class as `[0-9a-zA-Z-_.]`. */
const NAME_PATTERN = /^[0-9a-zA-Z-_.]+$/
const NameSchema = z.string().min(1).max(64).regex(NAME_PATTERN)
const ClientTokenSchema = z
  .string()
  .min(1)
  .max(64)
  .regex(/^[a-zA-Z0-9-_]+$/)
const RoleArnSchema = z
  .string()
  .min(1)
  .max(1600)
  .regex(/^arn:aws(-[a-z]+)?:iam::\d{12}:role\/[\w+=,.@/-]+$/)
const DeadLetterArnSchema = z
  .string()
  .min(1)
  .max(1600)
  .regex(/^arn:aws(-[a-z]+)?:sqs:[a-z0-9-]+:\d{12}:[a-zA-Z0-9\-_]+$/)

export const TargetSchema = z.object({
  Arn: z.string().min(1).max(1600),
  RoleArn: RoleArnSchema,
  Input: z.string().min(1),
  DeadLetterConfig: z.object({ Arn: DeadLetterArnSchema.optional() }).optional(),
  RetryPolicy: z
    .object({
      MaximumEventAgeInSeconds: z.number().min(60).max(86_400).default(86_400),
      MaximumRetryAttempts: z.number().min(0).max(185).default(185),
    })
    .prefault({}),
})
type ScheduleTarget = z.infer<typeof TargetSchema>

/** A schedule's fields, named as in the API; times are epoch seconds on the wire. */
export const ScheduleDefinitionSchema = z.object({
  Name: NameSchema,
  GroupName: NameSchema.default('default'),
  ScheduleExpression: z.string().min(1).max(256),
  ScheduleExpressionTimezone: z.string().min(1).max(50).default('UTC'),
  StartDate: z.number().optional(),
  Description: z.string().max(512).optional(),
  State: z.enum(['ENABLED', 'DISABLED']).default('ENABLED'),
  Target: TargetSchema,
  FlexibleTimeWindow: z.object({
    Mode: z.enum(['OFF', 'FLEXIBLE']),
    MaximumWindowInMinutes: z.number().min(1).max(1440).optional(),
  }),
  ActionAfterCompletion: z.enum(['NONE', 'DELETE']).default('NONE'),
})
export type ScheduleDefinition = z.infer<typeof ScheduleDefinitionSchema>

/** Strict: a member that this machine would not follow is refused instead of forgotten. */
const ScheduleInputSchema = z.strictObject({
  ...ScheduleDefinitionSchema.shape,
  Target: z.strictObject(TargetSchema.shape),
  ClientToken: ClientTokenSchema.optional(),
})
const GroupInputSchema = z.object({ Name: NameSchema, ClientToken: ClientTokenSchema.optional() })

const read = <T>(schema: z.ZodType<T>, raw: unknown): T => readAwsInput(raw, { schema, refuse: validationException })

export const readGroupInput = (raw: unknown) => read(GroupInputSchema, raw)
export const readName = (raw: unknown) => read(z.object({ Name: NameSchema, GroupName: NameSchema.default('default') }), raw)

/** A request that AWS would accept at `now`. */
export function readScheduleInput(
  raw: unknown,
  now: Instant,
): { definition: ScheduleDefinition; clientToken: string | undefined } {
  const { ClientToken, ...definition } = read(ScheduleInputSchema, raw)
  expressionOf(definition)
  if (!isScheduleZone(definition.ScheduleExpressionTimezone)) {
    throw validationException(`Provided timezone is invalid: ${definition.ScheduleExpressionTimezone}`)
  }
  checkWindow(definition)
  checkStart(definition, now)
  checkTarget(definition.Target)
  return { definition, clientToken: ClientToken }
}

export function expressionOf({ ScheduleExpression }: ScheduleDefinition): ScheduleExpression {
  const expression = parseScheduleExpression(ScheduleExpression)
  if (expression === undefined) throw validationException(`Invalid Schedule Expression ${ScheduleExpression}.`)
  return expression
}

export const instantOfSeconds = (seconds: number | undefined): Instant | undefined =>
  seconds === undefined ? undefined : instantOf(Math.round(seconds * 1000))

function checkWindow({ FlexibleTimeWindow: { Mode, MaximumWindowInMinutes } }: ScheduleDefinition): void {
  if (Mode === 'FLEXIBLE' && MaximumWindowInMinutes === undefined) {
    throw validationException('MaximumWindowInMinutes must be provided when the FlexibleTimeWindow Mode is FLEXIBLE.')
  }
  if (Mode === 'OFF' && MaximumWindowInMinutes !== undefined) {
    throw validationException('MaximumWindowInMinutes must not be provided when the FlexibleTimeWindow Mode is OFF.')
  }
}

const START_GRACE_MS = 5 * MINUTE_MS

function checkStart({ StartDate }: ScheduleDefinition, now: Instant): void {
  const start = instantOfSeconds(StartDate)
  if (start !== undefined && epochMsOf(start) < epochMsOf(now) - START_GRACE_MS) {
    throw validationException('The StartDate you specify cannot be earlier than 5 minutes ago.')
  }
}

const MAX_INPUT_BYTES = 256 * 1024
const ARN_PATTERN = /^arn:aws(-[a-z]+)?:[a-z0-9-]+:[a-z0-9-]*:(\d{12})?:.+$/
const WANTS_JSON = /^arn:aws(-[a-z]+)?:(lambda|states|events):/

function checkTarget({ Arn, Input }: ScheduleTarget): void {
  if (!ARN_PATTERN.test(Arn)) throw validationException(`Provided Arn is not in correct format: ${Arn}`)
  if (Buffer.byteLength(Input) > MAX_INPUT_BYTES) throw validationException('The Target Input cannot be larger than 256 KB.')
  if (WANTS_JSON.test(Arn) && !isJson(Input))
    throw validationException('The Target Input must be well-formed JSON for this target.')
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text)
    return true
  } catch {
    return false
  }
}

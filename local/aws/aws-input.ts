/** Reads a request by its schema and words every broken constraint as AWS does. */
import type { z } from 'zod'
import { type AwsError, serializationException } from '#local/aws/aws-error.ts'

interface AwsInputRules<T> {
  readonly schema: z.ZodType<T>
  /** The error that the service throws for a broken constraint: ValidationException, BadRequestException, … */
  readonly refuse: (message: string) => AwsError
}

/** The request as the schema types it. A member of the wrong JSON type is a serialization error, as in AWS. */
export function readAwsInput<T>(raw: unknown, { schema, refuse }: AwsInputRules<T>): T {
  const result = schema.safeParse(raw, { reportInput: true })
  if (result.success) return result.data
  const wrongType = result.error.issues.find(
    (issue) => issue.code === 'invalid_type' && issue.input !== undefined && issue.input !== null,
  )
  if (wrongType !== undefined) throw serializationException(`Unexpected type at '${memberPath(wrongType.path)}'`)
  const broken = result.error.issues.map(
    (issue) => `Value ${shown(issue.input)} at '${memberPath(issue.path)}' failed to satisfy constraint: ${constraintOf(issue)}`,
  )
  throw refuse(`${broken.length} validation error${broken.length > 1 ? 's' : ''} detected: ${broken.join('; ')}`)
}

function constraintOf(issue: z.core.$ZodIssue): string {
  const measure = 'origin' in issue && (issue.origin === 'string' || issue.origin === 'array') ? 'length' : 'value'
  switch (issue.code) {
    case 'too_small':
      return `Member must have ${measure} greater than or equal to ${issue.minimum}`
    case 'too_big':
      return `Member must have ${measure} less than or equal to ${issue.maximum}`
    case 'invalid_format':
      return `Member must satisfy regular expression pattern: ${withoutSlashes(issue.pattern)}`
    case 'invalid_value':
      return issue.input === undefined ? NOT_NULL : `Member must satisfy enum value set: [${issue.values.join(', ')}]`
    case 'invalid_type':
      return NOT_NULL
    default:
      return issue.message
  }
}

const NOT_NULL = 'Member must not be null'

const withoutSlashes = (pattern: string | undefined): string => (pattern ?? '').replace(/^\//, '').replace(/\/[a-z]*$/, '')

const shown = (value: unknown): string =>
  value === undefined || value === null ? 'null' : `'${typeof value === 'object' ? JSON.stringify(value) : String(value)}'`

/** `Target.RetryPolicy` is `target.retryPolicy` in AWS's messages, and list members are counted from 1. */
const memberPath = (path: readonly PropertyKey[]): string =>
  path.map((part) => (typeof part === 'number' ? `${part + 1}.member` : lowerFirst(String(part)))).join('.')

const lowerFirst = (text: string): string => text.charAt(0).toLowerCase() + text.slice(1)

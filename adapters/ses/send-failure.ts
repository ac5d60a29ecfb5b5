/**
 * What a failed SendEmail means for the mail. The first question is whether SES may have taken it: SES has no idempotency token, so "surely not" may
 * be tried again and "unknown" must not. The second is what the failure is about: this recipient, a passing moment, or the sender.
 */
import { type Parties, senderFaultOf, withoutAddresses } from '#adapters/ses/sender-fault.ts'
import type { DispatchResult } from '#app/ports/sending.ts'

/** Sorts the error of one attempt. An unrecognised error is unknown: better one mail too few than one twice. */
export function mailResultOf(error: unknown, parties?: Parties): DispatchResult {
  if (!(error instanceof Error)) return { unknown: 'no error object' }
  const detail = `${error.name}: ${withoutAddresses(error.message)}`
  const status = statusOf(error)
  if (NO_CREDENTIALS.has(error.name)) return { stopped: 'credentials', detail }
  if (status === undefined) return neverLeft(error) ? { busy: 'transient', detail } : { unknown: detail }
  // SES words both of its quotas as the same exception on some paths: the message tells them apart.
  if (/daily message quota exceeded/i.test(error.message)) return { busy: 'daily-quota', detail }
  if (/maximum sending rate exceeded/i.test(error.message)) return { busy: 'throttled', detail }
  const fault = senderFaultOf({ name: error.name, message: error.message, status }, parties)
  if (fault !== undefined) return { stopped: fault, detail }
  const known = BY_NAME[error.name]
  if (known !== undefined) return known === 'refused' ? { refused: detail } : { busy: known, detail }
  // Not permitted for this recipient alone, or the mail is too large.
  if (status === 401 || status === 403 || status === 413) return { refused: detail }
  // SES refused the request before it processed the mail.
  if (status >= 400 && status < 500) return { busy: 'transient', detail }
  // 503 comes before SES takes the mail; after 500, 502 or 504 SES may have it.
  return status === 503 ? { busy: 'transient', detail } : { unknown: detail }
}

type Sorted = 'refused' | Extract<DispatchResult, { busy: unknown }>['busy']

const BY_NAME: Readonly<Record<string, Sorted>> = {
  TooManyRequestsException: 'throttled',
  ThrottlingException: 'throttled',
  Throttling: 'throttled',
  // The message does not mention the daily quota: it is a passing limit, so no day is lost for it.
  LimitExceededException: 'transient',
  MessageRejected: 'refused',
  BadRequestException: 'refused',
  // The request itself is invalid: trying again changes nothing.
  ValidationException: 'refused',
  SerializationException: 'refused',
  RequestEntityTooLargeException: 'refused',
}

/** The HTTP status, when SES really answered. */
function statusOf(error: Error): number | undefined {
  const metadata: unknown = '$metadata' in error ? error.$metadata : undefined
  if (typeof metadata !== 'object' || metadata === null || !('httpStatusCode' in metadata)) return undefined
  return typeof metadata.httpStatusCode === 'number' ? metadata.httpStatusCode : undefined
}

/** Whether the connection was never made, so that no byte of the request went out. */
function neverLeft(error: Error): boolean {
  if (error instanceof AggregateError) return error.errors.every((each) => each instanceof Error && neverLeft(each))
  const syscall = 'syscall' in error ? error.syscall : undefined
  return (
    syscall === 'connect' ||
    syscall === 'getaddrinfo' ||
    /did not establish a connection|before secure TLS connection was established/.test(error.message)
  )
}

/** Thrown by the SDK before it builds a request. */
const NO_CREDENTIALS = new Set(['CredentialsProviderError', 'TokenProviderError'])

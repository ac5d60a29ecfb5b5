/** The operations on the account's suppression list. */
import { z } from 'zod'
import { epochMsOf, type Instant, instantOf } from '#core/time/instant.ts'
import type { Route } from '#local/aws/rest-json-server.ts'
import { SuppressionReasonSchema } from '#local/aws/ses/configuration-set.ts'
import { parseEmailAddress } from '#local/aws/ses/email-address.ts'
import { badRequest, invalidNextToken, notFound } from '#local/aws/ses/ses-error.ts'
import { readSesInput } from '#local/aws/ses/ses-input.ts'
import type { SesStore } from '#local/aws/ses/ses-store.ts'
import type { Clock } from '#local/clock/movable-clock.ts'

const PutSuppressionSchema = z.object({ EmailAddress: z.string(), Reason: SuppressionReasonSchema })
const ListSuppressionSchema = z.object({
  reasons: z.array(SuppressionReasonSchema),
  pageSize: z.number().min(1).max(1000).default(1000),
})

export function suppressionRoutes({ store, clock }: { readonly store: SesStore; readonly clock: Clock }): readonly Route[] {
  const list = '/v2/email/suppression/addresses'
  const one = `${list}/{EmailAddress}`
  const missing = (address: string) => notFound(`Email address ${address} does not exist on your suppression list.`)
  return [
    {
      operation: 'PutSuppressedDestination',
      method: 'PUT',
      uri: list,
      handle: ({ body }) => {
        const { EmailAddress, Reason } = readSesInput(PutSuppressionSchema, body)
        store.putSuppression({ address: parseEmailAddress(EmailAddress).address, reason: Reason, updated: clock.now() })
        return {}
      },
    },
    {
      operation: 'GetSuppressedDestination',
      method: 'GET',
      uri: one,
      handle: ({ labels: { EmailAddress = '' } }) => {
        const found = store.suppression(EmailAddress)
        if (found === undefined) throw missing(EmailAddress)
        const { message_id: MessageId, feedback_id: FeedbackId } = found
        const Attributes = MessageId === null || FeedbackId === null ? {} : { MessageId, FeedbackId }
        return { SuppressedDestination: { ...suppressionSummary(found), Attributes } }
      },
    },
    {
      operation: 'ListSuppressedDestinations',
      method: 'GET',
      uri: list,
      handle: ({ query }) => {
        const pageSize = query.get('PageSize')
        const input = readSesInput(ListSuppressionSchema, {
          reasons: query.getAll('Reason'),
          ...(pageSize !== null && { pageSize: Number(pageSize) }),
        })
        const found = store.suppressionsAfter({
          after: openToken(query.get('NextToken')),
          reasons: input.reasons.length > 0 ? input.reasons : SuppressionReasonSchema.options,
          from: queryInstant(query, 'StartDate') ?? '',
          until: queryInstant(query, 'EndDate') ?? '9999',
          limit: input.pageSize + 1,
        })
        const page = found.slice(0, input.pageSize)
        const last = found.length > input.pageSize ? page.at(-1) : undefined
        return {
          SuppressedDestinationSummaries: page.map(suppressionSummary),
          ...(last && { NextToken: sealToken(last.address_key) }),
        }
      },
    },
    {
      operation: 'DeleteSuppressedDestination',
      method: 'DELETE',
      uri: one,
      handle: ({ labels: { EmailAddress = '' } }) => {
        if (!store.removeSuppression(EmailAddress)) throw missing(EmailAddress)
        return {}
      },
    },
  ]
}

const suppressionSummary = ({ address, reason, updated }: { address: string; reason: string; updated: Instant }): object => ({
  EmailAddress: address,
  Reason: reason,
  LastUpdateTime: epochMsOf(updated) / 1000,
})

function queryInstant(query: URLSearchParams, name: string): Instant | undefined {
  const given = query.get(name)
  if (given === null) return undefined
  const ms = Date.parse(given)
  if (Number.isNaN(ms)) throw badRequest(`${name} is not a date: ${given}`)
  return instantOf(ms)
}

const TOKEN_PREFIX = 'after:'

const sealToken = (addressKey: string): string => Buffer.from(`${TOKEN_PREFIX}${addressKey}`).toString('base64url')

function openToken(token: string | null): string {
  if (token === null) return ''
  const opened = Buffer.from(token, 'base64url').toString('utf8')
  if (!opened.startsWith(TOKEN_PREFIX)) throw invalidNextToken('The specified NextToken is invalid.')
  return opened.slice(TOKEN_PREFIX.length)
}

/** The operations of SES v2 that this system uses: sending, the account, identities, configuration sets, the suppression list. */
import { z } from 'zod'
import { epochMsOf, type Instant, instantOf } from '#core/time/instant.ts'
import { readAwsInput } from '#local/aws/aws-input.ts'
import type { OperationCall, Route } from '#local/aws/rest-json-server.ts'
import { parseEmailAddress } from '#local/aws/ses/email-address.ts'
import { type SendEmailParts, sendEmail } from '#local/aws/ses/send-email.ts'
import type { SesQuota } from '#local/aws/ses/send-quota.ts'
import { alreadyExists, badRequest, invalidNextToken, limitExceeded, notFound } from '#local/aws/ses/ses-error.ts'
import {
  type ConfigurationSet,
  ConfigurationSetSchema,
  EventDestinationSchema,
  type SesStore,
  SuppressionReasonSchema,
} from '#local/aws/ses/ses-store.ts'
import type { Clock } from '#local/clock/movable-clock.ts'

export interface SesApiParts extends SendEmailParts {
  readonly clock: Clock
  readonly limits: SesQuota
}

export function sesRoutes(parts: SesApiParts): readonly Route[] {
  return [...accountRoutes(parts), ...identityRoutes(parts), ...configurationSetRoutes(parts), ...suppressionRoutes(parts)]
}

const read = <T>(schema: z.ZodType<T>, raw: unknown): T => readAwsInput(raw, { schema, refuse: badRequest })

function accountRoutes(parts: SesApiParts): readonly Route[] {
  const { clock, limits, quota } = parts
  return [
    {
      operation: 'SendEmail',
      method: 'POST',
      uri: '/v2/email/outbound-emails',
      handle: ({ body }) => sendEmail(body, { now: clock.now(), parts }),
    },
    {
      operation: 'GetAccount',
      method: 'GET',
      uri: '/v2/email/account',
      handle: () => ({
        DedicatedIpAutoWarmupEnabled: false,
        EnforcementStatus: 'HEALTHY',
        ProductionAccessEnabled: parts.productionAccess,
        SendingEnabled: parts.sendingEnabled,
        SendQuota: {
          Max24HourSend: limits.max24HourSend,
          MaxSendRate: limits.maxSendRate,
          SentLast24Hours: quota.sentLast24Hours(clock.now()),
        },
        SuppressionAttributes: { SuppressedReasons: parts.suppressedReasons },
      }),
    },
  ]
}

const IdentityInputSchema = z.object({ EmailIdentity: z.string().min(1), ConfigurationSetName: z.string().optional() })

/** There is no DNS and no inbox to prove anything here, so what is created is verified. */
function identityRoutes({ store }: SesApiParts): readonly Route[] {
  const typeOf = (name: string): string => (name.includes('@') ? 'EMAIL_ADDRESS' : 'DOMAIN')
  const dkim = { SigningEnabled: true, Status: 'SUCCESS', SigningAttributesOrigin: 'AWS_SES', Tokens: [] }
  return [
    {
      operation: 'CreateEmailIdentity',
      method: 'POST',
      uri: '/v2/email/identities',
      handle: ({ body }) => {
        const { EmailIdentity, ConfigurationSetName } = read(IdentityInputSchema, body)
        parseEmailAddress(EmailIdentity.includes('@') ? EmailIdentity : `postmaster@${EmailIdentity}`)
        if (store.identity(EmailIdentity)) throw alreadyExists(`Email identity ${EmailIdentity} already exist.`)
        if (ConfigurationSetName !== undefined) requireSet(store, ConfigurationSetName)
        store.putIdentity(EmailIdentity, ConfigurationSetName ?? null)
        return { IdentityType: typeOf(EmailIdentity), VerifiedForSendingStatus: true, DkimAttributes: dkim }
      },
    },
    {
      operation: 'GetEmailIdentity',
      method: 'GET',
      uri: '/v2/email/identities/{EmailIdentity}',
      handle: ({ labels: { EmailIdentity = '' } }) => {
        const identity = store.identity(EmailIdentity)
        if (identity === undefined) throw notFound(`Email identity ${EmailIdentity} does not exist.`)
        return {
          IdentityType: typeOf(identity.name),
          FeedbackForwardingStatus: true,
          VerifiedForSendingStatus: true,
          VerificationStatus: 'SUCCESS',
          DkimAttributes: dkim,
          Policies: {},
          Tags: [],
          ...(identity.configuration_set !== null && { ConfigurationSetName: identity.configuration_set }),
        }
      },
    },
  ]
}

const MAX_DESTINATIONS = 10
const DESTINATION_KINDS = [
  'EventBridgeDestination',
  'SnsDestination',
  'KinesisFirehoseDestination',
  'CloudWatchDestination',
  'PinpointDestination',
]
const DestinationInputSchema = z.object({ EventDestinationName: z.string(), EventDestination: EventDestinationSchema })

function configurationSetRoutes({ store, place }: SesApiParts): readonly Route[] {
  const sets = '/v2/email/configuration-sets'
  const one = `${sets}/{ConfigurationSetName}`
  const named = ({ labels: { ConfigurationSetName = '' } }: OperationCall): ConfigurationSet =>
    requireSet(store, ConfigurationSetName)
  return [
    {
      operation: 'CreateConfigurationSet',
      method: 'POST',
      uri: sets,
      handle: ({ body }) => {
        const definition = read(ConfigurationSetSchema, body)
        checkName('configuration set', definition.ConfigurationSetName)
        if (store.configurationSet(definition.ConfigurationSetName)) {
          throw alreadyExists(`Configuration set <${definition.ConfigurationSetName}> already exists.`)
        }
        store.putConfigurationSet(definition)
        return {}
      },
    },
    {
      operation: 'GetConfigurationSet',
      method: 'GET',
      uri: one,
      handle: (call) => ({
        Tags: [],
        SendingOptions: { SendingEnabled: true },
        ReputationOptions: { ReputationMetricsEnabled: false },
        ...named(call),
      }),
    },
    {
      operation: 'DeleteConfigurationSet',
      method: 'DELETE',
      uri: one,
      handle: (call) => {
        store.removeConfigurationSet(named(call).ConfigurationSetName)
        return {}
      },
    },
    {
      operation: 'CreateConfigurationSetEventDestination',
      method: 'POST',
      uri: `${one}/event-destinations`,
      handle: (call) => {
        const { ConfigurationSetName } = named(call)
        const { EventDestinationName, EventDestination } = read(DestinationInputSchema, call.body)
        checkName('event destination', EventDestinationName)
        const kinds = DESTINATION_KINDS.filter((kind) => EventDestination[kind] !== undefined)
        if (kinds.length !== 1) throw badRequest('Exactly one destination must be specified.')
        const bus = `arn:aws:events:${place.region}:${place.accountId}:event-bus/default`
        const asked = EventDestination.EventBridgeDestination?.EventBusArn
        if (asked !== undefined && asked !== bus) throw badRequest(`Only the default event bus is supported: ${bus}`)
        const present = store.eventDestinations(ConfigurationSetName)
        if (present.some(({ name }) => name === EventDestinationName))
          throw alreadyExists(`Event destination <${EventDestinationName}> already exists.`)
        if (present.length >= MAX_DESTINATIONS)
          throw limitExceeded(`A configuration set can have at most ${MAX_DESTINATIONS} event destinations.`)
        store.putEventDestination(ConfigurationSetName, EventDestinationName, EventDestination)
        return {}
      },
    },
    {
      operation: 'GetConfigurationSetEventDestinations',
      method: 'GET',
      uri: `${one}/event-destinations`,
      handle: (call) => ({
        EventDestinations: store
          .eventDestinations(named(call).ConfigurationSetName)
          .map(({ name, definition }) => ({ Name: name, ...definition })),
      }),
    },
    {
      operation: 'DeleteConfigurationSetEventDestination',
      method: 'DELETE',
      uri: `${one}/event-destinations/{EventDestinationName}`,
      handle: (call) => {
        const name = call.labels.EventDestinationName ?? ''
        if (!store.removeEventDestination(named(call).ConfigurationSetName, name))
          throw notFound(`Event destination <${name}> does not exist.`)
        return {}
      },
    },
  ]
}

function requireSet(store: SesStore, name: string): ConfigurationSet {
  const found = store.configurationSet(name)
  if (found === undefined) throw notFound(`Configuration set <${name}> does not exist.`)
  return found
}

function checkName(what: string, name: string): void {
  if (!/^[A-Za-z0-9_-]{1,64}$/.test(name)) {
    throw badRequest(
      `Invalid ${what} name <${name}>: only alphanumeric ASCII characters, '_', and '-' are allowed, at most 64 of them.`,
    )
  }
}

const PutSuppressionSchema = z.object({ EmailAddress: z.string(), Reason: SuppressionReasonSchema })
const ListSuppressionSchema = z.object({
  reasons: z.array(SuppressionReasonSchema),
  pageSize: z.number().min(1).max(1000).default(1000),
})

function suppressionRoutes({ store, clock }: SesApiParts): readonly Route[] {
  const list = '/v2/email/suppression/addresses'
  const one = `${list}/{EmailAddress}`
  const missing = (address: string) => notFound(`Email address ${address} does not exist on your suppression list.`)
  return [
    {
      operation: 'PutSuppressedDestination',
      method: 'PUT',
      uri: list,
      handle: ({ body }) => {
        const { EmailAddress, Reason } = read(PutSuppressionSchema, body)
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
        const input = read(ListSuppressionSchema, {
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

/** The operations on configuration sets and on their event destinations. */
import { z } from 'zod'
import type { AwsPlace } from '#local/aws/aws-place.ts'
import type { OperationCall, Route } from '#local/aws/rest-json-server.ts'
import { type ConfigurationSet, ConfigurationSetSchema, EventDestinationSchema } from '#local/aws/ses/configuration-set.ts'
import { alreadyExists, badRequest, limitExceeded, notFound } from '#local/aws/ses/ses-error.ts'
import { readSesInput } from '#local/aws/ses/ses-input.ts'
import type { SesStore } from '#local/aws/ses/ses-store.ts'

const MAX_DESTINATIONS = 10
const DESTINATION_KINDS = [
  'EventBridgeDestination',
  'SnsDestination',
  'KinesisFirehoseDestination',
  'CloudWatchDestination',
  'PinpointDestination',
]
const DestinationInputSchema = z.object({ EventDestinationName: z.string(), EventDestination: EventDestinationSchema })

export function configurationSetRoutes({
  store,
  place,
}: {
  readonly store: SesStore
  readonly place: AwsPlace
}): readonly Route[] {
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
        const definition = readSesInput(ConfigurationSetSchema, body)
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
        const { EventDestinationName, EventDestination } = readSesInput(DestinationInputSchema, call.body)
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
  ]
}

export function requireSet(store: SesStore, name: string): ConfigurationSet {
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

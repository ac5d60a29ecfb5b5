/** What SES stores of a configuration set and its event destinations, and the reasons for which it suppresses addresses. */
import { z } from 'zod'

export const SuppressionReasonSchema = z.enum(['BOUNCE', 'COMPLAINT'])
export type SuppressionReason = z.infer<typeof SuppressionReasonSchema>

/** Loose: options that only AWS acts on are kept and returned. */
export const ConfigurationSetSchema = z.looseObject({
  ConfigurationSetName: z.string(),
  SendingOptions: z.object({ SendingEnabled: z.boolean().default(true) }).optional(),
  SuppressionOptions: z.object({ SuppressedReasons: z.array(SuppressionReasonSchema).optional() }).optional(),
})
export type ConfigurationSet = z.infer<typeof ConfigurationSetSchema>

const EVENT_TYPES = [
  'SEND',
  'REJECT',
  'BOUNCE',
  'COMPLAINT',
  'DELIVERY',
  'OPEN',
  'CLICK',
  'RENDERING_FAILURE',
  'DELIVERY_DELAY',
  'SUBSCRIPTION',
] as const

export const EventDestinationSchema = z.looseObject({
  Enabled: z.boolean().default(false),
  MatchingEventTypes: z.array(z.enum(EVENT_TYPES)).min(1),
  EventBridgeDestination: z.object({ EventBusArn: z.string() }).optional(),
})
export type EventDestination = z.infer<typeof EventDestinationSchema>

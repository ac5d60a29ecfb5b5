/** What AWS asks for, in one place: us-east-1 list prices in USD, free tiers left out, as read in 2026. Other Regions differ by some 10 to 30 %. */
export const LIST_PRICES = {
  /** https://aws.amazon.com/dynamodb/pricing/on-demand/, read 2026-07. A write unit is 1 KB; a read unit 4 KB read consistently, 8 KB eventually. */
  writeUnit: 0.625 / 1e6,
  readUnit: 0.125 / 1e6,
  /** https://aws.amazon.com/sqs/pricing/, standard queues, read 2026-07. A request carries ten messages, up to 64 KB. */
  queueRequest: 0.4 / 1e6,
  /** https://aws.amazon.com/eventbridge/pricing/, Scheduler, read 2026-07. Events of AWS services on the default bus cost nothing. */
  scheduleRing: 1 / 1e6,
  /** https://aws.amazon.com/lambda/pricing/, arm64, read 2026-07. */
  lambdaRequest: 0.2 / 1e6,
  lambdaGigabyteSecond: 0.0000133334,
  /** https://aws.amazon.com/cloudwatch/pricing/, ingestion, read 2026-07. */
  logGigabyte: 0.5,
  /** https://aws.amazon.com/ses/pricing/, read 2026-07-22: à la carte; new accounts begin on Essentials at 0.16 / 1,000, of which our share is smaller. */
  mail: 0.1 / 1e3,
} as const

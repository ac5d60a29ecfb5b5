/** Names under which the functions report what a person must look at; alarms watch the same names. */

export const METRICS = {
  namespace: 'ThamHoi',
  /** The dimension `service` that the metrics library adds to every metric. */
  service: 'tham-hoi',
} as const

/** How often a customer wants to hear from us: a cap of the customer's own, beside the company's and the law's. */
import type { FrequencyCap } from '#core/campaign/company.ts'

/** any: as it comes; weekly, monthly: at most one touch in seven, in thirty days. */
export const FREQUENCIES = ['any', 'weekly', 'monthly'] as const
export type Frequency = (typeof FREQUENCIES)[number]

const CAPS: Readonly<Record<Frequency, readonly FrequencyCap[]>> = {
  any: [],
  weekly: [{ max: 1, hours: 7 * 24 }],
  monthly: [{ max: 1, hours: 30 * 24 }],
}

export const capsOfFrequency = (frequency: Frequency): readonly FrequencyCap[] => CAPS[frequency]

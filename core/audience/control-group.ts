/**
 * The control group of all care: customers whom no campaign contacts, so that what care as a whole achieves can be told. It stands beside the holdout of
 * each campaign and is drawn independently of it. Another salt draws another group: the company changes it to let these customers back in.
 */
import { isAmongPercent } from '#core/customer/stable-hash.ts'

export const isInControlGroup = ({
  customerId,
  percent,
  salt,
}: {
  readonly customerId: string
  readonly percent: number
  readonly salt: string
}): boolean => isAmongPercent(`control-group|${salt.length}|${salt}|${customerId}`, percent)

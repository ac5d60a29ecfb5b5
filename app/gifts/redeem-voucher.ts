/** A voucher at the till: what it is worth today, and its one redemption. */
import type { Events } from '#app/events.ts'
import type { VoucherStore } from '#app/ports/money.ts'
import { type Voucher, type VoucherStanding, voucherStanding } from '#core/budget/voucher.ts'
import { tidyVoucherCode } from '#core/budget/voucher-code.ts'
import { type TooLong, tooLong } from '#core/campaign/staff-text.ts'
import type { Instant } from '#core/time/instant.ts'
import { localDateAt } from '#core/time/zone.ts'

export type VoucherCheck = { readonly standing: 'unknown' } | { readonly standing: VoucherStanding; readonly voucher: Voucher }
export type Redemption = { readonly redeemed: Voucher } | { readonly refused: VoucherCheck } | { readonly tooLong: TooLong }

interface LookingPorts {
  readonly vouchers: Pick<VoucherStore, 'get'>
  /** The company's zone: where its days begin and end. */
  readonly zone: string
}

export async function checkVoucher(
  { vouchers, zone }: LookingPorts,
  { code, now }: { code: string; now: Instant },
): Promise<VoucherCheck> {
  const voucher = await vouchers.get(tidyVoucherCode(code))
  return voucher ? { standing: voucherStanding({ voucher, today: localDateAt(now, zone) }), voucher } : { standing: 'unknown' }
}

export async function redeemVoucher(
  ports: LookingPorts & { readonly vouchers: Pick<VoucherStore, 'redeem'>; readonly events: Events },
  { code, by, now }: { code: string; by: string; now: Instant },
): Promise<Redemption> {
  const unfit = tooLong({ by })
  if (unfit) return { tooLong: unfit }
  const check = await checkVoucher(ports, { code, now })
  if (check.standing !== 'usable') return { refused: check }
  const written = await ports.vouchers.redeem({ code: check.voucher.code, at: now, by })
  if (written === 'lost') {
    const found = await checkVoucher(ports, { code, now })
    // Either another till redeemed the voucher between this read and this write, or this write succeeded and only its answer was lost.
    const ours = found.standing === 'redeemed' && found.voucher.redeemedAt === now && found.voucher.redeemedBy === by
    if (!ours) return { refused: found }
  }
  ports.events.voucherRedeemed({ campaignId: check.voucher.campaignId, customerId: check.voucher.customerId })
  return { redeemed: { ...check.voucher, redeemedAt: now, redeemedBy: by } }
}

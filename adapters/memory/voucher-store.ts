/** Vouchers in memory. */
import { frozen } from '#adapters/frozen.ts'
import type { VoucherStore } from '#app/ports/money.ts'
import type { Voucher } from '#core/budget/voucher.ts'
import { isWithin } from '#core/time/instant.ts'

export function memoryVoucherStore(): VoucherStore {
  const vouchers = new Map<string, Voucher>()
  return {
    issue: async (voucher) => {
      const stored = vouchers.get(voucher.code)
      if (stored) return stored
      vouchers.set(voucher.code, frozen(voucher))
      return voucher
    },
    get: async (code) => vouchers.get(code),
    getMany: async (codes) => [...new Set(codes)].flatMap((code) => vouchers.get(code) ?? []),
    redeem: async ({ code, at, by }) => {
      const voucher = vouchers.get(code)
      if (voucher === undefined || voucher.redeemedAt !== null) return 'lost'
      vouchers.set(code, frozen({ ...voucher, redeemedAt: at, redeemedBy: by }))
      return 'written'
    },
    redeemedDuring: async function* (span) {
      const found = [...vouchers.values()].filter(({ redeemedAt }) => redeemedAt !== null && isWithin(redeemedAt, span))
      if (found.length > 0) yield found
    },
    rename: async ({ code, as }) => {
      const voucher = vouchers.get(code)
      if (voucher) vouchers.set(code, frozen({ ...voucher, customerId: as }))
    },
  }
}

/** Vouchers in DynamoDB, by code: issued once, redeemed once. */
import { absent, both, present } from '#adapters/dynamo/conditions.ts'
import { REDEEMED_VOUCHERS, rowsOfDays, utcDay } from '#adapters/dynamo/filled-days.ts'
import { getRow, getRows } from '#adapters/dynamo/read-rows.ts'
import { type DynamoTable, type Row, readAs } from '#adapters/dynamo/rows.ts'
import { putRow, updateRow } from '#adapters/dynamo/write-rows.ts'
import type { VoucherStore } from '#app/ports/money.ts'
import { type Voucher, VoucherSchema } from '#core/budget/voucher.ts'
import { isWithin } from '#core/time/instant.ts'

export function dynamoVoucherStore(table: DynamoTable): VoucherStore {
  const get = async (code: string) => {
    const row = await getRow(table, { code })
    return row && voucherOf(row)
  }
  return {
    get,
    getMany: async (codes) =>
      codes.length === 0
        ? []
        : (
            await getRows(
              table,
              codes.map((code) => ({ code })),
            )
          ).map(voucherOf),
    issue: async (voucher) => {
      if ((await putRow(table, rowOf(voucher), absent('code'))) === 'written') return voucher
      const stored = await get(voucher.code)
      if (stored === undefined) throw new Error('a voucher was there and is gone: vouchers are never deleted')
      return stored
    },
    redeem: ({ code, at, by }) =>
      updateRow(table, {
        key: { code },
        set: { redeemedAt: at, redeemedBy: by, redeemedDay: utcDay(at) },
        condition: both(present('code'), absent('redeemedAt')),
      }),
    redeemedDuring: async function* (span) {
      for await (const rows of rowsOfDays(table, { ...REDEEMED_VOUCHERS, span })) {
        const redeemed = rows.map(voucherOf).filter(({ redeemedAt }) => redeemedAt !== null && isWithin(redeemedAt, span))
        if (redeemed.length > 0) yield redeemed
      }
    },
    rename: async ({ code, as }) => {
      await updateRow(table, { key: { code }, set: { customerId: as }, condition: present('code') })
    },
  }
}

/** An unredeemed voucher has no such attributes, so that redeeming is one condition. */
const rowOf = (voucher: Voucher): Row => ({
  ...voucher,
  redeemedAt: voucher.redeemedAt ?? undefined,
  redeemedBy: voucher.redeemedBy ?? undefined,
  redeemedDay: voucher.redeemedAt === null ? undefined : utcDay(voucher.redeemedAt),
})

const voucherOf = (row: Row): Voucher => readAs(VoucherSchema, { redeemedAt: null, redeemedBy: null, ...row }, 'a voucher')

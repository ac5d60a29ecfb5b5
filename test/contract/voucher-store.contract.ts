/** What every store of vouchers must do. */
import { describe, expect, test } from 'vitest'
import type { VoucherStore } from '#app/ports/money.ts'
import { allPages } from '#test/support/all-pages.ts'
import { AN_INSTANT, storedVoucher } from '#test/support/store-builders.ts'
import { tamper } from '#test/support/tamper.ts'

const { code } = storedVoucher()

export function voucherStoreContract(fresh: () => Promise<VoucherStore>): void {
  describe('a store of vouchers', () => {
    test('issuing again answers the voucher that is there', async () => {
      const store = await fresh()
      expect(await store.get(code)).toBeUndefined()
      expect(await store.issue(storedVoucher())).toEqual(storedVoucher())
      expect(await store.issue(storedVoucher({ issuedAt: '2027-02-07T00:00:00.000Z', validTo: '2027-12-31' }))).toEqual(
        storedVoucher(),
      )
      expect(await store.get(code)).toEqual(storedVoucher())
    })

    test('several are read together: those that exist, each once', async () => {
      const store = await fresh()
      const others = Array.from({ length: 120 }, (_, nth) => storedVoucher({ code: `CODE-${nth}` }))
      for (const voucher of others) await store.issue(voucher)
      const found = await store.getMany([...others.map((voucher) => voucher.code), 'CODE-1', 'NONE'])
      expect(found.toSorted((a, b) => Number(a.code.slice(5)) - Number(b.code.slice(5)))).toEqual(others)
      expect(await store.getMany([])).toEqual([])
    })

    test('all who issue the same code at once are answered the same voucher', async () => {
      const store = await fresh()
      const issued = await Promise.all(
        [1, 2, 3].map((amount) => store.issue(storedVoucher({ value: { amount, currency: 'VND' } }))),
      )
      expect(issued[1]).toEqual(issued[0])
      expect(issued[2]).toEqual(issued[0])
      expect(await store.get(code)).toEqual(issued[0])
    })

    test('is redeemed once, by the first who asks', async () => {
      const store = await fresh()
      expect(await store.redeem({ code, at: AN_INSTANT, by: 'quầy 1' })).toBe('lost')
      expect(await store.get(code)).toBeUndefined()
      await store.issue(storedVoucher())
      const tills = ['quầy 1', 'quầy 2', 'quầy 3']
      const results = await Promise.all(tills.map((by) => store.redeem({ code, at: AN_INSTANT, by })))
      expect(results.toSorted()).toEqual(['lost', 'lost', 'written'])
      const redeemed = storedVoucher({ redeemedAt: AN_INSTANT, redeemedBy: tills[results.indexOf('written')] ?? null })
      expect(await store.get(code)).toEqual(redeemed)
      expect(await store.issue(storedVoucher())).toEqual(redeemed)
    })

    test('those redeemed in a span are found, the first and the last instant included', async () => {
      const store = await fresh()
      const at = [
        '2027-02-05T16:59:59.999Z',
        '2027-02-05T17:00:00.000Z',
        '2027-02-06T02:00:00.000Z',
        '2027-02-06T16:59:59.999Z',
        '2027-02-06T17:00:00.000Z',
      ]
      for (const [nth, instant] of at.entries()) {
        await store.issue(storedVoucher({ code: `CODE-${nth}` }))
        expect(await store.redeem({ code: `CODE-${nth}`, at: instant, by: 'quầy 1' })).toBe('written')
      }
      await store.issue(storedVoucher({ code: 'UNUSED' }))
      const found = async (from: string, to: string) =>
        (await allPages(store.redeemedDuring({ from, to }))).map((voucher) => voucher.code).toSorted()
      expect(await found(at[1] ?? '', at[3] ?? '')).toEqual(['CODE-1', 'CODE-2', 'CODE-3'])
      expect(await found('2027-02-01T00:00:00.000Z', '2027-02-28T00:00:00.000Z')).toHaveLength(5)
      expect(await found('2027-02-07T00:00:00.000Z', '2027-02-09T00:00:00.000Z')).toEqual([])
      const [voucher] = await allPages(store.redeemedDuring({ from: at[2] ?? '', to: at[2] ?? '' }))
      expect(voucher).toEqual(storedVoucher({ code: 'CODE-2', redeemedAt: at[2] ?? null, redeemedBy: 'quầy 1' }))
    })

    test('nothing that a caller does to a value changes what is stored', async () => {
      const store = await fresh()
      const voucher = storedVoucher()
      const issued = await store.issue(voucher)
      tamper([voucher, issued, await store.get(code)])
      expect(await store.get(code)).toEqual(storedVoucher())
    })
  })
}

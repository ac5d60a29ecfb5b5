/** What every log of consents must do. */
import { describe, expect, test } from 'vitest'
import type { ConsentLog } from '#app/ports/consent.ts'
import { allPages } from '#test/support/all-pages.ts'
import { aConsentRecord } from '#test/support/store-builders.ts'
import { tamper } from '#test/support/tamper.ts'

export function consentLogContract(fresh: () => Promise<ConsentLog>): void {
  describe('a log of consents', () => {
    test('keeps every record of a customer', async () => {
      const log = await fresh()
      expect(await log.ofCustomer('c-001')).toEqual([])
      const withdrawn = aConsentRecord({ recordId: 'one-click-1', decision: 'withdrawn', purpose: 'survey' })
      await log.append(withdrawn)
      await log.append(aConsentRecord())
      await log.append(aConsentRecord({ customerId: 'c-002' }))
      expect(await log.ofCustomer('c-001')).toEqual([aConsentRecord(), withdrawn])
    })

    test('the same record id again changes nothing, whatever it says', async () => {
      const log = await fresh()
      await log.append(aConsentRecord())
      await log.append(aConsentRecord({ decision: 'withdrawn' }))
      expect(await log.ofCustomer('c-001')).toEqual([aConsentRecord()])
    })

    test('a long history is read to the end', async () => {
      const log = await fresh()
      const evidence = 'bằng chứng '.repeat(2_000)
      const ids = Array.from({ length: 60 }, (_, n) => `r-${n}`)
      for (const recordId of ids) await log.append(aConsentRecord({ recordId, evidence }))
      expect((await log.ofCustomer('c-001')).map(({ recordId }) => recordId).sort()).toEqual([...ids].sort())
      expect(await allPages(log.pagesOfCustomer('c-001'))).toEqual(await log.ofCustomer('c-001'))
      expect(await allPages(log.pagesOfCustomer('c-404'))).toEqual([])
    })

    test('nothing that a caller does to a value changes what is stored', async () => {
      const log = await fresh()
      const record = aConsentRecord()
      await log.append(record)
      tamper([record, await log.ofCustomer('c-001')])
      expect(await log.ofCustomer('c-001')).toEqual([aConsentRecord()])
    })
  })
}

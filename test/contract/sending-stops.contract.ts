/** What every record of a stop must do. */
import { describe, expect, test } from 'vitest'
import type { SendingStops } from '#app/ports/sending.ts'
import { probing, SENDER_FAULTS, stopped } from '#core/planning/sending-stop.ts'
import { AN_INSTANT } from '#test/support/store-builders.ts'

export function sendingStopsContract(fresh: () => Promise<SendingStops>): void {
  describe('the record of a stop', () => {
    test('says that mails may go until something is written', async () => {
      expect(await (await fresh()).current()).toEqual({ stop: null, version: 0 })
    })

    test.each(SENDER_FAULTS)('keeps a stop for %s as it was written, under way and over', async (fault) => {
      const stops = await fresh()
      const stop = stopped(fault, AN_INSTANT)
      const tried = probing(stop, stop.probeAt)
      for (const [version, next] of [stop, tried, null].entries()) {
        expect(await stops.put({ stop: next, version: version + 1 })).toBe('written')
        expect(await stops.current()).toEqual({ stop: next, version: version + 1 })
      }
    })

    test('keeps a doubt until the next record leaves it out', async () => {
      const stops = await fresh()
      expect(await stops.put({ stop: null, doubtedAt: AN_INSTANT, version: 1 })).toBe('written')
      expect(await stops.current()).toEqual({ stop: null, doubtedAt: AN_INSTANT, version: 1 })
      expect(await stops.put({ stop: stopped('unreachable', AN_INSTANT), version: 2 })).toBe('written')
      expect((await stops.current()).doubtedAt).toBeUndefined()
    })

    test('of many senders that meet the fault at one moment one writes it', async () => {
      const stops = await fresh()
      const stop = stopped('sending-paused', AN_INSTANT)
      const written = await Promise.all(Array.from({ length: 10 }, () => stops.put({ stop, version: 1 })))
      expect(written.filter((one) => one === 'written')).toHaveLength(1)
      expect(await stops.put({ stop: null, version: 1 })).toBe('lost')
      expect(await stops.put({ stop: null, version: 3 })).toBe('lost')
      expect(await stops.put({ stop: null, version: 0 })).toBe('lost')
      expect(await stops.current()).toEqual({ stop, version: 1 })
    })
  })
}

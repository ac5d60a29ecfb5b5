/** What every do-not-call list must do. */
import { describe, expect, test } from 'vitest'
import type { DoNotCallList } from '#app/ports/consent.ts'

const AT = '2027-02-01T02:00:00.000Z'
const keys = (...names: readonly string[]) => new Set(names.map((name) => `phone:${name}`))

export function doNotCallListContract(fresh: () => Promise<DoNotCallList>): void {
  describe('a do-not-call list', () => {
    test('is not there before the first one came in, which is not the same as empty', async () => {
      const list = await fresh()
      expect(await list.inForce()).toBeUndefined()
      expect(await list.among(['phone:1'])).toEqual(new Set())
      expect(await list.replace({ asOf: '2027-02-01', contactKeys: new Set(), at: AT })).toBe('replaced')
      expect(await list.inForce()).toEqual({ asOf: '2027-02-01', count: 0 })
    })

    test('tells which of the numbers are on it', async () => {
      const list = await fresh()
      expect(await list.replace({ asOf: '2027-02-01', contactKeys: keys('1', '2'), at: AT })).toBe('replaced')
      expect(await list.inForce()).toEqual({ asOf: '2027-02-01', count: 2 })
      expect(await list.among([])).toEqual(new Set())
      expect(await list.among(['phone:1', 'phone:3', 'phone:1', 'email:2'])).toEqual(keys('1'))
    })

    test('is replaced as a whole by a newer one: numbers that are no longer on it are free', async () => {
      const list = await fresh()
      await list.replace({ asOf: '2027-02-01', contactKeys: keys('1', '2'), at: AT })
      expect(await list.replace({ asOf: '2027-02-08', contactKeys: keys('2', '3'), at: AT })).toBe('replaced')
      expect(await list.inForce()).toEqual({ asOf: '2027-02-08', count: 2 })
      expect(await list.among(['phone:1', 'phone:2', 'phone:3'])).toEqual(keys('2', '3'))
    })

    test('the same list of the same day changes nothing; of a later day it moves the day; a corrected one of the same day replaces it', async () => {
      const list = await fresh()
      await list.replace({ asOf: '2027-02-01', contactKeys: keys('1', '2'), at: AT })
      expect(await list.replace({ asOf: '2027-02-01', contactKeys: keys('2', '1'), at: AT })).toBe('unchanged')
      expect(await list.replace({ asOf: '2027-02-05', contactKeys: keys('1', '2'), at: AT })).toBe('replaced')
      expect(await list.inForce()).toEqual({ asOf: '2027-02-05', count: 2 })
      expect(await list.among(['phone:1', 'phone:2', 'phone:3'])).toEqual(keys('1', '2'))
      expect(await list.replace({ asOf: '2027-02-05', contactKeys: keys('1'), at: AT })).toBe('replaced')
      expect(await list.among(['phone:1', 'phone:2'])).toEqual(keys('1'))
    })

    test('an older one than that in force is refused', async () => {
      const list = await fresh()
      await list.replace({ asOf: '2027-02-08', contactKeys: keys('1'), at: AT })
      expect(await list.replace({ asOf: '2027-02-07', contactKeys: keys('2'), at: AT })).toBe('older')
      expect(await list.inForce()).toEqual({ asOf: '2027-02-08', count: 1 })
      expect(await list.among(['phone:1', 'phone:2'])).toEqual(keys('1'))
    })

    test('looks up any number of numbers, and keeps its own copy', async () => {
      const list = await fresh()
      const names = Array.from({ length: 201 }, (_, n) => `n${n}`)
      const contactKeys = keys(...names)
      await list.replace({ asOf: '2027-02-01', contactKeys, at: AT })
      const all = [...contactKeys]
      contactKeys.clear()
      for (const count of [0, 1, 25, 26, 100, 101, 201])
        expect(await list.among([...all.slice(0, count), 'phone:free'])).toEqual(new Set(all.slice(0, count)))
    })
  })
}

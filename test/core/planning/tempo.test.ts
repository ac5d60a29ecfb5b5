import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { FULL_TEMPO, shareAt, slowed, type Tempo } from '#core/planning/tempo.ts'

const NOW = Date.parse('2027-03-10T02:00:00.000Z')
const ONE_OF_MANY = 0.01
const refusedAt = (tempo: Tempo, at: number, refused = ONE_OF_MANY) => slowed(tempo, { at, refused })

describe('the tempo after a refusal', () => {
  const once = slowed(FULL_TEMPO, { at: NOW, refused: 0 })

  test('is full as long as nobody was refused', () => {
    expect(shareAt(FULL_TEMPO, NOW)).toBe(1)
    expect(shareAt(FULL_TEMPO, 0)).toBe(1)
  })

  test.each([
    ['at once', 0, 0.8],
    ['after 5 s', 5_000, 1 - (0.2 * 8) / 27],
    ['after 10 s', 10_000, 1 - 0.2 / 27],
    ['after 15 s', 15_000, 1],
    ['after an hour', 3_600_000, 1],
    ['on a clock that is behind', -5_000, 0.8],
  ])('%s', (_, later, share) => {
    expect(shareAt(once, NOW + later)).toBeCloseTo(share, 10)
  })

  test.each([
    ['this one only: the share itself was about right', 0, 1],
    ['a fifth: four fifths of the share were', 0.2, 0.8],
    ['nearly all: not more than three eighths less is believed at once', 0.9, 0.625],
    ['more than were sent in that second, because the answers came late', 1.5, 0.625],
  ])('of the last second is refused %s', (_, refused, ceiling) => {
    const { ceiling: found, since } = slowed(FULL_TEMPO, { at: NOW, refused })
    expect(found).toBeCloseTo(ceiling, 10)
    expect(since).toBe(NOW)
    expect(shareAt({ ceiling: found, since }, NOW)).toBeCloseTo(0.8 * ceiling, 10)
  })

  test('refusals of one moment count once, later ones again', () => {
    expect(refusedAt(once, NOW + 999)).toBe(once)
    expect(refusedAt(once, NOW - 5_000)).toBe(once)
    expect(refusedAt(once, NOW + 1_000).since).toBe(NOW + 1_000)
  })

  test('refused for ever, a twentieth is still tried', () => {
    let tempo: Tempo = FULL_TEMPO
    for (let second = 0; second < 100; second++) tempo = refusedAt(tempo, NOW + second * 1_000, 1)
    expect(shareAt(tempo, tempo.since)).toBeCloseTo(0.05, 10)
  })

  const eventLog = fc.array(
    fc.record({ wait: fc.integer({ min: 0, max: 20_000 }), refused: fc.double({ min: 0, max: 2, noNaN: true }) }),
    {
      maxLength: 40,
    },
  )

  test('whatever happened, the share is between a twentieth and all, a refusal lowers it, and 35 s without one bring it all back', () => {
    fc.assert(
      fc.property(eventLog, (all) => {
        let tempo: Tempo = FULL_TEMPO
        let now = NOW
        for (const { wait, refused } of all) {
          const then = shareAt(tempo, now)
          now += wait
          const before = shareAt(tempo, now)
          expect(before).toBeGreaterThanOrEqual(then - 1e-12)
          const next = slowed(tempo, { at: now, refused })
          if (next !== tempo) expect(shareAt(next, now)).toBeLessThanOrEqual(Math.max(0.05 + 1e-12, 0.8 * before + 1e-12))
          tempo = next
          expect(shareAt(tempo, now)).toBeGreaterThanOrEqual(0.05 - 1e-12)
          expect(shareAt(tempo, now)).toBeLessThanOrEqual(1)
        }
        expect(shareAt(tempo, now + 35_000)).toBe(1)
      }),
    )
  })
})

type Provider = (at: number, perSecond: number) => boolean

/** Takes no more in any second than the rate. */
function withoutBurst(): Provider {
  const taken: number[] = []
  return (at, perSecond) => {
    while (taken[0] !== undefined && taken[0] <= at - 1_000) taken.shift()
    if (taken.length >= perSecond) return false
    taken.push(at)
    return true
  }
}

/** Takes the rate, and what was not used of the last seconds. */
function withBurst(seconds: number): Provider {
  let left = Number.POSITIVE_INFINITY
  let last = NOW
  return (at, perSecond) => {
    left = Math.min(perSecond * seconds, left + ((at - last) * perSecond) / 1_000)
    last = at
    if (left < 1) return false
    left -= 1
    return true
  }
}

/** Ten minutes of an account that says 100 mails a second and takes fewer until it is itself again; counted by seconds. */
function tenMinutes({ provider, truly, until = 600 }: { provider: Provider; truly: number; until?: number }) {
  let tempo: Tempo = FULL_TEMPO
  let due = 0
  const seconds = Array.from({ length: 600 }, () => ({ sent: 0, refused: 0 }))
  let lately: { at: number; refused: boolean }[] = []
  for (let at = NOW; at < NOW + 600_000; at += 10) {
    due += shareAt(tempo, at)
    if (due < 1) continue
    due -= 1
    const second = Math.floor((at - NOW) / 1_000)
    const refused = !provider(at, second < until ? 100 * truly : 100)
    seconds[second]![refused ? 'refused' : 'sent']++
    lately = [...lately.filter((mail) => mail.at > at - 1_000), { at, refused }]
    const others = lately.filter((mail) => mail.refused).length - 1
    if (refused) tempo = slowed(tempo, { at, refused: others / lately.length })
  }
  return (what: 'sent' | 'refused', from: number, to: number) =>
    seconds.slice(from, to).reduce((sum, second) => sum + second[what], 0)
}

describe('a true rate below what the account says', () => {
  test.each([
    ['nine tenths, no burst', 0.9, withoutBurst],
    ['seven tenths, no burst', 0.7, withoutBurst],
    ['seven tenths, two seconds of burst', 0.7, () => withBurst(2)],
    ['a third, half a second of burst', 0.33, () => withBurst(0.5)],
    ['a tenth, no burst', 0.1, withoutBurst],
    ['a tenth, two seconds of burst', 0.1, () => withBurst(2)],
  ])('%s: nine tenths of it are used, few mails are refused, and no storm of them at first', (_, truly, provider) => {
    const total = tenMinutes({ provider: provider(), truly })
    const found = total('sent', 20, 600)
    expect(found).toBeGreaterThan(0.9 * truly * 100 * 580)
    expect(total('refused', 20, 600)).toBeLessThan(0.02 * found)
    expect(total('refused', 0, 20)).toBeLessThan(200)
  })

  test.each([0.1, 0.33, 0.7, 0.9])('%d: when the account is itself again, the full rate is back within 35 seconds', (truly) => {
    const total = tenMinutes({ provider: withoutBurst(), truly, until: 100 })
    expect(total('sent', 135, 145)).toBeGreaterThanOrEqual(999)
    expect(total('refused', 102, 600)).toBe(0)
  })
})

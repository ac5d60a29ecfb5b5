import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { FORM_STAGES, type Press, type ShownForm, SUSPICIONS, stageAfter, suspicionOf } from '#core/survey/press.ts'
import { DAY_MS, HOUR_MS, plusMs } from '#core/time/instant.ts'

const SHOWN_AT = '2027-03-10T02:00:00.000Z'
const later = (ms: number) => plusMs(SHOWN_AT, ms)
const form = (over: Partial<ShownForm> = {}): ShownForm => ({ stage: 'first', shownAt: SHOWN_AT, browser: 'b-1', ...over })
const press = (over: Partial<Press> = {}): Press => ({
  form: form(),
  browser: { name: 'b-1', pressedDecoy: false },
  at: later(20_000),
  ...over,
})

describe('a person’s press', () => {
  test.each([
    ['after three seconds', press({ at: later(3_000) })],
    ['after an hour', press({ at: later(HOUR_MS) })],
    ['after twenty days', press({ at: later(20 * DAY_MS) })],
    ['once more, without cookies', press({ form: form({ stage: 'again' }), browser: null })],
    ['once more, on another device', press({ form: form({ stage: 'again' }), browser: { name: 'b-2', pressedDecoy: false } })],
    ['a minute after the decoy', press({ form: form({ stage: 'slow' }), at: later(60_000) })],
    [
      'a minute after the decoy, in that browser',
      press({ form: form({ stage: 'slow' }), browser: { name: 'b-1', pressedDecoy: true }, at: later(60_000) }),
    ],
  ])('counts %s', (_, given) => {
    expect(suspicionOf(given)).toBeNull()
  })
})

describe('what looks like a machine’s press', () => {
  test.each([
    ['no form of the page', press({ form: undefined }), 'unknown-form', 'again'],
    ['within three seconds', press({ at: later(2_999) }), 'too-early', 'again'],
    ['before it was shown', press({ at: later(-1) }), 'too-early', 'again'],
    ['from another browser', press({ browser: { name: 'b-2', pressedDecoy: false } }), 'other-browser', 'again'],
    ['without cookies', press({ browser: null }), 'other-browser', 'again'],
    ['at once on the page that asks again', press({ form: form({ stage: 'again' }), at: later(2_999) }), 'too-early', 'again'],
    ['the decoy, however late', press({ form: form({ stage: 'decoy' }), at: later(HOUR_MS) }), 'decoy', 'slow'],
    ['in a browser that pressed the decoy', press({ browser: { name: 'b-1', pressedDecoy: true } }), 'decoy', 'slow'],
    ['within a minute of the decoy', press({ form: form({ stage: 'slow' }), at: later(59_999) }), 'too-early', 'slow'],
  ] as const)('%s', (_, given, because, next) => {
    expect(suspicionOf(given)).toBe(because)
    expect(stageAfter(given, because)).toBe(next)
  })
})

test('whoever waits for the page that asks again is always heard, from any browser and whatever came before', () => {
  fc.assert(
    fc.property(
      fc.option(fc.record({ stage: fc.constantFrom(...FORM_STAGES), browser: fc.constantFrom('b-1', 'b-2') }), {
        nil: undefined,
      }),
      fc.option(fc.record({ name: fc.constantFrom('b-1', 'b-2'), pressedDecoy: fc.boolean() })),
      fc.integer({ min: 0, max: DAY_MS }),
      (shown, browser, waited) => {
        const first = press({ form: shown && form(shown), browser, at: later(waited) })
        const because = suspicionOf(first)
        if (because === null) return
        expect(SUSPICIONS).toContain(because)
        const again = form({ stage: stageAfter(first, because), shownAt: first.at })
        expect(suspicionOf({ form: again, browser, at: plusMs(first.at, 60_000) })).toBeNull()
      },
    ),
  )
})

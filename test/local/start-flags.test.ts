import { expect, test } from 'vitest'
import { readStartFlags } from '#local/start-flags.ts'

test('without flags, time is moved by hand and the room is at port 8420', () => {
  expect(readStartFlags([])).toEqual({ clock: 'moved', fresh: false, port: 8420, at: undefined, state: undefined })
})

test('every flag is read', () => {
  expect(readStartFlags(['--fresh', '--port', '9000', '--at', '2027-02-01', '--state', 'x'])).toEqual({
    clock: 'moved',
    fresh: true,
    port: 9000,
    at: '2027-02-01',
    state: 'x',
  })
  expect(readStartFlags(['--clock', 'real'])).toMatchObject({ clock: 'real' })
  expect(readStartFlags(['-h'])).toEqual({ help: true })
})

test.each([
  [['--clock', 'lunar'], 'moved or real'],
  [['--port', '70000'], 'up to 65535'],
  [['--port', 'abc'], 'up to 65535'],
  [['--at', '2027-02-30'], 'a day that exists'],
  [['--at', '2027-02-01', '--clock', 'real'], 'real time begins where it is'],
  [['--nonsense'], '--nonsense'],
  [['stray'], 'stray'],
])('%j is refused, with what would be right', (args, expected) => {
  expect(readStartFlags(args)).toEqual({ refused: expect.stringContaining(expected) })
})

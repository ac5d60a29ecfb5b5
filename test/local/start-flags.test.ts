import { expect, test } from 'vitest'
import { readStartFlags } from '#local/start-flags.ts'

test('without flags, time is moved by hand, the room is at port 8420 and answers come in at 2525', () => {
  expect(readStartFlags([])).toEqual({
    clock: 'moved',
    fresh: false,
    port: 8420,
    smtpPort: 2525,
    listeners: true,
    agents: true,
    at: undefined,
    state: undefined,
  })
})

test('every flag is read', () => {
  const args = '--fresh --port 9000 --smtp-port 25 --no-listeners --no-agents --at 2027-02-01 --state x'
  expect(readStartFlags(args.split(' '))).toEqual({
    clock: 'moved',
    fresh: true,
    port: 9000,
    smtpPort: 25,
    listeners: false,
    agents: false,
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
  [['--smtp-port', '65536'], '--smtp-port 65536: expected a number up to 65535'],
  [['--at', '2027-02-30'], 'a day that exists'],
  [['--at', '2027-02-01', '--clock', 'real'], 'real time begins where it is'],
  [['--nonsense'], '--nonsense'],
  [['stray'], 'stray'],
])('%j is refused, with what would be right', (args, expected) => {
  expect(readStartFlags(args)).toEqual({ refused: expect.stringContaining(expected) })
})

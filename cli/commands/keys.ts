/**
 * `care keys`: the keys of links, reply addresses and voucher codes, and how they are changed. No key is ever shown. The key of suppressions is none of
 * them and never changes.
 */
import { randomBytes } from 'node:crypto'
import { Command, InvalidArgumentError } from 'commander'
import { FIRST_KEY, type KeyRing, KeyRingError, readKeyRing, writtenKeyRing } from '#adapters/crypto/key-ring.ts'
import { withCurrentKey, withNewKey, withoutKey } from '#adapters/crypto/rotate-keys.ts'
import { readSecret, type SecretPlace, storeSecret } from '#adapters/secrets-manager/secrets.ts'
import type { CareFrame } from '#cli/care-frame.ts'
import { withDefault } from '#cli/commands/default-command.ts'
import { writtenTime } from '#cli/written-clock.ts'
import { DAY_MS, type Instant, instantOf, plusMs } from '#core/time/instant.ts'
import { STOPPING_DAYS } from '#functions/wiring/letters.ts'

/** Running functions read the keys again after five minutes. The rest is a margin for clocks and a slow start. */
const KNOWN_MS = 10 * 60_000
/** As long as the first key, and from the same alphabet except two signs. */
const KEY_BYTES = 48
const SUPPRESSIONS = 'suppressions'
const FOR_GOOD = 'it never changes, because no suppressed address or number could be found again under another'

export function keysCommand(frame: CareFrame): Command {
  return withDefault(
    new Command('keys').description('the keys of links, reply addresses and voucher codes: list, add, use, retire'),
    listCommand(frame),
  )
    .addCommand(addCommand(frame))
    .addCommand(useCommand(frame))
    .addCommand(retireCommand(frame))
}

function listCommand({ output, place }: CareFrame): Command {
  return new Command('list').description('list the keys by number; their text is never shown').action(async () => {
    const { zone } = place.companyRules().company
    const { ring } = await held(await place.sealSecret())
    for (const number of [...new Set([...ring.keys.keys(), ...ring.retired])].toSorted((a, b) => a - b))
      output.print(`key ${number}: ${standing(ring, { number, zone })}`)
    output.print(`${SUPPRESSIONS}: a key of its own; ${FOR_GOOD}`)
  })
}

function addCommand({ output, place }: CareFrame): Command {
  return new Command('add')
    .description('add a new key, which opens at once and seals nothing until it is used')
    .action(async () => {
      const secret = await place.sealSecret()
      const { ring } = await held(secret)
      const added = withNewKey(ring, randomBytes(KEY_BYTES).toString('base64url'))
      await storeSecret(secret, writtenKeyRing(added.ring))
      const { storedAt } = await held(secret)
      output.print(`key ${added.number}: added; from ${knownFrom(storedAt, place)} on: care keys use ${added.number}`)
    })
}

function useCommand({ output, place }: CareFrame): Command {
  return new Command('use')
    .description('seal with this key from now on; links that are out live on')
    .argument('<number>', 'the number of the key', keyNumber)
    .action(async (number: number) => {
      const secret = await place.sealSecret()
      const { ring, storedAt } = await held(secret)
      const at = instantOf(Date.now())
      if (at < plusMs(storedAt, KNOWN_MS))
        return output.refuse([
          `key ${number}: not every function knows the keys as they are now; wait until ${knownFrom(storedAt, place)}`,
        ])
      await change(output, { secret, number, changed: () => withCurrentKey(ring, { number, at }), said: 'seals from now on' })
    })
}

function retireCommand({ output, place }: CareFrame): Command {
  return new Command('retire')
    .description('let a key open nothing any more')
    .argument('<number>', 'the number of the key', keyNumber)
    .option('--yes', 'really retire it: this cannot be undone')
    .action(async (number: number, { yes }: { yes?: true }) => {
      const secret = await place.sealSecret()
      const { ring } = await held(secret)
      const { zone } = place.companyRules().company
      const changed = () => withoutKey(ring, number)
      if (!yes) {
        const reason = ring.keys.has(number) ? standing(ring, { number, zone }) : 'there is no such key'
        return output.refuse([
          `key ${number}: ${reason}`,
          'links and reply addresses sealed with it would open no more: say --yes',
        ])
      }
      await change(output, { secret, number, changed, said: 'retired; it opens nothing any more' })
    })
}

interface Change {
  readonly secret: SecretPlace
  readonly number: number
  readonly changed: () => KeyRing
  readonly said: string
}

async function change(output: CareFrame['output'], { secret, number, changed, said }: Change): Promise<void> {
  try {
    await storeSecret(secret, writtenKeyRing(changed()))
  } catch (error) {
    if (error instanceof KeyRingError) return output.refuse([error.message])
    throw error
  }
  output.print(`key ${number}: ${said}`)
}

async function held(secret: SecretPlace): Promise<{ readonly ring: KeyRing; readonly storedAt: Instant }> {
  const { text, storedAt } = await readSecret(secret)
  return { ring: readKeyRing(text), storedAt: instantOf(storedAt.getTime()) }
}

function standing(ring: KeyRing, { number, zone }: { readonly number: number; readonly zone: string }): string {
  const vouchers = number === FIRST_KEY ? '; voucher codes are made with it for good' : ''
  if (ring.retired.has(number)) return `retired, opens nothing${vouchers}`
  if (number === ring.current) return `seals and opens${vouchers}`
  const until = ring.sealedUntil.get(number)
  if (until === undefined) return `opens, has not sealed yet${vouchers}`
  const over = writtenTime(plusMs(until, STOPPING_DAYS * DAY_MS), zone)
  return `opens; sealed until ${writtenTime(until, zone)}, the last of its links ends ${over} (${realTime(zone)})${vouchers}`
}

function knownFrom(storedAt: Instant, place: CareFrame['place']): string {
  const { zone } = place.companyRules().company
  return `${writtenTime(plusMs(storedAt, KNOWN_MS + 59_999), zone)} (${realTime(zone)})`
}

/** Keys are stored and read again by the clock of the machine: moving the local system's clock brings none of these times nearer. */
const realTime = (zone: string): string => `${zone}, real time`

function keyNumber(text: string): number {
  if (text === SUPPRESSIONS) throw new InvalidArgumentError(`The key of suppressions is not numbered: ${FOR_GOOD}.`)
  if (!/^[1-9]\d{0,2}$/.test(text)) throw new InvalidArgumentError('Expected the number of a key, as care keys lists it.')
  return Number(text)
}

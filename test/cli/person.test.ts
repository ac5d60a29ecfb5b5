import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { PlaceToWork } from '#cli/place-to-work.ts'
import { AT, heldPerson, LAN, NEIGHBOUR } from '#test/app/held-person.ts'
import { runCare, scratchFolder, textIn } from '#test/cli/care-run.ts'
import { aCustomer, aHouse } from '#test/support/builders.ts'
import { dynoxideBinary, type Engine, startDynalite, startDynoxide } from '#test/support/dynamo-engines.ts'

let engine: Engine
beforeAll(async () => {
  const binary = dynoxideBinary()
  engine = binary ? await startDynoxide(binary) : await startDynalite()
})
afterAll(() => engine.stop())

async function atWork() {
  const ports = await heldPerson(engine)
  const place: PlaceToWork = {
    stores: async () => ({ ...ports, house: aHouse(), now: AT }) as never,
    work: async () => ({ out: 'no system is running' }),
    personal: async () => ports,
    house: () => aHouse(),
    close: async () => {},
  }
  return { ...ports, care: (...args: string[]) => runCare(place, ['person', ...args]) }
}

describe('care person', () => {
  test('shows what there is, and every consent with its evidence', async () => {
    const { care } = await atWork()
    const { printed, exitCode } = await care(LAN)
    expect(exitCode).toBe(0)
    expect(printed).toContain('c-001: Nguyễn Thị Lan, 1 purchases, 1 contacts, 1 responses, 2 replies, 1 work, 1 vouchers')
    expect(printed).toContain('care/email granted by import (khách hàng.csv, dòng 17)')
    expect(JSON.parse((await care(LAN, '--json')).printed)).toMatchObject({
      customerId: LAN,
      customer: { fullName: 'Nguyễn Thị Lan' },
    })
  })

  test('an id that nobody has is refused', async () => {
    const { care } = await atWork()
    expect(await care('nobody', '--export')).toMatchObject({ exitCode: 1, refused: ['nobody: nothing is held about that id'] })
  })

  test('hands out JSON, a page to read, and the mails as they came', async () => {
    const { care } = await atWork()
    const folder = join(scratchFolder(), 'lan')
    expect((await care(LAN, '--export', folder)).exitCode).toBe(0)
    expect(readdirSync(folder).sort()).toEqual(['person.html', 'person.json', 'replies'])
    expect(JSON.parse(textIn(folder, 'person.json'))).toMatchObject({ responses: [{ answers: [{ score: 6 }] }] })
    expect(readdirSync(join(folder, 'replies'))).toHaveLength(2)
    const page = textIn(folder, 'person.html')
    expect(page).toContain('<html lang="vi">')
    expect(page).toContain('Giao hàng chậm quá 😢')
    expect(page).not.toContain(NEIGHBOUR)
    expect(page).not.toMatch(/<script|src=|href=/)
  })

  test('a name that is a script stays a name', async () => {
    const { care, customers } = await atWork()
    await customers.put([aCustomer({ customerId: LAN, fullName: '<script>alert(1)</script>', email: null })])
    const folder = scratchFolder()
    await care(LAN, '--export', folder)
    expect(textIn(folder, 'person.html')).toContain('&lt;script&gt;alert(1)&lt;/script&gt;')
  })

  test('erases only when told twice, proves it, and is done', async () => {
    const { care } = await atWork()
    expect(await care(LAN, '--erase')).toMatchObject({ exitCode: 1, refused: ['--erase cannot be undone: say --yes as well'] })
    expect((await care(LAN)).exitCode).toBe(0)
    const folder = scratchFolder()
    const { printed, exitCode } = await care(LAN, '--export', folder, '--erase', '--yes')
    expect(exitCode).toBe(0)
    expect(printed).toContain('c-001: erased; a search through every table finds nothing')
    expect(existsSync(join(folder, 'person.json'))).toBe(true)
    expect((await care(LAN)).exitCode).toBe(1)
    expect((await care(NEIGHBOUR)).exitCode).toBe(0)
  })

  test('what a person asks for becomes work with the law’s clocks, once a day', async () => {
    const { care, work } = await atWork()
    expect((await care(LAN, '--ask', 'erase')).printed).toContain(
      // Asked on a Saturday: answered by the end of Tuesday, done within twenty days.
      'c-001 asks: erase; answer by 2027-03-23 24:00, done by 2027-04-09 24:00',
    )
    await care(LAN, '--ask', 'erase')
    expect((await work.allOpen()).filter(({ reason }) => reason === 'rights')).toHaveLength(1)
    expect((await care(LAN, '--ask', 'everything')).exitCode).toBe(2)
  })
})

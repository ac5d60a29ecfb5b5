/**
 * What one search for staff costs in read units and time when so many customers are stored: `npm run bench:finder -- 1000000`. The rows are made as the
 * customer store makes them. Needs the native engine, whose units are DynamoDB's.
 */
import { cpus } from 'node:os'
import { dynamoCustomerFinder } from '#adapters/dynamo/customer-finder.ts'
import { finderRow } from '#adapters/dynamo/finder-rows.ts'
import { putRows } from '#adapters/dynamo/write-rows.ts'
import type { FoundBy, FoundCustomer } from '#app/ports/customers.ts'
import { aCustomer } from '#test/support/builders.ts'
import { dynoxideBinary, freshTable, startDynoxide } from '#test/support/dynamo-engines.ts'
import { billing } from './aws-bill.ts'

const PEOPLE = Number(process.argv[2] ?? 100_000)
/** One more than a page shows. */
const LIMIT = 51
const WRITTEN_AT_ONCE = 1_000
const TIMES = 20
const FAMILY = ['Nguyễn', 'Trần', 'Nguyễn', 'Lê', 'Nguyễn', 'Phạm', 'Nguyễn', 'Hoàng', 'Vũ', 'Đặng']
const MIDDLE = ['Thị', 'Văn', 'Đức', 'Ngọc', 'Thùy', 'Minh', 'Hoàng']
const GIVEN = ['Lan', 'Hoa', 'An', 'Ánh', 'Dũng', 'Hùng', 'Mai', 'Sơn', 'Tuấn', 'Linh', 'Phương', 'Trang', 'Bích']

const binary = dynoxideBinary()
if (binary === undefined) throw new Error('the native engine is not installed')
const engine = await startDynoxide(binary)
const [finder, customers] = [await freshTable(engine.client, 'finder'), await freshTable(engine.client, 'customers')]
for (let first = 0; first < PEOPLE; first += WRITTEN_AT_ONCE)
  await putRows(
    finder,
    Array.from({ length: Math.min(WRITTEN_AT_ONCE, PEOPLE - first) }, (_, at) => personRow(first + at)),
  )

const bills = billing(engine.client)
const search = dynamoCustomerFinder({ finder, customers, addressHash: (address) => address })
console.log(
  `${PEOPLE} customers; ${cpus().length} cores, ${cpus()[0]?.model.trim()}, Node ${process.version}, ${new Date().toISOString().slice(0, 10)}`,
)
console.log('search | found | calls | read units | median ms')
await measured('given-name', 'lan')
await measured('given-name', 'ng')
await measured('full-name', 'nguyen')
await measured('full-name', 'nguyen thi lan')
await measured('phone', phoneOf(PEOPLE - 1))
await engine.stop()

async function measured(by: FoundBy, text: string): Promise<void> {
  const first = await once({ by, text, name: text })
  print(text, first)
  const place = first.found.at(-1)?.place
  if (first.found.length < LIMIT || place === undefined) return
  print(`${text}, second page`, await once({ by, text, name: `${text} again`, after: place }))
}

function print(name: string, { found, calls, units, ms }: Awaited<ReturnType<typeof once>>): void {
  console.log([name, found.length, calls, units, ms.toFixed(1)].join(' | '))
}

async function once({ by, text, name, after }: { by: FoundBy; text: string; name: string; after?: string }) {
  const bill = bills.on(name)
  const times: number[] = []
  let found: readonly FoundCustomer[] = []
  for (let time = 0; time < TIMES; time++) {
    const began = performance.now()
    found = await search.find({ by, text, after, limit: LIMIT })
    times.push(performance.now() - began)
  }
  const ms = times.toSorted((a, b) => a - b)[TIMES >> 1] ?? 0
  return { found, calls: (bill.calls.Query ?? 0) / TIMES, units: bill.readUnits / TIMES, ms }
}

function phoneOf(number: number): string {
  return `+849${String(number).padStart(8, '0')}`
}

function personRow(number: number) {
  const given = GIVEN[number % GIVEN.length] ?? ''
  const middle = MIDDLE[Math.floor(number / 17) % MIDDLE.length] ?? ''
  const family = FAMILY[Math.floor(number / 3) % FAMILY.length] ?? ''
  return finderRow(
    aCustomer({
      customerId: `KH${String(number).padStart(7, '0')}`,
      fullName: `${family} ${middle} ${given}`,
      familyName: family,
      givenName: given,
      phone: phoneOf(number),
    }),
  )
}

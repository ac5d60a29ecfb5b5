/** An erasure at a terminal reaches the rehearsals that were stored. */
import { expect, onTestFinished, test } from 'vitest'
import { cryptoSeals } from '#adapters/crypto/seals.ts'
import { dynamoRehearsalBook } from '#adapters/dynamo/rehearsal-book.ts'
import { openPersonal } from '#cli/open-personal.ts'
import { startCredentials } from '#local/aws/door.ts'
import { LOCAL_TABLES, localEnvironment } from '#local/stack/environment.ts'
import { placeWithTables } from '#test/cli/place-with-tables.ts'
import { aLine, aRehearsal } from '#test/support/rehearsal-builders.ts'

test('who is erased at a terminal stands in no sheet of a stored rehearsal', async () => {
  const { client } = await placeWithTables()
  const book = dynamoRehearsalBook({ client, tableName: LOCAL_TABLES.numbers })
  const rehearsal = aRehearsal()
  await book.put(rehearsal)
  const other = aLine({ customer: 'c-002' })
  await book.putSheet(rehearsal.rehearsalId, { date: '2027-03-01', lines: [aLine({ customer: 'c-001' }), other] })
  const variables = localEnvironment({ credentials: startCredentials({}), endpoints: {} })
  const opened = openPersonal({
    variables,
    client,
    seals: async () => cryptoSeals({ secret: 'of this test alone, and of no other place' }),
  })
  onTestFinished(opened.close)
  await (await opened.personal()).rows.remove('c-001')
  expect(await book.sheet(rehearsal.rehearsalId, '2027-03-01')).toEqual([other])
})

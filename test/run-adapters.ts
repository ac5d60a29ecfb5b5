/**
 * `npm run test:adapters`: the stores held to their contract on both embedded engines, or on the one that `DYNAMODB_ENDPOINT` names. Says by name
 * what it skipped.
 */
import { checkedRun } from '#test/support/checked-run.ts'
import { dynoxideBinary } from '#test/support/dynamo-engines.ts'

const endpoint = process.env.DYNAMODB_ENDPOINT
const skipped = endpoint
  ? ['dynoxide and dynalite (DYNAMODB_ENDPOINT names another engine)']
  : ['another engine (DYNAMODB_ENDPOINT is not set)', ...(dynoxideBinary() ? [] : ['dynoxide (no binary for this machine)'])]
const files = endpoint ? ['stores-on-endpoint'] : ['stores-on-dynoxide', 'stores-on-dynalite']

const { tests, close } = checkedRun()
tests({
  name: `stores on ${endpoint ?? 'the embedded engines'}`,
  zone: 'UTC',
  select: files.map((file) => `test/adapters/dynamo/${file}`),
})
for (const what of skipped) console.log(`skipped: ${what}`)
close()

/** The local system as a place to work on: the one that runs, else its state, opened for as long as a command runs. */
import { existsSync, readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { DynamoDBClient } from '@aws-sdk/client-dynamodb'
import { z } from 'zod'
import { createTableInputs } from '#adapters/dynamo/create-table-inputs.ts'
import { fillChangedDays, fillRedeemedDays } from '#adapters/dynamo/fill-days.ts'
import { areDaysFilled, CHANGED_WORK, REDEEMED_VOUCHERS } from '#adapters/dynamo/filled-days.ts'
import { clientOptions } from '#cli/open-queues.ts'
import { PROJECT } from '#cli/project.ts'
import { type Instant, instantOf } from '#core/time/instant.ts'
import { createTables } from '#local/aws/create-tables.ts'
import { startCredentials } from '#local/aws/door.ts'
import { startDynamo } from '#local/aws/dynamodb.ts'
import { startSecrets } from '#local/aws/secrets/start-secrets.ts'
import { openMovableClock } from '#local/clock/movable-clock.ts'
import { ENVIRONMENT_FILE, FACTS, LOCAL_SECRETS, LOCAL_TABLES, localEnvironment, STATE_FOLDER } from '#local/stack/environment.ts'
import { startBuckets } from '#local/stack/start-buckets.ts'
import { keepToOwner, readState } from '#local/state-folder.ts'

/** A running system has left its environment in a file, and so has a killed one: the system is called before the file is believed. */
export async function localPlace(warn: (text: string) => void) {
  const file = resolve(PROJECT, ENVIRONMENT_FILE)
  if (existsSync(file)) {
    const variables = z.record(z.string(), z.string()).parse(JSON.parse(readFileSync(file, 'utf8')))
    if (await answers(variables.AWS_ENDPOINT_URL_DYNAMODB)) return { variables, local: true, stop: async () => {} }
  }
  warn(`no system is running: working on its state in ${STATE_FOLDER}/`)
  const credentials = startCredentials(process.env)
  const { accessKeyId } = credentials
  const folder = resolve(PROJECT, STATE_FOLDER)
  keepToOwner(folder)
  const dynamo = await startDynamo({ folder, accessKeyId, externalEndpoint: process.env.DYNAMODB_ENDPOINT })
  const buckets = await startBuckets({ folder, accessKeyId, now: localNow })
  const secrets = await startSecrets({ folder, secrets: LOCAL_SECRETS, accessKeyId })
  const endpoints = { dynamodb: dynamo.endpoint, s3: buckets.endpoint, secrets: secrets.endpoint }
  const variables = localEnvironment({ credentials, endpoints, factsFolder: resolve(folder, FACTS) })
  const client = new DynamoDBClient(clientOptions(variables, dynamo.endpoint))
  await createTables(client, createTableInputs(LOCAL_TABLES))
  await fillDays(client)
  client.destroy()
  return {
    variables,
    local: true,
    stop: async () => {
      await secrets.stop()
      await buckets.stop()
      await dynamo.stop()
    },
  }
}

/** As a start of the system does it: tables that a command has made have no mark yet, and without it no facts are made of them. */
async function fillDays(client: DynamoDBClient): Promise<void> {
  const [work, vouchers] = [
    { client, tableName: LOCAL_TABLES.work },
    { client, tableName: LOCAL_TABLES.vouchers },
  ]
  if (!(await areDaysFilled(work, CHANGED_WORK))) await fillChangedDays(work)
  if (!(await areDaysFilled(vouchers, REDEEMED_VOUCHERS))) await fillRedeemedDays(vouchers)
}

/** A stopped system refuses at once, but one on a busy machine answers late. Two databases must not open the same files. */
const ANSWER_MS = 10_000

async function answers(endpoint: string | undefined): Promise<boolean> {
  if (!endpoint) return false
  try {
    await fetch(endpoint, { signal: AbortSignal.timeout(ANSWER_MS) })
    return true
  } catch {
    return false
  }
}

/** The local system's own time, once it was moved. */
export function localNow(): Instant {
  const folder = resolve(PROJECT, STATE_FOLDER)
  if (readState(folder)?.clock !== 'moved' || !existsSync(resolve(folder, 'clock.sqlite'))) return instantOf(Date.now())
  const clock = openMovableClock({ folder, startAt: instantOf(Date.now()) })
  const now = clock.now()
  clock.close()
  return now
}

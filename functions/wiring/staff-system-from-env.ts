/** The staff app's system in AWS, from its environment and the clients: real time, no section of its own, nothing that only one machine has. */
import type { SecretsManagerClient } from '@aws-sdk/client-secrets-manager'
import { openIdIssuer } from '#adapters/openid/issuer.ts'
import { readSecret } from '#adapters/secrets-manager/secrets.ts'
import type { RawMails } from '#app/ports/listening.ts'
import type { Issuer } from '#app/ports/staff.ts'
import { instantOf } from '#core/time/instant.ts'
import type { FunctionEnv } from '#functions/env.ts'
import type { StaffSystem } from '#functions/staff/staff-system.ts'
import type { SecretReading } from '#functions/wiring/seals-from-env.ts'
import { type StaffClients, staffDeadLetters, staffStores } from '#functions/wiring/staff-stores-from-env.ts'
import { telephonyFromEnv } from '#functions/wiring/telephony-from-env.ts'
import { STAFF_SECTIONS } from '#web/staff/sections.ts'

type StaffEnvironment = FunctionEnv<'serveStaff'>

interface Given extends Omit<StaffClients, 'clock'>, Pick<StaffSystem, 'pageFailed'>, Pick<SecretReading, 'secretUnread'> {
  readonly secrets: SecretsManagerClient
}

/** The answer of a function holds 6 MB, and a mail in it grows by a third on the way. */
const LARGEST_ANSWER = 4 * 1024 * 1024

export function staffSystem(env: StaffEnvironment, given: Given): StaffSystem {
  const { companyRules, events, pageFailed } = given
  const realNow = () => instantOf(Date.now())
  const stores = staffStores(env, { ...given, clock: realNow })
  return {
    companyRules,
    events,
    pageFailed,
    stores: { ...stores, rawMails: noLargerThan(stores.rawMails, LARGEST_ANSWER) },
    clock: { now: realNow },
    realNow,
    deadLetters: staffDeadLetters(env, given.sqs),
    issuer: staffIssuer(env, given),
    telephone: telephonyFromEnv(env, given).telephone,
    url: env.STAFF_URL,
    // Each act is its own conditional writes, and the queues hand out what it ordered.
    alone: (act) => act(),
    drain: async () => 'queued',
    files: null,
    sections: STAFF_SECTIONS,
    busy: () => null,
    mailPath: null,
    pages: companyRules.company.pages,
    tillKey: null,
  }
}

/** The client secret is read whenever the issuer is looked up anew, so that a changed one holds within the hour. */
function staffIssuer(env: StaffEnvironment, { secrets }: Pick<Given, 'secrets'>): Issuer {
  const { STAFF_CLIENT_SECRET_ARN: secretId } = env
  return openIdIssuer(
    {
      issuer: env.STAFF_ISSUER,
      clientId: env.STAFF_CLIENT_ID,
      clientSecret: async () => (secretId === 'none' ? undefined : (await readSecret({ client: secrets, secretId })).text.trim()),
      prompt: env.STAFF_PROMPT,
    },
    { epochMs: () => Date.now() },
  )
}

const noLargerThan = (rawMails: RawMails, largest: number): RawMails => ({
  ...rawMails,
  read: (rawKey, most) => rawMails.read(rawKey, Math.min(most, largest)),
})

/** The telephone system of the company, from its secret: read when it is first needed, and again when it may have changed. */
import { type KeptValue, keptValue } from '#adapters/kept-value.ts'
import { readSecret } from '#adapters/secrets-manager/secrets.ts'
import { readTelephonySettings, type TelephonySettings } from '#adapters/stringee/settings.ts'
import { stringeeTelephone } from '#adapters/stringee/telephone.ts'
import type { Telephone } from '#app/ports/telephony.ts'
import type { SecretReading } from '#functions/wiring/seals-from-env.ts'

interface TelephonyEnv {
  readonly TELEPHONY_SECRET_ARN: string
}

export function telephonyFromEnv(
  { TELEPHONY_SECRET_ARN }: TelephonyEnv,
  { secrets, secretUnread: failed, epochMs = () => Date.now() }: SecretReading,
) {
  const read = async () => readTelephonySettings((await readSecret({ client: secrets, secretId: TELEPHONY_SECRET_ARN })).text)
  let kept: KeptValue<TelephonySettings> | undefined
  const settings = async () => {
    kept ??= await keptValue({ read, epochMs, failed })
    return kept.fresh()
  }
  return {
    webhookKey: async (): Promise<string> => (await settings()).webhookKey,
    ownNumber: async (): Promise<string | null> => (await settings()).stringee?.number ?? null,
    /** Null while no system is configured. */
    telephone: async (): Promise<Telephone | null> => {
      const { stringee } = await settings()
      return stringee ? stringeeTelephone({ settings: stringee, epochMs }) : null
    },
  }
}

/** The company's webhook for urgent work, where it has one. Its address and key are one secret, read when the first post is due. */
import { type KeptValue, keptValue } from '#adapters/kept-value.ts'
import { readSecret } from '#adapters/secrets-manager/secrets.ts'
import { type HookPlace, readHookPlace, urgentHook } from '#adapters/webhook/urgent-hook.ts'
import type { UrgentHook } from '#app/ports/urgent-hook.ts'
import type { FunctionEnv } from '#functions/env.ts'
import type { SecretReading } from '#functions/wiring/seals-from-env.ts'

/** The value for a company without a webhook. */
const NO_SECRET = 'none'

export function urgentHookFromEnv(
  { URGENT_HOOK_SECRET_ARN: secretId }: Pick<FunctionEnv<'listCalls'>, 'URGENT_HOOK_SECRET_ARN'>,
  { secrets, secretUnread: failed, epochMs = () => Date.now() }: SecretReading,
): UrgentHook | null {
  if (secretId === NO_SECRET) return null
  const read = async () => readHookPlace((await readSecret({ client: secrets, secretId })).text)
  let kept: KeptValue<HookPlace> | undefined
  const place = async () => {
    kept ??= await keptValue({ read, epochMs, failed })
    return kept.fresh()
  }
  return urgentHook({ place, epochMs })
}

/** Reads the key of suppressions from Secrets Manager, once: it never changes. A function that cannot read it must not start. */
import type { SecretsManagerClient } from '@aws-sdk/client-secrets-manager'
import { type SuppressionKeys, suppressionKeys } from '#adapters/crypto/contact-keys.ts'
import { readSecret } from '#adapters/secrets-manager/secrets.ts'

export async function suppressionKeysFromEnv(
  { SUPPRESSION_SECRET_ARN }: { readonly SUPPRESSION_SECRET_ARN: string },
  { secrets }: { readonly secrets: SecretsManagerClient },
): Promise<SuppressionKeys> {
  return suppressionKeys({ secret: (await readSecret({ client: secrets, secretId: SUPPRESSION_SECRET_ARN })).text })
}

/** Reads the key of the numbers in facts, which is that of suppressions: it never changes. */
import type { SecretsManagerClient } from '@aws-sdk/client-secrets-manager'
import { factNumbers } from '#adapters/crypto/fact-numbers.ts'
import { readSecret } from '#adapters/secrets-manager/secrets.ts'
import type { NumberOf } from '#core/facts/who.ts'

export async function factNumbersFromEnv(
  { SUPPRESSION_SECRET_ARN }: { readonly SUPPRESSION_SECRET_ARN: string },
  { secrets }: { readonly secrets: SecretsManagerClient },
): Promise<NumberOf> {
  return factNumbers({ secret: (await readSecret({ client: secrets, secretId: SUPPRESSION_SECRET_ARN })).text })
}
